"""Raw counts by region or network → the numbers that `Signals` holds."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from outages.causes.echo import wilson_lower

# A region counts as hit when its reports per weight reach this part of the most affected region's.
HIT = 0.25
# A region too small to be told: fewer reports than this would be expected of it if it were hit.
FEWEST_EXPECTED = 3.0
# How often some network is called raised though none is.
UNSURE = 0.05
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


def network_lift(
    reports: ArrayLike, usual_shares: ArrayLike, *, usual_of: float | None = None
) -> float | None:
    """How far the most raised network stands out: its share of the reports over its usual share.

    The least that is sure at 95 %, or 1.0 if that lies below 1 for all of them; None if no network
    has enough reports to be judged. Of many networks one is always raised by chance: each of n has
    to pass 1 - .05/n (Bonferroni), and a share told from few reports counts as its upper end.

    Parameters
    ----------
    reports, usual_shares : array_like [networks]
        Reports of the incident by network, and each network's usual share (0-1).
    usual_of : float, optional
        Reports that the usual shares are told from; None: they are known exactly.
    """
    lifts = network_lifts(reports, usual_shares, usual_of=usual_of)
    judged = lifts[np.isfinite(lifts)]
    return float(max(1.0, judged.max())) if judged.size else None


def network_lifts(
    reports: ArrayLike, usual_shares: ArrayLike, *, usual_of: float | None = None
) -> NDArray[np.float64]:
    """The same of each network, float [networks], below 1 where it is not raised; nan where it has
    too few reports to be judged."""
    counts = np.asarray(reports, dtype=np.int64)
    usual = np.asarray(usual_shares, dtype=np.float64)
    total = int(counts.sum())
    lifts = np.full(len(counts), np.nan)
    judged = np.flatnonzero((usual > 0) & (counts >= FEWEST_OF_NETWORK))
    z = float(ndtri(1 - UNSURE / max(judged.size, 1)))
    for i in judged:
        least = wilson_lower(int(counts[i]), total, z=z)
        lifts[i] = least / _most(float(usual[i]), usual_of, z=z)
    return lifts


def _most(share: float, of: float | None, *, z: float) -> float:
    """Upper end of the Wilson interval for a share of so many."""
    return share if of is None else 1 - wilson_lower((1 - share) * of, of, z=z)


def _shrunk_rate(counts: NDArray[np.float64], usual: NDArray[np.float64]) -> NDArray[np.float64]:
    """Reports per weight, pulled toward the mean where a region is small."""
    mean = counts.sum() / usual.sum()
    prior = FEWEST_EXPECTED / mean
    rate: NDArray[np.float64] = (counts + mean * prior) / (usual + prior)
    return rate
