"""Proof of work: a puzzle that costs a browser a second and us next to nothing. Pure.

The puzzle is that of altcha 2: find the counter for which SHA-256 of salt, nonce and counter begins
as told. It is made so that one counter alone fits, drawn from COUNTERS, and the answer's HMAC is
part of the puzzle: checking derives nothing anew.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from hmac import digest as hmac
from secrets import randbelow
from typing import Any

import altcha

ALGORITHM = "SHA-256"
# Hashes to try. A browser's worker made one in 12 microseconds (Chromium on two busy cores): 0.3
# to 0.6 s alone, less where several share the work, and a few seconds on a slow phone. None is
# solved by chance at the first try.
FEWEST_TRIES, MOST_TRIES = 25_000, 50_000
# An answer is good for as long as a form's token.
LONGEST = timedelta(minutes=30)


@dataclass(frozen=True)
class Keys:
    """One signs puzzles, the other answers: a puzzle does not give its answer away."""

    puzzle: bytes
    answer: bytes


@lru_cache
def _keys(key: bytes) -> Keys:
    return Keys(puzzle=hmac(key, b"puzzle", "sha256"), answer=hmac(key, b"answer", "sha256"))


def challenge(*, key: bytes, service: str, now: datetime) -> dict[str, Any]:
    """A puzzle for a report about this service, as altcha's solvers take it (JSON members)."""
    keys = _keys(key)
    made = altcha.create_challenge(
        algorithm=ALGORITHM,
        cost=1,
        counter=FEWEST_TRIES + randbelow(MOST_TRIES - FEWEST_TRIES),
        # Not altcha's own `expires_at`, which is compared with the host's clock and not with `now`.
        data={"service": service, "until": int((now + LONGEST).timestamp())},
        hmac_secret=keys.puzzle,
        hmac_key_secret=keys.answer,
    )
    return made.to_dict()


def proved(payload: str, *, key: bytes, service: str, now: datetime) -> bytes | None:
    """The nonce of the puzzle that a payload (altcha's base64 of JSON) solves; else None.

    It is a puzzle of ours, for this service, and its time is not over.
    """
    keys = _keys(key)
    try:
        said = altcha.Payload.from_base64(payload)
        found = altcha.verify_solution(said, keys.puzzle, hmac_key_secret=keys.answer)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not found.verified:
        return None
    parameters = said.challenge.parameters
    about: dict[str, Any] = parameters.data or {}
    if about.get("service") != service or about.get("until", 0) < now.timestamp():
        return None
    return bytes.fromhex(parameters.nonce)
