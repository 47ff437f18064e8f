"""F8, F18, F19, F20: poison in the stream; worker or beat dead, frozen, deaf or away."""

import signal
import time
import uuid
from datetime import UTC, datetime
from typing import Any

import msgspec

from reports.inbox import STREAM
from tests.faults import processes
from tests.faults.processes import pause
from tests.faults.scene import Fault, Scene
from tests.faults.stack import Stack

# What is promised of lag (P6) is not of a fresh machine on SQLite (P12): there, less time is taken.
PROMISED = ("postgresql",)
BATCH = 2000
# Noticed by progress, not by liveness, and started again (F18).
NOTICED_SECONDS = 60
# From there to the first report that is stored: a start of Celery on a busy machine.
AT_WORK_SECONDS = 15
# The board is stale after a minute without a tick (outages/showing/freshness.py).
STALE_AFTER_SECONDS = 66
# The backlog drains at so many times the rate at which it came (P4).
DRAINS_FASTER = 3
# A tick of the watch and a slow start: whatever a replayed backlog might open is open by then.
TWO_TICKS_SECONDS = 22


def poison(scene: Scene) -> None:
    """One report about a service that the database lacks, amid 1,999 good ones in one batch."""
    stack = scene.stack
    with stack.away("worker"):
        with scene.load(rate=500, most=BATCH // 2) as load:
            load.wait()
        with stack.valkey() as client:
            fields: dict[bytes, bytes] = client.xrange(STREAM, count=1)[0][1]
            client.xadd(STREAM, {**fields, b"r": _about_nothing(fields[b"r"])})
        with scene.load(rate=500, most=BATCH - BATCH // 2 - 1) as load:
            load.wait()
        scene.note(f"{stack.waiting()} waited")
    scene.dead = 1
    scene.recovered(stack.drained(), "drained", within=60)


def no_table(scene: Scene) -> None:
    """The counts' table is away for some seconds: the database's fault, never a report's."""
    database = scene.stack.database
    rename = "ALTER TABLE reports_minutecount{} RENAME TO reports_minutecount{}"
    with scene.load():
        pause(2)
        database.ask(rename.format("", "_away"))
        try:
            pause(4)
        finally:
            database.ask(rename.format("_away", ""))
        pause(2)
    scene.recovered(scene.stack.drained(), "drained", within=60)


def beat_killed(scene: Scene) -> None:
    with scene.load():
        pause(2)
        before = scene.stack.leader("beat")
        scene.stack.kill("beat")
        scene.recovered(scene.stack.restarted("beat", before), "beat back", within=NOTICED_SECONDS)
        pause(3)
    scene.recovered(scene.stack.drained(), "drained", within=AT_WORK_SECONDS)


def two_beats(scene: Scene) -> None:
    schedule = str(scene.stack.data_dir / "second-schedule")
    beat = ("beat", "--schedule", schedule, "--pidfile", "", "--loglevel", "ERROR")
    with scene.stack.second(*beat), scene.load():
        pause(12)


def worker_frozen(scene: Scene) -> None:
    frozen_for_good(scene, "worker")


def beat_frozen(scene: Scene) -> None:
    frozen_for_good(scene, "beat")


def frozen_for_good(scene: Scene, program: str) -> None:
    """It lives, and does nothing: liveness cannot tell."""
    stack = scene.stack
    before = stack.leader(program)
    with scene.load(rate=100):
        pause(1)
        processes.send(stack.celery(program), signal.SIGSTOP)
        noticed = stack.restarted(program, before, seconds=2 * NOTICED_SECONDS)
        scene.recovered(noticed, f"{program} started again", within=NOTICED_SECONDS)
        if noticed is None:
            processes.send(stack.celery(program), signal.SIGCONT)
    scene.recovered(stack.drained(), "drained", within=AT_WORK_SECONDS + 15)


def deaf(scene: Scene) -> None:
    """Valkey cuts every connection, five times: a worker may reconnect and hear nothing."""
    with scene.load():
        for _ in range(5):
            pause(1.5)
            with scene.stack.valkey() as client:
                client.execute_command("CLIENT", "KILL", "TYPE", "normal")
                client.execute_command("CLIENT", "KILL", "TYPE", "pubsub")
    scene.recovered(scene.stack.drained(), "drained", within=NOTICED_SECONDS + AT_WORK_SECONDS)
    errors = scene.ledger.statuses()[503]
    scene.expect_service(not errors, f"{errors} reports were refused with 503")


def worker_away(scene: Scene, *, seconds: float = STALE_AFTER_SECONDS + 4) -> None:
    """No worker: everything waits, and says so; then the backlog goes where it belongs."""
    stack = scene.stack
    with stack.away("worker"):
        before = _incidents(stack)
        with scene.load(rate=150):
            pause(seconds)
            ended = time.time()
            _looks_stale(scene)
        scene.expect(_incidents(stack) == before, "something opened or closed without a worker")
        backlog = stack.waiting() or 0
    _drains(scene, backlog, rate=150)
    pause(TWO_TICKS_SECONDS)
    late = [started for _, _, started in _incidents(stack) if _seconds(started) > ended]
    scene.expect(not late, f"{len(late)} incidents of the backlog seem to begin now")


def worker_away_long(scene: Scene) -> None:
    worker_away(scene, seconds=600)


def _looks_stale(scene: Scene) -> None:
    stack = scene.stack
    slug = stack.people.services[0]
    scene.expect(stack.get("/healthz").status == 200, "/healthz is not 200")
    ready = stack.get("/readyz").status
    scene.expect(ready == 503, f"/readyz is {ready}, not 503")
    service = stack.facts(f"/api/v1/services/{slug}")
    scene.expect(service["stale"] is True, "the API does not say stale")
    scene.expect(service["status"] != "ok", "the API says ok on stale data")
    page = stack.get(f"/s/{slug}/").body.lower()
    scene.expect(b"delayed by" in page, "the page does not say by how much it is delayed")


def _drains(scene: Scene, backlog: int, *, rate: float) -> None:
    """How quickly the backlog goes once the worker is back at work."""
    stack = scene.stack
    begun = processes.waits_for(lambda: (stack.waiting() or 0) < backlog, seconds=60)
    took = stack.drained()
    scene.recovered(begun, "worker at work after", within=60)
    scene.recovered(took, f"backlog of {backlog} drained in", within=backlog / rate / DRAINS_FASTER)


def _incidents(stack: Stack) -> set[tuple[int, str, Any]]:
    return set(stack.database.ask("SELECT id, state, started_at FROM outages_incident"))


def _seconds(at: Any) -> float:
    """Seconds since 1970 of a time as a database gives it."""
    if isinstance(at, str):
        at = datetime.fromisoformat(at).replace(tzinfo=UTC)
    return float(at.timestamp())


def _about_nothing(payload: bytes) -> bytes:
    """The same packed report under another key, about a service that there never was."""
    report = msgspec.msgpack.decode(payload)
    report[0], report[1] = str(uuid.uuid4()), "no-such-service"
    return msgspec.msgpack.encode(report)


FAULTS = (
    Fault(code="F8", title="one report in 2,000 that can never be stored", run=poison),
    Fault(code="F8", title="a table away: an error that is no report's", run=no_table),
    Fault(code="F18", title="beat killed", run=beat_killed),
    Fault(code="F18", title="two beats", run=two_beats),
    Fault(code="F18", title="worker and beat cut off from Valkey, five times", run=deaf),
    Fault(code="F18", title="worker frozen for good", run=worker_frozen, databases=PROMISED),
    Fault(code="F18", title="beat frozen for good", run=beat_frozen, long=True),
    Fault(
        code="F19 F20",
        title="worker away for over a minute, then its backlog",
        run=worker_away,
        databases=PROMISED,
    ),
    Fault(
        code="F20",
        title="worker away for 10 minutes",
        run=worker_away_long,
        databases=PROMISED,
        long=True,
    ),
)
