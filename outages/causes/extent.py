"""Raw counts by region or network → the numbers that `Signals` holds."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from outages.causes.echo import wilson_lower

# A region counts as hit when its reports per weight reach this part of the most affected region's.
HIT = 0.25
# A region too small to be told: fewer reports than this would be expected of it if it were hit.
FEWEST_EXPECTED = 3.0
# Networks with fewer reports say nothing about themselves.
FEWEST_OF_NETWORK = 5


def regions_hit(reports: ArrayLike, weights: ArrayLike) -> tuple[int, int]:
    """(hit, able to tell): regions that are affected, and regions that would show it if they were.

    Parameters
    ----------
    reports, weights : array_like [regions]
        Reports of the incident, and what the region usually contributes (any unit). Empty: (0, 0).
    """
    counts = np.asarray(reports, dtype=np.float64)
    usual = np.asarray(weights, dtype=np.float64)
    usable = usual > 0
    if not usable.any() or counts[usable].sum() <= 0:
        return 0, 0
    rate = _shrunk_rate(counts[usable], usual[usable])
    able = usual[usable] * rate.max() >= FEWEST_EXPECTED
    return int((able & (rate >= HIT * rate.max())).sum()), int(able.sum())


def network_lift(reports: ArrayLike, usual_shares: ArrayLike) -> float | None:
    """How far the most raised network stands out: its share of the reports over its usual share.

    Lower end of the 90 % interval, or 1.0 if that end lies below 1 for all of them; None if
    no network has enough reports to be judged.

    Parameters
    ----------
    reports, usual_shares : array_like [networks]
        Reports of the incident by network, and each network's usual share (0-1).
    """
    counts = np.asarray(reports, dtype=np.int64)
    usual = np.asarray(usual_shares, dtype=np.float64)
    total = int(counts.sum())
    lifts = [
        wilson_lower(int(counts[i]), total) / usual[i]
        for i in np.flatnonzero((usual > 0) & (counts >= FEWEST_OF_NETWORK))
    ]
    return max(1.0, float(max(lifts))) if lifts else None


def _shrunk_rate(counts: NDArray[np.float64], usual: NDArray[np.float64]) -> NDArray[np.float64]:
    """Reports per weight, pulled toward the mean where a region is small."""
    mean = counts.sum() / usual.sum()
    prior = FEWEST_EXPECTED / mean
    rate: NDArray[np.float64] = (counts + mean * prior) / (usual + prior)
    return rate
