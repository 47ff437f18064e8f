"""What the public sees now: pages, API and feeds all read it here, so they cannot disagree."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from outages import cldr, wording
from outages.causes.taxonomy import CAUSES
from outages.judging.series import first_minute
from outages.models import Cause, Incident, IncidentQuerySet, IncidentRegion
from outages.showing import cards, chartdata, ledger, places, providers, said
from outages.showing import dossier as dossiers
from outages.showing.bodies import incident_body
from outages.showing.directory import order_of, service, services
from outages.showing.finding import hits, meant, named
from outages.showing.freshness import Freshness, freshness
from outages.showing.history import history
from outages.showing.possible import possible
from outages.showing.record import evidence_body
from outages.showing.related import related
from outages.showing.spoken import (
    notice_body,
    notices,
    replies,
    replies_to,
    reply_body,
)
from reports import vocabulary
from reports.buckets import minute_of, time_of
from reports.models import Category, Region, Service, Symptom

__all__ = [
    "Freshness",
    "freshness",
    "hits",
    "history",
    "incident_body",
    "meant",
    "named",
    "notice_body",
    "notices",
    "order_of",
    "related",
    "replies",
    "replies_to",
    "reply_body",
    "service",
    "services",
]

Body = dict[str, Any]
RECENTLY = timedelta(hours=24)
MOST_RECENT = 10
SPARKLINE_MINUTES, SPARKLINE_STEP = 360, 15
STEPS_OF_AN_HOUR = 60 // SPARKLINE_STEP


class UnknownRegion(LookupError):
    """A region code that the catalogue lacks."""


def series(
    slug: str,
    *,
    now: datetime,
    window_minutes: int = 1440,
    step_minutes: int = 5,
    region: str | None = None,
) -> Body:
    """Counts beside what is usual, up to the last judged minute; raises Service.DoesNotExist and
    UnknownRegion. `step_minutes` divides `window_minutes`."""
    fresh = freshness(now=now)
    code = region or Region.WORLD
    known = vocabulary.read()
    if slug not in known.active:
        raise Service.DoesNotExist(slug)
    service = known.services[slug]
    if code not in known.regions or code == Region.UNKNOWN:
        raise UnknownRegion(code)
    minute = fresh.minute if fresh.minute is not None else minute_of(now) - 1
    span = chartdata.Span.ending(minute, window=window_minutes, step=step_minutes)
    here = known.regions[code]
    points = chartdata.points(service=service, region=here, span=span)
    everybody = sum(point["reporters"] for point in points) if code == Region.WORLD else None
    return {
        "service": slug,
        "region": code,
        "window_minutes": window_minutes,
        "step_minutes": step_minutes,
        "points": points,
        "symptoms": said.symptoms(service=service, region=here, span=span, reporters=everybody),
        "incidents": [
            {"id": id_, "started_at": started, "resolved_at": resolved}
            for id_, started, resolved in _incidents_within(service, now, window_minutes)
        ],
        **fresh.body(),
    }


def chart(slug: str, *, now: datetime, window_minutes: int, step_minutes: int) -> Body:
    """A series of everywhere, in which nothing is known before this instance counted anything:
    `counted_since` says from when on, None where nothing was counted yet."""
    body = series(slug, now=now, window_minutes=window_minutes, step_minutes=step_minutes)
    first = first_minute()
    since = None if first is None else time_of(first)
    return {
        **body,
        "points": chartdata.counted_only(body["points"], since=since, step=step_minutes),
        "counted_since": since,
    }


def through(slug: str, *, now: datetime, began: datetime | None = None) -> Body:
    """Through which providers a service's reports come (showing/providers.py)."""
    fresh = freshness(now=now)
    minute = fresh.minute if fresh.minute is not None else minute_of(now) - 1
    return providers.through(slug, minute=minute, began=began)


def nobody_reported(slug: str, code: str, *, now: datetime, window_minutes: int = 60) -> bool:
    """Whether nobody at all reported a service from a region (by its code) lately."""
    fresh, known = freshness(now=now), vocabulary.read()
    last = fresh.minute if fresh.minute is not None else minute_of(now) - 1
    return places.nobody_reported(
        known.services[slug], known.regions[code], first=last - window_minutes + 1, last=last
    )


def incidents(
    *,
    service: str | None = None,
    region: str | None = None,
    cause: str | None = None,
    state: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> IncidentQuerySet:
    """Incidents that fit, newest first. `region`: a country includes its parts; `cause`: category
    or group of the current cause; `since`, `until`: those that touch that time."""
    found = Incident.objects.all()
    if service:
        found = found.filter(service__slug=service)
    if region:
        there = Q(region__code=region) | Q(region__country=region)
        reached = IncidentRegion.objects.filter(there).values("incident")
        found = found.filter(pk__in=reached)
    if cause:
        judged = Cause.objects.filter(Q(category=cause) | Q(group=cause), current=True)
        found = found.filter(pk__in=judged.values("incident"))
    if state:
        found = found.filter(state=state)
    if since:
        found = found.filter(Q(resolved_at=None) | Q(resolved_at__gte=since))
    if until:
        found = found.filter(started_at__lte=until)
    return found


def incident(id_: int) -> Body:
    """One incident; raises Incident.DoesNotExist."""
    return incident_body(Incident.objects.whole().get(pk=id_))


def dossier(id_: int, *, now: datetime, fresh: Freshness | None = None) -> Body:
    """Everything that its own page shows of an incident (showing/dossier.py); raises
    Incident.DoesNotExist."""
    return dossiers.dossier(id_, now=now, fresh=fresh or freshness(now=now))


def evidence(id_: int) -> Body:
    """Why an incident was declared; raises Incident.DoesNotExist."""
    return evidence_body(Incident.objects.whole().get(pk=id_))


def accuracy(*, now: datetime) -> Body:
    """The detector's own record, with the rules in force."""
    return {**ledger.accuracy(now=now), **freshness(now=now).body()}


def down_now(*, now: datetime) -> Body:
    """What is down, what may be, and what was until lately, all in brief."""
    fresh = freshness(now=now)
    ongoing = list(cards.light(Incident.objects.ongoing()))
    resolved = Incident.objects.filter(
        state=Incident.State.RESOLVED, resolved_at__gte=now - RECENTLY
    ).order_by("-resolved_at")
    lately = list(cards.light(resolved)[:MOST_RECENT])
    minute = fresh.minute if fresh.minute is not None else minute_of(now) - 1
    span = chartdata.Span.ending(minute, window=SPARKLINE_MINUTES, step=SPARKLINE_STEP)
    sparklines = chartdata.reports_by_step([one.service_id for one in ongoing], span=span)
    bodies = cards.cards([*ongoing, *lately])
    down = bodies[: len(ongoing)]
    for incident, body in zip(ongoing, down, strict=True):
        counts = sparklines[incident.service_id]
        body |= {"sparkline": counts, "reports_last_hour": sum(counts[-STEPS_OF_AN_HOUR:])}
    return {
        "ongoing": down,
        "possible": possible(fresh=fresh, down={body["service"] for body in down}),
        "recently_resolved": bodies[len(ongoing) :],
        **fresh.body(),
    }


def listed(incidents: IncidentQuerySet) -> list[Body]:
    """Incidents in brief, in their order."""
    return cards.cards(list(cards.light(incidents)))


def categories() -> list[Body]:
    """Kinds of services with the symptoms that fit them."""
    rows = Category.objects.filter(services__active=True).distinct().order_by("name")
    found = [
        {"slug": row.slug, "name": wording.word(row.name), "symptoms": row.symptoms} for row in rows
    ]
    return sorted(found, key=lambda kind: cldr.alphabetical(kind["name"]))


def causes() -> list[Body]:
    """The causes that an incident may be judged to have."""
    return [
        {
            "slug": cause.slug,
            "group": cause.group,
            "name": wording.word(cause.name),
            "says": wording.word(cause.says),
        }
        for cause in CAUSES
    ]


def symptoms() -> list[Body]:
    """What people can say that they see."""
    return [
        {"slug": row.slug, "name": wording.word(row.name), "says": wording.word(row.says)}
        for row in Symptom.objects.order_by("pk")
    ]


def regions(country: str | None = None) -> list[Body]:
    """Countries, or the parts of one."""
    rows = Region.objects.filter(level=Region.Level.COUNTRY)
    if country:
        rows = Region.objects.filter(level=Region.Level.SUBDIVISION, country=country)
    found = rows.order_by("name", "code").values("code", "name", "level", "country")
    return [{**row, "name": cldr.country(row["code"], row["name"])} for row in found]


def name_of(slug: str) -> str:
    """A service's name, as the process knows it; raises Service.DoesNotExist."""
    try:
        return vocabulary.read().service_names[slug]
    except KeyError as error:
        raise Service.DoesNotExist(slug) from error


def is_country(code: str) -> bool:
    """Is it the code of a country of the catalogue?"""
    known = vocabulary.read()
    id_ = known.regions.get(code, 0)
    return id_ > 0 and bool(known.country_of[id_] == id_)


def _incidents_within(
    service_id: int, now: datetime, window_minutes: int
) -> Sequence[tuple[int, datetime, datetime | None]]:
    since = now - timedelta(minutes=window_minutes)
    touching = (
        Incident.objects.filter(service=service_id)
        .exclude(state=Incident.State.RETRACTED)
        .filter(Q(resolved_at=None) | Q(resolved_at__gte=since))
    )
    return list(touching.order_by("started_at").values_list("pk", "started_at", "resolved_at"))
