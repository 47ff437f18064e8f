"""Incidents and possible outages in brief say what the long forms say."""

import pytest
from pytest_django import DjangoAssertNumQueries

from outages import board
from outages.models import Incident
from outages.showing import possible
from outages.showing.freshness import freshness
from reports.models import Service
from tests.outages import crowd
from tests.outages.crowd import NOW

pytestmark = pytest.mark.django_db
OWN = {"category"}


@pytest.fixture
def whatsapp() -> Service:
    crowd.the_places()
    crowd.a_watch()
    return crowd.a_service()


def test_a_card_says_nothing_that_the_whole_does_not(whatsapp: Service) -> None:
    incident = crowd.an_incident(whatsapp, ["DE-BE", "FR"])
    crowd.a_cause(incident)
    (card,) = board.listed(Incident.objects.all())
    whole = board.incident(incident.pk)
    for name in card.keys() - OWN - {"regions", "cause"}:
        assert card[name] == whole[name], name
    assert card["cause"].items() <= whole["cause"].items()
    assert [one["code"] for one in card["regions"]] == [one["code"] for one in whole["regions"]]
    for short, long in zip(card["regions"], whole["regions"], strict=True):
        assert short.items() <= long.items()


def test_thirty_take_as_many_queries_as_one(
    whatsapp: Service, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    crowd.a_cause(crowd.an_incident(whatsapp, ["DE-BE"]))
    with django_assert_num_queries(3):
        board.listed(Incident.objects.all())
    for i in range(30):
        crowd.a_cause(crowd.an_incident(crowd.a_service(f"s{i}"), ["DE-BE", "FR"]))
    with django_assert_num_queries(3):
        assert len(board.listed(Incident.objects.all())) == 31


def test_possible_outages_are_those_of_the_list_of_services(whatsapp: Service) -> None:
    signal, verizon = crowd.a_service("signal"), crowd.a_service("verizon")
    gone = crowd.a_service("gone", active=False)
    incident = crowd.an_incident(whatsapp, ["DE-BE"])
    for service in (whatsapp, signal, verizon, gone):
        crowd.a_reading(service)
    crowd.an_implication(verizon, incident)
    short = board.down_now(now=NOW)["possible"]
    long = board.services(now=NOW, status="possible_outage")
    assert [one["slug"] for one in short] == ["signal", "verizon"]
    for one, other in zip(short, long, strict=True):
        for name in ("slug", "name", "status", "status_reason"):
            assert one[name] == other[name]
    assert short[0]["implicated_by"] is None
    by = {"incident": incident.pk, "slug": "whatsapp", "name": "Whatsapp"}
    assert short[1]["implicated_by"] == by


def test_nobody_knows_of_old_data_what_may_be_down(whatsapp: Service) -> None:
    crowd.a_reading(whatsapp)
    later = NOW.replace(hour=23)
    assert freshness(now=later).stale
    assert possible.possible(fresh=freshness(now=later), down=()) == []
