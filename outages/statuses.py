"""The status of every service now, in a fixed number of queries."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from django.db.models import Sum

from outages import expectation, series
from outages.detection import lifecycle
from outages.detection.surprise import can_tell
from outages.freshness import Freshness
from outages.models import Implication, Incident, Reading
from reports.models import MinuteCount

HOUR = 60
OK, OUTAGE, POSSIBLE, UNKNOWN = "ok", "outage", "possible_outage", "unknown"
STATUSES = (OUTAGE, POSSIBLE, UNKNOWN, OK)
TOO_FEW, STALE = "too_few", "stale"


@dataclass(frozen=True)
class Status:
    """One service's. `reason` says why a status is possible_outage or unknown, else it is empty."""

    status: str
    reason: str
    reports_last_hour: int
    expected_last_hour: float
    incident: int | None
    implicated_by: Implication | None


def statuses(services: Collection[int], *, fresh: Freshness) -> dict[int, Status]:
    """Status of each service id."""
    ids = list(services)
    if fresh.minute is None:
        return {id_: Status(UNKNOWN, STALE, 0, 0.0, None, None) for id_ in ids}
    incidents = dict(
        Incident.objects.ongoing().filter(service__in=ids).values_list("service_id", "pk")
    )
    raised = _raised(fresh.minute)
    implicated = {
        row.service_id: row
        for row in Implication.objects.filter(until=None).select_related("incident__service")
    }
    reported = dict(
        MinuteCount.objects.filter(minute__range=(fresh.minute - HOUR + 1, fresh.minute))
        .values_list("service_id")
        .annotate(n=Sum("reports"))
    )
    expected = _expected(ids, fresh.minute)
    tellable = dict(zip(ids, can_tell(expected).tolist(), strict=True))
    result = {}
    for id_, usual in zip(ids, expected.tolist(), strict=True):
        status, reason = _status(
            outage=id_ in incidents,
            raised=raised.get(id_),
            implicated=id_ in implicated,
            can_tell=tellable[id_],
            stale=fresh.stale,
        )
        result[id_] = Status(
            status=status,
            reason=reason,
            reports_last_hour=reported.get(id_, 0),
            expected_last_hour=round(usual, 2),
            incident=incidents.get(id_),
            implicated_by=implicated.get(id_),
        )
    return result


def _status(
    *, outage: bool, raised: str | None, implicated: bool, can_tell: bool, stale: bool
) -> tuple[str, str]:
    """Silence is never "ok": where too few report to tell, or the data are old, it is unknown."""
    if outage:
        return OUTAGE, ""
    if stale:
        return UNKNOWN, STALE
    if implicated:
        return POSSIBLE, Reading.Reason.IMPLICATED
    if raised is not None:
        return POSSIBLE, raised or Reading.Reason.WEAK_SIGNAL
    return (OK, "") if can_tell else (UNKNOWN, TOO_FEW)


def _raised(minute: int) -> dict[int, str]:
    """Reason by service id, of those above the warning threshold in a minute."""
    rows = Reading.objects.filter(minute=minute, severity__gte=lifecycle.WARN_ABOVE)
    return dict(rows.values_list("service_id", "reason"))


def _expected(ids: list[int], minute: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    total = series.world()
    minutes = np.arange(minute - HOUR + 1, minute + 1)
    keys = [(id_, total) for id_ in ids]
    return expectation.expected_per_minute(keys, minutes, minute=minute).mean.sum(axis=1)
