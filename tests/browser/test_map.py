"""The map's slider: by keyboard, by itself, and where nobody wants motion."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SMALL, Opener
from tests.outages.pages.scenes import Scene

pytestmark = pytest.mark.browser


def test_the_slider_moves_map_words_table_and_address(window: Opener, outage: Scene) -> None:
    opened = window()
    page = opened.open("/map/")
    germany = page.locator('#map [data-code="DE"]')
    expect(germany).to_have_class("r-outage")
    slider = page.get_by_role("slider", name="The hour up to")
    expect(slider).to_have_attribute("aria-valuetext", "now")
    slider.focus()
    for _step in range(6):
        page.keyboard.press("ArrowLeft")
    expect(germany).not_to_have_class("r-outage")
    expect(page.locator(".map-answer")).not_to_contain_text("Outage")
    expect(page).to_have_url(re.compile(r"\?at=\d{4}-\d\d-\d\dT\d\d%3A[03]0Z$"))
    expect(page.locator("main table")).not_to_contain_text("Outage")
    page.reload()
    expect(germany).not_to_have_class("r-outage")
    slider.focus()
    page.keyboard.press("End")
    expect(germany).to_have_class("r-outage")
    expect(page.locator(".map-answer")).to_contain_text("Outage in")
    expect(page).to_have_url(re.compile(r"/map/$"))
    assert opened.complaints == []


def test_the_day_can_be_played(window: Opener, outage: Scene) -> None:
    opened = window()
    page = opened.open("/map/")
    germany = page.locator('#map [data-code="DE"]')
    page.get_by_role("button", name="Play").click()
    expect(germany).not_to_have_class("r-outage")
    page.get_by_role("button", name="Stop").click()
    expect(page).to_have_url(re.compile(r"\?at="))
    assert opened.complaints == []


def test_who_wants_no_motion_slides_by_hand(window: Opener, outage: Scene) -> None:
    page = window(reduced_motion="reduce").open("/map/")
    expect(page.get_by_role("button", name="Play")).to_be_disabled()
    page.get_by_role("slider").focus()
    page.keyboard.press("Home")
    expect(page.locator('#map [data-code="DE"]')).not_to_have_class("r-outage")


def test_nothing_moves_when_the_slider_comes(window: Opener, outage: Scene) -> None:
    for viewport in (SMALL, {"width": 768, "height": 900}, {"width": 1280, "height": 800}):
        heights = []
        for scripts in (False, True):
            page = window(viewport=viewport, java_script_enabled=scripts).open("/map/")
            if scripts:
                expect(page.get_by_role("slider")).to_be_visible()
            box = page.locator("#times").bounding_box()
            assert box
            heights.append(box["height"])
        assert heights[0] == heights[1], viewport


def test_without_scripts_a_time_is_a_link_and_a_form(window: Opener, outage: Scene) -> None:
    page = window(java_script_enabled=False).open("/map/?service=whatsapp")
    page.get_by_role("link", name="6 h ago").click()
    expect(page.locator('#map [data-code="DE"]')).not_to_have_class("r-outage")
    expect(page.get_by_role("heading", level=1)).to_contain_text("WhatsApp")
    page.get_by_role("combobox", name="The hour up to").select_option("now")
    page.locator("#times").get_by_role("button", name="Show").click()
    expect(page.locator('#map [data-code="DE"]')).to_have_class("r-outage")


def test_a_country_opens_at_the_time_that_is_looked_at(window: Opener, outage: Scene) -> None:
    page = window().open("/map/?view=europe")
    slider = page.get_by_role("slider")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**at=**")
    page.locator('#map [data-code="DE"]').click()
    page.wait_for_url("**country=DE**")
    assert "at=" in page.url
    assert "view" not in page.url
    expect(page.locator('[data-code="DE-BY"]')).to_be_visible()
