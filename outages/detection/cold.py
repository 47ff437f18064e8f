"""Series without a baseline: the first two days of an instance, a service or a region."""

from dataclasses import dataclass

import numpy as np

from outages.detection.baseline import Fit
from outages.detection.past import RECENT_MINUTES, Past
from outages.detection.profile import JEFFREYS
from outages.detection.week import BIN_MINUTES, DAY_MINUTES, Bools, Floats, Ints

# A cold series has no shape of the day: its level strays by as much as itself (measured on nine
# logs of 79 services that start from nothing: 1 alarm on the first day, 39-42 without).
COLD_RELVAR = 1.0
# A cold series' level is taken from what was seen before the last hour, or before the younger half
# while it is younger than two hours, so that an outage is not at once its own usual level.
COLD_LAG = 60
# Reports, over all other services, in favour of "no more visitors than before".
SURGE_PRIOR = 3.0
# Services besides the own and the loudest that it takes to speak of everybody.
FEWEST_OTHERS = 1


@dataclass(frozen=True)
class Level:
    """Flat expectation of cold rows, [rows, judged, windows].

    means: expected reporters. evidence: reports that the level rests on (half a report at least).
    known: whether anything was watched before the window at all.
    """

    means: Floats
    evidence: Floats
    known: Bools


def cold_level(past: Past, fit: Fit, rows: Ints, start: Ints, windows: Ints) -> Level:
    """Gamma-Poisson level (Jeffreys' prior) from a series' own reports before the window.

    `rows` are the cold rows of `past`, watched since minute `start` each. What a young fit holds
    (a few hours up to two days) adds to it. Nothing is known before anything was watched.
    """
    origin = np.maximum(start[:, None], past.ends - RECENT_MINUTES)
    lag = np.clip((past.ends - origin) // 2, 0, COLD_LAG)[..., None]
    newest = past.columns[:, None] + -np.maximum(windows, lag) // past.step
    oldest = (-((past.first - origin) // past.step))[..., None]
    newest = np.maximum(newest, oldest)
    counted = past.counted[rows]
    at = np.arange(len(rows))[:, None, None]
    behind = fit.days[rows, None, None] * DAY_MINUTES
    per_minute = fit.profile[rows].mean(axis=(1, 2))[:, None, None] / BIN_MINUTES
    reports = counted[at, newest] - counted[at, oldest] + per_minute * behind + JEFFREYS
    minutes = (newest - oldest) * past.step + behind
    return Level(
        means=np.asarray(reports / np.maximum(minutes, 1.0) * windows, float),
        evidence=np.asarray(reports, float),
        known=np.asarray(minutes > 0),
    )


def surges(past: Past, observed: Ints, means: Floats, parents: Ints, rows: Ints) -> Floats:
    """By how much everybody else has more reports than expected: [rows, judged, windows], >= 1.

    When a new instance is announced, all its services rise at once from nothing; that is news of
    the instance, not of 79 services. Counted over the totals (parents -1) of the other services
    without the loudest of them, so that one outage does not hide behind, nor hide, another.
    Services silent for RECENT_MINUTES count for nothing: callers may well leave them out.
    """
    totals = np.flatnonzero(parents < 0)
    if totals.size < FEWEST_OTHERS + 2:
        return np.ones((len(rows), *observed.shape[1:]))
    own = np.searchsorted(totals, np.where(parents[rows] < 0, rows, parents[rows]))
    is_heard = past.reports(RECENT_MINUTES, 0)[totals, :, None] > 0
    seen, usual = observed[totals], means[totals] * is_heard
    second, first = np.argpartition(seen, (-2, -1), axis=0)[-2:]
    loudest = np.where(own[:, None, None] == first, second, first)
    rest = seen.sum(axis=0) - seen[own] - np.take_along_axis(seen, loudest, axis=0)
    rest_usual = usual.sum(axis=0) - usual[own] - np.take_along_axis(usual, loudest, axis=0)
    surge = (rest + SURGE_PRIOR) / (np.maximum(rest_usual, 0.0) + SURGE_PRIOR)
    return np.asarray(np.maximum(surge, 1.0), float)
