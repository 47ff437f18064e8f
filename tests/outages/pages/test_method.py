"""How it works, with the rules in force, the bench's figures and the live record."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from outages import moderating
from outages.detection import lifecycle
from outages.pages.method import JOINED, TO, lead, share
from outages.showing import bench, ledger
from tests.outages import crowd

FIGURES: dict[str, Any] = {
    "at": "2026-11-20T10:00:00Z",
    "command": "python -m tests.benchmarks.figures BENCH",
    "model_version": "some-model-9",
    "sets": [
        {
            "name": "a_set",
            "outages": 1234,
            "series_days": 100.0,
            "budget": 1.0,
            "detected": 0.917,
            "within_15_minutes": 0.521,
            "shipped_detected": 0.875,
            "shipped_false": 0.48,
        }
    ],
    "weekly": [{"false_positive_rate": 0.005, "detected": 0.451}],
}


@pytest.fixture
def small_world(db: None, now: Any) -> None:
    crowd.the_places()
    crowd.a_watch()


def plain(words: str) -> str:
    return words.replace(JOINED, " ").replace(TO, "–")


def text(client: Client) -> str:
    answer = client.get("/method/")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", plain(answer.content.decode()))


def row(page: str, name: str) -> list[str]:
    found = re.search(rf'<th scope="row">{name}</th>(.*?)</tr>', page)
    assert found, name
    return re.findall(r"<td>(.*?)</td>", found[1])


def test_a_new_instance_has_no_record_and_says_so(small_world: None, client: Client) -> None:
    assert "No incident yet" in text(client)


def test_moderators_words_are_counted(small_world: None, client: Client) -> None:
    mod, service = User.objects.create_user("mo"), crowd.a_service()
    for days_ago in (1, 2, 50):
        crowd.an_incident(service, minutes_ago=days_ago * 1440, lasted=30)
    newest = service.incidents.first()
    assert newest
    moderating.confirm(newest.pk, by=mod, reason="Yes.", now=crowd.NOW)
    page = text(client)
    assert "No incident yet" not in page
    assert row(page, "Incidents declared") == ["2", "3", "3", "3"]
    assert row(page, "confirmed by a moderator") == ["1"] * 4
    assert row(page, "not judged yet") == ["1", "2", "2", "2"]
    assert row(page, "Right, of those judged")[0] == "100% (15–100%, n = 1)"
    assert row(page, "Minutes ahead of the operator’s word") == ["–"] * 4


def test_the_bench_is_told_with_its_date_and_command(
    small_world: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "figures", lambda: FIGURES)
    page = text(client)
    assert row(page, "a_set") == ["1,234", "91.7%", "52.1%", "1", "87.5%", "0.48"]
    assert "20 Nov" in page
    assert "some-model-9" in page
    assert FIGURES["command"] in page
    assert "45.1% at 5 ‰ false positives" in page


def test_without_a_bench_nothing_is_claimed(
    small_world: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "figures", lambda: None)
    assert "have not been measured yet" in text(client)


def test_no_threshold_is_typed_by_hand(
    small_world: None, client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    monkeypatch.setattr(lifecycle, "WARN_ABOVE", 3.25)
    monkeypatch.setattr(lifecycle, "CLOSE_AFTER", 77)
    settings.GATE_FULL_NETWORKS = 11
    page = text(client)
    assert [f"<td>{n}</td>" in page for n in (3.25, 77, 11)] == [True] * 3


def test_the_figures_that_are_shipped_can_be_read() -> None:
    found = bench.figures()
    assert found is None or set(found) == set(FIGURES)


def test_a_retracted_incident_says_so(small_world: None, client: Client) -> None:
    mod, service = User.objects.create_user("mo"), crowd.a_service()
    incident = crowd.an_incident(service, ["DE-BE"], minutes_ago=90, lasted=30)
    now = crowd.NOW - timedelta(minutes=5)
    moderating.retract(incident.pk, by=mod, reason="A meme went round.", now=now)
    page = client.get(f"/incidents/{incident.pk}/").content.decode()
    assert "Withdrawn by a moderator" in page
    assert "A meme went round." in page
    assert "a false alarm" in page
    assert "mo" not in re.findall(r"\bmo\b", page)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (None, "–"),
        ({"value": 2 / 3, "low": 0.2, "high": 0.95, "n": 3}, "67% (20–95%, n = 3)"),
    ],
)
def test_a_share_tells_what_it_is_worth(told: Any, says: str) -> None:
    assert plain(share(told)) == says


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (None, "–"),
        ({"n": 2, "median_minutes": -4.4, "quartiles_minutes": None}, "−4 (n = 2)"),
        (
            {"n": 5, "median_minutes": 12.0, "quartiles_minutes": [-3.0, 30.4]},
            "12 (−3 to 30, n = 5)",
        ),
    ],
)
def test_a_lead_says_who_was_first(told: Any, says: str) -> None:
    assert plain(lead(told)) == says
