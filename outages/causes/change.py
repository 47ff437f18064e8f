"""Counts by minute → when they rose: the change point, how early and how late it may have been."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import xlogy

Floats = NDArray[np.float64]

# Starts whose likelihood is within so many natural log units of the best are plausible: about what
# a 95 % interval holds (half of the chi-squared quantile with one degree of freedom is 1.9).
PLAUSIBLE = 2.0
# How early a rise may have begun is told by Page's sum, which waits for this multiple of the usual:
# a slow rise has left the usual level long before its likeliest single step.
WAITED_FOR = 4.0
# No minute is taken to be quieter than this, or the first report would be infinitely surprising.
QUIETEST = 1e-3


@dataclass(frozen=True)
class Change:
    """`start`: the likeliest minute at which a rise began; `earliest`, `latest`: the first and the
    last plausible ones."""

    start: int
    latest: int
    earliest: int


def change_points(counts: ArrayLike, expected: ArrayLike) -> list[Change]:
    """Where each row rises for good: positions in its minutes; the last where nothing rises.

    Until the start counts are Poisson with what is expected, from then on with one multiple of it,
    above one (Page 1955, "A test for a change in a parameter"; Hinkley 1970, "Inference about the
    change-point in a sequence of random variables"). A window that begins with an ordinary report
    starts before the rise; this does not. Where nothing is known of what is usual, what comes
    before a start tells it.

    Parameters
    ----------
    counts, expected : array_like [rows, minutes]
        Distinct reporters, and what is usual; a row of zeros: not known.

    Examples
    --------
    >>> change_points([[0, 1, 0, 0, 4, 7, 6]], np.full((1, 7), 0.2))
    [Change(start=4, latest=4, earliest=4)]
    >>> change_points([[1, 2, 0, 4, 6, 11, 20]], np.ones((1, 7)))
    [Change(start=4, latest=4, earliest=3)]
    >>> change_points([[1, 2, 0, 1, 1, 6, 9]], np.zeros((1, 7)))
    [Change(start=5, latest=5, earliest=5)]
    >>> change_points(np.zeros((0, 3)), np.zeros((0, 3)))
    []
    """
    reports, usual = np.asarray(counts, np.float64), np.asarray(expected, np.float64)
    if not reports.size:
        return []
    known = np.asarray(usual.any(axis=1))[:, None]
    gain = np.where(known, _over(reports, usual), _over_before(reports))
    # Where nothing rises no start is likelier than another: then it is the last minute.
    last = reports.shape[1] - 1
    best = gain.max(axis=1)
    start = np.where(best > 0, gain.argmax(axis=1), last)
    plausible = gain >= (best - PLAUSIBLE)[:, None]
    # Nothing rises in a minute without a report, whatever comes after it.
    plausible &= reports > 0
    latest = np.where(plausible.any(axis=1), last - plausible[:, ::-1].argmax(axis=1), last)
    before = (np.arange(last + 1) < start[:, None]) * reports
    level = before.sum(axis=1) / np.maximum(start, 1)
    earliest = _left_zero(reports, np.where(known, usual, level[:, None]))
    return [
        Change(int(at), max(int(at), int(by)), min(int(at), int(since)))
        for at, by, since in zip(start, latest, earliest, strict=True)
    ]


def _left_zero(reports: Floats, usual: Floats) -> NDArray[np.int64]:
    """The minute in which Page's sum left zero for the last time."""
    quiet = np.maximum(usual, QUIETEST)
    steps = reports * np.log(WAITED_FOR) - quiet * (WAITED_FOR - 1.0)
    total = np.zeros(len(steps))
    left = np.full(len(steps), steps.shape[1] - 1)
    for minute, step in enumerate(steps.T):
        left = np.where((total <= 0) & (step > 0), minute, left)
        total = np.maximum(total + step, 0.0)
    return left


def _over(reports: Floats, usual: Floats) -> Floats:
    """How much likelier one higher rate from each minute on is than what is usual."""
    seen = _from_here_on(reports)
    level = _from_here_on(np.maximum(usual, QUIETEST))
    above = np.maximum(seen / level, 1.0)
    return np.asarray(seen * np.log(above) - level * (above - 1.0))


def _over_before(reports: Floats) -> Floats:
    """How much likelier a higher rate from each minute on is than one rate for all of them."""
    minutes = np.arange(reports.shape[1], dtype=np.float64)
    before, after = minutes, len(minutes) - minutes
    total = reports.sum(axis=1, keepdims=True)
    seen = _from_here_on(reports)
    gain = xlogy(seen, seen / after) - xlogy(total, total / len(minutes))
    gain += xlogy(total - seen, (total - seen) / np.maximum(before, 1.0))
    rises = seen * before > (total - seen) * after
    return np.where(rises, gain, 0.0)


def _from_here_on(values: Floats) -> Floats:
    """Sums from each minute to the last."""
    return np.asarray(values[:, ::-1].cumsum(axis=1)[:, ::-1])
