"""Scenario J, a short part of it: after a month nothing that people do all year is an incident."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outages.replays.scenarios import SCENARIOS
from reports.buckets import minute_of
from tests.outages.conftest import Play
from tests.outages.replays.test_replaying import written

# What a whole history is; until then an instance is young (tests/benchmarks/quiet_weeks.py).
WARM = 28
# Clocks go back in Europe on 26 October and in America on 2 November; All Saints lies between.
START = datetime(2025, 9, 27, tzinfo=UTC)
DAYS = 38


@pytest.mark.replayed
@pytest.mark.timeout(300)
def test_scenario_j_quiet_weeks_give_no_incident(play: Play, tmp_path: Path) -> None:
    lines = SCENARIOS["j"].lines(start=minute_of(START), days=DAYS, seed=1, size=0.08)
    incidents = play(written(tmp_path / "quiet.jsonl", lines))
    warm = START + timedelta(days=WARM)
    assert [one for one in incidents if one.started_at >= warm] == []
