"""F4, F13, F26: the database is away, locked, cut off, overrun or deadlocks."""

import time
from contextlib import AbstractContextManager, suppress

import psycopg

from tests.faults import processes
from tests.faults.crowd import Crowd
from tests.faults.database import Postgresql, until_up
from tests.faults.ledger import percentile
from tests.faults.processes import pause
from tests.faults.scene import Fault, Scene
from tests.faults.stack import Stack

AWAY_SECONDS = 8
OPEN_CONNECTIONS = 5000
IDLE_CONNECTIONS = 2000
# All of them are answered within this; a browser waits for longer.
ANSWERED_SECONDS = 30
# What the web processes may grow by while so many connections are open: 60 kB each.
GROWTH_MB = 300
# Enough that each of the web processes is met.
VISITS = 8
# A page from what is kept in the process, on a machine that does much else.
PAGE_SECONDS = 2.0
UNDISTURBED_SECONDS = 1.0


def away(scene: Scene, *, seconds: float = AWAY_SECONDS, rate: float = 250) -> None:
    _visit_pages(scene.stack)
    with scene.load(rate=rate):
        pause(3)
        with _no_database(scene.stack):
            pause(seconds / 2)
            _pages_are_served(scene)
            pause(seconds / 2)
        until_up(scene.stack.database)
        pause(2)
    nobody_notices(scene)
    scene.recovered(scene.stack.drained(), "drained", within=60)


def away_for_minutes(scene: Scene) -> None:
    away(scene, seconds=120, rate=150)


def cut_off(scene: Scene) -> None:
    database = scene.stack.database
    assert isinstance(database, Postgresql)
    with scene.load():
        for _ in range(5):
            pause(1.5)
            cut = database.cut_connections()
        pause(1)
    scene.note(f"{cut} connections cut each time")
    nobody_notices(scene)


def overrun(scene: Scene) -> None:
    """As many connections at once as a site has in an outage, while there is no database."""
    stack = scene.stack
    _visit_pages(stack)
    before = processes.memory(stack.members("web"))
    crowd = Crowd(stack.port, stack.people, scene.ledger, size=OPEN_CONNECTIONS)
    with _no_database(stack), crowd:
        took = crowd.answered(seconds=ANSWERED_SECONDS)
        grown = processes.memory(stack.members("web")) - before
        _pages_are_served(scene)
    until_up(stack.database)
    scene.recovered(took, f"{OPEN_CONNECTIONS} connections answered in", within=ANSWERED_SECONDS)
    scene.note(f"web grew by {grown:.0f} MB")
    scene.expect_service(grown <= GROWTH_MB, f"the web processes grew by {grown:.0f} MB")


def idlers(scene: Scene) -> None:
    """Connections that are kept open after their answer take nothing from anybody."""
    stack = scene.stack
    crowd = Crowd(stack.port, stack.people, scene.ledger, size=IDLE_CONNECTIONS, stays=True)
    with crowd:
        took = crowd.answered(seconds=ANSWERED_SECONDS)
        with scene.load(rate=100):
            pause(5)
    scene.recovered(took, f"{IDLE_CONNECTIONS} connections answered in", within=ANSWERED_SECONDS)
    hung = scene.ledger.unanswered.total()
    scene.expect_service(not hung, f"{hung} requests got no answer")


def both_away(scene: Scene) -> None:
    """Neither store: 503 at once, and a storm of retries with the same ids afterwards."""
    stack = scene.stack
    with scene.load(rate=150):
        pause(2)
        with _no_database(stack), stack.away("valkey"):
            pause(5)
        until_up(stack.database)
        pause(4)
    refused = [reply for reply in scene.ledger.replies if reply.status == 503]
    scene.expect(bool(refused), "nobody was told 503")
    slow = percentile(refused, 99)
    scene.expect_service(
        slow <= UNDISTURBED_SECONDS, f"99 % of the 503 came within {slow:.1f} s only"
    )
    hung = scene.ledger.unanswered["TimeoutError"]
    scene.expect_service(not hung, f"{hung} requests hung")
    scene.recovered(stack.drained(), "drained", within=60)


def opposite_order(scene: Scene) -> None:
    """Two workers on the counts of one service, and a session that locks them backwards."""
    stack = scene.stack
    database = stack.database
    assert isinstance(database, Postgresql)
    hot = scene.unused_service()
    worker = ("worker", "--queues", "ticks", "--concurrency", "2", "--loglevel", "ERROR")
    before = _deadlocks(database)
    with stack.second(*worker), scene.load(rate=400, service=hot):
        pause(4)
        until = time.monotonic() + 8
        while time.monotonic() < until:
            _lock_backwards(database, hot)
    # The server counts them a moment later.
    pause(1)
    scene.note(f"{_deadlocks(database) - before} deadlocks")


def _lock_backwards(database: Postgresql, slug: str) -> None:
    """Rows of the current minute, last region first; of two in a deadlock one gives way."""
    rows = (
        "SELECT region_id FROM reports_minutecount WHERE service_id ="
        " (SELECT id FROM reports_service WHERE slug = %s) AND minute = %s"
        " ORDER BY region_id DESC"
    )
    lock = rows.replace("ORDER BY", "AND region_id = %s ORDER BY") + " FOR UPDATE"
    minute = int(time.time() // 60)
    with (
        database.connect() as session,
        suppress(psycopg.errors.DeadlockDetected),
        session.transaction(),
    ):
        for (region,) in session.execute(rows, (slug, minute)).fetchall():
            session.execute(lock, (slug, minute, region))
            pause(0.3)


def _deadlocks(database: Postgresql) -> int:
    sql = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    return int(database.ask(sql)[0][0])


def _no_database(stack: Stack) -> AbstractContextManager[None]:
    """Away where it is a server; where it is a file, somebody else has it locked."""
    database = stack.database
    return database.away() if isinstance(database, Postgresql) else database.locked()


def _pages(stack: Stack) -> tuple[str, ...]:
    slug = stack.people.services[0]
    return "/", f"/s/{slug}/", f"/api/v1/services/{slug}"


def _visit_pages(stack: Stack) -> None:
    """Each web process has shown them before: nobody asks for a page for the first time."""
    for path in _pages(stack) * VISITS:
        stack.get(path)


def _pages_are_served(scene: Scene) -> None:
    """The last snapshot, marked as such (P4)."""
    for path in (*_pages(scene.stack), "/healthz"):
        start = time.monotonic()
        try:
            status = scene.stack.get(path, timeout=10).status
        except OSError as error:
            scene.expect_service(False, f"{path} gave no answer ({type(error).__name__})")
            continue
        took = time.monotonic() - start
        scene.expect(status == 200, f"{path} answered {status}")
        scene.expect_service(took <= PAGE_SECONDS, f"{path} took {took:.1f} s")


def nobody_notices(scene: Scene) -> None:
    statuses = scene.ledger.statuses()
    scene.expect_service(not statuses[503], f"{statuses[503]} reports were refused with 503")
    slow = percentile(scene.ledger.accepted, 99)
    scene.expect_service(slow <= UNDISTURBED_SECONDS, f"one report in a hundred took {slow:.1f} s")


FAULTS = (
    Fault(code="F4", title="PostgreSQL crashes, away for 8 s", run=away, databases=("postgresql",)),
    Fault(
        code="F4",
        title="PostgreSQL ends every connection, five times",
        run=cut_off,
        databases=("postgresql",),
    ),
    Fault(
        code="F4",
        title="PostgreSQL away for 2 minutes",
        run=away_for_minutes,
        databases=("postgresql",),
        long=True,
    ),
    Fault(code="locked", title="SQLite locked for 8 s", run=away, databases=("sqlite",)),
    Fault(code="F5", title="both stores away for 5 s, then all try again", run=both_away),
    Fault(code="F13", title="5,000 connections at once while there is no database", run=overrun),
    Fault(code="F13", title="2,000 connections kept open after their answer", run=idlers),
    Fault(
        code="F26",
        title="two workers, one service, rows locked backwards",
        run=opposite_order,
        databases=("postgresql",),
    ),
)
