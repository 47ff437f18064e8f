"""What is sent: one report each of many people, with ids of their own or without."""

import itertools
import json
import random
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address
from typing import Any
from uuid import UUID

from reports.buckets import WINDOW_MINUTES
from tests.faults.client import request_bytes

REPORTS = "/api/v1/reports"
# 198.18.0.0/15 is kept for measurements (RFC 2544): nobody's address.
FIRST_ADDRESS = int(IPv4Address("198.18.0.0"))
ADDRESSES = 1 << 17
# Odd, so that it walks through every address before it meets one again, /24 after /24.
STRIDE = 27_449
# The shares of clients that name their report in the body, and in the header Idempotency-Key.
WITH_ID, WITH_HEADER = 0.45, 0.25
# Nothing is sent again so close to the end of a window: it might count in the next one.
EDGE_SECONDS = 6.0


@dataclass(frozen=True, eq=False)
class Message:
    """One report of one person, ready to send; sent again it is the same bytes."""

    service: str
    request: bytes
    # Without an id of its own a report is a new one in the next window.
    client_id: UUID | None = None
    born: float = field(default_factory=time.time)

    def may_be_sent_again(self, now: float) -> bool:
        """Whether that must not add a second vote."""
        width = WINDOW_MINUTES * 60
        same = int(self.born // width) == int((now + EDGE_SECONDS) // width)
        return self.client_id is not None or same


class People:
    """An endless supply of messages; no person is heard twice about the same service.

    `services`, `symptoms`, `regions`: slugs and codes to choose from.
    """

    def __init__(
        self, *, services: Sequence[str], symptoms: Sequence[str], regions: Sequence[str]
    ) -> None:
        self.services = services
        self.symptoms = symptoms
        self.regions = regions
        self._numbers = itertools.count()

    def next(self, service: str | None = None) -> Message:
        """A report of somebody who has not been heard; about the service, if one is named."""
        number = next(self._numbers)
        place = number * STRIDE % ADDRESSES
        usual = self.services[(place + number // ADDRESSES) % len(self.services)]
        return self.message(
            service=service or usual,
            address=str(IPv4Address(FIRST_ADDRESS + place)),
            client_id=uuid7() if random.random() < WITH_ID + WITH_HEADER else None,
            in_header=random.random() < WITH_HEADER / (WITH_ID + WITH_HEADER),
        )

    def message(
        self,
        *,
        service: str,
        address: str,
        client_id: UUID | None = None,
        in_header: bool = False,
    ) -> Message:
        body: dict[str, Any] = {
            "service": service,
            "region": random.choice(self.regions),
            "symptom": random.choice(self.symptoms),
        }
        sent = {"Content-Type": "application/json", "X-Forwarded-For": address}
        if client_id and in_header:
            sent["Idempotency-Key"] = str(client_id)
        elif client_id:
            body["id"] = str(client_id)
        request = request_bytes("POST", REPORTS, body=json.dumps(body).encode(), headers=sent)
        return Message(service=service, request=request, client_id=client_id)


def uuid7(at: float | None = None) -> UUID:
    """An id as clients make it (RFC 9562): milliseconds since 1970, then chance."""
    milliseconds = int((time.time() if at is None else at) * 1000)
    number = milliseconds << 80 | secrets.randbits(80)
    number = number & ~(0xF << 76) | 7 << 76
    return UUID(int=number & ~(0x3 << 62) | 0x2 << 62)
