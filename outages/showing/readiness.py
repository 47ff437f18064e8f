"""Can one rely on what an instance shows? Judged by what was done, not by who lives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from outages.showing.condition import Away, Condition, DatabaseFacts, ValkeyFacts
from outages.showing.freshness import Freshness
from reports import progress
from reports.fitness import unfit

FINE = "ok"
# Ticks come every second; pages say "data delayed" from here on, too (intake.md, P6).
LATE = timedelta(seconds=30)
# What becomes of an accepted report when power fails (intake.md, P1).
DURABILITY = {
    "always": "an accepted report is on disk before its answer",
    "everysec": "the last 2 seconds of accepted reports can be lost when power fails, or when"
    " Valkey is killed on a disk too slow to sync",
    "no": "what was accepted since the system last wrote to disk can be lost when power fails",
}
UNTOLD = "the server does not tell when it writes to disk"


@dataclass(frozen=True, kw_only=True)
class Readiness:
    """`checks`: what was looked at, each `ok` or in words what is wrong. `says`: what holds while
    all is well."""

    checks: Mapping[str, str]
    says: Mapping[str, str]

    @property
    def ready(self) -> bool:
        return all(found == FINE for found in self.checks.values())


def judge(condition: Condition, *, now: datetime) -> Readiness:
    """Judge the facts; what cannot be known because a part is away is not fine."""
    valkey, database = condition.valkey, condition.database
    checks = {
        "database": _answers(database),
        "valkey": _valkey(valkey),
        "board": _board(database),
        **_work(valkey, now=now),
    }
    fsync = "" if isinstance(valkey, Away) else valkey.appendfsync
    says = {"appendfsync": fsync or "unknown", "durability": DURABILITY.get(fsync, UNTOLD)}
    return Readiness(checks=checks, says=says)


def _answers(part: ValkeyFacts | DatabaseFacts | Away) -> str:
    return f"does not answer ({part.why})" if isinstance(part, Away) else FINE


def _valkey(valkey: ValkeyFacts | Away) -> str:
    if isinstance(valkey, Away):
        return _answers(valkey)
    wrong = unfit(valkey.info)
    return f"unfit for reports to wait in: {'; '.join(wrong)}" if wrong else FINE


def _board(database: DatabaseFacts | Away) -> str:
    if isinstance(database, Away):
        return "unknown: the database does not answer"
    return _stale(database.fresh)


def _stale(fresh: Freshness) -> str:
    if not fresh.stale:
        return FINE
    if fresh.data_until is None:
        return "stale: nothing has been watched yet"
    return f"stale: data until {fresh.data_until:%Y-%m-%dT%H:%M:%SZ}"


def _work(valkey: ValkeyFacts | Away, *, now: datetime) -> dict[str, str]:
    """Who works, and whether reports wait: Valkey knows."""
    if isinstance(valkey, Away):
        unknown = "unknown: Valkey does not answer"
        return {"worker": unknown, "beat": unknown, "inbox": unknown}
    done = valkey.progress.get("store" + progress.DONE)
    published = valkey.progress.get(progress.BEAT)
    return {
        "worker": _recent(done, what="stored reports", now=now),
        "beat": _recent(published, what="sent a tick", now=now),
        "inbox": _waiting(valkey.oldest_waiting, now=now),
    }


def _recent(moment: datetime | None, *, what: str, now: datetime) -> str:
    if moment is None:
        return f"has never {what}"
    if now - moment <= LATE:
        return FINE
    return f"has not {what} for {(now - moment).total_seconds():.0f} seconds"


def _waiting(oldest: datetime | None, *, now: datetime) -> str:
    if oldest is None or now - oldest <= LATE:
        return FINE
    return f"the oldest report has waited for {(now - oldest).total_seconds():.0f} seconds"
