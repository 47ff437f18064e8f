"""What is on record about a service: its last three months by day, how often and how long it was
down, and what is not known. One query of bounded size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import groupby
from statistics import median
from typing import Any

from outages.models import Incident
from reports import kept, vocabulary
from reports.buckets import time_of
from reports.models import MinuteCount

Body = dict[str, Any]
DAYS = 90
# Ninety days are told in parts of so many.
PART_DAYS = 30
DAY = timedelta(days=1)
# More incidents than any service had in three months.
MOST_READ = 500
NO_DATA, NONE, INCIDENT = "no_data", "none", "incident"


@dataclass(frozen=True)
class _Span:
    """An incident; `ended` is now while it goes on."""

    started: datetime
    ended: datetime
    ongoing: bool

    def within(self, start: datetime, end: datetime) -> timedelta:
        """How much of it lies between two times."""
        return max(min(self.ended, end) - max(self.started, start), timedelta(0))

    @property
    def length(self) -> timedelta:
        return self.ended - self.started


def history(slug: str, *, now: datetime) -> Body:
    """The last DAYS days of a service, today included, in UTC; raises KeyError for an unknown one.

    `days`: day (midnight), state ("no_data": nothing was counted here yet; "none": no incident;
    "incident"), minutes with an incident and number of incidents that touched it; `runs`: the same
    with days in a row that are alike together. `counted_days`: how many have data.
    `parts`: incidents begun in the last 30 days, in the 30 before, and so on, None where nothing
    was counted. `incidents`, `minutes`, `share` (of the time in which reports were counted),
    `median_minutes` and `longest_minutes` (of those that are over): None where there are none.
    """
    service = vocabulary.read().services[slug]
    today = datetime.combine(now.astimezone(UTC).date(), time(), UTC)
    first = today - (DAYS - 1) * DAY
    spans, since = _spans(service, first, now), _counted_since(service)
    days = [_day(first + n * DAY, spans, since, now) for n in range(DAYS)]
    over = [one.length / timedelta(minutes=1) for one in spans if not one.ongoing]
    down = sum((one.within(first, now) for one in spans), timedelta(0))
    counted = now - max(first, since) if since and since < now else timedelta(0)
    return {
        "days": days,
        "runs": _runs(days),
        "counted_days": sum(day["state"] != NO_DATA for day in days),
        "counted_since": since,
        "incidents": len(spans),
        "parts": _parts(spans, since, now),
        "minutes": round(down / timedelta(minutes=1)),
        "share": min(down / counted, 1.0) if counted else None,
        "median_minutes": median(over) if over else None,
        "longest_minutes": max(over) if over else None,
        "last_started_at": max((one.started for one in spans), default=None),
    }


def _spans(service: int, first: datetime, now: datetime) -> list[_Span]:
    rows = (
        Incident.objects.filter(service=service)
        .exclude(state=Incident.State.RETRACTED)
        .exclude(resolved_at__lt=first)
        .order_by("-started_at")
        .values_list("started_at", "resolved_at")
    )
    return [
        _Span(started, ended or now, ongoing=ended is None) for started, ended in rows[:MOST_READ]
    ]


# Service id → the first minute that was counted of it; it does not change any more.
_first: dict[int, int] = {}
kept.on_forget(_first.clear)


def _counted_since(service: int) -> datetime | None:
    """When this service was first reported here."""
    if service not in _first:
        rows = MinuteCount.objects.filter(service=service).order_by("minute")
        minute = rows.values_list("minute", flat=True).first()
        if minute is None:
            return None
        _first[service] = minute
    return time_of(_first[service])


def _day(day: datetime, spans: Sequence[_Span], since: datetime | None, now: datetime) -> Body:
    end = min(day + DAY, now)
    touching = [one for one in spans if one.started < end and one.ended >= day]
    down = sum((one.within(day, end) for one in touching), timedelta(0))
    state = INCIDENT if touching else NONE
    if not touching and (since is None or day + DAY <= since):
        state = NO_DATA
    return {
        "day": day,
        "state": state,
        "minutes": round(down / timedelta(minutes=1)),
        "incidents": len(touching),
    }


def _runs(days: Sequence[Body]) -> list[Body]:
    """Days with an incident each by itself, others that are alike together; the newest first."""
    alike = groupby(enumerate(days), key=lambda pair: _alike(*pair))
    return [
        {**run[-1], "day": run[0]["day"], "until": run[-1]["day"], "number": len(run)}
        for run in ([day for _, day in group] for _, group in alike)
    ][::-1]


def _alike(nth: int, day: Body) -> tuple[str, int]:
    return day["state"], nth if day["state"] == INCIDENT else 0


def _parts(spans: Sequence[_Span], since: datetime | None, now: datetime) -> list[int | None]:
    counts: list[int | None] = []
    for part in range(DAYS // PART_DAYS):
        end = now - part * PART_DAYS * DAY
        begun = sum(end - PART_DAYS * DAY < one.started <= end for one in spans)
        known = since is not None and since < end
        counts.append(begun if begun or known else None)
    return counts
