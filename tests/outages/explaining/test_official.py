"""Which of an operator's words name the cause of an incident, and which only seem to."""

from datetime import timedelta
from typing import Any

import pytest

from outages.explaining import official, why
from outages.models import Incident, Notice
from reports.models import Service
from tests.outages import crowd
from tests.outages.crowd import NOW

pytestmark = pytest.mark.django_db

BUG = "The outage was caused by a software bug."
LATEST = {"observed": 40, "expected": 1.5, "window": 15, "z": 12.0}


@pytest.fixture
def service() -> Service:
    crowd.the_places()
    return crowd.a_service()


@pytest.fixture
def incident(service: Service) -> Incident:
    """It began half an hour ago."""
    return crowd.an_incident(service, minutes_ago=30, latest=LATEST)


def a_notice(service: Service, text: str = BUG, *, minutes: float = 0, **fields: Any) -> Notice:
    """`minutes`: from now."""
    at = NOW + timedelta(minutes=minutes)
    return Notice.objects.create(
        service=service, text=text, **{"at": at, "kind": "status"} | fields
    )


def said(incident: Incident, *, minutes: float = 1) -> official.Statement | None:
    now = NOW + timedelta(minutes=minutes)
    return official.statements([incident], now=now).get(incident.pk)


def test_a_text_that_states_a_cause_is_quoted(service: Service, incident: Incident) -> None:
    a_notice(service, f"We are sorry. {BUG}", minutes=-5, url="https://status.example/1")
    found = said(incident)
    assert found is not None
    assert (found.category, found.group) == ("software_bug", "technical_fault")
    assert (found.words, found.was_read, found.url) == (BUG, True, "https://status.example/1")
    assert found.sure >= 0.8


def test_a_cause_that_was_filled_in_goes_before_the_text(
    service: Service, incident: Incident
) -> None:
    a_notice(service, cause="third_party_dependency")
    found = said(incident)
    assert found is not None
    assert (found.category, found.was_read) == ("third_party_dependency", False)
    assert found.words == BUG


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("This was not caused by a cyberattack.", {}),
        ("It may be due to a DDoS attack.", {}),
        ("We see no problems on our side.", {}),
        ("Instagram is down due to a configuration change.", {}),
        # Yesterday's word, one from before the rise, and one from the future.
        (BUG, {"minutes": -1440}),
        (BUG, {"minutes": -32}),
        (BUG, {"minutes": 5}),
        (BUG, {"source": "a newspaper"}),
        # A release that mends a bug, and what was announced, speak of something else.
        ("Version 2.3 mends a crash that was caused by a software bug.", {"kind": "release"}),
        ("Scheduled maintenance.", {"kind": "maintenance"}),
    ],
)
def test_what_does_not_state_this_incidents_cause_changes_nothing(
    service: Service, incident: Incident, text: str, fields: dict[str, Any]
) -> None:
    crowd.a_service("instagram")
    a_notice(service, text, **fields)
    assert said(incident) is None


@pytest.mark.parametrize(("begun", "is_word"), [(-40, True), (-200, False)])
def test_a_post_that_is_mended_speaks_when_it_is(
    service: Service, incident: Incident, begun: int, is_word: bool
) -> None:
    """It began before the rise; hours before, it is about something else."""
    a_notice(service, minutes=begun, ref="7", updated_at=NOW)
    found = said(incident)
    assert (found is not None) == is_word
    assert found is None or found.said_at == NOW


def test_another_services_notice_is_about_the_other(service: Service, incident: Incident) -> None:
    a_notice(crowd.a_service("signal"))
    assert said(incident) is None


def test_who_blames_a_supplier_may_name_it(service: Service, incident: Incident) -> None:
    crowd.a_service("cloudflare")
    a_notice(service, "The issue is caused by an outage at our cloud provider Cloudflare.")
    found = said(incident)
    assert found is not None
    assert found.category == "third_party_dependency"


def test_the_last_word_that_names_a_cause_is_the_word(service: Service, incident: Incident) -> None:
    a_notice(service, "The cause was overload: too many people at once.", minutes=-20)
    a_notice(service, minutes=-10)
    a_notice(service, "A fix is being rolled out.", minutes=-2)
    found = said(incident)
    assert found is not None
    assert found.category == "software_bug"


@pytest.mark.parametrize(
    ("window", "cause", "category"),
    [
        # The incident began 30 minutes ago; the announcement is a day old.
        ((-60, 60), "planned_maintenance", "planned_maintenance"),
        ((-60, None), "planned_maintenance", "planned_maintenance"),
        # It began after the window, or before it.
        ((-120, -45), "planned_maintenance", None),
        ((-15, 60), "planned_maintenance", None),
        # That work was announced is no word on what failed.
        ((-60, 60), "", None),
    ],
)
def test_maintenance_is_the_operators_word_only_for_what_began_in_its_window(
    service: Service,
    incident: Incident,
    window: tuple[int, int | None],
    cause: str,
    category: str | None,
) -> None:
    starts, ends = (None if n is None else NOW + timedelta(minutes=n) for n in window)
    fields: dict[str, Any] = {"kind": "maintenance", "starts": starts, "ends": ends, "cause": cause}
    a_notice(service, "Scheduled maintenance of our servers.", minutes=-1440, **fields)
    found = said(incident)
    assert (found and found.category) == category


def test_the_operators_word_after_the_end_reaches_the_incident(service: Service) -> None:
    incident = crowd.an_incident(service, minutes_ago=300, lasted=60)
    crowd.a_cause(incident, "capacity_overload")
    a_notice(service)
    why.hear(service.pk, now=NOW)
    cause = incident.causes.get(current=True)
    assert (cause.says, cause.category) == ("official", "software_bug")
    incident.refresh_from_db()
    assert "According to its operator the cause was a fault" in incident.brief


def test_a_word_belongs_to_the_incident_that_had_begun_last(service: Service) -> None:
    before = crowd.an_incident(service, minutes_ago=400, lasted=60)
    after = crowd.an_incident(service, minutes_ago=100, lasted=60)
    a_notice(service, minutes=-90)
    found = official.statements([before, after], now=NOW)
    assert set(found) == {after.pk}


def test_a_word_two_days_later_is_about_something_else(service: Service) -> None:
    incident = crowd.an_incident(service, minutes_ago=2 * 1440 + 90, lasted=60)
    a_notice(service)
    assert said(incident) is None
