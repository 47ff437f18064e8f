"""Tell the inbox what it has not heard: votes that the database took, or that it has forgotten."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import TypeVar

from reports.buckets import DAY_MINUTES, minute_of, window_of
from reports.inbox import Inbox
from reports.messages import SaidBefore, Vote
from reports.models import ClientId, Kind, Report, Unheard
from reports.reporter import first_key

BATCH = 2000
T = TypeVar("T")


def recall(inbox: Inbox, *, now: datetime) -> int:
    """Bring votes, sightings and ids of the inbox up to date; gives how many rows it was told.

    After an outage that is what the database took meanwhile; an inbox that knows nothing (a new
    server, a lost file) is told the last 24 hours. Safe to run twice. Counts never hang on it: the
    key does that; this is for the answers' sake, and so that nobody is a first voice twice.
    """
    unheard = Unheard.objects.first()
    if unheard is None and inbox.remembers():
        return 0
    since = unheard.since if unheard is not None else window_of(now)
    if not inbox.remembers():
        since = min(since, minute_of(now) - DAY_MINUTES)
    told = 0
    for votes in _in_batches(_votes(since=since)):
        inbox.tell(votes, now=now)
        told += len(votes)
    for ids in _in_batches(_ids(since=since)):
        inbox.tell_ids(ids)
    inbox.remember()
    if unheard is not None:
        # What was written since we looked stays to be told by the next tick.
        Unheard.objects.filter(writes=unheard.writes).delete()
    return told


def _votes(*, since: int) -> Iterator[Vote]:
    rows = (
        Report.objects.filter(key__gte=first_key(since))
        .order_by("key")
        .values_list(
            "key", "service__slug", "kind", "reporter", "received", "first_in_24h", "weight"
        )
    )
    for key, service, kind, reporter, received, first, weight in rows.iterator(chunk_size=BATCH):
        was_first = first and weight > 0 and kind == Kind.REPORT
        yield Vote(
            key=key, service=service, received=received, person=reporter if was_first else None
        )


def _ids(*, since: int) -> Iterator[SaidBefore]:
    rows = ClientId.objects.filter(minute__gte=since).values_list(
        "service__slug", "client_id", "key", "said"
    )
    for service, client_id, key, said in rows.iterator(chunk_size=BATCH):
        yield SaidBefore(service=service, client_id=client_id, key=key, said=said)


def _in_batches(items: Iterator[T]) -> Iterator[list[T]]:
    while batch := list(islice(items, BATCH)):
        yield batch
