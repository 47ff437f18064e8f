"""How far back a window may reach: the start of the instance, or the last incident's end."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from outages.judging import series
from outages.models import Incident
from reports.buckets import minute_of


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
