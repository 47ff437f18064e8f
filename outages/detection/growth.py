"""A trend from the past, learned in turn with the profile that it carries."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.special import gammainc

from outages.detection.history import History, Past
from outages.detection.surprise import surprise
from outages.detection.trend import Trend
from outages.detection.week import Bools, Calendar, Floats, Ints

# Standard deviation of a rate before anything is seen, per cycle: a quarter more or less in a year
# is much. Where a series has little to tell, its trend stays near none (the damping that Farrington
# et al. 1996 reach by asking for significance).
RATE_DEVIATION = 0.25
# Turns of learning profile and trend; twenty-fold growth over twelve cycles is found to a
# hundredth in five.
TREND_ROUNDS = 6
# In the first of them the scatter is not known well enough to call anything striking.
UNSURE_ROUNDS = 3
# What is beyond one in two hundred is a past outbreak and says nothing about what is usual: where
# Noufaily et al. 2013 begin to give weeks less weight (2.58 deviations).
STRIKING = 2.3
# In single bins, and in two together: what lasts is not high enough in each.
SPANS = (1, 2)
# The part of the bins that stays to tell the scatter, whatever the season takes.
LEAST_FREE = 0.25
# Reports that are none.
TINY = 1e-9


@dataclass(frozen=True, kw_only=True)
class Growing:
    """A past whose bins are seen at the level of a trend."""

    past: Past
    trend: Trend
    left_out: Bools | None = None  # [series, bins]: a byte for each

    @property
    def calendar(self) -> Calendar:
        return self.past.calendar

    @property
    def place(self) -> Ints:
        return self.past.place

    @property
    def end(self) -> int:
        return self.past.end

    def __len__(self) -> int:
        return len(self.past)

    def part(self, rows: slice) -> History:
        seen = replace(self.past.part(rows), trend=self.trend.take(rows))
        if self.left_out is None:
            return seen
        return replace(seen, known=seen.known & ~self.left_out[rows])


def unmoved(past: Past) -> Growing:
    """Before anything is learned."""
    return Growing(past=past, trend=Trend.none(len(past), past.end))


def moved(growing: Growing, learned: Floats) -> Growing:
    """With what `step` has learned."""
    rate, variance, middle, scale = learned.T
    trend = replace(growing.trend, rate=rate, variance=variance, middle=middle, scale=scale)
    return replace(growing, trend=trend)


def striking(past: History, trend: Trend, profile: Floats) -> Bools:
    """Bins that are part of something which is no scatter, [series, bins]."""
    means = np.where(past.known, past.usual(profile), 0.0)
    counts = np.where(past.known, past.counts, 0.0)
    out = np.zeros(means.shape, bool)
    for span in SPANS:
        seen, usual = _sums(counts, span), _sums(means, span)
        scale = np.broadcast_to(trend.scale[:, None], usual.shape)
        hit = seen > usual + np.sqrt(scale * usual)
        relvar = (scale[hit] - 1.0) / np.maximum(usual[hit], TINY)
        hit[hit] = surprise(seen[hit], usual[hit], relvar) > STRIKING
        for later in range(span):
            out[:, later : later + hit.shape[1]] |= hit
    return out


def _sums(values: Floats, span: int) -> Floats:
    return np.asarray(sliding_window_view(values, span, axis=1).sum(axis=-1), float)


def step(past: History, trend: Trend, profile: Floats) -> Floats:
    """One Fisher step of the trend given the profile, and the scatter around both.

    Quasi-Poisson regression on capped counts (Noufaily et al. 2013), the level left free, with a
    normal prior on the rate; the scatter is Pearson's statistic over its degrees of freedom.

    Returns
    -------
    float [series, 4]
        rate, variance, middle and scale, as in `Trend`.
    """
    season = past.calendar.season
    means = past.usual(profile)
    counts = np.minimum(np.where(past.known, past.counts, 0.0), trend.capped_at(means))
    weights = past.weights * past.known
    say = weights * means
    since = np.arange(past.first, past.end) - trend.origin
    middle = (say * since).sum(axis=1) / say.sum(axis=1)
    lever = since - middle[:, None]
    told = (say * lever**2).sum(axis=1) / trend.scale
    pull = (weights * (counts - means) * lever).sum(axis=1) / trend.scale
    doubt = 1.0 / (told + (season.cells / RATE_DEVIATION) ** 2)
    rate = (trend.rate * told + pull) * doubt
    free = 1.0 - (season.freedom + 1.0) / np.maximum(past.known.sum(axis=1), 1)
    squares = (weights * (counts - means) ** 2 / means).sum(axis=1)
    kept = _kept(means, trend)
    scale = squares / ((weights * kept).sum(axis=1) * np.maximum(free, LEAST_FREE))
    return np.stack([rate, doubt, middle, np.maximum(scale, 1.0)], axis=1)


def _kept(means: Floats, trend: Trend) -> Floats:
    """Which part of the variance is left after the cap, where nothing but scatter is capped.

    Of a gamma distribution with the trend's mean and variance, in closed form.
    """
    scale = trend.scale[:, None]
    cap = trend.capped_at(means)
    below = [gammainc(means / scale + order, cap / scale) for order in range(3)]
    inside = means * (means + scale) * below[2] - 2.0 * means**2 * below[1] + means**2 * below[0]
    return np.asarray((inside + (cap - means) ** 2 * (1.0 - below[0])) / (scale * means), float)
