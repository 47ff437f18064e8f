"""Runs a Celery program and kills it when it lives but makes no progress, to be started again.

A worker can be deaf after a lost connection, a clock can hang, and both look alive to a process
keeper. So somebody looks at what they have done, whichever process keeper there is.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import redis

from outages.instance.patience import Look, Patience
from outages.instance.programs import STOP_SECONDS, TICKS
from outages.instance.waking import listening
from reports import progress

LOOK_SECONDS = 2.0
STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
Looker = Callable[[redis.Redis], Look]


@dataclass(kw_only=True)
class Attendant:
    """One program and who looks after it. Call `run` in the main thread."""

    name: str
    command: Sequence[str]
    client: redis.Redis
    looker: Looker
    say: Callable[[str], None]
    patience: Patience

    def run(self) -> int:
        """Start the program and stay until it has ended; gives the exit code, 0 when that was
        asked for. SIGTERM, SIGINT and SIGHUP end it gently, and hard after a while."""
        with listening((*STOP_SIGNALS, signal.SIGCHLD)) as wait:
            # A group of its own from the first moment: it is killed as a whole.
            child = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, process_group=0)
            heard: set[int] = set()
            while child.poll() is None and heard.isdisjoint(STOP_SIGNALS):
                if self._is_stuck():
                    _kill_group(child)
                    child.wait()
                    return 1
                heard |= wait(LOOK_SECONDS)
            if not heard.isdisjoint(STOP_SIGNALS):
                return _end(child)
            # What it leaves behind would go on beside the next one.
            _kill_group(child)
        self.say(f"{self.name} has ended by itself ({child.returncode})")
        return abs(child.returncode) or 1

    def _is_stuck(self) -> bool:
        try:
            look = self.looker(self.client)
        except redis.exceptions.RedisError:
            look = None
        if not self.patience.is_over(look, at=time.monotonic()):
            return False
        self.say(f"{self.name} lives and makes no progress: killed, to be started again")
        return True


def look_at_beat(client: redis.Redis) -> Look:
    """The clock always has something to do."""
    own: Any = client.hget(progress.PROGRESS, progress.BEAT)
    return Look(own=own, demanded=True)


class WorkerLooker:
    """Looks at one worker. It is asked for something when ticks wait, or when others hear some."""

    def __init__(self, name: str) -> None:
        self._field = (progress.WORKER + name).encode()
        self._others: dict[bytes, bytes] = {}

    def __call__(self, client: redis.Redis) -> Look:
        pipe = client.pipeline(transaction=False)
        pipe.hgetall(progress.PROGRESS)
        pipe.llen(TICKS)
        found, waiting = pipe.execute()
        others = {
            name: value
            for name, value in found.items()
            if name.startswith(progress.WORKER.encode()) and name != self._field
        }
        demanded = waiting > 0 or others != self._others
        self._others = others
        return Look(own=found.get(self._field), demanded=demanded)


def _end(child: "subprocess.Popen[bytes]") -> int:
    with suppress(ProcessLookupError):
        child.terminate()
    try:
        child.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        _kill_group(child)
        child.wait()
    return 0


def _kill_group(child: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
