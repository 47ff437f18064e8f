"""How the reader's language writes numbers and dates, and what it calls countries: CLDR (Unicode's
Common Locale Data Repository) as Babel carries it.

Digits are those that stand in charts and addresses too, 0 to 9, in every language. What parts of
countries are called is in no package that knows all of these languages; they keep the catalogue's
names.
"""

import unicodedata
from datetime import datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent
from django.utils.translation import get_language

# The day before the month, as in the other languages here.
ENGLISH = "en_GB"
COUNTRY_LETTERS = 2
# A page with a chart has a thousand numbers, most of them small; each takes 30 microseconds.
NUMBERS_KEPT = 8192


def number(value: float, *, digits: int = 0) -> str:
    """With its thousands apart and so many digits after the point: 1,204.5."""
    return _number(get_language() or "en", round(value, digits), digits)


def exact(value: float) -> str:
    """With all the digits that it has."""
    return number(value, digits=len(f"{value:.6f}".rstrip("0").partition(".")[2]))


def percent(share: float, *, digits: int = 0) -> str:
    """A share (0-1) in per cent, with its sign where the language puts it."""
    pattern: str = _active().percent_formats[None].pattern
    return format_percent(
        round(100 * share, digits) / 100,
        format=pattern.replace("0", f"0{_places(digits)}", 1) if digits else pattern,
        locale=_active(),
    )


def day(at: datetime, *, year: bool, short: bool = False) -> str:
    """A day and its month, "4 October" or in `short` "4 Oct", with the year where it is wanted."""
    if year and not short:
        return format_date(at, "long", locale=_active())
    return format_skeleton(f"{'y' * year}{'MMM' if short else 'MMMM'}d", at, locale=_active())


def month(at: datetime) -> str:
    """A month with its year, as a heading: "October 2026"."""
    return format_skeleton("yMMMM", at, locale=_active())


def month_alone(at: datetime) -> str:
    """A month, short and without its year: "Oct"."""
    return format_date(at, "LLL", locale=_active())


def hours(at: datetime) -> str:
    """A time of day by 24 hours: "15:39"."""
    return f"{at:%H:%M}"


def country(code: str, name: str) -> str:
    """What a country is called; any other place, and every one in English, has its `name`."""
    if len(code) != COUNTRY_LETTERS or is_english():
        return name
    return str(_active().territories.get(code, name))


def is_english() -> bool:
    return (get_language() or "en").partition("-")[0] == "en"


def alphabetical(name: str) -> str:
    """What names are sorted by: accents and case count for nothing, as in most dictionaries."""
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=NUMBERS_KEPT)
def _number(language: str, value: float, digits: int) -> str:
    locale = _locale(language)
    return format_decimal(value, format=_whole_pattern(locale) + _places(digits), locale=locale)


def _whole_pattern(locale: Locale) -> str:
    """The language's pattern of whole numbers: "#,##0", in Hindi "#,##,##0"."""
    pattern: str = locale.decimal_formats[None].pattern
    return pattern.partition(".")[0]


def _places(digits: int) -> str:
    return f".{'0' * digits}" if digits else ""


def _active() -> Locale:
    return _locale(get_language() or "en")


@lru_cache(maxsize=16)
def _locale(language: str) -> Locale:
    base = language.partition("-")[0]
    try:
        return Locale.parse(ENGLISH if base == "en" else base)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(ENGLISH)
