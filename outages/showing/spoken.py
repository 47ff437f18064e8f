"""What operators say themselves, as everybody gets it: beside a verdict, never part of one."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from outages.models import Notice, Reply
from outages.showing.tick import Held
from reports.models import Service

Body = dict[str, Any]

REPLY = "reply"
# How long each stands on its service's page once no incident is ongoing.
REPLY_SHOWN, NOTICE_SHOWN = timedelta(days=7), timedelta(hours=24)
# The newest of each: nobody's words may push the rest off the page.
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


def _read(_asked: None) -> frozenset[int]:
    replied = Reply.objects.filter(shown=True).values_list("service_id", flat=True)
    noticed = Notice.objects.filter(source=Notice.OFFICIAL).values_list("service_id", flat=True)
    return frozenset(replied.order_by().union(noticed.order_by()))


# Ids of the services about which any operator ever said anything: few.
_speakers: Held[None, frozenset[int]] = Held(_read, key=lambda _asked: None)


def said_now(service: Service, *, began: datetime | None, now: datetime) -> list[Body]:
    """What is shown beside the verdict on a service, replies first: replies of the last seven days,
    official notices of the last day and maintenance that is on; and all of them since the ongoing
    incident `began` (None: there is none)."""
    if service.pk not in _speakers.get(None):
        return []
    started = now if began is None else began
    answers = replies(service=service.slug).filter(at__gte=min(started, now - REPLY_SHOWN))
    is_on = Q(kind=Notice.Kind.MAINTENANCE, starts__lte=now) & (
        Q(ends__gte=now) | Q(ends=None, starts__gte=now - NOTICE_SHOWN)
    )
    lately = Q(at__gte=min(started, now - NOTICE_SHOWN)) & ~Q(
        kind=Notice.Kind.MAINTENANCE, starts__isnull=False
    )
    words = notices(service=service.slug).filter(
        is_on | lately, source=Notice.OFFICIAL, at__lte=now
    )
    return [
        *(_reply_said(one) for one in answers[:MOST_SHOWN]),
        *(
            {
                "kind": one.kind,
                "by": service.operator.name if service.operator else service.name,
                "text": one.text,
                "at": one.updated_at or one.at,
                "ends": one.ends,
                "url": one.url,
            }
            for one in words[:MOST_SHOWN]
        ),
    ]


def replies_to(incident: Body) -> list[Body]:
    """What is shown beside an incident (in the form of the API), whose timeline tells of notices:
    replies about it, or about all of its service while it was ongoing."""
    meanwhile = Q(incident=None, service__slug=incident["service"], at__gte=incident["started_at"])
    if incident["resolved_at"] is not None:
        meanwhile &= Q(at__lte=incident["resolved_at"])
    found = replies().filter(Q(incident=incident["id"]) | meanwhile)
    return [_reply_said(one) for one in found[:MOST_SHOWN]]


def _reply_said(reply: Reply) -> Body:
    return {
        "kind": REPLY,
        "by": reply.by_name,
        "text": reply.text,
        "at": reply.at,
        "ends": None,
        "url": reply.url,
    }
