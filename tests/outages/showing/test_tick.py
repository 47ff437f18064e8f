"""What a tick concluded is read once for all pages, and by no page after the next tick."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from outages import board
from outages.models import Incident
from outages.showing.freshness import Freshness
from outages.showing.tick import OfTick
from reports import kept
from tests.outages import crowd

NOW = datetime(2026, 11, 24, 15, 40, tzinfo=UTC)
FRESH = Freshness(generated_at=NOW, data_until=NOW, minute=100, stale=False, delayed_seconds=0)


@pytest.fixture
def reads(settings: Settings) -> list[Freshness]:
    settings.ANSWERS_FRESH_SECONDS = 5.0
    return []


@pytest.fixture
def read(reads: list[Freshness]) -> Callable[[Freshness], int]:
    def load(fresh: Freshness) -> int:
        reads.append(fresh)
        return len(reads)

    return OfTick(load).get


def test_a_second_page_of_the_same_tick_reads_nothing(
    reads: list[Freshness], read: Callable[[Freshness], int]
) -> None:
    assert [read(FRESH), read(FRESH)] == [1, 1]
    assert reads == [FRESH]


@pytest.mark.parametrize(
    "later",
    [
        replace(FRESH, generated_at=NOW + timedelta(seconds=10)),
        replace(FRESH, minute=101),
        replace(FRESH, stale=True),
    ],
    ids=["tick", "minute", "stale"],
)
def test_the_next_tick_is_read_anew(later: Freshness, read: Callable[[Freshness], int]) -> None:
    assert [read(FRESH), read(later)] == [1, 2]


def test_it_is_held_no_longer_than_an_answer_is_fresh(
    settings: Settings, read: Callable[[Freshness], int]
) -> None:
    settings.ANSWERS_FRESH_SECONDS = 0.0
    assert [read(FRESH), read(FRESH)] == [1, 2]


def test_another_database_is_read_anew(read: Callable[[Freshness], int]) -> None:
    first = read(FRESH)
    kept.forget_all()
    assert (first, read(FRESH)) == (1, 2)


def test_a_second_service_in_an_outage_costs_no_reading_of_the_outage(
    db: None, settings: Settings, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    settings.ANSWERS_FRESH_SECONDS = 60.0
    crowd.the_places()
    crowd.a_watch()
    services = [crowd.a_service(f"s{i}", name=f"Service {i}") for i in range(2)]
    crowd.an_incident(services[0], ["DE-BE"])
    kept.forget_all()
    board.service("s0", now=crowd.NOW)
    with django_assert_max_num_queries(4):
        found = board.service("s0", now=crowd.NOW)
    assert found["incident"]["id"] == Incident.objects.get().pk
