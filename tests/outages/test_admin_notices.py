"""What operators say, entered in the admin; keys made, shown once and revoked there."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from outages import keys
from outages.models import Incident, Key, Notice, Reply, StatusPage
from tests.outages import crowd

pytestmark = pytest.mark.django_db
NOW = crowd.NOW


@pytest.fixture
def incident(client: Client, time_machine: time_machine.TimeMachineFixture) -> Incident:
    time_machine.move_to(NOW, tick=False)
    client.force_login(User.objects.create_superuser("ada"))
    crowd.the_places()
    latest = {"observed": 79, "expected": 2.5, "window": 15, "z": 9.0}
    return crowd.an_incident(crowd.a_service(), latest=latest)


def enter(client: Client, model: str, **fields: object) -> str:
    answer = client.post(reverse(f"admin:outages_{model}_add"), fields, follow=True)
    return answer.content.decode()


def a_notice(client: Client, incident: Incident, **fields: object) -> str:
    given = {
        "service": incident.service_id,
        "kind": "status",
        "text": "We are looking into it.",
        "at_0": "2026-11-24",
        "at_1": "15:39:00",
        "source": "official",
    }
    return enter(client, "notice", **(given | fields))


def test_a_notice_is_entered_told_once_and_who_did_is_on_record(
    client: Client, incident: Incident
) -> None:
    a_notice(client, incident, cause="hardware_power")
    notice = Notice.objects.get()
    assert (notice.cause, notice.at) == ("hardware_power", NOW - timedelta(seconds=90))
    assert incident.timeline.filter(kind="notice").count() == 1
    assert incident.causes.get(current=True).category == "hardware_power"
    assert LogEntry.objects.get().user.get_username() == "ada"
    url = reverse("admin:outages_notice_change", args=[notice.pk])
    form = client.get(url).context["adminform"].form
    client.post(
        url,
        {
            **{name: value for name, value in form.initial.items() if value is not None},
            **{"at_0": "2026-11-24", "at_1": "15:39:00", "text": "It is fixed."},
        },
    )
    notice.refresh_from_db()
    assert (notice.text, notice.updated_at) == ("It is fixed.", NOW)
    assert incident.timeline.filter(kind="notice").count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"at_0": "2026-11-25"},
        {"starts_0": "2026-11-24", "starts_1": "12:00", "ends_0": "2026-11-24", "ends_1": "11:00"},
        {"text": "x" * 4001},
    ],
)
def test_a_notice_that_cannot_be_is_refused(
    client: Client, incident: Incident, wrong: dict[str, str]
) -> None:
    assert "errorlist" in a_notice(client, incident, **wrong)
    assert not Notice.objects.exists()


def test_a_reply_is_entered_and_hidden(client: Client, incident: Incident) -> None:
    given = {
        "service": incident.service_id,
        "incident": incident.pk,
        "by_name": "Meta",
        "text": "All is well.",
        "shown": "on",
    }
    enter(client, "reply", **given)
    reply = Reply.objects.get()
    assert (reply.at, reply.source, reply.shown) == (NOW, "admin", True)
    del given["shown"]
    client.post(reverse("admin:outages_reply_change", args=[reply.pk]), given)
    assert not Reply.objects.get().shown


def test_a_reply_to_another_service_s_incident_is_refused(
    client: Client, incident: Incident
) -> None:
    other = crowd.a_service("signal")
    shown = enter(client, "reply", service=other.pk, incident=incident.pk, by_name="S", text="No.")
    assert "no such incident" in shown
    assert not Reply.objects.exists()


def test_a_key_is_shown_once_and_works(client: Client, incident: Incident) -> None:
    answer = client.post(
        reverse("admin:outages_key_add"),
        {"name": "Meta", "scopes": ["notices"], "services": [incident.service_id]},
    )
    (secret,) = re.findall(r"<code>(brownout_[\w-]+)</code>", answer.content.decode())
    assert "no-store" in answer["Cache-Control"]
    assert secret not in str(answer.cookies)
    key = keys.find(secret, now=NOW)
    assert key is not None
    assert list(key.services.all()) == [incident.service]
    again = client.get(reverse("admin:outages_key_change", args=[key.pk])).content.decode()
    assert secret not in again
    assert key.begins in again
    assert secret not in str(list(LogEntry.objects.values()))


def test_a_key_is_revoked_and_never_deleted(client: Client, incident: Incident) -> None:
    key, secret = keys.make(name="Meta", scopes=["notices"], now=NOW)
    client.post(
        reverse("admin:outages_key_changelist"),
        {"action": "revoke", "_selected_action": [key.pk]},
    )
    assert Key.objects.get().revoked_at == NOW
    assert keys.find(secret, now=NOW) is None
    assert LogEntry.objects.get().change_message == "revoked"
    url = reverse("admin:outages_key_delete", args=[key.pk])
    assert client.post(url, {"post": "yes"}).status_code == 403


def test_what_is_wrong_with_a_status_page_can_be_read(client: Client, incident: Incident) -> None:
    StatusPage.objects.create(
        service=incident.service, url="https://status.example", due_at=NOW, error="It is no JSON."
    )
    shown = client.get(reverse("admin:outages_statuspage_changelist")).content.decode()
    assert "It is no JSON." in shown


@pytest.mark.parametrize("at_once", [True, False])
def test_a_notice_that_is_deleted_is_taken_back(
    client: Client, incident: Incident, at_once: bool
) -> None:
    a_notice(client, incident, cause="hardware_power")
    pk = Notice.objects.get().pk
    if at_once:
        client.post(reverse("admin:outages_notice_delete", args=[pk]), {"post": "yes"})
    else:
        client.post(
            reverse("admin:outages_notice_changelist"),
            {"action": "delete_selected", "_selected_action": [pk], "post": "yes"},
        )
    assert not Notice.objects.exists()
    assert not incident.causes.filter(current=True, says="official").exists()
