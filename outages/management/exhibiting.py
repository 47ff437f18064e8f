"""A scratch instance with a simulated outage that goes on, to be looked at and measured."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from outages.instance import ports, preparing, processes, scratch
from outages.instance.programs import Plan
from outages.replays import demonstrating
from outages.replays.simulating import simulate
from reports import valkey
from reports.buckets import DAY_MINUTES, minute_of

USUAL_PORT = 8900
# The outage has been going on for so long when the instance starts.
MINUTES_IN = 40
BANNER = "Simulated: the reports on this page are made up."


class CannotExhibit(Exception):
    """A command that fills the instance failed; says which."""


@contextmanager
def exhibit(*, say: Callable[[str], None]) -> Iterator[str]:
    """The address of a running instance with the demo's outage on it. In the main thread only.

    Raises CannotExhibit.
    """
    with processes.interruptible(), scratch.folder() as path:
        environment = scratch.environment(path) | {"SITE_BANNER": BANNER}
        _fill(path, environment, say=say)
        with processes.stack(_plan(path, environment), say=say) as running:
            running.wait_until_ready()
            yield running.address


def _fill(path: Path, environment: Mapping[str, str], *, say: Callable[[str], None]) -> None:
    preparing.collect_static_files(say=say)
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
            raise CannotExhibit(f"manage.py {command[0]} ended with {code}")


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
