"""Which minutes may speak: for a window none of an ended incident, for the level none of one that
is going on."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from outages.judging import series
from outages.models import Incident
from reports.buckets import DAY_MINUTES, minute_of

# So long an incident's own reports say nothing about the level. Then they are what is usual now: a
# level that has changed for good must not stay an incident.
HELD_MINUTES = DAY_MINUTES
# No minute comes after it.
NEVER = np.iinfo(np.int64).max


def observed_from(
    counts: series.Series, *, minute: int, ended: Iterable[Incident]
) -> NDArray[np.int64]:
    """int [series]: the first minute that a window may hold.

    What was said in an incident that has ended must not open the next one. `ended`: incidents that
    ended so lately that a window could reach back to them; `minute`: used where nothing was ever
    counted.
    """
    first = series.first_minute()
    start = np.full(len(counts.keys), minute if first is None else first, dtype=np.int64)
    for incident in ended:
        if incident.resolved_at is not None:
            mine = counts.services == incident.service_id
            start[mine] = np.maximum(start[mine], minute_of(incident.resolved_at))
    return start


def held_from(
    counts: series.Series, *, minute: int, ongoing: Iterable[Incident]
) -> NDArray[np.int64]:
    """int [series]: the minute from which on counts do not correct the level of what is usual.

    Without it an outage of hours would become its own usual level while it lasts, close, and open
    again.
    """
    held = np.full(len(counts.keys), NEVER, dtype=np.int64)
    for incident in ongoing:
        start = minute_of(incident.started_at)
        if minute - start < HELD_MINUTES:
            held[counts.services == incident.service_id] = start
    return held
