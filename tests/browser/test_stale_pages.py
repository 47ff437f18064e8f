"""Pages while the database is away, and the note of a kept report, in every window."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import OperationalError
from playwright.sync_api import Page, expect

from outages.lastgood.reach import database
from tests.browser.conftest import LARGE, SMALL, Opener

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("outage")]
WINDOWS = pytest.mark.parametrize(
    ("viewport", "scheme"), [(SMALL, "light"), (LARGE, "dark")], ids=["small", "large"]
)


@pytest.fixture
def lost(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    database.forget()


def lose(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(database, "ask", refuse)
    database.lost(OperationalError())


def assert_sound(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@WINDOWS
def test_old_pages_and_their_stand_ins_break_no_rule(
    window: Opener,
    monkeypatch: pytest.MonkeyPatch,
    lost: None,
    viewport: dict[str, int],
    scheme: str,
) -> None:
    before = window()
    for path in ("/s/whatsapp/", "/s/whatsapp/report/"):
        before.open(path)
    lose(monkeypatch)
    opened = window(viewport=viewport, color_scheme=scheme)
    page = opened.page
    for path, says in (
        ("/s/whatsapp/", "This is how it stood at"),
        ("/s/whatsapp/?reported=1", "Your report is taken and will be counted"),
        ("/s/whatsapp/report/", "What is wrong with WhatsApp?"),
        ("/s/instagram/", "Report a problem with Instagram"),
    ):
        page.goto(opened.base + path)
        expect(page.get_by_text(says).first).to_be_visible()
        assert_sound(page, viewport["width"])


@WINDOWS
def test_the_note_of_a_kept_report_breaks_no_rule_on_any_page(
    window: Opener, viewport: dict[str, int], scheme: str
) -> None:
    opened = window(viewport=viewport, color_scheme=scheme)
    page = opened.open("/s/whatsapp/report/")
    keep_a_report(page)
    assert_sound(page, viewport["width"])
    opened.open("/s/whatsapp/")
    expect(page.get_by_role("button", name="Do not send it")).to_be_in_viewport()
    assert_sound(page, viewport["width"])


def keep_a_report(page: Page) -> None:
    page.route(
        "**/s/whatsapp/report/",
        lambda route: route.fulfill(status=503, headers={"Retry-After": "1000"}, body=""),
        times=1,
    )
    page.get_by_role("button", name="Send report", exact=True).click()
    expect(page.get_by_text("is not sent yet")).to_be_visible()
