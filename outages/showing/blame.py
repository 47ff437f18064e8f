"""Whom the reports of an implicated service are about: what the echo rule saw, and what people
answered who were asked. Small cells are hidden."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q, Sum

from outages.causes.echo import FAINT, HEAD_START, NO_CONNECTION
from outages.models import Implication, upheld
from reports.buckets import minute_of, time_of
from reports.cells import SMALLEST_CELL, told
from reports.models import AnswerCount, MinuteCount

Body = dict[str, Any]
# Service id, first and last minute: so much of what people said is asked for.
Span = tuple[int, int, int]
# Reports, and reporters not heard in 24 hours before them.
Counted = tuple[int, int]

ANSWERS_MINUTES = 60
# The limits of the rule, for whoever reads what it saw.
RULE = {
    "below_share": FAINT,
    "head_start_minutes": HEAD_START,
    "below_no_connection": NO_CONNECTION,
}


def answers_of(row: Implication, *, minute: int) -> Body:
    """What people answered within the last hour, since the form asks for the culprit."""
    first = max(minute - ANSWERS_MINUTES + 1, minute_of(row.since))
    counted = _answers([(row.service_id, first, minute)])
    period = {"from": time_of(first), "until": time_of(minute + 1)}
    return {**period, **_body(counted, row.service_id, row.incident.service_id)}


def seen_of(row: Implication) -> Body | None:
    """What the echo rule compared when it last looked; None where that was not kept."""
    seen = row.seen
    if not seen:
        return None
    total, hits = seen["symptoms"], seen["no_connection"]
    cells = told({"no_connection": hits, "other": total - hits})
    known = "no_connection" in cells or (hits == 0 and "other" in cells)
    return {
        "at": time_of(int(seen["minute"])),
        "strength": round(seen["strength"]),
        "strong_strength": round(seen["strong_strength"]),
        "share": round(seen["strength"] / max(seen["strong_strength"], 1e-9), 3),
        "minutes_later": seen["minutes_later"],
        "symptoms": total,
        "no_connection": hits if known else None,
        "rule": RULE,
    }


def named_along(rows: Iterable[Implication], *, minute: int) -> list[Body]:
    """Every service that an incident implicated: since when, how it ended, how many reports named
    it meanwhile, and what those answered who were asked. Two queries."""
    every = sorted(rows, key=lambda row: (row.since, row.pk))
    spans = [(row.service_id, minute_of(row.since), _last(row.until, minute)) for row in every]
    answered, named = _answers(spans), _named(spans)
    held = {row.pk for row in upheld(every)}
    by_service: dict[int, list[Implication]] = {}
    for row in every:
        by_service.setdefault(row.service_id, []).append(row)
    return [
        {
            "slug": those[-1].service.slug,
            "name": those[-1].service.name,
            "probability": round(max(row.probability for row in those), 2),
            "since": those[0].since,
            "until": those[-1].until,
            "upheld": any(row.pk in held for row in those),
            "withdrawn_incident": next((row.folded_id for row in those if row.folded_id), None),
            "seen": seen_of(those[-1]),
            "reports": named.get(service, 0),
            "answers": _body(answered, service, those[-1].incident.service_id),
        }
        for service, those in by_service.items()
    ]


def _last(until: datetime | None, minute: int) -> int:
    return minute if until is None else minute_of(until) - 1


def _within(spans: Iterable[Span]) -> Q:
    asked = Q(pk__in=[])
    for service, first, last in spans:
        asked |= Q(service=service, minute__range=(first, last))
    return asked


def _answers(spans: list[Span]) -> dict[tuple[int, int], Counted]:
    """(service, whom it is about) → counted; at most a row a minute and a culprit is read."""
    if not spans:
        return {}
    rows = AnswerCount.objects.filter(_within(spans)).values_list("service_id", "about_id")
    counted = rows.annotate(n=Sum("reports"), people=Sum("first_reporters"))
    return {(service, about): (n, people) for service, about, n, people in counted}


def _named(spans: list[Span]) -> dict[int, int]:
    if not spans:
        return {}
    rows = MinuteCount.objects.filter(_within(spans)).values_list("service_id")
    return dict(rows.annotate(n=Sum("reports")))


def _body(counted: Mapping[tuple[int, int], Counted], service: int, culprit: int) -> Body:
    """None is a small cell. How many answered in all is told where it gives none away."""
    meant = counted.get((service, culprit), (0, 0))
    itself = counted.get((service, service), (0, 0))
    shown = [_shown(meant), _shown(itself)]
    return {
        "answered": None if None in shown else meant[0] + itself[0],
        "implicated": shown[0],
        "by_itself": shown[1],
    }


def _shown(cell: Counted) -> int | None:
    reports, reporters = cell
    return reports if reporters >= SMALLEST_CELL or not reports else None
