"""Which minutes of a span must be judged? In the others nothing can open; replays skip them."""

from outages.detection import lifecycle, scan
from outages.judging import expectation, reach, series
from outages.models import Incident
from reports.buckets import DAY_MINUTES, floor, time_of


def first_to_judge(*, first: int, last: int) -> int:
    """The first minute from `first` to `last` in which an incident might open; `last` + 1: none.

    For spans that begin without an ongoing incident. Never skips a minute that `watch.judge` would
    open one in: the charge for many regions, which only lowers severities, is left out. The span
    may not run over midnight UTC: one fit serves all of it.
    """
    if floor(first, DAY_MINUTES) != floor(last, DAY_MINUTES):
        raise ValueError("a span ends at midnight")
    expectation.ensure(first // DAY_MINUTES)
    counts = series.read(first=first - scan.RECENT_MINUTES + 1, last=last)
    if not len(counts.keys):
        return last + 1
    since = time_of(first - scan.RECENT_MINUTES)
    ended = Incident.objects.ongoing_or_ended_since(since)
    judged = scan.sweep(
        counts.counts,
        expectation.fit_for(counts.keys, minute=last),
        last,
        judged=last - first + 1,
        observed_from=reach.observed_from(counts, minute=first, ended=ended),
        parents=counts.parents,
        leaves=counts.leaves,
        places=counts.places,
    )
    opens = ((judged.severity > lifecycle.OPEN_ABOVE) & judged.fresh).any(axis=0)
    return first + int(opens.argmax()) if opens.any() else last + 1
