"""Do enough different networks say so? No single network can make an incident."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Reason = Literal["", "weak_signal", "few_networks"]

# Distinct reporters below which nothing opens, however small the service.
FEWEST_VOICES = 3
# A small window has to show the fewest prefixes for 5 votes, all of them from 10 on, ...
PREFIXES_PER_VOTE = 0.6
# ... effectively half as many as it has votes, and no prefix may have more than two of them.
EFFECTIVE_PER_VOTE = 0.5
VOTES_OF_ONE = 2.0
# Networks are known where more than this share of the weight has one.
NAMED_ABOVE = 0.5


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What a window with votes enough has to show. The numbers are those of docs/decisions/0013;
    an instance may set others.

    Never fewer than `fewest_prefixes`; `full_prefixes` once there are votes enough for them, none
    of them above `largest_share` of the weight, and as many as if `full_effective` were equally
    strong (inverse Simpson index). Where networks (ASNs) are known: `full_networks` of them, and
    without the strongest the rest of the window is still as surprising as `rest_severity`.
    """

    fewest_prefixes: int = 3
    full_prefixes: int = 6
    largest_share: float = 0.3
    full_effective: float = 5.0
    full_networks: int = 3
    rest_severity: float = 3.0


USUAL = Rules()


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
    unnamed_votes: float = 0.0,
    rest_severity: float | None = None,
    rules: Rules = USUAL,
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
        Weight of each ASN; None where they are not known (`networks_are_known`), or for a
        provider's own service.
    unnamed_votes : float
        Weight without an ASN: each such vote counts as a network of its own, since it may be of any
        (an address of the instance's own networks, or one that the table lacks).
    rest_severity : float, optional
        Severity of the same window without its strongest network; None: not asked.
    rules : Rules
        The instance's numbers.

    Examples
    --------
    >>> passes(prefix_votes=[1] * 8, reporters=8, prefixes_known=True)
    GateResult(passed=True, reason='')
    >>> passes(prefix_votes=[3, 1, 1], reporters=60, prefixes_known=True)
    GateResult(passed=False, reason='few_networks')
    >>> passes(prefix_votes=[1] * 122, reporters=122, prefixes_known=True,
    ...        network_votes=[120, 1, 1], rest_severity=0.4)
    GateResult(passed=False, reason='few_networks')
    """
    if reporters < FEWEST_VOICES:
        return GateResult(passed=False, reason="weak_signal")
    diverse = not prefixes_known or _diverse(np.asarray(prefix_votes, float), rules)
    if diverse and network_votes is not None:
        named = int(np.count_nonzero(np.asarray(network_votes, float)))
        diverse = named + unnamed_votes >= rules.full_networks
    if diverse and rest_severity is not None:
        diverse = rest_severity >= rules.rest_severity
    return GateResult(passed=diverse, reason="" if diverse else "few_networks")


def networks_are_known(network_votes: ArrayLike, unnamed_votes: float) -> bool:
    """Is there a table of networks, or a log that tells them, behind most of these votes?

    Examples
    --------
    >>> networks_are_known([4, 2], 5), networks_are_known([4, 2], 6), networks_are_known([], 0)
    (True, False, False)
    """
    named = float(np.asarray(network_votes, float).sum())
    return named > NAMED_ABOVE * (named + unnamed_votes)


def _diverse(weights: NDArray[np.float64], rules: Rules) -> bool:
    votes = weights[weights > 0]
    total = float(votes.sum())
    scaled = min(rules.full_prefixes, PREFIXES_PER_VOTE * total)
    if votes.size < max(rules.fewest_prefixes, scaled):
        return False
    effective = total * total / float((votes * votes).sum())
    largest = float(votes.max())
    return effective >= min(rules.full_effective, EFFECTIVE_PER_VOTE * total) and largest <= max(
        rules.largest_share * total, VOTES_OF_ONE
    )
