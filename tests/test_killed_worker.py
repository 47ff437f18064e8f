"""The Celery worker is killed hard while reports come in: every 202 is counted once."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
import redis

from reports.inbox import CLAIM_AFTER_MS, Inbox
from reports.valkey import socket_of
from tests.services import postgres
from tests.services.instance import HOST, ROOT, Instance, environment, own_port, running, until

REPORTS = 2000
# The same people once more, within the same window: heard, and not counted again.
AGAIN = 50
COUNT = (
    "from django.db.models import Sum; from reports.models import MinuteCount, Report; "
    "print(Report.objects.count(), MinuteCount.objects.aggregate(n=Sum('reports'))['n'], "
    "MinuteCount.objects.aggregate(n=Sum('first_reporters'))['n'])"
)
pytestmark = [pytest.mark.live, pytest.mark.timeout(300), pytest.mark.xdist_group("instance")]


@pytest.fixture(params=["sqlite", "postgresql"])
def more(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Settings of the instance: whose database it uses, and that it believes our addresses."""
    believed = {"TRUSTED_PROXIES": "127.0.0.0/8"}
    if request.param == "sqlite":
        yield believed
        return
    with postgres.running() as server:
        yield believed | {"DATABASE_URL": server.url}


def post(connection: HTTPConnection, person: int) -> dict[str, object]:
    body = json.dumps({"service": "whatsapp", "symptom": "messaging", "region": "US-NY"})
    # Each in a block of addresses of its own: only three votes of one weigh anything.
    address = f"10.{person // 250}.{person % 250}.1"
    headers = {"Content-Type": "application/json", "X-Forwarded-For": address}
    connection.request("POST", "/api/v1/reports", body, headers)
    answer = connection.getresponse()
    text = answer.read()
    assert answer.status == 202, text
    receipt: dict[str, object] = json.loads(text)
    return receipt


def manage(instance: Instance, more: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(instance.data_dir, **more),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout


def test_a_worker_killed_among_2000_reports_loses_none_and_doubles_none(
    tmp_path: Path, worker_id: str, more: dict[str, str]
) -> None:
    with running(tmp_path, port=own_port(worker_id), more=more) as instance:
        inbox = Inbox(redis.Redis(unix_socket_path=str(socket_of(tmp_path))))
        connection = HTTPConnection(HOST, instance.port, timeout=30)
        counted = 0
        for person in range(REPORTS):
            if person == REPORTS // 2:
                until(lambda: instance.leader("worker") > 0)
                killed = instance.leader("worker")
                os.killpg(os.getpgid(killed), signal.SIGKILL)
            counted += bool(post(connection, person)["counted"])
        again = [post(connection, person) for person in range(REPORTS - AGAIN, REPORTS)]
        until(lambda: instance.leader("worker") not in (0, killed), seconds=60)
        # What the killed worker had taken is taken over after a while.
        until(lambda: inbox.waiting() == 0, seconds=60 + CLAIM_AFTER_MS / 1000)
        said = manage(instance, more, "shell", "--no-imports", "-c", COUNT).split()
        verified = manage(instance, more, "verify_counts")
        connection.close()
        inbox.client.close()
    assert counted == REPORTS
    # A window may end between the first and the second time.
    new = sum(bool(receipt["counted"]) for receipt in again)
    assert said == [str(REPORTS + new), str(REPORTS + new), str(REPORTS)]
    assert "0 differences" in verified
