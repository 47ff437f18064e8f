"""`manage.py run`: what it starts, starts again, refuses, and does not leave behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from outages.instance.ports import check
from tests.services.instance import (
    HOST,
    ROOT,
    START_SECONDS,
    Instance,
    environment,
    own_port,
    running,
    until,
)

PROGRAMS = ("web", "worker", "beat", "valkey", "keeper")
pytestmark = [pytest.mark.live, pytest.mark.timeout(300), pytest.mark.xdist_group("instance")]


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Instance]:
    with running(tmp_path_factory.mktemp("run"), port=own_port(worker_id)) as instance:
        yield instance


def run(data_dir: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "manage.py", "run", *arguments],
        cwd=ROOT,
        env=environment(data_dir),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_it_answers_when_it_says_where_it_runs(instance: Instance) -> None:
    assert instance.answers()
    assert instance.alive() == ["keeper", "valkey", "web", "worker", "beat"]


def test_a_second_run_in_the_same_folder_is_refused(instance: Instance) -> None:
    second = run(instance.data_dir, "--port", str(instance.port + 1))
    assert second.returncode == 1
    assert second.stderr.startswith("CommandError: another Brownout runs in ")


def test_a_port_that_was_asked_for_and_is_taken_is_refused(
    instance: Instance, tmp_path: Path
) -> None:
    second = run(tmp_path, "--port", str(instance.port))
    assert second.returncode == 1
    assert second.stderr.startswith(f"CommandError: port {instance.port} is taken")


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_killed_hard_comes_back(instance: Instance, program: str) -> None:
    before = instance.leader(program)
    os.kill(before, signal.SIGKILL)
    until(lambda: instance.leader(program) not in (0, before))
    until(lambda: instance.alive() == ["keeper", "valkey", "web", "worker", "beat"])
    until(instance.answers, seconds=START_SECONDS)


def terminal(process: "subprocess.Popen[str]") -> None:
    os.killpg(process.pid, signal.SIGINT)


def parent_alone(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGTERM)


@pytest.mark.parametrize("stop", [terminal, parent_alone])
def test_it_stops_and_leaves_nothing_behind(
    stop: Callable[["subprocess.Popen[str]"], None], tmp_path: Path, worker_id: str
) -> None:
    with running(tmp_path, port=own_port(worker_id)) as instance:
        # Its workers outlive a web server that is killed hard: they are to be found as well.
        os.kill(instance.leader("web"), signal.SIGKILL)
        stop(instance.process)
        assert instance.process.wait(timeout=60) == 0
        assert instance.alive() == []
        check(HOST, instance.port)
        # Valkey ended in order, not by the clean-up: it says so.
        until(lambda: "ready to exit" in "".join(instance.said))


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells a process of its parent's end"
)
def test_killed_hard_itself_it_leaves_nothing_behind(tmp_path: Path, worker_id: str) -> None:
    with running(tmp_path, port=own_port(worker_id)) as instance:
        instance.process.kill()
        until(lambda: instance.alive() == [])
