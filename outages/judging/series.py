"""Counts as arrays: a row for every (service, region) with reports, its country, the world."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from django.db.models import F, QuerySet, Sum
from numpy.typing import NDArray

from reports import kept, vocabulary
from reports.models import MinuteCount, Region

# A series' name in one number: service id times this, plus region id (a smallint).
REGION_SPAN = 1 << 16


@dataclass(frozen=True)
class Series:
    """Distinct reporters per bucket.

    `keys` int [series]: key_of(service, region), sorted; `counts` int [series, buckets]; `parents`
    int [series]: row of the service's total, -1 for the totals themselves; `first` minute of the
    first bucket; `width` minutes of a bucket.
    """

    keys: NDArray[np.int64]
    counts: NDArray[np.int64]
    parents: NDArray[np.int64]
    first: int
    width: int

    @cached_property
    def services(self) -> NDArray[np.int64]:
        return self.keys // REGION_SPAN

    @cached_property
    def regions(self) -> NDArray[np.int64]:
        return self.keys % REGION_SPAN

    @cached_property
    def leaves(self) -> NDArray[np.bool_]:
        """Rows that name a place as finely as it was reported: parts of countries, and countries
        that nobody reported by their parts. None lies within another."""
        country_of = vocabulary.read().country_of
        country = country_of[self.regions]
        is_part = (country > 0) & (country != self.regions)
        split = np.unique(self.services[is_part] * REGION_SPAN + country[is_part])
        is_country = (country > 0) & (country == self.regions)
        return np.asarray(is_part | (is_country & ~np.isin(self.keys, split)))


def key_of(service: int, region: int) -> int:
    return service * REGION_SPAN + region


def world() -> int:
    """Region id of the world: the row that holds a service's total."""
    return vocabulary.read().regions[Region.WORLD]


def read(*, first: int, last: int, width: int = 1) -> Series:
    """Reporters not heard in 24 hours, of the minutes `first` to `last`, in buckets of `width`.

    `first` must be a multiple of `width`. Only series with at least one report come back.
    """
    rows = np.fromiter(chain.from_iterable(_rows(first, last, width)), np.int64).reshape(-1, 4)
    return _rolled_up(rows, first=first, last=last, width=width)


@dataclass(frozen=True)
class Entries:
    """Distinct reporters where there are any: of which series, in which bucket. Sorted."""

    keys: NDArray[np.int64]
    buckets: NDArray[np.int64]
    counts: NDArray[np.int64]


def entries(*, first: int, last: int, width: int, services: Sequence[int]) -> Entries:
    """The same of some services, without the zeros."""
    found = _rows(first, last, width).filter(service_id__in=services)
    rows = np.array(list(found), dtype=np.int64).reshape(-1, 4)
    keys, buckets, values = _with_wider(rows, first=first, width=width)
    length = (last - first) // width + 1
    places, at = np.unique(keys * length + buckets, return_inverse=True)
    counts = np.bincount(at, weights=values, minlength=len(places)).astype(np.int64)
    return Entries(keys=places // length, buckets=places % length, counts=counts)


_first: list[int] = []
kept.on_forget(_first.clear)


def first_minute() -> int | None:
    """The first minute that this instance has counted anything in; it does not change any more."""
    if not _first:
        rows = MinuteCount.objects.order_by("minute").values_list("minute", flat=True)
        _first.extend(rows[:1])
    return _first[0] if _first else None


def _rows(first: int, last: int, width: int) -> QuerySet[MinuteCount, tuple[int, int, int, int]]:
    rows = MinuteCount.objects.filter(minute__range=(first, last), first_reporters__gt=0)
    if width == 1:
        return rows.values_list("service_id", "region_id", "minute", "first_reporters")
    return (
        rows.annotate(bucket=F("minute") - F("minute") % width)
        .values_list("service_id", "region_id", "bucket")
        .annotate(reporters=Sum("first_reporters"))
    )


def _rolled_up(rows: NDArray[np.int64], *, first: int, last: int, width: int) -> Series:
    total = world()
    keys, buckets, values = _with_wider(rows, first=first, width=width)
    unique, row_of = np.unique(keys, return_inverse=True)
    length = (last - first) // width + 1
    counts = np.bincount(
        row_of * length + buckets, weights=values, minlength=len(unique) * length
    ).astype(np.int64)
    return Series(
        keys=unique,
        counts=counts.reshape(len(unique), length),
        parents=_parents(unique, total),
        first=first,
        width=width,
    )


def _with_wider(
    rows: NDArray[np.int64], *, first: int, width: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Each row for its region, its country and the world: keys, buckets and reporters."""
    known = vocabulary.read()
    service, region, minute, reporters = rows.T
    country = known.country_of[region]
    total = known.regions[Region.WORLD]
    has_own = region != country
    has_country = country > 0
    own = has_own & (region != known.regions[Region.UNKNOWN])
    keys = np.concatenate(
        [
            service[own] * REGION_SPAN + region[own],
            service[has_country] * REGION_SPAN + country[has_country],
            service * REGION_SPAN + total,
        ]
    )
    bucket = (minute - first) // width
    buckets = np.concatenate([bucket[own], bucket[has_country], bucket])
    values = np.concatenate([reporters[own], reporters[has_country], reporters])
    return keys, buckets, values


def _parents(keys: NDArray[np.int64], total: int) -> NDArray[np.int64]:
    totals = keys // REGION_SPAN * REGION_SPAN + total
    return np.where(keys == totals, -1, np.searchsorted(keys, totals)).astype(np.int64)
