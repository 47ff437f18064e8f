"""Causes as everybody gets them: in the form of the API, beside our own, with their history."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from outages import board
from outages.models import Incident
from outages.pages.phrases import culprit
from tests.outages.pages import scenes, voices
from tests.outages.pages.scenes import Scene

NOW = datetime.fromisoformat("2026-11-24T15:40:30Z")


@pytest.fixture
def outage(db: None) -> Scene:
    return scenes.an_outage(now=NOW)


def body(incident: Incident) -> dict[str, Any]:
    return board.incident(incident.pk)


def test_our_own_cause_has_nothing_beside_it(outage: Scene) -> None:
    assert outage.incident
    shown = body(outage.incident)
    assert shown["cause"]["says"] == "inference"
    assert (shown["inferred_cause"], shown["cause_said"]) == (None, None)


def test_the_operators_cause_comes_with_the_sentence_and_our_own_beside_it(outage: Scene) -> None:
    shown = body(voices.the_operator_speaks(outage, now=NOW))
    assert (shown["cause"]["says"], shown["cause"]["confidence"]) == ("official", "likely")
    said = shown["cause_said"]
    assert (said["text"], said["was_read"]) == (voices.QUOTED, True)
    own = shown["inferred_cause"]
    assert (own["says"], own["category"], own["confidence"]) == (
        "inference",
        "configuration_error",
        "possible",
    )
    assert own["evidence"]


def test_the_sentence_on_a_services_page_says_whose_word_it_is(outage: Scene) -> None:
    shown = body(voices.the_operator_speaks(outage, now=NOW))
    assert culprit(shown) == "its operator names a configuration or operator error"


def test_the_record_holds_every_judgement_and_word_but_no_names(outage: Scene) -> None:
    incident = voices.a_moderator_speaks(outage, now=NOW)
    record = board.evidence(incident.pk)
    assert [(one["says"], one["current"]) for one in record["causes"]] == [
        ("inference", False),
        ("official", False),
        ("moderator", True),
    ]
    assert all(one["until"] is None for one in record["causes"])
    words = record["words_on_the_cause"]
    assert [(one["word"], one["category"], one["reason"]) for one in words] == [
        ("set", "cyberattack", voices.TOLD)
    ]
    assert "'mo'" not in str(record)


def test_the_api_and_its_list_say_who_says_it(outage: Scene, client: Client) -> None:
    incident = voices.a_moderator_speaks(outage, now=NOW)
    found = client.get("/api/v1/incidents?cause=cyberattack").json()["results"]
    assert [one["id"] for one in found] == [incident.pk]
    assert found[0]["cause"]["says"] == "moderator"
    assert set(found[0]["cause"]) == {
        *("category", "group", "confidence", "probability", "says", "alternatives", "evidence")
    }


def test_pages_show_every_voice_and_when_it_spoke(outage: Scene, client: Client) -> None:
    incident = voices.a_moderator_speaks(outage, now=NOW)
    voices.another_hypothesis_lost(outage)
    text = client.get(f"/incidents/{incident.pk}/").content.decode()
    for said in (
        "A moderator set this cause",
        voices.TOLD,
        "Our own signals: <strong>Configuration or operator error</strong> (possible).",
        "What our signals have for Configuration or operator error",
        "Configuration or operator error, said by the operator",
        "still, beneath the other",
        "Amazon Web Services",
    ):
        assert said in text
    service = client.get("/s/whatsapp/").content.decode()
    assert voices.TOLD in service
    assert "Our own signals:" in service


def test_what_a_text_was_read_as_is_quoted(outage: Scene, client: Client) -> None:
    incident = voices.the_operator_speaks(outage, now=NOW)
    text = client.get(f"/incidents/{incident.pk}/").content.decode()
    assert "We read this from what the operator wrote" in text
    assert f'<blockquote dir="auto"><p>{voices.QUOTED}</p></blockquote>' in text
