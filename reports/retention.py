"""Forget single reports once they are old and counted: tokens after two days, rows after thirty."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Min, Q

from reports import partitions, salts
from reports.buckets import (
    DAY_MINUTES,
    QUARTER_MINUTES,
    ROWS_KEPT_MINUTES,
    TOKENS_KEPT_MINUTES,
    floor,
    minute_of,
)
from reports.models import ClientId, NetworkCount, Report, Suggester

# Rows that one statement touches: short locks, and room for the reports that come meanwhile.
BATCH = 5000
MINUTES_AT_ONCE = 60


@dataclass(frozen=True)
class Forgotten:
    """How many rows lost their tokens, how many rows, counts of networks, salts, clients' ids and
    tokens of people who suggested something went."""

    tokens: int
    rows: int
    networks: int
    salts: int
    ids: int
    suggesters: int


def forget(*, now: datetime) -> Forgotten:
    """Null old tokens, delete old rows, ids, salts and counts of networks. All other counts stay
    for ever; safe to run twice.

    A row is counted in the transaction that stores it, so none goes uncounted.
    """
    today = minute_of(now)
    # Ahead of midnight, and of the first report after it.
    partitions.ensure([today])
    return Forgotten(
        tokens=_null_tokens(before=today - TOKENS_KEPT_MINUTES),
        rows=_delete_rows(before=today - ROWS_KEPT_MINUTES),
        networks=_delete_networks(before=today - ROWS_KEPT_MINUTES),
        ids=ClientId.objects.filter(minute__lt=today - TOKENS_KEPT_MINUTES).delete()[0],
        salts=salts.forget(today=now.date()),
        suggesters=Suggester.objects.filter(day__lt=now.date()).delete()[0],
    )


def _null_tokens(*, before: int) -> int:
    nulled = 0
    with_tokens = Report.objects.filter(
        Q(reporter__isnull=False) | Q(prefix__isnull=False), minute__lt=before
    )
    while keys := list(with_tokens.values_list("key", flat=True)[:BATCH]):
        nulled += Report.objects.filter(key__in=keys).update(reporter=None, prefix=None)
    return nulled


def _delete_rows(*, before: int) -> int:
    """Oldest first and whole quarters, or whole days where a day is a table: what is left can still
    be recounted (recounting.py)."""
    if connection.vendor == "postgresql":
        return _drop_days(before=before)
    deleted = 0
    old = Report.objects.filter(minute__lt=floor(before, QUARTER_MINUTES)).order_by("minute")
    while keys := list(old.values_list("key", flat=True)[:BATCH]):
        deleted += Report.objects.filter(key__in=keys).delete()[0]
    return deleted


def _delete_networks(*, before: int) -> int:
    """Counts whose rows are gone (those of a table that is being read stay), oldest first."""
    oldest = Report.objects.aggregate(minute=Min("minute"))["minute"]
    before = before if oldest is None else min(before, oldest)
    deleted = 0
    old = NetworkCount.objects.filter(minute__lt=floor(before, DAY_MINUTES)).order_by("minute")
    while minutes := list(old.values_list("minute", flat=True).distinct()[:MINUTES_AT_ONCE]):
        deleted += NetworkCount.objects.filter(minute__in=minutes).delete()[0]
    return deleted


def _drop_days(*, before: int) -> int:
    return partitions.drop(before=before)
