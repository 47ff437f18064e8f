"""Door: run Celery's worker or beat, and end it when it lives without progress."""

import secrets
import socket
import sys
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import Any

import redis
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from outages.instance import attending, programs
from outages.instance.patience import SILENT_SECONDS, Patience
from reports import progress

DEFAULTS = ", ".join(f"{name} {seconds:.0f}" for name, seconds in SILENT_SECONDS.items())


class Command(BaseCommand):
    help = (
        "Run Celery's worker or beat until SIGTERM. When it lives and makes no progress it is "
        "killed, and this command fails, so that a process keeper starts it again."
    )
    # The programs themselves check.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("program", choices=["worker", "beat"])
        parser.add_argument(
            "--lock",
            type=Path,
            help="a file: whoever holds it, and is left of an earlier run, is ended first",
        )

        parser.add_argument(
            "--silent",
            type=float,
            metavar="SECONDS",
            help=f"how long it may go without progress (default {DEFAULTS})",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        client = progress.connect(settings.REDIS_URL)
        looker, command = _worker(client) if options["program"] == "worker" else _beat()
        attendant = attending.Attendant(
            name=options["program"],
            command=programs.leashed(command, lock=options["lock"]),
            client=client,
            looker=looker,
            say=self._say,
            patience=Patience(silent=options["silent"] or SILENT_SECONDS[options["program"]]),
        )
        sys.exit(attendant.run())

    def _say(self, line: str) -> None:
        self.stderr.write(line)
        self.stderr.flush()


def _worker(client: redis.Redis) -> tuple[attending.Looker, list[str]]:
    # When it is away the next start will do.
    with suppress(redis.exceptions.RedisError):
        progress.forget(client, now=timezone.now())
    name = f"{secrets.token_hex(4)}@{socket.gethostname()}"
    return attending.WorkerLooker(name), programs.celery_worker(name)


def _beat() -> tuple[attending.Looker, list[str]]:
    folder = settings.DATA_DIR / "run"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return attending.look_at_beat, programs.celery_beat(folder / "beat-schedule")
