"""Health pair: /healthz says that the process lives, /readyz that one can rely on what it shows."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from outages.pages.moment import moment_of
from outages.showing.condition import condition
from outages.showing.readiness import judge


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    now = moment_of(request)
    found = judge(condition(now=now), now=now)
    body = {"ready": found.ready, "checks": dict(found.checks), "says": dict(found.says)}
    response = JsonResponse(body, status=200 if found.ready else 503)
    if not found.ready:
        response["Retry-After"] = "10"
    return response
