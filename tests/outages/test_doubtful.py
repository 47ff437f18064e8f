"""What looks like an outage and is none, or is one of a part only."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.outages.conftest import Play
from tests.outages.scenes import Scene, at, played

pytestmark = pytest.mark.replayed


def service(client: Client, clock: Any, scene: Scene, slug: str) -> Any:
    """What the API says of a service just after the scene's end."""
    clock.move_to(scene.seen)
    return client.get(f"/api/v1/services/{slug}").json()


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def clock(time_machine: Any) -> Any:
    time_machine.move_to(datetime(2026, 1, 5, tzinfo=UTC), tick=False)
    return time_machine


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("start", "seed", "size"),
    [("2026-03-08T18:05", 133, 1.0), ("2026-03-09T22:30", 134, 1.0)],
)
def test_a_modest_spike_that_the_operator_denies_is_a_possible_outage_with_its_word_beside(
    play: Play, client: Client, clock: Any, tmp_path: Path, start: str, seed: int, size: float
) -> None:
    scene = played(play, tmp_path, "e", start=at(start), seed=seed, size=size, minutes=40)
    assert not scene.incidents
    netflix = service(client, clock, scene, "netflix")
    assert (netflix["status"], netflix["status_reason"]) == ("possible_outage", "weak_signal")
    word = "our service is running normally"
    assert word in page(client, "/s/netflix/")
    notices = client.get("/api/v1/notices", {"service": "netflix"}).json()["results"]
    assert [word in notice["text"] for notice in notices] == [True]
    points = client.get("/api/v1/services/netflix/series?window=24h&step=15m").json()["points"]
    last = points[-1]
    # Wide: a band that is wider than what it is about.
    assert last["high"] - last["low"] > last["expected"]


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("start", "seed"), [("2026-02-03T14:10", 51), ("2026-03-01T03:05", 52)])
def test_three_reports_from_one_network_are_too_few_to_tell(
    play: Play, client: Client, clock: Any, tmp_path: Path, start: str, seed: int
) -> None:
    scene = played(play, tmp_path, "f", start=at(start), seed=seed, size=1.0, minutes=10)
    assert not scene.incidents
    viber = service(client, clock, scene, "viber")
    assert viber["status"] == "unknown"
    assert viber["reports_last_hour"] >= 3
    assert "Too few reports to tell" in page(client, "/s/viber/")


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("start", "seed", "size"),
    [("2026-02-03T14:10", 61, 1.0), ("2026-03-01T22:05", 62, 0.3)],
)
def test_a_script_behind_one_network_opens_nothing_and_what_it_sent_is_seen_as_not_counted(
    play: Play, client: Client, clock: Any, tmp_path: Path, start: str, seed: int, size: float
) -> None:
    scene = played(play, tmp_path, "g", start=at(start), seed=seed, size=size, minutes=35)
    assert not scene.incidents
    telegram = service(client, clock, scene, "telegram")
    assert telegram["status"] == "possible_outage"
    assert telegram["status_reason"] == "few_networks"
    assert sum(telegram["discarded_last_hour"].values()) > 0
    assert "not counted" in page(client, "/s/telegram/")


@pytest.mark.timeout(300)
def test_where_networks_are_not_known_the_page_says_that_this_guard_is_off(
    play: Play, client: Client, clock: Any, tmp_path: Path
) -> None:
    scene = played(
        play,
        tmp_path,
        "g",
        start=at("2026-02-03T14:10"),
        seed=63,
        size=0.5,
        minutes=35,
        without=("network", "prefix"),
    )
    (incident,) = scene.incidents.values()
    clock.move_to(scene.seen)
    off = "the guard against many reports from few networks is off"
    assert off in page(client, f"/incidents/{incident['id']}/")


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("start", "seed", "size"),
    [("2026-02-03T20:10", 71, 1.0), ("2026-03-11T15:30", 72, 0.5)],
)
def test_a_provider_that_fails_in_one_state_has_an_incident_of_that_state_alone(
    play: Play, tmp_path: Path, start: str, seed: int, size: float
) -> None:
    scene = played(play, tmp_path, "h", start=at(start), seed=seed, size=size, minutes=45)
    assert set(scene.incidents) == {"xfinity"}
    incident = scene.incidents["xfinity"]
    assert incident["scope"] == "regional"
    assert {row["code"] for row in incident["regions"]} == scene.regions
    assert incident["cause"]["category"] != "third_party_dependency"
