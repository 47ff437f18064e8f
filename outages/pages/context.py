"""What every page shows around its content: the site's name, its banner, how fresh the data is, the
languages that it can be read in."""

from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from outages import board, languages
from outages.lastgood.middleware import is_kept
from outages.lastgood.reach import LOST, Away, database
from outages.pages.moment import fresh_of, moment_of


def site(request: HttpRequest) -> dict[str, Any]:
    now = moment_of(request)
    fresh = _freshness(request)
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_BANNER": settings.SITE_BANNER,
        "GEO_CREDIT": settings.GEO_CREDIT,
        "freshness": fresh,
        "database_away": fresh is None,
        "now": now,
        "languages": languages.twins(request),
        "site_root": _root(request),
        "bare_path": languages.bare_path(request),
    }


def _root(request: HttpRequest) -> str:
    """Scheme and host of this site; empty where a request names a host that is not ours: the page
    that refuses it must not fail over that once more."""
    try:
        return request.build_absolute_uri("/").rstrip("/")
    except DisallowedHost:
        return ""


def _freshness(request: HttpRequest) -> board.Freshness | None:
    """None while the database is away. A page of which the last good one is kept asks for that."""
    try:
        with database.reading():
            return fresh_of(request)
    except Away:
        return None
    except LOST:
        match = request.resolver_match
        if match and is_kept(match.func):
            raise
        return None
