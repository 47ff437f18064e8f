"""Numbers, times and lists as a person would write them (for explain.py)."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MINUTES_IN_HOUR, MINUTES_IN_DAY = 60, 24 * 60
# From two hours on, a usual length is meant to the half hour.
ROUGH_FROM, ROUGH_STEP = 120, 30


def listed(names: Sequence[str], *, most: int) -> str:
    """ "A, B and C"; with more than `most`, "A, B and 5 more"."""
    if len(names) <= 1:
        return "".join(names)
    # "and 1 more" would take as much room as the name.
    if len(names) > most + 1:
        return _("{names} and {n} more").format(
            names=", ".join(names[:most]), n=number(len(names) - most)
        )
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def listed_of(names: Sequence[str], count: int, *, most: int) -> str:
    """Like `listed` for regions, of which `count` exist and perhaps fewer are named."""
    named = names[:most]
    left = count - len(named)
    if left <= 0:
        return listed(named, most=most)
    return ngettext("{names} and {n} more region", "{names} and {n} more regions", left).format(
        names=", ".join(named), n=number(left)
    )


def number(value: int) -> str:
    """Thousands apart: 1,204."""
    return f"{value:,}"


def about(value: float) -> str:
    """An expectation: no more digits than it deserves."""
    if value < 1:
        return _("fewer than one")
    return _("about {n}").format(n=number(round(value)))


def duration(length: float) -> str:
    """A length in minutes as minutes, hours and minutes, or days and hours; at least a minute."""
    whole = max(1, round(length))
    days, rest = divmod(whole, MINUTES_IN_DAY)
    hours, left = divmod(rest, MINUTES_IN_HOUR)
    if days:
        parts = [_days(days), _hours(hours)]
    elif hours:
        parts = [_hours(hours), minutes(left) if left else ""]
    else:
        return minutes(left)
    return " ".join(part for part in parts if part)


def roughly(length: float) -> str:
    """A usual length: to the half hour once it is longer than two hours."""
    if length < ROUGH_FROM:
        return duration(length)
    return duration(ROUGH_STEP * round(length / ROUGH_STEP))


def moment(at: datetime, now: datetime) -> str:
    """A time of day in UTC, with the day where it isn't today's: "15:39 UTC on 4 October"."""
    clock = f"{at:%H:%M} UTC"
    if at.date() == now.date():
        return clock
    return _("{clock} on {day}").format(clock=clock, day=_day(at, now))


def span(start: datetime, end: datetime, now: datetime) -> str:
    """From when to when, and how long that was."""
    lasted = duration(minutes_between(start, end))
    if start.date() != end.date():
        return _("from {start} to {end} ({lasted})").format(
            start=moment(start, now), end=moment(end, now), lasted=lasted
        )
    return _("from {start} to {end} ({lasted})").format(
        start=f"{start:%H:%M}", end=moment(end, now), lasted=lasted
    )


def minutes_between(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds() / 60


def _day(at: datetime, now: datetime) -> str:
    return date_format(at, "j F" if at.year == now.year else "j F Y")


def _days(n: int) -> str:
    return ngettext("{n} day", "{n} days", n).format(n=n)


def _hours(n: int) -> str:
    return ngettext("{n} hour", "{n} hours", n).format(n=n) if n else ""


def minutes(n: int) -> str:
    """A length that is meant in minutes, however many."""
    return ngettext("{n} minute", "{n} minutes", n).format(n=n)
