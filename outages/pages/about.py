"""What this is, how to build on it, what is kept: pages of words with the real numbers in them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from outages.heatmap import SMALLEST_CELL
from reports import buckets

HOUR = 60


@cache_control(public=True, max_age=HOUR)
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "outages/about.html", {"operator": settings.SITE_OPERATOR})


@cache_control(public=True, max_age=HOUR)
def developers(request: HttpRequest) -> HttpResponse:
    host = f"{request.scheme}://{request.get_host()}"
    return render(request, "outages/developers.html", {"host": host})


@cache_control(public=True, max_age=HOUR)
def privacy(request: HttpRequest) -> HttpResponse:
    context = {
        "window_minutes": buckets.WINDOW_MINUTES,
        "token_hours": buckets.TOKENS_KEPT_MINUTES // HOUR,
        "row_days": buckets.ROWS_KEPT_MINUTES // buckets.DAY_MINUTES,
        "smallest_cell": SMALLEST_CELL,
        "knows_regions": bool(settings.GEO_CITY_DB),
        "knows_networks": bool(settings.GEO_ASN_DB),
    }
    return render(request, "outages/privacy.html", context)
