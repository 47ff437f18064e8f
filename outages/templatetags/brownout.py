"""Numbers, times and states in words, for templates."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from outages import circumstances
from outages.pages import phrases, words

register = template.Library()
# Below this an expected count is shown with one decimal: "about 3" may hide 2.6.
WHOLE_FROM = 10


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
    return "–" if number is None else number_format(round(number), force_grouping=True)


@register.filter
def share(part: float) -> str:
    """A part of one in per cent."""
    return f"{number_format(100 * part, 1)} %"


@register.filter
def permille(part: float) -> str:
    return f"{1000 * part:g}"


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
    return number_format(round(number, 1), decimal_pos=1)


@register.filter
def percent(share: float) -> str:
    whole = round(100 * share)
    return _("%(n)s %%") % {"n": whole} if whole or not share else _("under 1 %")


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
