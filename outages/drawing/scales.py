"""How high a count is drawn: evenly, or squeezed where a peak would hide what is usual.

On an even scale a peak of a hundred times the usual flattens the band of what is usual to a line.
Roots keep the order of things and make chance look alike everywhere: the root of a count scatters
by about 1/2, however large the count is (Bartlett 1936, The square root transformation in analysis
of variance). Where even that hides the band, equal heights are equal ratios (of count + 1).
"""

import math
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from outages.drawing import ticks

Floats = NDArray[np.float64]

# The band of what is usual is to be at least so high, as a part of the plot.
VISIBLE = 0.125
# An even scale has at most so many parts.
PARTS = 5
# Lines of a squeezed scale are at least so far apart, as a part of the plot.
APART = 0.14


class Scale(StrEnum):
    """How counts become heights."""

    EVEN = "even"
    ROOT = "root"
    TENS = "tens"

    def squeezed(self, counts: Floats) -> Floats:
        """Counts as they are compared for their height; 0 stays 0."""
        if self is Scale.ROOT:
            return np.sqrt(counts)
        return np.log1p(counts) if self is Scale.TENS else counts

    def share(self, count: float, *, top: float) -> float:
        """The height of a count as a part of the height of `top`."""
        low, high = self.squeezed(np.array([count, top], dtype=np.float64)).tolist()
        return float(low / high)


def fitting(*, highest: float, usual: float) -> Scale:
    """The least squeezed scale on which what is usual can be seen.

    Parameters
    ----------
    highest : the largest count that is drawn
    usual : the upper end of the band of what is usual, at most times; 0 where nothing is known

    Examples
    --------
    >>> [fitting(highest=peak, usual=6.0).value for peak in (6.0, 40.0, 200.0, 90_000.0)]
    ['even', 'even', 'root', 'tens']
    >>> fitting(highest=200.0, usual=0.0).value
    'even'
    """
    if usual <= 0 or highest <= 0:
        return Scale.EVEN
    fits = (s for s in (Scale.EVEN, Scale.ROOT) if s.share(usual, top=highest) >= VISIBLE)
    return next(fits, Scale.TENS)


def top_of(highest: float, *, scale: Scale) -> float:
    """A round count at or above the highest, where the scale ends.

    >>> [top_of(187.0, scale=scale) for scale in Scale]
    [200.0, 200.0, 200.0]
    """
    if scale is Scale.TENS:
        power = 10.0 ** math.floor(math.log10(highest))
        return next(n * power for n in ticks.NICE if n * power >= highest)
    step = ticks.nice_step(highest, about=PARTS)
    return float(math.ceil(highest / step) * step)


def marks(top: float, *, scale: Scale) -> list[int]:
    """The counts at which lines are drawn, ascending from 0 to the top.

    >>> marks(200.0, scale=Scale.EVEN), marks(200.0, scale=Scale.ROOT)
    ([0, 50, 100, 150, 200], [0, 5, 20, 50, 100, 200])
    >>> marks(100_000.0, scale=Scale.TENS)
    [0, 10, 100, 1000, 10000, 100000]
    """
    if scale is Scale.EVEN:
        step = ticks.nice_step(top, about=PARTS)
        return list(range(0, int(top) + 1, step))
    chosen = [int(top)]
    for count in _round_below(top, tens=scale is Scale.TENS):
        share = scale.share(count, top=top)
        if scale.share(chosen[-1], top=top) - share >= APART and share >= APART:
            chosen.append(count)
    return [0, *reversed(chosen)]


def _round_below(top: float, *, tens: bool) -> list[int]:
    """Round counts below the top, the largest first."""
    parts = (1,) if tens else (5, 2, 1)
    powers = range(math.floor(math.log10(max(top, 1.0))), -1, -1)
    every = [part * 10**power for power in powers for part in parts]
    return [count for count in every if count < top]
