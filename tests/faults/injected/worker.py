"""F2, F7: Celery's worker dies, freezes or is not alone while it moves reports."""

import random
import signal
import time
from contextlib import suppress

import msgspec
import redis

from reports.inbox import GROUP, STREAM
from tests.faults import processes
from tests.faults.database import Postgresql
from tests.faults.processes import pause
from tests.faults.scene import Fault, Scene
from tests.faults.stack import Stack

# A batch of so many takes tens of milliseconds from insert to acknowledgement.
RATE = 400
FILLED_SECONDS = 1.5
LONGEST_BATCH_SECONDS = 0.06
KILLS = 3
# The gap between commit and acknowledgement is a few milliseconds: it is not always met.
TRIES = 4
# Claimed after fifteen seconds of idleness (inbox.CLAIM_AFTER_MS), at the next tick; where it was
# frozen inside a transaction its locks hold everybody up until it is noticed (F18).
CLAIMED_SECONDS = 60


def killed(scene: Scene) -> None:
    """Shortly after it has taken a batch: in the middle of it, before or after the commit."""
    moments: dict[str, int] = {}
    with scene.load(rate=RATE):
        for _ in range(KILLS):
            _fill(scene.stack)
            if _taken(scene.stack):
                pause(random.uniform(0, LONGEST_BATCH_SECONDS))
            moment = _kill(scene)
            moments[moment] = moments.get(moment, 0) + 1
    scene.note("killed " + ", ".join(f"{n}x {moment}" for moment, n in sorted(moments.items())))


def killed_after_commit(scene: Scene) -> None:
    """Frozen at the first look that shows its rows, and killed if the entries still stand."""
    met = 0
    with scene.load(rate=RATE):
        for _ in range(TRIES):
            _fill(scene.stack)
            if not _seen(scene.stack, scene.ledger.accepted[-1].key):
                continue
            with processes.stopped(scene.stack.celery("worker")):
                if _pending(scene.stack):
                    _kill(scene)
                    met += 1
    scene.note(f"met {met} times in {TRIES}")


def killed_before_commit(scene: Scene) -> None:
    """Its rows are inserted and its counts wait for a lock: there it is killed, with certainty."""
    database = scene.stack.database
    assert isinstance(database, Postgresql)
    met = 0
    with scene.load(rate=RATE):
        for _ in range(2):
            with database.connect() as session, session.transaction():
                session.execute("LOCK TABLE reports_minutecount IN EXCLUSIVE MODE")
                waits = processes.waits_for(lambda: _waits_for_counts(database), seconds=20)
                met += waits is not None
                _kill(scene)
    scene.note(f"met {met} times in 2")
    scene.expect(met == 2, "the worker was not met between insert and commit")


def frozen(scene: Scene) -> None:
    """Stopped in whatever it does, for longer and shorter than a batch, and woken again."""
    with scene.load():
        for _ in range(8):
            pause(random.uniform(0.2, 1.0))
            with processes.stopped(scene.stack.celery("worker")):
                pause(random.choice((0.05, 0.3, 1.5)))


def two_drains(scene: Scene) -> None:
    """Two workers at the same stream, one of them frozen until its entries have been claimed."""
    stack = scene.stack
    worker = ("worker", "--queues", "ticks", "--concurrency", "2", "--loglevel", "ERROR")
    with stack.second(*worker), scene.load(rate=RATE):
        pause(8)
        for _ in range(TRIES):
            _fill(stack)
            _taken(stack)
            if _frozen_with_entries(scene):
                break
        else:
            scene.note(f"never frozen with entries in hand, in {TRIES} tries")
        pause(4)


def _frozen_with_entries(scene: Scene) -> bool:
    """Freeze the worker; if it has entries in hand, until another has taken them over."""
    stack = scene.stack
    with processes.stopped(stack.celery("worker")):
        held = _held(stack)
        if not held:
            return False
        overtaken = processes.waits_for(lambda: not _held(stack), seconds=CLAIMED_SECONDS)
        scene.note(f"froze with {held} entries in hand")
        scene.recovered(overtaken, "overtaken after", within=CLAIMED_SECONDS)
        pause(2)
    return True


def _fill(stack: Stack) -> None:
    """Let a batch's worth of reports wait, then let the worker go at them."""
    with processes.stopped(stack.celery("worker")):
        pause(FILLED_SECONDS)


def _taken(stack: Stack) -> bool:
    """Return as soon as a batch is under way; False when none was seen."""
    with stack.valkey() as client:
        until = time.monotonic() + 5
        while time.monotonic() < until:
            if _count(client):
                return True
    return False


def _pending(stack: Stack) -> int:
    with stack.valkey() as client:
        return _count(client)


def _held(stack: Stack) -> int:
    """How many entries the instance's own worker has taken and not acknowledged."""
    mine = {str(pid).encode() for pid in stack.celery("worker")}
    with stack.valkey() as client:
        consumers = client.xpending(STREAM, GROUP)["consumers"]
    # A consumer's name ends with the number of its process (reports/tasks.py).
    return sum(one["pending"] for one in consumers if one["name"].rsplit(b"-", 1)[-1] in mine)


def _count(client: redis.Redis) -> int:
    with suppress(redis.exceptions.ResponseError):
        return int(client.xpending(STREAM, GROUP)["pending"])
    # The group is made by the first worker that looks.
    return 0


def _seen(stack: Stack, key: str) -> bool:
    """Return as soon as a key's row can be seen; False when it never was."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        if stack.database.ask("SELECT 1 FROM reports_report WHERE key = %s", key):
            return True
    return False


def _kill(scene: Scene) -> str:
    """Kill the worker; says where in its batch it was, once the next one is there."""
    stack = scene.stack
    before = stack.leader("worker")
    processes.send(stack.celery("worker"), signal.SIGSTOP)
    moment = _moment(stack)
    stack.kill("worker")
    back = stack.restarted("worker", before)
    scene.expect_service(back is not None, "the worker did not come back")
    return moment


def _moment(stack: Stack) -> str:
    """Where in its batch a stopped worker stands, by what stream and database show."""
    with stack.valkey() as client:
        held = client.xpending_range(STREAM, GROUP, "-", "+", count=1)
        if not held:
            return "between batches"
        found = client.xrange(STREAM, held[0]["message_id"], count=1)
    if not found:
        return "while acknowledging"
    key = _key_of(found[0][1][b"r"])
    rows = stack.database.ask("SELECT 1 FROM reports_report WHERE key = %s", key)
    return "between commit and acknowledgement" if rows else "before the commit"


def _key_of(payload: bytes) -> str:
    """The first member of a packed report."""
    return str(msgspec.msgpack.decode(payload)[0]).replace("-", "")


def _waits_for_counts(database: Postgresql) -> bool:
    sql = "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'reports_minutecount'::regclass"
    return bool(database.ask(sql))


FAULTS = (
    Fault(code="F2", title="worker killed three times in the middle of a batch", run=killed),
    Fault(
        code="F2",
        title="worker killed between insert and commit",
        run=killed_before_commit,
        databases=("postgresql",),
    ),
    Fault(
        code="F2", title="worker killed between commit and acknowledgement", run=killed_after_commit
    ),
    Fault(code="F2", title="worker frozen and woken, eight times", run=frozen),
    Fault(code="F7", title="two workers, one frozen until it is overtaken", run=two_drains),
)
