"""Door: the demo. A scratch instance, four ordinary weeks, then a simulated outage."""

import json
import threading
import time
from argparse import ArgumentParser
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from outages.causes.taxonomy import BY_SLUG
from outages.instance import ports, preparing, processes, scratch
from outages.instance.programs import Plan
from outages.replays import demonstrating
from reports import valkey
from reports.buckets import minute_of

USUAL_PORT = 8000
BANNER = (
    "Simulated: the reports on this demo are made up. Nothing here says that a service is down."
)
POLL_SECONDS = 2
TELL_SECONDS = 15
# Two minutes are promised; afterwards something is wrong and is said to be.
LATEST_SECONDS = 180
SHOWN = "whatsapp"


class Command(BaseCommand):
    help = "Show the whole system with simulated reports, in a scratch instance, until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--port", type=int, help=f"default: PORT, else {USUAL_PORT} or the next"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with processes.interruptible(), scratch.folder() as path:
                self._demonstrate(path, options["port"] or settings.PORT)
        except KeyboardInterrupt:
            self._say("Stopped; nothing of the demo is left.")
        except (processes.CannotRun, ports.CannotListen, valkey.NoValkey) as error:
            raise CommandError(str(error)) from error

    def _demonstrate(self, path: Path, asked: int | None) -> None:
        port = ports.choose("127.0.0.1", asked, usual=USUAL_PORT, say=self._say)
        environment = scratch.environment(path) | {
            "SITE_BANNER": BANNER,
            "SITE_NAME": "Brownout demo",
        }
        self._say(
            "Demo: everything below is SIMULATED, in a scratch instance that goes when it ends."
        )
        preparing.collect_static_files(say=self._say)
        _manage(["migrate", "--verbosity", "0"], environment)
        _manage(["load_catalogue"], environment)
        self._play_history(path, environment)
        plan = Plan(
            root=settings.BASE_DIR,
            data_dir=path,
            environment=environment,
            # Only this web process believes the addresses that the demo makes up.
            web_environment={"TRUSTED_PROXIES": "127.0.0.0/8"},
            valkey_socket=valkey.socket_of(path),
            port=port,
        )
        with processes.stack(plan, say=self._say) as running:
            running.wait_until_ready()
            self._say(f"Serving at {running.address}")
            self._play_outage(running, port)

    def _play_history(self, path: Path, environment: Mapping[str, str]) -> None:
        days = demonstrating.HISTORY_DAYS
        self._say(f"Playing {days} ordinary days of {len(demonstrating.SERVICES)} services")
        log = path / "history.jsonl"
        with log.open("w", encoding="utf-8") as file:
            for line in demonstrating.history(now_minute=minute_of(timezone.now())):
                file.write(json.dumps(line) + "\n")
        _manage(["replay", str(log), "--keep"], environment)

    def _play_outage(self, running: processes.Stack, port: int) -> None:
        self._say(
            "Now an outage modelled on Meta's of 4 October 2021: WhatsApp, Facebook, Instagram and "
            "Messenger fail within two minutes, in many countries; carriers follow at a tenth."
        )
        stopped = threading.Event()
        sender = demonstrating.Sender(host="127.0.0.1", port=port)
        lines = demonstrating.live(start=minute_of(timezone.now()))
        thread = threading.Thread(
            target=sender.play,
            args=(lines,),
            kwargs={"clock": time.time, "stopped": stopped.wait},
            daemon=True,
        )
        thread.start()
        try:
            self._wait_for_incident(running, port, sender)
            running.wait()
        finally:
            stopped.set()
            thread.join(timeout=POLL_SECONDS)

    def _wait_for_incident(
        self, running: processes.Stack, port: int, sender: demonstrating.Sender
    ) -> None:
        started = time.monotonic()
        told = 0.0
        while (waited := time.monotonic() - started) < LATEST_SECONDS:
            if body := _incident(port):
                self._tell(body, running.address, waited)
                return
            if waited - told >= TELL_SECONDS:
                told = waited
                self._say(
                    f"  {sender.sent.accepted} reports posted in {waited:.0f} s, none declared yet"
                )
            time.sleep(POLL_SECONDS)
        self._say(f"No incident after {LATEST_SECONDS} s: something is wrong with this demo.")

    def _tell(self, body: dict[str, Any], address: str, waited: float) -> None:
        regions = [region["name"] for region in body["regions"]]
        cause, common = body["cause"], body["common_cause"]
        where = ", ".join(regions[:5]) + (f" and {len(regions) - 5} more" if regions[5:] else "")
        self._say("")
        self._say(f"Incident declared {waited:.0f} s after the servers were up (simulated):")
        self._say(f"  {body['explanation']['brief']}")
        self._say(f"  regions: {where or 'not told apart yet'}")
        if common:
            others = len(common["incidents"])
            self._say(f"  common cause: {common['dependency']['name']}, with {others} more so far")
        name = BY_SLUG[cause["category"]].name
        self._say(f"  cause: {name} ({cause['confidence']}), on this evidence:")
        for line in cause["evidence"]:
            self._say(f"    {line['says']}")
        self._say(
            f"  page: {address}s/{body['service']}/  incident: {address}incidents/{body['id']}/"
        )
        self._say("Playing on until Ctrl-C.")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _manage(arguments: list[str], environment: Mapping[str, str]) -> None:
    code = scratch.manage(arguments, environment=environment)
    if code:
        raise processes.CannotRun(f"manage.py {arguments[0]} ended with {code}; see above")


def _incident(port: int) -> dict[str, Any] | None:
    """The ongoing incident of the service that the demo shows, once it has its explanation."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", f"/api/v1/incidents?service={SHOWN}&state=ongoing")
        found: list[dict[str, Any]] = json.loads(connection.getresponse().read())["results"]
    except (OSError, HTTPException, ValueError, KeyError):
        return None
    finally:
        connection.close()
    return next((body for body in found if body["explanation"]["brief"]), None)
