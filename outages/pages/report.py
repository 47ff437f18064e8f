"""The report form's door. Works without JavaScript; never cached; what was typed is never lost."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from outages import board
from outages.lastgood.reach import LOST, database
from outages.pages.choices import is_known, regions_around, symptoms_of
from outages.pages.forms import ReportForm, new_id
from outages.pages.moment import moment_of
from outages.pages.place import likely_region
from reports import clock, intake, origin, tokens, trust, vocabulary
from reports.buckets import WINDOW_MINUTES
from reports.inlet import Unavailable, default_inlet, retry_after
from reports.messages import Outcome
from reports.models import Kind, Service
from reports.peer import address_of

# What the service's page says afterwards: counted, said before in this window, "works for me".
COUNTED, AGAIN, WORKS = "1", "again", "works"
# The button that lists a country's parts sends the form back without reporting.
SHOW_PARTS = "parts"
# Status and the tally's name of what kept a report from being taken, beside wrong answers.
TROUBLES = {
    "not_taken": (503, "unavailable"),
    "limited": (429, ""),
    "expired": (400, "refused"),
}


# A cookie against forged posts would only be one more thing that can go wrong: nobody is logged in
# here. What another site's page sends is taken and weighs nothing (docs/decisions/0015).
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, slug: str) -> HttpResponse:
    if request.method != "POST":
        return _show(request, slug, ReportForm(initial=_beginning(request, slug)))
    if SHOW_PARTS in request.POST:
        said = {name: value for name, value in request.POST.items() if value}
        return _show(request, slug, ReportForm(initial={**_unseen(slug), **said}))
    return _take(request, slug)


def _take(request: HttpRequest, slug: str) -> HttpResponse:
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _refused(request, slug, form)
    kind = Kind.WORKS if request.POST.get("kind") == Kind.WORKS else Kind.REPORT
    token = form.cleaned_data["token"]
    if trust.age_of(token, service=slug, now=clock.now()) is tokens.Age.EXPIRED:
        return _renewed(request, slug)
    try:
        outcome = _accept(request, form, slug=slug, kind=kind)
    except intake.UnknownService as error:
        raise Http404 from error
    except intake.Refused as error:
        form.refuse(error.field)
        return _refused(request, slug, form)
    except (Unavailable, DatabaseError) as error:
        # The answer is not to wait for the database once more.
        database.lost(error)
        outcome = Outcome.FULL
    if outcome is Outcome.FULL:
        return _show(request, slug, form, trouble="not_taken")
    if outcome is Outcome.LIMITED:
        return _show(request, slug, form, trouble="limited")
    counted = COUNTED if outcome is Outcome.ACCEPTED else AGAIN
    thanks = WORKS if kind == Kind.WORKS else counted
    return HttpResponseRedirect(_thanks_at(slug, thanks, form), status=303)


def _thanks_at(slug: str, thanks: str, form: ReportForm) -> str:
    """The page that thanks, and compares with the region that was chosen: by its code alone."""
    told = {"reported": thanks}
    if is_known(form.cleaned_data["region"]):
        told["region"] = form.cleaned_data["region"]
    return f"{reverse('service', args=[slug])}?{urlencode(told)}"


def _accept(request: HttpRequest, form: ReportForm, *, slug: str, kind: str) -> Outcome:
    now = clock.now()
    source = intake.source_of(address=address_of(request), service=slug, now=now)
    discard = trust.form_discard(
        service=slug,
        token=form.cleaned_data["token"],
        honeypot=form.cleaned_data["website"],
        foreign=origin.is_foreign(request),
        who=source.reporter,
        now=now,
    )
    claim, source = form.claim(service=slug, kind=kind), replace(source, discard=discard)
    take = partial(intake.accept, claim, source, inbox=default_inlet(), now=now)
    outcome = take(client_id=form.client_id).outcome
    # The same form with other answers (a browser's "back") is another report: the rule of one
    # voice decides about it, not the form's id.
    return take().outcome if outcome is Outcome.CONFLICT else outcome


def _refused(request: HttpRequest, slug: str, form: ReportForm) -> HttpResponse:
    default_inlet().count("invalid")
    return _show(request, slug, form, status=400)


def _renewed(request: HttpRequest, slug: str) -> HttpResponse:
    """The form as it was filled in, with a token that is old enough to be sent at once."""
    said = request.POST.copy()
    said["token"] = trust.token_for(slug, now=clock.now() - tokens.SHORTEST)
    return _show(request, slug, ReportForm(said), trouble="expired")


def _show(
    request: HttpRequest, slug: str, form: ReportForm, *, status: int = 200, trouble: str = ""
) -> HttpResponse:
    service = _service(request, slug)
    suspect = service["implicated_by"]
    form.offer(
        symptoms=symptoms_of(service["category"]),
        regions=regions_around(str(form["region"].value() or "")),
        service=service,
        suspect=suspect,
    )
    if trouble:
        status, outcome = TROUBLES[trouble]
        if outcome:
            default_inlet().count(outcome)
    context = {
        "service": service,
        "form": form,
        "trouble": trouble,
        "suspect": suspect,
        "window_minutes": WINDOW_MINUTES,
        "longest_comment": intake.LONGEST_COMMENT,
        "token_minutes": int(tokens.LONGEST.total_seconds() // 60),
    }
    response = render(request, "outages/report.html", context, status=status)
    if trouble == "not_taken":
        response["Retry-After"] = retry_after()
    elif trouble == "limited":
        response["Retry-After"] = str(WINDOW_MINUTES * 60)
    return response


def _service(request: HttpRequest, slug: str) -> Mapping[str, Any]:
    """What the form says of a service; while the database is away, what the process knows of it."""
    try:
        with database.reading():
            return board.service(slug, now=moment_of(request))
    except Service.DoesNotExist as error:
        raise Http404 from error
    except LOST as error:
        known = vocabulary.read()
        if slug not in known.active:
            raise Http404 from error
        return {
            "slug": slug,
            "name": known.service_names[slug],
            "category": known.categories[slug],
            "implicated_by": None,
        }


def _beginning(request: HttpRequest, slug: str) -> dict[str, str]:
    region = request.GET.get("region", "").upper() or likely_region(request) or ""
    return {**_unseen(slug), "region": region if is_known(region) else ""}


def _unseen(slug: str) -> dict[str, str]:
    now = clock.now()
    return {"id": new_id(now), "token": trust.token_for(slug, now=now)}
