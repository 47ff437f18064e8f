"""Services: their status, and how they are found."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from outages import board
from outages.models import Incident, Reading
from reports import kept
from reports.models import Dependence, Dependency, Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW


@pytest.fixture
def whatsapp(db: None) -> Service:
    return crowd.a_watched_service()


def status(slug: str = "whatsapp") -> tuple[str, str]:
    body = board.service(slug, now=NOW)
    return body["status"], body["status_reason"]


def test_a_service_that_can_be_told_and_is_quiet_is_ok(whatsapp: Service) -> None:
    assert status() == ("ok", "")


def test_too_few_reports_are_never_ok(whatsapp: Service) -> None:
    crowd.a_service("aldi-talk")
    assert status("aldi-talk") == ("unknown", "too_few")


def test_stale_data_are_never_ok(whatsapp: Service) -> None:
    crowd.a_watch(now=NOW - timedelta(minutes=10))
    assert status() == ("unknown", "stale")


@pytest.mark.parametrize("reason", ["weak_signal", "few_networks"])
def test_raised_without_an_incident_is_possible(whatsapp: Service, reason: str) -> None:
    crowd.a_reading(whatsapp, "DE", reason=reason)
    assert status() == ("possible_outage", reason)


@pytest.mark.parametrize(
    "change", [{"severity": 3.9}, {"minute": MINUTE - 1}], ids=["too weak", "an older minute"]
)
def test_other_readings_do_not_matter(whatsapp: Service, change: dict[str, Any]) -> None:
    crowd.a_reading(whatsapp)
    Reading.objects.update(**change)
    assert status() == ("ok", "")


def test_an_ongoing_incident_is_an_outage_even_if_the_data_are_stale(whatsapp: Service) -> None:
    incident = crowd.an_incident(whatsapp)
    crowd.a_watch(now=NOW - timedelta(minutes=10))
    body = board.service("whatsapp", now=NOW)
    assert (body["status"], body["stale"]) == ("outage", True)
    assert body["incident"] == board.incident(incident.pk)


def test_an_incident_that_is_over_is_no_outage(whatsapp: Service) -> None:
    crowd.an_incident(whatsapp, lasted=20)
    assert status() == ("ok", "")
    assert board.service("whatsapp", now=NOW)["incident"] is None


def test_who_is_implicated_is_not_down(whatsapp: Service) -> None:
    verizon = crowd.a_service("verizon")
    incident = crowd.an_incident(whatsapp)
    crowd.an_implication(verizon, incident, probability=0.876)
    crowd.a_reading(verizon, reason="implicated")
    body = board.service("verizon", now=NOW)
    assert (body["status"], body["status_reason"]) == ("possible_outage", "implicated")
    brief = {
        "incident": incident.pk,
        "slug": "whatsapp",
        "name": "Whatsapp",
        "category": "messaging",
        "probability": 0.88,
        "since": incident.started_at,
        "started_at": incident.started_at,
    }
    assert brief.items() <= body["implicated_by"].items()
    (row,) = board.services(now=NOW, q="verizon")
    assert row["implicated_by"] == brief


def test_the_last_hour_is_counted_and_expected(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 3, "FR": 2}, minute=MINUTE)
    crowd.reports(whatsapp, {"DE-BE": 4}, minute=MINUTE - 59, again=1)
    crowd.reports(whatsapp, {"DE-BE": 100}, minute=MINUTE - 60)
    crowd.reports(whatsapp, {"DE-BE": 100}, minute=MINUTE + 1)
    body = board.service("whatsapp", now=NOW)
    assert body["reports_last_hour"] == 10
    assert body["expected_last_hour"] == pytest.approx(20, rel=0.1)


def test_a_search_finds_names_and_other_words_best_first(whatsapp: Service) -> None:
    for slug in ("wasabi", "show-app"):
        crowd.a_service(slug)
    assert [body["slug"] for body in board.services(now=NOW, q=" WA ")] == ["whatsapp", "wasabi"]
    assert [body["slug"] for body in board.services(now=NOW, q="app")] == ["show-app", "whatsapp"]
    assert board.services(now=NOW, q="teapot") == []


def test_categories_and_statuses_choose(whatsapp: Service) -> None:
    crowd.a_service("aldi-talk", category="provider")
    crowd.a_service("gone", active=False)
    crowd.a_reading(crowd.a_service("signal"))

    def found(**chosen: str) -> list[str]:
        return [body["slug"] for body in board.services(now=NOW, **chosen)]

    assert found() == ["aldi-talk", "signal", "whatsapp"]
    assert found(category="provider") == ["aldi-talk"]
    assert found(status="ok") == ["whatsapp"]
    assert found(status="possible_outage") == ["signal"]
    assert found(status="outage") == []


def test_the_list_says_what_each_service_stands_on_and_its_incident_in_brief(
    whatsapp: Service,
) -> None:
    meta = Dependency.objects.create(slug="meta", name="Meta", kind=Dependency.Kind.OPERATOR)
    Dependence.objects.create(service=whatsapp, dependency=meta, p=0.9)
    Service.objects.update(operator=meta)
    incident = crowd.an_incident(whatsapp)
    (row,) = board.services(now=NOW)
    whole = board.service("whatsapp", now=NOW)
    assert row["operator"] == {"slug": "meta", "name": "Meta"}
    assert row["depends_on"] == [{"slug": "meta", "name": "Meta", "kind": "operator", "p": 0.9}]
    assert row["incident"]["id"] == incident.pk
    # A list and one service never disagree.
    assert row["incident"].items() <= whole["incident"].items()
    assert {key: row[key] for key in row if key != "incident"}.items() <= whole.items()


def test_three_hundred_services_take_as_many_queries_as_three(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    crowd.the_places()
    crowd.a_watch()
    services = [crowd.a_service(f"s{i}", name=f"Service {i}") for i in range(3)]
    crowd.an_incident(services[0], ["DE-BE"])
    crowd.a_reading(services[1])
    crowd.an_implication(services[1], Incident.objects.get())
    crowd.usual(services[0], {"001": 30})
    _warm(lambda: board.services(now=NOW))
    with django_assert_num_queries(6):
        board.services(now=NOW)
    kind = services[0].category
    Service.objects.bulk_create(
        Service(slug=f"s{i}", name=f"Service {i}", category=kind) for i in range(3, 300)
    )
    _warm(lambda: board.services(now=NOW))
    with django_assert_num_queries(6):
        assert len(board.services(now=NOW)) == 300


def _warm(read: Callable[[], object]) -> None:
    """What the process keeps of the catalogue is read before queries are counted."""
    kept.forget_all()
    read()
