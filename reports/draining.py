"""Move reports from the inbox to the database, batch by batch, losing and doubling none."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import DataError, IntegrityError

from reports import vocabulary
from reports.counting import Stored, Unstorable, store
from reports.inbox import Inbox
from reports.messages import Entry

log = logging.getLogger(__name__)

# Measured for this statement: larger batches gain little and hold the write lock longer.
BATCH = 2000
# One call ends after so many batches, so that a task has an end even under a flood.
MOST_BATCHES = 50


@dataclass(frozen=True)
class Drained:
    """What one call moved."""

    new: int = 0
    repeated: int = 0
    dead: int = 0

    def __add__(self, other: "Drained") -> "Drained":
        return Drained(self.new + other.new, self.repeated + other.repeated, self.dead + other.dead)


def drain(inbox: Inbox, *, consumer: str, most_batches: int = MOST_BATCHES) -> Drained:
    """Store what waits, until nothing does. An entry leaves the stream only after its commit.

    Entries that can never be stored become dead letters. Any other error passes through and leaves
    everything in the stream, to be taken again.
    """
    total = Drained()
    for _ in range(most_batches):
        entries = inbox.take(consumer=consumer, count=BATCH)
        if not entries:
            break
        total += _store(inbox, entries)
    return total


def _store(inbox: Inbox, entries: Sequence[Entry]) -> Drained:
    """Store a batch; halve it around an entry that the database refuses until it is alone."""
    unreadable = [entry for entry in entries if entry.report is None]
    for entry in unreadable:
        inbox.bury(entry, why="cannot be read")
    readable = [entry for entry in entries if entry.report is not None]
    return Drained(dead=len(unreadable)) + _store_readable(inbox, readable)


def _store_readable(inbox: Inbox, entries: Sequence[Entry]) -> Drained:
    if not entries:
        return Drained()
    try:
        stored = _try(entries)
    except (Unstorable, DataError, IntegrityError) as error:
        if len(entries) == 1:
            log.error("a report cannot be stored and is now a dead letter: %s", error)
            inbox.bury(entries[0], why=str(error))
            return Drained(dead=1)
        middle = len(entries) // 2
        return _store_readable(inbox, entries[:middle]) + _store_readable(inbox, entries[middle:])
    inbox.done([entry.id for entry in entries])
    return Drained(new=stored.new, repeated=stored.repeated)


def _try(entries: Sequence[Entry]) -> Stored:
    reports = [entry.report for entry in entries if entry.report is not None]
    try:
        return store(reports)
    except Unstorable:
        # The catalogue may have grown since this process read it.
        vocabulary.forget()
        return store(reports)
