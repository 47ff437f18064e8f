"""Door: the screenshots of docs/screens, of a scratch instance with a simulated outage."""

import shutil
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from outages.management.exhibiting import CannotExhibit, exhibit

PAGES = {
    "home": "/",
    "service": "/s/whatsapp/",
    "report": "/s/whatsapp/report/",
    "map": "/map/",
    "incident": "/incidents/1/",
}
# Width of a window and its height: the first screens of a page, not all of it.
WINDOWS = {320: 1400, 768: 1200, 1280: 1000}
SCHEMES = ("light", "dark")


class Command(BaseCommand):
    help = "Take screenshots of every kind of page at three widths, light and dark. Needs Chromium."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--out", type=Path, default=settings.BASE_DIR / "docs" / "screens")
        parser.add_argument(
            "--chromium", default=shutil.which("chromium"), help="path of the browser"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["chromium"]:
            raise CommandError("there is no Chromium here: apt-get install chromium")
        try:
            # A tool of development; what runs an instance does not bring it.
            playwright = import_module("playwright.sync_api").sync_playwright
        except ImportError as error:
            raise CommandError("Playwright is missing: make install-dev") from error
        try:
            with exhibit(say=self.stdout.write) as address, playwright() as tools:
                browser = tools.chromium.launch(
                    executable_path=options["chromium"], args=["--no-sandbox"]
                )
                self._take(browser, address, options["out"])
        except CannotExhibit as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            self.stdout.write("Stopped.")

    def _take(self, browser: Any, address: str, out: Path) -> None:
        out.mkdir(parents=True, exist_ok=True)
        for name, page in PAGES.items():
            for width, height in WINDOWS.items():
                for scheme in SCHEMES:
                    window = browser.new_page(
                        viewport={"width": width, "height": height}, color_scheme=scheme
                    )
                    window.goto(address.rstrip("/") + page, wait_until="networkidle")
                    file = out / f"{name}-{width}-{scheme}.png"
                    window.screenshot(path=file)
                    window.close()
                    self.stdout.write(f"{file.name}")
