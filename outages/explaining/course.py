"""What the reports of an incident themselves tell of its cause: how they rose, at what local hour,
through whose networks, and what people guess. Looked at anew every five minutes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import numpy as np
from django.db.models import Q, Sum
from numpy.typing import NDArray

from outages.causes.extent import network_lift, regions_hit
from outages.causes.rise import Rise, rise_of
from outages.causes.text import cause_of
from outages.detection.baseline import expected
from outages.judging import dates, expectation, series
from outages.models import Incident
from reports import kept, vocabulary
from reports.buckets import DAY_MINUTES, floor, minute_of
from reports.models import Kind, MinuteCount, NetworkCount, Region, Report

# A look costs some milliseconds an incident, and five minutes change little.
EVERY_MINUTES = 5
# A rise is drawn from an hour before the incident's start up to four hours after: what comes later
# is its course, not its onset.
BEFORE_MINUTES, AFTER_MINUTES = 60, 240
# What is usual of a service's networks: of so many days before the incident, from so many reports
# on; a network that was not among them is given half a report.
USUAL_DAYS, FEWEST_USUAL, UNSEEN = 28, 50, 0.5
# From so many reports on, if at least half came from places where it was nearly the same hour,
# there is a local hour: of what people report all round the globe there is none.
FEWEST_TO_TELL_THE_HOUR, MOST_OF_THEM, NEARLY = 20, 0.5, 2.0
# A country with less of the reports is no crowd.
LEAST_CROWD = 0.1
# AS number 0 is nobody's (RFC 7607).
NEVER_SEEN = 0
# So many comments of an incident are read, the latest.
MOST_READ = 200


@dataclass(frozen=True)
class Course:
    """None: too little was reported to tell. `local_hour`: 0-24 at the start, where most reports
    came from; `network_lift`, `one_network`: see Signals; `hints`: cause → comments naming it;
    `hit`: (regions that are affected, regions that would show it if they were)."""

    rise: Rise | None = None
    local_hour: float | None = None
    network_lift: float | None = None
    one_network: float | None = None
    hints: Mapping[str, int] | None = None
    hit: tuple[int, int] | None = None


# Incident id and the minute up to which it was looked at → course.
_kept: dict[tuple[int, int], Course] = {}
_usual_kept: dict[tuple[int, int], dict[int, float]] = {}
kept.on_forget(_kept.clear)
kept.on_forget(_usual_kept.clear)


def courses(incidents: Sequence[Incident], *, minute: int) -> dict[int, Course]:
    """By incident id, in a fixed number of queries. The same minute gives the same answer, whoever
    asks, and however often."""
    due = {one.pk: _until(one, minute) for one in incidents}
    new = [one for one in incidents if (one.pk, due[one.pk]) not in _kept]
    if new:
        for old in [key for key in _kept if due.get(key[0]) != key[1]]:
            del _kept[old]
        _kept.update(_looked_at(new, {one.service_id: due[one.pk] for one in new}))
    return {pk: _kept[pk, until] for pk, until in due.items()}


def _until(incident: Incident, minute: int) -> int:
    start = minute_of(incident.started_at)
    return min(max(start, floor(minute, EVERY_MINUTES)), start + AFTER_MINUTES)


def _looked_at(
    incidents: Sequence[Incident], until: Mapping[int, int]
) -> dict[tuple[int, int], Course]:
    """`until`: by service id; no service has two ongoing incidents."""
    spans = {
        one.service_id: (minute_of(one.started_at) - BEFORE_MINUTES, until[one.service_id])
        for one in incidents
    }
    places = expectation.places_of(spans.keys(), minute=max(until.values()))
    where, curves = _by_region(spans), _curves(spans)
    through, hints = _by_network(spans), _hints(spans)
    zones = _zones(where.values())
    usual = usual_networks({s: first // DAY_MINUTES for s, (first, _) in spans.items()})
    result: dict[tuple[int, int], Course] = {}
    for incident in incidents:
        service = incident.service_id
        networks = through.get(service, {})
        told = sum(networks.values())
        reports, regions = where.get(service, {}), places[service]
        here = _usual_here(service, regions, spans[service])
        crowding = _crowding(reports, regions, here)
        result[incident.pk, until[service]] = Course(
            rise=curves.get(service),
            local_hour=_local_hour(reports, zones, minute_of(incident.started_at)),
            network_lift=_lift(networks, usual[service], crowding=crowding),
            one_network=max(networks.values()) / told if told >= FEWEST_USUAL else None,
            hints=hints.get(service),
            hit=_hit(reports, regions, here),
        )
    return result


Spans = Mapping[int, tuple[int, int]]


def _within(spans: Spans, *, lead: int = 0) -> Q:
    """`lead`: minutes of each span that are left out."""
    parts = (
        Q(service=service, minute__range=(first + lead, last))
        for service, (first, last) in spans.items()
    )
    return reduce(or_, parts)


def _curves(spans: Spans) -> dict[int, Rise | None]:
    """How the reports of each service rose: one look at its minutes."""
    rows = np.array(
        list(
            MinuteCount.objects.filter(_within(spans))
            .values_list("service_id", "minute")
            .annotate(n=Sum("first_reporters"))
        ),
        dtype=np.int64,
    ).reshape(-1, 3)
    keys = np.array([series.key_of(service, series.world()) for service in spans], dtype=np.int64)
    fit = expectation.fit_for(keys, minute=max(last for _, last in spans.values()))
    result: dict[int, Rise | None] = {}
    for row, (service, (first, last)) in enumerate(spans.items()):
        minutes = np.arange(first, last + 1)
        mine = rows[rows[:, 0] == service]
        counts = np.bincount(mine[:, 1] - first, weights=mine[:, 2], minlength=len(minutes))
        result[service] = rise_of(counts, expected(fit.take([row]), minutes)[0])
    return result


def _by_region(spans: Spans) -> dict[int, dict[int, int]]:
    rows = (
        MinuteCount.objects.filter(_within(spans, lead=BEFORE_MINUTES))
        .values_list("service_id", "region_id")
        .annotate(n=Sum("reports"))
    )
    return _grouped(rows)


def _by_network(spans: Spans, *, lead: int = BEFORE_MINUTES) -> dict[int, dict[int, int]]:
    rows = (
        NetworkCount.objects.filter(_within(spans, lead=lead))
        .values_list("service_id", "network")
        .annotate(n=Sum("reports"))
    )
    return _grouped(rows)


def _grouped(rows: Iterable[tuple[int, int, int]]) -> dict[int, dict[int, int]]:
    result: dict[int, dict[int, int]] = {}
    for service, key, n in rows:
        result.setdefault(service, {})[key] = n
    return result


def _local_hour(reports: Mapping[int, int], zones: Mapping[int, str], start: int) -> float | None:
    """None where nobody said where they are, or they are all round the globe. Places with the same
    hour count together: else a country that is one region would outvote one that is many."""
    hours: Counter[float] = Counter()
    for region, n in reports.items():
        if region in zones:
            hours[dates.local_hour(zones[region], start)] += n
    if hours.total() < FEWEST_TO_TELL_THE_HOUR:
        return None
    most = max(hours, key=lambda hour: (hours[hour], -hour))
    near = sum(n for hour, n in hours.items() if _apart(hour, most) <= NEARLY)
    return most if near >= MOST_OF_THEM * hours.total() else None


def _apart(one: float, other: float) -> float:
    """Hours between two times of day, the short way round."""
    return abs((one - other + 12.0) % 24.0 - 12.0)


def _usual_here(service: int, regions: Sequence[int], span: tuple[int, int]) -> NDArray[np.float64]:
    """Reporters that are usual in each of these places since the incident began."""
    if not regions:
        return np.zeros(0)
    minutes = np.arange(span[0] + BEFORE_MINUTES, span[1] + 1)
    keys = [(service, region) for region in regions]
    return expectation.expected_per_minute(keys, minutes, minute=span[1]).mean.sum(axis=1)


def _hit(
    reports: Mapping[int, int], regions: Sequence[int], usual: NDArray[np.float64]
) -> tuple[int, int] | None:
    """Of the places of which something is usual; None where none could be told, as in the first
    minutes of a young incident."""
    hit, able = regions_hit([reports.get(region, 0) for region in regions], usual)
    return (hit, able) if able else None


def _crowding(
    reports: Mapping[int, int], regions: Sequence[int], usual: NDArray[np.float64]
) -> float:
    """How far the reports crowd into one country: its share of them over its usual one. All of its
    networks are that much more frequent, whoever fails there."""
    country_of = vocabulary.read().country_of
    now: Counter[int] = Counter()
    before: Counter[int] = Counter()
    for region, n in zip(regions, usual.tolist(), strict=True):
        before[int(country_of[region])] += n
    for region, n in reports.items():
        now[int(country_of[region])] += n
    told = [country for country in now if country > 0 and before[country] > 0]
    total, ordinary = sum(now[c] for c in told), sum(before.values())
    shares = [
        now[country] / total / (before[country] / ordinary)
        for country in told
        if now[country] >= LEAST_CROWD * total
    ]
    return max(1.0, *shares) if shares else 1.0


def crowded(service: int, *, first: int, last: int) -> float:
    """How far a service's reports of the minutes `first` to `last` crowd into one country: one
    query."""
    span = {service: (first - BEFORE_MINUTES, last)}
    reports = _by_region(span).get(service, {})
    regions = expectation.places_of([service], minute=last)[service]
    return _crowding(reports, regions, _usual_here(service, regions, span[service]))


def _zones(groups: Iterable[Mapping[int, int]]) -> dict[int, str]:
    """Time zones of the regions that are somewhere."""
    somewhere = vocabulary.read().country_of > 0
    regions = {region for group in groups for region in group if somewhere[region]}
    return dict(Region.objects.filter(pk__in=regions).values_list("pk", "time_zone"))


def _lift(
    networks: Mapping[int, int], usual: Mapping[int, float], *, crowding: float
) -> float | None:
    if not usual or not networks:
        return None
    counts: NDArray[np.int64] = np.array(list(networks.values()), dtype=np.int64)
    shares = [usual.get(network, usual[NEVER_SEEN]) for network in networks]
    lift = network_lift(counts, shares, usual_of=UNSEEN / usual[NEVER_SEEN])
    return None if lift is None else max(1.0, lift / crowding)


def usual_networks(days: Mapping[int, int]) -> dict[int, dict[int, float]]:
    """Usual share of each network among a service's reports before a day (service → day), and of
    one that was NEVER_SEEN. Empty where too little was told through networks."""
    wanted = {service: day for service, day in days.items() if (service, day) not in _usual_kept}
    if wanted:
        for old in [key for key in _usual_kept if key[0] in wanted]:
            del _usual_kept[old]
        counts = _by_network(
            {
                service: ((day - USUAL_DAYS) * DAY_MINUTES, day * DAY_MINUTES - 1)
                for service, day in wanted.items()
            },
            lead=0,
        )
        for service, day in wanted.items():
            _usual_kept[service, day] = _shares(counts.get(service, {}))
    return {service: _usual_kept[service, day] for service, day in days.items()}


def _shares(counts: Mapping[int, int]) -> dict[int, float]:
    total = sum(counts.values())
    if total < FEWEST_USUAL:
        return {}
    return {NEVER_SEEN: UNSEEN / total, **{network: n / total for network, n in counts.items()}}


def _hints(spans: Spans) -> dict[int, dict[str, int]]:
    """Causes that comments name, by service id, with how many comments name each."""
    said = (
        Report.objects.filter(_within(spans, lead=BEFORE_MINUTES), kind=Kind.REPORT, weight__gt=0)
        .exclude(comment="")
        .order_by("-minute", "key")
        .values_list("service_id", "comment")[: MOST_READ * len(spans)]
    )
    result: dict[int, Counter[str]] = {service: Counter() for service in spans}
    for service, comment in said:
        if result[service].total() < MOST_READ:
            result[service][cause_of(comment)[0]] += 1
    return {service: dict(counted) for service, counted in result.items()}
