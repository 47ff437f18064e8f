"""Whether a request was sent by another site's page. For the API and the form."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

# A browser writes Origin without the port that its scheme implies; a proxy may add it to Host.
IMPLIED_PORTS = (":80", ":443")


def is_foreign(request: HttpRequest) -> bool:
    """True when a browser says so: a page of another site sent this (Fetch Metadata; RFC 6454).

    Programs that are no browser send neither header and are not foreign; a page cannot forge them.
    Pages whose origin is in settings.EMBED_ORIGINS may post.
    """
    origin = request.headers.get("Origin", "").lower()
    if origin in settings.EMBED_ORIGINS:
        return False
    site = request.headers.get("Sec-Fetch-Site", "")
    # The browser compared it with the address that it called; a proxy may have changed Host since.
    if site == "same-origin":
        return False
    if site == "cross-site":
        return True
    return bool(origin) and _host_of(origin) != _bare(request.get_host().lower())


def _host_of(origin: str) -> str:
    """Host and port of an origin; empty for "null" and for what is no origin.

    The scheme says nothing: behind a proxy that ends TLS we see another one than the browser.
    """
    try:
        return _bare(urlsplit(origin).netloc)
    except ValueError:
        return ""


def _bare(host: str) -> str:
    for port in IMPLIED_PORTS:
        host = host.removesuffix(port)
    return host
