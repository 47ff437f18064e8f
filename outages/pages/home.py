"""The front door: what is down now, what may be, and what was lately; search and kinds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page, require_safe

from outages import board, wording
from outages.pages.blocks import Block, blocks, largest
from outages.pages.caching import public_page
from outages.pages.moment import moment_of
from outages.pages.words import STANDINGS, standing_of

LONGEST_QUERY = 100
# As many as fit above a phone's keyboard.
MOST_HITS = 7
# What somebody types again within a minute is not asked for again.
HITS_FRESH_SECONDS = 60
TROUBLE = ("outage", "possible_outage", "implicated")
Row = Mapping[str, Any]


@public_page
def home(request: HttpRequest) -> HttpResponse:
    q = _sought(request)
    if q or request.GET.get("category"):
        return _found(request, q)
    shown = _now(moment_of(request))
    down = Counter(card["category"] for card in shown["board"]["ongoing"])
    kinds = [{**kind, "down": down[kind["slug"]]} for kind in board.categories()]
    return render(request, "outages/home.html", {**shown, "categories": kinds})


@public_page
def now(request: HttpRequest) -> HttpResponse:
    """The parts that an open page fetches anew: the same templates that the first render used."""
    return render(request, "outages/_home_parts.html", _now(moment_of(request)))


@require_safe
@gzip_page
@conditional_page
@cache_control(public=True, max_age=HITS_FRESH_SECONDS)
def suggestions(request: HttpRequest) -> HttpResponse:
    """What fits what is being typed, as JSON, from the process's memory."""
    hits = board.hits(_sought(request), most=MOST_HITS)
    results = [
        {
            "name": hit["name"],
            "url": reverse("service", args=[hit["slug"]]),
            "kind": wording.word(hit["category_name"]),
            "state": str(STANDINGS["outage"]) if hit["down"] else "",
        }
        for hit in hits
    ]
    says = ngettext("%(n)d service fits.", "%(n)d services fit.", len(hits)) % {"n": len(hits)}
    return JsonResponse({"says": says if hits else _("No service fits."), "results": results})


def _now(at: datetime) -> dict[str, Any]:
    now_down = board.down_now(now=at)
    apart: dict[bool, list[Row]] = {True: [], False: []}
    for service in now_down["possible"]:
        apart[standing_of(service) == "implicated"].append(service)
    shown = {**now_down, "possible": apart[False], "implicated": apart[True]}
    found = blocks(now_down["ongoing"])
    return {
        "board": shown,
        "blocks": found,
        "largest": largest(now_down["ongoing"]),
        "keys": _keys(found, shown),
    }


def _keys(found: Sequence[Block], shown: Row) -> str:
    """What stands where: as long as this is the same, only numbers have changed."""
    parts = [
        *(f"b{len(block.cards)}" for block in found),
        *(f"i{card['id']}" for block in found for card in block.every),
        *(f"{name[0]}-{one['slug']}" for name in ("possible", "implicated") for one in shown[name]),
        *(f"o{one['id']}" for one in shown["recently_resolved"]),
    ]
    return " ".join(parts)


def _found(request: HttpRequest, q: str) -> HttpResponse:
    """What a search or a kind of services finds, each with its state."""
    slug, kinds = request.GET.get("category", ""), board.categories()
    category = next((kind for kind in kinds if kind["slug"] == slug), None)
    wanted = {"q": q, "category": slug}
    found = board.services(now=moment_of(request), **wanted) if q or category else []
    context = {
        "q": q,
        "category": category,
        "slug": slug,
        "categories": kinds,
        "results": found if q else _worst_first(found),
        "troubled": sum(one["status"] in ("outage", "possible_outage") for one in found),
        "meant": board.meant(q) if q and not found else [],
    }
    return render(request, "outages/found.html", context)


def _worst_first(services: Sequence[Row]) -> list[Row]:
    """Outages, then what may be one, then all others; by name in each."""
    ranks = {standing: rank for rank, standing in enumerate(TROUBLE)}
    return sorted(services, key=lambda one: ranks.get(standing_of(one), len(TROUBLE)))


def _sought(request: HttpRequest) -> str:
    # A NUL is no text to PostgreSQL.
    return request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_QUERY]
