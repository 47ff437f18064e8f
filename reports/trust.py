"""Deed: does a report weigh something? Its form's token, where it came from, who is suspected."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import redis
from django.conf import settings
from django.db import DatabaseError
from django.utils.crypto import salted_hmac

from reports import proof, tokens
from reports.breaker import Breaker
from reports.inbox import DOOR_PATIENCE, SHARD, connect
from reports.kept import Kept
from reports.models import Discard, Suspicion

# A suspicion that is set or cleared is known to every process within so many seconds.
FRESH_FOR = 10.0
# After that no token is fresh any more, and no proof good.
SPENT_SECONDS = int(max(tokens.LONGEST, proof.LONGEST).total_seconds()) + 60


def token_for(service: str, *, now: datetime) -> str:
    """A token for a form of this service that is handed out now."""
    return tokens.make(key=_key("form", settings.SECRET_KEY), service=service, now=now)


def age_of(token: str, *, service: str, now: datetime) -> tokens.Age:
    """Whether a form's token is fresh; the form renews one that has expired."""
    return tokens.check(token, key=_key("form", settings.SECRET_KEY), service=service, now=now)


def challenge_for(service: str, *, now: datetime) -> dict[str, Any]:
    """A puzzle for a report about this service (proof.py)."""
    return proof.challenge(key=_key("proof", settings.SECRET_KEY), service=service, now=now)


def form_discard(
    *,
    service: str,
    token: str,
    honeypot: str,
    foreign: bool,
    who: UUID | None,
    now: datetime,
    proof_of_work: str = "",
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
    return _unproven((token, proof_of_work), service=service, who=who, now=now)


def api_discard(*, service: str, token: str, foreign: bool, who: UUID | None, now: datetime) -> str:
    """The same for a report from the API, which needs no token in quiet times.

    `token` is a form's token or a payload of the proof of work.
    """
    if foreign:
        return Discard.CROSS_SITE
    return _unproven((token,), service=service, who=who, now=now)


def under_suspicion(service: str, *, now: datetime) -> bool:
    """Whether reports about the service need a token or a proof of work to weigh anything.

    While the database is away what was last known of it holds.
    """
    until = _suspected().get(service, now)
    return until is None or until > now


def _unproven(shown: Sequence[str], *, service: str, who: UUID | None, now: datetime) -> str:
    """UNPROVEN for a report about a suspected service of which nothing shown is good."""
    if not under_suspicion(service, now=now):
        return ""
    for text in filter(None, shown):
        nonce = _nonce(text, service=service, now=now)
        if nonce and _spend(nonce, who=who):
            return ""
    return Discard.UNPROVEN


def _nonce(text: str, *, service: str, now: datetime) -> bytes | None:
    """What tells a fresh token, or a puzzle that was solved, from all others; None for neither."""
    if len(text) > tokens.LENGTH:
        key = _key("proof", settings.SECRET_KEY)
        return proof.proved(text, key=key, service=service, now=now)
    fresh = age_of(text, service=service, now=now) is tokens.Age.FRESH
    return tokens.nonce_of(text) if fresh else None


def _spend(nonce: bytes, *, who: UUID | None) -> bool:
    """Whether it is this reporter's to show: one that was handed out speaks for one person.

    The same person may show it again, since a retry is none of their doing, and has one vote a
    window all the same. While Redis is away all are let through: what was shown is genuine, one
    vote a reporter and few a prefix still hold, and an outage of ours must not silence anybody.
    """
    if not _spending.lets_through:
        return True
    key, whose = f"spent:{SHARD}:{nonce.hex()}", who.bytes if who else b""
    try:
        client = connect(settings.REDIS_URL, DOOR_PATIENCE)
        spent = client.set(key, whose, nx=True, ex=SPENT_SECONDS)
        mine = bool(spent) or client.get(key) == whose
    except redis.exceptions.RedisError:
        _spending.failed()
        return True
    _spending.answered()
    return mine


_spending, _reading = Breaker(), Breaker()


def _suspected() -> dict[str, datetime | None]:
    """By slug, until when; none as long as the database has been away since this process began:
    nobody is silenced on a guess, and not everybody waits to find out.
    """
    if not _reading.lets_through:
        return {}
    try:
        known = _kept.get()
    except DatabaseError:
        _reading.failed()
        return {}
    _reading.answered()
    return known


def _load() -> dict[str, datetime | None]:
    return dict(Suspicion.objects.values_list("service__slug", "until"))


_kept = Kept(_load, fresh_for=FRESH_FOR)
forget = _kept.forget


@lru_cache
def _key(use: str, secret: str) -> bytes:
    """A key of its own for each use, so that a token can never pass for a proof."""
    return salted_hmac(f"reports.trust.{use}", "", secret=secret, algorithm="sha256").digest()
