"""Incidents in brief, for lists: what, since when, where, from what. Three queries for any."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from outages import cldr
from outages.explaining.verdicts import current_cause
from outages.models import Cause, CommonCause, Incident, IncidentQuerySet, IncidentRegion

Body = dict[str, Any]
# Long texts and records that no list shows.
LONG = ("brief", "detail", "facts", "evidence", "latest")


def light(found: IncidentQuerySet) -> IncidentQuerySet:
    """The same incidents, with as much as a list shows of them."""
    whole = found.select_related("service__category", "common_cause__dependency")
    return whole.defer(*LONG)


def cards(incidents: Sequence[Incident]) -> list[Body]:
    """Each incident (of `light`) in brief: members of the API's form, and its service's kind."""
    regions = IncidentRegion.objects.select_related("region").order_by("-peak_z")
    causes = Cause.objects.filter(current=True).defer("evidence", "alternatives", "words")
    prefetch_related_objects(
        list(incidents), Prefetch("regions", regions), Prefetch("causes", causes)
    )
    return [_card(incident) for incident in incidents]


def _card(incident: Incident) -> Body:
    return {
        "id": incident.pk,
        "service": incident.service.slug,
        "service_name": incident.service.name,
        "category": incident.service.category.slug,
        "state": incident.state,
        "severity": incident.severity,
        "scope": incident.scope,
        "started_at": incident.started_at,
        "resolved_at": incident.resolved_at,
        "regions": [
            {
                "code": row.region.code,
                "name": cldr.country(row.region.code, row.region.name),
                "ended_at": row.ended_at,
            }
            for row in incident.regions.all()
        ],
        "cause": _cause(current_cause(incident)),
        "common_cause": _common(incident.common_cause),
    }


def _cause(cause: Cause | None) -> Body | None:
    if cause is None:
        return None
    return {
        "category": cause.category,
        "group": cause.group,
        "confidence": cause.confidence,
        "says": cause.says,
    }


def _common(common: CommonCause | None) -> Body | None:
    """`id` is the same for incidents that share it."""
    if common is None:
        return None
    dependency = common.dependency
    return {
        "id": common.pk,
        "dependency": {
            "slug": dependency.slug,
            "name": dependency.name,
            "kind": dependency.kind,
        },
    }
