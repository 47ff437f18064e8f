"""Whose turn it is to make an answer anew: one of all processes of this host, the others wait.

By a lock on a file: the system gives it back when its holder dies, however it dies.
"""

import fcntl
import os
import time
from hashlib import blake2b
from pathlib import Path

# So many answers can be made at once; two that fall on one lock wait for each other.
LOCKS = 256
# What takes longer than this to make is made by whoever waits for it, too.
PATIENCE_SECONDS = 5.0
ASK_AGAIN_SECONDS = 0.02


class Turn:
    """The right to make an answer. `end` gives it back; ending it twice does no harm."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def end(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def take(folder: Path, key: tuple[str, ...]) -> Turn | None:
    """The turn, or None while somebody else has it. Raises OSError where no file can be made."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(_path(folder, key), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    except BaseException:
        os.close(handle)
        raise
    return Turn(handle)


def wait(folder: Path, key: tuple[str, ...]) -> Turn | None:
    """The turn once it is free; None where its holder takes too long. Raises OSError."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        turn = take(folder, key)
        if turn is not None or time.monotonic() > until:
            return turn
        time.sleep(ASK_AGAIN_SECONDS)


def _path(folder: Path, key: tuple[str, ...]) -> Path:
    digest = blake2b("\n".join(key).encode(), digest_size=4).digest()
    return folder / f"{int.from_bytes(digest) % LOCKS:02x}.lock"
