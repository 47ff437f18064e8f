"""What JavaScript adds to a page that is whole without it."""

import pytest
from playwright.sync_api import expect

from outages.models import Incident
from tests.browser.conftest import Opener
from tests.outages.pages.scenes import Scene

pytestmark = pytest.mark.browser
HALF_A_MINUTE_MS = 31_000


def test_an_open_page_learns_that_it_is_over(window: Opener, outage: Scene) -> None:
    opened = window()
    opened.page.clock.install()
    page = opened.open("/s/whatsapp/")
    expect(page.locator(".answer")).to_contain_text("Yes, WhatsApp has problems")
    for incident in Incident.objects.ongoing():
        incident.state = Incident.State.RESOLVED
        incident.resolved_at = incident.updated_at
        incident.save()
    page.clock.fast_forward(HALF_A_MINUTE_MS)
    expect(page.locator(".answer")).not_to_contain_text("Yes, WhatsApp has problems")
    expect(page.locator(".verdict-outage")).to_have_count(0)
    assert opened.complaints == []


def test_nothing_is_swapped_under_a_reader(window: Opener, outage: Scene) -> None:
    opened = window()
    opened.page.clock.install()
    page = opened.open("/s/whatsapp/")
    page.get_by_role("link", name="Everything about this incident").focus()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.fast_forward(HALF_A_MINUTE_MS)
    page.get_by_role("link", name="Everything about this incident").blur()
    assert not any("/answer/" in url for url in asked)
    with page.expect_response("**/answer/"):
        page.clock.fast_forward(HALF_A_MINUTE_MS)


def test_the_chart_is_read_out_under_the_pointer(window: Opener, outage: Scene) -> None:
    opened = window()
    page = opened.open("/s/whatsapp/")
    page.locator(".chart-wide").hover(position={"x": 500, "y": 80})
    expect(page.locator("[data-readout]")).to_contain_text("UTC: ")
    expect(page.locator("[data-readout]")).to_contain_text(", usual about ")
    assert opened.complaints == []


def test_a_country_on_the_map_opens_its_regions(window: Opener, outage: Scene) -> None:
    page = window().open("/s/whatsapp/?range=7d&reported=1")
    page.locator('[data-code="DE"]').click()
    page.wait_for_url("**/s/whatsapp/?range=7d&country=DE#where")
    expect(page.locator('[data-code="DE-BY"]')).to_be_visible()
