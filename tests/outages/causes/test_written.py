"""What is kept of an explanation is read as what it was."""

import json
from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outages.causes import written
from outages.causes.account import Facts
from outages.causes.sentence import Sentence
from outages.causes.signals import CauseVerdict, Line

NAMES = st.text(st.characters(codec="utf-8"), max_size=8)
MOMENTS = st.datetimes(timezones=st.just(UTC))
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
# Templates are the project's own: none is broken.
TEMPLATES = NAMES.map(lambda text: text.replace("{", "").replace("}", ""))
VALUES = st.recursive(
    NAMES | st.integers(-(2**53), 2**53) | NUMBERS | st.lists(NAMES, max_size=3).map(tuple),
    lambda inner: st.builds(Sentence, TEMPLATES, st.dictionaries(NAMES, inner, max_size=2)),
    max_leaves=4,
)
SENTENCES = st.builds(
    Sentence, TEMPLATES, st.dictionaries(NAMES, VALUES, max_size=3), TEMPLATES, st.integers(0, 9)
)
LINES = st.builds(
    Line,
    signal=NAMES,
    value=NAMES,
    weight=NUMBERS,
    says=SENTENCES,
    supports=NAMES,
    weights=st.lists(st.tuples(NAMES, NUMBERS), max_size=2).map(tuple),
)
VERDICTS = st.builds(
    CauseVerdict,
    category=NAMES,
    group=NAMES,
    alternatives=st.lists(st.tuples(NAMES, NAMES, NUMBERS), max_size=2).map(tuple),
    evidence=st.lists(LINES, max_size=2).map(tuple),
    leading=NAMES,
    probability=NUMBERS,
)
FACTS = st.builds(
    Facts,
    service_name=NAMES,
    now=MOMENTS,
    started_at=MOMENTS,
    declared_at=MOMENTS,
    resolved_at=st.none() | MOMENTS,
    regions=st.lists(NAMES, max_size=3).map(tuple),
    countries=st.lists(NAMES, max_size=3).map(tuple),
    expected=NUMBERS,
    z=NUMBERS,
    verdict=VERDICTS,
    implicates=st.lists(NAMES, max_size=3).map(tuple),
    discarded=st.dictionaries(NAMES, st.integers(0, 9), max_size=3),
    typical_minutes=st.none() | NUMBERS,
)


@given(facts=FACTS)
@settings(max_examples=60, deadline=None)
def test_kept_facts_are_read_as_they_were(facts: Facts) -> None:
    assert written.facts_of(json.loads(json.dumps(written.facts_json(facts)))) == facts


@given(line=LINES)
@settings(max_examples=60, deadline=None)
def test_a_kept_line_is_read_as_it_was_and_has_its_english_beside(line: Line) -> None:
    kept = json.loads(json.dumps(written.line_json(line)))
    assert written.line_of(kept) == line
    assert kept["says"] == str(line.says)


def test_a_line_from_before_sentences_were_kept_still_reads() -> None:
    old = {
        "signal": "onset",
        "value": "2",
        "weight": 0.6,
        "says": "Reports rose {at once}.",
        "supports": "software_bug",
        "weights": [["software_bug", 0.6]],
    }
    line = written.line_of(old)
    assert str(line.says) == "Reports rose {at once}."
    assert line.weights == (("software_bug", 0.6),)


@given(facts=FACTS)
@settings(max_examples=5, deadline=None)
def test_facts_of_another_form_are_left_alone(facts: Facts) -> None:
    kept = written.facts_json(replace(facts, works=3))
    assert written.facts_of({}) is None
    assert written.facts_of({**kept, "version": written.VERSION + 1}) is None
    assert written.facts_of({**kept, "works": "three"}) is None
    # A member that a later version adds, or that this one has and an earlier had not.
    del kept["works"]
    assert written.facts_of({**kept, "more": 1}) == replace(facts, works=0)


@pytest.mark.parametrize("kept", [{}, {"sentence": {}}, {"sentence": {"template": 4}}])
def test_without_a_sentence_its_english_is_said(kept: dict[str, object]) -> None:
    assert str(written.said_in({**kept, "text": "It ended."}, english="text")) == "It ended."
