"""An incident as everybody gets it: the form of the API, which pages and feeds show as well."""

from typing import Any

from outages.incidents import current_cause
from outages.models import CommonCause, Incident, TimelineEntry

Body = dict[str, Any]
# Cells by region, network or symptom with fewer reporters are not shown.
SMALLEST_CELL = 5


def incident_body(incident: Incident) -> Body:
    """One incident (from Incident.objects.whole()) in the form of the API."""
    return {
        "id": incident.pk,
        "service": incident.service.slug,
        "service_name": incident.service.name,
        "state": incident.state,
        "severity": incident.severity,
        "previous": incident.previous_id,
        "started_at": incident.started_at,
        "declared_at": incident.declared_at,
        "resolved_at": incident.resolved_at,
        "updated_at": incident.updated_at,
        "peak": {
            "at": incident.peak_at,
            "reports": incident.peak_reports,
            "expected": round(incident.peak_expected, 2),
            "window_minutes": incident.peak_window,
            "z": round(incident.peak_z, 2),
        },
        "scope": incident.scope,
        "regions": [
            {
                "code": row.region.code,
                "name": row.region.name,
                "started_at": row.started_at,
                "ended_at": row.ended_at,
                "peak_z": round(row.peak_z, 2),
            }
            for row in sorted(incident.regions.all(), key=lambda row: -row.peak_z)
        ],
        "cause": _cause(incident),
        "common_cause": _common_cause(incident.common_cause, incident),
        "implicates": [
            {
                "slug": row.service.slug,
                "name": row.service.name,
                "probability": round(row.probability, 2),
            }
            for row in incident.implications.all()
            if row.until is None or row.until == incident.resolved_at
        ],
        "explanation": {"brief": incident.brief, "detail": incident.detail},
        "timeline": [_entry(entry) for entry in incident.timeline.all()],
    }


def _entry(entry: TimelineEntry) -> Body:
    return {"at": entry.at, "kind": entry.kind, "text": entry.text}


def _cause(incident: Incident) -> Body:
    cause = current_cause(incident)
    if cause is None:
        return {
            "category": "unknown",
            "group": "unknown",
            "confidence": "undetermined",
            "probability": 0.0,
            "says": "inference",
            "alternatives": [],
            "evidence": [],
        }
    return {
        "category": cause.category,
        "group": cause.group,
        "confidence": cause.confidence,
        "probability": round(cause.probability, 2),
        "says": cause.says,
        "alternatives": [
            {"category": category, "group": group, "probability": round(probability, 2)}
            for category, group, probability in cause.alternatives
        ],
        "evidence": [
            {
                "signal": line["signal"],
                "value": line["value"],
                "weight": round(line["weight"], 2),
                "says": line["says"],
                "supports": line["supports"],
            }
            for line in cause.evidence
        ],
    }


def _common_cause(common: CommonCause | None, incident: Incident) -> Body | None:
    if common is None:
        return None
    return {
        "dependency": {
            "slug": common.dependency.slug,
            "name": common.dependency.name,
            "kind": common.dependency.kind,
        },
        "probability": round(common.probability, 2),
        "incidents": [other.pk for other in common.incidents.all() if other.pk != incident.pk],
        "rivals": [
            {"slug": slug, "probability": round(probability, 2)}
            for slug, probability in common.rivals
        ],
    }


def evidence_body(incident: Incident) -> Body:
    """The full record of why an incident was declared, and how it stood at the last minute."""
    return {
        "id": incident.pk,
        "service": incident.service.slug,
        "declared": incident.evidence,
        "latest": incident.latest,
        "causes": [
            {
                "at": cause.at,
                "category": cause.category,
                "group": cause.group,
                "confidence": cause.confidence,
                "probability": round(cause.probability, 2),
                "says": cause.says,
                "current": cause.current,
                "alternatives": cause.alternatives,
                "evidence": cause.evidence,
            }
            for cause in incident.causes.all()
        ],
        "hidden_cells": 0,
        "smallest_cell": SMALLEST_CELL,
        "replay": {
            "from": incident.started_at,
            "until": incident.resolved_at or incident.updated_at,
            "series": f"/api/v1/services/{incident.service.slug}/series",
        },
    }
