"""The whole tick at the size of a large instance: read, expect, judge, act, write; on PostgreSQL.

    python -m tests.benchmarks.tick [--services 10000 100000] [--minutes 8]

Prints a line of JSON for each number of services, each with the same active series, so that one
sees what a tick's cost grows with. Every minute is judged by `outages.watch.judge`, as live. The
first one also loads the day's fit into the process and opens what there is to open; the median is
of the others. What a process keeps of the catalogue is read anew in each, as it would be a minute
later. DATABASE_URL names a server to use; without it one of our own is started.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import django
from django.core.management import call_command

from tests.services import postgres

SERVICES = (10_000, 100_000)
MINUTES = 8


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--services", type=int, nargs="+", default=SERVICES)
    ask.add_argument("--minutes", type=int, default=MINUTES)
    ask.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.here:
        _judge_here(asked.services[0], asked.minutes)
        return
    for services in asked.services:
        # A process for each size: peak memory is a process' own.
        with _database() as url, tempfile.TemporaryDirectory(prefix="brownout-bench-") as folder:
            subprocess.run(
                [
                    *(sys.executable, "-m", "tests.benchmarks.tick", "--here"),
                    *("--services", str(services), "--minutes", str(asked.minutes)),
                ],
                env={**os.environ, "DATABASE_URL": url, "BROWNOUT_DATA": folder},
                check=True,
            )


@contextmanager
def _database() -> Iterator[str]:
    if url := os.environ.get("DATABASE_URL"):
        yield url
        return
    with postgres.running() as server:
        yield server.url


def _judge_here(services: int, minutes: int) -> None:
    """In the database that DATABASE_URL names. What needs the settings is imported after them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    import_module("tests.benchmarks.tick_parts").main(services=services, minutes=minutes)


if __name__ == "__main__":
    main()
