"""Sentences that can be said in any language: a template and what stands in it.

The pure rooms know no catalogue of translations. They make a `Sentence`; `str()` says it in
English, and whoever knows the reader's language has it said by another `Tongue`
(outages/wording.py). The functions that make one have names that xgettext looks for, so that
`makemessages` and tests/messages find every template: `_`, `ngettext` and `gettext_noop`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Protocol, Union

import msgspec

MINUTES_IN_HOUR, MINUTES_IN_DAY = 60, 24 * 60
# From two hours on, a length is told in hours, and a usual one is meant to the half hour.
ROUGH_FROM, ROUGH_STEP = 120, 30

# A name that nobody translates, or a place's, which may be called something else in a language.
Name = Union[str, "Sentence"]
# Such a name or somebody's own words; a whole number; one with a decimal; names in a row; words
# that are translated by themselves.
Value = Union[str, int, float, tuple[Name, ...], "Sentence"]


class Tongue(Protocol):
    """A language: its words for a template, and how it writes numbers."""

    def one(self, template: str) -> str: ...
    def many(self, singular: str, plural: str, n: int) -> str: ...
    def whole(self, n: int) -> str: ...
    def decimal(self, n: float) -> str: ...
    def place(self, code: str, name: str) -> str: ...


@dataclass(frozen=True)
class Sentence:
    """Words with their values by name. `plural`: the template for any number `n` but one. `place`:
    the code of the place whose English name is all that the template is."""

    template: str
    values: Mapping[str, Value] = field(default_factory=dict)
    plural: str = ""
    n: int = 0
    place: str = ""

    def __str__(self) -> str:
        return self.said(ENGLISH)

    def said(self, tongue: Tongue) -> str:
        """The words in a language. A translation that names values that aren't there is not
        said: its English is."""
        if self.place:
            return tongue.place(self.place, self.template)
        template = self._template(tongue)
        # A template without values may hold a brace of its own.
        if not self.values:
            return template
        spoken = {name: _spoken(value, tongue) for name, value in self.values.items()}
        try:
            return template.format_map(spoken)
        except (LookupError, ValueError):
            return self._template(ENGLISH).format_map(spoken)

    def _template(self, tongue: Tongue) -> str:
        if self.plural:
            return tongue.many(self.template, self.plural, self.n)
        return tongue.one(self.template)

    def as_json(self) -> dict[str, Any]:
        """What `read` makes the same sentence of."""
        found: dict[str, Any] = msgspec.to_builtins(self)
        return found


class _English:
    """The language that templates are written in."""

    def one(self, template: str) -> str:
        return template

    def many(self, singular: str, plural: str, n: int) -> str:
        return singular if n == 1 else plural

    def whole(self, n: int) -> str:
        return f"{n:,}"

    def decimal(self, n: float) -> str:
        return f"{n:,.1f}"

    def place(self, code: str, name: str) -> str:
        return name


ENGLISH = _English()


def read(kept: Mapping[str, Any]) -> Sentence:
    """A sentence from its JSON form. Raises msgspec.ValidationError where it is none."""
    return msgspec.convert(kept, Sentence)


def gettext_noop(text: str) -> str:
    """Mark words for translators; what stands in a table is translated where it is said."""
    return text


def sentence(template: str, /, **values: Value) -> Sentence:
    """Words with their values. Modules call it `_`, as the marker for translators."""
    return Sentence(template, values)


def ngettext(singular: str, plural: str, n: int, /, **values: Value) -> Sentence:
    """Words that depend on a number, which stands in them as {n}."""
    return Sentence(singular, {"n": n, **values}, plural, n)


_ = sentence


def place(code: str, name: str) -> Sentence:
    """A country or a part of one, by its code and its English name."""
    return Sentence(name, place=code)


def percent(share: float) -> Sentence:
    """A share (0-1) as whole per cent; what is not nothing is not called so."""
    whole = round(100 * share)
    return _("{n}%", n=whole) if whole or share <= 0 else _("under 1%")


def about(value: float) -> Sentence:
    """An expectation: no more digits than it deserves."""
    if value < 1:
        return _("fewer than one")
    return _("about {n}", n=round(value))


def minutes(length: float) -> Sentence:
    """A length in minutes; at least one."""
    return ngettext("{n} minute", "{n} minutes", max(1, round(length)))


def stretch(length: float) -> Sentence:
    """A length that is counted in minutes, as "90 minutes", up to two hours."""
    return minutes(length) if length < ROUGH_FROM else duration(length)


def duration(length: float) -> Sentence:
    """A length in minutes as minutes, hours and minutes, or days and hours; at least a minute."""
    whole = max(1, round(length))
    days, rest = divmod(whole, MINUTES_IN_DAY)
    hours, left = divmod(rest, MINUTES_IN_HOUR)
    if days:
        both, more = ngettext("{n} day", "{n} days", days), _hours(hours) if hours else None
    elif hours:
        both, more = _hours(hours), minutes(left) if left else None
    else:
        return minutes(left)
    return both if more is None else _("{long} {short}", long=both, short=more)


def roughly(length: float) -> Sentence:
    """A usual length: to the half hour once it is longer than two hours."""
    if length < ROUGH_FROM:
        return duration(length)
    return duration(ROUGH_STEP * round(length / ROUGH_STEP))


def listed(names: tuple[Name, ...], *, most: int) -> Sentence:
    """ "A, B and C"; with more than `most`, "A, B and 5 more"."""
    if len(names) <= 1:
        return _("{name}", name=names[0] if names else "")
    # "and 1 more" would take as much room as the name.
    if len(names) > most + 1:
        left = len(names) - most
        return ngettext("{names} and {n} more", "{names} and {n} more", left, names=names[:most])
    return _("{names} and {last}", names=names[:-1], last=names[-1])


def in_a_row(names: tuple[Name, ...]) -> Sentence:
    """ "A, B, C"."""
    return _("{names}", names=names)


def _hours(n: int) -> Sentence:
    return ngettext("{n} hour", "{n} hours", n)


def _spoken(value: Value, tongue: Tongue) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Sentence):
        return value.said(tongue)
    if isinstance(value, tuple):
        return _in_a_row(value, tongue)
    return tongue.whole(value) if isinstance(value, int) else tongue.decimal(value)


def _in_a_row(names: tuple[Name, ...], tongue: Tongue) -> str:
    pair = tongue.one(gettext_noop("{names}, {next}"))
    spoken = [_spoken(name, tongue) for name in names]
    return reduce(lambda row, name: pair.format(names=row, next=name), spoken) if spoken else ""
