"""Reporting from a real browser: without JavaScript, and without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from reports.inbox import Inbox
from tests.browser.conftest import SMALL, Opener
from tests.outages.pages.scenes import Scene

pytestmark = pytest.mark.browser
MOST_STEPS = 40


def press_until(page: Page, name: str) -> None:
    """Tab until the focus is on what is called so."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if name in page.locator(":focus").evaluate("e => e.innerText || e.labels?.[0]?.innerText"):
            return
    pytest.fail(f"the keyboard does not reach “{name}”")


def test_a_report_without_javascript(window: Opener, calm: Scene, inbox: Inbox) -> None:
    page = window(java_script_enabled=False, viewport=SMALL).open("/s/whatsapp/")
    page.get_by_role("link", name="I have a problem too").click()
    expect(page.get_by_label("Where are you?")).to_have_value("DE")
    page.get_by_label("Cannot log in").check()
    page.get_by_label("Where are you?").select_option("US")
    page.get_by_role("button", name="Show its parts").click()
    expect(page.get_by_label("Cannot log in")).to_be_checked()
    page.get_by_label("Where are you?").select_option("US-NY")
    page.get_by_label("Yes, others work").check()
    page.get_by_label("Anything to add?").fill("Since noon.")
    page.get_by_role("button", name="Send report", exact=True).click()
    expect(page.get_by_text("Your report is counted")).to_be_visible()
    (entry,) = inbox.take(consumer="test", count=9)
    assert entry.report
    assert (entry.report.region, entry.report.symptom) == ("US-NY", "login")
    assert (entry.report.others_work, entry.report.comment) == (True, "Since noon.")


def test_a_report_by_keyboard_alone(window: Opener, calm: Scene, inbox: Inbox) -> None:
    page = window().open("/s/signal/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    press_until(page, "I have a problem too")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is wrong with Signal?")
    press_until(page, "not sure")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("Very slow")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your report is counted")).to_be_visible()
    (entry,) = inbox.take(consumer="test", count=9)
    assert entry.report
    assert (entry.report.service, entry.report.symptom) == ("signal", "slow")


def test_it_works_for_me(window: Opener, calm: Scene, inbox: Inbox) -> None:
    page = window().open("/s/signal/")
    page.get_by_role("link", name="It works for me").click()
    page.get_by_role("button", name="It works for me").click()
    expect(page.get_by_text("It helps to know where it works")).to_be_visible()
