"""The language of a page: the first part of its path, else what the browser asks for."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from outages.languages import asked_for
from reports.inbox import Inbox

CODES = [code for code, _ in settings.LANGUAGES]
LINK = re.compile(r'(?:href|action|data-refresh)="(/[^"]*)"')
WITHOUT = ("/api/", "/static/")
PHYSICAL = re.compile(
    r"(?:margin|padding|border)-(?:left|right)|(?<![\w-])(?:left|right)\s*:|text-align:\s*right"
)


def language_of(page: str) -> str:
    found = re.search(r'<html lang="(\w+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize("code", CODES)
def test_a_path_says_its_language_whatever_the_browser_asks_for(
    client: Client, calm: object, code: str
) -> None:
    response = client.get(f"/{code}/s/whatsapp/", headers={"accept-language": "nl, fr;q=0.5"})
    assert response.status_code == 200
    assert language_of(response.content.decode()) == code
    assert response["Content-Language"] == code
    assert "Accept-Language" not in response.get("Vary", "")


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "en"),
        ("de", "de"),
        ("pt-BR,pt;q=0.9", "pt"),
        ("en;q=0.4, fr-CA;q=0.8, hi;q=0.6", "fr"),
        ("nl, es;q=0.1", "es"),
        ("nl, xx", "en"),
        ("fr;q=0, ar;q=0.2", "ar"),
        ("*, de;q=0.5", "en"),
        ("no such header; at all", "en"),
    ],
)
def test_a_path_without_a_language_is_in_the_one_that_the_browser_likes_best(
    client: Client, calm: object, header: str, code: str
) -> None:
    response = client.get("/privacy/", headers={"accept-language": header})
    assert language_of(response.content.decode()) == code
    assert "Accept-Language" in response["Vary"]


def test_no_cookie_changes_a_language_that_caches_know_nothing_of(client: Client) -> None:
    client.cookies["django_language"] = "de"
    assert asked_for("fr") == "fr"
    response = client.get("/healthz")
    assert response["Content-Language"] == "en"
    assert not response.cookies


@pytest.mark.parametrize("path", ["/xx/s/whatsapp/", "/nl/", "/de/xx/", "/DE/map/", "/de-AT/map/"])
def test_a_language_that_is_none_of_ours_is_no_page(
    client: Client, calm: object, path: str
) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/de/healthz", "/de/readyz", "/de/metrics", "/fr/api/v1/map"])
def test_what_is_for_machines_has_no_language_in_its_path(
    client: Client, db: None, path: str
) -> None:
    assert client.get(path).status_code in (301, 404)


@pytest.mark.parametrize("path", ["", "?q=whats", "s/whatsapp/", "s/whatsapp/report/", "no/such/"])
def test_links_keep_the_language_that_stands_in_the_path(
    client: Client, outage: object, path: str
) -> None:
    page = client.get(f"/ar/{path}").content.decode()
    switch = page[page.index('<ul class="languages">') :]
    links = [url for url in LINK.findall(page) if url not in LINK.findall(switch)]
    pages = [url for url in links if not url.startswith(WITHOUT)]
    assert pages
    assert [url for url in pages if not url.startswith("/ar/")] == []


def test_links_have_no_language_where_the_path_has_none(client: Client, outage: object) -> None:
    page = client.get("/s/whatsapp/", headers={"accept-language": "ar"}).content.decode()
    page = page.replace(page[page.index('<ul class="languages">') : page.index("</footer>")], "")
    assert language_of(page) == "ar"
    assert [url for url in LINK.findall(page) if url.startswith("/ar/")] == []


def test_after_a_report_the_language_stays(client: Client, outage: object, inbox: Inbox) -> None:
    form = client.get("/es/s/whatsapp/report/").content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    response = client.post("/es/s/whatsapp/report/", {**hidden, "kind": "report"})
    assert response.status_code == 303
    assert response["Location"].startswith("/es/s/whatsapp/?reported=")


def test_the_switch_leads_to_the_same_page_and_state_in_every_language(
    client: Client, outage: object
) -> None:
    for path in ("/s/whatsapp/", "/fr/s/whatsapp/"):
        page = client.get(f"{path}?country=US&x=%22").content.decode()
        for code, name in settings.LANGUAGES:
            link = f'<a href="/{code}/s/whatsapp/?country=US&amp;x=%22" lang="{code}"'
            assert link in page
            assert f">{name}</a>" in page
    marked = re.search(r'hreflang="(\w+)" aria-current="true"', page)
    assert marked
    assert marked[1] == "fr"


@pytest.mark.parametrize("code", CODES)
def test_a_language_says_in_which_direction_it_is_read(client: Client, db: None, code: str) -> None:
    page = client.get(f"/{code}/privacy/").content.decode()
    assert f'dir="{"rtl" if code == "ar" else "ltr"}"' in page[:200]


def test_a_tag_of_an_answer_in_one_language_is_no_tag_of_another(
    client: Client, outage: object
) -> None:
    """Whoever asks in French with the tag of the German answer is not told that nothing changed."""
    german = client.get("/s/whatsapp/", headers={"accept-language": "de"})
    asked = {"accept-language": "fr", "if-none-match": german["ETag"]}
    french = client.get("/s/whatsapp/", headers=asked)
    assert french.status_code == 200
    assert language_of(french.content.decode()) == "fr"


def test_the_admin_is_in_the_language_that_moderators_share(client: Client, db: None) -> None:
    response = client.get("/admin/login/", headers={"accept-language": "de"})
    assert response["Content-Language"] == "en"


# Four values: top, right, bottom, left.
FOUR = re.compile(r"(?:padding|margin|inset):\s*([^;{}]+);")


def lopsided(sheet: str) -> list[str]:
    """Shorthands with another value at the right than at the left."""
    found = []
    for value in FOUR.findall(sheet):
        sides = re.findall(r"[^\s(]+(?:\([^)]*\))?", value)
        if len(sides) == 4 and sides[1] != sides[3]:
            found.append(value)
    return found


def test_style_sheets_know_no_left_and_right() -> None:
    """They would be wrong for half of the readers of a language written from the right."""
    sheets = sorted((Path(settings.BASE_DIR) / "outages/static/outages/css").glob("*.css"))
    assert sheets
    texts = {sheet.name: sheet.read_text("utf-8") for sheet in sheets}
    wrong = {name: PHYSICAL.findall(text) + lopsided(text) for name, text in texts.items()}
    assert {name: found for name, found in wrong.items() if found} == {}
