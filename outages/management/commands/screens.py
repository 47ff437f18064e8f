"""Door: the screenshots of docs/screens, of a scratch instance with a simulated outage."""

import json
import shutil
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from outages.instance import ports, preparing, processes, scratch
from outages.instance.programs import Plan
from outages.replays import demonstrating
from outages.replays.simulating import simulate
from reports import valkey
from reports.buckets import DAY_MINUTES, minute_of

USUAL_PORT = 8900
# The outage has been going on for so long when the pictures are taken.
MINUTES_IN = 40
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
BANNER = "Simulated: the reports on this page are made up."


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
            with processes.interruptible(), scratch.folder() as path:
                environment = scratch.environment(path) | {"SITE_BANNER": BANNER}
                self._fill(path, environment)
                with processes.stack(_plan(path, environment), say=self.stdout.write) as running:
                    running.wait_until_ready()
                    with playwright() as tools:
                        browser = tools.chromium.launch(
                            executable_path=options["chromium"], args=["--no-sandbox"]
                        )
                        self._take(browser, running.address, options["out"])
        except KeyboardInterrupt:
            self.stdout.write("Stopped.")

    def _fill(self, path: Path, environment: Mapping[str, str]) -> None:
        preparing.collect_static_files(say=self.stdout.write)
        log = path / "log.jsonl"
        with log.open("w", encoding="utf-8") as file:
            for line in _lines(minute_of(timezone.now())):
                file.write(json.dumps(line) + "\n")
        for command in (
            ["migrate", "--verbosity", "0"],
            ["load_catalogue"],
            ["replay", str(log), "--keep"],
        ):
            if code := scratch.manage(command, environment=environment):
                raise CommandError(f"manage.py {command[0]} ended with {code}")

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


def _lines(now: int) -> Iterator[dict[str, Any]]:
    """Four ordinary weeks with the demo's outage at their end."""
    minutes = demonstrating.HISTORY_DAYS * DAY_MINUTES
    return simulate(
        services=demonstrating.SERVICES,
        first=now - minutes,
        minutes=minutes,
        seed=demonstrating.SEED,
        outages=demonstrating.outage(start=now - MINUTES_IN),
    )


def _plan(path: Path, environment: Mapping[str, str]) -> Plan:
    return Plan(
        root=settings.BASE_DIR,
        data_dir=path,
        environment=environment,
        valkey_socket=valkey.socket_of(path),
        port=ports.free_port("127.0.0.1", USUAL_PORT),
    )
