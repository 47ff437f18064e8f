"""Who is behind a raised window: distinct reporters, prefixes and networks, for the gate."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from outages.detection import gate
from reports import vocabulary
from reports.models import Kind, Region, Report


@dataclass(frozen=True)
class Window:
    """The reports that a reading stands on: of a service, in a region, of some minutes."""

    service: int
    region: int
    first: int
    last: int


@dataclass(frozen=True)
class Voices:
    """Distinct reporters, the weight of each known prefix, and distinct known networks."""

    reporters: int
    prefixes: tuple[int, ...]
    networks: int
    prefixes_known: bool

    def pass_gate(self) -> gate.GateResult:
        return gate.passes(
            prefix_votes=self.prefixes,
            reporters=self.reporters,
            prefixes_known=self.prefixes_known,
        )


NOBODY = Voices(reporters=0, prefixes=(), networks=0, prefixes_known=False)


def voices(windows: Sequence[Window]) -> dict[int, Voices]:
    """The voices of each window, by service: one query, however many windows."""
    if not windows:
        return {}
    chosen = Q()
    for window in windows:
        chosen |= _within(window)
    by_prefix: dict[int, list[tuple[object, int, int]]] = {}
    for service, prefix, weight, first in _counted(chosen):
        by_prefix.setdefault(service, []).append((prefix, weight or 0, first))
    networks = dict(
        Report.objects.filter(chosen, kind=Kind.REPORT)
        .values_list("service_id")
        .annotate(n=Count("network", distinct=True))
        .values_list("service_id", "n")
    )
    return {
        service: Voices(
            reporters=sum(first for _, _, first in rows),
            prefixes=tuple(weight for prefix, weight, _ in rows if prefix is not None),
            networks=networks.get(service, 0),
            prefixes_known=any(prefix is not None for prefix, _, _ in rows),
        )
        for service, rows in by_prefix.items()
    }


def _counted(chosen: Q) -> QuerySet[Report, tuple[int, object, int, int]]:
    return (
        Report.objects.filter(chosen, kind=Kind.REPORT, weight__gt=0)
        .values_list("service_id", "prefix")
        .annotate(weight_sum=Sum("weight"), first=Count("key", filter=Q(first_in_24h=True)))
        .values_list("service_id", "prefix", "weight_sum", "first")
    )


def _within(window: Window) -> Q:
    inside = Q(service_id=window.service, minute__range=(window.first, window.last))
    known = vocabulary.read()
    if window.region == known.regions[Region.WORLD]:
        return inside
    parts = (known.country_of == window.region).nonzero()[0].tolist()
    return inside & Q(region_id__in=parts or [window.region])
