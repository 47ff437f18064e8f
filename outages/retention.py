"""Forget readings once they are old, but for those of incidents."""

from datetime import datetime

from outages.models import Reading
from reports.buckets import DAY_MINUTES, minute_of

# As long as the single reports that a reading may be compared with.
READINGS_KEPT_DAYS = 30
# Rows that one statement deletes: short locks, and room for the watch, which writes meanwhile.
BATCH = 5000


def forget(*, now: datetime) -> int:
    """Delete readings without an incident that are older than 30 days; gives how many. Safe to run
    twice at once."""
    old = Reading.objects.filter(
        incident=None, minute__lt=minute_of(now) - READINGS_KEPT_DAYS * DAY_MINUTES
    ).order_by("minute")
    deleted = 0
    while keys := list(old.values_list("pk", flat=True)[:BATCH]):
        deleted += Reading.objects.filter(pk__in=keys).delete()[0]
    return deleted
