"""Whose networks are whose: providers' own services, and the service behind an AS number."""

from dataclasses import dataclass

from django.db.models import Q

from outages.judging.graph import PROVIDER_CATEGORIES
from reports.kept import Kept
from reports.models import Dependency, Network, Service

FRESH_FOR = 60.0


@dataclass(frozen=True)
class Networks:
    """`service_of`: AS number → service id. `providers`: ids of services that are themselves how
    people reach the others, so that one network is all that can speak of them."""

    service_of: dict[int, int]
    providers: frozenset[int]


def read() -> Networks:
    """Today's networks; from the database at most every FRESH_FOR seconds."""
    return _kept.get()


def _load() -> Networks:
    service_of = dict(Network.objects.values_list("asn", "service_id"))
    providers = Service.objects.filter(
        Q(category__slug__in=PROVIDER_CATEGORIES) | Q(is_dependency__kind=Dependency.Kind.ISP)
    ).values_list("pk", flat=True)
    return Networks(
        service_of=service_of, providers=frozenset(providers) | frozenset(service_of.values())
    )


_kept = Kept(_load, fresh_for=FRESH_FOR)
