"""Facts → the words of an incident's page."""

import re
from dataclasses import replace

import pytest

from outages.causes.signals import CauseVerdict
from outages.explain import Explanation, explain
from tests.outages.explained import (
    CASES,
    CHANGE,
    FACTS,
    NETWORK,
    OVERLOAD,
    RELEASE,
    UNDETERMINED,
    at,
)


def whole(explanation: Explanation) -> str:
    return "\n".join([explanation.brief, *explanation.detail])


@pytest.mark.parametrize("name", CASES)
def test_an_explanation_says_what_the_facts_hold(name: str) -> None:
    facts, holds, lacks = CASES[name]
    text = whole(explain(facts))
    for words in holds:
        assert words in text
    for words in lacks:
        assert words not in text


@pytest.mark.parametrize("state", ["ongoing", "resolved"])
@pytest.mark.parametrize("verdict", [UNDETERMINED, NETWORK, RELEASE, OVERLOAD, CHANGE])
def test_the_probability_is_told_in_words_only(state: str, verdict: CauseVerdict) -> None:
    facts = replace(FACTS, verdict=verdict, symptoms=(), resolved_at=at(16, 20))
    brief = explain(facts).brief
    assert "%" not in brief
    assert not re.search(r"0\.\d", brief)


def test_incidents_of_different_causes_read_differently() -> None:
    texts = {whole(explain(replace(FACTS, verdict=v))) for v in (UNDETERMINED, NETWORK, RELEASE)}
    assert len(texts) == 3
