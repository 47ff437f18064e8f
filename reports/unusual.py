"""Is a share of a service's reports far above its usual one? Arrays over services. Pure."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import betabinom

Counts = NDArray[np.int64]

# Fewer reports say nothing about a share.
FEWEST_REPORTS = 30
# A share below this decides nothing, however unusual it is: those who diverge are a minority.
LEAST_SHARE = 0.3
# Three shares of each busy service are judged, in 48 half hours a day: of a thousand such services
# chance alone would suspect one a week.
TAIL = 1e-6
# Shares differ from day to day by more than chance: what is known of one counts like so many
# reports at most, however many there were, so that a share of .2 is let grow to some .5
# (overdispersion 1/(1 + 50), a judgement: no figures of real networks were to be had).
USUAL_AT_MOST = 50.0


@dataclass(frozen=True)
class Prior:
    """What is thought of a share before anything is known: so many with, so many without (Beta).

    A number for all services, or one for each.
    """

    with_it: float | NDArray[np.float64]
    without: float | NDArray[np.float64]


# One report in thirty is discarded in quiet times: without history, half of many is suspicious.
DISCARDED = Prior(1.0, 29.0)
# The largest network brings a tenth, give or take much: without history, four fifths of many.
ONE_NETWORK = Prior(1.0, 9.0)
# An instance's habits speak for a service that is new to it like so many reports at most.
INSTANCE_AT_MOST = 10.0


def never_seen(*, once: int, known: int) -> Prior:
    """The prior of networks that were never seen, from all reports of an instance.

    `known` reports named a network, `once` of them one that no other report came from: the share
    of those is what to expect of the next, never seen, network (Good 1953, Biometrika 40:237).
    With no history at all, anything may be new.
    """
    counts = min(1.0, INSTANCE_AT_MOST / max(known, 1))
    return Prior(1.0 + counts * once, 1.0 + counts * (known - once))


def far_above(
    k: Counts, n: Counts, *, usual_k: Counts, usual_n: Counts, prior: Prior
) -> NDArray[np.bool_]:
    """Where `k` of `n` reports is far above `usual_k` of `usual_n`; arrays of one length.

    The tail of the beta-binomial, the prediction of a share that is itself known from few reports
    only (Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.4).
    """
    with_it, without = prior.with_it + usual_k, prior.without + (usual_n - usual_k)
    counts = np.minimum(1.0, USUAL_AT_MOST / (with_it + without))
    with_it, without = counts * with_it, counts * without
    far = (n >= FEWEST_REPORTS) & (k >= LEAST_SHARE * n)
    # The tail is a sum over counts: only where it can decide.
    tail = betabinom.sf(k[far] - 1, n[far], with_it[far], without[far])
    far[far] = tail < TAIL
    return far
