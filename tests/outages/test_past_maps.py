"""Maps of the past: the same rules at an earlier time, in few queries, and no counts."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from outages import board, heatmap
from outages.models import Incident, IncidentRegion, Reading
from reports.buckets import minute_of, time_of
from reports.models import Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW

# The hour up to 14:30, an hour and ten minutes ago.
AT = datetime.fromisoformat("2026-11-24T14:30:00+00:00")
THEN = minute_of(AT) - 1


@pytest.fixture
def whatsapp(db: None) -> Service:
    """Ten reporters an hour are usual in Germany, six of them in Berlin; a few in France, where
    many were the day before."""
    crowd.the_places()
    service = crowd.a_service()
    for minute, french in ((MINUTE, 2), (MINUTE - 1440, 40)):
        crowd.usual(service, {"001": 54, "DE": 10, "DE-BE": 6, "FR": french}, minute=minute)
    crowd.a_watch()
    return service


def a_reading(service: Service, code: str, *, minute: int, severity: float = 5.0) -> None:
    crowd.a_reading(service, code, severity=severity)
    Reading.objects.filter(minute=MINUTE).update(minute=minute)


def told(body: dict[str, Any]) -> dict[str, str]:
    return {region["code"]: region["state"] for region in body["regions"]}


def then(code: str, *, at: datetime = AT, **options: Any) -> str:
    if "-" in code:
        options = {"level": "subdivision", "country": code[:2]}
    return told(heatmap.service_map("whatsapp", now=NOW, at=at, **options))[code]


# --- the same rules at an earlier time


def test_what_was_reported_later_or_earlier_does_not_count(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"US-NY": 9}, minute=THEN + 1)
    crowd.reports(whatsapp, {"US-NY": 9}, minute=THEN - 60)
    assert then("US") == "no_data"
    crowd.reports(whatsapp, {"US-NY": 4}, minute=THEN)
    assert then("US") == "too_few"
    crowd.reports(whatsapp, {"US-NY": 1}, minute=THEN - 59)
    assert then("US") == "too_few", "what is usual there is not known"


def test_an_incident_counts_from_its_start_to_its_end(whatsapp: Service) -> None:
    for minute in range(THEN - 90, THEN + 60):
        crowd.reports(whatsapp, {"DE-BE": 5}, minute=minute)
    crowd.an_incident(whatsapp, ["DE-BE"], minutes_ago=MINUTE - THEN + 20, lasted=40)
    states = [then("DE", at=AT + timedelta(minutes=m)) for m in (-30, 0, 30)]
    assert states == ["ok", "outage", "ok"]


def test_a_region_counts_from_when_it_was_reached_until_it_was_left(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 9, "DE-BY": 9, "DE-HH": 9}, minute=THEN)
    incident = crowd.an_incident(whatsapp, ["DE-BE", "DE-BY", "DE-HH"], minutes_ago=300)
    there = IncidentRegion.objects.filter(incident=incident)
    there.filter(region__code="DE-BY").update(started_at=AT + timedelta(minutes=5))
    there.filter(region__code="DE-HH").update(ended_at=AT - timedelta(minutes=5))
    states = told(
        heatmap.service_map("whatsapp", now=NOW, at=AT, level="subdivision", country="DE")
    )
    assert states == {"DE-BE": "outage", "DE-BY": "too_few", "DE-HH": "too_few"}


def test_a_withdrawn_incident_was_none(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 9}, minute=THEN)
    incident = crowd.an_incident(whatsapp, ["DE-BE"], minutes_ago=300)
    assert then("DE-BE") == "outage"
    incident.state, incident.resolved_at = Incident.State.RETRACTED, NOW
    incident.save()
    assert then("DE-BE") == "ok"


def test_what_was_raised_in_that_minute_is_elevated(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"FR": 9}, minute=THEN)
    a_reading(whatsapp, "FR", minute=THEN)
    assert then("FR") == "elevated"
    crowd.an_incident(whatsapp, ["DE-BE"], minutes_ago=300)
    assert then("FR") == "outage"
    Reading.objects.update(minute=THEN - 1)
    assert then("FR") == "ok"


def test_each_day_is_judged_by_its_own_fit(whatsapp: Service) -> None:
    """Silence tells something only where many were expected."""
    before = datetime.fromisoformat("2026-11-23T16:00:00+00:00")
    assert (then("FR", at=before), then("FR")) == ("ok", "too_few")
    every = by_time(service="whatsapp")
    assert (every[before]["FR"], every[AT]["FR"]) == ("ok", "too_few")


# --- all steps at once


def by_time(**options: Any) -> dict[datetime, dict[str, str]]:
    body = heatmap.steps(now=NOW, **options)
    return {
        at: {code: heatmap.STATES[int(row[nth])] for code, row in body["states"].items()}
        for nth, at in enumerate(body["times"])
    }


@pytest.fixture
def much(whatsapp: Service) -> Service:
    """Reports over a day and two nights, and incidents that come and go."""
    for minute in range(MINUTE - 1600, MINUTE, 7):
        crowd.reports(whatsapp, {"DE-BE": 1 + minute % 2, "FR": minute % 3 // 2}, minute=minute)
    for minute in range(MINUTE - 900, MINUTE - 700, 3):
        crowd.reports(whatsapp, {"US-CA": 2, "DE-HH": 1}, minute=minute)
    other = crowd.a_service("instagram", category="video")
    for minute in range(MINUTE - 400, MINUTE - 200, 3):
        crowd.reports(other, {"US-CA": 2, "FR": 3}, minute=minute)
    crowd.an_incident(whatsapp, ["DE-BE"], minutes_ago=1300, lasted=200)
    crowd.an_incident(whatsapp, ["US-CA", "DE-HH"], minutes_ago=880, lasted=150)
    crowd.an_incident(other, ["FR"], minutes_ago=380)
    a_reading(other, "US-CA", minute=minute_of(AT - timedelta(hours=4)) - 1)
    return whatsapp


@pytest.mark.parametrize(
    "options",
    [{}, {"category": "video"}, {"country": "DE"}, {"service": "whatsapp"}]
    + [{"service": "whatsapp", "country": "US"}],
    ids=str,
)
def test_a_step_is_the_map_of_its_time(much: Service, options: dict[str, Any]) -> None:
    found = by_time(**options)
    assert len(found) == 49
    seen = set()
    for at, states in found.items():
        if service := options.get("service"):
            country = options.get("country")
            level = "subdivision" if country else "country"
            one = heatmap.service_map(service, now=NOW, at=at, level=level, country=country)
        else:
            one = heatmap.world(now=NOW, at=at, **options)
        assert {code: state for code, state in told(one).items() if code in states} == states
        assert all(state == "no_data" for code, state in told(one).items() if code not in states)
        seen |= set(states.values())
    assert "outage" in seen
    assert len(seen) >= 3


def test_a_map_of_the_past_is_what_the_map_showed_then(much: Service) -> None:
    for hours in (2, 5, 9, 20):
        at = AT - timedelta(hours=hours)
        # What was declared later is known of the past, and was not known then.
        past = (
            told(heatmap.world(now=NOW, at=at)),
            told(heatmap.service_map("whatsapp", now=NOW, at=at)),
        )
        crowd.a_watch(now=at, minute=minute_of(at) - 1)
        seen = told(heatmap.world(now=at)), told(heatmap.service_map("whatsapp", now=at))
        crowd.a_watch()
        assert past == seen


def test_all_steps_take_as_many_queries_as_one(
    much: Service, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    by_time(), by_time(service="whatsapp")
    with django_assert_num_queries(6):
        by_time()
    with django_assert_num_queries(5):
        by_time(service="whatsapp")


def test_times_are_half_hours_of_the_last_day(whatsapp: Service) -> None:
    times = heatmap.past_times(now=NOW, fresh=board.freshness(now=NOW))
    assert times[0] == datetime.fromisoformat("2026-11-24T15:30:00+00:00")
    assert times[-1] == times[0] - timedelta(days=1)
    assert {at.minute for at in times} == {0, 30}
    assert times[0] <= time_of(MINUTE + 1)


# --- small cells


def test_of_the_past_no_counts_are_told(much: Service) -> None:
    at = AT - timedelta(hours=4)
    one = heatmap.service_map("whatsapp", now=NOW, at=at)
    assert {(row["reports"], row["ratio"], row["z"]) for row in one["regions"]} == {(None,) * 3}
    all_ = heatmap.world(now=NOW, at=at)
    counts = [row["reports"] for region in all_["regions"] for row in region["services"]]
    assert counts
    assert set(counts) == {None}


def test_under_five_people_have_no_state_of_their_own(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"US-NY": 4, "FR": 30}, minute=THEN, again=9)
    crowd.an_incident(whatsapp, ["US-NY", "FR"], minutes_ago=300)
    for options in ({}, {"service": "whatsapp"}):
        states = by_time(**options)[AT]
        assert states["US"] == "too_few"
        assert states["FR"] == "outage"
    (there,) = [r for r in heatmap.world(now=NOW, at=AT)["regions"] if r["code"] == "US"]
    assert there["services"] == []
