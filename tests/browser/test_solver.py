"""The vendored solver, in a real browser, under our own rules of content: its answer weighs."""

from typing import Any

import pytest
from django.templatetags.static import static

from reports import trust
from reports.draining import drain
from reports.inbox import Inbox
from reports.models import Report, Service, Suspicion
from tests.browser.conftest import Opener
from tests.outages.pages.scenes import Scene

pytestmark = pytest.mark.browser

# What a page does: fetch the puzzle, let the worker solve it, send the answer as the token.
SOLVE = """async (solver) => {
  const ticket = await (await fetch("/api/v1/services/signal/token")).json();
  const worker = new Worker(solver);
  const solution = await new Promise((resolve) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.postMessage({
      type: "work", challenge: ticket.challenge, counterStart: 0, counterStep: 1, timeout: 60000,
    });
  });
  const token = btoa(JSON.stringify({ challenge: ticket.challenge, solution }));
  const answer = await fetch("/api/v1/reports", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ service: "signal", token }),
  });
  return answer.status;
}"""


def test_a_browser_solves_the_puzzle_of_a_suspected_service(
    window: Opener, calm: Scene, inbox: Inbox
) -> None:
    Suspicion.objects.create(service=Service.objects.get(slug="signal"))
    trust.forget()
    opened = window()
    page = opened.open("/privacy/")
    said: Any = page.evaluate(SOLVE, static("outages/vendor/altcha/sha.js"))
    trust.forget()
    assert said == 202
    assert opened.complaints == opened.strangers == []
    # The scene's own reports are in the database already.
    before = set(Report.objects.values_list("key", flat=True))
    drain(inbox, consumer="test")
    row = Report.objects.exclude(key__in=before).get()
    assert (row.weight, row.discard) == (1, "")
