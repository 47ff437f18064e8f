"""A service's counts over time beside what is usual: the numbers of its chart."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db.models import F, Sum
from django.db.models.functions import Mod
from numpy.typing import NDArray

from outages import expectation
from outages.detection.surprise import interval, surprise, z_of
from reports import vocabulary
from reports.buckets import floor, time_of
from reports.models import MinuteCount, Region


@dataclass(frozen=True)
class Span:
    """Minutes `first` to `last`, in steps of `step` minutes."""

    first: int
    last: int
    step: int

    @classmethod
    def ending(cls, minute: int, *, window: int, step: int) -> "Span":
        """The whole steps of a window that ends with the step before `minute` ends."""
        last = floor(minute + 1, step) - 1
        return cls(first=last - window + 1, last=last, step=step)

    @property
    def starts(self) -> NDArray[np.int64]:
        return np.arange(self.first, self.last + 1, self.step)


def points(*, service: int, region: int, span: Span) -> list[dict[str, Any]]:
    """One point a step: reports, distinct reporters, and what is usual with its 95 % band.

    Where nothing is known of what is usual (a new service or region), expected, low, high and z are
    null.
    """
    reports, reporters = _counted(service, region, span)
    minutes = np.arange(span.first, span.last + 1)
    usual = expectation.expected_per_minute([(service, region)], minutes, minute=span.last)
    mean = usual.mean[0].reshape(-1, span.step).sum(axis=1)
    known = bool(usual.days[0] > 0)
    relvar = usual.relvar[0]
    low, high = interval(mean, relvar)
    z = z_of(surprise(reporters, mean, relvar)) if known else np.zeros(len(mean))
    return [
        {
            "at": time_of(int(start)),
            "reports": int(reports[i]),
            "reporters": int(reporters[i]),
            "expected": round(float(mean[i]), 2) if known else None,
            "low": int(low[i]) if known else None,
            "high": int(high[i]) if known else None,
            "z": round(float(z[i]), 2) if known else None,
        }
        for i, start in enumerate(span.starts)
    ]


def reports_by_step(services: list[int], *, span: Span) -> dict[int, list[int]]:
    """Reports per step of each service, for small charts in lists: one query."""
    result = {service: np.zeros(len(span.starts), dtype=np.int64) for service in services}
    rows = (
        MinuteCount.objects.filter(service__in=services, minute__range=(span.first, span.last))
        .annotate(start=F("minute") - Mod(F("minute") - span.first, span.step))
        .values_list("service_id", "start")
        .annotate(n=Sum("reports"))
    )
    for service, start, n in rows:
        result[service][(start - span.first) // span.step] += n
    return {service: values.tolist() for service, values in result.items()}


def places_within(region: int) -> list[int] | None:
    """Ids of the regions whose reports make up a region; None for the world: all of them."""
    known = vocabulary.read()
    if region == known.regions[Region.WORLD]:
        return None
    parts = np.flatnonzero(known.country_of == region).tolist()
    return parts or [region]


def _counted(
    service: int, region: int, span: Span
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    counts = MinuteCount.objects.filter(service=service, minute__range=(span.first, span.last))
    places = places_within(region)
    if places is not None:
        counts = counts.filter(region__in=places)
    rows = (
        counts.annotate(start=F("minute") - Mod(F("minute") - span.first, span.step))
        .values_list("start")
        .annotate(reports_sum=Sum("reports"), reporters_sum=Sum("first_reporters"))
    )
    reports = np.zeros(len(span.starts), dtype=np.int64)
    reporters = np.zeros(len(span.starts), dtype=np.int64)
    for start, n, people in rows:
        at = (start - span.first) // span.step
        reports[at], reporters[at] = n, people
    return reports, reporters
