"""A service's page: the answer first, then the numbers behind it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from outages import board, heatmap
from outages.pages import drawings, mapviews, ranges
from outages.pages.caching import public_page
from outages.pages.choices import is_country
from outages.pages.history import in_words
from outages.pages.justme import just_me
from outages.pages.moment import moment_of
from outages.pages.providers import is_it_my_provider
from outages.pages.tables import most_troubled_first, summed
from outages.pages.verdict import verdict
from reports.buckets import WINDOW_MINUTES
from reports.models import Service

INCIDENTS_SHOWN = 10
# The one choice about the chart's scale: not squeezed.
EVEN = "even"


@public_page
def page(request: HttpRequest, slug: str) -> HttpResponse:
    now = moment_of(request)
    service = _found(request, slug)
    country = request.GET.get("country", "").upper()
    if country and not is_country(country):
        raise Http404
    level = "subdivision" if country else "country"
    area = heatmap.service_map(slug, now=now, level=level, country=country or None)
    began = service["incident"]["started_at"] if service["incident"] else None
    through = board.through(slug, now=now, began=began)
    lately = board.listed(board.incidents(service=slug)[:INCIDENTS_SHOWN])
    past = board.history(slug, now=now)
    context = {
        "service": service,
        "verdict": verdict(service, now=now),
        "reported": request.GET.get("reported", ""),
        "just_me": just_me(request, service, area["regions"], through, now=now),
        "window_minutes": WINDOW_MINUTES,
        "ranges": ranges.RANGES,
        **_chart(request, slug),
        "area": area,
        "area_rows": most_troubled_first(area["regions"]),
        "smallest_cell": heatmap.SMALLEST_CELL,
        "area_map": mapviews.service_map(area),
        "country": country,
        "through": through,
        "is_it_my_provider": is_it_my_provider(through, service["name"]),
        "related": board.related(service),
        "incidents": lately,
        "past": past,
        "days": drawings.days(past["days"]),
        "record": in_words(past, now=now),
    }
    return render(request, "outages/service.html", context)


@public_page
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """The part that an open page fetches anew: the same template that the first render used."""
    service = _found(request, slug)
    context = {"service": service, "verdict": verdict(service, now=moment_of(request))}
    return render(request, "outages/_verdict.html", context)


@public_page
def chart(request: HttpRequest, slug: str) -> HttpResponse:
    """The chart alone, as an open page fetches it anew."""
    try:
        context = _chart(request, slug)
    except Service.DoesNotExist as error:
        raise Http404 from error
    return render(request, "outages/_chart.html", context)


def _chart(request: HttpRequest, slug: str) -> dict[str, Any]:
    range_ = ranges.chosen(request.GET.get("range", ""))
    series = board.chart(
        slug, now=moment_of(request), window_minutes=range_.window, step_minutes=range_.step
    )
    even = request.GET.get("scale", "") == EVEN
    return {
        "name": board.name_of(slug),
        "range": range_,
        "series": series,
        "step_seconds": 60 * range_.step,
        "rows": summed(series["points"], steps=range_.row // range_.step),
        "chart": drawings.chart(series, even=even),
        "even": even,
    }


def _found(request: HttpRequest, slug: str) -> dict[str, Any]:
    try:
        return board.service(slug, now=moment_of(request))
    except Service.DoesNotExist as error:
        raise Http404 from error
