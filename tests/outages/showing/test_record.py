"""Incidents in the form of the contract, and the record of why they were declared."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from outages import board
from outages.models import CommonCause, Incident, TimelineEntry
from reports.buckets import time_of
from reports.models import Dependency, Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW


@pytest.fixture
def whatsapp(db: None) -> Service:
    return crowd.a_watched_service()


def test_incidents_are_chosen_by_each_filter(whatsapp: Service) -> None:
    signal = crowd.a_service("signal")
    old = crowd.an_incident(whatsapp, ["DE-BE"], minutes_ago=3000, lasted=60)
    new = crowd.an_incident(signal, ["FR"], minutes_ago=20)
    crowd.a_cause(old, "software_bug", current=False, until=crowd.NOW)
    crowd.a_cause(old, "cyberattack", group="security")
    crowd.a_cause(new, "software_bug")

    def found(**chosen: Any) -> list[int]:
        return list(board.incidents(**chosen).values_list("pk", flat=True))

    assert found() == [new.pk, old.pk]
    assert found(service="whatsapp") == [old.pk]
    assert found(region="DE") == found(region="DE-BE") == [old.pk]
    assert found(region="DE-BY") == []
    assert found(cause="software_bug") == found(cause="technical_fault") == [new.pk]
    assert found(cause="security") == [old.pk]
    assert found(state="resolved") == [old.pk]
    assert found(since=NOW - timedelta(minutes=2945)) == [new.pk, old.pk]
    assert found(since=NOW - timedelta(minutes=2900)) == [new.pk]
    assert found(until=NOW - timedelta(minutes=60)) == [old.pk]


def test_an_incident_in_the_form_of_the_contract(whatsapp: Service) -> None:
    old = crowd.an_incident(whatsapp, minutes_ago=900, lasted=60)
    incident = crowd.an_incident(whatsapp, ["DE-BE", "FR"], previous=old)
    crowd.a_cause(incident)
    TimelineEntry.objects.create(incident=incident, at=NOW, kind="declared", text="Declared.")
    body = board.incident(incident.pk)
    assert body["service"] == "whatsapp"
    assert body["previous"] == old.pk
    assert body["peak"] == {
        "at": incident.peak_at,
        "reports": 40,
        "expected": 1.5,
        "window_minutes": 15,
        "z": 12.0,
    }
    assert [(row["code"], row["peak_z"]) for row in body["regions"]] == [("DE-BE", 9), ("FR", 8)]
    assert body["cause"]["category"] == "software_bug"
    assert body["cause"]["alternatives"] == [
        {"category": "capacity_overload", "group": "technical_fault", "probability": 0.31}
    ]
    assert set(body["cause"]["evidence"][0]) == {"signal", "value", "weight", "says", "supports"}
    assert body["explanation"] == {
        "brief": "Whatsapp has problems.",
        "detail": ["Forty people reported it."],
    }
    assert body["timeline"] == [{"at": NOW, "kind": "declared", "text": "Declared."}]
    assert body["common_cause"] is None


def test_before_it_was_judged_a_cause_is_undetermined(whatsapp: Service) -> None:
    body = board.incident(crowd.an_incident(whatsapp).pk)
    assert (body["cause"]["category"], body["cause"]["confidence"]) == ("unknown", "undetermined")


def test_a_common_cause_names_the_other_incidents_and_its_rivals(whatsapp: Service) -> None:
    meta = Dependency.objects.create(slug="meta", name="Meta", kind=Dependency.Kind.OPERATOR)
    common = CommonCause.objects.create(
        dependency=meta, probability=0.934, started_at=NOW, rivals=[["aws", 0.061]]
    )
    first, second = (
        crowd.an_incident(service, common_cause=common)
        for service in (whatsapp, crowd.a_service("instagram"))
    )
    assert board.incident(first.pk)["common_cause"] == {
        "dependency": {"slug": "meta", "name": "Meta", "kind": "operator"},
        "probability": 0.93,
        "incidents": [second.pk],
        "rivals": [{"slug": "aws", "name": "aws", "probability": 0.06}],
    }


def test_whoever_was_implicated_stays_named_once_when_it_is_over(whatsapp: Service) -> None:
    incident = crowd.an_incident(whatsapp, lasted=25)
    verizon, att = crowd.a_service("verizon"), crowd.a_service("att")
    for probability in (0.7, 0.9):
        crowd.an_implication(verizon, incident, probability=probability, until=NOW)
    crowd.an_implication(att, incident, probability=0.8, until=NOW)
    implicates = board.incident(incident.pk)["implicates"]
    assert [(row["slug"], row["probability"]) for row in implicates] == [
        ("verizon", 0.9),
        ("att", 0.8),
    ]


def test_many_incidents_take_as_many_queries_as_one(
    whatsapp: Service, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in (1, 12):
        for _ in range(n):
            incident = crowd.an_incident(whatsapp, ["DE-BE"], minutes_ago=900, lasted=5)
            crowd.a_cause(incident)
            crowd.an_implication(whatsapp, incident, until=NOW)
        with django_assert_num_queries(7):
            [board.incident_body(one) for one in board.incidents().whole()]


def a_record(**fields: Any) -> dict[str, Any]:
    return {
        "minute": time_of(MINUTE).isoformat(),
        "window": 20,
        "observed": 42,
        "expected": 1.5,
        "threshold": 6.2,
        "model_version": "test",
        "regions_agreeing": ["DE-BE", "FR"],
        "regions_disagreeing": ["US-CA", "US-NY"],
        **fields,
    }


def test_the_record_hides_small_cells_and_says_how_many(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 20, "FR": 13, "US-CA": 6, "US-NY": 3})
    crowd.reports(whatsapp, {"US-NY": 50}, minute=MINUTE - 20)
    incident = crowd.an_incident(whatsapp, evidence=a_record(), latest={"observed": 42})
    crowd.a_cause(incident, current=False, until=crowd.NOW)
    crowd.a_cause(incident, "cyberattack", group="security")
    body = board.evidence(incident.pk)
    declared = body["declared"]
    assert [(row["code"], row["agrees"], row["reports"]) for row in declared["regions"]] == [
        ("DE-BE", True, 20),
        ("FR", True, 13),
    ]
    # New York's three are hidden, and with them California's six: their country shows nine.
    assert declared["regions_disagreeing"] == []
    assert declared["regions_agreeing"] == ["DE-BE", "FR"]
    assert body["hidden_cells"] == declared["hidden_cells"] == 2
    assert declared["observed"] == 42
    assert [cause["category"] for cause in body["causes"]] == ["software_bug", "cyberattack"]
    assert [cause["current"] for cause in body["causes"]] == [False, True]
    assert body["replay"]["threshold"] == 6.2


def test_a_record_without_its_window_shows_no_cell(whatsapp: Service) -> None:
    record = a_record()
    del record["window"]
    crowd.reports(whatsapp, {"US-CA": 60, "DE-BE": 20})
    body = board.evidence(crowd.an_incident(whatsapp, evidence=record).pk)
    assert body["declared"]["regions"] == body["declared"]["regions_disagreeing"] == []
    assert body["hidden_cells"] == 4


@pytest.mark.parametrize("read", [board.incident, board.evidence])
def test_an_incident_that_is_not_there(db: None, read: Callable[[int], object]) -> None:
    with pytest.raises(Incident.DoesNotExist):
        read(404)
