"""The one clock that reports are dated by: that of Redis, as this process last heard it."""

import time
from datetime import UTC, datetime

from django.utils import timezone


class Clock:
    """Wall time that a step of the host's clock does not move.

    Until `follow` it is the host's own: only a web process follows, whose requests date reports.
    """

    def __init__(self) -> None:
        self._ahead: float | None = None

    def follow(self) -> None:
        """From now on run by the monotonic clock, set right by whatever `hear` hears."""
        self._ahead = time.time() - time.monotonic()

    def hear(self, seconds: float) -> None:
        """The time that Redis says it is, in seconds since 1970, a moment after it said so."""
        if self._ahead is not None:
            self._ahead = seconds - time.monotonic()

    def now(self) -> datetime:
        if self._ahead is None:
            return timezone.now()
        return datetime.fromtimestamp(time.monotonic() + self._ahead, tz=UTC)


_clock = Clock()
follow = _clock.follow
hear = _clock.hear
now = _clock.now
