"""Whether our causes agree with those that were told later: counted from what is kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from outages import moderating
from outages.models import Incident
from outages.showing.agreement import FEWEST_FOR_SHARE, agreement, cases
from outages.showing.ledger import accuracy
from reports.models import Service
from tests.outages import crowd
from tests.outages.crowd import NOW

pytestmark = pytest.mark.django_db

DAY = 1440


@pytest.fixture
def service() -> Service:
    crowd.the_places()
    return crowd.a_service()


@pytest.fixture
def mod() -> User:
    return User.objects.create_user("mo")


def judged(service: Service, category: str, confidence: str = "likely", **more: Any) -> Incident:
    """An incident of the last days that our signals judged as it was declared."""
    days = 1 + Incident.objects.count()
    incident = crowd.an_incident(service, minutes_ago=days * DAY, lasted=60)
    crowd.a_cause(incident, category, confidence=confidence, **more)
    return incident


def told(incident: Incident, mod: User, category: str, **more: Any) -> None:
    said: dict[str, Any] = {"category": category, "by": mod, "reason": "So it was.", "now": NOW}
    moderating.set_cause(incident.pk, **said | more)


def counted() -> Any:
    return agreement(cases(), since=None, now=NOW)


def test_while_no_cause_was_told_there_is_no_case(service: Service) -> None:
    judged(service, "software_bug")
    assert counted()["told"] == 0
    assert accuracy(now=NOW)["periods"][0]["causes"]["told"] == 0


def test_cases_are_counted_by_how_sure_we_were_and_how_finely_it_was_told(
    service: Service, mod: User
) -> None:
    told(judged(service, "software_bug"), mod, "software_bug")
    # The group is right, the cause is not.
    told(judged(service, "software_bug"), mod, "capacity_overload")
    # Only the group was told, or given by us: no cause to compare.
    told(judged(service, "software_bug"), mod, "unknown", group="technical_fault")
    told(judged(service, "unknown", "possible"), mod, "software_bug")
    told(judged(service, "cyberattack", "possible", group="security"), mod, "software_bug")
    told(judged(service, "unknown", "undetermined", group="unknown"), mod, "software_bug")
    found = counted()
    assert (found["told"], found["undetermined"]) == (6, 1)
    names = ("n", "group_right", "both_name_a_cause", "cause_right")
    assert [found["likely"][name] for name in names] == [3, 3, 2, 1]
    assert [found["possible"][name] for name in names] == [2, 1, 1, 0]
    assert (found["likely"]["group_share"], found["likely"]["cause_share"]) == (None, None)


def test_what_our_signals_said_once_they_had_heard_it_is_no_witness(
    service: Service, mod: User
) -> None:
    incident = judged(service, "capacity_overload", current=False, until=NOW)
    crowd.a_cause(incident, "software_bug", confidence="likely", at=NOW)
    told(incident, mod, "software_bug", now=NOW)
    assert counted()["likely"]["cause_right"] == 0
    assert counted()["likely"]["n"] == 1


def test_who_was_told_before_we_said_anything_is_no_case(service: Service, mod: User) -> None:
    incident = judged(service, "software_bug", at=NOW + timedelta(minutes=1))
    told(incident, mod, "software_bug")
    assert counted()["told"] == 0


def test_a_false_alarm_and_a_word_that_was_taken_back_do_not_count(
    service: Service, mod: User
) -> None:
    said: dict[str, Any] = {"by": mod, "reason": "A mistake.", "now": NOW}
    first, second = judged(service, "software_bug"), judged(service, "software_bug")
    for incident in (first, second):
        told(incident, mod, "software_bug")
    moderating.retract(first.pk, **said)
    moderating.leave_cause(second.pk, **said)
    assert counted()["told"] == 0


def test_a_share_is_told_from_twenty_cases_on(service: Service, mod: User, client: Client) -> None:
    for _ in range(FEWEST_FOR_SHARE - 1):
        told(judged(service, "software_bug"), mod, "software_bug")
    assert counted()["likely"]["cause_share"] is None
    told(judged(service, "software_bug"), mod, "cyberattack")
    share = counted()["likely"]["cause_share"]
    assert (share["value"], share["n"]) == (0.95, 20)
    assert share["low"] < 0.9


def test_periods_hold_the_incidents_declared_in_them(service: Service, mod: User) -> None:
    told(judged(service, "software_bug"), mod, "software_bug")
    old = crowd.an_incident(service, minutes_ago=40 * DAY, lasted=60)
    crowd.a_cause(old)
    told(old, mod, "software_bug")
    periods = {one["days"]: one["causes"]["told"] for one in accuracy(now=NOW)["periods"]}
    assert (periods[30], periods[90], periods[None]) == (1, 2, 2)


def test_the_page_says_none_yet_and_then_how_many(
    service: Service, mod: User, client: Client
) -> None:
    crowd.a_watch()
    incident = judged(service, "software_bug")
    assert "None yet: no operator" in client.get("/method/").content.decode()
    told(incident, mod, "software_bug")
    text = client.get("/method/").content.decode()
    assert "None yet: no operator" not in text
    assert "1\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}1" in text
