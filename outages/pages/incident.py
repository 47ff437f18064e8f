"""One incident, with everything that is known about it."""

from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from outages import board
from outages.models import Incident
from outages.pages import drawings, mapviews
from outages.pages.caching import public_page
from outages.pages.looking import written
from outages.pages.moment import fresh_of, moment_of
from outages.pages.phrases import title
from outages.pages.tables import for_and_against, most_surprising_first
from outages.pages.words import STAYS

Body = dict[str, Any]
# What the chart's title says it is of.
AROUND = {"title": _("around this incident")}


@public_page
def page(request: HttpRequest, id_: int) -> HttpResponse:
    found = _found(request, id_)
    incident = found["incident"]
    # What our own signals say: shown, or beneath another's word.
    own = incident["inferred_cause"] or incident["cause"]
    speaks_for, speaks_against = for_and_against(own["evidence"])
    times, nth = found["times"], _chosen(request, found)
    series, declared = found["series"], found["declared"]
    context = {
        **_live(request, incident),
        "said": board.replies_to(incident),
        "own": own,
        "judgements": found["judgements"],
        "evidence_for": speaks_for,
        "evidence_against": speaks_against,
        "regions": mapviews.stays(most_surprising_first(incident["regions"]), times, nth),
        "map": mapviews.extent_map(incident, times, nth),
        "stays": STAYS,
        "times": [(written(at), at) for at in times],
        "shown_at": times[nth],
        "chosen_time": written(times[nth]),
        "name": incident["service_name"],
        "range": AROUND,
        "series": series,
        "step_seconds": 60 * series["step_minutes"],
        "chart": drawings.chart(series),
        "declared": declared,
        "declared_seconds": 60 * declared["window"] if declared else 0,
        "siblings": found["siblings"],
        "named_along": found["named_along"],
    }
    return render(request, "outages/incident.html", context)


@public_page
def live(request: HttpRequest, id_: int) -> HttpResponse:
    """What changes while it goes on: the same templates that the first render used."""
    try:
        incident = board.incident(id_)
    except Incident.DoesNotExist as error:
        raise Http404 from error
    return render(request, "outages/incident_live.html", _live(request, incident))


def _found(request: HttpRequest, id_: int) -> Body:
    try:
        return board.dossier(id_, now=moment_of(request), fresh=fresh_of(request))
    except Incident.DoesNotExist as error:
        raise Http404 from error


def _live(request: HttpRequest, incident: Body) -> Body:
    return {
        "incident": incident,
        "title": title(incident, now=moment_of(request)),
        "peak_seconds": 60 * incident["peak"]["window_minutes"],
    }


def _chosen(request: HttpRequest, found: Body) -> int:
    """Which of the times is looked at: the last not after the one that is asked for; else now, or
    of what is over the first at which it was in the most regions."""
    times: list[datetime] = found["times"]
    asked = _time(request.GET.get("at", ""))
    if asked is not None:
        return max(sum(at <= asked for at in times) - 1, 0)
    if found["incident"]["resolved_at"] is None:
        return len(times) - 1
    return max(range(len(times)), key=lambda nth: mapviews.reached(found["incident"], times[nth]))


def _time(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at
