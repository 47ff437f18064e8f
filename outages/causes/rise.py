"""Reports by minute → how they rose: all at once or slowly, in steps, in waves."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

# With fewer reports above expectation in the highest quarter of an hour, chance draws the curve.
FEWEST = 40
# Durations of a rise that are told apart (minutes); what lies between them differs by chance.
DURATIONS = np.array([1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48, 64, 85, 113, 150], np.float64)
# The part of a straight rise that lies between 10 % and 90 % of its height.
MIDDLE = 0.8
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
    """`minutes`: from 10 % to 90 % of the rise; `steps`: upward jumps with plateaus between them;
    `waves`: how often reports came back after they had nearly gone."""

    minutes: float
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
    return Rise(_minutes(excess[rising]), _jumps(counts[rising]), waves)


def _first_gone(average: Floats, since: int) -> int:
    gone = np.flatnonzero(average[since:] < GONE * average.max())
    return since + int(gone[0]) if gone.size else len(average)


def _minutes(excess: Floats) -> float:
    """The straight rise from nothing to a plateau that fits best by least squares: over all starts
    and durations, the height that fits best explains (sum fx)² / sum f² of the squares."""
    at = np.arange(len(excess), dtype=np.float64)
    starts = at[:, None, None]
    curves = np.clip((at + 1 - starts) / DURATIONS[:, None], 0.0, 1.0)  # [starts, durations, at]
    covered = (curves * excess).sum(axis=2)
    explained = np.where(covered > 0, covered, 0.0) ** 2 / (curves**2).sum(axis=2)
    _start, duration = np.unravel_index(int(explained.argmax()), explained.shape)
    return float(MIDDLE * DURATIONS[duration])


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
