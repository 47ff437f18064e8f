"""Deed: does a report weigh something? Its form's token, where it came from, who is suspected."""

from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError
from django.utils.crypto import salted_hmac

from reports import tokens
from reports.kept import Kept
from reports.models import Discard, Suspicion

# A suspicion that is set or cleared is known to every process within so many seconds.
FRESH_FOR = 10.0


def token_for(service: str, *, now: datetime) -> str:
    """A token for a form of this service that is handed out now."""
    return tokens.make(key=_key("form", settings.SECRET_KEY), service=service, now=now)


def age_of(token: str, *, service: str, now: datetime) -> tokens.Age:
    """Whether a form's token is fresh; the form renews one that has expired."""
    return tokens.check(token, key=_key("form", settings.SECRET_KEY), service=service, now=now)


def form_discard(
    *,
    service: str,
    token: str,
    honeypot: str,
    foreign: bool,
    who: UUID | None,
    now: datetime,
    proof: str = "",
) -> str:
    """Why a report from the form weighs nothing (models.Discard); empty when it weighs something.

    `honeypot` is what stands in the field that people do not see, `foreign` what
    origin.is_foreign says, `who` the reporter's token (intake.Source.reporter).
    """
    if foreign:
        return Discard.CROSS_SITE
    if honeypot:
        return Discard.HONEYPOT
    age = age_of(token, service=service, now=now)
    if age is tokens.Age.TOO_FAST:
        return Discard.TOO_FAST
    if age is not tokens.Age.FRESH:
        return Discard.NO_TOKEN
    return ""


def api_discard(*, service: str, token: str, foreign: bool, who: UUID | None, now: datetime) -> str:
    """The same for a report from the API, which needs no token in quiet times."""
    if foreign:
        return Discard.CROSS_SITE
    if under_suspicion(service, now=now) and (
        age_of(token, service=service, now=now) is not tokens.Age.FRESH
    ):
        return Discard.UNPROVEN
    return ""


def under_suspicion(service: str, *, now: datetime) -> bool:
    """Whether reports about the service need a token or a proof of work to weigh anything.

    While the database is away what was last known of it holds.
    """
    until = _suspected().get(service, now)
    return until is None or until > now


def _suspected() -> dict[str, datetime | None]:
    try:
        return _kept.get()
    except DatabaseError:
        # It was never read, and cannot be now: nobody is silenced on a guess.
        return {}


def _load() -> dict[str, datetime | None]:
    return dict(Suspicion.objects.values_list("service__slug", "until"))


_kept = Kept(_load, fresh_for=FRESH_FOR)


@lru_cache
def _key(use: str, secret: str) -> bytes:
    """A key of its own for each use, so that a token can never pass for a proof."""
    return salted_hmac(f"reports.trust.{use}", "", secret=secret, algorithm="sha256").digest()
