"""Compares what clients were promised with what stands in the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.faults import database
from tests.faults.ledger import Ledger
from tests.faults.messages import Message

# The clients' clock and the machine's are one; a millisecond of rounding, and a second's grace.
CLOCK_SECONDS = 1.0
# Of reports that are not as promised, so many have their story told.
TOLD = 6


@dataclass(frozen=True, kw_only=True)
class Audit:
    """What became of the acknowledged reports.

    `lost`, `misdated`: their keys. `worst`: by how many seconds a report is furthest from when it
    came. `doubled`: rows too many. `renamed`: reports that stand once, under the key of an earlier
    attempt that was told 503 and stored all the same: the window had ended in between.
    """

    stored: int
    renamed: int
    lost: tuple[str, ...]
    misdated: tuple[str, ...]
    worst: float
    doubled: int
    stories: tuple[str, ...]

    def broken(self) -> list[str]:
        """What of it is not as promised, in words."""
        found = []
        if self.lost:
            found.append(f"{len(self.lost)} acknowledged reports are lost")
        if self.doubled:
            found.append(f"{self.doubled} reports stand twice")
        if self.misdated:
            many = len(self.misdated)
            found.append(f"{many} reports stand up to {self.worst:.1f} s away from when they came")
        return found


def audit(
    ledger: Ledger, source: database.Database, *, since: int, services: Sequence[str]
) -> Audit:
    """Look up every acknowledged key. `since`: the minute in which the fault began."""
    promised = ledger.promised()
    rows = database.stored(source, since=since)
    named = ledger.keys_of_messages()
    missing = {message: keys for message, keys in named.items() if not keys & rows.keys()}
    renamed = [message for message in missing if _key_of(message, source) in rows]
    lost = tuple(min(keys) for message, keys in missing.items() if message not in renamed)
    twice = sum(max(len(keys & rows.keys()) - 1, 0) for keys in named.values())
    wrong_by = {
        key: max(first - rows[key], rows[key] - last)
        for key, (first, last) in promised.items()
        if key in rows
    }
    misdated = tuple(key for key, by in wrong_by.items() if by > CLOCK_SECONDS)
    return Audit(
        stored=len(promised.keys() & rows.keys()) + len(renamed),
        renamed=len(renamed),
        lost=lost,
        misdated=misdated,
        worst=max(wrong_by.values(), default=0.0),
        doubled=max(database.doubled(source, since=since, services=services), twice),
        stories=tuple(ledger.story(key) for key in (*lost[:TOLD], *misdated[:TOLD])),
    )


def _key_of(message: Message, source: database.Database) -> str | None:
    """The key of the row that stands for a client's id; None where there is no such id."""
    if message.client_id is None:
        return None
    sql = "SELECT key FROM reports_clientid WHERE client_id = %s"
    found = source.ask(sql, message.client_id.hex)
    return str(found[0][0]).replace("-", "") if found else None
