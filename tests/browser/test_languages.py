"""A language that is written from the right, and the way from one language to another."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import SMALL, Opener

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt", "hi"])
def test_no_page_scrolls_sideways_for_the_length_of_its_words(
    window: Opener, every_path: list[str], language: str
) -> None:
    opened = window(viewport=SMALL)
    size = "document.documentElement.scrollWidth"
    wide = {path: opened.open(f"/{language}{path}").evaluate(size) for path in every_path}
    assert {path: width for path, width in wide.items() if width > SMALL["width"]} == {}


@pytest.fixture
def arabic(every_path: list[str]) -> list[str]:
    return [f"/ar{path}" for path in every_path]


def test_no_arabic_page_scrolls_sideways_on_a_small_phone(
    window: Opener, arabic: list[str]
) -> None:
    opened = window(viewport=SMALL)
    wide = {}
    for path in arabic:
        page = opened.open(path)
        # What hangs out to the left of a page written from the right can be scrolled to.
        page.evaluate("window.scrollTo(-9999, 0)")
        size = page.evaluate("[document.documentElement.scrollWidth, Math.abs(window.scrollX)]")
        if size[0] > SMALL["width"] or size[1]:
            wide[path] = size
    assert wide == {}
    assert opened.complaints == []


def test_no_arabic_page_breaks_a_rule_of_accessibility(window: Opener, arabic: list[str]) -> None:
    opened = window()
    found = {path: Axe().run(opened.open(path)) for path in arabic}
    broken = {path: one.generate_report() for path, one in found.items() if one.violations_count}
    assert broken == {}


def test_lines_begin_at_the_right_and_time_runs_from_the_left(
    window: Opener, every_path: list[str]
) -> None:
    page = window().open("/ar/s/whatsapp/")
    answer = page.locator(".answer")
    assert answer.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert answer.evaluate("one => getComputedStyle(one).textAlign") == "start"
    times = page.locator("svg.chart-wide .c-time")
    first, last = times.first.bounding_box(), times.last.bounding_box()
    assert first
    assert last
    assert first["x"] < last["x"]


def test_the_switch_shows_the_same_page_in_another_language(
    window: Opener, every_path: list[str]
) -> None:
    page = window().open("/s/whatsapp/?country=US")
    page.get_by_role("link", name="Français").click()
    assert page.url.endswith("/fr/s/whatsapp/?country=US")
    assert page.locator("html").get_attribute("lang") == "fr"
    page.get_by_role("link", name="Deutsch").click()
    assert page.url.endswith("/de/s/whatsapp/?country=US")
