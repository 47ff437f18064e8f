"""How surprising is a count? Tails of the negative binomial, in logarithms."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import (
    betainc,
    betaincc,
    betaln,
    gammainc,
    gammaincc,
    gammaln,
    ndtri_exp,
    xlog1py,
    xlogy,
)

from outages.detection.lifecycle import OPEN_ABOVE

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Condition = Callable[[Floats], NDArray[np.bool_]]

# Below this relative variance the negative binomial is a Poisson to six digits.
POISSON_BELOW = 1e-9
# The incomplete beta and gamma functions lose digits and then underflow below here.
SMALLEST_TAIL = 1e-250
# Terms of the tail's own series that are added one by one before the rest is taken as geometric.
TAIL_TERMS = 32
# At least so many different reporters make a surprise: halves false incidents (measured).
FEWEST_REPORTERS = 5
# A typical outage, to say whether we would have seen one: ten times the usual reports for an hour,
# about the middle (in logarithms) of outages that multiply reports by 2 to 60; seen 9 times in 10.
TYPICAL_OUTAGE_RATIO = 10.0
SEEN_WITH_PROBABILITY = 0.9
# Relative variance of an ordinary service in an hour, where the caller does not know better.
ORDINARY_RELVAR = 0.1
# No count of people on earth needs more doublings than this.
MOST_DOUBLINGS = 40


def surprise(observed: ArrayLike, mean: ArrayLike, relvar: ArrayLike) -> Floats:
    """Severity of a count: -log10 of the probability of so many reports or more.

    Negative binomial with variance mean + relvar * mean**2 (Poisson where relvar is 0), as in
    Farrington et al. 1996 and Noufaily et al. 2013 for counts of disease.

    Parameters
    ----------
    observed, mean, relvar : array_like
        Counts, expected counts and relative variances (all >= 0); broadcast against each other.

    Returns
    -------
    array of float
        0 for a count of 0; infinite for a count where nothing at all is expected. Exact in the far
        tail: it ranks there, too, where the probability itself is no longer a float.

    Examples
    --------
    >>> surprise([0, 3, 40], mean=4.0, relvar=0.1).round(2).tolist()
    [0.0, 0.15, 13.73]
    >>> surprise(100_000, mean=4.0, relvar=0.1).round(0).tolist()
    54369.0
    """
    y, m, v = np.broadcast_arrays(
        np.asarray(observed, float), np.asarray(mean, float), np.asarray(relvar, float)
    )
    out = np.zeros(y.shape)
    out[(y > 0) & (m <= 0)] = np.inf
    some = (y > 0) & (m > 0)
    out[some] = _severity(y[some], m[some], v[some])
    return out


def _severity(y: Floats, m: Floats, v: Floats) -> Floats:
    tail = _tail(y, m, v)
    far = tail < SMALLEST_TAIL
    severity = np.empty(y.shape)
    severity[~far] = -np.log10(tail[~far])
    severity[far] = -_log_far_tail(y[far], m[far], v[far]) / np.log(10.0)
    return np.maximum(severity, 0.0)


def _tail(y: Floats, m: Floats, v: Floats) -> Floats:
    """P(Y >= y) for y > 0."""
    poisson = v < POISSON_BELOW
    shape = 1.0 / np.where(poisson, 1.0, v)
    tail: Floats = np.asarray(betainc(y, shape, m / (m + shape)))
    tail[poisson] = gammainc(y[poisson], m[poisson])
    return tail


def _log_far_tail(y: Floats, m: Floats, v: Floats) -> Floats:
    """log P(Y >= y) far above the mean: log of the first term plus log of the sum of ratios."""
    poisson = v < POISSON_BELOW
    shape = 1.0 / np.where(poisson, 1.0, v)
    first = np.where(
        poisson,
        xlogy(y, m) - m - gammaln(y + 1),
        # C(y + r - 1, y) = 1 / (y B(y, r))
        -np.log(y) - betaln(y, shape) - xlog1py(shape, m / shape) - y * np.log1p(shape / m),
    )

    def ratio(j: int) -> Floats:
        step: Floats = np.where(poisson, m, m / (m + shape) * (shape + y + j)) / (y + 1 + j)
        return np.minimum(step, 1.0 - 1e-12)

    term, total = np.ones(y.shape), np.ones(y.shape)
    for j in range(TAIL_TERMS):
        term = term * ratio(j)
        total = total + term
    last = ratio(TAIL_TERMS)
    return np.asarray(first + np.log(total + term * last / (1.0 - last)), float)


def z_of(severity: ArrayLike) -> Floats:
    """The standard normal score with the same tail: what people read more easily than a severity.

    Never below 0 (a count at or below the usual is not surprising); severities to 1e5 and beyond.

    Examples
    --------
    >>> z_of([0.0, 0.3, 2.87, 6.2, 10_000.0]).round(2).tolist()
    [0.0, 0.0, 3.0, 4.85, 214.57]
    """
    log_tail = -np.log(10.0) * np.asarray(severity, float)
    z = -ndtri_exp(np.minimum(log_tail, np.log(0.5)))
    return np.asarray(np.maximum(z, 0.0), float)


def interval(mean: ArrayLike, relvar: ArrayLike, level: float = 0.95) -> tuple[Ints, Ints]:
    """The band in which an ordinary count lies with probability `level`, for the chart.

    Returns
    -------
    low, high : arrays of int
        Equal-tailed quantiles; (0, 0) where the mean is 0.

    Examples
    --------
    >>> low, high = interval([0.0, 0.3, 100.0], 0.0)
    >>> low.tolist(), high.tolist()
    ([0, 0, 81], [0, 2, 120])
    """
    m, v = np.broadcast_arrays(np.asarray(mean, float), np.asarray(relvar, float))
    beyond = (1.0 - level) / 2.0
    return _quantile(beyond, m, v), _quantile(1.0 - beyond, m, v)


def _cdf(y: Floats, m: Floats, v: Floats) -> Floats:
    poisson = v < POISSON_BELOW
    shape = 1.0 / np.where(poisson, 1.0, v)
    return np.where(poisson, gammaincc(y + 1, m), betaincc(y + 1, shape, m / (m + shape)))


def _quantile(probability: float, m: Floats, v: Floats) -> Ints:
    """Smallest y with P(Y <= y) >= probability."""
    return _first(lambda y: (_cdf(y, m, v) >= probability) | (m <= 0), m.shape)


def _first(holds: Condition, shape: tuple[int, ...]) -> Ints:
    """Smallest y >= 0 at which a condition that is monotone in y holds: bisection of arrays."""
    low, high = np.full(shape, -1.0), np.ones(shape)
    for _ in range(MOST_DOUBLINGS):
        done = holds(high)
        if done.all():
            break
        low, high = np.where(done, low, high), np.where(done, high, high * 2)
    while (high - low > 1).any():
        middle = np.ceil((low + high) / 2)
        done = holds(middle)
        low, high = np.where(done, low, middle), np.where(done, middle, high)
    return high.astype(np.int64)


def smallest_visible(expected: ArrayLike, relvar: ArrayLike, threshold: ArrayLike) -> Ints:
    """The smallest count in a window that would be more surprising than `threshold`.

    Never below FEWEST_REPORTERS, so that a service with nothing expected has an answer, too.

    Examples
    --------
    >>> smallest_visible([0.0, 0.3, 20.0], 0.1, 6.2).tolist()
    [5, 7, 78]
    """
    m, v, least = np.broadcast_arrays(
        np.asarray(expected, float), np.asarray(relvar, float), np.asarray(threshold, float)
    )
    found = _first(lambda y: surprise(y, m, v) > least, m.shape)
    return np.maximum(found, FEWEST_REPORTERS)


def can_tell(
    expected_last_hour: ArrayLike,
    relvar: ArrayLike = ORDINARY_RELVAR,
    threshold: ArrayLike = OPEN_ABOVE,
    *,
    ratio: float = TYPICAL_OUTAGE_RATIO,
) -> NDArray[np.bool_]:
    """Would a typical outage of the last hour have been seen? If not: "too few reports to tell".

    A typical outage is taken to bring TYPICAL_OUTAGE_RATIO times the expected reports; it must
    cross the threshold with probability SEEN_WITH_PROBABILITY. An assumption, not a measurement:
    who knows the `ratio` (of some shorter span's reports as well) says so.

    Examples
    --------
    >>> can_tell([0.0, 0.5, 2.0, 5.0, 50.0]).tolist()
    [False, False, False, True, True]
    """
    m, v = np.broadcast_arrays(np.asarray(expected_last_hour, float), np.asarray(relvar, float))
    needed = smallest_visible(m, v, threshold).astype(float)
    seen = np.where(m > 0, _tail(needed, np.maximum(m, 1e-9) * ratio, v), 0.0)
    return np.asarray(seen >= SEEN_WITH_PROBABILITY)
