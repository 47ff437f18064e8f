"""The daily fit: what each series usually gets at this time of the week, learned from its past."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from outages.detection.dispersion import relative_variances, squares
from outages.detection.fits import MODEL_VERSION, Fit, bins_of, blend, expected
from outages.detection.growth import (
    TREND_ROUNDS,
    UNSURE_ROUNDS,
    Growing,
    moved,
    step,
    striking,
    unmoved,
)
from outages.detection.history import History, Past, dense
from outages.detection.profile import (
    CAP_ROUNDS,
    JEFFREYS,
    exposure_by_slot,
    reports_by_slot,
    shrunk,
)
from outages.detection.trust import trust
from outages.detection.week import (
    BIN_MINUTES,
    COLD_DAYS,
    HISTORY_DAYS,
    UTC,
    Bools,
    Calendar,
    Floats,
    Ints,
)

__all__ = [
    "BIN_MINUTES",
    "COLD_DAYS",
    "HISTORY_DAYS",
    "MODEL_VERSION",
    "Fit",
    "bins_of",
    "blend",
    "expected",
    "fit",
    "fit_past",
]

Number = TypeVar("Number", bound=np.generic)

# Series that are laid out at once, so that a fit needs megabytes, not gigabytes.
BLOCK = 512
# Relative variance between one cycle and the next at the same time of day.
DAY_TO_DAY = 0.2
# Relative variance where the shape of the day is not known at all.
UNKNOWN_SHAPE = 1.0


def fit(
    counts: ArrayLike,
    first_minute: int,
    *,
    excluded: ArrayLike | None = None,
    groups: ArrayLike | None = None,
    observed_from: ArrayLike | None = None,
    calendar: Calendar = UTC,
    places: ArrayLike = 0,
) -> Fit:
    """Fit all series at once, once a day.

    Parameters
    ----------
    counts : int [series, bins]
        First reporters per bin; only the calendar's `season.history` last bins count.
    first_minute : int
        Minutes since 1970-01-01 UTC of bin 0, a multiple of a bin's minutes.
    excluded : bool [series, bins], optional
        Bins of confirmed incidents, which say nothing about what is usual.
    groups : int [series], optional
        Series that share a shape of the week (one region over all services), numbered from 0.
    observed_from : int [series], optional
        Minute from which on a series was watched: bins before it are not zeros but unknown.
    calendar : Calendar
        Which bins are alike, by place. Default: half hours of working days and weekends, UTC.
    places : int [series], or one for all
        Rows of the calendar.

    Returns
    -------
    Fit
        Rows with less history than `season.cold_days` hold a flat level. Seasonal profiles with
        capped counts as in Farrington et al. 1996 and Noufaily et al. 2013, shrunk as
        gamma-Poisson.

    Raises
    ------
    ValueError
        If `first_minute` is not the start of a bin.
    """
    past = dense(
        counts,
        first_minute,
        excluded=excluded,
        observed_from=observed_from,
        calendar=calendar,
        places=places,
    )
    if not past.counts.size:
        return Fit.cold(len(past), calendar)
    return fit_past(past, groups=groups)


def fit_past(past: Past, *, groups: ArrayLike | None = None) -> Fit:
    """The same from a past that is laid out block by block: its memory grows with the profiles of
    all series, not with their bins."""
    of_group = np.zeros(len(past), np.int64) if groups is None else np.asarray(groups, np.int64)
    whole = _trended if past.calendar.season.trend else _levelled
    return _flat_where_cold(whole(past, of_group), past)


def _levelled(past: Past, groups: Ints) -> Fit:
    """Where the last hours will correct the level: scatter is what they leave."""
    profile, exposure = _profiles(past, groups)
    season = past.calendar.season
    told = _by_block(past, lambda part, rows: squares(part, profile[rows]))
    lasting, jitter = relative_variances(told, bin_minutes=season.bin_minutes)
    trusted = _by_block(past, lambda part, r: trust(part, profile[r], lasting[r], jitter[r]))
    reports = np.einsum("stk,stk->s", profile, exposure)
    full = past.calendar.full_exposure(past.end)[past.place]
    return Fit(
        profile=profile,
        relvar=lasting + 1.0 / (reports + JEFFREYS),
        jitter=jitter,
        youth=_youth(exposure.mean(axis=2), full),
        trust=trusted,
        days=season.days(_by_block(past, lambda part, _: part.known.sum(axis=1))),
        place=past.place,
        calendar=past.calendar,
    )


def _trended(past: Past, groups: Ints) -> Fit:
    """Where growth from cycle to cycle is learned, with the scatter that it leaves."""
    growing = unmoved(past)
    for turn in range(TREND_ROUNDS):
        profile, _ = _profiles(growing, groups)
        if turn >= UNSURE_ROUNDS:
            growing = replace(growing, left_out=_striking(growing, profile))
        growing = moved(growing, _steps(growing, profile))
    profile, exposure = _profiles(growing, groups)
    season = past.calendar.season
    reports = np.einsum("stk,stk->s", profile, exposure)
    return Fit(
        profile=profile,
        relvar=growing.trend.scale * season.freedom / (reports + JEFFREYS),
        jitter=np.zeros(len(past)),
        youth=np.zeros(profile.shape[:2]),
        trust=np.ones(len(past)),
        days=season.days(_by_block(past, lambda part, _: part.known.sum(axis=1))),
        place=past.place,
        calendar=past.calendar,
        trend=growing.trend,
    )


def _striking(growing: Growing, profile: Floats) -> Bools:
    trend, whole = growing.trend, replace(growing, left_out=None)
    return _by_block(whole, lambda part, rows: striking(part, trend.take(rows), profile[rows]))


def _steps(growing: Growing, profile: Floats) -> Floats:
    trend = growing.trend
    return _by_block(growing, lambda part, rows: step(part, trend.take(rows), profile[rows]))


def _profiles(past: Past, groups: Ints) -> tuple[Floats, Floats]:
    """Profile and exposure after rounds of capping, so that past outages do not count as usual."""
    exposure = _by_block(past, lambda part, _: exposure_by_slot(part))
    profile = shrunk(_by_block(past, lambda part, _: reports_by_slot(part)), exposure, groups)
    for _ in range(CAP_ROUNDS):
        profile = shrunk(_capped(past, profile), exposure, groups)
    return profile, exposure


def _capped(past: Past, usual: Floats) -> Floats:
    return _by_block(past, lambda part, rows: reports_by_slot(part, usual[rows]))


def _by_block(past: Past, work: Callable[[History, slice], NDArray[Number]]) -> NDArray[Number]:
    starts = range(0, len(past), BLOCK)
    blocks = [slice(start, start + BLOCK) for start in starts]
    return np.concatenate([work(past.part(rows), rows) for rows in blocks])


def _youth(exposure: Floats, full: Floats) -> Floats:
    """Relative variance for want of days, [series, types]: 1 where none was seen, 0 after a whole
    history; none where a type of day does not occur at all."""
    missing = 1.0 / np.maximum(exposure, 1e-9) - 1.0 / np.maximum(full, 1e-9)
    return np.clip(DAY_TO_DAY * missing, 0.0, UNKNOWN_SHAPE)


def _flat_where_cold(whole: Fit, past: Past) -> Fit:
    """Replace the profile of young series by their level: two half days make no shape."""
    cold = np.flatnonzero(whole.days < past.calendar.season.cold_days)
    if not cold.size:
        return whole
    level = _by_block(past, lambda part, _: _level(part))[cold]
    profile = whole.profile.copy()
    profile[cold] = level[:, None, None]
    trend = None if whole.trend is None else whole.trend.stopped(cold)
    return replace(whole, profile=profile, trend=trend)


def _level(part: History) -> Floats:
    """Reports per bin, [series]."""
    known = part.known.sum(axis=1)
    reports = np.where(part.known, part.counts, 0.0).sum(axis=1)
    return np.where(known > 0, (reports + JEFFREYS) / np.maximum(known, 1), 0.0)
