"""The front door: what is down, search, and calm."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import Settings

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
