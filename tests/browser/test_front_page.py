"""The front page in a browser: suggestions while typing, and keeping itself up to date."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from outages.models import Incident
from reports import kept
from reports.models import Service, Suggestion
from tests.browser.conftest import SMALL, Opener
from tests.outages.pages.scenes import Scene

pytestmark = pytest.mark.browser
SOON_MS = 21_000


@pytest.fixture(autouse=True)
def _nothing_kept(outage: Scene) -> None:
    kept.forget_all()


def typed(page: Page, text: str) -> None:
    page.get_by_role("combobox").press_sequentially(text)


def test_a_service_is_found_by_keyboard_alone(window: Opener) -> None:
    opened = window(viewport=SMALL)
    page = opened.open("/")
    box, options = page.get_by_role("combobox"), page.get_by_role("option")
    typed(page, "a")
    expect(options).to_have_count(4)
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".finder [role=status]")).to_have_text("4 services fit.")
    assert not Axe().run(page).violations_count
    box.press("ArrowUp")
    last = options.last
    expect(last).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", last.get_attribute("id") or "")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_have_value("a")
    box.press("ArrowDown")
    expect(options).to_have_count(4)
    typed(page, "ldi")
    expect(options).to_have_count(1)
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/s/aldi-talk/")
    assert opened.complaints == []
    assert opened.strangers == []


def test_enter_without_a_choice_sends_the_form(window: Opener) -> None:
    page = window().open("/")
    typed(page, "whats")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=whats")
    expect(page.get_by_role("link", name="WhatsApp")).to_be_visible()


def test_a_suggestion_is_taken_by_a_press(window: Opener) -> None:
    page = window(viewport=SMALL).open("/")
    typed(page, "whats")
    page.get_by_role("option", name="WhatsApp").click()
    page.wait_for_url("**/s/whatsapp/")


def test_the_filter_of_incidents_is_filled_in(window: Opener) -> None:
    page = window().open("/incidents/")
    page.get_by_text("Choose which").click()
    page.get_by_role("combobox", name="Service").press_sequentially("insta")
    page.get_by_role("option", name="Instagram").click()
    page.get_by_role("button", name="List these").click()
    page.wait_for_url("**/incidents/?service=Instagram")
    expect(page.locator(".incidents > li")).to_have_count(1)


def test_a_missing_service_is_suggested_without_a_script(window: Opener) -> None:
    page = window(java_script_enabled=False, viewport=SMALL).open("/?q=Chess+Club")
    page.get_by_role("link", name="Suggest it").click()
    page.get_by_label("Its homepage").fill("chess.example.org")
    page.get_by_role("button", name="Suggest it").click()
    # A quick hand is asked to press once more; what it typed is still there.
    if page.get_by_role("alert").is_visible():
        page.get_by_role("button", name="Suggest it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("on the list")
    assert Suggestion.objects.get().name == "Chess Club"


def over(slug: str) -> None:
    now = timezone.now()
    Incident.objects.filter(service__slug=slug).ongoing().update(
        state=Incident.State.RESOLVED, resolved_at=now
    )


def test_what_changed_waits_until_the_reader_says_so(window: Opener) -> None:
    opened = window(viewport=SMALL)
    opened.page.clock.install()
    page = opened.open("/")
    expect(page.locator(".card")).to_have_count(2)
    place = page.locator("#down").bounding_box()
    over("instagram")
    with page.expect_response("**/now/"):
        page.clock.fast_forward(SOON_MS)
    offer = page.get_by_role("button", name="Something has changed")
    expect(offer).to_be_visible()
    expect(page.locator(".summary")).to_contain_text("2 services have an outage")
    expect(page.locator(".card")).to_have_count(2)
    assert page.locator("#down").bounding_box() == place
    offer.click()
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".summary")).to_contain_text("1 service has an outage: WhatsApp.")
    expect(page.get_by_text("Recently over")).to_be_visible()
    expect(offer).to_have_count(0)
    assert opened.complaints == []


def test_other_numbers_of_the_same_incidents_are_shown_at_once(window: Opener) -> None:
    opened = window()
    opened.page.clock.install()
    page = opened.open("/")
    Service.objects.filter(slug="instagram").update(name="Instagram by Meta")
    with page.expect_response("**/now/"):
        page.clock.fast_forward(SOON_MS)
    expect(page.get_by_role("link", name="Instagram by Meta")).to_be_visible()
    expect(page.get_by_role("button", name="Something has changed")).to_have_count(0)


def test_a_hidden_page_asks_for_nothing(window: Opener) -> None:
    opened = window()
    opened.page.clock.install()
    page = opened.open("/")
    hide = """state => {
      Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(hide, "hidden")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.fast_forward(3 * SOON_MS)
    assert asked == []
    with page.expect_response("**/now/"):
        page.evaluate(hide, "visible")
        page.clock.fast_forward(1_000)
