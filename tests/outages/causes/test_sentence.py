"""Sentences: in English, in another language, and kept."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from outages.causes.sentence import (
    ENGLISH,
    Sentence,
    about,
    duration,
    listed,
    ngettext,
    percent,
    place,
    read,
    sentence,
)
from outages.causes.taxonomy import SYMPTOM_SAYS

DATA = Path(__file__).parents[3] / "reports" / "data"


class Backwards:
    """A language with other words in another order, and numbers of its own."""

    WORDS = {
        "{name} fell by {much}.": "Um {much} fiel {name}.",
        "{n} hour": "{n} Stunde",
        "{n} hours": "{n} Stunden",
        "a cable": "ein Kabel",
        "{names}, {next}": "{names}; {next}",
        "{a} of {b}": "{b} ohne {c}",
    }

    def one(self, template: str) -> str:
        return self.WORDS.get(template, template)

    def many(self, singular: str, plural: str, n: int) -> str:
        return self.one(singular if n < 2 else plural)

    def whole(self, n: int) -> str:
        return f"{n:,}".replace(",", ".")

    def decimal(self, n: float) -> str:
        return ENGLISH.decimal(n).replace(".", ",")

    def place(self, code: str, name: str) -> str:
        return {"DE": "Deutschland"}.get(code, name)


BOTH = [
    (sentence("{name} fell by {much}.", name="AT&T {x}", much=4.12), "AT&T {x} fell by 4.1."),
    (sentence("It was {what}.", what=sentence("a cable")), "It was a cable."),
    (ngettext("{n} hour", "{n} hours", 1), "1 hour"),
    (ngettext("{n} hour", "{n} hours", 2000), "2,000 hours"),
    (sentence("In {names}.", names=("A", "B", "C")), "In A, B, C."),
    (sentence("{share} of all", share=percent(0.456)), "46% of all"),
    (percent(0.004), "under 1%"),
    (percent(0.0), "0%"),
    (listed((place("DE", "Germany"), "Meta"), most=3), "Germany and Meta"),
    (sentence("Without values {braces} stay."), "Without values {braces} stay."),
]


@pytest.mark.parametrize(("one", "english"), BOTH)
def test_it_speaks_english(one: Sentence, english: str) -> None:
    assert str(one) == english


@pytest.mark.parametrize("one", [one for one, _english in BOTH])
def test_what_is_kept_as_json_is_read_as_the_same(one: Sentence) -> None:
    assert read(json.loads(json.dumps(one.as_json()))) == one


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (sentence("{name} fell by {much}.", name="AT&T", much=4.12), "Um 4,1 fiel AT&T."),
        (sentence("It was {what}.", what=sentence("a cable")), "It was ein Kabel."),
        (ngettext("{n} hour", "{n} hours", 0), "0 Stunde"),
        (ngettext("{n} hour", "{n} hours", 2000), "2.000 Stunden"),
        (listed(("A", "B", "C"), most=3), "A; B and C"),
        (
            listed((place("DE", "Germany"), place("DE-BE", "Berlin")), most=3),
            "Deutschland and Berlin",
        ),
        # Names are nobody's to translate, even where they are spelled like words.
        (sentence("{who}", who="a cable"), "a cable"),
    ],
)
def test_another_language_orders_words_and_counts_as_it_likes(one: Sentence, text: str) -> None:
    assert one.said(Backwards()) == text


def test_a_translation_that_names_what_is_not_there_leaves_it_in_english() -> None:
    assert sentence("{a} of {b}", a=1, b=2).said(Backwards()) == "1 of 2"


@pytest.mark.parametrize("length", [0.0, 0.4, 1, 59.6, 60, 61, 1439.7, 1440, 1501, 100_000])
def test_a_length_counts_one_of_a_thing_as_one(length: float) -> None:
    text = str(duration(length))
    assert not re.search(r"\b1 (minutes|hours|days)|\b0 |\b([2-9]|\d\d+) (minute|hour|day)\b", text)


def test_an_expectation_has_no_more_digits_than_it_deserves() -> None:
    assert [str(about(value)) for value in (0.0, 0.99, 1.4, 1234.5)] == [
        "fewer than one",
        "fewer than one",
        "about 1",
        "about 1,234",
    ]


def test_symptoms_are_called_what_the_catalogue_calls_them() -> None:
    found = tomllib.loads((DATA / "symptoms.toml").read_text())["symptom"]
    assert {one["slug"]: one["says"] for one in found} == SYMPTOM_SAYS
