"""Right after a report: the reporter's region and network against everyone else."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from outages.models import Incident
from reports import kept
from reports.buckets import DAY_MINUTES
from reports.models import Network, NetworkCount, Service
from tests import address_files
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW

THANKED = "/s/whatsapp/?reported=1"
COMCAST, THERE = 64500, "198.18.0.7"


@pytest.fixture
def whatsapp(db: None, time_machine: Any) -> Service:
    time_machine.move_to(NOW, tick=False)
    crowd.the_places()
    service = crowd.a_service()
    crowd.a_watch()
    crowd.usual(service, {"001": 20, "DE": 10, "DE-BE": 6, "US": 8})
    kept.forget_all()
    return service


@pytest.fixture
def comcast(whatsapp: Service, settings: Any, tmp_path: Path) -> Service:
    """A provider whose network this instance knows by address."""
    settings.GEO_ASN_DB = str(address_files.write(tmp_path / "n", address_files.ASN_FLAT))
    provider = crowd.a_service("comcast", category="mobile-provider")
    Network.objects.create(asn=COMCAST, service=provider)
    kept.forget_all()
    return provider


def page(client: Client, path: str, **more: Any) -> str:
    response = client.get(path, **more)
    assert response.status_code == 200
    return response.content.decode()


def an_outage(service: Service, places: dict[str, int]) -> Incident:
    crowd.reports(service, places)
    for code in (*places, "001"):
        crowd.a_reading(service, code)
    return crowd.an_incident(service, list(places))


def test_a_region_in_trouble_says_that_it_is_not_just_them(
    whatsapp: Service, client: Client
) -> None:
    an_outage(whatsapp, {"DE-BE": 41})
    text = page(client, f"{THANKED}&region=DE-BE")
    assert "It is not just you: 41 reports from Berlin in the last hour, about 6 are" in text
    assert "you can try" not in text


def test_a_small_region_is_spoken_for_by_its_country(whatsapp: Service, client: Client) -> None:
    an_outage(whatsapp, {"DE-BE": 41, "DE-BY": 12})
    text = page(client, f"{THANKED}&region=DE-HH")
    assert "It is not just you: 53 reports from Germany in the last hour, about 10 are" in text


def test_nobody_else_in_the_region_may_be_just_them_and_elsewhere_is_told(
    whatsapp: Service, client: Client
) -> None:
    an_outage(whatsapp, {"DE-BE": 41})
    text = page(client, f"{THANKED}&region=FR")
    assert "Nobody else in France has reported a problem in the last hour" in text
    assert "Elsewhere it is down: Whatsapp has an outage." in text
    assert "Meanwhile you can try:" in text


def test_a_few_people_of_a_region_are_not_counted_out(whatsapp: Service, client: Client) -> None:
    crowd.reports(whatsapp, {"US-NY": 3, "DE-BE": 9})
    text = page(client, f"{THANKED}&region=US")
    assert "Too few people in the United States have reported" in text
    assert "3 reports" not in text
    # Beside them Germany's nine would give the three away; they are somebody all the same.
    text = page(client, f"{THANKED}&region=DE")
    assert "It may be just you: no more problems than usual are reported in Germany." in text


def test_a_silent_region_from_which_many_were_expected_speaks_clearly(
    whatsapp: Service, client: Client
) -> None:
    text = page(client, f"{THANKED}&region=DE")
    assert "Nobody else in Germany has reported a problem in the last hour: it may be just" in text


def test_an_ordinary_hour_may_be_just_them(whatsapp: Service, client: Client) -> None:
    crowd.reports(whatsapp, {"DE": 9})
    text = page(client, f"{THANKED}&region=DE")
    assert (
        "It may be just you: 9 reports from Germany in the last hour, about 10 are usual." in text
    )
    assert "mobile data instead of Wi-Fi" in text


def test_without_a_region_everywhere_is_compared(whatsapp: Service, client: Client) -> None:
    crowd.reports(whatsapp, {"DE": 9})
    for region in ("", "&region=XX", "&region=001", "&region=🙂"):
        text = page(client, THANKED + region)
        assert "It may be just you: 9 reports in the last hour from everywhere, about 20" in text
        assert "Say in the form where you are" in text


def test_who_says_that_it_works_learns_how_it_is_for_others(
    whatsapp: Service, client: Client
) -> None:
    an_outage(whatsapp, {"DE-BE": 41})
    text = page(client, "/s/whatsapp/?reported=works&region=DE-BE")
    assert "How it is for others" in text
    assert "It works for you, but others in Berlin have trouble: 41 reports" in text
    assert "you can try" not in text


def test_their_own_provider_is_compared_without_a_word_in_the_address(
    whatsapp: Service, comcast: Service, client: Client
) -> None:
    for minute, n in ((MINUTE, 28), (MINUTE - 5 * DAY_MINUTES, 200)):
        for asn, people in ((COMCAST, n), (64999, 40 - n if n < 40 else 800)):
            NetworkCount.objects.create(
                service=whatsapp,
                network=asn,
                minute=minute,
                reports=people,
                first_reporters=people,
            )
    said = "You seem to come through Comcast, as 7 of 10 who report do; usually it is 2 of 10."
    assert said in page(client, THANKED, REMOTE_ADDR=THERE)
    assert said not in page(client, THANKED, REMOTE_ADDR="203.0.113.9")
    assert said not in page(client, "/s/whatsapp/", REMOTE_ADDR=THERE)


def test_a_provider_of_few_is_not_counted(
    whatsapp: Service, comcast: Service, client: Client
) -> None:
    text = page(client, THANKED, REMOTE_ADDR=THERE)
    assert "You seem to come through Comcast; too few who report do, to compare." in text


def test_such_a_page_is_kept_by_no_cache_and_sets_no_cookie(
    whatsapp: Service, client: Client
) -> None:
    own = client.get(THANKED)
    assert "private" in own["Cache-Control"] and "no-store" in own["Cache-Control"]
    assert "public" not in own["Cache-Control"] and "ETag" not in own
    assert not own.cookies
    assert "public" in client.get("/s/whatsapp/")["Cache-Control"]


def test_words_that_nobody_sends_thank_for_nothing(whatsapp: Service, client: Client) -> None:
    assert "Is it just me?" not in page(client, "/s/whatsapp/?reported=2&region=DE")
