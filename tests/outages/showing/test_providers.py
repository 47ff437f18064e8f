"""Through which providers reports come: beside the usual, in few queries, without small cells."""

from collections.abc import Mapping
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from outages import board
from outages.models import Fit
from outages.pages.providers import is_it_my_provider, of_ten
from reports import kept
from reports.buckets import DAY_MINUTES
from reports.models import Network, NetworkCount, Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW

# RFC 5398 reserves these AS numbers for examples; of the last nobody knows whose it is.
ASNS = {"comcast": 64496, "telekom": 64497, "jio": 64498, "orange": 64499, "": 64511}
USUAL = {"comcast": 200, "telekom": 300, "jio": 300, "orange": 100, "": 100}


@pytest.fixture
def whatsapp(db: None) -> Service:
    service = crowd.a_watched_service()
    for slug, asn in ASNS.items():
        if slug:
            provider = crowd.a_service(slug, category="mobile-provider")
            Network.objects.create(asn=asn, service=provider)
    kept.forget_all()
    return service


def counted(
    service: Service, people: Mapping[str, int], *, minute: int = MINUTE, again: int = 0
) -> None:
    NetworkCount.objects.bulk_create(
        NetworkCount(
            service=service,
            network=ASNS[slug],
            minute=minute,
            reports=n + again,
            first_reporters=n,
        )
        for slug, n in people.items()
    )


def usually(service: Service) -> None:
    counted(service, USUAL, minute=MINUTE - 5 * DAY_MINUTES)


def through(slug: str = "whatsapp") -> dict[str, Any]:
    return board.through(slug, now=NOW)


def shares(body: Mapping[str, Any]) -> dict[str, tuple[float, float | None]]:
    return {one["slug"]: (one["share"], one["usual"]) for one in body["providers"]}


def test_many_providers_in_their_usual_shares_are_cleared(whatsapp: Service) -> None:
    usually(whatsapp)
    counted(whatsapp, {"comcast": 19, "telekom": 32, "jio": 29, "orange": 10, "": 10})
    body = through()
    assert (body["state"], body["suspect"], body["window_minutes"]) == ("spread", None, 60)
    assert shares(body) == {
        "telekom": (0.32, 0.3),
        "jio": (0.29, 0.3),
        "comcast": (0.19, 0.2),
        "orange": (0.1, 0.1),
    }
    assert list(shares(body)) == ["telekom", "jio", "comcast", "orange"]
    assert body["rest"] == {"share": 0.1, "usual": 0.1}
    assert is_it_my_provider(body, "WhatsApp").startswith("Probably not: reports come through many")


def test_a_provider_far_above_its_usual_share_is_named(whatsapp: Service) -> None:
    usually(whatsapp)
    counted(whatsapp, {"comcast": 70, "telekom": 10, "jio": 10, "": 10})
    body = through()
    assert (body["state"], body["suspect"]["slug"]) == ("one", "comcast")
    assert is_it_my_provider(body, "WhatsApp") == (
        "It may be Comcast: 7 of 10 who report come through it, usually 2 of 10."
    )


def test_a_country_that_reports_alone_does_not_make_its_provider_guilty(
    whatsapp: Service,
) -> None:
    usually(whatsapp)
    counted(whatsapp, {"comcast": 65, "telekom": 15, "jio": 10, "": 10})
    assert through()["state"] == "one"
    # Whoever reports is in a country from which half of the usual reports come at most.
    Fit.objects.all().delete()
    crowd.usual(whatsapp, {"001": 20, "DE": 2, "FR": 18})
    kept.forget_all()
    crowd.reports(whatsapp, {"DE": 100})
    body = through()
    assert (body["state"], body["suspect"]) == ("country", None)


def test_a_large_share_that_is_usual_accuses_nobody(whatsapp: Service) -> None:
    counted(whatsapp, {"comcast": 900, "telekom": 100}, minute=MINUTE - 5 * DAY_MINUTES)
    counted(whatsapp, {"comcast": 90, "telekom": 10})
    assert through()["state"] == "spread"


def test_of_few_people_nobody_is_cleared_and_of_fewer_nothing_said(whatsapp: Service) -> None:
    usually(whatsapp)
    counted(whatsapp, {"comcast": 5, "telekom": 7, "jio": 8})
    assert through()["state"] == "unclear"
    NetworkCount.objects.filter(minute=MINUTE, network=ASNS["jio"]).delete()
    NetworkCount.objects.filter(minute=MINUTE, network=ASNS["telekom"]).delete()
    body = through()
    assert (body["state"], body["providers"]) == ("too_few", [])


def test_providers_of_a_few_and_what_would_give_them_away_are_told_together(
    whatsapp: Service,
) -> None:
    usually(whatsapp)
    counted(whatsapp, {"comcast": 40, "telekom": 30, "jio": 12, "orange": 2})
    body = through()
    assert list(shares(body)) == ["comcast", "telekom"]
    assert body["rest"]["share"] == pytest.approx(14 / 84, abs=0.001)


def test_who_only_reports_again_is_still_somebody(whatsapp: Service) -> None:
    usually(whatsapp)
    counted(whatsapp, {"comcast": 40, "telekom": 30})
    counted(whatsapp, {"orange": 0}, again=9)
    assert "orange" not in shares(through())


def test_a_quiet_hour_gives_way_to_the_day(whatsapp: Service) -> None:
    usually(whatsapp)
    counted(whatsapp, {"comcast": 20, "telekom": 30, "jio": 30}, minute=MINUTE - 300)
    counted(whatsapp, {"comcast": 4})
    body = through()
    assert (body["window_minutes"], body["people"]) == (DAY_MINUTES, 84)


def test_what_is_not_known_is_said(whatsapp: Service) -> None:
    assert through()["state"] == "not_known"
    counted(whatsapp, {"comcast": 40, "telekom": 30})
    body = through()
    assert (body["state"], shares(body)["comcast"][1]) == ("no_usual", None)
    crowd.a_service("signal")
    assert through("signal")["state"] == "too_few"
    assert through("comcast")["state"] == "own"
    every = {"no_usual", "spread", "unclear", "country", "too_few", "own", "not_known"}
    said = {is_it_my_provider({"state": state, "suspect": None}, "X") for state in every}
    assert len(said) == len(every)


def test_the_answer_takes_few_queries(
    whatsapp: Service, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    usually(whatsapp)
    counted(whatsapp, {"comcast": 70, "telekom": 10, "jio": 10, "": 10})
    through()
    with django_assert_max_num_queries(3):
        through()


def test_shares_are_said_in_tenths() -> None:
    assert [of_ten(share) for share in (0.97, 0.71, 0.12, 0.06, 0.01, None)] == [
        "nearly all",
        "7 of 10",
        "1 of 10",
        "1 of 10",
        "hardly any of those",
        "an unknown part of those",
    ]
