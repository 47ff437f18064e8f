"""Possible outages now, in brief: two queries, however many services there are."""

from collections.abc import Collection
from typing import Any

from outages.detection import lifecycle
from outages.models import Implication, Reading
from outages.showing.freshness import Freshness
from outages.showing.statuses import POSSIBLE

Body = dict[str, Any]


def possible(*, fresh: Freshness, down: Collection[str]) -> list[Body]:
    """Services above the warning threshold without an incident, by name, each as a list of
    services (directory.py) says it. `down`: slugs of those that have an incident."""
    if fresh.minute is None or fresh.stale:
        return []
    found = {row.service.slug: _implicated(row) for row in _implications()}
    raised = Reading.objects.filter(
        minute=fresh.minute, severity__gte=lifecycle.WARN_ABOVE, service__active=True
    )
    rows = raised.values_list("service__slug", "service__name", "reason").order_by("pk")
    for slug, name, reason in rows:
        if slug not in found:
            why = reason or Reading.Reason.WEAK_SIGNAL.value
            found[slug] = {**_body(slug, name, why), "implicated_by": None}
    wanted = [one for slug, one in found.items() if slug not in down]
    return sorted(wanted, key=lambda one: (one["name"].casefold(), one["slug"]))


def _implications() -> list[Implication]:
    rows = Implication.objects.filter(until=None, service__active=True)
    return list(rows.select_related("service", "incident__service").defer("seen"))


def _implicated(row: Implication) -> Body:
    by = row.incident.service
    other = {"incident": row.incident_id, "slug": by.slug, "name": by.name}
    body = _body(row.service.slug, row.service.name, Reading.Reason.IMPLICATED.value)
    return {**body, "implicated_by": other}


def _body(slug: str, name: str, reason: str) -> Body:
    return {"slug": slug, "name": name, "status": POSSIBLE, "status_reason": reason}
