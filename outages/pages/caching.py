"""How long a page may be kept: reads outnumber reports by thousands, the most in an outage."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page

from outages.lastgood.middleware import REPORTED, keep_last_good

View = Callable[..., HttpResponse]
# The same as the API's reads: five seconds fresh, then good enough while a newer one is fetched,
# and for ten minutes when this site itself is in trouble.
FRESH_SECONDS = 5
STALE_SECONDS = 30
STALE_IF_ERROR_SECONDS = 600


def public_page(view: View) -> View:
    """Keepable by every cache for a moment, with an ETag, compressed for a bad connection.

    A page that thanks for a report is its reader's alone: no cache keeps it.
    While the database is away the last good one is served. Such a page must hold no token: it would
    be shared, and compression would give it away.
    """
    keep = cache_control(
        public=True,
        max_age=FRESH_SECONDS,
        stale_while_revalidate=STALE_SECONDS,
        stale_if_error=STALE_IF_ERROR_SECONDS,
    )
    kept: View = gzip_page(conditional_page(keep(view)))
    own: View = gzip_page(cache_control(private=True, no_store=True)(view))

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return (own if REPORTED in request.GET else kept)(request, *args, **kwargs)

    return keep_last_good(page)
