"""Numbers, times and states in words, for templates."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from django.utils.timezone import localtime

from outages import circumstances, cldr, wording
from outages.pages import phrases, words

register = template.Library()
# Below this an expected count is shown with one decimal: "about 3" may hide 2.6.
WHOLE_FROM = 3


@register.filter
def clock(at: datetime, now: datetime) -> str:
    return phrases.clock(at, now)


@register.simple_tag
def moment(at: datetime | None, now: datetime) -> SafeString | str:
    """The same as an element that machines can read."""
    if at is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', at.isoformat(), clock(at, now))


@register.filter
def lasting(seconds: float) -> str:
    return phrases.lasting(seconds)


@register.simple_tag
def between(start: datetime, end: datetime | None, now: datetime) -> str:
    return timesince(start, end or now)


@register.filter
def count(number: float | None) -> str:
    """A count with its thousands grouped; a hidden one as a dash."""
    return "–" if number is None else cldr.number(round(number))


@register.filter
def share(part: float) -> str:
    """A part of one in per cent."""
    return cldr.percent(part, digits=1)


@register.filter
def permille(part: float) -> str:
    return exact(1000 * part)


@register.filter
def not_counted(discarded: Mapping[str, int]) -> str:
    """How many reports weigh nothing, and why."""
    return circumstances.not_counted(discarded)


@register.filter
def about(number: float | None) -> str:
    """An expectation: no more digits than it deserves."""
    if number is None:
        return "–"
    if number >= WHOLE_FROM:
        return count(number)
    return decimal(number)


@register.filter
def decimal(number: float, digits: int = 1) -> str:
    """With so many digits after the point."""
    return cldr.number(number, digits=digits)


@register.filter
def exact(number: float) -> str:
    """A number that somebody has set, with all its digits."""
    return cldr.exact(number)


@register.filter
def hours(at: datetime) -> str:
    """A time of day in UTC."""
    return cldr.hours(localtime(at))


@register.filter
def day(at: datetime) -> str:
    """A day and its month."""
    return cldr.day(localtime(at), year=False)


@register.filter
def whole_day(at: datetime) -> str:
    """A day with its month and year."""
    return cldr.day(localtime(at), year=True)


@register.filter
def minutes(length: float) -> str:
    """A length in minutes, in words."""
    return wording.duration(length)


@register.simple_tag
def comma() -> str:
    """What stands between two names in a row, with its space."""
    return wording.comma()


@register.filter
def percent(share: float) -> str:
    return wording.percent(share)


@register.filter
def word(code: str, table: str) -> Any:
    return words.word(table, code)


@register.filter
def standing(service: Mapping[str, Any]) -> str:
    return words.standing_of(service)


@register.inclusion_tag("outages/_state.html")
def state(code: str, table: str) -> dict[str, Any]:
    return {"mark": words.mark(table, code), "word": words.word(table, code)}


@register.filter
def mark(code: str, table: str) -> str:
    return words.mark(table, code)


@register.filter
def where(incident: Mapping[str, Any]) -> str:
    return phrases.place(incident)


@register.filter
def culprit(incident: Mapping[str, Any]) -> str:
    return phrases.culprit(incident)


@register.filter
def dependency(found: Mapping[str, Any]) -> str:
    return phrases.dependency(found)


@register.filter
def places(incident: Mapping[str, Any]) -> str:
    return phrases.places(incident)


@register.filter
def cause_name(cause: Mapping[str, Any]) -> str:
    return phrases.cause_name(cause)


@register.filter
def why(incident: Mapping[str, Any]) -> str:
    return phrases.why(incident)


@register.filter
def whose(cause: Mapping[str, Any]) -> str:
    return phrases.whose(cause)


@register.filter
def chance(probability: float) -> str:
    return phrases.chance(probability)
