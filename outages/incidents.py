"""Open, update and close incidents, with their regions and their timeline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from outages import wording
from outages.detection import lifecycle
from outages.models import CommonCause, Incident, IncidentRegion, TimelineEntry
from reports import vocabulary
from reports.buckets import minute_of, time_of

# Regions that a line of the timeline names.
MOST_NAMED = 5


@dataclass(frozen=True, kw_only=True)
class Finding:
    """How a service stands at one judged minute, as its incident shows it.

    `regions` maps region ids above the extent threshold to their z; `codes` are their codes;
    `active` is how many regions reported lately.
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


def open_incident(found: Finding, *, now: datetime) -> Incident:
    """Declare an incident, or take up the last one again when this is its relapse."""
    last = (
        Incident.objects.filter(service=found.service)
        .exclude(state=Incident.State.RETRACTED)
        .prefetch_related("regions__region")
        .first()
    )
    if last is not None and _is_relapse(last, found):
        return _reopen(last, found, now=now)
    incident = Incident.objects.create(
        service_id=found.service,
        severity=found.severity,
        scope=_scope(found.evidence, affected=len(found.regions), active=found.active),
        started_at=time_of(found.onset),
        declared_at=now,
        updated_at=now,
        peak_at=time_of(found.minute),
        peak_window=found.window,
        peak_reports=found.observed,
        peak_expected=found.expected,
        peak_z=found.z,
        previous=last,
        evidence=found.evidence,
        latest=found.evidence,
    )
    _spread(incident, found, now=now, announce=False)
    note(incident, TimelineEntry.Kind.DECLARED, _declared(found), at=now)
    return incident


def update(incident: Incident, found: Finding, *, now: datetime) -> None:
    """Bring an ongoing incident up to the judged minute."""
    if found.z > incident.peak_z:
        incident.peak_at = time_of(found.minute)
        incident.peak_window = found.window
        incident.peak_reports = found.observed
        incident.peak_expected = found.expected
        incident.peak_z = found.z
    if _rank(found.severity) > _rank(incident.severity):
        incident.severity = found.severity
        says = _("Severity is now “%(severity)s”.") % {"severity": found.severity}
        note(incident, TimelineEntry.Kind.SEVERITY_CHANGED, says, at=now)
    reached = _spread(incident, found, now=now, announce=True)
    # All that it has reached: at its end it is nowhere, and was not "global" for that.
    incident.scope = _scope(incident.evidence, affected=reached, active=max(found.active, reached))
    incident.calm_minutes = found.calm_minutes
    incident.latest = found.evidence
    incident.updated_at = now
    incident.save()


def stay_calm(incident: Incident, *, calm_minutes: int, now: datetime) -> None:
    """A minute of an ongoing incident in which nobody's reports were left in any window."""
    incident.calm_minutes = calm_minutes
    incident.updated_at = now
    incident.save(update_fields=["calm_minutes", "updated_at"])


def close(incident: Incident, *, calm_minutes: int, minute: int, now: datetime) -> None:
    """Resolve an incident; it ended when the calm began, not when we were sure of it."""
    ended = time_of(minute - calm_minutes + 1)
    incident.state = Incident.State.RESOLVED
    incident.resolved_at = max(ended, incident.started_at)
    incident.calm_minutes = calm_minutes
    incident.updated_at = now
    incident.save()
    incident.regions.filter(ended_at=None).update(ended_at=incident.resolved_at)
    incident.implications.filter(until=None).update(until=incident.resolved_at)
    note(
        incident,
        TimelineEntry.Kind.RESOLVED,
        _("Reports are back to their usual level."),
        at=now,
    )
    left = incident.common_cause
    if left is not None and not left.incidents.ongoing().exists():
        CommonCause.objects.filter(pk=left.pk).update(ended_at=incident.resolved_at)


def note(incident: Incident, kind: str, text: str, *, at: datetime) -> None:
    """Add a line to the incident's timeline."""
    TimelineEntry.objects.create(incident=incident, kind=kind, text=text, at=at)


def _scope(declared: Mapping[str, Any], *, affected: int, active: int) -> str:
    """Through how many networks people report is asked when an incident opens, not again."""
    one_network = bool(declared.get("one_network"))
    return lifecycle.scope_of(affected=affected, active=active, one_network=one_network)


def _is_relapse(last: Incident, found: Finding) -> bool:
    if last.resolved_at is None:
        return False
    return lifecycle.is_relapse(
        minutes_since_end=found.onset - minute_of(last.resolved_at),
        regions_then=frozenset(row.region.code for row in last.regions.all()),
        regions_now=found.codes,
    )


def _reopen(incident: Incident, found: Finding, *, now: datetime) -> Incident:
    incident.state = Incident.State.ONGOING
    incident.resolved_at = None
    note(
        incident,
        TimelineEntry.Kind.RELAPSED,
        _("Reports rose again: the incident goes on."),
        at=now,
    )
    # Its window may reach back into minutes whose discards were counted before it ended.
    found.evidence["discarded"] = incident.latest.get("discarded", {})
    update(incident, found, now=now)
    return incident


def _spread(incident: Incident, found: Finding, *, now: datetime, announce: bool) -> int:
    """Add regions that the incident has reached, end those that it has left; gives how many it has
    reached in all."""
    here = {row.region_id: row for row in incident.regions.all()}
    at = time_of(found.minute)
    new = [region for region in found.regions if region not in here]
    IncidentRegion.objects.bulk_create(
        IncidentRegion(
            incident=incident,
            region_id=region,
            started_at=at if announce else time_of(found.onset),
            peak_z=found.regions[region],
        )
        for region in new
    )
    changed: list[IncidentRegion] = []
    for region, row in here.items():
        z = found.regions.get(region)
        ended = None if z is not None else (row.ended_at or at)
        peak = max(row.peak_z, z or row.peak_z)
        if (ended, peak) != (row.ended_at, row.peak_z):
            row.ended_at, row.peak_z = ended, peak
            changed.append(row)
    IncidentRegion.objects.bulk_update(changed, ["ended_at", "peak_z"])
    if announce and new:
        says = _("Reached %(regions)s.") % {"regions": _names(new, found)}
        note(incident, TimelineEntry.Kind.REGION_ADDED, says, at=now)
    return len(here) + len(new)


def _declared(found: Finding) -> str:
    return _("Declared: %(observed)s people in %(length)s, where %(expected)s would be usual.") % {
        "observed": wording.number(found.observed),
        "length": wording.duration(found.window),
        "expected": wording.about(found.expected),
    }


def _names(regions: Sequence[int], found: Finding) -> str:
    """Names of regions, the most affected first."""
    known = vocabulary.read()
    ranked = sorted(regions, key=lambda region: -found.regions[region])
    names = [known.region_names[known.region_codes[region]] for region in ranked]
    return wording.listed(names, most=MOST_NAMED)


def _rank(severity: str) -> int:
    order: Sequence[str] = Incident.Severity.values
    return order.index(severity)
