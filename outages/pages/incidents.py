"""The list of all incidents."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from outages import board
from outages.pages.caching import public_page
from outages.pages.words import INCIDENT_STATES

A_PAGE = 25


@public_page
def listing(request: HttpRequest) -> HttpResponse:
    state = request.GET.get("state", "")
    if state not in INCIDENT_STATES:
        state = ""
    incidents = board.incidents(state=state or None).whole()
    page = Paginator(incidents, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "state": state,
        "states": INCIDENT_STATES,
        "page": page,
        "incidents": [board.incident_body(incident) for incident in page],
    }
    return render(request, "outages/incidents.html", context)
