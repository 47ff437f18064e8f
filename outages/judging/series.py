"""Counts as arrays: a row for every (service, region) with reports, its country, the world, and
for every network that they came through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from django.db.models import F, QuerySet, Sum
from numpy.typing import NDArray

from outages.detection.week import HISTORY_DAYS
from reports import kept, vocabulary
from reports.buckets import DAY_MINUTES
from reports.models import MinuteCount, NetworkCount, Region

# A series' name in one number: service id times this, plus its place: a region id (a smallint), or
# an AS number (32 bits) above FIRST_NETWORK.
PLACE_SPAN = 1 << 33
FIRST_NETWORK = 1 << 32


# Service id, region id or AS number, minute, reporters.
Counted = tuple[int, int, int, int]


@dataclass(frozen=True)
class Series:
    """Distinct reporters per bucket.

    `keys` int [series]: key_of(service, place), sorted; `counts` int [series, buckets]; `parents`
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
        return self.keys // PLACE_SPAN

    @cached_property
    def places(self) -> NDArray[np.int64]:
        return self.keys % PLACE_SPAN

    @cached_property
    def regions(self) -> NDArray[np.int64]:
        """Region ids; a network's row is about the world."""
        return regions_of(self.places)

    @cached_property
    def networks(self) -> NDArray[np.int64]:
        """AS numbers; 0 for rows of regions."""
        return networks_of(self.places)

    @cached_property
    def leaves(self) -> NDArray[np.bool_]:
        """Rows that name a place as finely as it was reported: parts of countries, and countries
        that nobody reported by their parts. None lies within another."""
        return leaves_of(self.keys)


def leaves_of(keys: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Of keys as key_of makes them, those that name a place and have no part of it beside them."""
    services, regions = keys // PLACE_SPAN, regions_of(keys % PLACE_SPAN)
    country = vocabulary.read().country_of[regions]
    is_part = (country > 0) & (country != regions)
    split = np.unique(services[is_part] * PLACE_SPAN + country[is_part])
    is_country = (country > 0) & (country == regions)
    return np.asarray(is_part | (is_country & ~np.isin(keys, split)))


def key_of(service: int, region: int, network: int = 0) -> int:
    return service * PLACE_SPAN + (FIRST_NETWORK + network if network else region)


def regions_of(places: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.where(places >= FIRST_NETWORK, world(), places)


def networks_of(places: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.maximum(places - FIRST_NETWORK, 0)


def world() -> int:
    """Region id of the world: the row that holds a service's total."""
    return vocabulary.read().regions[Region.WORLD]


def read(*, first: int, last: int, width: int = 1) -> Series:
    """Reporters not heard in 24 hours, of the minutes `first` to `last`, in buckets of `width`.

    `first` must be a multiple of `width`. Only series with at least one report come back.
    """
    rows = _array(_rows(first, last, width))
    through = _array(_networks(first, last, width))
    return _rolled_up(rows, through, first=first, last=last, width=width)


def _array(rows: Iterable[Counted]) -> NDArray[np.int64]:
    return np.fromiter(chain.from_iterable(rows), np.int64).reshape(-1, 4)


@dataclass(frozen=True)
class Entries:
    """Distinct reporters where there are any: of which series, in which bucket. Sorted."""

    keys: NDArray[np.int64]
    buckets: NDArray[np.int64]
    counts: NDArray[np.int64]


def entries(*, first: int, last: int, width: int, services: Sequence[int]) -> Entries:
    """The same of some services, without the zeros."""
    rows = _array(_rows(first, last, width).filter(service_id__in=services))
    through = _array(_networks(first, last, width).filter(service_id__in=services))
    keys, buckets, values = _with_wider(rows, through, first=first, width=width)
    length = (last - first) // width + 1
    places, at = np.unique(keys * length + buckets, return_inverse=True)
    counts = np.bincount(at, weights=values, minlength=len(places)).astype(np.int64)
    return Entries(keys=places // length, buckets=places % length, counts=counts)


_first: list[int] = []
_first_network: list[int] = []
kept.on_forget(_first.clear)
kept.on_forget(_first_network.clear)


def first_minute() -> int | None:
    """The first minute that this instance has counted anything in; it does not change any more."""
    if not _first:
        rows = MinuteCount.objects.order_by("minute").values_list("minute", flat=True)
        _first.extend(rows[:1])
    return _first[0] if _first else None


def _tells_networks(minute: int) -> bool:
    """Have networks been told for as long as the past that is looked at? What was not told was not
    silent: a table of networks that is installed today makes no network's first report news."""
    start = first_minute()
    if not _first_network:
        rows = NetworkCount.objects.order_by("minute").values_list("minute", flat=True)
        _first_network.extend(rows[:1])
    if start is None or not _first_network:
        return False
    return _first_network[0] <= max(start, minute - HISTORY_DAYS * DAY_MINUTES) + DAY_MINUTES


def _rows(first: int, last: int, width: int) -> QuerySet[MinuteCount, Counted]:
    rows = MinuteCount.objects.filter(minute__range=(first, last), first_reporters__gt=0)
    if width == 1:
        return rows.values_list("service_id", "region_id", "minute", "first_reporters")
    return (
        rows.annotate(bucket=F("minute") - F("minute") % width)
        .values_list("service_id", "region_id", "bucket")
        .annotate(reporters=Sum("first_reporters"))
    )


def _networks(first: int, last: int, width: int) -> QuerySet[NetworkCount, Counted]:
    rows = NetworkCount.objects.filter(minute__range=(first, last), first_reporters__gt=0)
    if not _tells_networks(last):
        rows = rows.none()
    if width == 1:
        return rows.values_list("service_id", "network", "minute", "first_reporters")
    return (
        rows.annotate(bucket=F("minute") - F("minute") % width)
        .values_list("service_id", "network", "bucket")
        .annotate(reporters=Sum("first_reporters"))
    )


def _rolled_up(
    rows: NDArray[np.int64], through: NDArray[np.int64], *, first: int, last: int, width: int
) -> Series:
    total = world()
    keys, buckets, values = _with_wider(rows, through, first=first, width=width)
    unique, row_of = np.unique(keys, return_inverse=True)
    length = (last - first) // width + 1
    counts = np.zeros(len(unique) * length, np.int64)
    np.add.at(counts, row_of * length + buckets, values)
    return Series(
        keys=unique,
        counts=counts.reshape(len(unique), length),
        parents=_parents(unique, total),
        first=first,
        width=width,
    )


def _with_wider(
    rows: NDArray[np.int64], through: NDArray[np.int64], *, first: int, width: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Each row for its region, its country and the world, and those of networks (`through`) by
    themselves: keys, buckets and reporters."""
    known = vocabulary.read()
    service, region, minute, reporters = rows.T
    country = known.country_of[region]
    total = known.regions[Region.WORLD]
    has_own = region != country
    has_country = country > 0
    own = has_own & (region != known.regions[Region.UNKNOWN])
    keys = np.concatenate(
        [
            service[own] * PLACE_SPAN + region[own],
            service[has_country] * PLACE_SPAN + country[has_country],
            service * PLACE_SPAN + total,
            through[:, 0] * PLACE_SPAN + FIRST_NETWORK + through[:, 1],
        ]
    )
    bucket = (minute - first) // width
    of_network = (through[:, 2] - first) // width
    buckets = np.concatenate([bucket[own], bucket[has_country], bucket, of_network])
    values = np.concatenate([reporters[own], reporters[has_country], reporters, through[:, 3]])
    return keys, buckets, values


def _parents(keys: NDArray[np.int64], total: int) -> NDArray[np.int64]:
    totals = keys // PLACE_SPAN * PLACE_SPAN + total
    return np.where(keys == totals, -1, np.searchsorted(keys, totals)).astype(np.int64)
