"""The front door: search, what is down now, what may be, and what was lately."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from outages import board
from outages.pages.caching import public_page
from outages.pages.moment import moment_of
from outages.pages.words import standing_of

LONGEST_QUERY = 100


@public_page
def home(request: HttpRequest) -> HttpResponse:
    now = moment_of(request)
    q = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    category = request.GET.get("category", "")
    categories = board.categories()
    asked = bool(q or category)
    now_down = board.down_now(now=now)
    apart: dict[bool, list[Any]] = {True: [], False: []}
    for service in now_down["possible"]:
        apart[standing_of(service) == "implicated"].append(service)
    context = {
        "q": q,
        "category": next((found for found in categories if found["slug"] == category), None),
        "categories": categories,
        "asked": asked,
        "results": board.services(now=now, q=q, category=category) if asked else [],
        "board": {**now_down, "possible": apart[False], "implicated": apart[True]},
    }
    return render(request, "outages/home.html", context)
