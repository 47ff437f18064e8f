"""Compares what clients were promised with what stands in the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.faults import database
from tests.faults.ledger import Ledger

# The clients' clock and the machine's are one; a millisecond of rounding, and a second's grace.
CLOCK_SECONDS = 1.0
# Of reports that are not as promised, so many have their story told.
TOLD = 6


@dataclass(frozen=True, kw_only=True)
class Audit:
    """What became of the acknowledged reports.

    `lost`, `misdated`: their keys. `worst`: by how many seconds a report is furthest from when it
    came. `doubled`: rows too many.
    """

    stored: int
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
    standing = [(keys, keys & rows.keys()) for keys in ledger.keys_of_messages()]
    lost = tuple(min(keys) for keys, found in standing if not found)
    twice = sum(len(found) - 1 for _, found in standing if found)
    wrong_by = {
        key: max(first - rows[key], rows[key] - last)
        for key, (first, last) in promised.items()
        if key in rows
    }
    misdated = tuple(key for key, by in wrong_by.items() if by > CLOCK_SECONDS)
    return Audit(
        stored=len(promised.keys() & rows.keys()),
        lost=lost,
        misdated=misdated,
        worst=max(wrong_by.values(), default=0.0),
        doubled=max(database.doubled(source, since=since, services=services), twice),
        stories=tuple(ledger.story(key) for key in (*lost[:TOLD], *misdated[:TOLD])),
    )
