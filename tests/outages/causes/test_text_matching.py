"""Phrases → where they occur."""

import pytest

from outages.causes.matching import Hit, Matcher, phrases_of
from outages.causes.phrases.families import cause_phrases, clearness, symptom_phrases
from outages.causes.taxonomy import KNOWN, SYMPTOMS, UNKNOWN
from outages.causes.words import words


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("power cut", "a power cut in town", (1, 3)),
        ("loss of power", "loss of our power", (0, 4)),
        ("power cut", "power was cut", None),
        ("power cut", "the powercut", None),
        ("power cut|failure", "sudden power failure", (1, 3)),
        ("power fail*", "power failed", (0, 2)),
        ("overload*", "overloading", (0, 1)),
        ("spike ~ traffic", "spike in traffic", (0, 3)),
        ("spike ~ traffic", "spike traffic", (0, 2)),
        ("spike ~ traffic", "spike in our total user traffic", (0, 6)),
        ("spike ~ traffic", "spike of very many new traffic", None),
        ("spike ~ traffic", "a spike. Traffic fell", None),
        # What is an article in one language may be half of a phrase in another.
        ("du a", "dû à une panne", (0, 2)),
        ("du a", "du lundi", None),
        ("on their side", "a fault on their side", (2, 5)),
        ("on their side", "a fault on our side", None),
        ("at !our|month end", "at the provider's end", (0, 4)),
        ("at !our|month end", "at our end", None),
        ("at !our|month end", "at month end", None),
        ("Überlast", "wegen ÜBERLAST", (1, 2)),
        ("kesinti*", "elektrik KESİNTİSİ", (1, 2)),
        ("बिजली ~ गुल", "बिजली फिर गुल", (0, 3)),
        # Not inside of a longer Hindi word.
        ("आग", "आगरा", None),
    ],
)
def test_a_phrase_is_found_where_it_stands(
    phrase: str, text: str, found: tuple[int, int] | None
) -> None:
    hits = Matcher({"one": [phrase]}).hits(words(text))
    assert hits == ([Hit("one", *found)] if found else [])


@pytest.mark.parametrize("phrase", ["~ power", "ab*", "po*|power", "!our end"])
def test_a_phrase_that_begins_with_too_little_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="begins with"):
        Matcher({"one": [phrase]})


def test_a_family_counts_once_at_a_word() -> None:
    matcher = Matcher({"one": ["power cut; power ~ cut; cut"]})
    assert matcher.hits(words("power cut")) == [Hit("one", 0, 2), Hit("one", 1, 2)]


@pytest.mark.parametrize("phrases", [cause_phrases(), symptom_phrases()])
def test_every_word_of_a_phrase_can_stand_in_a_text(phrases: dict[str, list[str]]) -> None:
    slots = {
        choice.rstrip("*")
        for texts in phrases.values()
        for phrase in phrases_of(texts)
        for part in phrase.split()
        if part != "~"
        for choice in part.removeprefix("!").split("|")
    }
    assert [choice for choice in slots if words(choice) != [choice]] == []


def test_every_family_speaks_for_a_known_label() -> None:
    assert {family.split(".")[0] for family in cause_phrases()} == {*KNOWN, UNKNOWN, "cue"}
    assert {family.split(".")[0] for family in symptom_phrases()} == {*SYMPTOMS, "cue"}


def test_what_only_hints_speaks_less_clearly_than_a_name() -> None:
    assert 0 < clearness("software_bug.weak") < clearness("software_bug.named") == 1
