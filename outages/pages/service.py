"""A service's page: the answer first, then the numbers behind it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from outages import board, heatmap
from outages.pages import drawings
from outages.pages.caching import public_page
from outages.pages.choices import is_country
from outages.pages.moment import moment_of
from outages.pages.tables import by_hour, most_troubled_first
from outages.pages.verdict import verdict
from reports.buckets import WINDOW_MINUTES
from reports.models import Service

INCIDENTS_SHOWN = 10


@public_page
def page(request: HttpRequest, slug: str) -> HttpResponse:
    now = moment_of(request)
    service = _found(request, slug)
    country = request.GET.get("country", "").upper()
    if country and not is_country(country):
        raise Http404
    level = "subdivision" if country else "country"
    area = heatmap.service_map(slug, now=now, level=level, country=country or None)
    series = board.series(slug, now=now)
    lately = board.incidents(service=slug).whole()[:INCIDENTS_SHOWN]
    context = {
        "service": service,
        "verdict": verdict(service, now=now),
        "reported": request.GET.get("reported", ""),
        "window_minutes": WINDOW_MINUTES,
        "series": series,
        "hours": by_hour(series["points"]),
        "chart": drawings.chart(series),
        "area": area,
        "area_rows": most_troubled_first(area["regions"]),
        "smallest_cell": heatmap.SMALLEST_CELL,
        "area_map": drawings.service_map(area),
        "country": country,
        "incidents": [board.incident_body(incident) for incident in lately],
    }
    return render(request, "outages/service.html", context)


@public_page
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """The part that an open page fetches anew: the same template that the first render used."""
    service = _found(request, slug)
    context = {"service": service, "verdict": verdict(service, now=moment_of(request))}
    return render(request, "outages/_verdict.html", context)


def _found(request: HttpRequest, slug: str) -> dict[str, Any]:
    try:
        return board.service(slug, now=moment_of(request))
    except Service.DoesNotExist as error:
        raise Http404 from error
