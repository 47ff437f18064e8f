"""Networks by name: a provider's trouble is told on its page and on the pages of apps."""

from typing import Any

import pytest

from outages import board
from outages.models import Reading
from reports import kept
from reports.models import Network, Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW

# RFC 5398 reserves these AS numbers for examples.
JIO, OTHER = 64496, 64497


@pytest.fixture
def jio(db: None) -> Service:
    crowd.a_watched_service()
    service = crowd.a_service("jio", category="mobile-provider")
    Network.objects.create(asn=JIO, service=service)
    kept.forget_all()
    return service


def seen(network: int | None, reason: str = "few_networks") -> None:
    crowd.a_reading(Service.objects.get(slug="whatsapp"), "DE-BE", reason=reason)
    Reading.objects.update(network=network)


def through(slug: str = "whatsapp") -> Any:
    return board.service(slug, now=NOW)["almost_only_through"]


def test_the_app_names_the_provider_and_the_provider_names_the_app(jio: Service) -> None:
    seen(JIO)
    assert through() == {"slug": "jio", "name": "Jio"}
    listed = {body["slug"]: body for body in board.services(now=NOW)}
    assert listed["whatsapp"]["almost_only_through"] == through()
    assert board.service("jio", now=NOW)["seen_through_it"] == [
        {"slug": "whatsapp", "name": "Whatsapp"}
    ]


@pytest.mark.parametrize(
    ("network", "reason"), [(OTHER, "few_networks"), (None, "few_networks"), (JIO, "implicated")]
)
def test_a_network_without_a_name_or_for_another_reason_is_not_told(
    jio: Service, network: int | None, reason: str
) -> None:
    seen(network, reason)
    assert through() is None


def test_a_provider_is_told_of_its_own_network_only_and_of_now(jio: Service) -> None:
    seen(OTHER)
    assert board.service("jio", now=NOW)["seen_through_it"] == []
    Reading.objects.update(network=JIO, minute=MINUTE - 1)
    assert board.service("jio", now=NOW)["seen_through_it"] == []
