"""Ready is who has worked lately: each fact that speaks against it, and nothing else."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from outages.showing.condition import Away, Condition, DatabaseFacts, ValkeyFacts
from outages.showing.freshness import Freshness
from outages.showing.readiness import judge
from tests.builders import NOON, later

FRESH = Freshness(
    generated_at=NOON, data_until=NOON, minute=29_000_000, stale=False, delayed_seconds=2
)
VALKEY = ValkeyFacts(
    info={"aof_enabled": 1, "maxmemory_policy": "noeviction"},
    appendfsync="everysec",
    progress={"store": NOON, "store_done": NOON, "beat": NOON},
)
WELL = Condition(valkey=VALKEY, database=DatabaseFacts(fresh=FRESH))
PARTS = ("database", "valkey", "board", "worker", "beat", "inbox")
AWAY = Away(why="ConnectionError")


def seconds(n: float) -> timedelta:
    return timedelta(seconds=n)


def test_where_all_is_well_it_is_ready() -> None:
    found = judge(WELL, now=NOON)
    assert found.ready
    assert found.checks == dict.fromkeys(PARTS, "ok")


@pytest.mark.parametrize(
    ("change", "part", "says"),
    [
        ({"progress": {"store_done": NOON}}, "beat", "has never sent a tick"),
        ({"progress": {"beat": NOON}}, "worker", "has never stored reports"),
        # It hears ticks, and none comes to its end.
        ({"progress": {"beat": NOON, "store": NOON}}, "worker", "has never stored reports"),
        (
            {"progress": {"beat": NOON - seconds(31), "store_done": NOON}},
            "beat",
            "has not sent a tick for 31 seconds",
        ),
        (
            {"progress": {"beat": NOON, "store_done": NOON - seconds(90)}},
            "worker",
            "has not stored reports for 90 seconds",
        ),
        (
            {"oldest_waiting": NOON - seconds(31)},
            "inbox",
            "the oldest report has waited for 31 seconds",
        ),
        (
            {"info": {"aof_enabled": 0}},
            "valkey",
            "unfit for reports to wait in: appendonly is off",
        ),
    ],
)
def test_each_fact_that_speaks_against_it(change: dict[str, Any], part: str, says: str) -> None:
    found = judge(replace(WELL, valkey=replace(VALKEY, **change)), now=NOON)
    assert not found.ready
    assert {name: said for name, said in found.checks.items() if said != "ok"} == {part: says}


@pytest.mark.parametrize("late", [0, 30])
def test_half_a_minute_is_no_reason_to_worry(late: float) -> None:
    then = NOON - seconds(late)
    valkey = replace(VALKEY, oldest_waiting=then, progress=dict.fromkeys(VALKEY.progress, then))
    assert judge(replace(WELL, valkey=valkey), now=NOON).ready


def test_without_valkey_nobody_knows_who_works() -> None:
    found = judge(replace(WELL, valkey=AWAY), now=NOON)
    assert found.checks == {
        "database": "ok",
        "valkey": "does not answer (ConnectionError)",
        "board": "ok",
        **dict.fromkeys(("worker", "beat", "inbox"), "unknown: Valkey does not answer"),
    }
    assert found.says["appendfsync"] == "unknown"


def test_without_a_database_nobody_knows_how_fresh_the_board_is() -> None:
    found = judge(replace(WELL, database=AWAY), now=NOON)
    assert found.checks["database"] == "does not answer (ConnectionError)"
    assert found.checks["board"] == "unknown: the database does not answer"
    assert found.checks["worker"] == "ok"


@pytest.mark.parametrize(
    ("fresh", "says"),
    [
        (
            replace(FRESH, stale=True, data_until=later(-9)),
            "stale: data until 2026-02-03T11:51:00Z",
        ),
        (replace(FRESH, stale=True, data_until=None), "stale: nothing has been watched yet"),
    ],
)
def test_a_stale_board_is_not_ready(fresh: Freshness, says: str) -> None:
    found = judge(replace(WELL, database=DatabaseFacts(fresh=fresh)), now=NOON)
    assert not found.ready
    assert found.checks["board"] == says


@pytest.mark.parametrize(
    ("mode", "named", "says"),
    [
        ("always", "always", "before its answer"),
        ("everysec", "everysec", "2 seconds"),
        ("no", "no", "since the system last wrote"),
        ("", "unknown", "does not tell"),
    ],
)
def test_it_says_what_becomes_of_reports_when_power_fails(mode: str, named: str, says: str) -> None:
    found = judge(replace(WELL, valkey=replace(VALKEY, appendfsync=mode)), now=NOON)
    assert found.ready
    assert found.says["appendfsync"] == named
    assert says in found.says["durability"]
