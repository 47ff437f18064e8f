"""A live site with an outage on it, and windows of every size, scheme and ability to look at it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, Request
from pytest_django.live_server_helper import LiveServer

from outages.models import Reply
from reports import kept
from reports.buckets import minute_of
from reports.models import Network, NetworkCount, Service
from tests.outages.pages import scenes

SMALL = {"width": 320, "height": 640}
LARGE = {"width": 1280, "height": 800}


@dataclass
class Window:
    """A page of a browser, with everything that it complained about and asked other hosts for."""

    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        answer = self.page.goto(self.base + path)
        assert answer
        assert answer.ok, f"{path}: {answer.status}"
        return self.page

    def watch(self) -> None:
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._see)
        self.page.on(
            "console",
            lambda said: (
                self.complaints.append(said.text) if said.type in ("error", "warning") else None
            ),
        )

    def _see(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.strangers.append(request.url)


Opener = Callable[..., Window]


@pytest.fixture
def outage(live_server: LiveServer) -> scenes.Scene:
    return scenes.an_outage(now=timezone.now())


@pytest.fixture
def calm(live_server: LiveServer) -> scenes.Scene:
    return scenes.a_calm_week(now=timezone.now())


@pytest.fixture
def window(browser: Browser, live_server: LiveServer) -> Iterator[Opener]:
    """Opens windows: `window(viewport=…, color_scheme=…, java_script_enabled=…)`."""
    contexts = []

    def opener(**options: Any) -> Window:
        context = browser.new_context(**{"viewport": LARGE, "locale": "en-DE", **options})
        contexts.append(context)
        opened = Window(page=context.new_page(), base=live_server.url)
        opened.watch()
        return opened

    yield opener
    for context in contexts:
        context.close()


@pytest.fixture
def every_path(outage: scenes.Scene) -> list[str]:
    """Every kind of page; the operator has replied, at an unbroken length."""
    assert outage.incident
    _through_providers(outage.incident.service)
    Reply.objects.create(
        service=outage.incident.service,
        incident=outage.incident,
        at=timezone.now(),
        by_name="Meta",
        text="Look at " + "x" * 300,
        url="https://status.example/",
    )
    return [
        "/",
        "/?q=a",
        "/?q=teapot",
        "/s/whatsapp/",
        "/s/whatsapp/?country=US",
        "/s/signal/",
        "/s/verizon/",
        "/s/aldi-talk/",
        "/s/whatsapp/?reported=1",
        "/s/whatsapp/?reported=1&region=DE-BY",
        "/s/signal/?reported=1&region=FR",
        "/s/whatsapp/?range=30d&scale=even",
        "/s/verizon/report/",
        "/map/",
        "/?category=messaging",
        "/suggest/?name=chess",
        "/map/?view=europe",
        "/map/?country=US&service=whatsapp",
        "/incidents/",
        "/incidents/?service=teapot&region=DE",
        f"/incidents/{outage.incident.pk}/",
        "/method/",
        "/developers/",
        "/privacy/",
        "/about/",
    ]


def _through_providers(service: Service) -> None:
    """Sixty people within the last minutes, half of them through Verizon."""
    # RFC 5398 reserves these AS numbers for examples.
    Network.objects.create(asn=64496, service=Service.objects.get(slug="verizon"))
    minute = minute_of(timezone.now()) - 5
    NetworkCount.objects.bulk_create(
        NetworkCount(service=service, network=asn, minute=minute, reports=30, first_reporters=30)
        for asn in (64496, 64511)
    )
    kept.forget_all()
