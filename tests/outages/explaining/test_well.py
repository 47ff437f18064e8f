"""Who is quiet, and who is only silent: measured against the outage that is felt elsewhere."""

import pytest

from outages.explaining.well import Felt, well
from reports.models import Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE

HOUR = 60


@pytest.fixture
def down(db: None) -> int:
    """A service with four reporters an hour that is down, beside others that are not."""
    crowd.the_places()
    for slug, hourly in (("busy", 40.0), ("middling", 8.0), ("rare", 2.0)):
        crowd.usual(crowd.a_service(slug, observable=True), {"001": hourly})
    crowd.usual(crowd.a_service("unseen", observable=False), {"001": 40.0})
    crowd.a_service("new", observable=True)
    service = crowd.a_service("down", observable=True)
    crowd.usual(service, {"001": 4.0})
    return service.pk


def quiet(down: int, *, minutes: int, times: float) -> set[str]:
    """Who is well, so many minutes after the beginning of an outage so many times the usual."""
    strength = (times - 1.0) * 4.0 * minutes / HOUR
    felt = Felt(service=down, onset=MINUTE - minutes + 1, strength=strength)
    return well(minute=MINUTE, troubled=[down], felt=[felt])


def test_a_service_is_quiet_if_an_outage_like_that_elsewhere_would_have_shown(down: int) -> None:
    assert quiet(down, minutes=60, times=10) == {"busy", "middling"}
    assert quiet(down, minutes=60, times=3) == {"busy"}


def test_a_great_outage_shows_even_where_reports_are_rare(down: int) -> None:
    assert quiet(down, minutes=60, times=90) == {"busy", "middling", "rare"}


def test_in_its_first_minutes_only_the_busiest_would_have_shown(down: int) -> None:
    assert quiet(down, minutes=5, times=10) == {"busy"}


def test_where_nothing_is_known_of_the_outages_a_typical_one_of_an_hour_is_asked_for(
    down: int,
) -> None:
    assert well(minute=MINUTE, troubled=[down], felt=[]) == {"busy", "middling"}


def test_who_has_trouble_is_not_well(down: int) -> None:
    busy = Service.objects.get(slug="busy")
    assert well(minute=MINUTE, troubled=[down, busy.pk], felt=[]) == {"middling"}
