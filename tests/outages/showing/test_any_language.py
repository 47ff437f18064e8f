"""A reader gets an incident in the language of the page, whatever language the tick spoke."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from outages import board, incidents, moderating
from outages.causes.signals import Signals, judge
from outages.explaining import verdicts
from outages.explaining.facts import facts_of
from outages.explaining.gathering import Gathered
from outages.incidents import Finding
from outages.models import Incident
from reports.models import Service
from tests import tongue
from tests.outages import crowd

pytestmark = pytest.mark.django_db

NOW, MINUTE = crowd.NOW, crowd.MINUTE
# Within a number.
SIGNS = re.compile(r"(?<=\d)[.,\xa0](?=\d)")
MEME = "A meme, not an outage."
NAMES = {"Whatsapp", "Berlin", "Bavaria", "Germany", "Telco", "UTC", MEME}
SLOW = Signals(
    symptom_counts={"slow": 90, "login": 20},
    affected_regions=2,
    active_regions=9,
    onset_minutes=40,
    siblings_down=2,
)
FAST = Signals(
    symptom_counts={"no_connection": 90},
    affected_regions=1,
    active_regions=9,
    network_lift=4.2,
    onset_minutes=2,
)


@pytest.fixture
def service() -> Service:
    return crowd.a_watched_service()


def a_finding(service: Service, *, minute: int, codes: list[str], **other: Any) -> Finding:
    record = {
        "region": "001",
        "window": 15,
        "observed": 40,
        "expected": 1.5,
        "relative_variance": 0.1,
        "severity": 15.0,
        "z": 8.0,
        "model_version": "test",
        "reporters": 40,
    }
    fields: dict[str, Any] = {
        "service": service.pk,
        "minute": minute,
        "onset": minute - 10,
        "window": 15,
        "observed": 1040,
        "expected": 1.5,
        "z": 8.0,
        "ratio": 26.7,
        "severity": "minor",
        "active": 9,
        "regions": {crowd.region(code).pk: 8.0 for code in codes},
        "codes": frozenset(codes),
        "evidence": record,
    }
    return Finding(**{**fields, **other})


def explain(incident: Incident, signals: Signals, *, now: datetime = NOW) -> None:
    incident = Incident.objects.whole().get(pk=incident.pk)
    gathered = Gathered(
        symptoms={incident.service_id: {"slow": 90, "login": 20}},
        usual={},
        notices={},
        durations={incident.service_id: (30.0, 40.0, 200.0)},
    )
    one = verdicts.Judging.of(incident, now=now)
    one.infer(judge(signals))
    verdicts.save_all([one])
    facts = facts_of(incident, gathered, one.top, {}, now=now)
    verdicts.set_explanations([(incident, facts)])


def a_whole_life(service: Service) -> Incident:
    """Declared, grown, worse, another cause, over, back, its cause set and left, withdrawn."""
    found = a_finding(service, minute=MINUTE - 200, codes=["DE-BE"])
    incident = incidents.open_all([found], now=NOW)[service.pk]
    explain(incident, SLOW)
    worse = replace(found, minute=MINUTE - 190, severity="critical", z=9.0)
    wider = replace(worse, regions={crowd.region("DE-BY").pk: 8.0}, codes=frozenset({"DE-BY"}))
    incidents.update_all([(incident, wider)], now=NOW)
    explain(incident, FAST, now=NOW + verdicts.SETTLED_FOR)
    incidents.close_all([(incident, 20)], minute=MINUTE - 100, now=NOW)
    again = replace(wider, minute=MINUTE - 90, onset=MINUTE - 95)
    assert incidents.open_all([again], now=NOW)[service.pk].pk == incident.pk
    by = User.objects.create_user("mo", is_staff=True)
    said: dict[str, Any] = {"by": by, "reason": MEME, "now": NOW}
    moderating.set_cause(incident.pk, category="cyberattack", **said)
    moderating.leave_cause(incident.pk, **said)
    moderating.retract(incident.pk, **said)
    return incident


def texts(incident: Incident) -> list[str]:
    body = board.incident(incident.pk)
    record = board.evidence(incident.pk)
    return [
        body["explanation"]["brief"],
        *body["explanation"]["detail"],
        *(entry["text"] for entry in body["timeline"]),
        *(line["says"] for cause in record["causes"] for line in cause["evidence"]),
    ]


def test_every_word_of_an_incident_is_said_in_the_readers_language(service: Service) -> None:
    incident = a_whole_life(service)
    english = texts(incident)
    with tongue.reading():
        read = texts(incident)
    assert len(read) == len(english) >= 15
    kinds = [entry["kind"] for entry in board.incident(incident.pk)["timeline"]]
    assert set(kinds) == {
        "declared",
        "region_added",
        "severity_changed",
        "cause_changed",
        "resolved",
        "relapsed",
        "retracted",
    }
    for text in read:
        assert tongue.unmarked(text, names=NAMES) == []
    # Its names, words and numbers are the same, only that numbers have other signs in them.
    for one, other in zip(english, read, strict=True):
        assert SIGNS.sub("", tongue.plain(other)) == SIGNS.sub("", one)


def test_an_ongoing_incident_is_explained_in_the_readers_language(service: Service) -> None:
    found = a_finding(service, minute=MINUTE, codes=["DE-BE"])
    incident = incidents.open_all([found], now=NOW)[service.pk]
    explain(incident, FAST, now=NOW + verdicts.SETTLED_FOR)
    with tongue.reading():
        read = texts(incident)
    for text in read:
        assert tongue.unmarked(text, names=NAMES) == []


def test_another_language_asks_the_database_no_more(service: Service) -> None:
    incident = a_whole_life(service)
    board.incident(incident.pk)
    with CaptureQueriesContext(connection) as english:
        board.incident(incident.pk)
    with tongue.reading(), CaptureQueriesContext(connection) as other:
        board.incident(incident.pk)
    assert len(other) == len(english)


def test_the_tick_keeps_english_whatever_language_is_active(service: Service) -> None:
    found = a_finding(service, minute=MINUTE, codes=["DE-BE"])
    with tongue.reading():
        incident = incidents.open_all([found], now=NOW)[service.pk]
        explain(incident, FAST, now=NOW + verdicts.SETTLED_FOR)
    body = board.incident(incident.pk)
    assert body["explanation"]["brief"].startswith("Whatsapp has had problems in Berlin since")
    assert body["timeline"][0]["text"].startswith("Declared: 1,040 people within 15 minutes")
    assert str(body["cause"]["evidence"][0]["says"]).isascii()


def test_what_was_kept_before_there_were_facts_is_shown_as_it_is(service: Service) -> None:
    incident = crowd.an_incident(service)
    crowd.a_cause(incident)
    incident.timeline.create(at=NOW, kind="declared", text="Declared {then}.")
    with tongue.reading():
        body = board.incident(incident.pk)
    assert body["explanation"]["detail"] == ["Forty people reported it."]
    assert [entry["text"] for entry in body["timeline"]] == [tongue.marked("Declared ") + "{then}."]
    assert body["cause"]["evidence"]
