"""Door: the form by which people suggest a service that is missing. Never cached; what was typed is
never lost. Guarded like the report form (docs/decisions/0015), and one a person and day."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from outages.lastgood.reach import database
from outages.pages.forms import UnseenField
from reports import clock, intake, origin, spelling, suggesting, tokens, trust
from reports.inlet import retry_after
from reports.peer import address_of
from reports.suggesting import Outcome

# What a token speaks for: no service's slug holds a slash.
ABOUT = "/suggest"
# The button of somebody who means another service of a site that is known.
ANOTHER = "another"
THANKS = "thanks"


class SuggestForm(forms.Form):
    """Plain text fields: what can be taken is the deed's rule alone."""

    token = UnseenField(required=False)
    # Out of people's sight. No name that a browser fills in by itself.
    remark = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    name = forms.CharField(
        label=_("What is it called?"),
        required=False,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "maxlength": suggesting.LONGEST_NAME,
                "aria-required": "true",
            }
        ),
    )
    # No type="url": that asks for a scheme which nobody types.
    homepage = forms.CharField(
        label=_("Its homepage"),
        required=False,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
                "inputmode": "url",
                "maxlength": suggesting.LONGEST_HOMEPAGE,
                "aria-required": "true",
                "aria-describedby": "homepage-hint",
                "placeholder": "example.org",
            }
        ),
    )


# As on the report form: no cookie, and what another site's page sends is thanked for and weighs
# nothing, which here means that it is not kept.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _take(request)
    now = clock.now()
    typed = " ".join(spelling.cleaned(request.GET.get("name", "")).split())
    beginning = {"token": trust.token_for(ABOUT, now=now), **_guess(typed)}
    thanked = request.GET.get(THANKS, "")
    return _show(request, SuggestForm(initial=beginning), thanked=thanked)


def _take(request: HttpRequest) -> HttpResponse:
    form = SuggestForm(request.POST)
    form.is_valid()
    said, now = form.cleaned_data, clock.now()
    age = trust.age_of(said["token"], service=ABOUT, now=now)
    if age in (tokens.Age.EXPIRED, tokens.Age.TOO_FAST):
        return _once_more(request, now)
    try:
        wish = suggesting.read(name=said["name"], homepage=said["homepage"])
    except suggesting.Refused as refused:
        for field, message in refused.errors.items():
            form.add_error(field, message)
        return _show(request, form, status=400)
    if origin.is_foreign(request) or said["remark"] or age is not tokens.Age.FRESH:
        return _thank(Outcome.TAKEN)
    try:
        return _ask(request, form, wish, now)
    except DatabaseError as error:
        database.lost(error)
        answer = _show(request, form, trouble="not_taken", status=503)
        answer["Retry-After"] = retry_after()
        return answer


def _ask(
    request: HttpRequest, form: SuggestForm, wish: suggesting.Wish, now: datetime
) -> HttpResponse:
    """What becomes of a wish that can be stored."""
    known = suggesting.known(wish)
    if known.same is not None:
        return _show(request, form, known=[known.same], trouble="known", status=409)
    if known.of_its_site and ANOTHER not in request.POST:
        return _show(request, form, known=known.of_its_site, trouble="same_site", status=409)
    source = intake.source_of(address=address_of(request), service=ABOUT, now=now)
    assert source.reporter
    outcome = suggesting.suggest(wish, who=source.reporter, now=now)
    if outcome is Outcome.LIMITED:
        answer = _show(request, form, trouble="limited", status=429)
        answer["Retry-After"] = str(_seconds_left(now))
        return answer
    if outcome is Outcome.FULL:
        return _show(request, form, trouble="full", status=503)
    return _thank(outcome)


def _thank(outcome: Outcome) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('suggest')}?{THANKS}={outcome.value}", status=303)


def _once_more(request: HttpRequest, now: datetime) -> HttpResponse:
    """As it was filled in, with a token that is old enough to be sent at once."""
    said = request.POST.copy()
    said["token"] = trust.token_for(ABOUT, now=now - tokens.SHORTEST)
    return _show(request, SuggestForm(said), trouble="once_more", status=400)


def _show(
    request: HttpRequest,
    form: SuggestForm,
    *,
    status: int = 200,
    trouble: str = "",
    known: Any = (),
    thanked: str = "",
) -> HttpResponse:
    context = {
        "form": form,
        "trouble": trouble,
        "known": [{"slug": one.slug, "name": one.name} for one in known],
        "thanked": thanked in (Outcome.TAKEN, Outcome.AGAIN),
    }
    return render(request, "outages/suggest.html", context, status=status)


def _guess(typed: str) -> dict[str, str]:
    """What was sought is a name, or the address of a site."""
    typed = typed[: suggesting.LONGEST_NAME]
    if "." not in typed:
        return {"name": typed}
    try:
        return {"homepage": spelling.homepage(typed), "name": spelling.host(typed)}
    except spelling.NoSite:
        return {"name": typed}


def _seconds_left(now: datetime) -> int:
    """Until the day is over, by the clock that its tokens go by."""
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(0), tzinfo=now.tzinfo)
    return int((tomorrow - now).total_seconds()) + 1
