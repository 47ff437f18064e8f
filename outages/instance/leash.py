"""Runs a program as the only one of its name: `python -m outages.instance.leash LOCK COMMAND…`

With - for LOCK it only ends with its parent, in a process group of its own.

A web server killed hard leaves its workers behind, which keep the port; two Valkeys on one
append-only file would ruin it; two beats tick twice. So a program holds a lock that its children
inherit, and whoever wants the lock next ends what is left of its last holder's process group.
"""

import ctypes
import fcntl
import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

# <linux/prctl.h>: the signal that a process gets when its parent dies.
PR_SET_PDEATHSIG = 1
# A Valkey that writes its last second to disk, a web worker in the middle of a request.
GRACE_SECONDS = 5.0
POLL_SECONDS = 0.05
UNLOCKED = "-"
MOST_FILES = 16_384


def main(arguments: Sequence[str]) -> None:
    """Take the lock, then become the command. Every member of its process group holds the lock."""
    lock, *command = arguments
    _die_with_parent()
    _open_many_files()
    if os.getpgrp() != os.getpid():
        os.setpgid(0, 0)
    if lock != UNLOCKED:
        _hold(lock)
    os.execvp(command[0], command)


def _open_many_files() -> None:
    """A connection is a file, and many systems allow a process a thousand unless it asks."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(MOST_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _hold(lock: str) -> None:
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    _take(handle)
    os.pwrite(handle, str(os.getpgrp()).encode(), 0)
    os.set_inheritable(handle, True)


def end(lock: Path) -> None:
    """End every process that still holds the lock, gently first; nothing when none does."""
    try:
        handle = os.open(lock, os.O_RDWR)
    except FileNotFoundError:
        return
    try:
        _take(handle)
    finally:
        os.close(handle)


def _take(handle: int) -> None:
    """Lock and empty the file. Its holders are asked to end, and killed if they do not."""
    until = time.monotonic() + GRACE_SECONDS
    asked = False
    while not _locked(handle):
        late = time.monotonic() > until
        if not asked or late:
            _signal_holders(handle, signal.SIGKILL if late else signal.SIGTERM)
            asked = True
        time.sleep(POLL_SECONDS)
    os.ftruncate(handle, 0)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _signal_holders(handle: int, number: signal.Signals) -> None:
    # The lock is held by a member of the group that is named in the file, so the number cannot
    # have passed to strangers; empty is the file only between a holder's lock and its first write.
    if group := int(os.pread(handle, 20, 0) or 0):
        with suppress(ProcessLookupError):
            os.killpg(group, number)


def _die_with_parent() -> None:
    """Ask for SIGTERM when the process keeper dies. Linux only; elsewhere the lock has to do."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


if __name__ == "__main__":
    main(sys.argv[1:])
