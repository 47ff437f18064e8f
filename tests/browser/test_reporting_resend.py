"""A report outlives a server or a line that is away: kept on the device, counted once."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from reports import draining
from reports.inbox import Inbox
from reports.models import Report
from tests.browser.conftest import SMALL, Opener, Window

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("calm")]
FORM = "/s/signal/report/"
POSTED = f"**{FORM}"
DAY_MS = 86_400_000
# A token is taken after a second and a half (reports/tokens.py).
A_LOOK_MS = 1_600


def stored(inbox: Inbox) -> list[Report]:
    draining.drain(inbox, consumer="test")
    return list(Report.objects.all())


def kept(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        page.evaluate("localStorage.getItem('brownout.reports') ?? '[]'")
    )
    return found


def overloaded(route: Route) -> None:
    if route.request.method == "POST":
        route.fulfill(status=503, headers={"Retry-After": "1"}, body="")
    else:
        route.fallback()


def press_send(page: Page) -> None:
    page.get_by_role("button", name="Send report", exact=True).click()


@pytest.fixture
def opened(window: Opener) -> Window:
    here = window(viewport=SMALL)
    here.open(FORM)
    return here


def test_what_a_server_could_not_take_is_sent_again_and_counted_once(
    opened: Window, inbox: Inbox
) -> None:
    page = opened.page
    page.route(POSTED, overloaded)
    page.get_by_label("Very slow").check()
    press_send(page)
    expect(page.get_by_text("about Signal is not sent yet")).to_be_visible()
    expect(page.locator("#outbox")).to_be_focused()
    expect(page.locator("#report")).to_be_hidden()
    assert len(kept(page)) == 1
    page.unroute(POSTED)
    expect(page.get_by_text("about Signal was sent")).to_be_visible()
    assert kept(page) == []
    (report,) = stored(inbox)
    assert (report.weight, report.symptom.slug if report.symptom else "") == (1, "slow")


def test_without_a_line_it_waits_on_the_device_until_there_is_one(
    opened: Window, inbox: Inbox
) -> None:
    page = opened.page
    page.wait_for_timeout(A_LOOK_MS)
    page.context.set_offline(True)
    press_send(page)
    expect(page.get_by_text("is not sent yet")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("was sent")).to_be_visible()
    assert [report.weight for report in stored(inbox)] == [1]


def test_an_answer_that_was_lost_on_the_way_makes_no_second_report(
    opened: Window, inbox: Inbox
) -> None:
    page = opened.page

    def lose_the_answer(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort()

    page.wait_for_timeout(A_LOOK_MS)
    page.route(POSTED, lose_the_answer, times=1)
    press_send(page)
    expect(page.get_by_text("is not sent yet")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("was sent")).to_be_visible()
    assert [report.weight for report in stored(inbox)] == [1]


def test_any_page_of_the_site_sends_what_is_kept(opened: Window, inbox: Inbox) -> None:
    page = opened.page
    page.route(POSTED, overloaded)
    press_send(page)
    expect(page.get_by_text("is not sent yet")).to_be_visible()
    opened.open("/method/")
    expect(page.get_by_text("is not sent yet")).to_be_in_viewport()
    page.unroute(POSTED)
    expect(page.get_by_text("was sent")).to_be_in_viewport()
    assert len(stored(inbox)) == 1


def test_who_changed_their_mind_removes_it(opened: Window, inbox: Inbox) -> None:
    page = opened.page
    page.route(POSTED, overloaded)
    press_send(page)
    page.get_by_role("button", name="Do not send it").click()
    expect(page.get_by_text("is not sent yet")).to_have_count(0)
    assert kept(page) == []


@pytest.mark.parametrize(
    ("age_ms", "says", "reports"),
    [(DAY_MS - 60_000, "Signal was sent", 1), (DAY_MS + 1, "Signal could not be taken", 0)],
)
def test_for_a_day_it_is_sent_with_a_new_token_and_then_no_more(
    opened: Window, inbox: Inbox, age_ms: int, says: str, reports: int
) -> None:
    page = opened.page
    page.route(POSTED, overloaded)
    press_send(page)
    expect(page.get_by_text("is not sent yet")).to_be_visible()
    opened.open("/method/")
    page.evaluate(
        """age => {
          const [one] = JSON.parse(localStorage.getItem("brownout.reports"));
          const body = new URLSearchParams(one.body);
          body.set("token", "expired");
          one.body = String(body);
          one.when -= age;
          one.tokenAt -= age;
          localStorage.setItem("brownout.reports", JSON.stringify([one]));
        }""",
        age_ms,
    )
    page.unroute(POSTED)
    opened.open("/privacy/")
    expect(page.get_by_text(says)).to_be_visible()
    assert kept(page) == []
    assert [report.weight for report in stored(inbox)] == [1] * reports


def test_two_quick_presses_send_one_form(opened: Window, inbox: Inbox) -> None:
    page = opened.page
    posts: list[str] = []
    page.on("request", lambda request: posts.append(request.method))
    page.wait_for_timeout(A_LOOK_MS)
    page.get_by_role("button", name="Send report", exact=True).dblclick()
    page.wait_for_url(re.compile(r"/s/signal/\?reported=1&region=DE$"))
    assert posts.count("POST") == 1
    assert [report.weight for report in stored(inbox)] == [1]
    assert opened.complaints == []


def test_a_slow_line_is_said_on_the_button(opened: Window, inbox: Inbox) -> None:
    page = opened.page
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(POSTED, hold, times=1)
    press_send(page)
    expect(page.get_by_role("button", name="Sending…")).to_be_visible()
    waiting[0].continue_()
    page.wait_for_url(re.compile(r"/s/signal/\?reported=1&region=DE$"))
    assert len(stored(inbox)) == 1


def test_what_is_wrong_with_a_form_is_said_by_the_server(opened: Window, inbox: Inbox) -> None:
    page = opened.page
    page.get_by_label("Anything to add?").evaluate("e => { e.removeAttribute('maxlength') }")
    page.get_by_label("Anything to add?").fill("a" * 281)
    press_send(page)
    expect(page.get_by_text("nothing was sent yet")).to_be_visible()
    expect(page.get_by_label("Anything to add?")).to_have_value("a" * 281)
    assert kept(page) == []
    assert stored(inbox) == []
