"""Only what was not expected stands in the log."""

import logging

import pytest

from config.logs import Unexpected


@pytest.mark.parametrize(
    ("more", "is_logged"),
    [
        ({}, True),
        ({"status_code": 500}, True),
        ({"status_code": 503}, False),
        ({"status_code": 404}, False),
        ({"status_code": 413}, False),
    ],
)
def test_an_answer_that_was_chosen_is_not_logged(more: dict[str, int], is_logged: bool) -> None:
    record = logging.makeLogRecord({"msg": "Service Unavailable", **more})
    assert Unexpected().filter(record) is is_logged
