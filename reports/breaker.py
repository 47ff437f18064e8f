"""Remembers that something is away, so that not everybody waits to find out."""

import time
from collections.abc import Callable

# The first rest is short: a server that was restarted is back within a second. A hung one costs its
# askers their patience each time, so the rests grow.
FIRST_REST = 0.5
LONGEST_REST = 4.0


class Breaker:
    """Closed: ask. Open after a failure: do not, until its rest is over; then one may try again."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rest = 0.0
        self._closed_at = 0.0

    @property
    def lets_through(self) -> bool:
        """Whether to ask now. At the end of a rest one is let through, and for a rest no other."""
        if not self._rest:
            return True
        now = self._clock()
        if now < self._closed_at:
            return False
        self._closed_at = now + self._rest
        return True

    def failed(self) -> None:
        """It did not answer: rest, twice as long as the last time."""
        self._rest = min(2 * self._rest, LONGEST_REST) if self._rest else FIRST_REST
        self._closed_at = self._clock() + self._rest

    def answered(self) -> None:
        """It is there."""
        self._rest = 0.0
