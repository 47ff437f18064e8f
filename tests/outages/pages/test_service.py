"""A service's page: the answer first, then numbers, places, reasons."""

import pytest
from django.test import Client

from tests.outages.pages.scenes import Scene

# Promised in the design: what a phone with bad reception has to fetch.
LARGEST_PAGE = 120_000


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_an_outage_is_answered_before_anything_else(outage: Scene, client: Client) -> None:
    text = page(client, "/s/whatsapp/")
    answer = "Yes, WhatsApp has problems in 7 regions since 14:05 UTC; likely Meta’s platform."
    assert answer in text
    body = text.index("<main")
    assert body < text.index(answer, body) < text.index("I have a problem too") < text.index("<h2")
    assert "Why is WhatsApp down?" in text
    assert 'href="/s/verizon/"' in text


@pytest.mark.parametrize(
    ("slug", "answer"),
    [
        ("signal", "No problems known with Signal."),
        ("verizon", "Probably not down: reports here are probably about WhatsApp, which"),
        ("aldi-talk", "Too few reports to tell whether Aldi Talk has problems."),
    ],
)
def test_every_standing_is_answered(outage: Scene, client: Client, slug: str, answer: str) -> None:
    text = page(client, f"/s/{slug}/")
    assert answer in text
    assert "Why is" not in text


def test_the_chart_and_the_map_have_tables_that_say_the_same(outage: Scene, client: Client) -> None:
    text = page(client, "/s/whatsapp/")
    assert text.count('role="img"') >= 2
    assert "Reports about WhatsApp: The last 24 hours, newest first" in text
    for name in ("United States", "Germany", "Brazil"):
        assert f">{name}</a></th>" in text
    assert "Messages do not go through" in text


def test_a_country_shows_its_parts(outage: Scene, client: Client) -> None:
    text = page(client, "/s/whatsapp/?country=us")
    assert "California</" in text
    assert "Berlin</" not in text
    assert "The world" in text


@pytest.mark.parametrize("country", ["XX", "%00", "USA", "🙂", "001"])
def test_a_country_that_is_not_there_is_not_found(
    outage: Scene, client: Client, country: str
) -> None:
    assert client.get(f"/s/whatsapp/?country={country}").status_code == 404


def test_the_page_is_small_and_travels_compressed(outage: Scene, client: Client) -> None:
    sent = client.get("/s/whatsapp/", headers={"Accept-Encoding": "gzip"})
    assert sent["Content-Encoding"] == "gzip"
    assert len(sent.content) <= LARGEST_PAGE / 3
    assert len(client.get("/s/whatsapp/").content) <= LARGEST_PAGE
    assert len(client.get("/s/whatsapp/?country=US").content) <= LARGEST_PAGE


def test_the_answer_can_be_fetched_alone_and_is_the_same(outage: Scene, client: Client) -> None:
    part = page(client, "/s/whatsapp/answer/").strip()
    assert part in page(client, "/s/whatsapp/")
    assert "<html" not in part


def test_no_page_holds_code_of_its_own(outage: Scene, client: Client) -> None:
    text = page(client, "/s/whatsapp/")
    assert " style=" not in text
    assert "<style" not in text
    assert " onclick=" not in text
    assert "default-src 'self'" in client.get("/s/whatsapp/")["Content-Security-Policy"]


def test_an_unknown_service_is_not_found_in_our_own_style(calm: Scene, client: Client) -> None:
    response = client.get("/s/nothing/")
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()
