"""What search engines and those who show links read."""

import io
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client
from PIL import Image

from tests.outages.pages.scenes import Scene

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_lists_every_page_in_every_language(outage: Scene, client: Client) -> None:
    answer = client.get("/sitemap.xml")
    assert answer["Content-Type"] == "application/xml"
    found = [one.text for one in ElementTree.fromstring(answer.content).iter(f"{SITEMAP}loc")]
    codes = [code for code, _name in settings.LANGUAGES]
    for code in codes:
        assert f"http://testserver/{code}/" in found
        assert f"http://testserver/{code}/s/whatsapp/" in found
    assert len(set(found)) == len(found)
    assert all(client.get(str(one)).status_code == 200 for one in found[:: len(found) // 20])


def test_robots_are_told_where_the_sitemap_is_and_what_is_not_for_them(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines


@pytest.mark.parametrize("prefix", ["", "/de"])
def test_a_page_names_its_translations_and_its_own_address(
    outage: Scene, client: Client, prefix: str
) -> None:
    page = client.get(f"{prefix}/s/whatsapp/?range=7d").content.decode()
    assert f'<link rel="canonical" href="http://testserver{prefix}/s/whatsapp/">' in page
    for code, _name in settings.LANGUAGES:
        there = f"http://testserver/{code}/s/whatsapp/"
        assert f'<link rel="alternate" hreflang="{code}" href="{there}">' in page
    bare = "http://testserver/s/whatsapp/"
    assert f'<link rel="alternate" hreflang="x-default" href="{bare}">' in page


def test_a_page_that_does_not_exist_has_no_address(outage: Scene, client: Client) -> None:
    page = client.get("/s/nobody/").content.decode()
    assert 'rel="canonical"' not in page
    assert '<meta name="robots" content="noindex">' in page


def test_the_title_is_what_people_search_for(outage: Scene, client: Client) -> None:
    page = client.get("/s/whatsapp/").content.decode()
    assert "<title>Is WhatsApp down? Current problems and outages – " in page


@pytest.mark.parametrize("language", ["en", "de", "ar", "hi"])
def test_a_link_is_shown_with_a_picture_of_the_chart(
    outage: Scene, client: Client, language: str
) -> None:
    page = client.get(f"/{language}/s/whatsapp/").content.decode()
    there = f"/{language}/s/whatsapp/picture.png"
    assert f'<meta property="og:image" content="http://testserver{there}">' in page
    answer = client.get(there)
    assert answer["Content-Type"] == "image/png"
    image = Image.open(io.BytesIO(answer.content))
    assert image.size == (1200, 630)
    # The line, the incident, the band and the words are there: more than one colour.
    assert len(image.convert("RGB").getcolors(2**16) or ()) > 20
    assert len(answer.content) < 80_000


def test_no_picture_of_a_service_that_does_not_exist(outage: Scene, client: Client) -> None:
    assert client.get("/s/nobody/picture.png").status_code == 404
