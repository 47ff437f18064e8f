"""Query parameters of the reads: parsed, or refused by name. An empty one is one not given."""

import re
from datetime import datetime

from django.utils.dateparse import parse_datetime
from rest_framework.request import Request

from outages import board
from outages.api.problems import BadParameter

UNITS = {"m": 1, "h": 60, "d": 1440}
DAY = 1440
LONGEST_WINDOW = 30 * DAY
# Thirty days in steps of five minutes.
MOST_POINTS = 8640
LARGEST_PAGE, USUAL_PAGE = 100, 50
# Longer than any name, slug or code that there is.
LONGEST_WORD = 200


def minutes(request: Request, name: str, *, default: int, most: int = LONGEST_WINDOW) -> int:
    """A length of time such as 5m, 24h or 7d; `most` is whole days."""
    text = request.query_params.get(name)
    if not text:
        return default
    match = re.fullmatch(r"([0-9]{1,5})([mhd])", text)
    value = int(match[1]) * UNITS[match[2]] if match else 0
    if not 0 < value <= most:
        raise BadParameter(field=name, message=f"give 1m to {most // DAY}d, as 5m, 24h or 7d")
    return value


def word(request: Request, name: str) -> str:
    """A name, slug or code; empty where it is not given."""
    text: str = request.query_params.get(name, "")
    # A NUL is no text to PostgreSQL.
    if "\0" in text or len(text) > LONGEST_WORD:
        message = f"give at most {LONGEST_WORD} characters, none of them NUL"
        raise BadParameter(field=name, message=message)
    return text.strip()


def code(request: Request, name: str) -> str:
    """An ISO 3166 code, in capitals; empty where it is not given."""
    return word(request, name).upper()


def country(request: Request) -> str:
    """The code of a country that there is; empty where none is given."""
    given = code(request, "country")
    if given and not board.is_country(given):
        raise BadParameter(field="country", message="give an ISO 3166-1 code of two letters")
    return given


def choice(request: Request, name: str, *, allowed: tuple[str, ...], default: str = "") -> str:
    """One of a few words."""
    text: str = request.query_params.get(name) or default
    if text and text not in allowed:
        raise BadParameter(field=name, message=f"give one of {', '.join(allowed)}")
    return text


def moment(request: Request, name: str) -> datetime | None:
    """An RFC 3339 time with a zone."""
    text = request.query_params.get(name)
    if not text:
        return None
    try:
        # A plus sign that was not escaped arrives as a space.
        at = parse_datetime(text.replace(" ", "+"))
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise BadParameter(field=name, message="give a time such as 2026-01-05T00:00:00Z")
    return at


def limit(request: Request, *, usual: int = USUAL_PAGE) -> int:
    """How many results a page holds."""
    text = request.query_params.get("limit") or str(usual)
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 0 < int(text) <= LARGEST_PAGE:
        raise BadParameter(field="limit", message=f"give 1 to {LARGEST_PAGE}")
    return int(text)
