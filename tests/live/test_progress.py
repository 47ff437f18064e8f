"""A Celery program that lives without progress is killed by its attendant, and nothing else is."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
import redis

from outages.instance import leash
from outages.instance.programs import TICKS
from reports import progress
from reports.valkey import embedded, socket_of
from tests.services.instance import (
    ROOT,
    START_SECONDS,
    environment,
    own_port,
    running,
    until,
)

pytestmark = [pytest.mark.live, pytest.mark.timeout(300), pytest.mark.xdist_group("instance")]
# Much longer than between two ticks, and short enough for a test.
SILENT = 6


class Attended:
    """An attendant with its program, under a lock that names the program's first process."""

    def __init__(self, program: str, data_dir: Path, url: str) -> None:
        self.lock = data_dir / f"{program}.lock"
        self.log = data_dir / f"{program}.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "manage.py", "attend", program),
                    *("--lock", str(self.lock), "--silent", str(SILENT)),
                ],
                cwd=ROOT,
                env=environment(data_dir, REDIS_URL=url),
                stdout=subprocess.DEVNULL,
                stderr=log,
                start_new_session=True,
            )

    @property
    def leader(self) -> int:
        """The first process of the program; 0 while it starts."""
        return int(self.lock.read_text() or 0) if self.lock.exists() else 0

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        leash.end(self.lock)


class Programs:
    """Worker and beat on a Valkey of their own. Their database is empty, so ticks are heard and
    fail: here it is about who hears them."""

    def __init__(self, data_dir: Path, url: str) -> None:
        self.data_dir = data_dir
        self.url = url
        self.client = redis.Redis.from_url(url)
        self.started: list[Attended] = []

    def start(self, program: str) -> Attended:
        attended = Attended(program, self.data_dir, self.url)
        self.started.append(attended)
        return attended

    def start_both(self) -> tuple[Attended, Attended]:
        both = self.start("worker"), self.start("beat")
        self.until_heard()
        return both

    def until_heard(self) -> None:
        """Return when a tick that is published from now on has been heard."""
        before = self.progress("store")
        until(lambda: self.progress("store") not in (None, before), seconds=60)

    def progress(self, field: str) -> object:
        return progress.read(self.client).get(field)


@pytest.fixture
def programs(tmp_path: Path) -> Iterator[Programs]:
    with embedded(tmp_path, fsync="no") as url:
        here = Programs(tmp_path, url)
        yield here
        for attended in here.started:
            attended.end()
        here.client.close()


def is_gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


@contextmanager
def stopped(group: int) -> Iterator[None]:
    """A process group that lives and does nothing, whatever happens to it meanwhile."""
    os.killpg(group, signal.SIGSTOP)
    try:
        yield
    finally:
        if not is_gone(group):
            os.killpg(group, signal.SIGCONT)


@pytest.mark.parametrize("name", ["worker", "beat"])
def test_a_program_that_stands_still_is_killed_whole(programs: Programs, name: str) -> None:
    worker, beat = programs.start_both()
    stuck, other = (worker, beat) if name == "worker" else (beat, worker)
    group = stuck.leader
    with stopped(group):
        assert stuck.process.wait(timeout=SILENT + 20) == 1
        until(lambda: is_gone(group))
    assert "makes no progress" in stuck.log.read_text()
    assert other.process.poll() is None
    # What a process keeper would do next.
    programs.start(name)
    programs.until_heard()


def test_a_worker_is_not_blamed_for_a_clock_that_sends_nothing(programs: Programs) -> None:
    worker, beat = programs.start_both()
    beat.process.send_signal(signal.SIGTERM)
    assert beat.process.wait(timeout=30) == 0
    until(lambda: programs.client.llen(TICKS) == 0)
    group = worker.leader
    with pytest.raises(subprocess.TimeoutExpired):
        worker.process.wait(timeout=2 * SILENT)
    assert worker.leader == group
    programs.start("beat")
    programs.until_heard()


def test_a_worker_that_lost_its_connection_ends_and_is_not_deaf(programs: Programs) -> None:
    worker, beat = programs.start_both()
    programs.client.client_kill_filter(_type="normal", skipme=True)
    assert worker.process.wait(timeout=30) == 1
    assert beat.process.poll() is None
    programs.start("worker")
    programs.until_heard()


def test_while_valkey_does_not_answer_nobody_is_killed(programs: Programs) -> None:
    worker, beat = programs.start_both()
    with stopped(programs.client.info("server")["process_id"]):
        # The worker has noticed, and may end by itself; the keeper would start it again.
        with pytest.raises(subprocess.TimeoutExpired):
            beat.process.wait(timeout=2 * SILENT)
        for attended in (worker, beat):
            assert "makes no progress" not in attended.log.read_text()
    if worker.process.poll() is not None:
        programs.start("worker")
    programs.until_heard()


def test_signals_at_any_moment_leave_the_attendant_at_its_work(programs: Programs) -> None:
    beat = programs.start("beat")
    until(lambda: programs.progress("beat") is not None)
    group = beat.leader
    # As when a program is stopped and goes on, but at thousands of moments.
    for _ in range(4000):
        beat.process.send_signal(signal.SIGCHLD)
        time.sleep(0.0002)
    os.killpg(group, signal.SIGKILL)
    assert beat.process.wait(timeout=30) == signal.SIGKILL
    assert "has ended by itself" in beat.log.read_text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_who_is_asked_to_end_does(programs: Programs, number: signal.Signals) -> None:
    for attended in programs.start_both():
        group = attended.leader
        attended.process.send_signal(number)
        assert attended.process.wait(timeout=30) == 0
        until(partial(is_gone, group))


def test_a_program_ends_with_its_attendant(programs: Programs) -> None:
    beat = programs.start("beat")
    until(lambda: programs.progress("beat") is not None)
    group = beat.leader
    beat.process.kill()
    until(lambda: is_gone(group))


def test_in_an_instance_a_stopped_worker_is_replaced_within_a_minute(
    tmp_path: Path, worker_id: str
) -> None:
    with running(tmp_path, port=own_port(worker_id)) as instance:
        client = redis.Redis(unix_socket_path=str(socket_of(tmp_path)))

        def heard() -> object:
            return progress.read(client).get("store")

        until(lambda: heard() is not None, seconds=START_SECONDS)
        group = instance.leader("worker")
        started = time.monotonic()
        with stopped(group):
            until(lambda: is_gone(group), seconds=60)
        last = heard()
        until(lambda: heard() != last, seconds=60)
        took = time.monotonic() - started
        client.close()
    assert took < 60
