"""Facts to be explained, and what the words about them must hold and must not."""

from dataclasses import replace
from datetime import UTC, datetime

from outages.causes.sentence import minutes, sentence
from outages.causes.signals import (
    CauseVerdict,
    Line,
    NoticeText,
    SharedDependency,
    Signals,
    judge,
)
from outages.explain import Earlier, Facts, Shared, SymptomShare

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
GRID = judge(
    Signals(
        service_kind="provider",
        symptom_counts={"no_connection": 300, "power_cut": 200},
        onset_minutes=2,
        providers_down_in_area=6,
        all_isps_share=0.9,
        shared_dependency=SharedDependency("north", "Northern grid", "power_grid", 0.95),
    )
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
            says=sentence("Reports rose all at once, within {length}.", length=minutes(2)),
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
    symptoms=(
        SymptomShare("pages or the app not loading", 0.5, 0.2),
        SymptomShare("very slow service", 0.1, 0.1),
    ),
    verdict=UNDETERMINED,
)
PLATFORM = Shared("Acme", "operator", 0.99, ("Photos", "Mail", "Maps"), ("Big Cloud",))

CASES: dict[str, tuple[Facts, tuple[str, ...], tuple[str, ...]]] = {
    "nothing is known of the cause": (
        replace(FACTS, regions=(), region_count=0, observed=1, expected=0.2, symptoms=()),
        (
            "Chatter has had problems in some places since 15:39 UTC. The cause is not",
            "1 person reported problems in the last 60 minutes, where fewer than one would be",
            "That has a z-score (how surprising it is) of 38.0.",
            "The reports don't say what exactly is wrong.",
            "so we name none",
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
            "Chatter has had problems in most regions since 15:39 UTC;"
            " that is longer than its earlier incidents usually lasted (about 47 minutes).",
            "The likely cause is a failure of Acme’s platform,"
            " which also affects Photos, Mail and Maps; what set that off is not known.",
            "All these services stand on Acme’s platform: one failure there would explain them",
            "Reports about Telco and Mobilo are probably about this",
            "found less likely: Big Cloud.",
            "1,412 people reported problems in the last 60 minutes, where about 9 would be usual."
            " That is about 160 times as many",
            "Hesse, Saxony and 10 more regions (Germany and Austria).",
            "pages or the app not loading (50%, usually 20%) and very slow service (10%)",
            "12 earlier incidents",
        ),
        ("A possible cause", "Photos, Mail and Maps went down"),
    ),
    "more services of a vendor than a sentence holds": (
        replace(FACTS, common_cause=Shared("Edge Net", "cdn", 0.9, tuple("ABCDEFGHIJKL"))),
        (
            "a failure at Edge Net, which also affects A, B, C and 9 more.",
            "A, B, C, D, E, F, G, H and 4 more went down at the same time and stand on Edge Net",
        ),
        ("All these services",),
    ),
    "a shared provider that is only possible": (
        replace(FACTS, common_cause=Shared("Edge Net", "cdn", 0.6, ("Photos",))),
        (
            "A possible cause is a failure at Edge Net,"
            " which would explain the problems of Photos too.",
        ),
        ("likely cause is",),
    ),
    "a victim among others of whom one is the culprit": (
        replace(FACTS, common_cause=Shared("Telco", "isp", 0.9, ("Telco",)), verdict=NETWORK),
        ("The likely cause is a failure at Telco.", "What else points to it?"),
        ("also affects", "Telco stand", "go through Telco"),
    ),
    "the culprit's own page": (
        replace(
            FACTS,
            service_name="Edge Net",
            common_cause=Shared("Edge Net", "cdn", 0.9, ("Photos", "Edge Net")),
            verdict=RELEASE,
        ),
        (
            "The likely cause is a software update or release;"
            " Photos, which depends on Edge Net, went down with it.",
        ),
        ("failure at Edge Net", "Edge Net stand", "All these"),
    ),
    "the culprit's own page under another name": (
        replace(
            FACTS,
            service_name="Edge",
            common_cause=Shared("Edge Net", "cdn", 0.9, ("Photos",), is_page=True),
        ),
        ("The cause is not determined yet; Photos, which depends on Edge Net, went down with it.",),
        ("failure at Edge Net",),
    ),
    "a power grid": (
        replace(
            FACTS,
            common_cause=Shared("Northern grid", "power_grid", 0.95, ("Telco", "Mobilo")),
            verdict=GRID,
        ),
        (
            "The likely cause is a power cut (Northern grid), which also affects Telco and Mobilo.",
            "Telco and Mobilo went down at the same time and are on the same power grid.",
        ),
        ("Why an outside event",),
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
        ("possible", "Affected"),
    ),
    "users of one network": (
        replace(FACTS, scope="network", network="Telco AS"),
        ("for users of Telco AS since 15:39 UTC.", "Affected are Bavaria"),
        ("most of all",),
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
            implicates=("Telco",),
            typical_minutes=47,
            typical_of=12,
        ),
        (
            "Chatter had problems in 14 regions from 15:39 to 17:02 UTC on 19 October"
            " (1 hour 23 minutes), most of all in Bavaria, Berlin and Hesse.",
            "The likely cause was a software update or release.",
            "At the worst, 1,412 people reported problems within 60 minutes",
            "What people reported most",
            "Affected were Bavaria",
            "1 person told us that it works for them.",
            "Reports about Telco were probably about this",
            "Half of the 12 earlier incidents",
            "42 reports were not counted: 41 from people who had reported already"
            " and 1 over the limit for one person or network.",
        ),
        ("has had", "would change", " is affected", " are affected", "becomes likelier"),
    ),
    "only a possible cause": (
        replace(FACTS, verdict=OVERLOAD, networks_known=False),
        (
            "A possible cause is overload, but the signals don't settle it yet.",
            "Why possibly overload?",
            "It could also be a fault in its own software; that becomes likelier if the operator"
            " says that its software failed.",
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
    "a group of one cause": (
        replace(
            FACTS,
            verdict=replace(CHANGE, group="third_party", leading="third_party_dependency"),
        ),
        ("A possible cause is a failure at a company that it depends on, but the signals",),
        ("Of this group", "more can't be told"),
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
        ("Why", "not in its place"),
    ),
    "signals that agree with the operator's word": (
        replace(FACTS, says="official", verdict=NETWORK, own=NETWORK),
        ("Our own signals point the same way. One network's users sent 4.1 times",),
        ("Why", "rather"),
    ),
    "signals that differ from a moderator's word, after the end": (
        replace(
            FACTS,
            state="resolved",
            resolved_at=at(16, 20),
            says="moderator",
            verdict=replace(NETWORK, category="hardware_power"),
            own=RELEASE,
        ),
        (
            "According to a moderator the cause was a power or hardware failure.",
            "Our own signals suggest a software update or release rather. Unusually many",
        ),
        ("point the same way",),
    ),
    "signals that tell nothing under the operator's word": (
        replace(FACTS, says="official", verdict=NETWORK, own=replace(CHANGE, group="unknown")),
        ("Our own signals do not tell one cause from another.",),
        ("point the same way", "rather"),
    ),
    "somebody whose name is a word of a log": (
        replace(FACTS, notices=(NoticeText("An attack.", "status", "the_gazette", at(16, 5)),)),
        ("The gazette wrote at 16:05 UTC: “An attack.”",),
        ("the_gazette",),
    ),
    "a moderator's word": (
        replace(FACTS, says="moderator", verdict=replace(NETWORK, category="hardware_power")),
        ("According to a moderator the cause is a power or hardware failure.",),
        ("Why", "network failure"),
    ),
    "a notice beside an inference": (
        replace(
            FACTS,
            verdict=NETWORK,
            notices=(NoticeText("All systems operational.", "status", "official", at(16, 0, 19)),),
        ),
        (
            "wrote at 16:00 UTC on 19 October: “All systems operational.”",
            "Such words stand beside our own answer, not in its place.",
            "The likely cause is a network failure.",
        ),
        (),
    ),
    "a release and maintenance that were announced": (
        replace(
            FACTS,
            verdict=RELEASE,
            notices=(
                NoticeText("Version 2.26", "release", "official", at(8, 0)),
                NoticeText("Tonight we replace a disk.", "maintenance", "official"),
            ),
        ),
        (
            "Chatter came out with a new version at 08:00 UTC: “Version 2.26”",
            "The operator of Chatter announced: “Tonight we replace a disk.”",
        ),
        ("Such words",),
    ),
    "an incident that calms down": (
        replace(FACTS, observed=2, expected=4.0, z=-0.8),
        (
            "2 people reported problems in the last 60 minutes, where about 4 would be usual."
            " By itself that would not be unusual (z-score -0.8).",
        ),
        ("times as many", "how surprising"),
    ),
    "nobody reports any more": (
        replace(FACTS, observed=0, z=-2.0),
        ("Nobody reported problems in the last 60 minutes, where about 9 would be usual.",),
        ("0 people",),
    ),
    "a withdrawn incident": (
        replace(FACTS, state="retracted", resolved_at=at(16, 0), discarded={"few_networks": 5000}),
        (
            "We declared an outage of Chatter at 15:42 UTC and have withdrawn that: we no longer",
            "5,000 reports were not counted: from too few networks to be independent.",
        ),
        ("cause", "has had"),
    ),
    "one that turned out to be another's": (
        replace(FACTS, state="retracted", resolved_at=at(16, 0), folded_into="Telco"),
        ("and have withdrawn that: the reports were probably about Telco.",),
        ("no longer think",),
    ),
}
