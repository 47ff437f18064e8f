"""Whose networks are whose: providers' own services, and the service behind an AS number."""

from dataclasses import dataclass

from django.db.models import Q

from outages.judging.graph import PROVIDER_CATEGORIES
from reports.kept import Kept
from reports.models import Dependency, Network, Service

FRESH_FOR = 60.0


@dataclass(frozen=True)
class Networks:
    """`service_of`: AS number → service id; `names`: AS number → name of its service. `providers`:
    ids of services that are themselves how people reach the others, so that one network is all that
    can speak of them."""

    service_of: dict[int, int]
    names: dict[int, str]
    providers: frozenset[int]


def read() -> Networks:
    """Today's networks; from the database at most every FRESH_FOR seconds."""
    return _kept.get()


def name_of(asn: int) -> str:
    """As people may know it."""
    name = read().names.get(asn)
    return f"{name} (AS{asn})" if name else f"AS{asn}"


def _load() -> Networks:
    rows = list(Network.objects.values_list("asn", "service_id", "service__name"))
    service_of = {asn: service for asn, service, _name in rows}
    providers = Service.objects.filter(
        Q(category__slug__in=PROVIDER_CATEGORIES) | Q(is_dependency__kind=Dependency.Kind.ISP)
    ).values_list("pk", flat=True)
    return Networks(
        service_of=service_of,
        names={asn: name for asn, _service, name in rows},
        providers=frozenset(providers) | frozenset(service_of.values()),
    )


_kept = Kept(_load, fresh_for=FRESH_FOR)
