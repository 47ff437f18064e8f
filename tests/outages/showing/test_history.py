"""What is on record about a service in three months, and what is not known."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from outages import board
from outages.models import Incident
from outages.pages.history import in_words
from reports.buckets import DAY_MINUTES
from reports.models import Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW

DAY = timedelta(days=1)


@pytest.fixture
def whatsapp(db: None) -> Service:
    return crowd.a_watched_service()


def counted_for(service: Service, days: int) -> None:
    crowd.reports(service, {"FR": 1}, minute=MINUTE - days * DAY_MINUTES)


def an_incident(service: Service, *, days: int, lasted: int | None, **fields: Any) -> Incident:
    return crowd.an_incident(service, minutes_ago=days * DAY_MINUTES, lasted=lasted, **fields)


def past() -> dict[str, Any]:
    return board.history("whatsapp", now=NOW)


def said() -> str:
    return " ".join(in_words(past(), now=NOW))


def test_a_day_without_data_is_no_day_without_incident(whatsapp: Service) -> None:
    counted_for(whatsapp, 10)
    states = [day["state"] for day in past()["days"]]
    assert len(states) == 90
    assert states == ["no_data"] * 79 + ["none"] * 11
    body = past()
    assert (body["counted_days"], body["parts"]) == (11, [0, None, None])
    assert "No incident in the 11 days on record." in said()
    assert "not known, which is not the same as no problem" in said()


def test_times_from_which_nothing_is_known_are_not_compared(whatsapp: Service) -> None:
    counted_for(whatsapp, 10)
    an_incident(whatsapp, days=3, lasted=30)
    assert "1 incident in the 11 days on record, the last on 21 November." in said()
    assert "30 days" not in said()


def test_nothing_ever_reported_is_no_history(whatsapp: Service) -> None:
    assert {day["state"] for day in past()["days"]} == {"no_data"}
    assert said() == "Nobody has reported anything about it here yet, so there is no history."


def test_incidents_are_counted_with_their_time_and_lengths(whatsapp: Service) -> None:
    counted_for(whatsapp, 200)
    for days, lasted in ((2, 30), (20, 60), (40, 300), (70, 20), (120, 999)):
        an_incident(whatsapp, days=days, lasted=lasted)
    body = past()
    assert (body["incidents"], body["minutes"], body["parts"]) == (4, 410, [2, 1, 1])
    assert (body["median_minutes"], body["longest_minutes"]) == (45, 300)
    # Of 89 whole days and today until now.
    assert body["share"] == pytest.approx(410 / (89 * DAY_MINUTES + 940.5))
    assert body["counted_days"] == 90
    assert "4 incidents in the 90 days on record, the last on 22 Nov" in said()
    assert "not known" not in said()


def test_a_false_alarm_is_no_incident(whatsapp: Service) -> None:
    counted_for(whatsapp, 200)
    an_incident(whatsapp, days=3, lasted=30, state=Incident.State.RETRACTED)
    assert past()["incidents"] == 0


def test_an_incident_across_midnight_is_of_both_days_and_one_that_goes_on_of_today(
    whatsapp: Service,
) -> None:
    counted_for(whatsapp, 200)
    an_incident(whatsapp, days=1, lasted=DAY_MINUTES // 2)
    an_incident(whatsapp, days=0, lasted=None)
    today, yesterday = past()["days"][-1], past()["days"][-2]
    # From 15:39 to midnight, and on to 03:39; and a minute and a half until now.
    assert (yesterday["minutes"], today["minutes"]) == (501, 219 + 1)
    assert (yesterday["incidents"], today["incidents"]) == (1, 2)
    assert past()["median_minutes"] == DAY_MINUTES // 2


def test_the_table_has_days_with_incidents_by_themselves_and_the_others_together(
    whatsapp: Service,
) -> None:
    counted_for(whatsapp, 10)
    for days in (3, 4):
        an_incident(whatsapp, days=days, lasted=30)
    runs = [(run["state"], run["number"]) for run in past()["runs"]]
    assert runs == [("none", 3), ("incident", 1), ("incident", 1), ("none", 6), ("no_data", 79)]
    newest = past()["runs"][0]
    assert newest["until"] == datetime(2026, 11, 24, tzinfo=UTC)
    assert newest["day"] == newest["until"] - 2 * DAY


def test_a_long_history_takes_one_query(
    whatsapp: Service, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    counted_for(whatsapp, 80)
    for days in range(2, 60, 2):
        an_incident(whatsapp, days=days, lasted=30)
    past()
    with django_assert_num_queries(1):
        past()
