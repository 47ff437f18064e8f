"""Why an incident was declared: the full record as the public gets it, without its small cells."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from outages.models import Incident
from outages.showing import blame
from outages.showing.bodies import Body, word_body
from outages.showing.causes import common_cause_body, judgements
from outages.showing.places import by_place
from reports import vocabulary
from reports.buckets import minute_of, time_of
from reports.cells import SMALLEST_CELL
from reports.models import MinuteCount

AGREEING, DISAGREEING = "regions_agreeing", "regions_disagreeing"


def evidence_body(incident: Incident) -> Body:
    """The record at declaration and at the last judged minute, every judgement of the cause, and
    what it takes to replay it."""
    declared = _without_small_cells(incident.service_id, incident.evidence)
    latest = _without_small_cells(incident.service_id, incident.latest)
    return {
        "id": incident.pk,
        "service": incident.service.slug,
        "declared": declared,
        "latest": latest,
        "causes": judgements(incident.causes.all()),
        "common_cause": common_cause_body(incident.common_cause, incident),
        "implicates": blame.named_along(incident.implications.all(), minute=_last_minute(incident)),
        "words_on_the_cause": [
            {
                "word": word.word,
                "category": word.category or None,
                "group": word.group or None,
                "at": word.at,
                "reason": word.reason,
                "current": word.current,
            }
            for word in incident.words_on_its_cause.order_by("at", "pk")
        ],
        "words": [
            {**word_body(verdict), "current": verdict.current}
            for verdict in reversed(incident.verdicts.all())
        ],
        "hidden_cells": declared["hidden_cells"] + latest["hidden_cells"],
        "smallest_cell": SMALLEST_CELL,
        "replay": {
            "from": incident.started_at,
            "until": incident.resolved_at or incident.updated_at,
            "model_version": incident.evidence.get("model_version"),
            "threshold": incident.evidence.get("threshold"),
            "series": f"/api/v1/services/{incident.service.slug}/series",
            # What its numbers were made from is kept by whoever runs the instance: it holds counts
            # too small to be shown.
            "kept_minutes": [
                time_of(minute) for minute in incident.snapshots.values_list("minute", flat=True)
            ],
            "command": f"manage.py backtest --incident {incident.pk}",
        },
    }


def _last_minute(incident: Incident) -> int:
    """The last minute that was judged while it went on."""
    return minute_of(incident.updated_at) - 1


def _without_small_cells(service: int, record: Mapping[str, Any]) -> Body:
    """A record with the counts of its regions. Regions that disagree are named only where their
    counts are shown; those that agree had enough reporters in a window of their own."""
    agreeing, disagreeing = record.get(AGREEING, ()), record.get(DISAGREEING, ())
    counts = _shown_counts(service, record) if agreeing or disagreeing else {}
    names = vocabulary.read().region_names
    regions = [
        {"code": code, "name": names.get(code, code), "agrees": agrees, **counts[code]}
        for agrees, codes in ((True, agreeing), (False, disagreeing))
        for code in codes
        if code in counts
    ]
    return {
        **record,
        AGREEING: list(agreeing),
        DISAGREEING: _only(disagreeing, counts),
        "regions": regions,
        "hidden_cells": len(agreeing) + len(disagreeing) - len(regions),
    }


def _only(codes: Iterable[str], counts: Mapping[str, Body]) -> list[str]:
    return [code for code in codes if code in counts]


def _shown_counts(service: int, record: Mapping[str, Any]) -> dict[str, Body]:
    """Region code → its counts in the record's window, where they may be shown."""
    if "minute" not in record or "window" not in record:
        return {}
    last = minute_of(datetime.fromisoformat(record["minute"]))
    counts = MinuteCount.objects.filter(
        service=service, minute__range=(last - record["window"] + 1, last)
    )
    both = by_place(counts)
    codes = {id_: code for code, id_ in vocabulary.read().regions.items()}
    return {
        codes[int(place)]: {"reports": int(reports), "reporters": int(reporters)}
        for cells in (both.countries, both.parts)
        for place, reports, reporters in zip(
            cells.places[cells.shown],
            cells.reports[cells.shown],
            cells.reporters[cells.shown],
            strict=True,
        )
    }
