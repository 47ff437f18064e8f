"""Growth that lasts for whole cycles, and scatter in proportion to what is expected: the value."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from outages.detection.week import Floats, Ints

# Counts beyond so many deviations are cut down to it: the 99.5th percentile from which Noufaily et
# al. 2013 give past weeks less weight.
CAP_DEVIATIONS = 2.58
# And this many reports more, where next to nothing is expected.
CAP_REPORTS = 1.5


@dataclass(frozen=True, kw_only=True)
class Trend:
    """A log-linear trend of each series, as in Farrington et al. 1996 and Noufaily et al. 2013.

    rate [series]: growth per bin, in natural logarithms. variance [series]: of the rate. middle
    [series]: bins after `origin` (so below 0) at which the level is known best. scale [series]:
    variance of counts over their mean, 1 or more. origin: number of the bin for which a profile is
    right as it stands.
    """

    rate: Floats
    variance: Floats
    middle: Floats
    scale: Floats
    origin: int

    @classmethod
    def none(cls, series: int, origin: int) -> "Trend":
        """No growth, Poisson scatter.

        Examples
        --------
        >>> Trend.none(1, origin=7).growth(5, 3).tolist()
        [[1.0, 1.0, 1.0]]
        """
        nothing = np.zeros(series)
        return cls(
            rate=nothing, variance=nothing, middle=nothing, scale=np.ones(series), origin=origin
        )

    def take(self, rows: ArrayLike | slice) -> "Trend":
        """These series, in this order."""
        at: Ints | slice = rows if isinstance(rows, slice) else np.asarray(rows, np.int64)
        return Trend(
            rate=self.rate[at],
            variance=self.variance[at],
            middle=self.middle[at],
            scale=self.scale[at],
            origin=self.origin,
        )

    def stopped(self, rows: Ints) -> "Trend":
        """Without growth in these series."""
        rate, variance = self.rate.copy(), self.variance.copy()
        rate[rows] = variance[rows] = 0.0
        return replace(self, rate=rate, variance=variance)

    def growth(self, first_bin: int, bins: int) -> Floats:
        """By which factor each bin differs from the `origin`, [series, bins]."""
        since = np.arange(first_bin, first_bin + bins) - self.origin
        return np.exp(self.rate[:, None] * since)

    def relvar(self, means: Floats, number: int) -> Floats:
        """Relative variance of counts around means [series, windows] of windows that end with bin
        `number`: scatter, and what is not known of the rate.

        Without what is not known of the level at `middle`, which is the fit's own.
        """
        lever = (number - self.origin - self.middle) ** 2
        scatter = (self.scale[:, None] - 1.0) / means
        return np.asarray(scatter + (self.variance * lever)[:, None], float)

    def capped_at(self, means: Floats) -> Floats:
        """The count beyond which a bin [series, bins] says more of an incident than of the usual.

        Examples
        --------
        >>> Trend.none(1, origin=0).capped_at(np.array([[0.0, 1.0, 100.0]])).round(1).tolist()
        [[1.5, 5.1, 127.3]]
        """
        spread = np.sqrt(self.scale[:, None] * means)
        return np.asarray(means + CAP_DEVIATIONS * spread + CAP_REPORTS, float)
