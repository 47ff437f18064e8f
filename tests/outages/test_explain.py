"""Facts → the words of an incident's page."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from outages.causes.sentence import Sentence
from outages.causes.signals import CauseVerdict, Line, NoticeText, Signals, judge
from outages.explain import Earlier, Explanation, Facts, Shared, SymptomShare, explain

UNDETERMINED = judge(Signals())
NETWORK = judge(
    Signals(
        service_kind="provider",
        symptom_counts={"no_connection": 200, "slow": 20},
        affected_regions=1,
        active_regions=9,
        network_lift=4.1,
        onset_minutes=2,
    )
)
RELEASE = judge(
    Signals(
        symptom_counts={"app_crash": 300, "login": 40},
        affected_regions=18,
        active_regions=20,
        onset_minutes=22,
        release_last_24h=True,
    )
)
OVERLOAD = judge(
    Signals(symptom_counts={"slow": 4, "server_error": 3, "login": 3}, onset_minutes=20)
)
CHANGE = CauseVerdict(
    category="unknown",
    group="change",
    confidence="possible",
    probability=0.6,
    alternatives=(
        ("configuration_error", "change", 0.3),
        ("software_update", "change", 0.2),
        ("software_bug", "technical_fault", 0.2),
    ),
    evidence=(
        Line(
            signal="onset",
            value="2",
            weight=0.6,
            says=Sentence("Reports rose all at once, within 2 minutes."),
            supports="configuration_error",
            weights=(("configuration_error", 0.6), ("software_update", -0.3)),
        ),
    ),
    leading="configuration_error",
)


def at(hour: int, minute: int, day: int = 20) -> datetime:
    return datetime(2025, 10, day, hour, minute, tzinfo=UTC)


FACTS = Facts(
    service_name="Chatter",
    state="ongoing",
    now=at(16, 40),
    started_at=at(15, 39),
    declared_at=at(15, 42),
    scope="multi_region",
    regions=("Bavaria", "Berlin", "Hesse", "Saxony"),
    region_count=14,
    countries=("Germany", "Austria"),
    observed=1412,
    expected=8.7,
    window_minutes=60,
    z=38.04,
    symptoms=(SymptomShare("nothing loads", 0.5, 0.2), SymptomShare("slow", 0.1, 0.1)),
    verdict=UNDETERMINED,
)
PLATFORM = Shared("Acme's platform", "operator", 0.99, ("Photos", "Mail", "Maps"), ("Big Cloud",))

CASES: dict[str, tuple[Facts, tuple[str, ...], tuple[str, ...]]] = {
    "nothing is known of the cause": (
        replace(FACTS, regions=(), region_count=0, observed=1, expected=0.2, symptoms=()),
        (
            "Chatter has had problems in some places since 15:39 UTC.",
            "The cause is not determined yet.",
            "1 person reported problems, where fewer than one would be usual",
            "The reports don't say what exactly is wrong.",
            "so that we name none",
        ),
        ("times as many", "likely", "Affected", "What would change"),
    ),
    "a shared platform": (
        replace(
            FACTS,
            scope="global",
            common_cause=PLATFORM,
            implicates=("Telco", "Mobilo"),
            typical_minutes=47,
            typical_of=12,
        ),
        (
            "nearly everywhere, most of all in Bavaria, Berlin and Hesse, since 15:39 UTC",
            "already longer than its earlier incidents usually lasted (about 47 minutes)",
            "The likely cause is a failure at Acme's platform,"
            " which took Photos, Mail and Maps down as well; what set that off is not known.",
            "Reports about Telco and Mobilo are probably about this",
            "found less likely: Big Cloud.",
            "1,412 people reported problems, where about 9 would be usual (162 times as many)",
            "Affected: Bavaria, Berlin, Hesse, Saxony and 10 more regions, in Germany and Austria.",
            "nothing loads (50%, usually 20%) and slow (10%)",
            "12 earlier incidents",
        ),
        ("A possible cause",),
    ),
    "a shared provider that is only possible": (
        replace(FACTS, common_cause=Shared("Edge Net", "cdn", 0.6, ("Photos",))),
        (
            "A possible cause is a failure at Edge Net,"
            " which would explain the problems of Photos too.",
        ),
        ("likely cause is",),
    ),
    "the culprit's own page": (
        replace(
            FACTS, service_name="Edge Net", common_cause=Shared("Edge Net", "cdn", 0.9, ("Photos",))
        ),
        (
            "Services that depend on it went down with it, among them Photos;",
            "Down at the same time: Photos. It depends on Edge Net.",
        ),
        ("took",),
    ),
    "one network": (
        replace(
            FACTS,
            scope="regional",
            regions=("Ontario",),
            region_count=1,
            countries=("Canada",),
            verdict=NETWORK,
            typical_minutes=195,
            typical_of=4,
            previous=Earlier(at(7, 10, 3), at(11, 40, 3)),
        ),
        (
            "in Ontario since 15:39 UTC; its earlier incidents usually lasted about 3 hours",
            "The likely cause is a network failure.",
            "Why a network failure?",
            "4.1 times their usual share of the reports",
            "What would change this answer?",
            "The last one was from 07:10 to 11:40 UTC on 3 October (4 hours 30 minutes).",
        ),
        ("possible",),
    ),
    "a resolved incident": (
        replace(
            FACTS,
            state="resolved",
            started_at=at(15, 39, 19),
            declared_at=at(15, 40, 19),
            resolved_at=at(17, 2, 19),
            verdict=RELEASE,
            discarded={"duplicate": 41, "limited": 1, "honeypot": 0},
            works=1,
        ),
        (
            "Chatter had problems in 14 regions, most of all in Bavaria, Berlin and Hesse,"
            " from 15:39 to 17:02 UTC on 19 October (1 hour 23 minutes).",
            "The likely cause was a software update or release.",
            "At its worst 1,412 people reported problems within 60 minutes",
            "What people reported most",
            "1 person told us that it works for them.",
            "42 reports were not counted: 41 from people who had reported already"
            " and 1 over the limit for one person or network.",
        ),
        ("has had", "would change", " is affected", " are affected"),
    ),
    "only a possible cause": (
        replace(FACTS, verdict=OVERLOAD, networks_known=False),
        (
            "A possible cause is overload, but the signals don't settle it yet.",
            "Why possibly overload?",
            "Could it be a fault in its own software instead?",
            "A fault in its own software becomes likelier if the operator names a fault",
            "guard against many reports from few networks is off",
        ),
        ("The likely cause",),
    ),
    "only the group": (
        replace(FACTS, verdict=CHANGE),
        (
            "It is possibly a change to the service (a release, a setting or maintenance);"
            " more can't be told yet.",
            "Of this group a configuration or operator error fits best",
        ),
        ("likely cause",),
    ),
    "the operator's word": (
        replace(
            FACTS,
            says="official",
            verdict=replace(CHANGE, category="configuration_error"),
            notices=(
                NoticeText("A router was\nmisconfigured.", "status", "official", at(16, 5)),
                NoticeText("word " * 200, "status", "The Gazette"),
            ),
        ),
        (
            "According to its operator the cause is a configuration or operator error.",
            "The operator of Chatter wrote at 16:05 UTC: “A router was misconfigured.”",
            "The Gazette wrote: “word word",
            "word …”",
        ),
        ("Why", "they don't replace it"),
    ),
    "a notice beside an inference": (
        replace(
            FACTS,
            verdict=NETWORK,
            notices=(NoticeText("All systems operational.", "status", "official", at(16, 0, 19)),),
        ),
        (
            "wrote at 16:00 UTC on 19 October: “All systems operational.”",
            "quoted beside our answer; they don't replace it",
            "The likely cause is a network failure.",
        ),
        (),
    ),
    "a withdrawn incident": (
        replace(FACTS, state="retracted", resolved_at=at(16, 0), discarded={"few_networks": 5000}),
        (
            "At 15:42 UTC we declared problems with Chatter, and have withdrawn that since",
            "5,000 reports were not counted: from too few networks to be independent.",
        ),
        ("cause", "has had"),
    ),
}


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


@pytest.mark.parametrize("name", CASES)
def test_an_explanation_is_plain_language(name: str) -> None:
    facts, _holds, _lacks = CASES[name]
    explanation = explain(facts)
    for paragraph in (explanation.brief, *explanation.detail):
        assert paragraph == paragraph.strip() != ""
        assert paragraph[-1] in ".”"
        assert not re.search(r"None|\bnan\b|\{|\}|_|  |\.\.|,,|, ?\.|;;|; ?\.| ,| \.", paragraph)
        assert not re.search(r"\b1 (regions|people|reports|minutes|hours|incidents)\b", paragraph)
    # One or two sentences; a full stop inside a number or a name doesn't end one.
    assert len(re.findall(r"\.(?= [A-Z]|$)", explanation.brief)) <= 2


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
