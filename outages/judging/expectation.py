"""What each (service, region) usually gets: fit once a day, asked for by tick and board."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from outages.detection import baseline
from outages.judging import dates, fitting, series
from outages.models import Fit
from reports import kept
from reports.buckets import DAY_MINUTES, minute_of

# Yesterday's fit is still asked for by charts that begin yesterday.
DAYS_KEPT = 3
# Minutes after which yesterday's last reports are in the counts, on any ordinary day.
COMPLETE_AFTER = 2
# Rows that are stored at once.
ROWS_AT_ONCE = 500
# Rows that are read at once.
ROWS_READ = 5000


@dataclass(frozen=True)
class Expected:
    """`mean` float [series, minutes]: reporters a minute; `fit`: how far counts stray from it."""

    mean: NDArray[np.float64]
    fit: baseline.Fit


@dataclass(frozen=True)
class _Day:
    """A day's fit in the process, with the row of each series."""

    day: int
    keys: NDArray[np.int64]
    fit: baseline.Fit


_kept: dict[int, _Day] = {}
kept.on_forget(_kept.clear)


def fit_for(keys: NDArray[np.int64], *, minute: int) -> baseline.Fit:
    """The fit of the minute's day, aligned to `keys`; a series that it lacks is cold."""
    day = _day(minute // DAY_MINUTES)
    row = np.minimum(np.searchsorted(day.keys, keys), max(len(day.keys) - 1, 0))
    known = day.keys[row] == keys if len(day.keys) else np.zeros(len(keys), dtype=bool)
    return day.fit.take(np.where(known, row, -1))


def expected_per_minute(
    keys: Sequence[tuple[int, int]], minutes: NDArray[np.int64], *, minute: int
) -> Expected:
    """What the series (service id, region id) get in an ordinary minute, for each of `minutes`."""
    fit = fit_for(np.array([series.key_of(*key) for key in keys], dtype=np.int64), minute=minute)
    return Expected(mean=baseline.expected(fit, minutes), fit=fit)


def places_of(services: Collection[int], *, minute: int) -> dict[int, list[int]]:
    """Regions of which something is known to be usual for each service; of one, none lies within
    another."""
    keys = _day(minute // DAY_MINUTES).keys
    mine = keys[np.isin(keys // series.PLACE_SPAN, list(services))]
    leaves = mine[series.leaves_of(mine)] if len(mine) else mine
    result: dict[int, list[int]] = {service: [] for service in services}
    for service, region in zip(
        (leaves // series.PLACE_SPAN).tolist(), (leaves % series.PLACE_SPAN).tolist(), strict=True
    ):
        result[service].append(region)
    return result


def _day(day: int) -> _Day:
    """The day's fit, or the latest before it: a day's fit is made in its first minutes."""
    if day in _kept:
        return _kept[day]
    stored = Fit.objects.filter(day__lte=day, version=baseline.MODEL_VERSION)
    latest = stored.order_by("-day").values_list("day", flat=True).first()
    if latest is None:
        return _of_rows(day, np.zeros(0, dtype=np.int64), [])
    if latest not in _kept:
        for old in [other for other in _kept if abs(other - latest) >= DAYS_KEPT]:
            del _kept[old]
        _kept[latest] = _load(latest)
    return _kept[latest]


def suppose(day: int) -> None:
    """Have the fit of a day in this process, learned anew where none is stored. Writes nothing: for
    looking at days of which the fit is long gone."""
    first = series.first_minute()
    if day in _kept or first is None or first >= day * DAY_MINUTES:
        return
    for old in [other for other in _kept if abs(other - day) >= DAYS_KEPT]:
        del _kept[old]
    if _is_fitted(day):
        _kept[day] = _load(day)
        return
    learned = fitting.learn(day, first=first)
    stored = [learned.fit.row(i) for i in range(len(learned.keys))]
    _kept[day] = _of_rows(day, learned.keys, stored)


def _load(day: int) -> _Day:
    """Read some rows at a time: as Python's objects all of them would take several times as much
    memory as their arrays."""
    stored = Fit.objects.filter(day=day).order_by("service_id", "network", "region_id")
    named = list(stored.values_list("service_id", "region_id", "network"))
    keys = np.array([series.key_of(*place) for place in named], dtype=np.int64)
    places = stored.order_by().values_list("row__place", flat=True).distinct()
    calendar = dates.calendar([place or dates.NOWHERE for place in places], day=day)
    # The last row is a cold one: what a series without a fit is judged by.
    fit = baseline.Fit.cold(len(keys) + 1, calendar)
    rows = stored.values_list("row", flat=True).iterator(chunk_size=ROWS_READ)
    done = 0
    # To its very end: a cursor that is left open is closed whenever Python tidies up, which may be
    # in the middle of another statement, and then both wait for each other for ever.
    while some := list(islice(rows, ROWS_READ)):
        fit.put(done, baseline.Fit.from_rows(some, calendar))
        done += len(some)
    return _Day(day=day, keys=keys, fit=fit)


def _of_rows(day: int, keys: NDArray[np.int64], rows: Sequence[dict[str, Any]]) -> _Day:
    calendar = dates.calendar([row.get("place", dates.NOWHERE) for row in rows], day=day)
    # The last row is a cold one: what a series without a fit is judged by.
    return _Day(day=day, keys=keys, fit=baseline.Fit.from_rows([*rows, None], calendar))


def ensure_today(*, now: datetime) -> None:
    """The live instance's fit of the day that it is, once the day before is complete."""
    ensure((minute_of(now) - COMPLETE_AFTER) // DAY_MINUTES)


def ensure(day: int) -> None:
    """Fit the 28 days before `day` and store it, unless that is done. Safe to run twice at once."""
    if day in _kept:
        return
    first = series.first_minute()
    if first is None or first >= day * DAY_MINUTES or _is_fitted(day):
        return
    learned = fitting.learn(day, first=first)
    with transaction.atomic():
        Fit.objects.filter(day=day).exclude(version=baseline.MODEL_VERSION).delete()
        for start in range(0, len(learned.keys), ROWS_AT_ONCE):
            _store(learned, range(start, min(start + ROWS_AT_ONCE, len(learned.keys))), day=day)
        Fit.objects.filter(day__lt=day - DAYS_KEPT).delete()


def _store(learned: fitting.Learned, rows: range, *, day: int) -> None:
    places = learned.keys % series.PLACE_SPAN
    regions, networks = series.regions_of(places), series.networks_of(places)
    Fit.objects.bulk_create(
        [
            Fit(
                service_id=int(learned.keys[i]) // series.PLACE_SPAN,
                region_id=int(regions[i]),
                network=int(networks[i]),
                day=day,
                version=baseline.MODEL_VERSION,
                row=learned.fit.row(i),
            )
            for i in rows
        ],
        ignore_conflicts=True,
    )


def _is_fitted(day: int) -> bool:
    """A day that was fitted by another model, before an upgrade, is not."""
    return Fit.objects.filter(day=day, version=baseline.MODEL_VERSION).exists()
