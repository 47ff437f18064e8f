"""Starts Valkey, web, worker and beat, keeps them alive, and leaves none behind."""

import fcntl
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import FrameType
from typing import IO

from outages.instance import leash
from outages.instance.programs import (
    KEEPER_STOP_SECONDS,
    PROGRAMS,
    Plan,
    configuration,
    leashed,
    lock_of,
)

# A first start imports everything on a slow machine.
READY_SECONDS = 90
ANSWER_SECONDS = 5
POLL_SECONDS = 0.1
HEALTH = "/healthz"
# Valkey's advice at every start for servers with much more in memory than an inbox.
ADVICE = "WARNING Memory overcommit must be enabled"
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
KEEPER = "keeper"
# The keeper first: it would start again what is ended before it.
ENDED_IN_ORDER = (KEEPER, *reversed(PROGRAMS))
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}


class CannotRun(Exception):
    """The processes do not start; says why and what to do."""


class Stack:
    """The running processes, under a process keeper that starts again whatever dies."""

    def __init__(self, plan: Plan, *, say: Callable[[str], None]) -> None:
        self.plan = plan
        self.address = f"http://{_in_url(_reachable(plan.host))}:{plan.port}/"
        self._say = say
        self._stopping = threading.Event()
        # Waited for instead of the thread: a join that a signal interrupts takes it for ended.
        self._ended = threading.Event()
        self._keeper: subprocess.Popen[str] | None = None
        # Daemon: a hanging terminal must not hold up the end.
        self._thread = threading.Thread(target=self._keep, name="keeper", daemon=True)

    def start(self) -> None:
        """Start them. Raises NoValkey when there is no Valkey to start."""
        self.plan.run_dir.mkdir(mode=0o700, exist_ok=True)
        _configuration_file(self.plan).write_text(configuration(self.plan))
        self._thread.start()

    def wait_until_ready(self, *, seconds: float = READY_SECONDS) -> None:
        """Return once the web process answers a request. Raises CannotRun when it does not."""
        until = time.monotonic() + seconds
        while not self._answers():
            if self._ended.is_set():
                raise CannotRun("the process keeper ended at its start; what it said stands above")
            if time.monotonic() > until:
                raise CannotRun(f"{self.address} does not answer after {seconds:.0f} seconds")
            time.sleep(POLL_SECONDS)

    def wait(self) -> None:
        """Return when the processes have ended for good; a signal interrupts it."""
        while not self._ended.wait(timeout=1):
            pass

    def stop(self) -> None:
        """End everything, also what a process killed hard has left behind."""
        self._stopping.set()
        if self._keeper is not None:
            self._keeper.terminate()
        if self._thread.ident is not None:
            self._ended.wait(timeout=KEEPER_STOP_SECONDS * len(PROGRAMS))
        for name in ENDED_IN_ORDER:
            leash.end(lock_of(self.plan.data_dir, name))

    def _keep(self) -> None:
        try:
            self._keep_keeper()
        finally:
            self._ended.set()

    def _keep_keeper(self) -> None:
        """Run the process keeper, and start it again should it be killed."""
        while not self._stopping.is_set():
            with _keeper(self.plan) as keeper:
                self._keeper = keeper
                if self._stopping.is_set():
                    keeper.terminate()
                self._pass_on(keeper.stdout)
            if keeper.returncode >= 0:
                # It ended by itself: its configuration or its folder is at fault.
                return

    def _pass_on(self, output: IO[str] | None) -> None:
        for line in output or ():
            if ADVICE in line:
                continue
            # A closed terminal is no reason to stop serving.
            with suppress(OSError, ValueError):
                self._say(line.rstrip("\n"))

    def _answers(self) -> bool:
        connection = HTTPConnection(
            _reachable(self.plan.host), self.plan.port, timeout=ANSWER_SECONDS
        )
        try:
            connection.request("GET", HEALTH, headers={"Host": self.plan.host_name})
            return connection.getresponse().status == HTTPStatus.OK
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


@contextmanager
def stack(plan: Plan, *, say: Callable[[str], None]) -> Iterator[Stack]:
    """The processes of a plan while the block runs; everything has ended after it.

    Call it in the main thread. SIGTERM and SIGHUP interrupt the block as Ctrl-C does, by
    KeyboardInterrupt. Does not wait: see `Stack.wait_until_ready`. `say` is given what the
    processes print, line by line. Raises NoValkey when there is no Valkey to start.
    """
    with interruptible():
        running = Stack(plan, say=say)
        try:
            running.start()
            yield running
        finally:
            with _undisturbed():
                running.stop()


def _keeper(plan: Plan) -> "subprocess.Popen[str]":
    file = str(_configuration_file(plan))
    command = [sys.executable, "-m", "supervisor.supervisord", "--configuration", file]
    return subprocess.Popen(
        # In a group of its own (by its leash): Ctrl-C reaches this process only, which stops all
        # in order.
        leashed(command, lock=lock_of(plan.data_dir, KEEPER)),
        cwd=plan.root,
        env=dict(plan.environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


def _configuration_file(plan: Plan) -> Path:
    return plan.run_dir / "supervisord.conf"


def _reachable(host: str) -> str:
    return EVERYWHERE.get(host, host)


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


@contextmanager
def alone(data_dir: Path) -> Iterator[None]:
    """Hold the data folder; what a run that was killed hard has left in it is ended first.

    Raises CannotRun when another run holds it.
    """
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (data_dir / "run.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CannotRun(
                f"another Brownout runs in {data_dir}: "
                "stop it, or set BROWNOUT_DATA to another folder"
            ) from error
        for name in ENDED_IN_ORDER:
            leash.end(lock_of(data_dir, name))
        yield


@contextmanager
def interruptible() -> Iterator[None]:
    """Make SIGTERM and SIGHUP interrupt the block as Ctrl-C does. Main thread only."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    with _handled_by(interrupt):
        yield


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No signal interrupts the block: who asks twice does not get half a stop."""
    with _handled_by(signal.SIG_IGN):
        yield


@contextmanager
def _handled_by(
    handler: "Callable[[int, FrameType | None], None] | signal.Handlers",
) -> Iterator[None]:
    # Under nohup a closed terminal is to be ignored.
    numbers = [
        n for n in STOP_SIGNALS if n != signal.SIGHUP or signal.getsignal(n) != signal.SIG_IGN
    ]
    before = {number: signal.signal(number, handler) for number in numbers}
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)
