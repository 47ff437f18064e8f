"""Which services a moderator's word keeps from opening: their incident was retracted just now."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from outages.detection import lifecycle
from outages.models import Incident, Reading
from reports.buckets import minute_of, time_of

# So many times as many people a minute as at the retracted incident's height are news. Of people a
# minute, for a crowd that only goes on grows more surprising by itself. Our choice.
NEWS_RATIO = 2.0


def services(raised: Mapping[int, tuple[int, float]]) -> set[int]:
    """Of services that would open (id → minute, and people a minute in the window that they would
    open on): those that a retraction still stands for.

    A moderator judged what was there to be seen. It holds until the service was calm (not above the
    warning threshold for CLOSE_AFTER minutes), until NEWS_RATIO times as many people report as did
    at the retracted incident's height, or for RELAPSE_WITHIN minutes.
    """
    ends = _retracted(raised)
    if not ends:
        return set()
    minutes: dict[int, list[int]] = {service: [ended] for service, ended in ends.items()}
    readings = Reading.objects.filter(service__in=list(ends), minute__gt=min(ends.values()))
    for service, minute in readings.order_by("minute").values_list("service_id", "minute"):
        minutes[service].append(minute)
    return {
        service
        for service, end in ends.items()
        if not was_calm([*minutes[service], raised[service][0]], since=end)
    }


def _retracted(raised: Mapping[int, tuple[int, float]]) -> dict[int, int]:
    """Service → minute of its retraction, where what is seen now says no more than what was."""
    if not raised:
        return {}
    since = min(minute for minute, _rate in raised.values()) - lifecycle.RELAPSE_WITHIN
    rows = Incident.objects.filter(
        service__in=list(raised),
        state=Incident.State.RETRACTED,
        verdicts__current=True,
        verdicts__at__gt=time_of(since),
    ).values_list("service_id", "peak_reports", "peak_window", "verdicts__at")
    ends: dict[int, int] = {}
    for service, reports, window, at in rows:
        if raised[service][1] <= NEWS_RATIO * reports / window:
            ends[service] = max(minute_of(at), ends.get(service, 0))
    return ends


def was_calm(raised: Sequence[int], *, since: int) -> bool:
    """Do CLOSE_AFTER minutes lie between two raised ones, from the minute `since` on?

    >>> was_calm([100, 110, 139, 170], since=100), was_calm([60, 100, 120], since=100)
    (True, False)
    """
    after = [minute for minute in raised if minute >= since]
    return any(b - a > lifecycle.CLOSE_AFTER for a, b in pairwise(after))
