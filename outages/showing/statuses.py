"""The status of every service now, in a fixed number of queries."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from outages.detection import lifecycle
from outages.judging import series
from outages.models import Implication, Incident, Reading
from outages.showing import usual
from outages.showing.freshness import Freshness
from outages.showing.tick import OfTick
from reports.models import MinuteCount

HOUR = 60
OK, OUTAGE, POSSIBLE, UNKNOWN = "ok", "outage", "possible_outage", "unknown"
STATUSES = (OUTAGE, POSSIBLE, UNKNOWN, OK)
TOO_FEW, STALE = "too_few", "stale"


@dataclass(frozen=True, kw_only=True)
class Status:
    """One service's. `reason` says why a status is possible_outage or unknown, else it is empty;
    `network`: AS number that its reports come almost only through, where that is the reason;
    `discarded_last_hour`: reports beside those counted, that weigh nothing; `incident` is the
    ongoing one."""

    status: str
    reason: str
    reports_last_hour: int = 0
    discarded_last_hour: int = 0
    expected_last_hour: float = 0.0
    incident: Incident | None = None
    implicated_by: Implication | None = None
    network: int | None = None


def statuses(services: Collection[int], *, fresh: Freshness) -> dict[int, Status]:
    """Status of each service id."""
    ids = list(services)
    if fresh.minute is None:
        return {id_: Status(status=UNKNOWN, reason=STALE) for id_ in ids}
    ours = _of_tick.get(fresh)
    first = fresh.minute - HOUR + 1
    total = series.world()
    keys = [(id_, total) for id_ in ids]
    ordinary = usual.in_span(keys, first=first, last=fresh.minute)
    expected = ordinary.mean[:, 0]
    tellable = dict(zip(ids, ordinary.can_tell(minutes=HOUR).tolist(), strict=True))
    result = {}
    for id_, hourly in zip(ids, expected.tolist(), strict=True):
        why, network = ours.raised.get(id_, (None, None))
        status, reason = _status(
            outage=id_ in ours.ongoing,
            raised=why,
            implicated=id_ in ours.implicated,
            can_tell=tellable[id_],
            stale=fresh.stale,
        )
        reports, volume = ours.reported.get(id_, (0, 0))
        result[id_] = Status(
            status=status,
            reason=reason,
            network=network if reason == Reading.Reason.FEW_NETWORKS else None,
            reports_last_hour=reports,
            discarded_last_hour=volume - reports,
            expected_last_hour=round(hourly, 2),
            incident=ours.ongoing.get(id_),
            implicated_by=ours.implicated.get(id_),
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


def maybe_troubled(*, fresh: Freshness) -> set[int]:
    """Ids of all services that may be a possible outage: few are, of many."""
    if fresh.minute is None:
        open_ones = Implication.objects.filter(until=None)
        return set(open_ones.values_list("service_id", flat=True))
    ours = _of_tick.get(fresh)
    return {*ours.implicated, *ours.raised}


@dataclass(frozen=True)
class _Tick:
    """What a tick left of all services, by service id. `raised`: reason and network of those above
    the warning threshold; `reported`: reports and volume of the last hour."""

    ongoing: dict[int, Incident]
    raised: dict[int, tuple[str, int | None]]
    implicated: dict[int, Implication]
    reported: dict[int, tuple[int, int]]


def _read(fresh: Freshness) -> _Tick:
    assert fresh.minute is not None
    ongoing = Incident.objects.ongoing().defer("detail", "facts", "evidence", "latest")
    raised = _above(fresh.minute).values_list("service_id", "reason", "network")
    implicated = Implication.objects.filter(until=None).select_related(
        "incident__service__category"
    )
    hourly = (
        MinuteCount.objects.filter(minute__range=(fresh.minute - HOUR + 1, fresh.minute))
        .values_list("service_id")
        .annotate(reports=Sum("reports"), volume=Sum("volume"))
    )
    return _Tick(
        ongoing={one.service_id: one for one in ongoing},
        raised={service: (reason, network) for service, reason, network in raised},
        implicated={row.service_id: row for row in implicated},
        reported={service: (reports, volume) for service, reports, volume in hourly},
    )


_of_tick = OfTick(_read)


def _above(minute: int) -> QuerySet[Reading]:
    return Reading.objects.filter(minute=minute, severity__gte=lifecycle.WARN_ABOVE)
