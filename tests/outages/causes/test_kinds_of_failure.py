"""One messenger, all that may befall it: the right group or none, never a wrong cause as likely."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from outages.causes.signals import NoticeText, SharedDependency, Signals, judge
from outages.causes.taxonomy import GROUP_OF, UNKNOWN

USUAL = {
    "messaging": 0.45,
    "not_loading": 0.12,
    "media": 0.12,
    "login": 0.1,
    "no_connection": 0.1,
    "app_crash": 0.06,
    "slow": 0.05,
}
RARE = 0.004
SIZES = (60, 400, 5000)


def mix(reports: int, lifts: dict[str, float]) -> dict[str, int]:
    """The usual mix, with some symptoms so many times as frequent as usual."""
    parts = {s: USUAL.get(s, RARE) * lifts.get(s, 1.0) for s in {**USUAL, **lifts}}
    return {s: round(reports * part / sum(parts.values())) for s, part in parts.items()}


@dataclass(frozen=True)
class Failure:
    lifts: dict[str, float]
    seen: Signals = field(default_factory=Signals)


EVERYWHERE = Signals(usual_symptom_shares=USUAL, affected_regions=40, active_regions=44)
ONE_PLACE = replace(EVERYWHERE, affected_regions=3)
ATTACK = NoticeText("We are mitigating a DDoS attack on our network.", "status", "official")
CLOUD = SharedDependency("cloud", "A cloud", "cloud", 0.95)

FAILURES = {
    "software_bug": Failure(
        {"server_error": 3}, replace(EVERYWHERE, onset_minutes=6, siblings_quiet=2)
    ),
    "capacity_overload": Failure(
        {"slow": 5, "server_error": 5}, replace(EVERYWHERE, onset_minutes=50, local_hour=20.0)
    ),
    "software_update": Failure(
        {"app_crash": 6}, replace(EVERYWHERE, onset_minutes=25, release_last_24h=True)
    ),
    "planned_maintenance": Failure(
        {"login": 2, "not_loading": 2},
        replace(EVERYWHERE, onset_minutes=2, maintenance_window=True),
    ),
    "hardware_power": Failure(
        {"not_loading": 3, "server_error": 20},
        replace(ONE_PLACE, onset_minutes=2, network_lift=1.3),
    ),
    "network_connectivity": Failure(
        {"no_connection": 5}, replace(ONE_PLACE, onset_minutes=2, network_lift=5.0)
    ),
    "third_party_dependency": Failure(
        {"not_loading": 2, "server_error": 10},
        replace(EVERYWHERE, onset_minutes=2, shared_dependency=CLOUD),
    ),
    "cyberattack": Failure(
        {"slow": 4, "not_loading": 2},
        replace(EVERYWHERE, onset_minutes=5, waves=2, notices=(ATTACK,)),
    ),
    "external_event": Failure(
        {"no_connection": 6, "power_cut": 20},
        replace(ONE_PLACE, onset_minutes=2, network_lift=1.3),
    ),
}


@pytest.mark.parametrize("reports", SIZES)
@pytest.mark.parametrize("cause", FAILURES)
def test_what_befell_it_is_told_or_left_open(cause: str, reports: int) -> None:
    failure = FAILURES[cause]
    verdict = judge(replace(failure.seen, symptom_counts=mix(reports, failure.lifts)))
    assert verdict.group in {GROUP_OF[cause], UNKNOWN}
    assert verdict.confidence != "likely" or verdict.category == cause
    others = {slug for slug, _group, _chance in verdict.alternatives}
    assert cause in {verdict.category, *others}


@pytest.mark.parametrize("cause", FAILURES)
@pytest.mark.parametrize(
    "unknown",
    ["onset_minutes", "usual_symptom_shares", "affected_regions", "network_lift", "local_hour"],
)
def test_what_is_not_known_leads_nobody_astray(cause: str, unknown: str) -> None:
    failure = FAILURES[cause]
    seen = replace(failure.seen, symptom_counts=mix(400, failure.lifts))
    gap: dict[str, Any] = {unknown: None}
    verdict = judge(replace(seen, **gap))
    assert verdict.confidence != "likely" or verdict.category == cause


@pytest.mark.parametrize("affected", [3, 30])
def test_a_provider_without_connection_likely_has_a_network_failure(affected: int) -> None:
    verdict = judge(
        Signals(
            service_kind="provider",
            symptom_counts={"no_connection": 300, "slow": 60, "not_loading": 30},
            affected_regions=affected,
            active_regions=30,
            onset_minutes=3,
        )
    )
    assert (verdict.category, verdict.confidence) == ("network_connectivity", "likely")


def test_a_provider_whose_customers_have_no_power_is_not_said_to_have_a_network_failure() -> None:
    verdict = judge(
        Signals(
            service_kind="provider",
            symptom_counts={"no_connection": 33, "power_cut": 21, "slow": 6},
            onset_minutes=3,
        )
    )
    assert (verdict.category, verdict.confidence) != ("network_connectivity", "likely")


def test_a_provider_of_which_most_say_something_else_is_not_said_to_be_cut_off() -> None:
    verdict = judge(
        Signals(
            service_kind="provider",
            symptom_counts={"no_connection": 120, "slow": 60, "login": 130, "not_loading": 90},
            onset_minutes=3,
        )
    )
    assert verdict.confidence != "likely"
