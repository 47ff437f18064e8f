"""What each (service, region) usually gets: fit once a day, asked for by tick and board."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.db import transaction
from django.db.models import Max
from numpy.typing import NDArray

from outages.detection import baseline
from outages.judging import dates, fitting, series
from outages.models import Fit
from reports import kept
from reports.buckets import DAY_MINUTES

# Yesterday's fit is still asked for by charts that begin yesterday.
DAYS_KEPT = 3
# Rows that are stored at once.
ROWS_AT_ONCE = 500


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


def _day(day: int) -> _Day:
    """The day's fit, or the latest before it: at midnight readers may come before the watch."""
    if day in _kept:
        return _kept[day]
    latest = Fit.objects.filter(day__lte=day).aggregate(day=Max("day"))["day"]
    if latest is None or latest != day:
        return _load(day if latest is None else latest)
    for old in [other for other in _kept if abs(other - day) >= DAYS_KEPT]:
        del _kept[old]
    _kept[day] = _load(day)
    return _kept[day]


def _load(day: int) -> _Day:
    rows = list(Fit.objects.filter(day=day).values_list("service_id", "region_id", "row"))
    keys = np.array([series.key_of(s, r) for s, r, _ in rows], dtype=np.int64)
    order = np.argsort(keys)
    calendar = dates.calendar([row.get("place", dates.NOWHERE) for *_, row in rows], day=day)
    # The last row is a cold one: what a series without a fit is judged by.
    fit = baseline.Fit.from_rows([*(rows[i][2] for i in order), None], calendar)
    return _Day(day=day, keys=keys[order], fit=fit)


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
    Fit.objects.bulk_create(
        [
            Fit(
                service_id=int(learned.keys[i]) // series.REGION_SPAN,
                region_id=int(learned.keys[i]) % series.REGION_SPAN,
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
