"""Scenarios as logs: what they tell, before anybody judges it."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from outages.replays import replaying, reportlog
from outages.replays.homes import homes
from outages.replays.scenarios import SCENARIOS
from outages.replays.simulating import Outage, notice, simulate
from reports.buckets import minute_of, time_of

FIRST = 29_000_160


def lines(outage: Outage, **others: object) -> list[dict[str, object]]:
    return list(
        simulate(
            services={outage.service: 0.0},
            first=FIRST,
            minutes=120,
            seed=7,
            outages=[outage],
            homes=homes([outage.service]),
            **others,  # type: ignore[arg-type]
        )
    )


def outage(**others: object) -> Outage:
    wanted = {"service": "whatsapp", "start": FIRST + 10, "minutes": 80, "peak": 20.0} | others
    return Outage(**wanted)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shape", "levels"),
    [
        ("step", {10: 0.5, 11: 1.0, 60: 1.0}),
        ("ramp", {10: 0.025, 29: 0.5, 60: 1.0}),
        ("stairs", {10: 0.25, 19: 0.25, 20: 0.5, 45: 1.0}),
        ("waves", {11: 1.0, 34: 1.0, 36: 0.12, 62: 1.0}),
    ],
)
def test_an_outage_rises_in_its_shape(shape: str, levels: dict[int, float]) -> None:
    level = outage(shape=shape, rise=2, peak=1.0).level(FIRST + np.arange(120))
    assert level[9] == 0.0
    assert {minute: level[minute] for minute in levels} == pytest.approx(levels)


def test_a_providers_reporters_live_in_its_country_and_come_mostly_through_its_networks() -> None:
    told = lines(outage(service="movistar"))
    assert {str(line["region"])[:2] for line in told} == {"ES"}
    own = sum(line["network"] == 3352 for line in told)
    assert 0.8 < own / len(told) < 0.95


def test_a_prefix_belongs_to_one_network() -> None:
    told = lines(outage(peak=300.0))
    behind: dict[object, set[object]] = {}
    for line in told:
        behind.setdefault(line["prefix"], set()).add(line["network"])
    assert max(len(networks) for networks in behind.values()) == 1
    assert max(Counter(line["prefix"] for line in told).values()) > 1


def test_an_outages_places_networks_prefixes_and_comments_are_as_asked() -> None:
    told = lines(
        outage(
            regions=frozenset({"US-CA", "PT-11"}),
            networks={64999: 0.7},
            prefixes=3,
            comments={"it crashes": 0.25},
        )
    )
    assert {line["region"] for line in told} == {"US-CA", "PT-11"}
    assert len({line["prefix"] for line in told}) == 3
    networks = Counter(line["network"] for line in told)
    assert networks[64999] / len(told) == pytest.approx(0.7, abs=0.05)
    comments = Counter(line.get("comment") for line in told)
    assert comments["it crashes"] / len(told) == pytest.approx(0.25, abs=0.05)
    assert set(comments) == {"it crashes", None}


def test_a_notice_stands_in_its_minute_and_one_from_before_the_log_does_not() -> None:
    said = [
        notice("whatsapp", "status", "We are on it.", minute=FIRST + 30),
        notice("whatsapp", "status", "Too early.", minute=FIRST - 1),
    ]
    told = lines(outage(), told=said)
    assert [line["notice"]["text"] for line in told if "notice" in line] == [  # type: ignore[index]
        "We are on it."
    ]
    assert all(str(a["at"]) <= str(b["at"]) for a, b in pairwise(told))


@pytest.mark.parametrize("name", sorted(SCENARIOS))
def test_a_scenario_is_a_log_that_replay_takes_and_begins_when_it_should(
    catalogue: None, name: str, tmp_path: Path
) -> None:
    scenario = SCENARIOS[name]
    path = tmp_path / "log.jsonl"
    told = list(scenario.lines(start=FIRST, days=1, seed=3, size=0.02, minutes=60))
    path.write_text("\n".join(json.dumps(line) for line in told), encoding="utf-8")
    log = reportlog.read(path, check=replaying.check)
    assert log.services <= set(scenario.services)
    assert log.first < time_of(FIRST + 240)
    assert minute_of(log.last) < FIRST + 1440 + 60
    again = list(scenario.lines(start=FIRST, days=1, seed=3, size=0.02, minutes=60))
    assert again == told


def test_without_networks_no_line_tells_of_them() -> None:
    told = SCENARIOS["g"].lines(start=FIRST, days=1, seed=1, size=0.1, with_networks=False)
    assert not [line for line in told if "network" in line or "prefix" in line]


def test_the_command_writes_a_scenario_and_names_those_there_are(tmp_path: Path) -> None:
    out = tmp_path / "f.jsonl"
    call_command("simulate", scenario="f", days=1, out=out)
    about = Counter(json.loads(line)["service"] for line in out.read_text().splitlines())
    assert about["whatsapp"] > 100
    assert about["viber"] >= 3
    with pytest.raises(CommandError, match="there are A, B"):
        call_command("simulate", scenario="nothing")
    with pytest.raises(CommandError, match="name services"):
        call_command("simulate", "whatsapp", scenario="f")
    with pytest.raises(CommandError, match="--start"):
        call_command("simulate", "whatsapp")
