"""Open, update and close incidents, with their regions and their timeline."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from outages import ending, withheld
from outages.causes.sentence import Sentence, about, listed, ngettext, place, stretch
from outages.causes.sentence import sentence as _
from outages.detection import lifecycle
from outages.models import (
    Incident,
    IncidentRegion,
    Snapshot,
    TimelineEntry,
)
from reports import vocabulary
from reports.buckets import minute_of, time_of

# Regions that a line of the timeline names.
MOST_NAMED = 5
# Rows that one statement updates: SQLite takes 32,766 values in one, a row here about 30.
BATCH = 500
# What `update_all` may change of an incident.
JUDGED = (
    "severity",
    "scope",
    "calm_minutes",
    "latest",
    "updated_at",
    "peak_at",
    "peak_window",
    "peak_reports",
    "peak_expected",
    "peak_z",
)
# What a snapshot repeats of the evidence, to be made again.
SAID = ("region", "window", "observed", "expected", "relative_variance", "severity", "z")

# A new one, as the timeline says it: the word for it fits its sentence in every language.
SEVERITY_NOW = {
    "minor": _("It is a minor incident now."),
    "major": _("It is a major incident now."),
    "critical": _("It is a critical incident now."),
}
# Incident, kind, what it says: a line of a timeline.
Line = tuple[Incident, str, Sentence]
Reached = Mapping[int, Mapping[int, IncidentRegion]]
Pack = Callable[[int], bytes]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """How a service stands at one judged minute, as its incident shows it.

    `regions` maps region ids above the extent threshold to their z; `codes` are their codes;
    `active` is how many regions reported lately; `network`: AS number of the network that it is
    about alone, 0: not of one.
    """

    service: int
    minute: int
    onset: int
    window: int
    observed: int
    expected: float
    z: float
    ratio: float
    severity: str
    active: int
    regions: Mapping[int, float]
    codes: frozenset[str]
    evidence: dict[str, Any]
    calm_minutes: int = 0
    network: int = 0


def open_all(
    findings: Sequence[Finding], *, now: datetime, pack: Pack | None = None
) -> dict[int, Incident]:
    """Declare an incident for each service, or take up its last one again where this is its
    relapse; gives them by service id.

    A service is left out while a moderator's word holds that there is no outage. `pack` gives what
    a service's numbers were made from, to be kept with the incident.
    """
    with transaction.atomic():
        last = _last_of([found.service for found in findings])
        held = withheld.services(
            {one.service: (one.minute, one.observed / one.window) for one in findings}
        )
        free = [found for found in findings if found.service not in held]
        returns = {one.service for one in free if _is_relapse(last.get(one.service), one)}
        again = [found for found in free if found.service in returns]
        anew = [found for found in free if found.service not in returns]
        _reopen([(last[found.service], found) for found in again], now=now)
        declared = _declare([(found, last.get(found.service)) for found in anew], now=now)
        opened = {one.service_id: one for one in declared}
        opened |= {found.service: last[found.service] for found in again}
        if pack is not None:
            _keep_snapshots([(opened[found.service], found) for found in free], pack)
    return opened


def _declare(
    pairs: Sequence[tuple[Finding, Incident | None]], *, now: datetime
) -> Sequence[Incident]:
    incidents = Incident.objects.bulk_create(
        Incident(
            service_id=found.service,
            severity=found.severity,
            scope=_scope(found.evidence, affected=len(found.regions), active=found.active),
            network=found.network,
            started_at=time_of(found.onset),
            declared_at=now,
            updated_at=now,
            previous=before,
            evidence=found.evidence,
            latest=found.evidence,
            **_peak(found),
        )
        for found, before in pairs
    )
    both = list(zip(incidents, (found for found, _before in pairs), strict=True))
    _spread(both, {}, anew=True)
    note_all([(one, TimelineEntry.Kind.DECLARED, _declared(found)) for one, found in both], at=now)
    return incidents


def update_all(pairs: Sequence[tuple[Incident, Finding]], *, now: datetime) -> None:
    """Bring ongoing incidents up to the judged minute. One that was retracted meanwhile is left
    alone: the watch may have read it before."""
    with transaction.atomic():
        ongoing = _still_ongoing([incident for incident, _found in pairs])
        pairs = [(incident, found) for incident, found in pairs if incident.pk in ongoing]
        here = _regions_of([incident for incident, _found in pairs])
        news = [line for incident, found in pairs for line in _go_on(incident, found, now=now)]
        for (incident, found), new in zip(pairs, _spread(pairs, here), strict=True):
            if new:
                says = _("Reached {regions}.", regions=_names(new, found))
                news.append((incident, TimelineEntry.Kind.REGION_ADDED, says))
            # All that it has reached: at its end it is nowhere, and was not "global" for that.
            reached = len(here.get(incident.pk, {})) + len(new)
            active = max(found.active, reached)
            incident.scope = _scope(incident.evidence, affected=reached, active=active)
        _save([incident for incident, _found in pairs], *JUDGED)
        note_all(news, at=now)


def _go_on(incident: Incident, found: Finding, *, now: datetime) -> list[Line]:
    """The incident's own numbers, unsaved; gives what its timeline is to say."""
    news: list[Line] = []
    if found.z > incident.peak_z:
        for name, value in _peak(found).items():
            setattr(incident, name, value)
    if _rank(found.severity) > _rank(incident.severity):
        incident.severity = found.severity
        says = SEVERITY_NOW[found.severity]
        news.append((incident, TimelineEntry.Kind.SEVERITY_CHANGED, says))
    incident.calm_minutes = found.calm_minutes
    incident.latest = found.evidence
    incident.updated_at = now
    return news


def stay_calm_all(calm: Sequence[tuple[Incident, int]], *, now: datetime) -> None:
    """A minute of ongoing incidents in which nobody's reports were left in any window, with the
    calm minutes so far."""
    for incident, calm_minutes in calm:
        incident.calm_minutes = calm_minutes
        incident.updated_at = now
    _save([incident for incident, _minutes in calm], "calm_minutes", "updated_at")


def close_all(calm: Sequence[tuple[Incident, int]], *, minute: int, now: datetime) -> None:
    """Resolve incidents with their calm minutes; each ended when its calm began, not when we were
    sure of it."""
    says = _("Reports are back to their usual level.")
    for incident, calm_minutes in calm:
        incident.calm_minutes = calm_minutes
    ends = [(one, time_of(minute - minutes + 1), says) for one, minutes in calm]
    _end_all(ends, state=Incident.State.RESOLVED, kind=TimelineEntry.Kind.RESOLVED, now=now)


def withdraw_all(ends: Sequence[tuple[Incident, Sentence]], *, now: datetime) -> None:
    """Withdraw incidents without a moderator's word; with each goes what its timeline says."""
    retracted = {"state": Incident.State.RETRACTED, "kind": TimelineEntry.Kind.RETRACTED}
    _end_all([(one, now, says) for one, says in ends], **retracted, now=now)
    ending.share_no_more([one for one, _says in ends])


def _end_all(
    ends: Sequence[tuple[Incident, datetime, Sentence]], *, state: str, kind: str, now: datetime
) -> None:
    """End incidents, each with when and what its timeline says of it."""
    with transaction.atomic():
        ongoing = _still_ongoing([incident for incident, _at, _says in ends])
        over = [end for end in ends if end[0].pk in ongoing]
        for incident, at, _says in over:
            incident.state = state
            incident.resolved_at = max(at, incident.started_at)
            incident.updated_at = now
        ended = [incident for incident, _at, _says in over]
        _save(ended, "state", "resolved_at", "calm_minutes", "updated_at")
        note_all([(incident, kind, says) for incident, _at, says in over], at=now)
        ending.end_what_hangs_on(ended)


def note(incident: Incident, kind: str, says: Sentence, *, at: datetime) -> None:
    """Add a line to the incident's timeline."""
    note_all([(incident, kind, says)], at=at)


def note_all(lines: Iterable[Line], *, at: datetime) -> None:
    """Add lines to timelines, all at once."""
    TimelineEntry.objects.bulk_create(
        TimelineEntry(incident=incident, kind=kind, text=str(says), sentence=says.as_json(), at=at)
        for incident, kind, says in lines
    )


def _still_ongoing(incidents: Sequence[Incident]) -> set[int]:
    """Ids of those that are, held until the transaction ends: a moderator waits for the watch."""
    rows = Incident.objects.ongoing().filter(pk__in=[one.pk for one in incidents])
    return set(rows.select_for_update().values_list("pk", flat=True))


def _save(incidents: Sequence[Incident], *fields: str) -> None:
    Incident.objects.ongoing().bulk_update(incidents, fields, batch_size=BATCH)


def _scope(declared: Mapping[str, Any], *, affected: int, active: int) -> str:
    """Through how many networks people report is asked when an incident opens, not again."""
    if declared.get("network"):
        return Incident.Scope.NETWORK
    one_network = bool(declared.get("one_network"))
    return lifecycle.scope_of(affected=affected, active=active, one_network=one_network)


def _peak(found: Finding) -> dict[str, Any]:
    return {
        "peak_at": time_of(found.minute),
        "peak_window": found.window,
        "peak_reports": found.observed,
        "peak_expected": found.expected,
        "peak_z": found.z,
    }


def _last_of(services: Collection[int]) -> dict[int, Incident]:
    """Each service's last incident, but for retracted ones, with its regions."""
    earlier = Incident.objects.filter(service=OuterRef("service")).exclude(
        state=Incident.State.RETRACTED
    )
    last = Incident.objects.filter(
        service__in=services, pk=Subquery(earlier.order_by("-started_at", "-pk").values("pk")[:1])
    )
    return {one.service_id: one for one in last.prefetch_related("regions__region")}


def _is_relapse(last: Incident | None, found: Finding) -> bool:
    if last is None or last.resolved_at is None:
        return False
    return lifecycle.is_relapse(
        minutes_since_end=found.onset - minute_of(last.resolved_at),
        regions_then=frozenset(row.region.code for row in last.regions.all()),
        regions_now=found.codes,
    )


def _reopen(pairs: Sequence[tuple[Incident, Finding]], *, now: datetime) -> None:
    for incident, found in pairs:
        incident.state = Incident.State.ONGOING
        incident.resolved_at = None
        # Its window may reach back into minutes whose discards were counted before it ended.
        found.evidence["discarded"] = incident.latest.get("discarded", {})
    Incident.objects.filter(state=Incident.State.RESOLVED).bulk_update(
        [incident for incident, _found in pairs], ["state", "resolved_at"], batch_size=BATCH
    )
    says = _("Reports rose again: the incident goes on.")
    note_all([(one, TimelineEntry.Kind.RELAPSED, says) for one, _found in pairs], at=now)
    update_all(pairs, now=now)


def _keep_snapshots(pairs: Sequence[tuple[Incident, Finding]], pack: Pack) -> None:
    Snapshot.objects.bulk_create(
        (
            Snapshot(
                incident=incident,
                minute=found.minute,
                version=found.evidence["model_version"],
                said={name: found.evidence[name] for name in SAID} | {"network": found.network},
                inputs=pack(found.service),
            )
            for incident, found in pairs
        ),
        ignore_conflicts=True,
    )


def _regions_of(incidents: Sequence[Incident]) -> Reached:
    """Incident id → region id → what is stored of it."""
    here: dict[int, dict[int, IncidentRegion]] = defaultdict(dict)
    for row in IncidentRegion.objects.filter(incident__in=incidents):
        here[row.incident_id][row.region_id] = row
    return here


def _spread(
    pairs: Sequence[tuple[Incident, Finding]], here: Reached, *, anew: bool = False
) -> list[list[int]]:
    """Add regions that incidents have reached, end those that they have left; gives the new ones of
    each. `here`: what they had reached; `anew`: they are declared now, so it began with them."""
    added: list[IncidentRegion] = []
    changed: list[IncidentRegion] = []
    every: list[list[int]] = []
    for incident, found in pairs:
        known, at = here.get(incident.pk, {}), time_of(found.minute)
        began = time_of(found.onset) if anew else at
        new = [region for region in found.regions if region not in known]
        added += [
            IncidentRegion(
                incident=incident, region_id=region, started_at=began, peak_z=found.regions[region]
            )
            for region in new
        ]
        changed += [row for row in known.values() if _moves(row, found.regions, at)]
        every.append(new)
    IncidentRegion.objects.bulk_create(added)
    IncidentRegion.objects.bulk_update(changed, ["ended_at", "peak_z"], batch_size=BATCH)
    return every


def _moves(row: IncidentRegion, regions: Mapping[int, float], at: datetime) -> bool:
    """Bring a region up to the minute, unsaved; is there anything to save?"""
    z = regions.get(row.region_id)
    ended = None if z is not None else (row.ended_at or at)
    peak = max(row.peak_z, z or row.peak_z)
    if (ended, peak) == (row.ended_at, row.peak_z):
        return False
    row.ended_at, row.peak_z = ended, peak
    return True


def _declared(found: Finding) -> Sentence:
    values = {
        "people": ngettext("{n} person", "{n} people", found.observed),
        "length": stretch(found.window),
        "expected": about(found.expected),
    }
    if not found.network:
        return _("Declared: {people} within {length}, where {expected} would be usual.", **values)
    # Without a table of networks it is one without a name.
    name = found.evidence.get("network_name") or f"AS{found.network}"
    return _(
        "Declared: {people} through {network} within {length}, where {expected} would be usual.",
        network=name,
        **values,
    )


def _names(regions: Sequence[int], found: Finding) -> Sentence:
    """Names of regions, the most affected first."""
    known = vocabulary.read()
    ranked = sorted(regions, key=lambda region: -found.regions[region])
    codes = [known.region_codes[region] for region in ranked]
    names = tuple(place(code, known.region_names[code]) for code in codes)
    return listed(names, most=MOST_NAMED)


def _rank(severity: str) -> int:
    order: Sequence[str] = Incident.Severity.values
    return order.index(severity)
