"""Reports by minute → how they rose: all at once or slowly, in steps, in waves."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

# With fewer reports above expectation in the highest quarter of an hour, chance draws the curve.
FEWEST = 40
# Durations of a rise that are told apart (minutes); what lies between them differs by chance. The
# last one is longer than any whose end an incident's course could show.
DURATIONS = np.array(
    [1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48, 64, 85, 113, 150, 200, 267, 356], np.float64
)
# The part of a straight rise that lies between 10 % and 90 % of its height.
MIDDLE = 0.8
# Durations whose likelihood is within so many natural log units of the best are plausible (about a
# 95 % interval). One is told if the longest is at most APART times the shortest, for then their
# middle is within a factor of two of each; among those shorter than BRIEF nobody tells apart.
PLAUSIBLE, APART, BRIEF = 2.0, 4.0, 2.0
# Minutes at the beginning that show what was reported before the rise, where that is more than is
# usual: an ordinary report must not look like the foot of a long ramp.
BEFORE = 30
# Steps from the moments' height of a rise to its likeliest one, and the least height.
REFINED, LEAST = 2, 1e-6
# Reports are averaged over so many minutes to find where they were highest and whether they
# came back.
SMOOTH = 15
# They were gone under GONE of the highest average, and came back above BACK of it.
GONE, BACK = 0.25, 0.6
# A step: from one block of minutes to the next, more reports than chance would bring (in standard
# deviations); two of them stand apart if so many blocks between them end as they began.
BLOCK, JUMP, FLAT, PLATEAU = 5, 3.5, 1.5, 2


@dataclass(frozen=True)
class Rise:
    """`minutes`: from 10 % to 90 % of the rise, None where the reports so far leave it open, as
    they do while it goes on; `steps`: upward jumps with plateaus between them; `waves`: how often
    reports came back after they had nearly gone."""

    minutes: float | None
    steps: int
    waves: int


def rise_of(reports: ArrayLike, expected: ArrayLike) -> Rise | None:
    """The shape of a rise; None where too little was reported to draw one.

    Parameters
    ----------
    reports, expected : array_like [minutes]
        Distinct reporters by minute and what is usual, from at least half an hour before the onset
        until now.
    """
    counts = np.asarray(reports, dtype=np.float64)
    usual = np.asarray(expected, dtype=np.float64)
    excess = counts - usual
    if len(counts) <= SMOOTH:
        return None
    average = np.convolve(excess, np.full(SMOOTH, 1 / SMOOTH), mode="valid")
    if average.max() * SMOOTH < FEWEST:
        return None
    waves = _returns(average)
    first_top = int(np.flatnonzero(average >= BACK * average.max())[0])
    top = first_top + int(average[first_top : _first_gone(average, first_top)].argmax())
    rising = slice(0, top + SMOOTH)
    return Rise(_minutes(counts[rising], usual[rising]), _jumps(counts[rising]), waves)


def _first_gone(average: Floats, since: int) -> int:
    gone = np.flatnonzero(average[since:] < GONE * average.max())
    return since + int(gone[0]) if gone.size else len(average)


def _minutes(counts: Floats, usual: Floats) -> float | None:
    """The middle of the plausible durations of a straight rise from what is usual to a plateau, if
    they are nearly one.

    Counts are Poisson, with as much more variance as the best fit leaves. A rise whose end is not
    seen yet fits every longer one as well; a minute alone fits all.
    """
    level = np.maximum(usual, (counts[:BEFORE].sum() + 0.5) / BEFORE)
    fits = [_fit(duration, counts, level) for duration in DURATIONS.tolist()]
    likelihood, mean = max(fits, key=lambda fit: fit[0])
    # Quasi-likelihood (McCullagh and Nelder 1989, 9.2): Pearson's statistic over what is left free
    # when start, duration and height are fitted.
    spread = ((counts - mean) ** 2 / mean).sum() / max(len(counts) - 3, 1)
    least = likelihood - PLAUSIBLE * max(float(spread), 1.0)
    plausible = DURATIONS[[fit[0] >= least for fit in fits]]
    shortest, longest = float(plausible[0]), float(plausible[-1])
    if longest == DURATIONS[-1] or longest > APART * max(shortest, BRIEF):
        return None
    return MIDDLE * float(np.sqrt(shortest * longest))


def _fit(duration: float, counts: Floats, level: Floats) -> tuple[float, Floats]:
    """Over all starts and heights of a rise: the highest log-likelihood, and what it expects."""
    at = np.arange(len(counts), dtype=np.float64)
    curves = np.clip((at + 1 - at[:, None]) / duration, 0.0, 1.0)  # [starts, at]
    mean = level + _heights(curves, counts, level)[:, None] * curves
    likelihood = (counts * np.log(mean) - mean).sum(axis=1)
    start = int(likelihood.argmax())
    return float(likelihood[start]), mean[start]


def _heights(curves: Floats, counts: Floats, level: Floats) -> Floats:
    """The likeliest height of each curve over the level: from the sum of what is above it by
    Fisher's scoring."""
    above = (counts - level) * (curves > 0)
    height: Floats = np.maximum(above.sum(axis=1) / curves.sum(axis=1), LEAST)
    for _ in range(REFINED):
        mean = level + height[:, None] * curves
        weights = curves / mean
        by = ((counts - mean) * weights).sum(axis=1) / (weights * curves).sum(axis=1)
        height = np.maximum(height + by, LEAST)
    return height


def _returns(average: Floats) -> int:
    """How often the average rose again from GONE to BACK of its highest."""
    level = average / average.max()
    clear = level[(level < GONE) | (level >= BACK)] >= BACK
    ups = int(np.count_nonzero(clear[1:] & ~clear[:-1])) + int(clear[0])
    return max(0, ups - 1)


def _jumps(counts: Floats) -> int:
    """Jumps up from one block of minutes to the next that a plateau parts from the one before."""
    whole = len(counts) // BLOCK * BLOCK
    blocks = counts[len(counts) - whole :].reshape(-1, BLOCK).sum(axis=1)
    jumps = np.flatnonzero(_by(blocks[:-1], blocks[1:]) >= JUMP)
    # The block before a jump may hold its beginning.
    begins, ends = jumps[:-1] + 1, jumps[1:] - 1
    flat = np.abs(_by(blocks[begins], blocks[ends])) < FLAT
    return int(jumps.size > 0) + int(np.count_nonzero(flat & (ends - begins >= PLATEAU)))


def _by(before: Floats, after: Floats) -> Floats:
    """By how many standard deviations Poisson counts differ."""
    by: Floats = (after - before) / np.sqrt(after + before + 1)
    return by
