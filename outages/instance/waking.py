"""Waits for a signal or for a while, so that none is missed and none can lock the waiting up."""

import os
import select
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

# More signals than can ever wait between two looks.
MOST_AT_ONCE = 4096


@contextmanager
def listening(numbers: Sequence[signal.Signals]) -> Iterator[Callable[[float], set[int]]]:
    """While the block runs these signals do nothing but end a waiting. Main thread only.

    Gives the waiting: called with seconds, it returns the signals that have come since it was
    called before, at once when there are some; empty when none came in time.

    Python runs a handler between any two steps of what it interrupts. One that sets an Event takes
    the lock that the interrupted `wait` may hold, and then both stand still for ever. So here the
    handlers do nothing, and the interpreter writes each number to a pipe that is waited for.
    """
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)

    def wait(seconds: float) -> set[int]:
        if not select.select([reader], [], [], seconds)[0]:
            return set()
        return set(os.read(reader, MOST_AT_ONCE))

    wakened = signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    handlers = {number: signal.signal(number, _nothing) for number in numbers}
    try:
        yield wait
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakened)
        os.close(reader)
        os.close(writer)


def _nothing(number: int, frame: FrameType | None) -> None:
    """Not SIG_IGN: the interpreter tells the pipe of handled signals only."""
