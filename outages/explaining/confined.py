"""Ongoing incidents of apps that lie inside an internet provider's footprint, and what follows."""

from collections.abc import Mapping, Sequence

from outages.causes.footprint import Footprint, inside, standing_on, through_one_network
from outages.causes.taxonomy import ISP
from outages.explaining.course import courses
from outages.judging.graph import Graph, Node
from outages.judging.standing import Standing
from outages.models import Incident
from reports.buckets import minute_of


def dependants_today(
    ongoing: Sequence[Incident],
    found: Mapping[int, Standing],
    known: Graph,
    *,
    minute: int,
) -> tuple[dict[str, dict[str, float]], set[str]]:
    """(dependency → service → p as it holds for these incidents; slugs of those that are confined
    to a provider's footprint, or to one network). The queries of `courses`, at most."""
    looked = courses(ongoing, minute=minute)
    apps: list[Footprint] = []
    providers: list[Footprint] = []
    for incident in ongoing:
        node = known.services.get(incident.service_id)
        if node is not None:
            lift = looked[incident.pk].network_lift
            footprint = _footprint(incident, node, found.get(node.id), lift)
            (providers if node.is_provider else apps).append(footprint)
    providers_of = inside(apps, providers)
    confined = {*providers_of, *through_one_network(apps)}
    if not confined:
        return known.dependants, confined
    pages = {
        root.page: slug
        for slug, root in known.dependencies.items()
        if root.kind == ISP and root.page is not None
    }
    today = standing_on(
        known.dependants, providers_of=providers_of, confined=confined, page_of=pages
    )
    return today, confined


def _footprint(
    incident: Incident, node: Node, standing: Standing | None, lift: float | None
) -> Footprint:
    countries = node.countries
    if not node.is_provider:
        countries = frozenset(row.region.country for row in incident.regions.all())
    return Footprint(
        service=node.slug,
        countries=countries,
        onset_minute=minute_of(incident.started_at),
        strength=standing.strength if standing else 0.0,
        lift=lift,
    )
