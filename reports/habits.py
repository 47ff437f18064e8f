"""Reports by service and network, of the last half hour and as usual: what suspicion looks at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce
from numpy.typing import NDArray

from reports import kept
from reports.buckets import DAY_MINUTES, floor
from reports.models import Discard, Kind, MinuteCount, Report, Suspicion
from reports.reporter import first_key

# Reports are judged from so far back ...
SPAN_MINUTES = 30
# ... if a service has so many, ...
FEWEST_REPORTS = 30
# ... by its newest minutes with so many: enough to know a share by.
ENOUGH_REPORTS = 2000
# What is usual: these days, the hours around this one. Networks come and go with the time of day.
USUAL_DAYS = 7
HOUR = 60

# Discards that people do not bring about. Those over a prefix's cap are none: the shared addresses
# of a carrier reach it in every real outage, and what is over it weighs nothing anyway. Unproven
# ones are none: a suspicion would keep itself alive by them.
SIGNS = (Discard.CROSS_SITE, Discard.HONEYPOT, Discard.NO_TOKEN, Discard.TOO_FAST)

# A row for each service and network: how many reports, how many of them with a sign. Network 0:
# not known.
ROW = np.dtype([("service", "i8"), ("network", "i8"), ("n", "i8"), ("signs", "i8")])
Rows = NDArray[np.void]
Ids = NDArray[np.int64]


@dataclass(frozen=True)
class Usual:
    """`rows` of the asked services; `networks`, sorted, that any report came from, and how often
    each, of all services.
    """

    rows: Rows
    networks: Ids
    times: Ids


def recent(*, minute: int) -> Rows:
    """Rows of the services that are busy in the half hour up to `minute`. Two queries."""
    chosen = _newest(minute)
    return _rows(Report.objects.filter(chosen)) if chosen else np.empty(0, ROW)


def usual(services: Ids, *, minute: int) -> Usual:
    """The rows of the hours around this one, of the last USUAL_DAYS days. Kept for the hour.

    Two queries for the first services of an hour, one for those that are busy later.
    """
    return _habits.of(services, hour=floor(minute, HOUR))


def forget() -> None:
    """Another database stands behind this process."""
    _habits.start(hour=0)


def _newest(minute: int) -> Q | None:
    """The minutes of each busy service that are looked at; None when none is busy."""
    counts = (
        MinuteCount.objects.filter(minute__range=(minute - SPAN_MINUTES + 1, minute))
        .values_list("service_id", "minute")
        .annotate(volume_sum=Sum("volume"))
        .order_by("service_id", "-minute")
    )
    table = np.array(list(counts), dtype=np.int64).reshape(-1, 3)
    services, begins, of = np.unique(table[:, 0], return_index=True, return_inverse=True)
    later = np.cumsum(table[:, 2]) - table[:, 2]
    needed = later - later[begins][of] < ENOUGH_REPORTS
    first = np.full(services.size, minute)
    np.minimum.at(first, of[needed], table[needed, 1])
    busy = np.bincount(of, table[:, 2], services.size) >= FEWEST_REPORTS
    chosen: Q | None = None
    # As many parts as there are minutes, however many services.
    for start in np.unique(first[busy]).tolist():
        some = services[busy & (first == start)].tolist()
        part = Q(service_id__in=some, minute__range=(start, minute))
        chosen = part if chosen is None else chosen | part
    return chosen


class _Habits:
    """What was usual, of the services that were asked for in this hour."""

    def __init__(self) -> None:
        self.start(hour=0)

    def start(self, *, hour: int) -> None:
        self._hour = hour
        self._services: Ids = np.empty(0, np.int64)
        self._rows: Rows = np.empty(0, ROW)
        self._networks: Ids | None = None

    def of(self, services: Ids, *, hour: int) -> Usual:
        if hour != self._hour:
            self.start(hour=hour)
        if self._networks is None:
            self._networks = _networks(hour)
        new = np.setdiff1d(services, self._services)
        if new.size:
            self._rows = np.concatenate([self._rows, _past_rows(new, hour)])
            self._services = np.union1d(self._services, new)
        asked = self._rows[np.isin(self._rows["service"], services)]
        return Usual(rows=asked, networks=self._networks[:, 0], times=self._networks[:, 1])


_habits = _Habits()
kept.on_forget(forget)


def _past(hour: int) -> list[tuple[int, int]]:
    """First and last minute on each day, so that every minute of this hour has its half hour."""
    days = range(DAY_MINUTES, (USUAL_DAYS + 1) * DAY_MINUTES, DAY_MINUTES)
    return [(hour - day - SPAN_MINUTES, hour - day + HOUR + SPAN_MINUTES) for day in days]


def _past_rows(services: Ids, hour: int) -> Rows:
    chosen = _any(Q(minute__range=span) for span in _past(hour))
    # A long attack must not become what is usual.
    suspected = Suspicion.objects.filter(
        service_id=OuterRef("service_id"),
        by=Suspicion.By.WATCH,
        since__lte=OuterRef("received") + timedelta(minutes=SPAN_MINUTES),
    )
    return _rows(
        Report.objects.filter(chosen, ~Exists(suspected), service_id__in=services.tolist())
    )


def _networks(hour: int) -> Ids:
    """int [networks, 2]: each network that reports of any service came from, and how many did."""
    # By the key, which begins with the window: there is no index over minutes alone.
    chosen = _any(
        Q(key__gte=first_key(first), key__lt=first_key(last + 1)) for first, last in _past(hour)
    )
    counts = (
        Report.objects.filter(chosen, kind=Kind.REPORT, weight__gt=0, network__isnull=False)
        .values_list("network")
        .annotate(n=Count("key"))
        .order_by("network")
    )
    return np.array(list(counts), dtype=np.int64).reshape(-1, 2)


def _rows(reports: QuerySet[Report]) -> Rows:
    found = (
        reports.filter(kind=Kind.REPORT)
        .values_list("service_id", Coalesce("network", Value(0)))
        .annotate(n=Count("key"), signs=Count("key", filter=Q(discard__in=SIGNS)))
        .order_by()
    )
    return np.array(list(found), dtype=ROW)


def _any(parts: Iterable[Q]) -> Q:
    chosen = Q()
    for part in parts:
        chosen |= part
    return chosen
