"""How it works: the rules in force, what the detector is worth on a bench, and its own record."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from outages import board, cldr, wording
from outages.detection import lifecycle, surprise
from outages.heatmap import SMALLEST_CELL
from outages.pages.caching import public_page
from outages.pages.moment import moment_of

HOUR = 60
NOTHING = "–"
# A line may break before a bracket, not between a number and what belongs to it.
JOINED = "\N{NO-BREAK SPACE}"
TO = "\N{WORD JOINER}–\N{WORD JOINER}"

Period = Mapping[str, Any]
Row = tuple[str, list[str]]


@public_page
def page(request: HttpRequest) -> HttpResponse:
    record = board.accuracy(now=moment_of(request))
    rules, bench = record["thresholds"], record["bench"]
    context = {
        "rules": rules,
        "relapse_hours": rules["relapse_within_minutes"] // HOUR,
        "shortest": rules["windows_minutes"][0],
        "longest_hours": rules["windows_minutes"][-1] // HOUR,
        "typical_ratio": round(surprise.TYPICAL_OUTAGE_RATIO),
        "one_in": wording.number(int(round(10**lifecycle.OPEN_ABOVE, -5))),
        "smallest_cell": SMALLEST_CELL,
        "any_incident": any(period["declared"] or period["missed"] for period in record["periods"]),
        "periods": [_name(period["days"]) for period in record["periods"]],
        "ledger": _rows(record["periods"]),
        "any_cause_told": any(period["causes"]["told"] for period in record["periods"]),
        "causes_told": _causes(record["periods"]),
        "bench": bench,
        "bench_at": datetime.fromisoformat(bench["at"]) if bench else None,
    }
    return render(request, "outages/method.html", context)


def _name(days: int | None) -> str:
    return _("All time") if days is None else _("%(n)d days") % {"n": days}


def _rows(periods: Sequence[Period]) -> list[Row]:
    """One line a number, one column a period."""
    lines: tuple[tuple[str, Callable[[Period], str]], ...] = (
        (_("Incidents declared"), lambda one: wording.number(one["declared"])),
        (_("confirmed by a moderator"), lambda one: wording.number(one["confirmed"])),
        (_("retracted as false alarms"), lambda one: wording.number(one["retracted"])),
        (_("not judged yet"), lambda one: wording.number(one["unreviewed"])),
        (_("Outages that we missed"), lambda one: wording.number(one["missed"])),
        (_("Right, of those judged"), lambda one: share(one["precision"])),
        (_("Found, of confirmed and missed"), lambda one: share(one["recall"])),
        (_("Minutes ahead of the operator’s word"), lambda one: lead(one["lead"])),
    )
    return [(name, [tell(one) for one in periods]) for name, tell in lines]


def _causes(periods: Sequence[Period]) -> list[Row]:
    """Whether our causes agreed with those that were told later; likewise."""
    lines: tuple[tuple[str, Callable[[Period], str]], ...] = (
        (_("Causes told later"), lambda one: wording.number(one["told"])),
        (_("called likely: right group"), lambda one: right(one["likely"], "group", "n")),
        (_("called likely: right cause"), lambda one: right(one["likely"], "cause")),
        (_("called possible: right group"), lambda one: right(one["possible"], "group", "n")),
        (_("called possible: right cause"), lambda one: right(one["possible"], "cause")),
        (_("not determined by us"), lambda one: wording.number(one["undetermined"])),
    )
    return [(name, [tell(one["causes"]) for one in periods]) for name, tell in lines]


def right(told: Mapping[str, Any], what: str, of: str = "both_name_a_cause") -> str:
    """So many of so many; a share once they are enough for one.

    >>> right({"n": 3, "group_right": 2, "group_share": None}, "group", "n").replace(JOINED, " ")
    '2 of 3'
    """
    if not told[of]:
        return NOTHING
    if told[f"{what}_share"] is not None:
        return share(told[f"{what}_share"])
    counts = {"n": wording.number(told[f"{what}_right"]), "of": wording.number(told[of])}
    return (_("%(n)s of %(of)s") % counts).replace(" ", JOINED)


def share(told: Mapping[str, Any] | None) -> str:
    """A share with the interval that so few counts leave, and how many they are.

    >>> share({"value": 0.9, "low": 0.62, "high": 0.99, "n": 10}).replace(JOINED, " ").split(TO)
    ['90% (62', '99%, n = 10)']
    """
    if told is None:
        return NOTHING
    value, high = cldr.percent(told["value"]), cldr.percent(told["high"])
    low = cldr.number(round(100 * told["low"]))
    return f"{value} ({low}{TO}{high}, {_of(told['n'])})"


def lead(told: Mapping[str, Any] | None) -> str:
    """The median, the middle half where there is one, and of how many.

    >>> told = {"n": 9, "median_minutes": 12.0, "quartiles_minutes": [-3.0, 30.4]}
    >>> lead(told).replace(JOINED, " ")
    '12 (−3 to 30, n = 9)'
    """
    if told is None:
        return NOTHING
    middle, n = _signed(told["median_minutes"]), _of(told["n"])
    if told["quartiles_minutes"] is None:
        return f"{middle} ({n})"
    low, high = (_signed(minutes) for minutes in told["quartiles_minutes"])
    return _("%(middle)s (%(low)s to %(high)s, %(n)s)") % {
        "middle": middle,
        "low": low,
        "high": high,
        "n": n,
    }


def _of(n: int) -> str:
    return f"n{JOINED}={JOINED}{n}"


def _signed(minutes: float) -> str:
    whole = round(minutes)
    return f"−{-whole}" if whole < 0 else f"{whole}"
