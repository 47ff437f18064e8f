"""Which services are well, for all we know: quiet, and not merely silent."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from outages.detection.cold import COLD_RELVAR
from outages.detection.lifecycle import OPEN_ABOVE
from outages.detection.surprise import TYPICAL_OUTAGE_RATIO, can_tell
from outages.detection.week import COLD_DAYS
from outages.judging import expectation, graph, series
from outages.judging.standing import STRENGTH_MINUTES

# Nothing is concluded from less time than the shortest window of detection.
LEAST_MINUTES = 5
# Beyond that a multiple tells of how little the one service is used, not of how bad an outage is.
LARGEST_RATIO = 100.0


@dataclass(frozen=True)
class Felt:
    """An outage elsewhere: `service` id, first `onset` minute, reporters above the usual in the
    last STRENGTH_MINUTES."""

    service: int
    onset: int
    strength: float


def well(*, minute: int, troubled: Collection[int], felt: Iterable[Felt]) -> set[str]:
    """Slugs of services that are observable, have no trouble, and get reports enough that an outage
    of the size seen elsewhere, begun as long ago, would by now have opened an incident nine times
    in ten (causes.md, "quiet")."""
    known, total = graph.read(), series.world()
    elsewhere = list(felt)
    nodes = [n for n in known.services.values() if n.observable and n.id not in troubled]
    if not nodes:
        return set()
    ids = [node.id for node in nodes] + [outage.service for outage in elsewhere]
    minutes = np.arange(minute - STRENGTH_MINUTES + 1, minute + 1)
    usual = expectation.expected_per_minute([(i, total) for i in ids], minutes, minute=minute)
    ratio, span = _size(elsewhere, usual.mean[len(nodes) :], minute)
    fit = usual.fit.take(np.arange(len(nodes)))
    young = np.where(fit.days < COLD_DAYS, COLD_RELVAR, fit.youth_at([minute])[:, 0])
    told = can_tell(
        usual.mean[: len(nodes), -span:].sum(axis=1),
        fit.relvar_over(span) + young,
        OPEN_ABOVE / fit.trust,
        ratio=ratio,
    )
    return {node.slug for node, tells in zip(nodes, told.tolist(), strict=True) if tells}


def _size(outages: list[Felt], usual: NDArray[np.float64], minute: int) -> tuple[float, int]:
    """(how many times the usual reports, minutes for so long) of the middle one of these outages;
    `usual` float [outages, STRENGTH_MINUTES]. A typical one for an hour where there is none."""
    sizes = []
    for outage, per_minute in zip(outages, usual, strict=True):
        span = _span(outage, minute)
        expected = per_minute[-span:].sum()
        if expected > 0 and outage.strength > 0:
            sizes.append(1.0 + outage.strength / expected)
    if not sizes:
        return TYPICAL_OUTAGE_RATIO, STRENGTH_MINUTES
    span = round(median(_span(outage, minute) for outage in outages))
    return min(median(sizes), LARGEST_RATIO), span


def _span(outage: Felt, minute: int) -> int:
    return min(max(minute - outage.onset + 1, LEAST_MINUTES), STRENGTH_MINUTES)
