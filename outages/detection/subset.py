"""Which of a service's regions stand out together? The best set of them, window by window."""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

from outages.detection.surprise import FEWEST_REPORTERS, surprise
from outages.detection.week import Bools, Floats, Ints

# A set of one region is the region's own row.
FEWEST_REGIONS = 2

Places = tuple[Ints, ...]


@dataclass(frozen=True)
class Sets:
    """The most surprising set of regions of each window in which one stands out.

    at: (window, judged, row of the service's total), each int [sets]. severity: less the charge.
    observed, expected, relvar: of the set as a whole. members: (window, judged, row) of the regions
    in them, each int [members]; of_set: index of the set that each belongs to.
    """

    at: Places
    severity: Floats
    observed: Ints
    expected: Floats
    relvar: Floats
    members: Places
    of_set: Ints


@dataclass(frozen=True)
class _Prefixes:
    """Running sums over each group's regions, highest ratio first; one entry per region."""

    starts: Ints  # [groups]: entry that a group begins with
    sizes: Ints  # [groups]
    rank: Ints
    observed: Ints
    expected: Floats
    relvar: Floats

    @classmethod
    def of(cls, group: Ints, observed: Ints, means: Floats, relvar: Floats) -> "_Prefixes":
        starts = np.flatnonzero(np.diff(group, prepend=-1))
        sizes = np.diff(starts, append=len(group))
        # Regions of one service drift together: deviations are added up, not variances.
        deviations = np.sqrt(relvar) * means
        sums = _running(np.stack([observed, means, deviations]), starts, sizes)
        return cls(
            starts=starts,
            sizes=sizes,
            rank=np.arange(len(group)) - np.repeat(starts, sizes) + 1,
            observed=sums[0].astype(np.int64),
            expected=sums[1],
            relvar=(sums[2] / sums[1]) ** 2,
        )

    def severity(self, regions: Ints) -> Floats:
        """Of each prefix as one series, less log10 of how many sets of its size there are."""
        spread = np.sqrt(self.expected + self.relvar * self.expected**2)
        raised = (self.observed >= FEWEST_REPORTERS) & (self.observed > self.expected + spread)
        raised &= (self.rank >= FEWEST_REGIONS) & (self.rank < regions)
        severity = np.zeros(len(raised))
        told = surprise(self.observed[raised], self.expected[raised], self.relvar[raised])
        severity[raised] = told - _log10_choose(regions[raised], self.rank[raised])
        return np.maximum(severity, 0.0)

    def best(self, severity: Floats) -> Ints:
        """Entry of each group's most surprising prefix."""
        group = np.repeat(np.arange(len(self.starts)), self.sizes)
        return np.asarray(np.lexsort((-severity, group))[self.starts], np.int64)


def _running(values: Floats, starts: Ints, sizes: Ints) -> Floats:
    """Sums in the last axis that begin anew with each group. All groups go one entry further at a
    time: what one says does not depend, to the last bit, on which others there are."""
    longest_first = np.argsort(-sizes, kind="stable")
    starts, sizes = starts[longest_first], sizes[longest_first]
    sums = values.copy()
    for rank in range(1, int(sizes.max(initial=0))):
        at = starts[: np.count_nonzero(sizes > rank)] + rank
        sums[:, at] += sums[:, at - 1]
    return sums


def _log10_choose(regions: Ints, chosen: Ints) -> Floats:
    ways = gammaln(regions + 1) - gammaln(chosen + 1) - gammaln(regions - chosen + 1)
    return np.asarray(ways / np.log(10.0), float)


def best_sets(
    observed: Ints, means: Floats, relvar: Floats, *, raised: Bools, parents: Ints, active: Ints
) -> Sets:
    """Search each service's regions for the set that stands out most.

    Linear-time subset scan (Neill 2012, Journal of the Royal Statistical Society B 74:337): of all
    sets of regions the best holds those with the highest ratios of observed to expected, so only
    prefixes of that order are looked at. A set of k of R regions is charged log10 C(R, k), for so
    many might have stood out by chance. Sets of one region, or of all, are rows already.

    Parameters
    ----------
    observed, means, relvar : [windows, judged, series]
        Reporters, expected reporters and their relative variance.
    raised : bool [windows, judged, series]
        What may be part of a set: regions that stand out a little, with a parent, none within
        another. Sets made of one report here and one there would be coincidences.
    parents : int [series]
        Row of a region's service total.
    active : int [judged, series]
        Of totals: regions that reported lately (R).

    Returns
    -------
    Sets
        Empty where no two regions stand out together.
    """
    at = np.flatnonzero(raised & (means > 0))
    window, judged, row = np.unravel_index(at, observed.shape)
    group = np.ravel_multi_index((window, judged, parents[row]), observed.shape)
    several = np.bincount(group)[group] >= FEWEST_REGIONS
    at, group = at[several], group[several]
    order = np.lexsort((-observed.flat[at] / means.flat[at], group))
    at, group = at[order], group[order]
    window, judged, row = np.unravel_index(at, observed.shape)
    prefixes = _Prefixes.of(group, observed.flat[at], means.flat[at], relvar.flat[at])
    severity = prefixes.severity(active[judged, parents[row]])
    best = prefixes.best(severity)
    of_set = np.cumsum(severity[best] > 0) - 1
    inside = prefixes.rank <= np.repeat(prefixes.rank[best], prefixes.sizes)
    inside &= np.repeat(severity[best] > 0, prefixes.sizes)
    best, owner = best[severity[best] > 0], np.repeat(of_set, prefixes.sizes)[inside]
    return Sets(
        at=(window[best], judged[best], parents[row[best]]),
        severity=severity[best],
        observed=prefixes.observed[best],
        expected=prefixes.expected[best],
        relvar=prefixes.relvar[best],
        members=(window[inside], judged[inside], row[inside]),
        of_set=owner,
    )
