"""The spans of time that a service's chart can show, as they stand in its address."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from reports.buckets import DAY_MINUTES

HOUR = 60


@dataclass(frozen=True)
class Range:
    """`code` stands in the address; `name` on its link, `title` above the chart. Minutes: `window`
    of the whole, `step` of a count, `row` of a line in the table. An open page renews it
    every `renew` seconds: a long one changes little, and costs more."""

    code: str
    name: Any
    title: Any
    window: int
    step: int
    row: int
    renew: int


# Some three hundred counts each: more than a phone has pixels for, and the page stays small.
RANGES = (
    Range("24h", _("24 hours"), _("The last 24 hours"), DAY_MINUTES, 5, HOUR, 20),
    Range("7d", _("7 days"), _("The last 7 days"), 7 * DAY_MINUTES, 30, 6 * HOUR, 60),
    Range("30d", _("30 days"), _("The last 30 days"), 30 * DAY_MINUTES, 2 * HOUR, DAY_MINUTES, 300),
)
BY_CODE = {one.code: one for one in RANGES}


def chosen(code: str) -> Range:
    """The range of a code, the first where none is given; raises Http404."""
    if not code:
        return RANGES[0]
    if code not in BY_CODE:
        raise Http404
    return BY_CODE[code]
