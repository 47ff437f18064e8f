"""Numbers, times and lists as a person would write them, in the language that is active."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outages import cldr
from outages.causes import sentence
from outages.causes.sentence import Sentence

# Before these names English says "the" within a sentence; most names go without.
WITH_THE = frozenset(
    {
        *("Bahamas", "Central African Republic", "Comoros", "Congo", "District of Columbia"),
        "Democratic Republic of the Congo",
        *("Dominican Republic", "Gambia", "Isle of Man"),
        *("British Indian Ocean Territory", "French Southern Territories", "Maldives"),
        *("Netherlands", "Northern Territory", "Philippines", "Seychelles"),
        *("United Arab Emirates", "United Kingdom", "United States"),
    }
)


class _Active:
    """The language that is active, as a tongue."""

    def one(self, template: str) -> str:
        # The catalogue answers an empty text with its own header.
        return _(template) if template else ""

    def many(self, singular: str, plural: str, n: int) -> str:
        return ngettext(singular, plural, n)

    def whole(self, n: int) -> str:
        return number(n)

    def decimal(self, n: float) -> str:
        return decimal(n)

    def place(self, code: str, name: str) -> str:
        return cldr.country(code, name)


ACTIVE = _Active()


def said(what: Sentence) -> str:
    """A sentence in the language that is active."""
    return what.said(ACTIVE)


def word(text: str) -> str:
    """A word of the catalogue's files, as a symptom or a kind of service; what somebody entered
    beside these stays as it is."""
    # The catalogue of translations answers an empty text with its own header.
    return _(text) if text else ""


def comma() -> str:
    """What stands between two names in a row, with its space."""
    return _("{names}, {next}").format(names="", next="")


def listed(names: Sequence[str], *, most: int) -> str:
    """ "A, B and C"; with more than `most`, "A, B and 5 more"."""
    return said(sentence.listed(tuple(names), most=most))


def places(names: Sequence[str], *, most: int) -> str:
    """Like `listed`, for names of regions or countries."""
    return listed([placed(name) for name in names], most=most)


def places_of(names: Sequence[str], count: int, *, most: int) -> str:
    """Like `places` for regions, of which `count` exist and perhaps fewer are named."""
    named = [placed(name) for name in names[:most]]
    left = count - len(named)
    if left <= 0:
        return listed(named, most=most)
    row = said(sentence.in_a_row(tuple(named)))
    return ngettext("{names} and {n} more region", "{names} and {n} more regions", left).format(
        names=row, n=number(left)
    )


def placed(region: str) -> str:
    """A region's or a country's name for the middle of a sentence."""
    if cldr.is_english() and (region in WITH_THE or region.endswith(" Islands")):
        return f"the {region}"
    return region


def number(value: int) -> str:
    """Thousands apart: 1,204."""
    return cldr.number(value)


def decimal(value: float) -> str:
    """With one digit after the point."""
    return cldr.number(value, digits=1)


def percent(share: float) -> str:
    """A share (0-1) as whole per cent."""
    return said(sentence.percent(share))


def about(value: float) -> str:
    """An expectation: no more digits than it deserves."""
    return said(sentence.about(value))


def stretch(length: float) -> str:
    """A length that is counted in minutes, as "90 minutes", up to two hours."""
    return said(sentence.stretch(length))


def duration(length: float) -> str:
    """A length in minutes as minutes, hours and minutes, or days and hours; at least a minute."""
    return said(sentence.duration(length))


def roughly(length: float) -> str:
    """A usual length: to the half hour once it is longer than two hours."""
    return said(sentence.roughly(length))


def moment(at: datetime, now: datetime) -> str:
    """A time of day in UTC, with the day where it isn't today's: "15:39 UTC on 4 October"."""
    clock = _("{time} UTC").format(time=cldr.hours(at))
    if at.date() == now.date():
        return clock
    return _("{clock} on {day}").format(clock=clock, day=_day(at, now))


def span(start: datetime, end: datetime, now: datetime) -> str:
    """From when to when, and how long that was."""
    is_one_day = start.date() == end.date()
    return _("from {start} to {end} ({lasted})").format(
        start=cldr.hours(start) if is_one_day else moment(start, now),
        end=moment(end, now),
        lasted=duration(minutes_between(start, end)),
    )


def minutes_between(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds() / 60


def _day(at: datetime, now: datetime) -> str:
    return cldr.day(at, year=at.year != now.year)
