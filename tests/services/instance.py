"""A whole instance for tests: `manage.py run` in a folder of its own."""

import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from outages.instance.ports import free_port
from outages.instance.programs import PROGRAMS, lock_of

ROOT = Path(__file__).resolve().parent.parent.parent
HOST = "127.0.0.1"
START_SECONDS = 90
# Below the ports that systems give to outgoing connections; each xdist worker has a stretch.
FIRST_PORT = 18200
PORTS_A_WORKER = 100


@dataclass(frozen=True)
class Instance:
    """A running instance. `process` leads a process group of its own, as under a terminal."""

    process: "subprocess.Popen[str]"
    data_dir: Path
    port: int
    said: list[str]

    def answers(self) -> bool:
        connection = HTTPConnection(HOST, self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def leader(self, program: str) -> int:
        """The process id of a program's first process; 0 while it starts."""
        return int(lock_of(self.data_dir, program).read_text() or 0)

    def alive(self) -> list[str]:
        """The programs of which any process lives."""
        return [name for name in ("keeper", *PROGRAMS) if _is_held(lock_of(self.data_dir, name))]


def until(condition: Callable[[], bool], *, seconds: float = 30) -> None:
    """Return once the condition holds. Raises TimeoutError when it never does."""
    end = time.monotonic() + seconds
    pause = threading.Event()
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"still not so after {seconds} s")
        pause.wait(0.05)


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    """Of a process whose data, inbox and static files are in the folder, and nowhere else."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "REDIS_URL", "VALKEY_SOCKET", "PORT", "HOST")
    }
    return {
        **kept,
        "BROWNOUT_DATA": str(data_dir),
        "STATIC_ROOT": str(data_dir / "static"),
        **more,
    }


def own_port(worker: str) -> int:
    """A free port for a worker of xdist ("gw0"; "master" without it)."""
    number = int(worker.removeprefix("gw")) if worker.startswith("gw") else 0
    return free_port(HOST, FIRST_PORT + number * PORTS_A_WORKER)


@contextmanager
def running(
    data_dir: Path, *, port: int, more: Mapping[str, str] | None = None
) -> Iterator[Instance]:
    """An instance that has said where it runs; it is ended afterwards."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "run", "--port", str(port)],
        cwd=ROOT,
        env=environment(data_dir, **(more or {})),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.extend(process.stdout or ()), daemon=True)
    reader.start()
    try:
        until(
            lambda: process.poll() is not None or any("runs at" in line for line in said),
            seconds=START_SECONDS,
        )
        assert process.poll() is None, "".join(said)
        yield Instance(process, data_dir, port, said)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
        reader.join(timeout=10)
        if process.stdout:
            process.stdout.close()


def _is_held(lock: Path) -> bool:
    if not lock.exists():
        return False
    with lock.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
