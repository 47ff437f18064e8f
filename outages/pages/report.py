"""The report form's door. Works without JavaScript; never cached; what was typed is never lost."""

import redis
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from outages import board
from outages.pages.choices import is_known, regions_around, symptoms_of
from outages.pages.forms import ReportForm
from outages.pages.moment import moment_of
from outages.pages.place import likely_region
from reports import intake
from reports.buckets import WINDOW_MINUTES
from reports.inbox import Outcome, default_inbox
from reports.models import Kind, Service
from reports.peer import address_of

# What the service's page says afterwards: counted, said before in this window, "works for me".
COUNTED, AGAIN, WORKS = "1", "again", "works"
# The button that lists a country's parts sends the form back without reporting.
SHOW_PARTS = "parts"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, slug: str) -> HttpResponse:
    if request.method != "POST":
        return _show(request, slug, ReportForm(initial={"region": _beginning(request)}))
    if SHOW_PARTS in request.POST:
        return _show(request, slug, ReportForm(initial=request.POST.dict()))
    return _take(request, slug)


def _take(request: HttpRequest, slug: str) -> HttpResponse:
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _show(request, slug, form, status=400)
    kind = Kind.WORKS if request.POST.get("kind") == Kind.WORKS else Kind.REPORT
    now = moment_of(request)
    try:
        receipt = intake.accept(
            form.claim(service=slug, kind=kind),
            intake.source_of(address=address_of(request), service=slug, now=now),
            inbox=default_inbox(),
            now=now,
        )
    except intake.UnknownService as error:
        raise Http404 from error
    except intake.Refused as error:
        form.add_error(error.field, error.message)
        return _show(request, slug, form, status=400)
    except redis.exceptions.RedisError:
        return _show(request, slug, form, status=503, trouble="not_taken")
    if receipt.outcome is Outcome.LIMITED:
        return _show(request, slug, form, status=429, trouble="limited")
    thanks = WORKS if kind == Kind.WORKS else COUNTED if receipt.counted else AGAIN
    return HttpResponseRedirect(f"{reverse('service', args=[slug])}?reported={thanks}", status=303)


RETRY_AFTER = {"not_taken": "10", "limited": str(WINDOW_MINUTES * 60)}


def _show(
    request: HttpRequest, slug: str, form: ReportForm, *, status: int = 200, trouble: str = ""
) -> HttpResponse:
    try:
        service = board.service(slug, now=moment_of(request))
    except Service.DoesNotExist as error:
        raise Http404 from error
    suspect = service["implicated_by"]
    form.offer(
        symptoms=symptoms_of(service["category"]),
        regions=regions_around(str(form["region"].value() or "")),
        suspect=suspect,
    )
    context = {
        "service": service,
        "form": form,
        "trouble": trouble,
        "suspect": suspect,
        "window_minutes": WINDOW_MINUTES,
        "longest_comment": intake.LONGEST_COMMENT,
    }
    response = render(request, "outages/report.html", context, status=status)
    if trouble:
        response["Retry-After"] = RETRY_AFTER[trouble]
    return response


def _beginning(request: HttpRequest) -> str:
    region = request.GET.get("region", "").upper() or likely_region(request) or ""
    return region if is_known(region) else ""
