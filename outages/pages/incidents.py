"""The list of all incidents, by months; what to list stands in the address."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.timezone import localtime

from outages import board, cldr
from outages.pages import filters
from outages.pages.caching import public_page
from outages.pages.words import INCIDENT_STATES

A_PAGE = 25
Row = Mapping[str, Any]


@public_page
def listing(request: HttpRequest) -> HttpResponse:
    if not all(request.GET.values()):
        return _without_what_is_empty(request)
    chosen = filters.chosen(request.GET)
    found = board.incidents(**chosen.wanted)
    if chosen.troubles:
        found = found.none()
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    start = page.start_index() - 1 if page.paginator.count else 0
    context = {
        "chosen": chosen,
        "states": INCIDENT_STATES,
        "causes": filters.causes(),
        "regions": filters.regions(chosen.typed["region"]),
        "page": page,
        "months": _by_month(board.listed(found[start : start + A_PAGE])),
    }
    return render(request, "outages/incidents.html", context)


def _without_what_is_empty(request: HttpRequest) -> HttpResponse:
    """A form sends its empty fields along; an address that is passed on is better without them."""
    query = request.GET.copy()
    for name in [name for name, value in query.items() if not value]:
        del query[name]
    return HttpResponseRedirect(f"{request.path}?{query.urlencode()}".rstrip("?"))


def _by_month(incidents: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Under each month's name those that began in it; both as they come."""
    months = groupby(incidents, key=lambda one: _month(one["started_at"]))
    return [(name, list(those)) for name, those in months]


def _month(at: datetime) -> str:
    return cldr.month(localtime(at))
