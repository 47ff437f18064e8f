"""What a process keeps of its database, and how it forgets it when another one stands behind it."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

_forgetters: list[Callable[[], None]] = []


class Kept(Generic[T]):
    """A value that is read at most every `fresh_for` seconds."""

    def __init__(self, load: Callable[[], T], *, fresh_for: float) -> None:
        self._load = load
        self._fresh_for = fresh_for
        self._value: list[tuple[float, T]] = []
        on_forget(self.forget)

    def get(self) -> T:
        value = self._value
        if not value or time.monotonic() - value[0][0] > self._fresh_for:
            value = self._value = [(time.monotonic(), self._load())]
        return value[0][1]

    def forget(self) -> None:
        """Read anew at the next call."""
        self._value = []


def on_forget(forget: Callable[[], None]) -> None:
    """Have `forget` called when everything that was read from the database is to go."""
    _forgetters.append(forget)


def forget_all() -> None:
    """Another database stands behind this process now, or its catalogue has changed."""
    for forget in _forgetters:
        forget()
