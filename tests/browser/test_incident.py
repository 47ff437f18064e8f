"""An incident's replay and its live parts."""

import re

import pytest
from playwright.sync_api import expect

from outages.models import Incident, IncidentRegion, TimelineEntry
from tests.browser.conftest import Opener
from tests.outages.pages.scenes import Scene

pytestmark = pytest.mark.browser
HALF_A_MINUTE_MS = 31_000


@pytest.fixture
def spread(outage: Scene) -> Incident:
    """It has just reached Germany."""
    assert outage.incident
    IncidentRegion.objects.filter(incident=outage.incident, region__country="DE").update(
        started_at=outage.incident.updated_at
    )
    return outage.incident


def test_the_replay_moves_map_words_table_and_address(window: Opener, spread: Incident) -> None:
    opened = window(locale="en-DE")
    page = opened.open(f"/incidents/{spread.pk}/")
    germany = page.locator('#map [data-code="DE"]')
    bavaria = page.locator("#regions tr", has_text="Bavaria").locator(".state")
    expect(germany).to_have_class("r-outage")
    slider = page.get_by_role("slider", name="Where it was at")
    slider.focus()
    page.keyboard.press("Home")
    expect(germany).to_have_class("r-no_data")
    expect(bavaria).to_have_text("Not reached yet")
    expect(page).to_have_url(re.compile(r"\?at="))
    began = slider.get_attribute("aria-valuetext") or "?"
    expect(page.locator(".where-at")).to_contain_text(began)
    page.reload()
    expect(germany).to_have_class("r-no_data")
    slider.focus()
    page.keyboard.press("End")
    expect(germany).to_have_class("r-outage")
    expect(bavaria).to_have_text("Reached by it")
    assert opened.complaints == []


def test_the_replay_plays_to_its_end(window: Opener, spread: Incident) -> None:
    opened = window(locale="en-DE")
    opened.page.clock.install()
    page = opened.open(f"/incidents/{spread.pk}/")
    page.get_by_role("button", name="Play").click()
    expect(page.locator('#map [data-code="DE"]')).to_have_class("r-no_data")
    page.clock.run_for(48 * 400)
    expect(page.locator('#map [data-code="DE"]')).to_have_class("r-outage")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    assert opened.complaints == []


def test_an_open_page_learns_what_happens(window: Opener, spread: Incident) -> None:
    opened = window(locale="en-DE")
    opened.page.clock.install()
    page = opened.open(f"/incidents/{spread.pk}/")
    TimelineEntry.objects.create(
        incident=spread, at=spread.updated_at, kind="notice", text="The operator speaks."
    )
    with page.expect_response("**/live/"):
        page.clock.fast_forward(HALF_A_MINUTE_MS)
    expect(page.locator(".timeline")).to_contain_text("The operator speaks.")
    assert opened.complaints == []


def test_a_hidden_page_asks_for_nothing(window: Opener, spread: Incident) -> None:
    opened = window(locale="en-DE")
    opened.page.clock.install()
    page = opened.open(f"/incidents/{spread.pk}/")
    page.evaluate(
        "Object.defineProperty(document, 'visibilityState',"
        " { value: 'hidden', configurable: true })"
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.fast_forward(HALF_A_MINUTE_MS)
    page.evaluate("delete document.visibilityState")
    assert asked == []
    with page.expect_response("**/live/"):
        page.clock.fast_forward(HALF_A_MINUTE_MS)


def test_paper_gets_the_facts_and_no_controls(window: Opener, spread: Incident) -> None:
    page = window(locale="en-DE").open(f"/incidents/{spread.pk}/")
    page.emulate_media(media="print")
    for unseen in ("#times", ".actions", ".head nav"):
        expect(page.locator(unseen).first).to_be_hidden()
    for seen in (".answer", ".lead", ".chart-wide", "#map svg", "#regions", ".timeline"):
        expect(page.locator(seen).first).to_be_visible()
    expect(page.locator(".chart-narrow")).to_be_hidden()
