"""PostgreSQL is killed under a running instance: pages go on as old, reports are taken."""

import json
import os
import re
import signal
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlencode

import psycopg
import pytest

from tests.services import postgres
from tests.services.instance import HOST, Instance, own_port, running, until
from tests.services.postgres import Postgres

pytestmark = [pytest.mark.live, pytest.mark.timeout(180), pytest.mark.xdist_group("instance")]
PAGES = ("/", "/s/signal/", "/api/v1/services/signal")
FORM = "/s/signal/report/"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
# So often that both web processes have shown each page.
OFTEN = 20
# A request that finds out waits for the pool's patience once (settings.DATABASES), on a busy
# machine for a while more.
FOUND_OUT_SECONDS = 4.0


@pytest.fixture
def server() -> Iterator[Postgres]:
    with postgres.running() as started:
        yield started


@pytest.fixture
def instance(
    server: Postgres, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[Instance]:
    folder = tmp_path_factory.mktemp("away")
    more = {"DATABASE_URL": server.url, "TRUSTED_PROXIES": "127.0.0.0/8"}
    with running(folder, port=own_port(worker_id), more=more) as started:
        yield started


def ask(
    instance: Instance, method: str, path: str, *, body: str = "", kind: str = "", client: str = ""
) -> tuple[int, str, float]:
    """Status, body and seconds of a request on a connection of its own."""
    connection = HTTPConnection(HOST, instance.port, timeout=20)
    headers = {"Content-Type": kind, "X-Forwarded-For": client} if kind else {}
    started = time.monotonic()
    try:
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), time.monotonic() - started
    finally:
        connection.close()


def report(instance: Instance, client: str) -> tuple[int, float]:
    body = json.dumps({"service": "signal"})
    kind = "application/json"
    status, _, seconds = ask(
        instance, "POST", "/api/v1/reports", body=body, kind=kind, client=client
    )
    return status, seconds


def stored(server: Postgres) -> int:
    with psycopg.connect(server.url) as connection:
        row = connection.execute("SELECT count(*) FROM reports_report").fetchone()
    assert row
    return int(row[0])


def test_pages_go_on_and_reports_are_taken_while_postgresql_is_down(
    server: Postgres, instance: Instance
) -> None:
    for path in (*PAGES, FORM):
        for _ in range(OFTEN):
            assert ask(instance, "GET", path)[0] == 200
    server.stop(mode="immediate")
    slowest = {}
    for path in PAGES:
        answers = [ask(instance, "GET", path) for _ in range(OFTEN)]
        slowest[path] = max(seconds for _, _, seconds in answers)
        assert {status for status, _, _ in answers} == {200}
        sign = '"stale":true' if path.startswith("/api/") else "This is how it stood at"
        assert all(sign in text for _, text, _ in answers)
    status, page, seconds = ask(instance, "GET", FORM)
    assert (status, seconds < 1) == (200, True)
    assert "What is wrong with Signal?" in page
    filled = urlencode({**dict(HIDDEN.findall(page)), "kind": "report"})
    kind = "application/x-www-form-urlencoded"
    status, _, seconds = ask(instance, "POST", FORM, body=filled, kind=kind, client="198.18.0.1")
    assert (status, seconds < 1) == (303, True)
    taken = [report(instance, f"198.18.1.{n}") for n in range(OFTEN)]
    assert {status for status, _ in taken} == {202}
    assert max(seconds for _, seconds in taken) < FOUND_OUT_SECONDS
    assert max(slowest.values()) < FOUND_OUT_SECONDS
    # A web server that starts meanwhile has never seen the database.
    killed = instance.leader("web")
    os.killpg(os.getpgid(killed), signal.SIGKILL)
    until(lambda: instance.leader("web") not in (0, killed) and instance.answers(), seconds=60)
    later = [report(instance, f"198.18.2.{n}")[0] for n in range(OFTEN)]
    assert set(later) == {202}
    server.start()
    until(lambda: "how it stood" not in ask(instance, "GET", "/")[1], seconds=30)
    until(lambda: stored(server) == 2 * OFTEN + 1, seconds=60)
