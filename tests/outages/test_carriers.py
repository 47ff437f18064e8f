"""Carriers on record: who failed, who failed with it, and who was only named."""

from pathlib import Path

import pytest

from outages.models import Implication
from tests.outages.conftest import Play
from tests.outages.scenes import at, played

pytestmark = pytest.mark.replayed
RIVALS = {"verizon", "t-mobile-us"}


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("start", "seed", "size"),
    [
        ("2026-02-02T09:30", 11, 1.0),
        ("2026-03-11T19:05", 12, 0.5),
    ],
)
def test_att_fails_cricket_fails_with_it_and_the_rivals_are_only_named(
    play: Play, tmp_path: Path, start: str, seed: int, size: float
) -> None:
    scene = played(play, tmp_path, "a", start=at(start), seed=seed, size=size, minutes=45)
    assert set(scene.incidents) == {"att", "cricket-wireless"}
    assert scene.shared("att") == scene.shared("cricket-wireless") == "att"
    assert scene.implicated == {(rival, "att") for rival in RIVALS}
    root = scene.incidents["att"]
    assert root["cause"]["category"] != "third_party_dependency"
    assert scene.declared_after("att") <= 3


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("start", "seed", "size"),
    [
        ("2026-02-02T17:12", 21, 0.02),
        ("2026-01-19T02:40", 22, 0.006),
    ],
)
def test_verizon_fails_within_minutes_and_its_rivals_are_only_named(
    play: Play, tmp_path: Path, start: str, seed: int, size: float
) -> None:
    scene = played(play, tmp_path, "b", start=at(start), seed=seed, size=size, minutes=30)
    assert set(scene.incidents) == {"verizon"}
    assert scene.declared_after("verizon") <= 2
    assert scene.shared("verizon") is None
    named = set(Implication.objects.filter(until=None).values_list("service__slug", flat=True))
    assert named == {"att", "t-mobile-us"}
