"""What one tick concluded about all services, read once for all pages that a process makes until
the next: a page asks for a few services, but in an outage pages are made for all of them."""

import time
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from django.conf import settings

from outages.showing.freshness import Freshness
from reports import kept

A = TypeVar("A")
T = TypeVar("T")


class Held(Generic[A, T]):
    """The last value that was read, as long as it is asked for by the same key, and no longer than
    an answer is fresh. What it gives is shared: nobody may change it."""

    def __init__(self, load: Callable[[A], T], *, key: Callable[[A], Hashable]) -> None:
        self._load = load
        self._key = key
        self._value: tuple[Hashable, float, T] | None = None
        self._loading = Lock()
        kept.on_forget(self.forget)

    def get(self, asked: A) -> T:
        """Raises what reading the database does."""
        key = self._key(asked)
        if (found := self._held(key)) is not None:
            return found[0]
        with self._loading:
            if (found := self._held(key)) is not None:
                return found[0]
            value = self._load(asked)
            self._value = (key, time.monotonic(), value)
            return value

    def forget(self) -> None:
        """Read anew at the next call."""
        self._value = None

    def _held(self, key: Hashable) -> tuple[T] | None:
        held = self._value
        if held is None or held[0] != key:
            return None
        _key, at, value = held
        return (value,) if time.monotonic() - at < settings.ANSWERS_FRESH_SECONDS else None


class OfTick(Held[Freshness, T]):
    """Holds until the next tick. A moderator's word does not wait for one."""

    def __init__(self, load: Callable[[Freshness], T]) -> None:
        super().__init__(load, key=lambda fresh: (fresh.generated_at, fresh.minute, fresh.stale))
