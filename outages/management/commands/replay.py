"""Door: play a report log through the whole system, on the log's own clock."""

import json
import sys
import time
from argparse import ArgumentParser
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from outages import board
from outages.instance import scratch
from outages.models import Incident
from outages.replays import replaying, reportlog
from reports import catalogue, valkey
from reports.inbox import Inbox, connect
from reports.recounting import differences

# An incident that is still ongoing where the log ends is left to the live watch only if the log
# ends now.
LOG_IS_LIVE = timedelta(hours=1)


class Command(BaseCommand):
    help = (
        "Play a report log (JSON Lines, or a CSV of counts; gzip allowed) through intake, inbox, "
        "store and watch. Ends with a recount; exit 1 if a count differs from its rows."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("log", type=Path, help="the report log")
        parser.add_argument(
            "--speed", default="max", help="log seconds in a second, or max (default)"
        )
        parser.add_argument("--json", type=Path, metavar="FILE", help="write the incidents here")
        parser.add_argument(
            "--keep", action="store_true", help="into this instance's database, not a scratch one"
        )
        parser.add_argument(
            "--add-services", action="store_true", help="add services that the catalogue lacks"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        seconds_a_minute = _seconds_a_minute(options["speed"])
        if not options["keep"]:
            sys.exit(_in_scratch(options))
        if options["add_services"]:
            self._add_services(options["log"])
        try:
            log = reportlog.read(options["log"], check=replaying.check)
        except reportlog.BadLog as error:
            raise CommandError(f"{options['log']}: {error}; nothing was played") from error
        started = time.monotonic()
        with scratch.folder() as path, valkey.embedded(path, fsync="no") as url:
            inbox = Inbox(connect(url))
            replay = replaying.Replay(log, inbox=inbox)
            self._play(replay, seconds_a_minute)
        self._tell(replay, time.monotonic() - started)
        if options["json"]:
            _write(options["json"], replay.done.incidents)
        if timezone.now() - log.last > LOG_IS_LIVE:
            replaying.end_of_log(replay)
        self._verify()

    def _add_services(self, path: Path) -> None:
        try:
            named = reportlog.read(path, check=lambda line: None).services
        except reportlog.BadLog as error:
            raise CommandError(f"{path}: {error}; nothing was played") from error
        catalogue.add_services(named)

    def _play(self, replay: replaying.Replay, seconds_a_minute: float) -> None:
        console = Console(stderr=True)
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
            bar = progress.add_task("playing", total=replay.log.length)
            for played in replay.play(seconds_a_minute=seconds_a_minute):
                progress.update(bar, completed=played)

    def _tell(self, replay: replaying.Replay, seconds: float) -> None:
        done = replay.done
        self.stdout.write(
            f"{done.reports} reports and {done.notices} notices over {done.minutes} minutes "
            f"({done.judged} judged) in {seconds:.0f} s; {len(done.incidents)} incidents"
        )
        found = Incident.objects.filter(pk__in=done.incidents).select_related("service")
        for incident in found.order_by("started_at").prefetch_related("regions__region"):
            end = incident.resolved_at.isoformat() if incident.resolved_at else "ongoing"
            codes = ",".join(row.region.code for row in incident.regions.all())
            self.stdout.write(
                f"  {incident.started_at.isoformat()} – {end}  {incident.service.slug}  "
                f"{incident.severity}  z {incident.peak_z:.1f}  {codes}"
            )

    def _verify(self) -> None:
        found = 0
        for difference in differences(since=0):
            found += 1
            self.stdout.write(f"{difference}")
        self.stdout.write(f"{found} differences")
        if found:
            sys.exit(1)


def _seconds_a_minute(speed: str) -> float:
    if speed == "max":
        return 0.0
    try:
        factor = float(speed)
    except ValueError as error:
        raise CommandError(f"--speed is a number or max, not “{speed}”") from error
    if factor <= 0:
        raise CommandError("--speed is above zero")
    return 60.0 / factor


def _in_scratch(options: dict[str, Any]) -> int:
    """The same command, in an instance that is thrown away afterwards."""
    with scratch.folder() as path:
        environment = scratch.environment(path)
        for command in (["migrate", "--verbosity", "0"], ["load_catalogue"]):
            if code := scratch.manage(command, environment=environment):
                return code
        again = ["replay", str(options["log"]), "--speed", options["speed"], "--keep"]
        if options["json"]:
            again += ["--json", str(options["json"])]
        if options["add_services"]:
            again += ["--add-services"]
        return scratch.manage(again, environment=environment)


def _write(path: Path, ids: list[int]) -> None:
    incidents = Incident.objects.whole().filter(pk__in=ids).order_by("started_at", "pk")
    bodies = [board.incident_body(incident) for incident in incidents]
    text = json.dumps(bodies, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
