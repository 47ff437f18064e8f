"""A database that takes connections and answers nothing holds up no health check."""

import json
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path

import psycopg
import pytest

from tests.services import postgres
from tests.services.instance import HOST, Instance, own_port, running, until

pytestmark = [pytest.mark.live, pytest.mark.timeout(300), pytest.mark.xdist_group("instance")]
ASKED = 10
# A check waits for a second, a query of a server that hangs for ever; the rest is a busy machine's.
LONGEST_SECONDS = 10.0


def get(instance: Instance, path: str) -> tuple[int, str]:
    connection = HTTPConnection(HOST, instance.port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def wrong(instance: Instance) -> dict[str, str]:
    """What /readyz finds wrong. A busy machine may need a second for a first connection."""
    checks: dict[str, str] = json.loads(get(instance, "/readyz")[1])["checks"]
    return {part: says for part, says in checks.items() if says != "ok"}


def processes_of(server: postgres.Postgres) -> Sequence[int]:
    """The server's first process and all that it has started."""
    first = int((server.folder / "data" / "postmaster.pid").read_text().splitlines()[0])
    with psycopg.connect(server.url) as connection:
        found = connection.execute("SELECT pid FROM pg_stat_activity").fetchall()
    return [first, *(pid for (pid,) in found)]


@contextmanager
def hanging(server: postgres.Postgres) -> Iterator[None]:
    pids = processes_of(server)
    for pid in pids:
        _send(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            _send(pid, signal.SIGCONT)


def _send(pid: int, number: signal.Signals) -> None:
    # Autovacuum's processes, and the one that listed them, come and go.
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def test_a_database_that_hangs_holds_up_no_health_check(tmp_path: Path, worker_id: str) -> None:
    with (
        postgres.running() as server,
        running(tmp_path, port=own_port(worker_id), more={"DATABASE_URL": server.url}) as instance,
    ):
        until(lambda: "database" not in wrong(instance))
        with hanging(server):
            for _ in range(ASKED):
                before = time.monotonic()
                status, text = get(instance, "/readyz")
                assert time.monotonic() - before < LONGEST_SECONDS
                assert status == 503
                checks = json.loads(text)["checks"]
                assert checks["database"] == "does not answer (not within a second)"
                assert checks["valkey"] == "ok"
            assert get(instance, "/healthz")[0] == 200
            assert 'brownout_up{part="database"} 0.0' in get(instance, "/metrics")[1]
        until(lambda: "database" not in wrong(instance))
