"""Two simulated days with one outage, played through the watch."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from outages.models import Incident
from outages.replays import simulating
from reports.buckets import DAY_MINUTES, minute_of
from tests.outages.conftest import START, Play

BEGAN = minute_of(START) + DAY_MINUTES + 600
END = START + timedelta(days=2)


@pytest.fixture
def incident(play: Play, tmp_path: Path) -> Incident:
    """The one incident of these days, over by their end."""
    lines = simulating.simulate(
        services={"whatsapp": 6.0},
        first=minute_of(START),
        minutes=2 * DAY_MINUTES,
        seed=5,
        outages=[
            simulating.Outage(
                service="whatsapp",
                start=BEGAN,
                minutes=25,
                peak=12.0,
                countries=frozenset({"DE", "GB"}),
            )
        ],
    )
    path = tmp_path / "log.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (found,) = play(path)
    return found
