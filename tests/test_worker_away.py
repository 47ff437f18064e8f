"""Scenario I: the worker is away for ten minutes of an outage; nothing is lost, nobody is misled.

The clock is the test's; tests/faults takes the real worker and Valkey away, for as long.
"""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from outages.models import Incident
from outages.watch import tick
from reports import progress
from reports.draining import drain
from reports.inbox import Inbox
from reports.models import Report
from reports.recounting import differences

START = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)
AWAY = 10
PEOPLE_A_MINUTE = 12

# Health is asked in threads of its own, which see only what is committed.
pytestmark = pytest.mark.django_db(transaction=True)


def at_work(inbox: Inbox, *, now: datetime) -> None:
    """One turn of clock and worker."""
    drain(inbox, consumer="away")
    tick(now=now, inbox=inbox)
    progress.note(inbox.client, "beat", "store", "store_done", now=now)


def report(client: Client, *, address: str) -> None:
    answer = client.post(
        "/api/v1/reports",
        json.dumps({"service": "whatsapp", "symptom": "messaging", "region": "DE-BE"}),
        content_type="application/json",
        headers={"X-Forwarded-For": address},
    )
    assert answer.status_code == 202


def test_ten_minutes_without_a_worker_lose_nothing_and_pass_for_no_recovery(
    client: Client, catalogue: None, inbox: Inbox, settings: Settings
) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.0/8"]
    # An instance that nobody has reported anything to for half a day, but for one.
    with time_machine.travel(START - timedelta(hours=12), tick=False):
        report(client, address="198.18.250.1")
    with time_machine.travel(START - timedelta(seconds=30), tick=False):
        at_work(inbox, now=datetime.now(tz=UTC))
        assert client.get("/readyz").status_code == 200
    for minute in range(AWAY):
        with time_machine.travel(START + timedelta(minutes=minute), tick=False):
            for person in range(PEOPLE_A_MINUTE):
                report(client, address=f"198.18.{minute * 20 + person}.7")
    back = START + timedelta(minutes=AWAY, seconds=5)
    with time_machine.travel(back, tick=False):
        # Meanwhile: alive, not ready, and the page does not say how it is.
        assert client.get("/healthz").status_code == 200
        health = client.get("/readyz")
        assert health.status_code == 503
        assert health.json()["checks"]["worker"] != "ok"
        body = client.get("/api/v1/services/whatsapp").json()
        assert (body["stale"], body["status"]) == (True, "unknown")
        assert Report.objects.count() == 1
        # It comes back.
        at_work(inbox, now=back)
        assert client.get("/readyz").status_code == 200
        body = client.get("/api/v1/services/whatsapp").json()
    assert Report.objects.count() == 1 + AWAY * PEOPLE_A_MINUTE
    assert not list(differences(since=0))
    assert (body["stale"], body["status"]) == (False, "outage")
    incident = Incident.objects.get()
    assert incident.started_at - START <= timedelta(minutes=2)
