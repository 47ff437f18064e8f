"""What operators say themselves, as everybody gets it: beside a verdict, never part of one."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from outages.models import Notice, Reply

Body = dict[str, Any]

# How long a reply stands on its service's page once no incident is ongoing.
REPLY_SHOWN = timedelta(days=7)
# The newest: nobody's words may push the rest off the page.
MOST_SHOWN = 3


def notices(
    *, service: str = "", kind: str = "", since: datetime | None = None
) -> QuerySet[Notice]:
    """Notices that fit, newest first."""
    found = Notice.objects.select_related("service").filter(service__active=True)
    if service:
        found = found.filter(service__slug=service)
    if kind:
        found = found.filter(kind=kind)
    if since:
        found = found.filter(at__gte=since)
    return found


def notice_body(notice: Notice) -> Body:
    """One notice in the form of the API."""
    return {
        "id": notice.pk,
        "service": notice.service.slug,
        "kind": notice.kind,
        "text": notice.text,
        "at": notice.at,
        "updated_at": notice.updated_at,
        "starts": notice.starts,
        "ends": notice.ends,
        "source": notice.source,
        "url": notice.url,
        "ref": notice.ref,
        "cause": notice.cause,
        "version": notice.version,
    }


def replies(*, service: str = "", incident: int | None = None) -> QuerySet[Reply]:
    """Replies that are shown and fit, newest first."""
    found = Reply.objects.select_related("service").filter(shown=True, service__active=True)
    if service:
        found = found.filter(service__slug=service)
    if incident is not None:
        found = found.filter(incident=incident)
    return found


def reply_body(reply: Reply) -> Body:
    """One reply in the form of the API."""
    return {
        "id": reply.pk,
        "service": reply.service.slug,
        "incident": reply.incident_id,
        "by": reply.by_name,
        "text": reply.text,
        "at": reply.at,
        "url": reply.url,
    }


def replies_now(service: Body, *, now: datetime) -> list[Body]:
    """Those that are shown beside the verdict on a service (in the form of the API): of the last
    seven days, and all since its ongoing incident began."""
    first = now - REPLY_SHOWN
    if service["incident"] is not None:
        first = min(first, service["incident"]["started_at"])
    return [
        reply_body(one)
        for one in replies(service=service["slug"]).filter(at__gte=first)[:MOST_SHOWN]
    ]


def replies_to(incident: Body) -> list[Body]:
    """Those that are shown beside an incident (in the form of the API): about it, or about all of
    its service while it was ongoing."""
    meanwhile = Q(incident=None, service__slug=incident["service"], at__gte=incident["started_at"])
    if incident["resolved_at"] is not None:
        meanwhile &= Q(at__lte=incident["resolved_at"])
    found = replies().filter(Q(incident=incident["id"]) | meanwhile)
    return [reply_body(one) for one in found[:MOST_SHOWN]]
