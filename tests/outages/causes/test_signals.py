"""Signals → what probably set it off, and how sure that is."""

from dataclasses import fields, replace
from math import log
from typing import Any

import pytest

from outages.causes.fitted import SCALE
from outages.causes.signals import (
    LIKELY,
    CauseVerdict,
    NoticeText,
    SharedDependency,
    Signals,
    distribution,
    judge,
)
from outages.causes.symptoms import USUAL
from outages.causes.taxonomy import BY_SLUG, CAUSES, GROUP_OF, GROUP_SAYS, GROUPS, KNOWN, TELLS
from outages.causes.weighing import MOST_OF_SYMPTOMS

# Four services of one operator within two minutes, worldwide (October 2021).
META = Signals(
    symptom_counts={"not_loading": 300, "messaging": 200, "login": 150, "no_connection": 150},
    affected_regions=46,
    active_regions=48,
    network_lift=1.0,
    onset_minutes=3,
    siblings_down=3,
    shared_dependency=SharedDependency("meta", "Meta's platform", "operator", 0.99),
)
PROVIDER = Signals(
    service_kind="provider",
    symptom_counts={"no_connection": 180, "slow": 20},
    affected_regions=1,
    active_regions=9,
    network_lift=3.2,
    onset_minutes=2,
    providers_down_in_area=1,
)
POWER_CUT = Signals(
    service_kind="provider",
    symptom_counts={"no_connection": 900, "power_cut": 500},
    affected_regions=19,
    active_regions=19,
    onset_minutes=2,
    providers_down_in_area=5,
    all_isps_share=1.0,
)
GRID = SharedDependency("grid", "National grid", "power_grid", 0.98)


@pytest.mark.parametrize(
    ("signals", "cause", "confidence"),
    [
        (PROVIDER, "network_connectivity", "likely"),
        (POWER_CUT, "external_event", "likely"),
        (replace(POWER_CUT, shared_dependency=GRID), "external_event", "likely"),
        (
            Signals(maintenance_window=True, onset_minutes=2, symptom_counts={"login": 40}),
            "planned_maintenance",
            "likely",
        ),
        (
            Signals(release_last_24h=True, symptom_counts={"app_crash": 50, "login": 10}, steps=2),
            "software_update",
            "likely",
        ),
        (
            Signals(symptom_counts={"slow": 60, "server_error": 20}, onset_minutes=40),
            "capacity_overload",
            "likely",
        ),
        (
            replace(
                META,
                siblings_down=None,
                shared_dependency=SharedDependency("cdn", "A network", "cdn", 0.97),
            ),
            "third_party_dependency",
            "likely",
        ),
    ],
)
def test_clear_signals_name_a_cause(signals: Signals, cause: str, confidence: str) -> None:
    verdict = judge(signals)
    assert (verdict.category, verdict.confidence) == (cause, confidence)
    assert verdict.group == GROUP_OF[cause]
    assert verdict.leading == cause


def test_no_evidence_is_no_answer() -> None:
    verdict = judge(Signals())
    assert (verdict.category, verdict.group) == ("unknown", "unknown")
    assert verdict.confidence == "undetermined"
    assert verdict.evidence == ()
    assert judge(Signals(service_kind="provider")).confidence == "undetermined"


def test_a_failed_platform_is_not_said_to_fail_from_a_likely_cause() -> None:
    verdict = judge(META)
    assert verdict.confidence != "likely"
    assert verdict.category != "third_party_dependency"
    assert any(line.signal == "dependency" for line in verdict.evidence)


def test_the_culprit_is_not_the_victim_of_itself() -> None:
    shared = SharedDependency("cdn", "A network", "cdn", 0.97)
    victim = judge(Signals(shared_dependency=shared, onset_minutes=2))
    culprit = judge(Signals(shared_dependency=shared, onset_minutes=2, is_the_dependency=True))
    assert victim.category == "third_party_dependency"
    assert culprit.category != "third_party_dependency"
    assert culprit.confidence != "likely"
    # Not even where its people see what those of its victims see.
    seen = judge(
        Signals(
            shared_dependency=shared,
            onset_minutes=2,
            is_the_dependency=True,
            symptom_counts={"server_error": 60, "not_loading": 30},
            usual_symptom_shares={"server_error": 0.01, "not_loading": 0.5, "slow": 0.4},
        )
    )
    assert seen.category != "third_party_dependency"
    assert "third_party_dependency" not in [slug for slug, *_ in seen.alternatives[:2]]


@pytest.mark.parametrize(
    "signals",
    [
        Signals(comment_hints={"cyberattack": 500}),
        Signals(local_hour=21.0),
        Signals(siblings_quiet=4),
        Signals(symptom_counts={"login": 4}),
        Signals(affected_regions=1, active_regions=2),
        Signals(notices=(NoticeText("We are investigating.", "status", "official"),)),
    ],
)
def test_faint_signals_settle_nothing(signals: Signals) -> None:
    assert judge(signals).confidence == "undetermined"


def test_a_provider_everywhere_in_its_own_country_still_has_a_network_failure() -> None:
    verdict = judge(replace(PROVIDER, affected_regions=9, network_lift=None))
    assert verdict.category == "network_connectivity"


def test_users_of_all_networks_speak_against_a_network_failure() -> None:
    spread = Signals(network_lift=1.0, affected_regions=20, active_regions=20)
    (before, after) = (distribution(Signals()), distribution(spread))
    assert after["network_connectivity"] < before["network_connectivity"] / 4


def test_a_statement_that_names_a_cause_is_heard_and_shown() -> None:
    said = NoticeText("A misconfigured router took us offline.", "status", "official")
    verdict = judge(Signals(notices=(said,), onset_minutes=2))
    assert verdict.category == "configuration_error"
    assert any(line.signal == "notice" for line in verdict.evidence)


def test_only_the_group_is_told_when_its_causes_cannot_be_told_apart() -> None:
    counts = {"login": 15, "not_loading": 20, "slow": 5, "messaging": 5, "server_error": 5}
    verdict = judge(Signals(symptom_counts=counts, local_hour=3.0))
    assert (verdict.category, verdict.group) == ("unknown", "change")
    assert verdict.confidence == "possible"
    assert verdict.alternatives[0][0] == verdict.leading


# causes.md's table of signals, row by row: (what is seen besides, cause, in which direction).
BASE = Signals(
    symptom_counts={"login": 20, "not_loading": 20, "slow": 12, "server_error": 12, "media": 8},
    onset_minutes=8,
    active_regions=20,
)
UP, DOWN = 1, -1


@pytest.mark.parametrize(
    ("seen", "cause", "direction"),
    [
        ({"maintenance_window": True}, "planned_maintenance", UP),
        ({"maintenance_window": False}, "planned_maintenance", DOWN),
        ({"local_hour": 3.0}, "planned_maintenance", UP),
        ({"release_last_24h": True}, "software_update", UP),
        ({"release_last_24h": False}, "software_update", DOWN),
        ({"symptom_counts": {"app_crash": 60, "login": 20}}, "software_update", UP),
        ({"steps": 3}, "software_update", UP),
        ({"symptom_counts": {"slow": 60, "server_error": 20}}, "capacity_overload", UP),
        ({"onset_minutes": 45}, "capacity_overload", UP),
        ({"onset_minutes": 1}, "capacity_overload", DOWN),
        ({"local_hour": 20.0}, "capacity_overload", UP),
        ({"onset_minutes": 1}, "configuration_error", UP),
        ({"onset_minutes": 45}, "configuration_error", DOWN),
        ({"siblings_down": 2}, "configuration_error", UP),
        ({"siblings_quiet": 3}, "software_bug", UP),
        ({"affected_regions": 1}, "hardware_power", UP),
        ({"affected_regions": 20}, "hardware_power", DOWN),
        ({"symptom_counts": {"no_connection": 60, "slow": 20}}, "network_connectivity", UP),
        ({"network_lift": 4.0}, "network_connectivity", UP),
        ({"network_lift": 1.0}, "network_connectivity", DOWN),
        ({"affected_regions": 20}, "network_connectivity", DOWN),
        ({"dependants_down": 4, "dependants_watched": 5}, "third_party_dependency", UP),
        ({"dependants_down": 4, "dependants_watched": 5}, "hardware_power", UP),
        ({"dependants_down": 0, "dependants_watched": 5}, "third_party_dependency", DOWN),
        ({"in_sync": 4}, "third_party_dependency", UP),
        ({"hired_known": 0}, "third_party_dependency", DOWN),
        ({"waves": 2}, "cyberattack", UP),
        ({"symptom_counts": {"no_connection": 60, "power_cut": 20}}, "external_event", UP),
        ({"providers_down_in_area": 4, "all_isps_share": 1.0}, "external_event", UP),
        ({"providers_down_in_area": 0}, "external_event", DOWN),
        ({"affected_regions": 2, "network_lift": 1.3}, "external_event", UP),
        ({"comment_hints": {"hardware_power": 4}}, "hardware_power", UP),
        (
            {"notices": (NoticeText("A fibre cut.", "status", "official"),)},
            "network_connectivity",
            UP,
        ),
    ],
)
def test_each_signal_speaks_as_the_table_has_it(
    seen: dict[str, Any], cause: str, direction: int
) -> None:
    before, after = distribution(BASE)[cause], distribution(replace(BASE, **seen))[cause]
    assert direction * (after - before) > 0


def test_a_slow_rise_says_more_of_overload_at_the_evening_peak() -> None:
    def odds(**seen: Any) -> float:
        chance = distribution(replace(BASE, **seen))["capacity_overload"]
        return log(chance / (1 - chance))

    slow = odds(onset_minutes=40) - odds()
    slow_at_peak = odds(onset_minutes=40, local_hour=20.0) - odds(local_hour=20.0)
    assert slow_at_peak > slow > 0


FELT = {
    "software_update": {"app_crash": 300, "login": 20},
    "capacity_overload": {"slow": 300, "server_error": 100},
}


@pytest.mark.parametrize("cause", FELT)
def test_what_people_feel_is_not_even_possible_alone_and_likely_once_it_is_borne_out(
    cause: str,
) -> None:
    seen: dict[str, dict[str, Any]] = {
        "software_update": {"steps": 3},
        "capacity_overload": {"onset_minutes": 40},
    }
    felt = Signals(symptom_counts=FELT[cause])
    assert judge(felt).confidence == "undetermined"
    assert judge(felt).leading == cause
    verdict = judge(replace(felt, **seen[cause]))
    assert (verdict.category, verdict.confidence) == (cause, "likely")


def test_an_attack_that_is_as_slow_as_an_overload_is_not_called_one() -> None:
    verdict = judge(Signals(symptom_counts={"slow": 200, "not_loading": 150}, local_hour=20.0))
    assert verdict.confidence != "likely"


def test_possible_is_never_more_probable_than_it_sounds() -> None:
    verdict = judge(META)
    assert verdict.confidence == "possible"
    assert verdict.probability < LIKELY
    assert distribution(META)[verdict.category] > LIKELY


@pytest.mark.parametrize("probability", [0.55, 0.75, 0.91])
def test_what_rests_on_a_common_cause_is_no_surer_than_that(probability: float) -> None:
    shared = SharedDependency("cdn", "A network", "cdn", probability)
    chances = distribution(Signals(shared_dependency=shared, onset_minutes=3))
    # Alone, a third of those would have been a vendor's failure.
    assert chances["third_party_dependency"] <= probability + (1 - probability) / 3


def test_nothing_is_as_good_as_certain() -> None:
    everything = replace(
        POWER_CUT, shared_dependency=replace(GRID, probability=0.999), local_hour=3.0
    )
    assert max(distribution(everything).values()) < 0.98


def test_while_nothing_is_told_all_that_is_not_improbable_is_named() -> None:
    few = judge(Signals(symptom_counts={"login": 4, "not_loading": 4}))
    assert few.confidence == "undetermined"
    assert len(few.alternatives) > len(judge(PROVIDER).alternatives)
    assert all(chance >= 0.03 for _slug, _group, chance in few.alternatives)


def test_providers_that_are_down_are_not_counted_twice() -> None:
    beside = replace(POWER_CUT, shared_dependency=GRID)
    assert {line.signal for line in judge(POWER_CUT).evidence} >= {"providers"}
    assert "providers" not in {line.signal for line in judge(beside).evidence}


def test_a_provider_that_took_others_down_is_not_its_own_victim() -> None:
    shared = SharedDependency("isp", "A provider", "isp", 0.97)
    customer = Signals(shared_dependency=shared, onset_minutes=2)
    itself = replace(customer, service_kind="provider", is_the_dependency=True)
    assert judge(customer).category == "network_connectivity"
    assert judge(itself).confidence != "likely"


def test_one_signal_that_is_no_telling_sign_is_not_enough_for_a_cause() -> None:
    said = judge(Signals(symptom_counts={"login": 20, "not_loading": 40, "messaging": 10}))
    assert said.category == "unknown"


@pytest.mark.parametrize("cause", ["software_bug", "configuration_error", "cyberattack"])
def test_a_cause_without_a_telling_sign_is_likely_only_if_somebody_says_so(cause: str) -> None:
    seen = Signals(
        symptom_counts={"login": 60, "not_loading": 90, "server_error": 60, "messaging": 40},
        onset_minutes=2,
        siblings_down=3,
        waves=2,
        comment_hints={cause: 50},
        affected_regions=20,
        active_regions=20,
    )
    verdict = judge(seen)
    assert verdict.confidence != "likely" or verdict.category != cause


def test_no_mix_of_symptoms_settles_it_alone() -> None:
    for symptom in USUAL["app"]:
        (line,) = judge(Signals(symptom_counts={symptom: 100_000})).evidence
        assert max(abs(weight) for _, weight in line.weights) <= MOST_OF_SYMPTOMS * SCALE


def test_nobody_is_sure_at_a_single_sign() -> None:
    for seen in ({"maintenance_window": True}, {"release_last_24h": True}, {"network_lift": 9.0}):
        assert max(distribution(Signals(**seen)).values()) < 0.95


@pytest.mark.parametrize("signals", [Signals(), META, PROVIDER, POWER_CUT])
def test_probabilities_add_up_and_lines_are_fit_to_print(signals: Signals) -> None:
    chances = distribution(signals)
    assert sum(chances.values()) == pytest.approx(1)
    assert set(chances) == {*KNOWN, "unknown"}
    verdict = judge(signals)
    assert [line.weight for line in verdict.evidence] == sorted(
        (line.weight for line in verdict.evidence), key=lambda weight: -abs(weight)
    )
    for line in verdict.evidence:
        assert str(line.says).endswith(".")
        assert "None" not in str(line.says)
        assert line.supports in BY_SLUG
        assert dict(line.weights).get(verdict.leading, 0.0) == line.weight


def test_every_signal_may_be_missing() -> None:
    assert all(field.default is not field.default_factory for field in fields(Signals))
    assert isinstance(judge(Signals()), CauseVerdict)


def test_the_taxonomy_is_whole() -> None:
    groups = {group.slug for group in GROUPS}
    assert len(CAUSES) == 11
    assert {cause.group for cause in CAUSES} == groups == set(GROUP_SAYS)
    assert set(TELLS) == set(KNOWN)
