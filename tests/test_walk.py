"""From a posted report to the public page, with nothing replaced."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from outages.watch import tick
from reports.draining import drain
from reports.inbox import Inbox
from reports.models import MinuteCount, Report
from reports.recounting import differences

START = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)
PEOPLE = 60


@pytest.fixture
def behind_a_proxy(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.0/8"]


def post(client: Client, *, address: str, **body: str) -> int:
    answer = client.post(
        "/api/v1/reports",
        json.dumps({"service": "whatsapp", **body}),
        content_type="application/json",
        headers={"X-Forwarded-For": address},
    )
    return answer.status_code


def test_reports_of_many_people_become_an_incident_that_page_and_api_show_alike(
    client: Client, catalogue: None, inbox: Inbox, behind_a_proxy: None
) -> None:
    # An instance that nobody has reported anything to for half a day, but for one.
    with time_machine.travel(START - timedelta(hours=12), tick=False):
        assert post(client, address="198.18.0.1") == 202
    for minute in range(4):
        with time_machine.travel(START + timedelta(minutes=minute), tick=False):
            for i in range(PEOPLE // 4):
                address = f"198.18.{minute * 20 + i}.7"
                assert post(client, address=address, symptom="messaging", region="DE-BE") == 202
    now = START + timedelta(minutes=4, seconds=5)
    with time_machine.travel(now, tick=False):
        drain(inbox, consumer="walk")
        assert tick(now=now, inbox=inbox).ongoing == 1
        answer = client.get("/api/v1/services/whatsapp").json()
        page = client.get("/s/whatsapp/")
        world = client.get("/api/v1/services/whatsapp/map").json()
    incident = answer["incident"]
    assert answer["status"] == "outage"
    assert [region["code"] for region in incident["regions"]] == ["DE-BE"]
    assert incident["explanation"]["brief"] in page.content.decode()
    states = {region["code"]: region["state"] for region in world["regions"]}
    assert states["DE"] == "outage"
    assert states["FR"] in {"no_data", "too_few"}
    assert Report.objects.count() == PEOPLE + 1
    assert sum(MinuteCount.objects.values_list("first_reporters", flat=True)) == PEOPLE + 1
    assert not list(differences(since=0))


def test_one_person_who_reports_again_is_one_voice(
    client: Client, catalogue: None, inbox: Inbox, behind_a_proxy: None
) -> None:
    # Every twenty minutes, over midnight UTC.
    first = datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    for turn in range(12):
        with time_machine.travel(first + timedelta(minutes=20 * turn), tick=False):
            assert post(client, address="198.18.3.4") == 202
    drain(inbox, consumer="walk")
    assert sum(MinuteCount.objects.values_list("reports", flat=True)) == 12
    assert sum(MinuteCount.objects.values_list("first_reporters", flat=True)) == 1
