"""The simulated crowd of quiet weeks: seeded, by local clocks, at rest on days off."""

import json
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from numpy.typing import NDArray

from outages.replays.quiet import PLACES, Events, Quiet, crowd, days_off
from reports.buckets import minute_of
from tests.outages.conftest import START

CODES = [code for code, *_ in PLACES]
BERLIN = CODES.index("DE-BE")
# 2026-03-23, a Monday: the clocks change in Europe on the Sunday of that week.
SPRING = minute_of(START) + 77 * 1440


def quiet(*, days: int, first: int = minute_of(START), seed: int = 1) -> Quiet:
    return Quiet(services={"a": 400.0, "b": 40.0, "c": 0.1}, first=first, days=days, seed=seed)


def test_the_same_seed_gives_the_same_reports_however_long_the_run() -> None:
    short = list(quiet(days=2).lines())
    assert short == list(islice(quiet(days=4).lines(), len(short)))
    assert short != list(quiet(days=2, seed=2).lines())
    assert [line["at"] for line in short] == sorted(line["at"] for line in short)


def hours(events: Events, place: int) -> NDArray[np.int64]:
    """Reports of a place by hour UTC."""
    return np.bincount(events.second[events.place == place] // 3600, minlength=24)


def test_a_place_wakes_up_by_its_own_clock_on_both_sides_of_a_clock_change() -> None:
    weeks = list(quiet(days=14, first=SPRING).events())
    before = np.sum([hours(day, BERLIN) for day in weeks[:5]], axis=0)
    after = np.sum([hours(day, BERLIN) for day in weeks[7:12]], axis=0)
    # Seven o'clock is six and then five UTC.
    assert before[4] < 0.25 * before[7]
    assert after[3] < 0.25 * after[6]
    assert after[5] > 2 * before[5]


def test_on_a_day_off_people_rise_later() -> None:
    holiday = frozenset((code, "2026-01-06") for code in CODES)
    works = list(quiet(days=2).events())[1]
    rests = list(
        Quiet(
            services=quiet(days=1).services,
            first=minute_of(START),
            days=2,
            seed=1,
            holidays=holiday,
        ).events()
    )[1]
    assert hours(rests, BERLIN)[6:8].sum() < 0.5 * hours(works, BERLIN)[6:8].sum()


def test_the_days_off_are_those_of_each_place() -> None:
    off = days_off([2025])
    assert ("US-NY", "2025-11-27") in off
    assert ("DE-BY", "2025-11-01") in off
    assert ("DE-BE", "2025-11-01") not in off


def test_a_log_without_networks_tells_neither_prefix_nor_network(tmp_path: Path) -> None:
    def first(*more: str) -> set[str]:
        path = tmp_path / "log.jsonl"
        start = "--start=2026-01-05T00:00:00Z"
        call_command("simulate", "--quiet=5", start, "--days=1", f"--out={path}", *more)
        return set(json.loads(path.read_text().splitlines()[0]))

    assert {"prefix", "network"} <= first()
    assert not {"prefix", "network"} & first("--without-networks")


def test_services_are_named_or_quiet_and_not_both() -> None:
    with pytest.raises(CommandError, match="--quiet"):
        call_command("simulate", "signal", "--quiet=5", "--start=2026-01-05T00:00:00Z")
    assert len(crowd(300)) == 300
