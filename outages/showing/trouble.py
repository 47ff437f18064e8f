"""Who has trouble where, at one minute or at several: by the incidents and readings of each."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from outages.detection import lifecycle
from outages.models import Incident, IncidentRegion, Reading
from outages.showing.tick import Held
from reports import vocabulary
from reports.buckets import time_of

OK, ELEVATED, OUTAGE, TOO_FEW, NO_DATA = "ok", "elevated", "outage", "too_few", "no_data"
# Worst first: what a place shows when its services differ.
STATES = (OUTAGE, ELEVATED, OK, TOO_FEW, NO_DATA)

# Service id → region id → state.
Trouble = Mapping[int, Mapping[int, str]]
Pair = tuple[int, int]
# Service id, region id, severity.
Raised = tuple[int, int, float]


@dataclass(frozen=True)
class _Stay:
    """Where an incident was, and from when until when."""

    service: int
    region: int
    start: datetime
    end: datetime | None

    def holds(self, at: datetime) -> bool:
        return self.start <= at and (self.end is None or at < self.end)


def troubled(
    minutes: Sequence[int], *, only: int | None = None, among: Collection[int] | None = None
) -> list[Trouble]:
    """Where there was trouble at each minute; a country has that of its parts. Three queries for
    all services, which the next who asks for the same minutes spares.

    `only`: one service, by its own map; `among`: these services, together with others. Of a past
    minute it is what is known by now: an incident counts from its start until its end, also where
    it was declared later, and one that was withdrawn does not.
    """
    found = _held.get(tuple(minutes))
    mine = None if only is None and among is None else {only} if only else set(among or ())
    # On the map of all services the one that is down speaks for those that are but implicated.
    raised = found.raised if only is not None else found.by_themselves
    moments = [time_of(minute + 1) for minute in minutes]
    return [
        _at(
            moment,
            [one for one in found.incidents if mine is None or one.service in mine],
            [one for one in found.stays if mine is None or one.service in mine],
            [one for one in raised[minute] if mine is None or one[0] in mine],
        )
        for minute, moment in zip(minutes, moments, strict=True)
    ]


@dataclass(frozen=True)
class _Found:
    """Incidents that touch the minutes, where they were, and by minute what was raised: in all,
    and without what is but implicated."""

    incidents: Sequence[_Stay]
    stays: Sequence[_Stay]
    raised: Mapping[int, Sequence[Raised]]
    by_themselves: Mapping[int, Sequence[Raised]]


def _gathered(minutes: tuple[int, ...]) -> _Found:
    # A minute is looked at when it is over.
    first, last = time_of(minutes[0] + 1), time_of(minutes[-1] + 1)
    there = (
        Incident.objects.exclude(state=Incident.State.RETRACTED)
        .filter(started_at__lte=last)
        .filter(Q(resolved_at=None) | Q(resolved_at__gt=first))
    )
    incidents = {
        id_: _Stay(service, 0, start, end)
        for id_, service, start, end in there.order_by().values_list(
            "pk", "service_id", "started_at", "resolved_at"
        )
    }
    stays = [
        _Stay(incidents[incident].service, region, start, end or incidents[incident].end)
        for incident, region, start, end in IncidentRegion.objects.filter(
            incident__in=list(incidents)
        ).values_list("incident_id", "region_id", "started_at", "ended_at")
    ]
    raised: dict[int, list[Raised]] = {minute: [] for minute in minutes}
    by_themselves: dict[int, list[Raised]] = {minute: [] for minute in minutes}
    for minute, service, region, severity, reason in Reading.objects.filter(
        minute__in=minutes, severity__gte=lifecycle.EXTENT_ABOVE
    ).values_list("minute", "service_id", "region_id", "severity", "reason"):
        raised[minute].append((service, region, severity))
        if reason != Reading.Reason.IMPLICATED:
            by_themselves[minute].append((service, region, severity))
    return _Found(list(incidents.values()), stays, raised, by_themselves)


_held: Held[tuple[int, ...], _Found] = Held(_gathered, key=tuple)


def _at(
    at: datetime,
    incidents: Iterable[_Stay],
    stays: Iterable[_Stay],
    raised: Collection[Raised],
) -> Trouble:
    ongoing = {one.service for one in incidents if one.holds(at)}
    reached = [
        (stay.service, stay.region) for stay in stays if stay.service in ongoing and stay.holds(at)
    ]
    elevated = [
        (service, region)
        for service, region, severity in raised
        if severity >= lifecycle.WARN_ABOVE
    ]
    down = [(service, region) for service, region, _ in raised if service in ongoing]
    found: dict[int, dict[int, str]] = {}
    for state, pairs in ((ELEVATED, elevated), (OUTAGE, [*reached, *down])):
        for service, region in _with_countries(pairs):
            found.setdefault(service, {})[region] = state
    return found


def _with_countries(pairs: Iterable[Pair]) -> Collection[Pair]:
    country_of = vocabulary.read().country_of
    return {
        (service, place) for service, region in pairs for place in (region, int(country_of[region]))
    }
