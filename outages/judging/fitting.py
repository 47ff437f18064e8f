"""The fit of a day: four weeks of counts of all series, read and laid out block by block."""

from dataclasses import dataclass

import numpy as np
from django.db.models import Q
from numpy.typing import NDArray

from outages.detection import baseline
from outages.detection.history import Sparse
from outages.judging import dates, series
from outages.models import Implication, Incident
from reports import vocabulary
from reports.buckets import DAY_MINUTES, floor, minute_of, time_of
from reports.models import Region, Service

Ints = NDArray[np.int64]

# Services that are read at once: with 50 regions each and reports in a third of all half hours
# about 180,000 rows.
SERVICES = 8
# An incident says nothing about what is usual for so long. After half of the history it is what
# there is: a level that has changed for good must not stay an incident for ever.
UNUSUAL_DAYS = 14
# A service whose country sends at least this share of its reports keeps that country's holidays.
HOME_SHARE = 0.5


@dataclass(frozen=True)
class Learned:
    """A fit with the key of each row, sorted."""

    keys: Ints
    fit: baseline.Fit


def learn(day: int, *, first: int) -> Learned:
    """What is usual on a day, from the 28 days before it; `first` is the first minute that anything
    was counted in."""
    end = day * DAY_MINUTES
    begin = max(end - baseline.HISTORY_DAYS * DAY_MINUTES, floor(first, baseline.BIN_MINUTES))
    counts = _counts(begin, end)
    keys = counts.keys
    reports = np.zeros(len(keys), np.int64)
    if len(keys):
        reports = np.add.reduceat(counts.counts, counts.starts[:-1], dtype=np.int64)
    names = _places(keys, reports)
    calendar = dates.calendar(names, day=day)
    at = {name: place for place, name in enumerate(calendar.names)}
    past = Sparse(
        starts=counts.starts,
        bins=counts.bins,
        counts=counts.counts,
        spans=_in_incidents(keys // series.PLACE_SPAN, begin, end),
        observed_from=first,
        first=begin // baseline.BIN_MINUTES,
        length=(end - begin) // baseline.BIN_MINUTES,
        place=np.array([at[name] for name in names], dtype=np.int64),
        calendar=calendar,
    )
    if not len(keys):
        return Learned(keys=keys, fit=baseline.Fit.cold(0, calendar))
    # A region, or a network, has one shape of the day over all services: its people sleep at the
    # same time.
    groups = np.unique(keys % series.PLACE_SPAN, return_inverse=True)[1]
    return Learned(keys=keys, fit=baseline.fit_past(past, groups=groups))


@dataclass(frozen=True)
class _Counts:
    """What is not zero, row by row: 6 bytes for each half hour in which somebody reported."""

    keys: Ints
    starts: Ints
    bins: NDArray[np.int16]
    counts: NDArray[np.uint32]


def _counts(begin: int, end: int) -> _Counts:
    services = list(Service.objects.order_by("id").values_list("id", flat=True))
    keys, sizes, bins, counts = [], [], [], []
    for start in range(0, len(services), SERVICES):
        some = services[start : start + SERVICES]
        found = series.entries(first=begin, last=end - 1, width=baseline.BIN_MINUTES, services=some)
        of_rows, of_row = np.unique(found.keys, return_counts=True)
        keys.append(of_rows)
        sizes.append(of_row)
        bins.append(found.buckets.astype(np.int16))
        counts.append(found.counts.astype(np.uint32))
    return _Counts(
        keys=np.concatenate(keys),
        starts=np.append(0, np.cumsum(np.concatenate(sizes))),
        bins=np.concatenate(bins),
        counts=np.concatenate(counts),
    )


def _places(keys: Ints, reports: Ints) -> list[str]:
    """Whose clocks and days off each series goes by.

    A region's own. A country's total by the clocks of the region that sends most, and by the days
    off of the whole country. A service's total by the clocks of the country that sends most, and by
    its days off where that is HOME_SHARE of all.
    """
    places, services = keys % series.PLACE_SPAN, keys // series.PLACE_SPAN
    regions = series.regions_of(places)
    zones, codes = _zones()
    country = vocabulary.read().country_of[regions]
    is_total = regions == series.world()
    is_country = (country > 0) & (country == regions)
    clock = np.where(is_total, -1, np.arange(len(keys)))
    parts = np.flatnonzero((country > 0) & ~is_country)
    of_country = np.searchsorted(keys, services * series.PLACE_SPAN + country)
    _follow(clock, parts, of_country[parts], reports)
    countries = np.flatnonzero(is_country)
    of_total = np.searchsorted(keys, services * series.PLACE_SPAN + series.world())
    largest = np.full(len(keys), -1)
    _follow(largest, countries, of_total[countries], reports)
    at_home = reports[largest] >= HOME_SHARE * reports
    # A network goes by its service's clocks.
    largest, at_home = largest[of_total], at_home[of_total]
    found = []
    for row, region in enumerate(regions.tolist()):
        if not is_total[row]:
            found.append(dates.place(zones[int(regions[clock[row]])], codes[region]))
        elif largest[row] >= 0:
            home = int(largest[row])
            zone = zones[int(regions[clock[home]])]
            found.append(dates.place(zone, codes[int(regions[home])] if at_home[row] else ""))
        else:
            found.append(dates.NOWHERE)
    return found


def _follow(leader: Ints, rows: Ints, owners: Ints, reports: Ints) -> None:
    """Put the row with most reports (of equals the first) in the place of each owner."""
    order = np.lexsort((rows, -reports[rows], owners))
    owner, first = np.unique(owners[order], return_index=True)
    leader[owner] = rows[order][first]


def _zones() -> tuple[dict[int, str], dict[int, str]]:
    """Time zone and code of each region by id."""
    places = list(Region.objects.values_list("id", "time_zone", "code"))
    return {id_: zone for id_, zone, _ in places}, {id_: code for id_, _, code in places}


def _in_incidents(services: Ints, begin: int, end: int) -> Ints:
    """Rows and bins of services' past incidents and implications, which are not what is usual: int
    [incidents, 4], first row, row after the last, first bin, bin after the last."""
    width = baseline.BIN_MINUTES
    incidents = Incident.objects.exclude(state=Incident.State.RETRACTED).filter(
        Q(resolved_at=None) | Q(resolved_at__gt=time_of(begin)), started_at__lt=time_of(end)
    )
    # Nor is what was said here of another's outage.
    implications = Implication.objects.filter(
        Q(until=None) | Q(until__gt=time_of(begin)), since__lt=time_of(end)
    )
    told = [
        (service, minute_of(started), end if ended is None else minute_of(ended))
        for service, started, ended in (
            *incidents.values_list("service_id", "started_at", "resolved_at"),
            *implications.values_list("service_id", "since", "until"),
        )
    ]
    service, started, ended = np.array(told, dtype=np.int64).reshape(-1, 3).T
    ended = np.minimum(ended, started + UNUSUAL_DAYS * DAY_MINUTES)
    spans = np.stack(
        [
            np.searchsorted(services, service, side="left"),
            np.searchsorted(services, service, side="right"),
            np.maximum(started - begin, 0) // width,
            np.clip((ended - begin) // width + 1, 0, (end - begin) // width),
        ],
        axis=1,
    )
    return np.asarray(spans, np.int64)
