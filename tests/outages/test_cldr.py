"""Numbers, dates and countries as the reader's language writes them."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from outages import cldr

AT = datetime(2026, 10, 4, 5, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "number", "percent", "day", "short", "country"),
    [
        ("en", "1,234,567.5", "12%", "4 October 2026", "4 Oct", "Germany"),
        ("de", "1.234.567,5", "12 %", "4. Oktober 2026", "4. Okt.", "Deutschland"),
        ("fr", "1 234 567,5", "12 %", "4 octobre 2026", "4 oct.", "Allemagne"),
        ("es", "1.234.567,5", "12 %", "4 de octubre de 2026", "4 oct", "Alemania"),
        ("pt", "1.234.567,5", "12%", "4 de outubro de 2026", "4 de out.", "Alemanha"),
        ("hi", "12,34,567.5", "12%", "4 अक्टूबर 2026", "4 अक्टू॰", "जर्मनी"),
        ("ar", "1,234,567.5", "12%", "4 أكتوبر 2026", "4 أكتوبر", "ألمانيا"),
    ],
)
def test_every_language_writes_in_its_own_way(
    language: str, number: str, percent: str, day: str, short: str, country: str
) -> None:
    with translation.override(language):
        said = [
            cldr.number(1234567.5, digits=1),
            cldr.percent(0.121),
            cldr.day(AT, year=True),
            cldr.day(AT, year=False, short=True),
            cldr.country("DE", "Germany"),
        ]
    spaces = {ord("\N{NO-BREAK SPACE}"): " ", ord("\N{NARROW NO-BREAK SPACE}"): " "}
    assert [text.translate(spaces) for text in said] == [number, percent, day, short, country]


def test_parts_of_countries_keep_the_catalogues_names() -> None:
    with translation.override("de"):
        assert cldr.country("US-GA", "Georgia") == "Georgia"
        assert cldr.country("GE", "Georgia") == "Georgien"
        assert cldr.country("QQ", "Nowhere") == "Nowhere"


def test_in_english_a_country_has_the_name_that_the_catalogue_has() -> None:
    with translation.override("en"):
        assert cldr.country("TR", "Turkey") == "Turkey"


@pytest.mark.parametrize(("value", "text"), [(3.25, "3,25"), (8.0, "8"), (1000, "1.000")])
def test_a_number_that_somebody_set_keeps_its_digits(value: float, text: str) -> None:
    with translation.override("de"):
        assert cldr.exact(value) == text


def test_accents_do_not_put_a_name_at_the_end() -> None:
    assert sorted(["Zypern", "Ägypten", "Belgien"], key=cldr.alphabetical)[0] == "Ägypten"
