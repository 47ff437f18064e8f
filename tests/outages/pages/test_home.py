"""The front door: what is down, search, and calm."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from outages.models import Incident
from reports import kept
from reports.models import Service
from tests.outages.pages import scenes
from tests.outages.pages.scenes import Scene


def page(client: Client, path: str = "/") -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_when_nothing_is_down_it_says_so(calm: Scene, client: Client) -> None:
    text = page(client)
    assert "Nothing is known to be down" in text
    assert 'class="card ' not in text


def test_what_is_down_stands_there_with_place_and_time(outage: Scene, client: Client) -> None:
    text = page(client)
    assert text.count('class="card card-outage"') == 2
    assert 'href="/s/whatsapp/"' in text
    assert "14:05 UTC" in text
    assert "Verizon" in text
    assert "probably WhatsApp" in text
    assert "Possible outages" not in text
    assert "Nothing is known" not in text


@pytest.mark.parametrize(
    ("query", "found", "not_found"),
    [
        ("?q=whats", "WhatsApp", "Signal"),
        ("?q=SIGNAL", "No problems known", "No such kind"),
        ("?category=mobile-provider", "Aldi Talk", "/s/signal/"),
        ("?q=teapot", "Nothing is found by that name", "/s/signal/"),
        ("?category=teapots", "No such kind of service", "/s/signal/"),
    ],
)
def test_search_finds_by_name_and_kind(
    calm: Scene, client: Client, query: str, found: str, not_found: str
) -> None:
    text = page(client, "/" + query)
    assert found in text
    assert not_found not in text


def test_what_is_searched_for_is_shown_as_text(calm: Scene, client: Client) -> None:
    text = page(client, "/?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_delayed_data_never_looks_like_calm(calm: Scene, client: Client, now: datetime) -> None:
    scenes.a_watch(now=now, delay_seconds=12 * 60)
    text = page(client)
    assert "Data delayed by" in text
    assert "Nothing is known to be down" not in text


def test_a_site_that_never_watched_says_so(db: None, client: Client, now: datetime) -> None:
    scenes.a_catalogue()
    assert "No data yet" in page(client)


def test_the_banner_is_on_every_page(calm: Scene, client: Client, settings: Settings) -> None:
    settings.SITE_BANNER = "Simulated: <none> of this is real"
    for path in ("/", "/s/signal/", "/s/signal/report/", "/map/", "/method/"):
        assert "Simulated: &lt;none&gt; of this is real" in page(client, path)


def test_an_unchanged_page_answers_with_nothing_new(calm: Scene, client: Client) -> None:
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert "stale-if-error=600" in first["Cache-Control"]
    assert "Cookie" not in first["Vary"]
    assert not first.cookies


def test_the_clock_is_read_once(calm: Scene, client: Client, now: datetime) -> None:
    assert f"until {now - timedelta(seconds=30):%H:%M} UTC" in page(client)


def test_a_shared_cause_is_said_once(outage: Scene, client: Client) -> None:
    text = page(client)
    assert text.count("likely from one cause: Meta’s platform") == 1
    assert "2 services have an outage. Most people report WhatsApp." in text


def test_the_front_page_takes_few_queries(
    outage: Scene, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for path in ("/", "/now/", "/?q=a", "/?category=messaging"):
        # What a process keeps of the catalogue is read once, by whichever page comes first.
        page(client, path)
        with django_assert_max_num_queries(12):
            page(client, path)


def test_the_parts_that_are_fetched_anew_are_those_of_the_page(
    outage: Scene, client: Client
) -> None:
    whole, parts = page(client), page(client, "/now/")
    shown = parts.split('data-keys="')[1].split('"', maxsplit=1)[0]
    assert f'data-keys="{shown}"' in whole
    for name in ("WhatsApp", "Instagram", "Verizon"):
        assert name in parts
    first = client.get("/now/")
    assert client.get("/now/", headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_suggestions_while_typing_link_to_services_and_say_what_is_down(
    outage: Scene, client: Client
) -> None:
    kept.forget_all()
    answer = client.get("/suggestions/?q=WHATS")
    assert answer.json() == {
        "says": "1 service fits.",
        "results": [
            {"name": "WhatsApp", "url": "/s/whatsapp/", "kind": "Messengers", "state": "Outage"}
        ],
    }
    assert "max-age=60" in answer["Cache-Control"]
    again = client.get("/suggestions/?q=WHATS", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert client.get("/suggestions/?q=%00").json()["results"] == []
    assert client.get("/de/suggestions/?q=signal").json()["results"][0]["url"] == "/de/s/signal/"


def test_a_kind_of_services_shows_the_troubled_ones_first(outage: Scene, client: Client) -> None:
    text = page(client, "/?category=messaging")
    assert "2 of 3 services have problems" in text
    places = [text.index(f"/s/{slug}/") for slug in ("instagram", "whatsapp", "signal")]
    assert places == sorted(places)
    assert "Messengers: what is down right now?" in text


def test_a_misspelt_name_is_understood(calm: Scene, client: Client) -> None:
    kept.forget_all()
    text = page(client, "/?q=watsap")
    assert "Did you mean" in text
    assert 'href="/s/whatsapp/"' in text


def test_a_search_that_no_database_takes_finds_nothing(calm: Scene, client: Client) -> None:
    assert "Signal" in page(client, "/?q=%00signal")
    assert "Nothing is found" in page(client, "/?q=%25%27%3B")


def test_fifty_outages_at_once_stay_readable(
    outage: Scene,
    client: Client,
    now: datetime,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    shared = Incident.objects.ongoing().filter(common_cause__isnull=False)[0].common_cause
    for i in range(50):
        service = Service.objects.create(
            slug=f"s{i}", name=f"Service {i}", category=outage.whatsapp.category
        )
        common = shared if i < 20 else None
        scenes.a_new_incident(service, now=now, minutes=i + 1, common_cause=common)
    page(client)
    with django_assert_max_num_queries(12):
        text = page(client)
    assert "52 services have an outage, 22 of them likely from one cause: Meta’s platform." in text
    assert text.count('class="card card-outage"') == 12
    assert text.count("likely from one cause: Meta’s platform") == 2
    assert all(text.count(f'href="/s/s{i}/"') == 1 for i in range(50))


def test_a_crowd_that_is_all_there_is_is_not_counted_twice(
    outage: Scene, client: Client, now: datetime
) -> None:
    shared = Incident.objects.ongoing().filter(common_cause__isnull=False)[0].common_cause
    for i in range(2):
        service = Service.objects.create(
            slug=f"s{i}", name=f"Service {i}", category=outage.whatsapp.category
        )
        scenes.a_new_incident(service, now=now, minutes=i + 1, common_cause=shared)
    text = page(client)
    assert "4 services have an outage, all likely from one cause: Meta’s platform." in text
