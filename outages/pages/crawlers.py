"""What search engines read: which addresses there are, and which are not for them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control

from outages.pages.caching import public_page
from reports import vocabulary

HOUR = 3600
# Pages that do not depend on what is down, by the names of their routes.
PAGES = ("home", "map", "incidents", "method", "about", "developers", "privacy")
# Forms, and fragments that pages fetch.
NOT_FOR_THEM = ("/admin/", "/api/", "/*/report/", "/*/answer/", "/*/chart/", "/suggest/")


@cache_control(public=True, max_age=HOUR)
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt (RFC 9309)."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in NOT_FOR_THEM),
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page that lasts, in every language, in the sitemaps.org protocol. The pages themselves
    say which of them are each other's translation."""
    paths = [reverse(name) for name in PAGES]
    paths += [reverse("service", args=[slug]) for slug in sorted(vocabulary.read().active)]
    root = request.build_absolute_uri("/").rstrip("/")
    addresses = [f"{root}/{code}{path}" for path in paths for code, _name in settings.LANGUAGES]
    return render(
        request, "outages/sitemap.xml", {"addresses": addresses}, content_type="application/xml"
    )
