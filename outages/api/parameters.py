"""Query parameters of the reads: parsed, or refused by name."""

import re
from datetime import datetime

from django.utils.dateparse import parse_datetime
from rest_framework.request import Request

from outages.api.problems import BadParameter

UNITS = {"m": 1, "h": 60, "d": 1440}
LONGEST_WINDOW = 30 * 1440
MOST_POINTS = 3000
LARGEST_PAGE, USUAL_PAGE = 100, 50


def minutes(request: Request, name: str, *, default: int, most: int = LONGEST_WINDOW) -> int:
    """A length of time such as 5m, 24h or 7d."""
    text = request.query_params.get(name)
    if text is None:
        return default
    match = re.fullmatch(r"(\d{1,5})([mhd])", text)
    value = int(match[1]) * UNITS[match[2]] if match else 0
    if not 0 < value <= most:
        raise BadParameter(field=name, message=f"give 1m to {most // 1440 or 1}d, as 5m, 24h or 7d")
    return value


def choice(request: Request, name: str, *, allowed: tuple[str, ...], default: str = "") -> str:
    """One of a few words."""
    text: str = request.query_params.get(name, default)
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


def limit(request: Request) -> int:
    """How many results a page holds."""
    text = request.query_params.get("limit", str(USUAL_PAGE))
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= LARGEST_PAGE:
        raise BadParameter(field="limit", message=f"give 1 to {LARGEST_PAGE}")
    return int(text)
