"""One incident, with everything that is known about it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from outages import board
from outages.models import Incident
from outages.pages import mapviews
from outages.pages.caching import public_page
from outages.pages.moment import moment_of
from outages.pages.phrases import title
from outages.pages.tables import for_and_against, most_surprising_first


@public_page
def page(request: HttpRequest, id_: int) -> HttpResponse:
    try:
        incident = board.incident(id_)
    except Incident.DoesNotExist as error:
        raise Http404 from error
    # What our own signals say: shown, or beneath another's word.
    own = incident["inferred_cause"] or incident["cause"]
    speaks_for, speaks_against = for_and_against(own["evidence"])
    context = {
        "incident": incident,
        "said": board.replies_to(incident),
        "title": title(incident, now=moment_of(request)),
        "own": own,
        "judgements": board.judgements(id_),
        "evidence_for": speaks_for,
        "evidence_against": speaks_against,
        "regions": most_surprising_first(incident["regions"]),
        "extent_map": mapviews.extent_map(incident, [moment_of(request)], 0),
        "siblings": _siblings(incident),
        "named_along": board.named_along(id_, now=moment_of(request)),
    }
    return render(request, "outages/incident.html", context)


def _siblings(incident: dict[str, Any]) -> list[dict[str, Any]]:
    """The other incidents of the same common cause."""
    common = incident["common_cause"]
    others = [id_ for id_ in common["incidents"] if id_ != incident["id"]] if common else []
    found = board.incidents().whole().filter(pk__in=others)
    return [board.incident_body(other) for other in found]
