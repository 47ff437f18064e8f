"""Moderators in the admin: who may say what, that it is asked twice, and that it can be read."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from outages.models import Incident, MissedOutage, Verdict
from tests.outages import crowd

pytestmark = pytest.mark.django_db

SEES = ("view_incident", "view_verdict", "view_missedoutage", "add_missedoutage")


@pytest.fixture
def incident() -> Incident:
    crowd.the_places()
    return crowd.an_incident(crowd.a_service(), ["DE-BE"])


def staff(client: Client, *permissions: str) -> None:
    user = User.objects.create_user("mo", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)


def say(incident: Incident, word: str = "retracted") -> str:
    return reverse("admin:outages_incident_say", kwargs={"pk": incident.pk, "word": word})


def test_a_get_asks_and_changes_nothing(client: Client, incident: Incident) -> None:
    staff(client, *SEES, "add_verdict")
    answer = client.get(say(incident))
    assert b'<form method="post">' in answer.content
    incident.refresh_from_db()
    assert (incident.state, Verdict.objects.count()) == ("ongoing", 0)


def test_a_post_without_a_reason_changes_nothing(client: Client, incident: Incident) -> None:
    staff(client, *SEES, "add_verdict")
    assert client.post(say(incident), {"reason": " "}).status_code == 422
    assert not Verdict.objects.exists()


@pytest.mark.parametrize(("word", "state"), [("retracted", "retracted"), ("confirmed", "ongoing")])
def test_a_post_with_a_reason_is_the_word(
    client: Client, incident: Incident, word: str, state: str
) -> None:
    staff(client, *SEES, "add_verdict")
    answer = client.post(say(incident, word), {"reason": "I looked."}, follow=True)
    assert b"I looked." in answer.content
    incident.refresh_from_db()
    verdict = Verdict.objects.get()
    assert (incident.state, verdict.word, verdict.by_name) == (state, word, "mo")
    assert client.post(say(incident, word), {"reason": "Again."}).status_code == 422


def test_without_the_permission_it_can_only_be_read(client: Client, incident: Incident) -> None:
    staff(client, *SEES)
    page = client.get(reverse("admin:outages_incident_change", args=[incident.pk]))
    assert page.status_code == 200
    assert say(incident) not in page.content.decode()
    assert client.post(say(incident), {"reason": "I looked."}).status_code == 403
    assert not Verdict.objects.exists()


def test_who_is_not_staff_is_sent_to_the_login(client: Client, incident: Incident) -> None:
    answer = client.post(say(incident), {"reason": "I looked."})
    assert (answer.status_code, "login" in answer["Location"]) == (302, True)
    assert not Verdict.objects.exists()


def test_a_forged_post_is_refused(incident: Incident) -> None:
    client = Client(enforce_csrf_checks=True)
    staff(client, *SEES, "add_verdict")
    assert client.post(say(incident), {"reason": "I looked."}).status_code == 403
    assert not Verdict.objects.exists()


@pytest.mark.parametrize("word", ["deleted", "withdrawn"])
def test_other_words_there_are_none(client: Client, incident: Incident, word: str) -> None:
    staff(client, *SEES, "add_verdict")
    assert client.get(say(incident, word)).status_code == 404


@pytest.mark.parametrize("action", ["change", "delete"])
def test_the_trail_cannot_be_edited(client: Client, incident: Incident, action: str) -> None:
    staff(client, *SEES, "add_verdict", "change_verdict", "delete_verdict")
    client.post(say(incident), {"reason": "I looked."})
    verdict = Verdict.objects.get()
    url = reverse(f"admin:outages_verdict_{action}", args=[verdict.pk])
    assert client.post(url, {"reason": "Else.", "post": "yes"}).status_code == 403
    assert Verdict.objects.get().reason == "I looked."
    listed = client.get(reverse("admin:outages_verdict_changelist"))
    assert b"I looked." in listed.content


def a_missed_outage(client: Client, incident: Incident, **fields: str) -> object:
    values = {
        "service": str(incident.service_id),
        "started_at_0": "2026-11-20",
        "started_at_1": "10:00",
        "ended_at_0": "2026-11-20",
        "ended_at_1": "11:30",
        "reason": "Their post-mortem tells of it.",
        "verdicts-TOTAL_FORMS": "0",
        "verdicts-INITIAL_FORMS": "0",
    }
    return client.post(reverse("admin:outages_missedoutage_add"), values | fields)


def test_a_missed_outage_is_recorded_and_withdrawn(client: Client, incident: Incident) -> None:
    staff(client, *SEES, "add_verdict")
    a_missed_outage(client, incident)
    missed = MissedOutage.objects.get()
    assert missed.verdicts.get().reason == "Their post-mortem tells of it."
    url = reverse("admin:outages_missedoutage_say", kwargs={"pk": missed.pk, "word": "withdrawn"})
    client.post(url, {"reason": "Wrong day."})
    assert missed.verdicts.get(current=True).word == "withdrawn"


@pytest.mark.parametrize(
    "fields",
    [
        {"ended_at_1": "09:00"},
        {"started_at_0": "2126-11-20", "ended_at_0": "2126-11-20"},
        {"reason": ""},
    ],
)
def test_a_record_that_cannot_be_is_refused(
    client: Client, incident: Incident, fields: dict[str, str]
) -> None:
    staff(client, *SEES, "add_verdict")
    a_missed_outage(client, incident, **fields)
    assert not MissedOutage.objects.exists()


def test_what_the_watch_declared_was_not_missed(client: Client, incident: Incident) -> None:
    staff(client, *SEES, "add_verdict")
    day, hour = crowd.NOW.strftime("%Y-%m-%d"), incident.started_at.strftime("%H:%M")
    a_missed_outage(
        client, incident, started_at_0=day, started_at_1=hour, ended_at_0="", ended_at_1=""
    )
    assert not MissedOutage.objects.exists()


def test_a_moderator_sets_a_cause_and_leaves_it_again(client: Client, incident: Incident) -> None:
    crowd.a_cause(incident)
    incident.latest = {"observed": 40, "expected": 1.5, "window": 15, "z": 12.0}
    incident.save()
    staff(client, *SEES, "view_causeword", "add_verdict")
    asked = client.get(say(incident, "cause")).content.decode()
    assert "One of these, not known which" in asked
    reason = {"reason": "Their engineers told us."}
    assert client.post(say(incident, "cause"), {"cause": "gremlins", **reason}).status_code == 422
    answer = client.post(say(incident, "cause"), {"cause": "cyberattack", **reason}, follow=True)
    assert "Their engineers told us." in answer.content.decode()
    assert incident.causes.get(current=True).category == "cyberattack"
    client.post(say(incident, "cause"), {"cause": "infrastructure", **reason})
    assert incident.causes.get(current=True).group == "infrastructure"
    client.post(say(incident, "leave-cause"), {"reason": "A mistake."})
    assert incident.causes.get(current=True).says == "inference"
    listed = client.get(reverse("admin:outages_causeword_changelist")).content.decode()
    assert listed.count("Their engineers told us.") == 2


def test_who_may_not_judge_sets_no_cause(client: Client, incident: Incident) -> None:
    staff(client, *SEES, "add_causeword")
    said = {"cause": "cyberattack", "reason": "I looked."}
    assert client.post(say(incident, "cause"), said).status_code == 403
    assert not incident.causes.exists()
