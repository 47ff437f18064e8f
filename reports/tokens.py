"""Signed form tokens: when a form was handed out, and for which service. Pure."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from datetime import datetime, timedelta
from enum import StrEnum
from hmac import compare_digest
from hmac import digest as hmac
from secrets import token_bytes

# Nobody reads a form and presses its button in less; a script does (design: abuse rules).
SHORTEST = timedelta(seconds=1.5)
# Long enough to be called away from the form, short enough that a stock of tokens goes stale.
LONGEST = timedelta(minutes=30)
# Hosts set their clocks apart from each other: a token from so far ahead is just new.
SKEW = timedelta(seconds=60)

# Milliseconds since 1970 in six bytes, like a UUIDv7 (RFC 9562).
TIME_BYTES = 6
# Two tokens of one millisecond differ: which of them was spent can be told.
NONCE_BYTES = 12
# Half of SHA-256: the shortest cut that RFC 2104, section 5, advises.
MAC_BYTES = 16
TOKEN_BYTES = TIME_BYTES + NONCE_BYTES + MAC_BYTES
# Characters of base64url without padding (RFC 4648).
LENGTH = -(-TOKEN_BYTES * 4 // 3)


class Age(StrEnum):
    """What a token says of the form it was sent with."""

    FRESH = "fresh"
    TOO_FAST = "too_fast"
    EXPIRED = "expired"
    INVALID = "invalid"


def make(*, key: bytes, service: str, now: datetime, nonce: bytes | None = None) -> str:
    """A token of LENGTH characters of base64url: issue time, nonce, and HMAC-SHA256 over
    both and the service's slug. `nonce` is NONCE_BYTES long; None draws one.
    """
    said = _milliseconds(now).to_bytes(TIME_BYTES, "big") + (nonce or token_bytes(NONCE_BYTES))
    return urlsafe_b64encode(said + _mac(key, service, said)).rstrip(b"=").decode()


def check(token: str, *, key: bytes, service: str, now: datetime) -> Age:
    """How old a token is; INVALID when we did not make it, or made it for another service.

    A token from further ahead than clocks differ is EXPIRED: the clock was set back since.
    """
    raw = _raw(token)
    said, mac = raw[:-MAC_BYTES], raw[-MAC_BYTES:]
    if len(raw) != TOKEN_BYTES or not compare_digest(mac, _mac(key, service, said)):
        return Age.INVALID
    age = timedelta(milliseconds=_milliseconds(now) - int.from_bytes(said[:TIME_BYTES], "big"))
    if not -SKEW <= age <= LONGEST:
        return Age.EXPIRED
    return Age.TOO_FAST if age < SHORTEST else Age.FRESH


def nonce_of(token: str) -> bytes:
    """The nonce of a token that was checked."""
    return _raw(token)[TIME_BYTES : TIME_BYTES + NONCE_BYTES]


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _mac(key: bytes, service: str, said: bytes) -> bytes:
    return hmac(key, said + service.encode(), "sha256")[:MAC_BYTES]


def _raw(token: str) -> bytes:
    """The bytes of a token; none when it is not written as `make` writes it."""
    try:
        raw = urlsafe_b64decode(token.encode("ascii") + b"==")
    except (NotBase64, UnicodeEncodeError):
        return b""
    # The decoder passes over what is no base64, and over spare bits: one token has one spelling.
    return raw if urlsafe_b64encode(raw).rstrip(b"=").decode() == token else b""
