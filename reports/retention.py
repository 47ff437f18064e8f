"""Forget single reports once they are old and counted: tokens after two days, rows after thirty."""

from dataclasses import dataclass
from datetime import datetime

from reports import salts
from reports.buckets import (
    QUARTER_MINUTES,
    ROWS_KEPT_MINUTES,
    TOKENS_KEPT_MINUTES,
    floor,
    minute_of,
)
from reports.models import Report

# Rows that one statement touches: short locks, and room for the reports that come meanwhile.
BATCH = 5000


@dataclass(frozen=True)
class Forgotten:
    """How many rows lost their tokens, how many rows went, how many salts went."""

    tokens: int
    rows: int
    salts: int


def forget(*, now: datetime) -> Forgotten:
    """Null old tokens, delete old rows and old salts. Counts stay for ever; safe to run twice."""
    today = minute_of(now)
    tokens = rows = 0
    with_tokens = Report.objects.filter(minute__lt=today - TOKENS_KEPT_MINUTES).exclude(
        reporter=None, prefix=None
    )
    while keys := list(with_tokens.values_list("key", flat=True)[:BATCH]):
        tokens += Report.objects.filter(key__in=keys).update(reporter=None, prefix=None)
    # Oldest first and whole quarters, so that what is left can still be recounted (recounting.py).
    last = floor(today - ROWS_KEPT_MINUTES, QUARTER_MINUTES)
    old = Report.objects.filter(minute__lt=last).order_by("minute")
    while keys := list(old.values_list("key", flat=True)[:BATCH]):
        rows += Report.objects.filter(key__in=keys).delete()[0]
    return Forgotten(tokens=tokens, rows=rows, salts=salts.forget(today=now.date()))
