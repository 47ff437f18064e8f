"""What one tick concluded about all services, read once for all pages that a process makes until
the next: a page asks for a few services, but in an outage pages are made for all of them."""

import time
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from django.conf import settings

from outages.showing.freshness import Freshness
from reports import kept

T = TypeVar("T")


class OfTick(Generic[T]):
    """A value that holds until the next tick, and no longer than an answer is fresh: a moderator's
    word does not wait for a tick. What it gives is shared: nobody may change it."""

    def __init__(self, load: Callable[[Freshness], T]) -> None:
        self._load = load
        self._value: tuple[object, float, T] | None = None
        self._loading = Lock()
        kept.on_forget(self.forget)

    def get(self, fresh: Freshness) -> T:
        """As of the tick that `fresh` tells of. Raises what reading the database does."""
        key = (fresh.generated_at, fresh.minute, fresh.stale)
        if (found := self._held(key)) is not None:
            return found[0]
        with self._loading:
            if (found := self._held(key)) is not None:
                return found[0]
            value = self._load(fresh)
            self._value = (key, time.monotonic(), value)
            return value

    def forget(self) -> None:
        """Read anew at the next call."""
        self._value = None

    def _held(self, key: object) -> tuple[T] | None:
        held = self._value
        if held is None or held[0] != key:
            return None
        _key, at, value = held
        return (value,) if time.monotonic() - at < settings.ANSWERS_FRESH_SECONDS else None
