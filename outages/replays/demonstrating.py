"""The demo's script: ordinary days, then one like Meta's of 4 October 2021. Simulated."""

import http.client
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address
from typing import Any

from outages.replays.simulating import Outage, simulate
from reports.buckets import DAY_MINUTES

SEED = 20211004
HISTORY_DAYS = 28
# Mean reports an hour in quiet times: round numbers that keep the history short to play.
SERVICES: Mapping[str, float] = {
    "whatsapp": 7.0,
    "instagram": 6.0,
    "facebook": 6.0,
    "messenger": 3.0,
    "telegram": 2.0,
    "x": 3.0,
    "youtube": 3.0,
    "netflix": 2.0,
    "spotify": 2.0,
    "discord": 2.0,
    "gmail": 2.0,
    "chatgpt": 2.0,
    "att": 2.0,
    "verizon": 2.0,
    "vodafone-de": 1.0,
}
META_SYMPTOMS = {"not_loading": 0.45, "messaging": 0.2, "server_error": 0.2, "login": 0.15}
CARRIER_SYMPTOMS = {"slow": 0.3, "no_connection": 0.4, "other_function": 0.3}
# RFC 2544 reserves 198.18.0.0/15 for tests: nobody's real address.
FIRST_ADDRESS = int(IPv4Address("198.18.0.0"))
ADDRESSES = 1 << 17


def history(*, now_minute: int) -> Iterator[dict[str, Any]]:
    """Lines of a report log: four ordinary weeks that end now."""
    minutes = HISTORY_DAYS * DAY_MINUTES
    return simulate(services=SERVICES, first=now_minute - minutes, minutes=minutes, seed=SEED)


def outage(*, start: int) -> tuple[Outage, ...]:
    """Four services of one operator within two minutes; carriers nine minutes later at a tenth.

    The order and the gaps follow public accounts of that day; the volumes are made up.
    """
    meta = {
        "whatsapp": (0, 240.0),
        "facebook": (0, 160.0),
        "instagram": (1, 200.0),
        "messenger": (2, 80.0),
    }
    carriers = {"att": 18.0, "verizon": 16.0, "vodafone-de": 8.0}
    hours = 6 * 60
    return (
        *(
            Outage(
                service=service,
                start=start + late,
                minutes=hours,
                peak=peak,
                rise=3,
                symptoms=META_SYMPTOMS,
            )
            for service, (late, peak) in meta.items()
        ),
        *(
            Outage(
                service=service,
                start=start + 9,
                minutes=hours,
                peak=peak,
                countries=frozenset({"DE"} if service == "vodafone-de" else {"US"}),
                symptoms=CARRIER_SYMPTOMS,
            )
            for service, peak in carriers.items()
        ),
    )


def live(*, start: int) -> Iterator[dict[str, Any]]:
    """The lines from `start` on, ordinary traffic and outage together, for hours."""
    return simulate(
        services=SERVICES, first=start, minutes=12 * 60, seed=SEED + 1, outages=outage(start=start)
    )


@dataclass
class Sent:
    """How the posted reports were answered."""

    accepted: int = 0
    refused: int = 0


class Sender:
    """Posts simulated reports over one connection to the demo's own server on this machine."""

    def __init__(self, *, host: str, port: int) -> None:
        self._connection = http.client.HTTPConnection(host, port, timeout=10)
        self.sent = Sent()

    def play(
        self,
        lines: Iterator[dict[str, Any]],
        *,
        clock: Callable[[], float],
        stopped: Callable[[float], bool],
    ) -> None:
        """Post each line at its time of `clock` (unix seconds) until `stopped(seconds to wait)`."""
        for line in lines:
            due = _seconds(line["at"])
            if stopped(max(0.0, due - clock())):
                return
            self._post(line)

    def _post(self, line: dict[str, Any]) -> None:
        body = {name: line[name] for name in ("service", "region", "symptom")}
        headers = {
            "Content-Type": "application/json",
            "X-Forwarded-For": str(_address(line["reporter"])),
        }
        try:
            self._connection.request("POST", "/api/v1/reports", json.dumps(body), headers)
            answer = self._connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            # The server is being restarted: the next line opens a new connection.
            self._connection.close()
            self.sent.refused += 1
            return
        if answer.status == http.client.ACCEPTED:
            self.sent.accepted += 1
        else:
            self.sent.refused += 1


def _address(reporter: str) -> IPv4Address:
    return IPv4Address(FIRST_ADDRESS + int(reporter.removeprefix("r")) % ADDRESSES)


def _seconds(at: str) -> float:
    return datetime.fromisoformat(at).timestamp()
