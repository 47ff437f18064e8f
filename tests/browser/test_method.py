"""The page that says how good it is: on a small phone, by keyboard, without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.utils import timezone

from outages import moderating
from outages.showing import ledger
from tests.browser.conftest import Opener
from tests.outages.pages.scenes import Scene
from tests.outages.pages.test_method import FIGURES

pytestmark = pytest.mark.browser

PHONE = 320
WIDTHS = (PHONE, 768, 1280)


@pytest.fixture
def judged(outage: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site with a record and with figures of a bench."""
    assert outage.incident
    mod = User.objects.create_user("mo")
    moderating.confirm(outage.incident.pk, by=mod, reason="It was.", now=timezone.now())
    monkeypatch.setattr(ledger, "figures", lambda: FIGURES)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_wide_tables_scroll_inside_themselves(
    window: Opener, judged: None, width: int, scheme: str
) -> None:
    opened = window(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=True
    )
    page = opened.open("/method/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = page.locator(".scroll").evaluate_all(
        "them => them.filter(t => t.scrollWidth > t.clientWidth).length"
    )
    assert wide == (2 if width == PHONE else 0)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert opened.complaints == []


def test_a_wide_table_can_be_scrolled_by_keyboard(window: Opener, judged: None) -> None:
    page = window(viewport={"width": 320, "height": 900}).open("/method/")
    table = page.get_by_role("region", name="Measured")
    table.focus()
    page.keyboard.press("ArrowRight")
    # Not wait_for_function: its second look has the page evaluate a string, which the page's policy
    # forbids.
    scrolled = (
        "t => t.scrollLeft > 0 || new Promise(ok => t.addEventListener('scroll', () => ok(true)))"
    )
    assert table.evaluate(scrolled)


def test_without_javascript_all_of_it_is_there(window: Opener, judged: None) -> None:
    page = window(java_script_enabled=False).open("/method/")
    for heading in ("Our own record here", "On a bench of known outages", "What it cannot do"):
        assert page.get_by_role("heading", name=heading).is_visible()
    cells = page.get_by_role("row", name="confirmed by a moderator").get_by_role("cell")
    assert cells.all_inner_texts() == ["1", "1", "1", "1"]
