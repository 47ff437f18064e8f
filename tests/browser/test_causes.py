"""An incident's cause in every voice: it fits every window, and machines can read the answers."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page

from tests.browser.conftest import Opener
from tests.outages.pages import voices
from tests.outages.pages.scenes import Scene

pytestmark = pytest.mark.browser

WIDTHS = (320, 768, 1280)
ANSWERS = """
them => them.map(one => [
  (one.querySelector("[itemprop=name]").content ??
    one.querySelector("[itemprop=name]").textContent).trim(),
  one.querySelector("[itemprop=acceptedAnswer] [itemprop=text]").textContent.trim(),
])
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_cause_in_every_voice_fits_the_window(
    window: Opener, outage: Scene, width: int, scheme: str
) -> None:
    incident = voices.a_moderator_speaks(outage, now=timezone.now())
    voices.another_hypothesis_lost(outage)
    opened = window(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for path in (f"/incidents/{incident.pk}/", f"/s/{incident.service.slug}/"):
        page = opened.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    assert opened.complaints == []


@pytest.mark.parametrize("path", ["/incidents/{}/", "/s/whatsapp/"])
def test_both_answers_are_marked_up_as_questions_with_answers(
    window: Opener, outage: Scene, path: str
) -> None:
    assert outage.incident
    page = window(java_script_enabled=False).open(path.format(outage.incident.pk))
    answers = _answers(page)
    assert [question for question, _answer in answers] == [
        "Why is WhatsApp down? – briefly",
        "Why is WhatsApp down? – in detail",
    ]
    assert all(len(answer) > 40 for _question, answer in answers)


def _answers(page: Page) -> list[list[str]]:
    inside = '[itemtype="https://schema.org/FAQPage"] [itemprop=mainEntity]'
    found: list[list[str]] = page.locator(inside).evaluate_all(ANSWERS)
    return found
