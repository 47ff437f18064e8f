"""How far ordinary counts stray from what was expected: relative variances from past forecasts."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from outages.detection.history import History
from outages.detection.profile import capped_at
from outages.detection.week import BIN_MINUTES, Bools, Floats

Number = TypeVar("Number", bound=np.generic)

# The last two hours, up to half an hour ago, correct the level of the fit: as many bins.
LAG_BINS = 4
# Reports in favour of "just as the fit says": a gamma prior with a relative variance of 1/10, that
# is 30 per cent, the usual size of slow drift.
RATIO_PRIOR = 10.0
# Beyond these the last hours are not drift but an incident (or a failure to count).
RATIO_LOW, RATIO_HIGH = 0.6, 2.5
# Residuals beyond three deviations of a wild series are past incidents, not noise.
WILD_RELVAR = 0.5
WILD_DEVIATIONS = 3.0
WILD_REPORTS = 1.5
# Relative variance where no series has enough reports to learn one from.
ORDINARY_RELVAR = 0.1
# How much a series must have told (sum of p**2 / (1 + p/10)**2 over bins, p expected reports:
# about 20 bins of many reports) to outweigh the median of all series.
OWN_SAY = 500.0
# Nobody's habits are known to better than 10 per cent. Without this floor a series of thousands of
# reports would make an incident of a third more.
LEAST_RELVAR = 0.01
# No ordinary five minutes stray by more than their own mean.
MOST_JITTER = 5.0
# The far tail of real scatter (levels that drift, a few noisy regions in one sum) is heavier than
# that of a negative binomial with the same variance: at one in 10,000 by a factor of 2 to 5 (noisy
# simulated series). Half more variance makes up for it.
TAIL_CAUTION = 1.5


def usual_ratio(counts: Floats, means: Floats, towards: Floats | float = 1.0) -> Floats:
    """Current level against the fit, from capped blocks of half an hour in the last axis.

    Oldest block first: each is cut down to what would be ordinary at the level that those before it
    have set. A level that climbs for hours is followed, a jump within half an hour is not.
    `towards` is what few reports are shrunk to: 1, or for a region its service's own ratio.

    Examples
    --------
    >>> usual_ratio(np.array([[20., 20, 20, 20], [0, 0, 0, 0]]), np.full((2, 4), 10.)).tolist()
    [1.8, 0.6]
    """
    seen = np.asarray(RATIO_PRIOR * towards, float)
    usual = np.asarray(RATIO_PRIOR)
    ratio = np.asarray(towards, float)
    for block in range(counts.shape[-1]):
        mean = means[..., block]
        seen = seen + np.minimum(counts[..., block], capped_at(mean * ratio))
        usual = usual + mean
        ratio = np.clip(seen / usual, RATIO_LOW, RATIO_HIGH)
    return np.asarray(ratio, float)


@dataclass(frozen=True)
class Forecasts:
    """Past counts and what the fit, corrected by the hours before, would have said of them.

    Arrays [series, bins - LAG_BINS]; `weights` [bins - LAG_BINS]. `watched` and `known` as in
    History; a past incident never corrects the level.
    """

    counts: Floats
    means: Floats
    watched: Bools
    known: Bools
    weights: Floats


def forecasts(past: History, profile: Floats) -> tuple[Forecasts, Forecasts]:
    """Of each half hour, and of the two hours that end with it."""
    usual = past.usual(profile)
    counts = np.where(past.watched, past.counts, 0.0)
    watched, known = past.watched, past.known
    weights = past.weights[LAG_BINS:]
    ratio = usual_ratio(_hours(counts * known)[:, :-1], _hours(usual * known)[:, :-1])
    later = slice(LAG_BINS, None)
    half = Forecasts(
        counts=counts[:, later],
        means=usual[:, later] * ratio,
        watched=watched[:, later],
        known=known[:, later],
        weights=weights,
    )
    long = Forecasts(
        counts=_hours(counts)[:, 1:].sum(axis=-1),
        means=_hours(usual)[:, 1:].sum(axis=-1) * ratio,
        watched=_hours(watched)[:, 1:].sum(axis=-1) == LAG_BINS,
        known=_hours(known)[:, 1:].sum(axis=-1) == LAG_BINS,
        weights=weights,
    )
    return half, long


def _hours(bins: NDArray[Number]) -> NDArray[Number]:
    return sliding_window_view(bins, LAG_BINS, axis=1)


def squares(past: History, profile: Floats) -> Floats:
    """What half hours tell of the variance, [series, 2, 2]: against their forecasts, and against
    the half hours beside them.

    In the last axis numerator and denominator of the relative variance, so that series can be
    pooled: sums of (residual**2 - mean) and of mean**2, weighted by how much each bin knows.
    """
    half, _ = forecasts(past, profile)
    return np.stack([_told(half), _told_by_neighbours(past, profile)], axis=1)


def _told(said: Forecasts) -> Floats:
    means = said.means
    say = np.where(said.known & _ordinary(said.counts, means), said.weights, 0.0) / _worth(means)
    excess = (said.counts - means) ** 2 - means
    return np.stack([(say * excess).sum(axis=1), (say * means * means).sum(axis=1)], axis=1)


def _told_by_neighbours(past: History, profile: Floats) -> Floats:
    """Each half hour against the fit at the level of the two beside it: drift that lasts for hours
    is in all three and cancels out, only what is short-lived remains."""
    means = past.usual(profile)
    counts = np.where(past.watched, past.counts, 0.0)
    usable = past.known & _ordinary(counts, means)
    before, middle, after = slice(None, -2), slice(1, -1), slice(2, None)
    share = means[:, middle] / (means[:, before] + means[:, after])
    between = share * (counts[:, before] + counts[:, after])
    excess = (counts[:, middle] - between) ** 2 - counts[:, middle] - share * between
    squared = means**2
    base = squared[:, middle] + share**2 * (squared[:, before] + squared[:, after])
    known = usable[:, before] & usable[:, middle] & usable[:, after]
    say = np.where(known, past.weights[middle], 0.0) / _worth(means[:, middle])
    return np.stack([(say * excess).sum(axis=1), (say * base).sum(axis=1)], axis=1)


def _ordinary(counts: Floats, means: Floats) -> Bools:
    spread = np.sqrt(means + WILD_RELVAR * means * means)
    return np.asarray(counts <= means + WILD_DEVIATIONS * spread + WILD_REPORTS)


def _worth(means: Floats) -> Floats:
    """By how much a bin's squares stray: many reports do not make one bin worth more than many."""
    return np.asarray((1.0 + ORDINARY_RELVAR * means) ** 2, float)


def relative_variances(told: Floats, *, bin_minutes: int = BIN_MINUTES) -> tuple[Floats, Floats]:
    """Lasting and short-lived relative variance of each series, from `squares`.

    A window of w minutes has lasting + jitter / w (see `Fit.relvar_over`). Both are shrunk to the
    median of the series that have enough to tell, and raised by TAIL_CAUTION.

    Returns
    -------
    lasting [series], jitter [series] (in minutes)
    """
    half = _shrunk(told[:, 0])
    most = np.minimum(half * bin_minutes, MOST_JITTER)
    jitter = np.minimum(_shrunk(told[:, 1]) * bin_minutes, most)
    lasting = np.maximum(half - jitter / bin_minutes, LEAST_RELVAR)
    return TAIL_CAUTION * lasting, TAIL_CAUTION * jitter


def _shrunk(told: Floats) -> Floats:
    excess, own = told[:, 0], told[:, 1]
    telling = own >= OWN_SAY
    common = ORDINARY_RELVAR
    if telling.any():
        common = float(np.median(np.maximum(excess[telling] / own[telling], 0.0)))
    return np.asarray(np.maximum((excess + OWN_SAY * common) / (own + OWN_SAY), 0.0), float)
