"""Apps that fail only where, and through whom, an internet provider fails."""

from dataclasses import replace

import pytest

from outages.causes.footprint import FELT, Footprint, inside, standing_on, through_one_network

TELECOM = Footprint("telecom", frozenset({"DE"}), onset_minute=100, strength=900)
CHAT = Footprint("chat", frozenset({"DE"}), onset_minute=102, strength=300)


def test_an_app_that_fails_only_where_a_provider_does_is_inside_its_footprint() -> None:
    assert inside([CHAT], [TELECOM]) == {"chat": ("telecom",)}


@pytest.mark.parametrize(
    "other",
    [
        {"countries": frozenset({"DE", "FR"})},
        {"countries": frozenset()},
        {"onset_minute": 70},
        {"strength": 1200},
    ],
    ids=["elsewhere too", "nowhere", "long before", "stronger"],
)
def test_what_a_provider_cannot_explain_is_not_inside(other: dict[str, object]) -> None:
    assert inside([replace(CHAT, **other)], [TELECOM]) == {}  # type: ignore[arg-type]


def test_of_several_providers_it_is_the_one_that_stands_out_or_all() -> None:
    small = replace(TELECOM, service="cable", strength=100)
    assert inside([CHAT], [TELECOM, small]) == {"chat": ("telecom",)}
    equal = replace(small, strength=900)
    assert inside([CHAT], [TELECOM, equal]) == {"chat": ("cable", "telecom")}


def test_where_two_countries_fail_their_providers_cover_it_together() -> None:
    both = replace(CHAT, countries=frozenset({"DE", "FR"}))
    other = replace(TELECOM, service="autre", countries=frozenset({"FR"}))
    assert inside([both], [TELECOM, other]) == {"chat": ("autre", "telecom")}


def test_an_app_reached_far_more_than_usual_through_one_network_is_that_networks() -> None:
    apps = [replace(CHAT, lift=6.0), replace(CHAT, service="mail", lift=1.2), replace(CHAT)]
    assert through_one_network(apps) == {"chat"}


def test_today_it_stands_on_its_provider_and_on_what_that_stands_on() -> None:
    usual = {
        "platform": {"chat": 0.9, "photos": 0.9},
        "grid": {"telecom": 0.5, "cable": 0.5},
        "telecom-net": {"brand": 0.9},
    }
    today = standing_on(
        usual,
        providers_of={"chat": ("telecom",)},
        confined={"chat"},
        page_of={"telecom": "telecom-net"},
    )
    assert today["platform"] == {"photos": 0.9}
    assert today["grid"] == {"telecom": 0.5, "cable": 0.5, "chat": 0.5 * FELT}
    assert today["telecom-net"] == {"brand": 0.9, "telecom": 1.0, "chat": FELT}
    assert usual["platform"] == {"chat": 0.9, "photos": 0.9}


def test_an_app_of_one_network_without_a_known_provider_stands_on_nothing() -> None:
    usual = {"platform": {"chat": 0.9, "photos": 0.9}}
    today = standing_on(usual, providers_of={}, confined={"chat"}, page_of={})
    assert today == {"platform": {"photos": 0.9}}


def test_where_all_providers_fail_it_stands_on_what_they_share_and_on_none_of_them() -> None:
    today = standing_on(
        {"grid": {"telecom": 0.5, "cable": 0.6}, "platform": {"chat": 0.9}},
        providers_of={"chat": ("cable", "telecom")},
        confined={"chat"},
        page_of={"telecom": "telecom-net", "cable": "cable-net"},
    )
    assert today == {"grid": {"telecom": 0.5, "cable": 0.6, "chat": 0.6 * FELT}, "platform": {}}
