"""Every word of a page is in its reader's language: read in a made-up one that marks what went
through the catalogue of translations (tests/tongue.py), and in the real ones."""

import html
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation
from pytest_django import Settings

from outages import cldr
from reports.models import Dependency, Region, Service
from tests import tongue
from tests.outages.pages.scenes import Scene

PATHS = (
    "",
    "?q=whats",
    "?q=teapot",
    "?category=messaging",
    "s/whatsapp/",
    "s/whatsapp/?country=US",
    "s/whatsapp/?reported=1&region=DE-BY",
    "s/signal/?reported=works&region=FR",
    "s/whatsapp/?range=30d&scale=even",
    "s/whatsapp/answer/",
    "s/whatsapp/chart/?range=7d",
    "s/whatsapp/?reported=1&region=DE-BY",
    "s/signal/?reported=works&region=FR",
    "s/whatsapp/?range=30d&scale=even",
    "s/verizon/",
    "s/aldi-talk/",
    "s/signal/report/",
    "s/verizon/report/",
    "map/",
    "map/?view=europe&at=1",
    "map/?service=whatsapp&country=US",
    "map/?service=teapot&at=1999-01-01T00:00Z",
    "incidents/",
    "incidents/?service=teapot&since=x",
    "incidents/?state=retracted&region=DE",
    "incidents/{incident}/",
    "method/",
    "privacy/",
    "about/",
    "suggest/",
    "suggest/?thanks=taken",
    "?category=teapot",
    "no/such/page/",
)
# What nobody reads, or what is written the same everywhere.
UNREAD = re.compile(
    r"<(script|style|code|pre|svg viewBox=\"0 0 32)\b.*?</(?:script|style|code|pre|svg)>"
    r"|<!--.*?-->|<nav[^>]*><ul class=\"languages\">.*?</ul></nav>",
    re.DOTALL,
)
SAID = re.compile(r"\b(?:aria-label|placeholder|alt|title|data-says|data-kept)=\"([^\"]*)\"")
META = re.compile(r"<meta (?:name=\"description\"|property=\"og:(?:title|description)\")[^>]*>")
CONTENT = re.compile(r"content=\"([^\"]*)\"")
TAG = re.compile(r"<[^>]*>")
NAMES = {
    "Brownout",
    "Esperanto",
    "Meta",
    "Aldi",
    "Talk",
    "UTC",
    "whats",
    "teapot",
    "[names]",
    "[time]",
    "[reports]",
    "[usual]",
}
# Months and countries are CLDR's to name, in this language as in any other.
MONTHS = {"Novembro", "Nov", "Oktobro", "Okt", "Aŭgusto", "Aŭg", "Septembro", "Sep"}
# Addresses, and names of series and models.
CODES_OF_OURS = re.compile(r"https?://\S+|\w+_[\w-]+|seasonal-nb-\d|example\.org")


def words_of(page: str) -> str:
    """What a reader sees or hears of a page."""
    page = UNREAD.sub(" ", page)
    heard = [*SAID.findall(page), *(CONTENT.findall(meta)[0] for meta in META.findall(page))]
    said = html.unescape(" ".join([TAG.sub(" ", page), *heard]))
    return CODES_OF_OURS.sub(" ", said)


@pytest.fixture
def esperanto(settings: Settings) -> Iterator[None]:
    settings.LANGUAGES = [("en", "English"), (tongue.CODE, "Esperanto")]
    with tongue.reading():
        yield


@pytest.fixture
def names(outage: Scene) -> set[str]:
    """What nobody translates."""
    found = {*NAMES, *MONTHS, *Service.objects.values_list("name", flat=True)}
    with translation.override(tongue.CODE):
        for code, name in Region.objects.values_list("code", "name"):
            found.add(cldr.country(code, name))
    return found | set(Dependency.objects.values_list("name", flat=True))


def path_to(path: str, scene: Scene) -> str:
    assert scene.incident
    return path.format(incident=scene.incident.pk)


@pytest.mark.parametrize("path", PATHS)
def test_every_word_of_a_page_went_through_the_catalogue(
    client: Client, outage: Scene, names: set[str], esperanto: None, path: str
) -> None:
    response = client.get(f"/{tongue.CODE}/{path_to(path, outage)}")
    page = response.content.decode()
    assert response.status_code == (404 if path == "no/such/page/" else 200)
    assert any(letter in page for letter in tongue.marked("aeio"))
    left = tongue.unmarked(words_of(page), names=names)
    assert [word for word in left if len(word) > 1] == []


# A word of the answer, of the explanation, and of a report's door, as each language has it.
SAYS = {
    "de": ("hat seit", "Die wahrscheinliche Ursache ist", "Meldung senden"),
    "fr": ("a des problèmes", "La cause probable est", "Envoyer le signalement"),
    "es": ("tiene problemas", "La causa probable es", "Enviar aviso"),
    "pt": ("tem problemas", "A causa provável é", "Enviar aviso"),
    "hi": ("समस्याएँ हैं", "संभावित कारण है", "रिपोर्ट भेजें"),
    "ar": ("مشكلات", "السبب المرجّح هو", "أرسل البلاغ"),
}


@pytest.mark.parametrize("code", SAYS)
def test_what_the_tick_explained_is_said_in_the_readers_language(
    client: Client, outage: Scene, code: str
) -> None:
    answer, cause, send = SAYS[code]
    page = words_of(client.get(f"/{code}/s/whatsapp/").content.decode())
    assert answer in page
    assert cause in page
    assert "has had problems" not in page
    assert send in client.get(f"/{code}/s/whatsapp/report/").content.decode()


@pytest.mark.parametrize("code", SAYS)
def test_data_are_in_the_language_that_was_asked_for(
    client: Client, outage: Scene, code: str
) -> None:
    assert outage.incident
    asked = {"accept-language": code}
    body = client.get(f"/api/v1/incidents/{outage.incident.pk}", headers=asked)
    assert SAYS[code][1] in body.json()["explanation"]["brief"]
    assert "Accept-Language" in body["Vary"]
    english = client.get(f"/api/v1/incidents/{outage.incident.pk}").json()
    assert english["state"] == body.json()["state"]
    assert "The likely cause is" in english["explanation"]["brief"]


def test_countries_have_the_names_of_the_readers_language(client: Client, outage: Scene) -> None:
    page = client.get("/de/s/whatsapp/").content.decode()
    assert "Vereinigtes Königreich" in page
    assert "United Kingdom" not in page
    form = client.get("/fr/s/whatsapp/report/").content.decode()
    assert "Allemagne" in form
