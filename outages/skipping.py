"""Which minutes of a span must be judged? The others cannot open anything; replays pass over them."""

import numpy as np

from outages import expectation, series
from outages.detection import lifecycle, scan
from reports.buckets import DAY_MINUTES, floor


def first_to_judge(*, first: int, last: int) -> int:
    """The first minute from `first` to `last` in which an incident might open; `last` + 1: none.

    For spans without an ongoing or recently ended incident. Never skips a minute that `watch.judge`
    would open one in: the charge for many regions, which only lowers severities, is left out. The
    span may not run over midnight UTC: one fit serves all of it.
    """
    if floor(first, DAY_MINUTES) != floor(last, DAY_MINUTES):
        raise ValueError("a span ends at midnight")
    expectation.ensure(first // DAY_MINUTES)
    counts = series.read(first=first - scan.RECENT_MINUTES + 1, last=last)
    if not len(counts.keys):
        return last + 1
    began = series.first_minute()
    judged = scan.sweep(
        counts.counts,
        expectation.fit_for(counts.keys, minute=last),
        last,
        judged=last - first + 1,
        observed_from=np.full(len(counts.keys), first if began is None else began, dtype=np.int64),
        parents=counts.parents,
    )
    opens = ((judged.severity > lifecycle.OPEN_ABOVE) & judged.fresh).any(axis=0)
    return first + int(opens.argmax()) if opens.any() else last + 1
