"""Profiles of the week from counts: robust, recent, and shrunk where there is little to see."""

import numpy as np

from outages.detection.history import History
from outages.detection.week import Floats, Ints, Season

# Pseudo-reports, over all slots of a day type, in favour of the group's shape.
PSEUDO_REPORTS = 60.0
# The same for a group's shape in favour of the shape of all, per slot.
POOL_PSEUDO_REPORTS = 10.0
# Reports (weighted) from which on a series has its full say in the shape of its group, so that one
# giant does not decide how everybody's day looks.
FULL_SAY = 200.0
# Jeffreys' prior for the rate of a Poisson process, in reports.
JEFFREYS = 0.5
# Counts beyond mean + 3 standard deviations (at this relative variance) + 1.5 are cut down to it.
CAP_DEVIATIONS = 3.0
CAP_RELVAR = 0.1
CAP_REPORTS = 1.5
# Rounds of fitting and capping; an outage of 60 times the usual in one of seven days is down to a
# fifth above the usual after four.
CAP_ROUNDS = 4


def capped_at(mean: Floats) -> Floats:
    """The count beyond which a bin says more about an incident than about what is usual.

    Examples
    --------
    >>> capped_at(np.array([0.0, 1.0, 100.0])).round(1).tolist()
    [1.5, 5.6, 201.0]
    """
    spread = np.sqrt(mean + CAP_RELVAR * mean * mean)
    return np.asarray(mean + CAP_DEVIATIONS * spread + CAP_REPORTS, float)


def reports_by_slot(past: History, usual: Floats | None = None) -> Floats:
    """Weighted reports of each slot, [series, types, slots].

    `usual` [series, types, slots] is the last fit, to whose `capped_at` the counts are cut.
    """
    counts = np.where(past.known, past.counts, 0.0)
    if usual is not None:
        counts = np.minimum(counts, _caps(past, usual))
    return _smooth(past.sums(counts), past.calendar.season)


def _caps(past: History, usual: Floats) -> Floats:
    if past.trend is None:
        return past.usual(capped_at(usual))
    return past.trend.capped_at(past.usual(usual))


def exposure_by_slot(past: History) -> Floats:
    """Weighted bins of each slot that say what is usual, [series, types, slots]."""
    return _smooth(past.sums(past.exposure), past.calendar.season)


def _smooth(slots: Floats, season: Season) -> Floats:
    """Circular: the last half hour of a day is a neighbour of the first."""
    own = 1.0 - 2.0 * season.neighbour
    for _ in range(season.reach):
        sides = np.roll(slots, 1, axis=-1) + np.roll(slots, -1, axis=-1)
        slots = own * slots + season.neighbour * sides
    return np.asarray(slots, float)


def shrunk(reports: Floats, exposure: Floats, groups: Ints) -> Floats:
    """Expected reports per bin [series, types, slots]: each slot a gamma-Poisson posterior.

    The prior of a slot is the series' level times the shape of its group; slots without any
    exposure (no weekend seen yet) are all prior.
    """
    shape = group_shapes(reports, exposure, groups)[groups]
    level = _level(reports, exposure * shape)
    pseudo = PSEUDO_REPORTS / reports.shape[2]
    return np.asarray((reports + pseudo * shape) / (exposure + pseudo / level), float)


def _level(reports: Floats, exposure: Floats) -> Floats:
    """Reports per bin of a whole series, [series, 1, 1]; never 0."""
    total = exposure.sum(axis=(1, 2), keepdims=True)
    counted = reports.sum(axis=(1, 2), keepdims=True) + JEFFREYS
    return np.asarray(counted / np.maximum(total, 1.0), float)


def group_shapes(reports: Floats, exposure: Floats, groups: Ints) -> Floats:
    """The mean shape of the week of each group, around 1: [groups, types, slots].

    A group with few reports leans on the shape of all, a day type hardly seen on both together,
    and nothing seen at all is flat.
    """
    flat = exposure * _level(reports, exposure)
    say = np.minimum(1.0, FULL_SAY / (reports.sum(axis=(1, 2), keepdims=True) + JEFFREYS))
    size = int(groups.max()) + 1 if groups.size else 0
    seen = np.zeros((size, *reports.shape[1:]))
    usual = np.zeros_like(seen)
    np.add.at(seen, groups, say * reports)
    np.add.at(usual, groups, say * flat)
    anywhere = _towards(seen.sum(axis=(0, 1)), usual.sum(axis=(0, 1)), np.ones(seen.shape[2]))
    of_all = _towards(seen.sum(axis=0), usual.sum(axis=0), anywhere)
    return _towards(seen, usual, of_all)


def _towards(seen: Floats, usual: Floats, prior: Floats) -> Floats:
    return np.asarray((seen + POOL_PSEUDO_REPORTS * prior) / (usual + POOL_PSEUDO_REPORTS), float)
