"""Runs a reading that may hang, and waits for it no longer than a second."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

T = TypeVar("T")
LONGEST_SECONDS = 1.0


class Failed(Exception):
    """The reading ended with an error that it does not know; the thread has said which."""


class Bounded(Generic[T]):
    """One reading at a time, in a thread of its own: whoever asks meanwhile shares it, so that a
    server that hangs keeps one thread and one connection of a process, not all."""

    def __init__(self, *, seconds: float = LONGEST_SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._running: Future[T] | None = None
        self._began = 0.0

    def begin(self, read: Callable[[], T]) -> "Future[T]":
        """Start the reading, or join the one that still runs."""
        with self._lock:
            if self._running is None or self._running.done():
                self._running = Future()
                self._began = time.monotonic()
                # Daemon: one that hangs must not hold up the end of the process.
                threading.Thread(
                    target=_run, args=(read, self._running), name="bounded", daemon=True
                ).start()
            return self._running

    def wait(self, future: "Future[T]") -> T:
        """Its result. Raises TimeoutError a second after it began, and Failed."""
        left = self._began + self._seconds - time.monotonic()
        return future.result(timeout=max(0.0, left))


def _run(read: Callable[[], T], future: "Future[T]") -> None:
    try:
        future.set_result(read())
    finally:
        if not future.done():
            future.set_exception(Failed())
