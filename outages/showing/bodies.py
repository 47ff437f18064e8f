"""An incident as everybody gets it: the form of the API, which pages and feeds show as well."""

from collections.abc import Iterable, Mapping
from typing import Any

from outages import cldr, explain, wording
from outages.causes import written
from outages.models import Implication, Incident, TimelineEntry, Verdict, upheld
from outages.showing.causes import causes, reads_english
from outages.showing.freshness import Freshness
from outages.showing.tick import OfTick

Body = dict[str, Any]


def _read(_fresh: Freshness) -> dict[int, Incident]:
    return {one.pk: one for one in Incident.objects.ongoing().whole()}


_ongoing = OfTick(_read)


def ongoing(fresh: Freshness) -> Mapping[int, Incident]:
    """All ongoing incidents by id, with everything that is shown of them."""
    return _ongoing.get(fresh)


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
                "name": cldr.country(row.region.code, row.region.name),
                "started_at": row.started_at,
                "ended_at": row.ended_at,
                "peak_z": round(row.peak_z, 2),
            }
            for row in sorted(incident.regions.all(), key=lambda row: -row.peak_z)
        ],
        **causes(incident),
        "implicates": _implicates(incident.implications.all()),
        "beside": incident.evidence.get("beside"),
        "folded_into": _folded_into(incident.folded_into.all()),
        "explanation": _explanation(incident),
        "timeline": [_entry(entry) for entry in incident.timeline.all()],
        "moderated": _moderated(incident.verdicts.all()),
    }


def _explanation(incident: Incident) -> Body:
    """In the reader's language, as far as what it was made from is kept; else in English."""
    facts = None if reads_english() else written.facts_of(incident.facts)
    if facts is None:
        return {"brief": incident.brief, "detail": incident.detail}
    found = explain.explain(facts)
    return {"brief": found.brief, "detail": list(found.detail)}


def _entry(entry: TimelineEntry) -> Body:
    text = entry.text
    if not reads_english():
        kept = {"text": entry.text, "sentence": entry.sentence}
        text = wording.said(written.said_in(kept, english="text"))
    return {"at": entry.at, "kind": entry.kind, "text": text}


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
