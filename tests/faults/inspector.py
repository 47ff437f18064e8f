"""Runs the instance's own `verify_counts`, in a process that need not start anew for each look.

`python -m tests.faults.inspector` is that process: a line in, the command's last line out.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO

import django
from django.core.management import call_command
from django.db import connections

from tests.faults.stack import Stack
from tests.services.instance import ROOT, environment

SETTINGS = "config.settings"


class Inspector:
    """The process, seen from the driver."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def verify(self) -> tuple[list[str], str]:
        """What verify_counts said: the differences that it named, and its sum."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print("verify", file=self._process.stdin, flush=True)
        lines = []
        while (line := self._process.stdout.readline().strip()) != "end":
            assert self._process.poll() is None, "the inspector has ended"
            lines.append(line)
        return lines[1:-1], lines[-1]


@contextmanager
def inspecting(stack: Stack) -> Iterator[Inspector]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.inspector"],
        cwd=ROOT,
        env=environment(stack.data_dir, **{**stack.settings, "DJANGO_SETTINGS_MODULE": SETTINGS}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield Inspector(process)
        finally:
            process.kill()


def main() -> None:
    django.setup()
    for _ in sys.stdin:
        said = StringIO()
        # It ends its process where it finds differences, and has named them by then.
        with suppress(SystemExit):
            call_command("verify_counts", stdout=said)
        _let_go()
        print(said.getvalue().strip(), "end", sep="\n", flush=True)


def _let_go() -> None:
    """Keep no connection: the server may be another one at the next look."""
    for connection in connections.all():
        connection.close()
        # A pool is PostgreSQL's only, and the stubs do not know of it.
        if close_pool := getattr(connection, "close_pool", None):
            close_pool()


if __name__ == "__main__":
    main()
