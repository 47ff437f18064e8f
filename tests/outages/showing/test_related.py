"""What else is down beside a service, each told once and of the nearest kind."""

from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from outages import board
from reports import kept
from reports.models import Dependence, Dependency, Service
from tests.outages import crowd
from tests.outages.crowd import NOW


@pytest.fixture
def meta(db: None) -> Dependency:
    crowd.the_places()
    crowd.a_watch()
    return Dependency.objects.create(slug="meta", name="Meta", kind=Dependency.Kind.OPERATOR)


@pytest.fixture
def whatsapp(meta: Dependency) -> Service:
    service = crowd.a_service("whatsapp", operator=meta)
    cloud = Dependency.objects.create(slug="aws", name="AWS", kind=Dependency.Kind.CLOUD)
    Dependence.objects.create(service=service, dependency=cloud, p=0.8)
    return service


def related() -> dict[str, Any]:
    return board.related(board.service("whatsapp", now=NOW))


def groups() -> list[tuple[str, list[str]]]:
    return [
        (group["kind"], [one["slug"] for one in group["services"]]) for group in related()["groups"]
    ]


def test_what_is_down_is_told_by_what_it_has_to_do_with_it(
    whatsapp: Service, meta: Dependency
) -> None:
    crowd.an_incident(whatsapp, minutes_ago=30)
    for slug, category, ago in (
        ("instagram", "social", 30),
        ("snapchat", "social", 300),
        ("netflix", "video", 20),
        ("signal", "messaging", 400),
        ("bank", "banking", 500),
    ):
        operator = meta if slug == "instagram" else None
        service = crowd.a_service(slug, category=category, operator=operator)
        crowd.an_incident(service, minutes_ago=ago)
        if slug == "snapchat":
            aws = Dependency.objects.get(slug="aws")
            Dependence.objects.create(service=service, dependency=aws, p=0.8)
            kept.forget_all()
    crowd.an_incident(crowd.a_service("telegram"), minutes_ago=90, lasted=30)
    assert groups() == [
        ("operator", ["instagram"]),
        ("shared", ["snapchat"]),
        ("same_time", ["netflix"]),
        ("category", ["signal"]),
    ]
    body = related()
    assert body["others"] == 1
    assert body["groups"][1]["through"]["name"] == "AWS"
    assert body["groups"][2]["services"][0]["started_at"] > NOW - timedelta(minutes=25)


def test_the_platform_itself_stands_on_the_same(whatsapp: Service) -> None:
    aws = crowd.a_service("aws", category="cloud")
    Dependency.objects.filter(slug="aws").update(service=aws)
    kept.forget_all()
    crowd.an_incident(aws, minutes_ago=300)
    assert groups() == [("shared", ["aws"])]


def test_on_the_platforms_own_page_stands_what_stands_on_it(whatsapp: Service) -> None:
    Dependency.objects.filter(slug="aws").update(service=crowd.a_service("aws", category="cloud"))
    kept.forget_all()
    crowd.an_incident(whatsapp)
    (group,) = board.related(board.service("aws", now=NOW))["groups"]
    assert (group["kind"], group["services"][0]["slug"]) == ("shared", "whatsapp")


def test_without_an_incident_of_its_own_nothing_began_together(whatsapp: Service) -> None:
    crowd.an_incident(crowd.a_service("netflix", category="video"))
    assert groups() == []
    assert related()["others"] == 1


def test_whom_its_reports_are_about_comes_first(whatsapp: Service) -> None:
    crowd.usual(whatsapp, {"001": 20})
    culprit = crowd.an_incident(crowd.a_service("verizon", category="mobile-provider"))
    crowd.an_implication(whatsapp, culprit)
    assert groups() == [("culprit", ["verizon"])]
    assert related()["others"] == 0


def test_a_long_list_is_cut_and_takes_no_more_queries(
    whatsapp: Service, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(9):
        crowd.an_incident(crowd.a_service(f"other-{n}"), minutes_ago=100 + n)
    (group,) = related()["groups"]
    assert (len(group["services"]), group["more"]) == (6, 3)
    body = board.service("whatsapp", now=NOW)
    with django_assert_num_queries(1):
        board.related(body)
