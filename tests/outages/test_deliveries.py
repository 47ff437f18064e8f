"""A delivery network on record: nobody sees it fail, its customers' pages tell."""

from pathlib import Path

import pytest

from outages.replays.scenarios.delivery import OTHERS, VICTIMS
from tests.outages.conftest import Play
from tests.outages.scenes import at, played


@pytest.mark.replayed
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("start", "seed", "size"),
    [
        ("2026-02-03T11:28", 31, 0.004),
        ("2026-01-24T21:50", 32, 0.0015),
    ],
)
def test_cloudflare_is_named_by_its_customers_though_its_own_page_stays_small(
    play: Play, tmp_path: Path, start: str, seed: int, size: float
) -> None:
    scene = played(play, tmp_path, "c", start=at(start), seed=seed, size=size, minutes=40)
    down = set(scene.incidents) & set(VICTIMS)
    assert len(down) >= len(VICTIMS) - 2
    assert set(scene.incidents) <= {*VICTIMS, "cloudflare"}
    assert not set(scene.incidents) & (set(OTHERS) - {"cloudflare"})
    for slug in down:
        assert scene.shared(slug) == "cloudflare"
        cause = scene.incidents[slug]["cause"]
        assert cause["category"] == "third_party_dependency" or cause["confidence"] != "likely"
        assert "Cloudflare" in scene.incidents[slug]["explanation"]["brief"]
    if "cloudflare" in scene.incidents:
        assert scene.shared("cloudflare") == "cloudflare"
        assert scene.incidents["cloudflare"]["cause"]["category"] != "third_party_dependency"
