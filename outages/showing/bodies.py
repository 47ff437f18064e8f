"""An incident as everybody gets it: the form of the API, which pages and feeds show as well."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language

from outages import explain, wording
from outages.causes import written
from outages.causes.taxonomy import UNKNOWN
from outages.explaining.verdicts import current_cause
from outages.models import Cause, CommonCause, Implication, Incident, TimelineEntry, Verdict, upheld

Body = dict[str, Any]


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
        "common_cause": common_cause_body(incident.common_cause, incident),
        "implicates": _implicates(incident.implications.all()),
        "folded_into": _folded_into(incident.folded_into.all()),
        "explanation": _explanation(incident),
        "timeline": [_entry(entry) for entry in incident.timeline.all()],
        "moderated": _moderated(incident.verdicts.all()),
    }


def _explanation(incident: Incident) -> Body:
    """In the reader's language, as far as what it was made from is kept; else in English."""
    facts = None if _reads_english() else written.facts_of(incident.facts)
    if facts is None:
        return {"brief": incident.brief, "detail": incident.detail}
    found = explain.explain(facts)
    return {"brief": found.brief, "detail": list(found.detail)}


def _entry(entry: TimelineEntry) -> Body:
    text = entry.text
    if not _reads_english():
        kept = {"text": entry.text, "sentence": entry.sentence}
        text = wording.said(written.said_in(kept, english="text"))
    return {"at": entry.at, "kind": entry.kind, "text": text}


def _reads_english() -> bool:
    """What is kept in English needs no wording anew."""
    return (get_language() or "en").split("-")[0] == "en"


def _moderated(verdicts: Iterable[Verdict]) -> Body | None:
    """What a moderator says of it now; by whom is not for the public."""
    current = next((one for one in verdicts if one.current), None)
    return None if current is None else word_body(current)


def word_body(verdict: Verdict) -> Body:
    """A moderator's word."""
    return {"word": verdict.word, "at": verdict.at, "reason": verdict.reason}


def _implicates(rows: Iterable[Implication]) -> list[Body]:
    """Services that the incident's reports were probably about, at any time of it."""
    return [
        {
            "slug": row.service.slug,
            "name": row.service.name,
            "probability": round(row.probability, 2),
        }
        for row in upheld(rows)
    ]


def _folded_into(rows: Iterable[Implication]) -> Body | None:
    """The incident that its reports turned out to be about, where it was withdrawn for that."""
    for row in rows:
        of = row.incident.service
        return {"incident": row.incident_id, "slug": of.slug, "name": of.name}
    return None


def _cause(incident: Incident) -> Body:
    cause = current_cause(incident)
    if cause is not None:
        return cause_body(cause)
    return {
        "category": UNKNOWN,
        "group": UNKNOWN,
        "confidence": "undetermined",
        "probability": 0.0,
        "says": Cause.Says.INFERENCE.value,
        "alternatives": [],
        "evidence": [],
    }


def cause_body(cause: Cause) -> Body:
    """One judgement of an incident's cause."""
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
                "says": line["says"] if _reads_english() else wording.said(written.said_in(line)),
                "supports": line["supports"],
            }
            for line in cause.evidence
        ],
    }


def common_cause_body(common: CommonCause | None, incident: Incident) -> Body | None:
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
