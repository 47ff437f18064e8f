"""The service page's chart, read by keyboard and finger; what an open page renews."""

import re
from datetime import timedelta

import pytest
from django.db.models import F
from playwright.sync_api import expect

from outages.models import Watch
from reports import kept
from reports.models import MinuteCount
from tests.browser.conftest import SMALL, Opener
from tests.outages.pages.scenes import Scene

pytestmark = pytest.mark.browser
A_WHILE_MS = 21_000


def test_the_chart_is_read_by_keyboard_alone(window: Opener, outage: Scene) -> None:
    opened = window()
    page = opened.open("/s/whatsapp/")
    readout = page.locator("[data-readout]")
    assert readout.get_attribute("aria-live") == "polite"
    page.get_by_role("link", name="30 days").focus()
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.id") != "plot":
        page.keyboard.press("Tab")
    newest = readout.inner_text()
    page.keyboard.press("ArrowLeft")
    before = readout.inner_text()
    page.keyboard.press("ArrowRight")
    expect(readout).to_have_text(newest)
    page.keyboard.press("Home")
    oldest = readout.inner_text()
    page.keyboard.press("End")
    expect(readout).to_have_text(newest)
    assert len({newest, before, oldest}) == 3
    assert all(
        re.match(r"\d\d:\d\d UTC: reports [\d,]+, usual about", said)
        for said in (newest, before, oldest)
    )
    cursor = "getComputedStyle(document.querySelector('.chart-wide .c-cursor')).visibility"
    assert page.evaluate(cursor) == "visible"
    page.keyboard.press("Tab")
    expect(readout).to_have_text("")
    assert opened.complaints == []


def test_a_finger_reads_the_chart_and_leaves_what_it_found(window: Opener, outage: Scene) -> None:
    page = window(viewport=SMALL, has_touch=True, is_mobile=True).open("/s/whatsapp/?range=30d")
    page.locator(".chart-narrow").tap(position={"x": 250, "y": 80})
    expect(page.locator("[data-readout]")).to_contain_text(re.compile(r"\w{3}.*UTC: "))


def test_an_open_chart_takes_in_what_is_new_and_nothing_moves(
    window: Opener, outage: Scene
) -> None:
    opened = window()
    opened.page.clock.install()
    page = opened.open("/s/whatsapp/")
    place = "document.getElementById('where').getBoundingClientRect().top + scrollY"
    before = page.evaluate(place)
    page.locator("#plot").focus()
    readout = page.locator("[data-readout]")
    said = readout.inner_text()
    MinuteCount.objects.filter(service=outage.whatsapp).update(reports=77)
    page.clock.fast_forward(A_WHILE_MS)
    expect(readout).not_to_have_text(said)
    assert page.evaluate("document.activeElement.id") == "plot"
    assert page.evaluate(place) == before
    assert opened.complaints == []


def test_a_hidden_page_asks_for_nothing(window: Opener, outage: Scene) -> None:
    opened = window()
    opened.page.clock.install()
    page = opened.open("/s/whatsapp/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hide = "Object.defineProperty(document, 'visibilityState', {value: '%s', configurable: true})"
    page.evaluate(hide % "hidden")
    page.clock.fast_forward(A_WHILE_MS)
    assert not any("/s/" in url for url in asked)
    page.evaluate(hide % "visible")
    with page.expect_response("**/chart/**"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_what_did_not_change_is_not_sent_again(window: Opener, calm: Scene) -> None:
    opened = window()
    opened.page.clock.install()
    page = opened.open("/s/signal/")
    for _ in range(2):
        with page.expect_response("**/chart/**") as answer:
            page.clock.fast_forward(A_WHILE_MS)
    headers = answer.value.request.all_headers()
    assert headers.get("if-none-match")
    assert answer.value.status in (200, 304)


def test_an_open_page_says_of_what_time_it_is_and_when_that_grows_old(
    window: Opener, outage: Scene
) -> None:
    opened = window()
    opened.page.clock.install()
    page = opened.open("/s/whatsapp/")
    live = page.locator(".live")
    expect(live).to_have_text(re.compile(r"^As of .*UTC\. This page keeps itself up to date"))
    height = live.bounding_box()
    Watch.objects.update(ticked_at=F("ticked_at") - timedelta(hours=2))
    Watch.objects.update(data_until=F("data_until") - timedelta(hours=2))
    kept.forget_all()
    page.clock.fast_forward(A_WHILE_MS)
    expect(live).to_have_text(re.compile(r"^Data delayed by 2\s+hours"))
    page.route("**/answer/", lambda route: route.abort())
    page.clock.fast_forward(A_WHILE_MS)
    expect(live).to_have_text(re.compile(r"^This page cannot reach the site"))
    assert live.bounding_box() == height
