"""Do enough different networks say so? No single network can make an incident."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Reason = Literal["", "weak_signal", "few_networks"]

# Distinct reporters and address prefixes below which nothing opens, however small the service.
FEWEST_VOICES = 3
# What a window with votes enough has to show: so many prefixes, none of them above this share of
# the weight, and as many prefixes as if they were equally strong (inverse Simpson index) ...
FULL_PREFIXES = 6
LARGEST_SHARE = 0.3
FULL_EFFECTIVE = 5.0
# ... and, where networks (ASNs) are known, so many of them.
FULL_NETWORKS = 3
# A small window has to show 3 prefixes for 5 votes, all 6 from 10 on, ...
PREFIXES_PER_VOTE = 0.6
# ... effectively half as many as it has votes, and no prefix may have more than two of them.
EFFECTIVE_PER_VOTE = 0.5
VOTES_OF_ONE = 2.0
# Without its strongest network the rest of the window must still be this surprising (severity).
REST_ABOVE = 3.0


@dataclass(frozen=True)
class GateResult:
    """Whether an incident may open on these votes; the reason is empty if it may."""

    passed: bool
    reason: Reason


def passes(
    *,
    prefix_votes: ArrayLike,
    reporters: int,
    prefixes_known: bool,
    network_votes: ArrayLike | None = None,
    rest_severity: float | None = None,
) -> GateResult:
    """Judge the diversity of one window's votes.

    Parameters
    ----------
    prefix_votes : float [prefixes]
        Weight of each known /24 or /48 (capped per prefix by whoever counts).
    reporters : int
        Distinct reporters in the window.
    prefixes_known : bool
        False where a source tells no prefixes: then only reporters count.
    network_votes : float [networks], optional
        Weight of each ASN; None where there is no table of them, or for a provider's own service.
    rest_severity : float, optional
        Severity of the same window without its strongest network; None: not asked.

    Examples
    --------
    >>> passes(prefix_votes=[1] * 8, reporters=8, prefixes_known=True)
    GateResult(passed=True, reason='')
    >>> passes(prefix_votes=[3, 1, 1], reporters=60, prefixes_known=True)
    GateResult(passed=False, reason='few_networks')
    """
    if reporters < FEWEST_VOICES:
        return GateResult(passed=False, reason="weak_signal")
    diverse = not prefixes_known or _diverse(np.asarray(prefix_votes, float))
    if diverse and network_votes is not None:
        diverse = int(np.count_nonzero(np.asarray(network_votes, float))) >= FULL_NETWORKS
    if diverse and rest_severity is not None:
        diverse = rest_severity >= REST_ABOVE
    return GateResult(passed=diverse, reason="" if diverse else "few_networks")


def _diverse(weights: NDArray[np.float64]) -> bool:
    votes = weights[weights > 0]
    total = float(votes.sum())
    if votes.size < max(FEWEST_VOICES, min(FULL_PREFIXES, PREFIXES_PER_VOTE * total)):
        return False
    effective = total * total / float((votes * votes).sum())
    largest = float(votes.max())
    return effective >= min(FULL_EFFECTIVE, EFFECTIVE_PER_VOTE * total) and largest <= max(
        LARGEST_SHARE * total, VOTES_OF_ONE
    )
