"""A program runs once, and whoever comes next ends what its last run has left."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from outages.instance import leash

ROOT = Path(__file__).resolve().parent.parent.parent.parent
# A master whose child outlives it, as a web server's does. Each says its process id.
MASTER = """
import os, signal
os.fork()
signal.signal(signal.SIGTERM, signal.{on_sigterm})
os.write(1, b"%d\\n" % os.getpid())
signal.pause()
"""


class Leashed:
    """A leashed master with its child."""

    def __init__(self, lock: Path, *, on_sigterm: str = "SIG_DFL") -> None:
        code = MASTER.format(on_sigterm=on_sigterm)
        command = [
            sys.executable,
            "-m",
            "outages.instance.leash",
            str(lock),
            sys.executable,
            "-c",
            code,
        ]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        # Both have said so: both run, and what they do about SIGTERM is settled.
        self.pids = [int(self.process.stdout.readline()) for _ in range(2)]

    def wait_for_the_end_of_all(self) -> None:
        """The pipe ends when the last process that holds it does."""
        assert self.process.stdout is not None
        assert self.process.stdout.read() == ""
        self.process.stdout.close()
        self.process.wait()


@pytest.fixture
def lock(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "web.lock"
    yield path
    leash.end(path)


def test_the_lock_names_the_program_itself(lock: Path) -> None:
    first = Leashed(lock)
    assert int(lock.read_text()) == first.process.pid
    assert first.process.pid in first.pids
    leash.end(lock)
    first.wait_for_the_end_of_all()


def test_the_next_run_ends_the_last_one(lock: Path) -> None:
    first = Leashed(lock)
    second = Leashed(lock)
    first.wait_for_the_end_of_all()
    assert int(lock.read_text()) == second.process.pid
    leash.end(lock)
    second.wait_for_the_end_of_all()


def test_a_child_that_outlives_its_master_is_ended(lock: Path) -> None:
    first = Leashed(lock)
    first.process.kill()
    first.process.wait()
    leash.end(lock)
    first.wait_for_the_end_of_all()


def test_who_does_not_end_when_asked_is_killed(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leash, "GRACE_SECONDS", 0.2)
    first = Leashed(lock, on_sigterm="SIG_IGN")
    leash.end(lock)
    first.wait_for_the_end_of_all()


def test_nothing_happens_where_nothing_runs(lock: Path) -> None:
    leash.end(lock)
    lock.write_text(str(os.getpgrp()))
    # Nobody holds the lock, so the number in the file may be anybody's by now, here our own.
    leash.end(lock)
