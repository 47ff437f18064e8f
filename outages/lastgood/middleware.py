"""Door: what was answered a moment ago is answered again; when the database does not answer, the
last good answer, or what still works in words.

Views say that they can be kept (`keep_last_good`, for a class the attribute of that name): pages
and API reads that are the same for everybody. No form, no token, no admin page. However many ask
at the same time, one of them makes the answer (turns.py).
"""

import gzip
import random
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language

from outages.lastgood import answers, turns
from outages.lastgood.answers import Answer, Key
from outages.lastgood.marking import GZIP_LEVEL, marked, thanked
from outages.lastgood.reach import LOST, Away, database
from reports import problems, vocabulary
from reports.buckets import WINDOW_MINUTES

V = TypeVar("V", bound=Callable[..., Any])
# What of an answer's headers is true of its body, whoever gets it.
KEPT_HEADERS = (
    "Content-Type",
    "Vary",
    "Access-Control-Allow-Origin",
    "Access-Control-Expose-Headers",
    "Cache-Control",
)
# An old answer is good for as long as a fresh one would be.
CACHE_CONTROL = "public, max-age=5"
# Whoever comes while an answer is made anew gets the one before, if it is no older than what every
# cache on the way may give (Cache-Control: stale-while-revalidate).
STALE_WHILE_RENEWED = timedelta(seconds=30)
TURN, KEPT_BEFORE = "brownout.turn", "brownout.kept_before"
# Not everybody is to come back in the same second.
RETRY_SECONDS = (5, 15)
MOST_OFFERED = 12
# The one parameter that says something to one reader only: what became of a report.
REPORTED = "reported"
READS = ("GET", "HEAD")
OK, UNCHANGED = 200, 304


def keep_last_good(view: V) -> V:
    """Mark a view of which the last good answer is to be served while the database is away."""
    vars(view)["keep_last_good"] = True
    return view


def is_kept(view: Callable[..., Any]) -> bool:
    return bool(getattr(getattr(view, "cls", view), "keep_last_good", False))


class LastGood:
    """The innermost middleware: it sees what a view answered, before it is made anybody's own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            response = self._get_response(request)
            match = request.resolver_match
            fit = request.method == "GET" and match and is_kept(match.func)
            if fit and not database.away and KEPT_BEFORE not in request.META:
                _remember(request, response)
            return response
        finally:
            if (turn := request.META.get(TURN)) is not None:
                turn.end()

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponseBase | None:
        if request.method not in READS or not is_kept(view):
            return None
        return _instead(request) if database.away else _of_a_moment_ago(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, LOST):
            return None
        if not isinstance(error, Away):
            database.lost(error)
        match = request.resolver_match
        # An operator is to see what failed.
        return None if match and match.app_name == "admin" else _instead(request)


def _of_a_moment_ago(request: HttpRequest) -> HttpResponseBase | None:
    """The answer that is still fresh; None: this request is to make it."""
    fresh_for = timedelta(seconds=settings.ANSWERS_FRESH_SECONDS)
    if not fresh_for or REPORTED in request.GET or "Authorization" in request.headers:
        return None
    key = _key(request)
    found = _no_older(key, fresh_for)
    if found is None:
        # Where no lock can be made, everybody makes the answer.
        with suppress(OSError):
            turn = turns.take(answers.folder() / "turns", key)
            if turn is None:
                found = _no_older(key, fresh_for + STALE_WHILE_RENEWED)
            if turn is None and found is None:
                found = _waited_for(key, fresh_for)
            if turn is not None:
                # Somebody may have made it between the look and the turn.
                found = _no_older(key, fresh_for)
            request.META[TURN] = turn
    return None if found is None else _again(request, found)


def _waited_for(key: Key, fresh_for: timedelta) -> Answer | None:
    """What somebody else is making; None where it was nothing to keep: then there is no sense in
    making it one after the other."""
    turn = turns.wait(answers.folder() / "turns", key)
    if turn is not None:
        turn.end()
    return _no_older(key, fresh_for)


def _no_older(key: Key, than: timedelta) -> Answer | None:
    at = answers.kept_at(key)
    return answers.read(key) if at is not None and _age(at) <= than else None


def _age(at: datetime) -> timedelta:
    """A clock that was set back makes nothing younger than it is."""
    age = timezone.now() - at
    return age if age >= timedelta() else timedelta.max


def _again(request: HttpRequest, kept: Answer) -> HttpResponseBase | None:
    request.META[KEPT_BEFORE] = True
    response = _unpacked(request, kept)
    response["Cache-Control"] = kept.headers.get("Cache-Control", CACHE_CONTROL)
    response["Age"] = str(max(0, round(_age(kept.at).total_seconds())))
    if not kept.etag:
        return response
    etag = f"W/{kept.etag}" if response.has_header("Content-Encoding") else kept.etag
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response)


def _unpacked(request: HttpRequest, kept: Answer) -> HttpResponse:
    """As the reader can read it."""
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    body = kept.packed if packed else gzip.decompress(kept.packed)
    response = HttpResponse(body, headers=dict(kept.headers))
    if packed:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


def _remember(request: HttpRequest, response: HttpResponseBase) -> None:
    if REPORTED in request.GET:
        return
    key, now = _key(request), timezone.now()
    etag = response.headers.get("ETag", "").removeprefix("W/")
    if TURN not in request.META and not answers.wants(key, now=now):
        return
    if response.status_code == UNCHANGED:
        answers.renew(key, etag=etag, at=now)
    elif response.status_code == OK and isinstance(response, HttpResponse):
        packed = response.headers.get("Content-Encoding") == "gzip"
        body = response.content if packed else gzip.compress(response.content, GZIP_LEVEL)
        headers = {name: response[name] for name in KEPT_HEADERS if name in response}
        answers.put(key, Answer(now, body, headers, etag))


def _instead(request: HttpRequest) -> HttpResponse:
    """The last good answer with its mark, or that there is none."""
    key, reported = _key(request), request.GET.get(REPORTED, "")
    at = answers.kept_at(key) if request.method in READS else None
    fits = at is not None and timezone.now() - at < answers.KEEP_FOR
    kept = marked(key, at) if at is not None and fits else None
    if kept is None:
        return _nothing(request)
    if reported:
        body = thanked(gzip.decompress(kept.packed), reported=reported)
        response = HttpResponse(body, headers=dict(kept.headers))
    else:
        response = _unpacked(request, kept)
    response["Cache-Control"] = CACHE_CONTROL
    return response


def _nothing(request: HttpRequest) -> HttpResponse:
    retry = {"Retry-After": str(random.randint(*RETRY_SECONDS))}
    match = request.resolver_match
    if match and hasattr(match.func, "cls"):
        detail = "Our data cannot be reached right now; reports are taken all the same."
        # A program of another site's may read why, too.
        return problems.answer(503, detail, headers={**retry, "Access-Control-Allow-Origin": "*"})
    context = {
        "offered": _offered(request),
        "method": request.method,
        "reported": request.GET.get(REPORTED, ""),
        "window_minutes": WINDOW_MINUTES,
    }
    response = render(request, "outages/away.html", context, status=503)
    response["Retry-After"] = retry["Retry-After"]
    response["Cache-Control"] = "no-store"
    return response


def _offered(request: HttpRequest) -> list[tuple[str, str]]:
    """Slugs and names of the services that somebody may have come to report, as far as known."""
    try:
        known = vocabulary.read()
    except LOST:
        return []
    match = request.resolver_match
    slug = match.kwargs.get("slug", "") if match else ""
    sought = request.GET.get("q", "").strip().casefold()
    names = {slug: known.service_names[slug] for slug in known.active}
    if slug in names:
        return [(slug, names[slug])]
    if not sought:
        return []
    found = [pair for pair in names.items() if sought in pair[1].casefold()]
    return sorted(found, key=lambda pair: pair[1].casefold())[:MOST_OFFERED]


def _key(request: HttpRequest) -> Key:
    """One page whether or not it thanks for a report."""
    query = "" if REPORTED in request.GET else request.META.get("QUERY_STRING", "")
    return request.get_host(), request.path, query, get_language() or ""
