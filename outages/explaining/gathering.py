"""Gather what is known about ongoing incidents, in a fixed number of queries, for the causes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q

from outages.causes.observed import NoticeText, SharedDependency, Signals
from outages.causes.shared import IN_SYNC
from outages.causes.taxonomy import VENDORS
from outages.causes.tenants import tenants_of
from outages.explaining.course import Course, courses
from outages.explaining.followed import MAINTENANCE, RELEASE, Followed, followed
from outages.judging import graph, symptoms
from outages.models import CommonCause, Incident, Notice
from reports import kept
from reports.buckets import DAY_MINUTES, minute_of, time_of

# Symptoms of this many minutes are what an incident's reporters say now.
SAID_MINUTES = 120
# What people usually say about a service: of so many days before.
USUAL_DAYS = 28
FEWEST_USUAL = 20
NOTICE_BEFORE = timedelta(hours=24)
# Work is begun a little before its time too, and the first reports may be of the minute before.
EARLY = timedelta(minutes=10)


@dataclass(frozen=True)
class Gathered:
    """By service id: symptom counts now, usual symptom shares, notices that hold now, and minutes
    that resolved incidents lasted. By incident id: the course of its reports. `vendors`: minutes at
    which those went down that a hired company's failure explains, by the id of that cause."""

    symptoms: Mapping[int, dict[str, int]]
    usual: Mapping[int, dict[str, float]]
    notices: Mapping[int, tuple[Notice, ...]]
    durations: Mapping[int, tuple[float, ...]]
    courses: Mapping[int, Course] = field(default_factory=dict)
    followed: Followed = Followed()
    vendors: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


def gather(incidents: Sequence[Incident], *, minute: int) -> Gathered:
    """Everything that the causes of these incidents are judged by, up to the minute."""
    services = [incident.service_id for incident in incidents]
    return Gathered(
        symptoms=symptoms.counts_since(_since(incidents, minute), last=minute),
        usual=_usual(services, minute // DAY_MINUTES),
        notices=_notices(services, minute),
        durations=_durations(incidents),
        courses=courses(incidents, minute=minute),
        followed=followed(services, now=time_of(minute + 1)),
        vendors=_vendors(incidents),
    )


def _since(incidents: Sequence[Incident], minute: int) -> dict[int, int]:
    """From when on its reports are an incident's, by service id: what was said before it began is
    the usual."""
    first = minute - SAID_MINUTES + 1
    return {one.service_id: max(first, minute_of(one.started_at)) for one in incidents}


def signals(
    incident: Incident,
    gathered: Gathered,
    *,
    down: Collection[str],
    quiet: Collection[str],
    minute: int,
) -> Signals:
    """The signals of one incident. `down` and `quiet`: slugs of services in trouble, and well."""
    known = graph.read()
    node = known.services.get(incident.service_id)
    notices = gathered.notices.get(incident.service_id, ())
    course = gathered.courses.get(incident.pk, Course())
    siblings = _siblings(known, node)
    here = tenants = None
    if node is not None:
        here = _providers_beside(known, node, _countries(incident, node), down, quiet)
        tenants = tenants_of(
            node.slug, dependants=known.dependants, kinds=known.kinds(), down=down, quiet=quiet
        )
    return Signals(
        service_kind="provider" if node is not None and node.is_provider else "app",
        symptom_counts=gathered.symptoms.get(incident.service_id) or None,
        usual_symptom_shares=gathered.usual.get(incident.service_id) or None,
        affected_regions=course.hit[0] if course.hit else None,
        active_regions=course.hit[1] if course.hit else None,
        siblings_down=len(siblings & set(down)) if siblings else None,
        siblings_quiet=len(siblings & set(quiet)) if siblings else None,
        network_lift=course.network_lift,
        single_network_share=course.one_network,
        onset_minutes=course.rise.minutes if course.rise else None,
        steps=course.rise.steps if course.rise else None,
        waves=course.rise.waves if course.rise else None,
        local_hour=course.local_hour,
        comment_hints=course.hints,
        dependants_down=tenants[0] if tenants else None,
        dependants_watched=tenants[1] if tenants else None,
        hired_known=_hired(known, node),
        in_sync=_in_sync(gathered.vendors, minute_of(incident.started_at)),
        shared_dependency=_shared(incident.common_cause),
        is_the_dependency=_is_its_page(known, incident, node),
        providers_down_in_area=here[0] if here else None,
        all_isps_share=here[1] if here else None,
        maintenance_window=gathered.followed.says(
            incident.service_id, MAINTENANCE, seen=_in_window(notices, incident.started_at)
        ),
        maintenance_text=next((n.text for n in notices if n.kind == Notice.Kind.MAINTENANCE), ""),
        release_last_24h=gathered.followed.says(
            incident.service_id, RELEASE, seen=any(n.kind == RELEASE for n in notices)
        ),
        notices=tuple(NoticeText(n.text, n.kind, n.source, n.at) for n in notices),
    )


_usual_kept: dict[tuple[int, int], dict[str, float]] = {}
kept.on_forget(_usual_kept.clear)


def _usual(services: Collection[int], day: int) -> dict[int, dict[str, float]]:
    """Shares of symptoms in the days before `day`, by service; empty where too little was said to
    know."""
    unknown = [service for service in services if (service, day) not in _usual_kept]
    if unknown:
        for old in [key for key in _usual_kept if key[1] != day]:
            del _usual_kept[old]
        first, last = (day - USUAL_DAYS) * DAY_MINUTES, day * DAY_MINUTES - 1
        said = symptoms.counts(unknown, first=first, last=last)
        for service in unknown:
            counts = said.get(service, {})
            total = sum(counts.values())
            shares = {slug: n / total for slug, n in counts.items()}
            _usual_kept[service, day] = shares if total >= FEWEST_USUAL else {}
    return {service: _usual_kept[service, day] for service in services}


def _notices(services: Collection[int], minute: int) -> dict[int, tuple[Notice, ...]]:
    """Status posts and releases of the last day, and maintenance that was announced for now."""
    now = time_of(minute + 1)
    lately = Q(at__gte=now - NOTICE_BEFORE) & ~Q(kind=Notice.Kind.MAINTENANCE)
    # One without a known end holds for a day.
    announced = Q(kind=Notice.Kind.MAINTENANCE) & (
        Q(starts__lte=now, ends__gte=now - NOTICE_BEFORE)
        | Q(starts__range=(now - NOTICE_BEFORE, now), ends=None)
        | Q(starts=None, at__gte=now - NOTICE_BEFORE)
    )
    result: dict[int, tuple[Notice, ...]] = {}
    for notice in Notice.objects.filter(lately | announced, service__in=services, at__lte=now):
        result[notice.service_id] = (*result.get(notice.service_id, ()), notice)
    return result


def _durations(incidents: Sequence[Incident]) -> dict[int, tuple[float, ...]]:
    """Minutes that earlier incidents of the same services lasted."""
    rows = (
        Incident.objects.filter(
            service__in=[incident.service_id for incident in incidents],
            state=Incident.State.RESOLVED,
        )
        .exclude(pk__in=[incident.pk for incident in incidents])
        .values_list("service_id", "started_at", "resolved_at")
    )
    result: dict[int, tuple[float, ...]] = {}
    for service, started, resolved in rows:
        if resolved is not None:
            lasted = (resolved - started) / timedelta(minutes=1)
            result[service] = (*result.get(service, ()), lasted)
    return result


def _in_window(notices: Sequence[Notice], started: datetime) -> bool:
    """Whether it began in an announced window: what goes on after its end is still that work."""
    return any(
        notice.kind == Notice.Kind.MAINTENANCE
        and (notice.starts or notice.at) <= started + EARLY
        and (notice.ends is None or started <= notice.ends)
        for notice in notices
    )


def _vendors(incidents: Sequence[Incident]) -> dict[int, tuple[int, ...]]:
    result: dict[int, tuple[int, ...]] = {}
    for incident in incidents:
        common = incident.common_cause
        if common is not None and common.dependency.kind in VENDORS:
            began = minute_of(incident.started_at)
            result[common.pk] = (*result.get(common.pk, ()), began)
    return result


def _in_sync(vendors: Mapping[int, Sequence[int]], began: int) -> int | None:
    """Services that one hired company brought down in the same minutes; None where none did."""
    beside = (sum(abs(one - began) <= IN_SYNC for one in minutes) for minutes in vendors.values())
    return max(beside, default=None)


def _hired(known: graph.Graph, node: graph.Node | None) -> int | None:
    """Companies that a service is known to hire; None where nobody looked what it stands on."""
    if node is None:
        return None
    below = [slug for slug, services in known.dependants.items() if node.slug in services]
    return sum(known.dependencies[slug].kind in VENDORS for slug in below) if below else None


def _siblings(known: graph.Graph, node: graph.Node | None) -> set[str]:
    if node is None or node.operator is None:
        return set()
    return {
        other.slug
        for other in known.services.values()
        if other.operator == node.operator and other.id != node.id
    }


def _countries(incident: Incident, node: graph.Node) -> frozenset[str]:
    """Where the incident is: the countries of a provider, those that an app's incident reached."""
    if node.is_provider:
        return node.countries
    return frozenset(row.region.country for row in incident.regions.all() if row.region.country)


def _providers_beside(
    known: graph.Graph,
    node: graph.Node,
    countries: Collection[str],
    down: Collection[str],
    quiet: Collection[str],
) -> tuple[int, float] | None:
    """Providers of these countries that are down, this service included if it is one, and their
    share of those that can be told; None where none of the others can."""
    beside = {
        other.slug
        for other in known.services.values()
        if other.is_provider and other.countries & set(countries) and other.id != node.id
    }
    failing, fine = len(beside & set(down)), len(beside & set(quiet))
    if failing + fine == 0:
        return None
    itself = int(node.is_provider)
    return failing + itself, (failing + itself) / (failing + fine + itself)


def _shared(common: CommonCause | None) -> SharedDependency | None:
    if common is None:
        return None
    root = common.dependency
    return SharedDependency(root.slug, root.name, root.kind, common.probability)


def _is_its_page(known: graph.Graph, incident: Incident, node: graph.Node | None) -> bool:
    common = incident.common_cause
    if common is None or node is None:
        return False
    root = known.dependencies.get(common.dependency.slug)
    return root is not None and root.page == node.slug
