"""Explanations of everything that may befall a service: how they read, whatever the facts."""

import re
from collections import Counter
from dataclasses import replace
from itertools import islice, product
from typing import Any

import pytest

from outages.causes.signals import NoticeText
from outages.causes.taxonomy import UNKNOWN
from outages.explain import Explanation, Facts, Shared, explain
from tests import tongue
from tests.outages.explained import (
    CASES,
    CHANGE,
    FACTS,
    GRID,
    NETWORK,
    OVERLOAD,
    RELEASE,
    UNDETERMINED,
    at,
)

STATES = {
    "ongoing": FACTS,
    "over": replace(FACTS, state="resolved", resolved_at=at(17, 2)),
    "over for days": replace(FACTS, state="resolved", resolved_at=at(4, 2, 23), now=at(9, 0, 25)),
}
FIFTY = tuple(f"Region {n}" for n in range(50))
EXTENTS: dict[str, dict[str, Any]] = {
    "nowhere by itself": {"regions": (), "region_count": 0, "countries": ()},
    "one region": {"regions": ("Texas",), "region_count": 1, "scope": "regional"},
    "three regions": {"regions": ("Texas", "Ohio", "Iowa"), "region_count": 3},
    "fifty regions": {"regions": FIFTY[:12], "region_count": 50, "countries": ("A", "B", "C")},
    "everywhere": {"scope": "global"},
    "one network": {"scope": "network", "network": "Telco AS"},
    "one network without a name": {"scope": "network", "regions": (), "region_count": 0},
}
VERDICTS = {
    "nothing known": UNDETERMINED,
    "network": NETWORK,
    "release": RELEASE,
    "overload": OVERLOAD,
    "change": CHANGE,
    "grid": GRID,
}
COMMONS = {
    "alone": None,
    "with one": Shared("Edge Net", "cdn", 0.9, ("Photos",), ("Big Cloud",)),
    "possibly with two": Shared("Telco", "isp", 0.6, ("Photos", "Telco")),
    "with many": Shared("Acme", "operator", 0.99, tuple(f"Service {n}" for n in range(30))),
    "on a grid": Shared("Northern grid", "power_grid", 0.9, ("Telco", "Mobilo")),
    "as the culprit": Shared("Chatter", "isp", 0.9, ("Photos", "Mail")),
}
WORDS: dict[str, dict[str, Any]] = {
    "by signals": {},
    "by its operator": {
        "says": "official",
        "notices": (NoticeText("It was us.", "status", "official", at(16, 5)),),
    },
    "by a moderator": {"says": "moderator"},
}
EXTRAS: dict[str, dict[str, Any]] = {
    "alone": {},
    "one of each": {
        "observed": 1,
        "expected": 1.0,
        "window_minutes": 1,
        "z": 2.5,
        "works": 1,
        "discarded": {"honeypot": 1},
        "implicates": ("Mobilo",),
        "typical_minutes": 1.0,
        "typical_of": 1,
    },
    "many of each": {
        "observed": 178_284,
        "works": 2000,
        "discarded": {"duplicate": 5000, "few_networks": 41},
        "implicates": tuple(f"Rival {n}" for n in range(20)),
        "typical_minutes": 195.0,
        "typical_of": 12,
        "networks_known": False,
    },
}
NAMES = {
    *("Chatter", "Texas", "Ohio", "Iowa", "Telco AS", "Telco", "Mobilo", "Edge Net", "Big Cloud"),
    *("Photos", "Mail", "Maps", "Acme", "Northern grid", "Bavaria", "Berlin", "Hesse", "Saxony"),
    *("Germany", "Austria", "Region", "Service", "Rival", "It was us.", "UTC", "A", "B", "C"),
}


# One in eleven of all combinations: of any two parts every pair is among them.
STEP = 11


def whatever() -> list[Facts]:
    parts: tuple[dict[str, Any], ...] = (STATES, VERDICTS, COMMONS, EXTENTS, WORDS, EXTRAS)
    combined = product(*(part.values() for part in parts))
    found = []
    for facts, verdict, common, extent, said, extra in islice(combined, 0, None, STEP):
        # Somebody's word names a cause, or a group of them.
        if said and verdict.group == UNKNOWN:
            continue
        changes = {"verdict": verdict, "common_cause": common, **extent, **said, **extra}
        found.append(replace(facts, **changes))
    return found


ALL = [(facts, explain(facts)) for facts in whatever()]


def told(explanation: Explanation) -> str:
    return "\n".join([explanation.brief, *explanation.detail])


def sentences(text: str) -> list[str]:
    """A full stop inside a number or a name ends none."""
    return re.split(r"(?<=[.?”]) (?=[A-Z0-9])|\n", text)


WRONG = {
    "a hole": r"None|\bnan\b|\{|\}|_|  | $|^ ",
    "marks beside each other": r"\.\.|,,|, ?\.|;;|; ?\.| ,| \.|\(\)|“”",
    "a comma before since": r", since",
    "one of many": r"(?<![\d,.])1 (regions|people|reports|minutes|hours|incidents|times|more reg)",
    "a word twice": r"\b([a-z]+) \1\b",
    "an article before a name": r"\b[Tt]he (Chatter|Photos|Telco|Edge Net)\b",
    "a probability as a number": r"\b0\.\d|probability",
    "none of something": r"(?<![\d,.])0 (people|reports|regions|more)",
}


@pytest.mark.parametrize("trap", WRONG)
def test_no_explanation_falls_into(trap: str) -> None:
    found = {
        hit.group(0): text
        for _facts, explanation in ALL
        for text in told(explanation).split("\n")
        if (hit := re.search(WRONG[trap], text))
    }
    assert found == {}


def test_every_paragraph_ends_as_a_sentence() -> None:
    ends = {text[-1] for _facts, one in ALL for text in told(one).split("\n")}
    assert ends <= {".", "”"}


def test_the_short_answer_is_one_or_two_sentences_of_at_most_320_letters() -> None:
    briefs = {explanation.brief for _facts, explanation in ALL}
    assert max(map(len, briefs)) <= 320
    assert {len(sentences(brief)) for brief in briefs} <= {1, 2}
    assert not [brief for brief in briefs if "%" in brief or "z-score" in brief]


def test_the_long_answer_is_a_few_short_paragraphs() -> None:
    details = [explanation.detail for _facts, explanation in ALL]
    assert max(map(len, details)) <= 5
    assert max(len(text) for detail in details for text in detail) <= 900


def test_nothing_is_said_twice() -> None:
    for _facts, explanation in ALL:
        counts = Counter(sentences(told(explanation)))
        # What asks stands before what answers, and may ask again.
        assert [one for one, n in counts.items() if n > 1 and one[-1] != "?"] == []


def test_what_is_over_is_told_in_the_past() -> None:
    now = r"has had|have had|Affected are|cause is (?!.*“)|affects|becomes|report most|are probably"
    for facts, explanation in ALL:
        if facts.state == "resolved":
            assert not re.search(now, told(explanation))


def test_a_long_list_is_cut() -> None:
    for _facts, explanation in ALL:
        text = told(explanation)
        assert not re.search(r"(Region|Service|Rival) \d+(, | and )(\1 \d+(, | and )){9}", text)


def test_every_word_goes_through_the_catalogue() -> None:
    some = [facts for facts, _holds, _lacks in CASES.values()] + [one for one, _said in ALL[::5]]
    quotes = {" ".join(notice.text.split()) for facts in some for notice in facts.notices}
    names = NAMES | quotes | {"The Gazette", "The gazette", "word", "Ontario", "Edge", *"DEFGHIJKL"}
    # A month is CLDR's to translate.
    names.add("Oktobro")
    with tongue.reading():
        left = {
            word: text
            for facts in some
            for text in told(explain(facts)).split("\n")
            for word in tongue.unmarked(text, names=names)
        }
    assert left == {}
