"""What operators say stands beside the verdict as theirs, and leaves it as it is."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from outages.models import Incident, Notice, Reply
from tests.outages import crowd

pytestmark = pytest.mark.django_db
NOW = crowd.NOW
WORDS = "All is well <b>here</b>."


@pytest.fixture
def incident(time_machine: time_machine.TimeMachineFixture) -> Incident:
    time_machine.move_to(NOW, tick=False)
    return crowd.an_incident(crowd.a_watched_service(), ["DE-BE"])


def a_reply(incident_of: Incident, **more: Any) -> None:
    fields = {"service": incident_of.service, "at": NOW, "by_name": "Meta", "text": WORDS}
    Reply.objects.create(**(fields | more))


def shown(client: Client, path: str) -> bool:
    page = client.get(path).content.decode()
    assert "<b>here</b>" not in page
    found = "All is well &lt;b&gt;here&lt;/b&gt;." in page
    assert found == ("What Whatsapp says itself" in page)
    assert found == ("Reply · Meta, " in page)
    return found


def test_a_reply_is_shown_beside_the_verdict(client: Client, incident: Incident) -> None:
    before = client.get("/s/whatsapp/answer/").content
    assert not shown(client, "/s/whatsapp/")
    a_reply(incident, url="https://status.example/7")
    assert shown(client, "/s/whatsapp/")
    assert b"https://status.example/7" in client.get("/s/whatsapp/").content
    assert client.get("/s/whatsapp/answer/").content == before


@pytest.mark.parametrize(
    ("days_ago", "began_days_ago", "is_shown"),
    [(8, None, False), (6, None, True), (8, 9, True), (8, 1, False)],
)
def test_it_stays_for_seven_days_or_as_long_as_the_incident(
    client: Client,
    incident: Incident,
    days_ago: int,
    began_days_ago: int | None,
    is_shown: bool,
) -> None:
    if began_days_ago is None:
        Incident.objects.update(state="resolved", resolved_at=NOW)
    else:
        Incident.objects.update(started_at=NOW - timedelta(days=began_days_ago))
    a_reply(incident, at=NOW - timedelta(days=days_ago))
    assert shown(client, "/s/whatsapp/") is is_shown


def test_an_incident_s_page_shows_what_is_about_it(client: Client, incident: Incident) -> None:
    older = crowd.an_incident(incident.service, minutes_ago=2000, lasted=60)
    a_reply(incident, incident=incident)
    assert shown(client, f"/incidents/{incident.pk}/")
    assert not shown(client, f"/incidents/{older.pk}/")


def test_what_was_said_of_the_service_meanwhile_belongs_to_the_incident(
    client: Client, incident: Incident
) -> None:
    older = crowd.an_incident(incident.service, minutes_ago=2000, lasted=60)
    a_reply(incident, at=older.started_at + timedelta(minutes=5))
    assert shown(client, f"/incidents/{older.pk}/")
    assert not shown(client, f"/incidents/{incident.pk}/")


def test_a_hidden_reply_is_nowhere(client: Client, incident: Incident) -> None:
    a_reply(incident, incident=incident, shown=False)
    assert not shown(client, "/s/whatsapp/")
    assert not shown(client, f"/incidents/{incident.pk}/")


def test_the_three_newest_are_shown(client: Client, incident: Incident) -> None:
    for n in range(5):
        at = NOW - timedelta(minutes=n)
        a_reply(incident, incident=incident, at=at, text=f"Reply number {n}.")
    for path in ("/s/whatsapp/", f"/incidents/{incident.pk}/"):
        page = client.get(path).content.decode()
        assert [n for n in range(5) if f"Reply number {n}." in page] == [0, 1, 2]


def a_notice(incident: Incident, kind: str = "status", **more: Any) -> None:
    fields = {"service": incident.service, "at": NOW, "kind": kind, "text": WORDS}
    Notice.objects.create(**(fields | more))


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("notice", "is_shown"),
    [
        ({}, True),
        ({"at": NOW - 23 * HOUR}, True),
        ({"at": NOW - 25 * HOUR}, False),
        ({"source": "press"}, False),
        ({"kind": "release"}, True),
        ({"kind": "maintenance", "starts": NOW - HOUR, "ends": NOW + HOUR}, True),
        ({"kind": "maintenance", "starts": NOW - 23 * HOUR}, True),
        ({"kind": "maintenance", "starts": NOW - 25 * HOUR}, False),
        ({"kind": "maintenance", "starts": NOW - 2 * HOUR, "ends": NOW - HOUR}, False),
        ({"kind": "maintenance", "starts": NOW + HOUR, "ends": NOW + 2 * HOUR}, False),
        ({"kind": "maintenance"}, True),
    ],
)
def test_official_words_stand_beside_a_verdict_without_an_incident(
    client: Client, incident: Incident, notice: dict[str, Any], is_shown: bool
) -> None:
    Incident.objects.update(state="resolved", resolved_at=NOW - 5 * HOUR)
    a_notice(incident, **notice)
    page = client.get("/s/whatsapp/").content.decode()
    assert ("All is well &lt;b&gt;here&lt;/b&gt;." in page) is is_shown
    said = client.get("/api/v1/services/whatsapp").json()["said"]
    assert [one["text"] for one in said] == ([WORDS] if is_shown else [])


def test_all_that_was_said_since_an_incident_began_stands_beside_it(
    client: Client, incident: Incident
) -> None:
    a_notice(incident, at=NOW - 30 * HOUR)
    assert client.get("/api/v1/services/whatsapp").json()["said"] == []
    Incident.objects.update(started_at=NOW - 31 * HOUR)
    assert len(client.get("/api/v1/services/whatsapp").json()["said"]) == 1


def test_replies_come_before_notices_and_neither_pushes_the_other_out(
    client: Client, incident: Incident
) -> None:
    for n in range(5):
        a_notice(incident, ref=str(n), at=NOW - timedelta(minutes=n))
        a_reply(incident, at=NOW - timedelta(hours=n + 1), text=str(n))
    said = client.get("/api/v1/services/whatsapp").json()["said"]
    assert [one["kind"] for one in said] == ["reply"] * 3 + ["status"] * 3
