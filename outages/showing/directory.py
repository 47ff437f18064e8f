"""Services as the public gets them: found by name, in order, each with how it stands now."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from outages import wording
from outages.judging import discards, graph
from outages.models import Implication, Incident
from outages.showing import blame, finding, networks, spoken
from outages.showing.bodies import incident_body, ongoing
from outages.showing.freshness import Freshness, freshness
from outages.showing.statuses import HOUR, POSSIBLE, Status, maybe_troubled, statuses
from reports.models import Service, ServiceQuerySet

Body = dict[str, Any]


def services(*, now: datetime, q: str = "", category: str = "", status: str = "") -> list[Body]:
    """Every active service that fits, in the order of names (a search: best fit first)."""
    fresh = freshness(now=now)
    found = _whole()
    if category:
        found = found.filter(category__slug=category)
    if status == POSSIBLE:
        found = found.filter(pk__in=maybe_troubled(fresh=fresh))
    fitting = [one for one in found if _fits(one, q)]
    ids = [one.pk for one in fitting]
    standing = statuses(ids, fresh=fresh)
    through = networks.names(standing.values())
    bodies = [_body(one, standing[one.pk], through) for one in fitting]
    wanted = [body for body in bodies if not status or body["status"] == status]
    return sorted(wanted, key=lambda body: order_of(body, q=q))


def order_of(body: Body, *, q: str = "") -> tuple[int, str, str]:
    """What services are sorted by: how far they are from what is sought, then by name."""
    return (
        finding.distance(_words(body["name"], body["slug"], body["aliases"]), q),
        body["name"].casefold(),
        body["slug"],
    )


def service(slug: str, *, now: datetime) -> Body:
    """One service, with the whole of its ongoing incident; raises Service.DoesNotExist."""
    fresh = freshness(now=now)
    found = _whole().get(slug=slug)
    standing = statuses([found.pk], fresh=fresh)[found.pk]
    body = _body(found, standing, networks.names([standing]))
    if standing.implicated_by is not None and fresh.minute is not None:
        row = standing.implicated_by
        body["implicated_by"] |= {
            "answers": blame.answers_of(row, minute=fresh.minute),
            "seen": blame.seen_of(row),
        }
    if standing.incident is not None:
        whole = ongoing(fresh).get(standing.incident.pk)
        # It may have ended while this was read.
        body["incident"] = whole and incident_body(whole)
    began = standing.incident.started_at if standing.incident else None
    more = {
        "said": spoken.said_now(found, began=began, now=now),
        "discarded_last_hour": _discarded(found.pk, standing, fresh),
        "seen_through_it": networks.seen_through(found.pk, minute=fresh.minute),
    }
    return {**body, **more, **fresh.body()}


def _discarded(service_id: int, standing: Status, fresh: Freshness) -> dict[str, int]:
    """Reports of the last hour that weigh nothing, by the reason why."""
    if not standing.discarded_last_hour or fresh.minute is None:
        return {}
    return discards.counts({service_id: HOUR}, minute=fresh.minute).get(service_id, {})


def _whole() -> ServiceQuerySet:
    return Service.objects.active().select_related("category", "operator")


def _body(
    found: Service,
    standing: Status,
    through: Mapping[int | None, Body],
) -> Body:
    operator = found.operator
    return {
        "slug": found.slug,
        "name": found.name,
        "category": found.category.slug,
        "category_name": wording.word(found.category.name),
        "operator": {"slug": operator.slug, "name": operator.name} if operator else None,
        "homepage": found.homepage,
        "aliases": found.aliases,
        "countries": found.countries,
        "depends_on": [
            {"slug": root.slug, "name": root.name, "kind": root.kind, "p": p}
            for root, p in graph.read().needs(found.slug)
        ],
        "status": standing.status,
        "status_reason": standing.reason,
        "reports_last_hour": standing.reports_last_hour,
        "expected_last_hour": standing.expected_last_hour,
        "incident": _in_brief(standing.incident),
        "implicated_by": _implicated_by(standing.implicated_by),
        "almost_only_through": through.get(standing.network),
    }


def _in_brief(incident: Incident | None) -> Body | None:
    """As much of an ongoing incident as a list shows: the same members as the whole has."""
    if incident is None:
        return None
    return {
        "id": incident.pk,
        "state": incident.state,
        "severity": incident.severity,
        "scope": incident.scope,
        "started_at": incident.started_at,
    }


def _implicated_by(row: Implication | None) -> Body | None:
    if row is None:
        return None
    culprit = row.incident.service
    return {
        "incident": row.incident_id,
        "slug": culprit.slug,
        "name": culprit.name,
        "category": culprit.category.slug,
        "probability": round(row.probability, 2),
        "since": row.since,
        "started_at": row.incident.started_at,
    }


def _fits(found: Service, q: str) -> bool:
    words = _words(found.name, found.slug, found.aliases)
    return finding.distance(words, q) < finding.NOT_FOUND


def _words(name: str, slug: str, aliases: Iterable[str]) -> list[str]:
    return [name, slug, *aliases]
