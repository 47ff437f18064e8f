"""Worlds to detect in: ordinary traffic with the shape of a day, seeded; nothing happens in it."""

import numpy as np
from numpy.typing import NDArray

from outages.detection.baseline import BIN_MINUTES, Fit, fit
from outages.detection.week import DAY_MINUTES

Ints = NDArray[np.int64]

# A Monday, 2024-01-01, in minutes since 1970-01-01 UTC.
MONDAY = 28_401_120


def ordinary(per_day: NDArray[np.float64], *, days: float, start: int, seed: int) -> Ints:
    """Reports per minute [series, minutes]: fewest at night, most in the evening, and a little more
    scatter than Poisson."""
    rng = np.random.default_rng(seed)
    minutes = start + np.arange(round(days * DAY_MINUTES))
    swing = rng.uniform(0.2, 0.8, (len(per_day), 1))
    peak = rng.normal(19 * 60, 120, (len(per_day), 1))
    day = 1 + swing * np.cos(2 * np.pi * (minutes - peak) / DAY_MINUTES)
    scatter = np.repeat(rng.gamma(20, 1 / 20, (len(per_day), minutes.size // 5 + 1)), 5, axis=1)
    rate = np.asarray(per_day)[:, None] / DAY_MINUTES * day * scatter[:, : minutes.size]
    return np.asarray(rng.poisson(rate), np.int64)


def binned(counts: Ints) -> Ints:
    """Minutes to 30-minute bins."""
    return np.asarray(counts.reshape(len(counts), -1, BIN_MINUTES).sum(axis=2), np.int64)


def steady_fit(per_minute: NDArray[np.float64], *, days: int = 28) -> Fit:
    """The fit of series with a flat Poisson rate, for the day after MONDAY + `days`."""
    rng = np.random.default_rng(5)
    bins = np.asarray(per_minute)[:, None] * BIN_MINUTES * np.ones(days * 48)
    return fit(rng.poisson(bins), MONDAY)
