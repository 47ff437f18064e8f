"""The world: which places report trouble, and with what; now, or at a time of the last day."""

from collections import Counter
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from outages import board, cldr, heatmap
from outages.pages import mapviews
from outages.pages.caching import public_page
from outages.pages.looking import VIEWS, Asked, asked, written
from outages.pages.moment import moment_of
from outages.pages.tables import most_troubled_first
from reports import vocabulary

Body = dict[str, Any]
# Hours ago that have a link of their own.
LINKED = (1, 3, 6, 12, 24)


@public_page
def page(request: HttpRequest) -> HttpResponse:
    found = asked(request)
    area = _area(request, found)
    latest, categories = found.times[0], board.categories()
    context = {
        **_told(found, area),
        "map": mapviews.world_map(area, country=found.country, view=found.view),
        "views": {code: name for code, (name, _) in VIEWS.items()},
        "categories": categories,
        "times": [(written(at), at) for at in found.times],
        "linked": [(hours, written(latest - timedelta(hours=hours))) for hours in LINKED],
        "chosen_time": written(found.at) if found.at else "",
    }
    return render(request, "outages/world.html", context)


@public_page
def part(request: HttpRequest) -> HttpResponse:
    """What changes with the time: the same template that the first render used."""
    found = asked(request)
    return render(request, "outages/_world_told.html", _told(found, _area(request, found)))


@public_page
def steps(request: HttpRequest) -> HttpResponse:
    """The states of every place at all times of the last day, for the script that slides."""
    found = asked(request)
    body = heatmap.steps(
        now=moment_of(request),
        service=found.service or None,
        category=found.category or None,
        country=found.country or None,
    )
    return JsonResponse(
        {
            "times": [written(at) for at in body["times"]],
            "names": heatmap.STATES,
            "states": body["states"],
            "stale": body["stale"],
        }
    )


def _area(request: HttpRequest, found: Asked) -> Body:
    now, country = moment_of(request), found.country or None
    if found.service:
        level = "subdivision" if country else "country"
        return heatmap.service_map(
            found.service, now=now, level=level, country=country, at=found.at
        )
    category = found.category or None
    return heatmap.world(now=now, category=category, country=country, at=found.at)


def _told(found: Asked, area: Body) -> Body:
    """What the map says, in words and as a table."""
    known = vocabulary.read()
    seen = mapviews.within(found.view) if found.view else None
    rows = [row for row in area["regions"] if seen is None or row["code"] in seen]
    return {
        "asked": found,
        "area": area,
        "rows": most_troubled_first(rows),
        "counts": Counter(row["state"] for row in rows),
        "states": {row["code"]: heatmap.STATES.index(row["state"]) for row in area["regions"]},
        "view_name": VIEWS[found.view][0] if found.view else "",
        "country_name": cldr.country(found.country, known.region_names.get(found.country, "")),
        "smallest_cell": heatmap.SMALLEST_CELL,
    }
