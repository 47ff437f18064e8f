"""Networks by the name of the provider that people know, never by a number of ours or theirs."""

from collections.abc import Iterable
from typing import Any

from outages.judging import networks
from outages.models import Reading
from outages.showing.statuses import Status
from reports.models import Network

Body = dict[str, Any]


def names(standings: Iterable[Status]) -> dict[int | None, Body]:
    """AS number → the provider's own service, of the networks that statuses name."""
    asns = {one.network for one in standings if one.network is not None}
    if not asns:
        return {}
    rows = Network.objects.filter(asn__in=asns, service__active=True).values_list(
        "asn", "service__slug", "service__name"
    )
    return {asn: {"slug": slug, "name": name} for asn, slug, name in rows}


def seen_through(service: int, *, minute: int | None) -> list[Body]:
    """Services whose reports come almost only through this provider's networks: evidence for its
    own trouble, none of theirs."""
    if minute is None or service not in networks.read().providers:
        return []
    asns = Network.objects.filter(service=service).values("asn")
    rows = (
        Reading.objects.filter(minute=minute, network__in=asns, service__active=True)
        .exclude(service=service)
        .order_by("service__name")
        .values("service__slug", "service__name")
        .distinct()
    )
    return [{"slug": row["service__slug"], "name": row["service__name"]} for row in rows]
