"""How fresh what we show is: everything that carries a verdict carries this."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from outages.models import Watch
from reports import kept

# The watch ticks every 10 seconds; six missed ticks are no hiccup.
TICK_LATE = timedelta(seconds=60)
# Data are at most a minute and a tick behind while everything runs.
DATA_LATE = timedelta(seconds=150)
# A request takes no longer.
SAME_MOMENT_SECONDS = 1.0


@dataclass(frozen=True)
class Freshness:
    """`generated_at`: when the watch last looked; `data_until`: reports received before are in;
    `minute`: the last judged one. None and stale where nothing was ever watched; then it is the
    minute that was generated at, so that what did not change keeps its ETag."""

    generated_at: datetime
    data_until: datetime | None
    minute: int | None
    stale: bool
    delayed_seconds: int

    def body(self) -> dict[str, object]:
        """The three members that every verdict carries."""
        return {
            "generated_at": self.generated_at,
            "data_until": self.data_until,
            "stale": self.stale,
        }


# The last answer and the monotonic time when it was read: all parts of a page ask, at one `now`.
_told: list[tuple[datetime, float, Freshness]] = []
kept.on_forget(_told.clear)


def freshness(*, now: datetime) -> Freshness:
    """How far the watch has come; of one moment it is read once."""
    until = time.monotonic() - min(settings.ANSWERS_FRESH_SECONDS, SAME_MOMENT_SECONDS)
    for moment, read_at, fresh in _told[-1:]:
        if moment == now and read_at > until:
            return fresh
    fresh = _read(now=now)
    _told[:] = [(now, time.monotonic(), fresh)]
    return fresh


def _read(*, now: datetime) -> Freshness:
    watch = Watch.objects.filter(id=1).first()
    if watch is None:
        return Freshness(
            generated_at=now.replace(second=0, microsecond=0),
            data_until=None,
            minute=None,
            stale=True,
            delayed_seconds=0,
        )
    delay = now - watch.data_until
    return Freshness(
        generated_at=watch.ticked_at,
        data_until=watch.data_until,
        minute=watch.minute,
        stale=now - watch.ticked_at > TICK_LATE or delay > DATA_LATE,
        delayed_seconds=max(0, round(delay.total_seconds())),
    )
