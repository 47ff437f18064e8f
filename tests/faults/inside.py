"""Plays what nobody can wait for, a midnight or a missing day, on the real inbox and database.

Runs in a process of its own (`manage.py shell`), with a folder and a database of its own; prints
what it found as JSON.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from uuid import UUID

import msgspec
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.models import Sum

from reports import catalogue, fallback, intake, recalling, recounting
from reports.caps import Caps
from reports.draining import drain
from reports.inbox import Inbox, connect
from reports.messages import Answer, Arrival
from reports.models import ClientId, MinuteCount, Report, SymptomCount, Tally, Unheard
from tests.faults.messages import uuid7
from tests.services import valkey

SERVICE = "whatsapp"
# Ordinary, a leap day, and a night in which America's clocks change.
MIDNIGHTS = ("2026-12-02", "2028-02-29", "2026-11-01")
# Which store takes a report: the inbox, the database, or by turns whichever is there.
PATHS = ("inbox", "database", "by turns")


@dataclass
class Found:
    """What a play saw: reports sent, taken, and standing; and what was not as promised."""

    sent: int = 0
    acknowledged: int = 0
    stored: int = 0
    notes: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def expect(self, what: str, found: object, promised: object) -> None:
        if found != promised:
            self.broken.append(f"{what}: {found} instead of {promised}")


class ByDatabase:
    """The way in while the inbox is away."""

    def __init__(self) -> None:
        self._caps = Caps()

    def append(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        return fallback.append(arrivals, caps=self._caps)


class Door:
    """One person at the door, whichever store is behind it at the time."""

    def __init__(self, inbox: Inbox, found: Found, *, path: str, address: str) -> None:
        self.inbox = inbox
        self._found = found
        self._path = path
        self._address = ip_address(address)
        self._database = ByDatabase()
        self._turns = 0
        # Whether the inbox hears of what the database knows before a report comes to it.
        self.is_told = True

    def say(self, at: datetime, *, client_id: UUID | None = None) -> intake.Receipt:
        """One report, stored before the next comes."""
        self._turns += 1
        by_database = self._path == "database" or (self._path == "by turns" and self._turns % 2)
        if self.is_told and not by_database:
            # The first tick after an outage tells the inbox what the database has taken.
            recalling.recall(self.inbox, now=at)
        receipt = intake.accept(
            intake.Claim(service=SERVICE),
            intake.source_of(address=self._address, service=SERVICE, now=at),
            inbox=self._database if by_database else self.inbox,
            now=at,
            client_id=client_id,
        )
        self._found.sent += 1
        self._found.acknowledged += 1
        drain(self.inbox, consumer="inside")
        return receipt


def over_midnight(inbox: Inbox, found: Found) -> None:
    """F16: every 20 minutes from 20:00 to 04:00, and on both sides of midnight."""
    times = [timedelta(minutes=20 * n) for n in range(-12, 13) if n]
    times = sorted([*times, timedelta(seconds=-0.2), timedelta(seconds=0.2)])
    for path in PATHS:
        for number, day in enumerate(MIDNIGHTS):
            _empty(inbox)
            midnight = datetime.fromisoformat(day).replace(tzinfo=UTC)
            door = Door(inbox, found, path=path, address=f"192.0.2.{number}")
            receipts = [door.say(midnight + after) for after in times]
            what = f"{day}, by {path}"
            counted = sum(receipt.counted for receipt in receipts)
            found.expect(f"{what}: counted", counted, len(times))
            sums = MinuteCount.objects.aggregate(r=Sum("reports"), f=Sum("first_reporters"))
            found.expect(f"{what}: reports", sums["r"], len(times))
            found.expect(f"{what}: first reporters", sums["f"], 1)
            _is_whole(found, what, rows=len(times))


def same_id(inbox: Inbox, found: Found) -> None:
    """F17: after 1 s, over a window's edge, after 20 minutes, over midnight, and inbox emptied."""
    afters = (1, 30, 1200, 3600, 86_000)
    for path in PATHS:
        for emptied in ("", "inbox emptied", "inbox emptied and not told"):
            _empty(inbox)
            start = datetime(2026, 12, 2, 23, 49, 45, tzinfo=UTC)
            door = Door(inbox, found, path=path, address="192.0.2.77")
            client_id = uuid7()
            first = door.say(start, client_id=client_id)
            what = f"by {path}, {emptied}"
            door.is_told = emptied != "inbox emptied and not told"
            for after in afters:
                if emptied:
                    inbox.client.flushall()
                again = door.say(start + timedelta(seconds=after), client_id=client_id)
                said = (again.duplicate, again.key == first.key)
                if door.is_told:
                    found.expect(f"{what}, {after} s later: known, same key", said, (True, True))
            _is_whole(found, what, rows=1)


def missing_day(inbox: Inbox, found: Found) -> None:
    """F28: the table of a day is dropped just before its first report is stored."""
    for path in ("inbox", "database"):
        _empty(inbox)
        midnight = datetime(2026, 12, 2, tzinfo=UTC)
        door = Door(inbox, found, path=path, address="192.0.2.78")
        for seconds in (-30, -0.2, 0.2, 700):
            for day in ("20261202", "20261203"):
                with connection.cursor() as cursor:
                    if seconds < 1:
                        cursor.execute(f"DROP TABLE IF EXISTS reports_report_{day}")
            door.say(midnight + timedelta(seconds=seconds))
        found.expect(f"by {path}: dead letters", inbox.dead(), 0)
        _is_whole(found, f"by {path}", rows=3)


PLAYS: dict[str, Callable[[Inbox, Found], None]] = {
    "over_midnight": over_midnight,
    "same_id": same_id,
    "missing_day": missing_day,
}


def main(name: str) -> None:
    call_command("migrate", verbosity=0, interactive=False)
    catalogue.load()
    found = Found()
    with valkey.running(settings.DATA_DIR) as url:
        PLAYS[name](Inbox(connect(url)), found)
    print(msgspec.json.encode(asdict(found)).decode(), flush=True)


def _empty(inbox: Inbox) -> None:
    """As if nobody had ever said anything."""
    for model in (Report, MinuteCount, SymptomCount, ClientId, Tally, Unheard):
        model._base_manager.all().delete()
    inbox.client.flushall()


def _is_whole(found: Found, what: str, *, rows: int) -> None:
    standing = Report.objects.count()
    found.stored += standing
    found.expect(f"{what}: rows", standing, rows)
    found.expect(f"{what}: differences", len(list(recounting.differences(since=0))), 0)
