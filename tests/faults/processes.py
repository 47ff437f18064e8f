"""The processes of a program of the instance: found in /proc, stopped, woken and killed."""

import fcntl
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from outages.instance.programs import lock_of

POLL_SECONDS = 0.05


def pause(seconds: float) -> None:
    threading.Event().wait(seconds)


def waits_for(condition: Callable[[], bool], *, seconds: float) -> float | None:
    """Seconds until the condition held; None when it did not in time."""
    start = time.monotonic()
    while not condition():
        if time.monotonic() - start > seconds:
            return None
        pause(POLL_SECONDS)
    return time.monotonic() - start


def leader(data_dir: Path, program: str) -> int:
    """The first process of a program; 0 while there is none."""
    with suppress(FileNotFoundError):
        return int(lock_of(data_dir, program).read_text() or 0)
    return 0


def descendants(pid: int) -> list[int]:
    """A process and all that came from it, parents before children."""
    children: dict[int, list[int]] = {}
    for child, parent in _parents():
        children.setdefault(parent, []).append(child)
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def command(pid: int) -> str:
    with suppress(OSError):
        return (
            Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        )
    return ""


def memory(pids: list[int]) -> float:
    """Megabytes in memory of these processes together; what they share counts for each."""
    pages = 0
    for pid in pids:
        with suppress(OSError):
            pages += int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def send(pids: list[int], number: signal.Signals) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def kill(pids: list[int]) -> None:
    """All of them at one moment: none may act on the death of another."""
    send(pids, signal.SIGSTOP)
    send(pids, signal.SIGKILL)


@contextmanager
def stopped(pids: list[int]) -> Iterator[None]:
    """They do nothing while the block runs, and notice nothing."""
    send(pids, signal.SIGSTOP)
    try:
        yield
    finally:
        send(list(reversed(pids)), signal.SIGCONT)


@contextmanager
def lock_kept(data_dir: Path, program: str) -> Iterator[None]:
    """A program that has just been killed cannot come back while the block runs.

    Its next process waits for the lock; the file is empty, so it finds nobody to end.
    """
    handle = os.open(lock_of(data_dir, program), os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        os.ftruncate(handle, 0)
        yield
    finally:
        os.close(handle)


def _parents() -> Iterator[tuple[int, int]]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                # The name before it may hold blanks and brackets.
                after = (entry / "stat").read_text().rpartition(")")[2].split()
                yield int(entry.name), int(after[1])
