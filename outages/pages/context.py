"""What every page shows around its content: the site's name, its banner, how fresh the data is."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from outages import board
from outages.pages.moment import moment_of


def site(request: HttpRequest) -> dict[str, Any]:
    now = moment_of(request)
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_BANNER": settings.SITE_BANNER,
        "GEO_CREDIT": settings.GEO_CREDIT,
        "freshness": board.freshness(now=now),
        "now": now,
    }
