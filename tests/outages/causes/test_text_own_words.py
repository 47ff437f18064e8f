"""Texts without the phrases that only their own company uses."""

import numpy as np

from outages.causes.reader import Phrasing
from tests.benchmarks.own_words import without_own_words

PHRASES = {
    "power.named": ["power cut; mains ~ gone", "blackout"],
    "load.named": ["too busy"],
    "cue.denies": ["no"],
}
PHRASING = Phrasing.of(("power", "load"), PHRASES)


def struck(*texts: tuple[str, str]) -> list[np.ndarray]:
    numbers = without_own_words(
        PHRASING, PHRASES, [text for text, _ in texts], [company for _, company in texts]
    )
    return [one.plain for one in numbers]


def as_it_is(text: str) -> np.ndarray:
    return PHRASING.numbers(text).plain


def test_a_phrase_that_one_company_uses_is_struck_out_of_its_texts() -> None:
    alone, again, other = struck(("Blackout!", "a"), ("a blackout", "a"), ("too busy", "b"))
    assert (alone == as_it_is("Word!")).all()
    assert (again == as_it_is("a word")).all()
    assert (other == as_it_is("other words")).all()


def test_a_phrase_that_two_companies_use_is_kept() -> None:
    first, second = struck(("a power cut", "a"), ("power cut and blackout", "b"))
    assert (first == as_it_is("a power cut")).all()
    assert (second == as_it_is("power cut and nothing")).all()


def test_grammar_belongs_to_nobody() -> None:
    denied, _ = struck(("no power cut", "a"), ("power cut", "b"))
    assert (denied == as_it_is("no power cut")).all()
    assert (denied != as_it_is("a power cut")).any()
