"""Series without a baseline: the first two days of an instance, a service or a region."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from outages.detection.baseline import Fit
from outages.detection.past import RECENT_MINUTES, Past
from outages.detection.profile import JEFFREYS
from outages.detection.week import BIN_MINUTES, DAY_MINUTES, Bools, Floats, Ints

Number = TypeVar("Number", Ints, Floats)

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
    counted = past.counted(rows)
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


def surges(
    past: Past,
    observed: Ints,
    means: Floats,
    parents: Ints,
    rows: Ints,
    *,
    places: Ints | None = None,
) -> Floats:
    """By how much everybody else has more reports than expected: [rows, judged, windows], >= 1.

    When a new instance is announced, all its services rise at once from nothing, and on its first
    morning they all rise in one region after the other; that is news of the instance and of the
    sun, not of 79 services. Counted over the totals (parents -1) of the other services, and where
    that is more over their rows of the same place (`places` [series], one number each; default:
    only the totals), without the loudest of them, so that one outage does not hide behind, nor
    hide, another. Rows silent for RECENT_MINUTES count for nothing: callers may well leave them
    out.
    """
    is_heard = past.reports(RECENT_MINUTES, 0).T[..., None] > 0
    usual = means * is_heard
    total = np.where(parents < 0, np.arange(len(parents)), parents)
    totals = np.flatnonzero(parents < 0)
    own = np.searchsorted(totals, total[rows])
    everywhere = _rest(observed[totals], usual[totals], np.zeros(len(totals), np.int64), own)
    if places is None:
        return everywhere
    asked, of_place = np.unique(places[rows], return_inverse=True)
    there = np.flatnonzero(np.isin(places, asked))
    group = np.searchsorted(asked, places[there])
    here = _rest(observed[there], usual[there], group, np.searchsorted(there, rows))
    return np.maximum(everywhere, here)


@dataclass(frozen=True)
class _Groups:
    """Rows sorted by the group that they speak for. `of` and `at`: group and place of the asked
    rows; `starts`, `sizes` [groups]."""

    order: Ints
    starts: Ints
    sizes: Ints
    of: Ints
    at: Ints

    @classmethod
    def sorted_by(cls, group: Ints, own: Ints) -> "_Groups":
        order = np.argsort(group, kind="stable")
        place = np.empty(len(group), np.int64)
        place[order] = np.arange(len(group))
        starts = np.searchsorted(group[order], np.arange(group.max(initial=-1) + 1))
        sizes = np.diff(np.append(starts, len(group)))
        return cls(order=order, starts=starts, sizes=sizes, of=group[own], at=place[own])

    def loudest_other(self, seen: Ints) -> Ints:
        """Place of the row with the most reports beside the asked one, [asked, judged]."""
        size = len(seen)
        # Ties are broken by the row, so that there is one loudest.
        key = seen * size + np.arange(size)[:, None]
        first = np.maximum.reduceat(key, self.starts, axis=0)
        key[key == np.repeat(first, self.sizes, axis=0)] = -1
        second = np.maximum.reduceat(key, self.starts, axis=0)[self.of]
        first = first[self.of]
        return np.asarray(np.where(first % size == self.at[:, None], second, first) % size)


def _rest(observed: Ints, usual: Floats, group: Ints, own: Ints) -> Floats:
    """The surge of each `own` row's group without it and without the loudest of the others."""
    surge = np.ones((len(own), *observed.shape[1:]))
    groups = _Groups.sorted_by(group, own)
    # Window by window: all at once would take several times the memory of what is judged.
    for window in range(observed.shape[-1] if len(own) else 0):
        seen = observed[groups.order, :, window]
        loudest = groups.loudest_other(seen)
        rest = _without(seen, loudest, groups)
        rest_usual = _without(usual[groups.order, :, window], loudest, groups)
        surge[..., window] = (rest + SURGE_PRIOR) / (np.maximum(rest_usual, 0.0) + SURGE_PRIOR)
    surge[groups.sizes[groups.of] < FEWEST_OTHERS + 2] = 1.0
    return np.asarray(np.maximum(surge, 1.0), float)


def _without(values: Number, loudest: Ints, groups: _Groups) -> Number:
    sums = np.add.reduceat(values, groups.starts, axis=0)[groups.of]
    return np.asarray(
        sums - values[groups.at] - np.take_along_axis(values, loudest, axis=0), values.dtype
    )
