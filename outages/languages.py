"""Door (middleware): which language a request is answered in.

It is the first part of the path (`/de/s/whatsapp/`); a path without one is answered in what the
browser asks for. No cookie remembers it: a link says it, and whoever gets the link sees the same.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import (
    get_languages,
    get_supported_language_variant,
    language_code_re,
    parse_accept_lang_header,
)

# Moderators read the admin in the language that all of them share: their deeds are kept in it.
ADMIN = "/admin/"


class Twin(NamedTuple):
    """The same page in a language: its code, its own name for itself, and the page's address."""

    code: str
    name: str
    url: str


class InLanguage:
    """Activates the request's language, and says in the answer what it depends on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        code = in_path(request.path_info)
        if code:
            request.urlconf = settings.URLCONF_IN_A_LANGUAGE  # type: ignore[attr-defined]
        with translation.override(code or _of(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self._get_response(request)
            if not code:
                patch_vary_headers(response, ("Accept-Language",))
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


def in_path(path: str) -> str:
    """The language that stands first in a path; empty where none of ours does."""
    first = path[1:].partition("/")[0]
    return first if first in get_languages() else ""


def asked_for(header: str) -> str:
    """The language of ours that an Accept-Language header likes best; English where it likes none.

    Not Django's own: that asks a cookie first, which no cache could know of.
    """
    for tag, _priority in parse_accept_lang_header(header):
        if tag == "*":
            break
        if language_code_re.search(tag):
            try:
                return get_supported_language_variant(tag)
            except LookupError:
                continue
    return settings.LANGUAGE_CODE


def twins(request: HttpRequest) -> list[Twin]:
    """The page of a request in every language, with its query."""
    code = in_path(request.path_info)
    rest = request.get_full_path().removeprefix(f"/{code}") if code else request.get_full_path()
    return [Twin(code, name, f"/{code}{rest or '/'}") for code, name in settings.LANGUAGES]


def bare_path(request: HttpRequest) -> str:
    """The path of a request without its language and its query."""
    code = in_path(request.path_info)
    return request.path_info.removeprefix(f"/{code}") if code else request.path_info


def _of(request: HttpRequest) -> str:
    if request.path_info.startswith(ADMIN):
        return str(settings.LANGUAGE_CODE)
    return asked_for(request.headers.get("Accept-Language", ""))
