"""Door: run a whole instance in the foreground: Valkey, web, worker and beat."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import redis
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from outages.instance import ports, preparing, processes
from outages.instance.programs import Plan
from reports import valkey
from reports.inbox import connect

USUAL_PORT = 8000
# What a person can put right; each says in a sentence how.
REASONS = (
    processes.CannotRun,
    preparing.CannotPrepare,
    ports.CannotListen,
    valkey.NoValkey,
)


class Command(BaseCommand):
    help = "Run web, worker, beat and Valkey until Ctrl-C, starting again whatever dies."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--port", type=int, help=f"default: PORT, else {USUAL_PORT} or the next free one"
        )
        parser.add_argument(
            "--prepare-only",
            action="store_true",
            help="migrate, load the catalogue, collect static files, and end",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with processes.interruptible():
                self._run(port=options["port"] or settings.PORT, only=options["prepare_only"])
        except KeyboardInterrupt:
            self._say("Stopped.")
        except REASONS as error:
            raise CommandError(str(error)) from error

    def _run(self, *, port: int | None, only: bool) -> None:
        if only:
            preparing.prepare(say=self._say)
            return
        with processes.alone(settings.DATA_DIR):
            plan = _plan(ports.choose(settings.HOST, port, usual=USUAL_PORT, say=self._say))
            _check_redis()
            preparing.prepare(say=self._say)
            with processes.stack(plan, say=self._say) as running:
                running.wait_until_ready()
                self._say(f"Brownout runs at {running.address} (Ctrl-C stops it)")
                running.wait()
        raise processes.CannotRun("the process keeper has ended; what it said stands above")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _plan(port: int) -> Plan:
    embedded = settings.REDIS_IS_EMBEDDED
    return Plan(
        root=settings.BASE_DIR,
        data_dir=settings.DATA_DIR,
        # They run in the project's folder, where a relative path would mean another one.
        environment={**os.environ, "BROWNOUT_DATA": str(settings.DATA_DIR)},
        valkey_socket=Path(settings.VALKEY_SOCKET) if embedded else None,
        valkey_fsync=settings.VALKEY_FSYNC,
        host=settings.HOST,
        port=port,
        host_name=_own_name(),
    )


def _own_name() -> str:
    """A name by which this instance answers, to ask it for its health."""
    names = [name.lstrip(".") for name in settings.ALLOWED_HOSTS if name != "*"]
    return names[0] if names else "localhost"


def _check_redis() -> None:
    if settings.REDIS_IS_EMBEDDED:
        return
    try:
        connect(settings.REDIS_URL).ping()
    except redis.exceptions.RedisError as error:
        # Not its address: that may hold a password.
        raise processes.CannotRun(
            f"no Redis or Valkey answers at REDIS_URL ({type(error).__name__}): "
            "start it, or unset REDIS_URL to use the embedded Valkey"
        ) from error
