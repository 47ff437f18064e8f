"""Keeps answers that were chosen out of the log: in an outage they are thousands a minute."""

import logging
from http import HTTPStatus


class Unexpected(logging.Filter):
    """Lets pass what is no answer, and the answers that say that we failed.

    Django logs every 4xx and 5xx. That a client was refused, or sent away while we cannot serve, is
    counted (/metrics) and needs no line each.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        status = getattr(record, "status_code", None)
        return status is None or (
            status >= HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.SERVICE_UNAVAILABLE
        )
