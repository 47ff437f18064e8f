"""What must hold on every page, in every window."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import LARGE, SMALL, Opener

pytestmark = pytest.mark.browser


# A browser that zooms gives a page fewer pixels of its own and draws each of them larger.
ZOOMED = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}


@pytest.mark.parametrize("zoom", [{}, ZOOMED], ids=["100 %", "200 %"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_accessibility(
    window: Opener, every_path: list[str], scheme: str, zoom: dict[str, Any]
) -> None:
    opened = window(color_scheme=scheme, **zoom)
    broken = {}
    for path in every_path:
        found = Axe().run(opened.open(path))
        if found.violations_count:
            broken[path] = found.generate_report()
    assert broken == {}


@pytest.mark.parametrize("viewport", [SMALL, ZOOMED["viewport"], LARGE], ids=["320", "640", "1280"])
def test_no_page_scrolls_sideways_complains_or_calls_others(
    window: Opener, every_path: list[str], viewport: dict[str, int]
) -> None:
    opened = window(viewport=viewport)
    wide = [
        path
        for path in every_path
        if opened.open(path).evaluate("document.documentElement.scrollWidth") > viewport["width"]
    ]
    assert wide == []
    assert opened.complaints == []
    assert opened.strangers == []


def test_the_answer_is_on_the_first_screen_of_a_small_phone(
    window: Opener, every_path: list[str]
) -> None:
    page = window(viewport=SMALL, java_script_enabled=False).open("/s/whatsapp/")
    answer = page.locator(".answer").bounding_box()
    button = page.get_by_role("link", name="I have a problem too").bounding_box()
    assert answer
    assert button
    assert answer["y"] + answer["height"] < SMALL["height"]
    assert button["y"] + button["height"] < SMALL["height"]
    assert button["height"] >= 44
