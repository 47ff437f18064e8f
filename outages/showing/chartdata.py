"""A service's counts over time beside what is usual: the numbers of its chart."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from django.db.models import F, QuerySet, Sum
from numpy.typing import NDArray

from outages.detection.surprise import interval, surprise, z_of
from outages.judging.series import world
from outages.showing import tables, usual
from outages.showing.cells import split
from outages.showing.places import rows_of
from reports import vocabulary
from reports.buckets import time_of
from reports.models import MinuteCount

Ints = NDArray[np.int64]
# Makes one group of all.
TOGETHER = np.array([0, 1, 1, 1])


@dataclass(frozen=True)
class Span:
    """Minutes `first` to `last`, in steps of `step` minutes."""

    first: int
    last: int
    step: int

    @classmethod
    def ending(cls, minute: int, *, window: int, step: int) -> "Span":
        """A window that ends with a minute, in whole steps from there back: steps that began at
        whole hours would show an outage only when the step that it falls into is over."""
        return cls(first=minute - window + 1, last=minute, step=step)

    @property
    def starts(self) -> Ints:
        return np.arange(self.first, self.last + 1, self.step)

    @property
    def length(self) -> int:
        return (self.last - self.first + 1) // self.step


@dataclass(frozen=True)
class _Counted:
    """Reports and reporters of each step, int [steps], and whether they may be shown, bool."""

    reports: Ints
    reporters: Ints
    shown: NDArray[np.bool_]


def points(
    *, service: int, region: int, span: Span, as_of: int | None = None
) -> list[dict[str, Any]]:
    """One point a step: reports, distinct reporters, and what is usual with its 95 % band (`as_of`:
    by the fit of another day, usual.by_step).

    Where nothing is known of what is usual (a new service or region), expected, low, high and z are
    null. A point of a region that is a small cell has null for its reports, reporters and z; a
    service's own total is always told.
    """
    counted = _total(service, span) if region == world() else _placed(service, region, span)
    expected = usual.by_step(
        [(service, region)], first=span.first, last=span.last, step=span.step, as_of=as_of
    )
    mean, relvar, known = expected.mean[0], expected.relvar[0], bool(expected.known[0])
    low, high = interval(mean, relvar)
    z = z_of(surprise(counted.reporters, mean, relvar))
    return [
        {
            "at": time_of(int(start)),
            "reports": int(counted.reports[i]) if counted.shown[i] else None,
            "reporters": int(counted.reporters[i]) if counted.shown[i] else None,
            "expected": round(float(mean[i]), 2) if known else None,
            "low": int(low[i]) if known else None,
            "high": int(high[i]) if known else None,
            "z": _score(float(z[i])) if known and counted.shown[i] else None,
        }
        for i, start in enumerate(span.starts)
    ]


def counted_only(
    points: list[dict[str, Any]], *, since: datetime | None, step: int
) -> list[dict[str, Any]]:
    """The same with no counts in steps (of so many minutes) that were over before `since`: nobody
    counted then, which is not the same as nobody reporting."""
    if since is None:
        return points
    nothing = {"reports": None, "reporters": None, "z": None}
    return [
        {**point, **(nothing if point["at"] + timedelta(minutes=step) <= since else {})}
        for point in points
    ]


def reports_by_step(services: list[int], *, span: Span) -> dict[int, list[int]]:
    """Reports per step of each service, for small charts in lists: one query."""
    result = {service: np.zeros(span.length, dtype=np.int64) for service in services}
    rows = (
        _counts(span)
        .filter(service__in=services)
        .values_list("service_id", "step")
        .annotate(n=Sum("reports"))
    )
    for service, step, n in rows:
        result[service][step] += n
    return {service: values.tolist() for service, values in result.items()}


def _score(z: float) -> float | None:
    """Infinitely surprising, where nothing at all is expected, is no number in JSON."""
    return round(z, 2) if np.isfinite(z) else None


def _counts(span: Span) -> QuerySet[Any, Any]:
    """Counts of the span, with the number of their step."""
    inside = MinuteCount.objects.filter(minute__range=(span.first, span.last))
    # Whole numbers: SQLite and PostgreSQL drop the rest.
    return inside.annotate(step=(F("minute") - span.first) / span.step)


def _total(service: int, span: Span) -> _Counted:
    rows = (
        _counts(span)
        .filter(service=service)
        .values_list("step")
        .annotate(n=Sum("reports"), people=Sum("first_reporters"))
    )
    reports, reporters = np.zeros((2, span.length), dtype=np.int64)
    for step, n, people in rows:
        reports[step], reporters[step] = n, people
    return _Counted(reports, reporters, np.ones(span.length, dtype=bool))


def _placed(service: int, region: int, span: Span) -> _Counted:
    """Counts of a region. All regions of the service are read: whether a cell would give away
    another one depends on those beside it, and on the region's other steps."""
    country_of = vocabulary.read().country_of
    rows = rows_of(_counts(span).filter(service=service), group="step")
    cells, whole = split(rows, country_of), split(rows * TOGETHER, country_of)
    totals = np.ones(span.length, dtype=bool)
    return _Counted(*tables.of_region(region, cells, whole, country_of, totals=totals))
