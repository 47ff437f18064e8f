"""The catalogue as a graph: which service stands on which dependency."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from outages.causes import shared
from outages.causes.taxonomy import ISP, POWER_GRID
from reports.kept import Kept
from reports.models import Dependence, Dependency, Service

# Categories whose services are themselves how people reach the others.
PROVIDER_CATEGORIES = ("internet-provider", "mobile-provider")
FRESH_FOR = 60.0
# How surely a dependency's failure is felt on its own page: people know their provider's name, but
# hardly anybody that of the network which delivers the pages they miss.
OWN_PAGE_OF_PROVIDER, OWN_PAGE = 0.9, 0.4


@dataclass(frozen=True)
class Node:
    """A service as the causes see it."""

    id: int
    slug: str
    name: str
    category: str
    observable: bool
    operator: str | None
    countries: frozenset[str]

    @property
    def is_provider(self) -> bool:
        return self.category in PROVIDER_CATEGORIES


@dataclass(frozen=True)
class Root:
    """A dependency; `page` is the slug of the service that is its own page, where it has one."""

    id: int
    slug: str
    name: str
    kind: str
    page: str | None


@dataclass(frozen=True)
class Graph:
    """Services by id, dependencies by slug, and dependency → service slug → p."""

    services: dict[int, Node]
    dependencies: dict[str, Root]
    dependants: dict[str, dict[str, float]]

    def stands_on(self, service: str) -> frozenset[str]:
        """Dependencies of a service, and those that its own page is about, power grids left out.

        Half a country shares a grid: that says nothing about two of its providers.
        """
        return self._below.get(service, frozenset())

    @cached_property
    def _below(self) -> dict[str, frozenset[str]]:
        """Service slug → dependencies."""
        below: dict[str, set[str]] = defaultdict(set)
        for slug, root in self.dependencies.items():
            if root.kind == POWER_GRID:
                continue
            for service in (root.page, *self.dependants.get(slug, ())):
                if service is not None:
                    below[service].add(slug)
        return {service: frozenset(slugs) for service, slugs in below.items()}

    def needs(self, service: str) -> Sequence[tuple[Root, float]]:
        """What a service depends on, with how surely it fails along; surest first."""
        return self._needs.get(service, ())

    @cached_property
    def _needs(self) -> dict[str, list[tuple[Root, float]]]:
        needs: dict[str, list[tuple[Root, float]]] = defaultdict(list)
        for slug, services in self.dependants.items():
            for service, p in services.items():
                needs[service].append((self.dependencies[slug], p))
        for roots in needs.values():
            roots.sort(key=lambda pair: (-pair[1], pair[0].slug))
        return dict(needs)

    def with_pages(
        self, dependants: Mapping[str, Mapping[str, float]]
    ) -> dict[str, Mapping[str, float]]:
        """The same with each dependency's own page among its dependants: what fails is reported
        under its own name as well, a provider's mostly so."""
        felt: dict[str, Mapping[str, float]] = dict(dependants)
        for slug, root in self.dependencies.items():
            if root.page is not None and root.page not in felt.get(slug, {}):
                p = OWN_PAGE_OF_PROVIDER if root.kind == ISP else OWN_PAGE
                felt[slug] = {**felt.get(slug, {}), root.page: p}
        return felt

    def kinds(self) -> dict[str, str]:
        return {slug: root.kind for slug, root in self.dependencies.items()}


def read() -> Graph:
    """Today's graph; from the database at most every FRESH_FOR seconds."""
    return _kept.get()


def _load() -> Graph:
    services = Service.objects.active().values_list(
        "id", "slug", "name", "category__slug", "observable", "operator__slug", "countries"
    )
    roots = Dependency.objects.values_list("id", "slug", "name", "kind", "service__slug")
    edges = Dependence.objects.filter(service__active=True).values_list(
        "service__slug", "dependency__slug", "p"
    )
    return Graph(
        services={
            id_: Node(id_, slug, name, category, observable, operator, frozenset(countries))
            for id_, slug, name, category, observable, operator, countries in services.order_by()
        },
        dependencies={row[1]: Root(*row) for row in roots},
        dependants=shared.by_dependency(shared.Edge(*edge) for edge in edges),
    )


_kept = Kept(_load, fresh_for=FRESH_FOR)
