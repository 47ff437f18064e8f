"""The world now: which countries report trouble, and with what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from outages import heatmap
from outages.pages import drawings
from outages.pages.caching import public_page
from outages.pages.moment import moment_of
from outages.pages.tables import most_troubled_first


@public_page
def page(request: HttpRequest) -> HttpResponse:
    world = heatmap.world(now=moment_of(request))
    context = {
        "world": world,
        "world_map": drawings.world_map(world),
        "rows": most_troubled_first(world["regions"]),
    }
    return render(request, "outages/world.html", context)
