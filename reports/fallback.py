"""Take reports straight into the database while the inbox is away: same keys, same counts."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction
from msgspec.structs import replace

from reports import bulk, counting, reporter, vocabulary
from reports.buckets import DAY_MINUTES, WINDOW_MINUTES, window_of
from reports.caps import Caps
from reports.messages import Answer, Arrival, NewReport, Outcome
from reports.models import Discard, Kind, Report, Unheard

_UNHEARD_COLUMNS = (
    bulk.Column("id", "smallint"),
    bulk.Column("since", "integer"),
    bulk.Column("writes", "bigint"),
)


def append(arrivals: Sequence[Arrival], *, caps: Caps) -> list[Answer]:
    """Store what is new, in one transaction; the answer to each, in order.

    `caps` are this process's own: how many services an address, and how many votes a prefix has
    had. They start empty, so that each web process of an outage grants its own.
    Database errors pass through, with nothing stored.
    """
    limited = {
        id(one) for one in arrivals if not caps.may_report(one, most=settings.QUOTA_SERVICES)
    }
    wanted = [one for one in arrivals if id(one) not in limited]
    with transaction.atomic():
        known = _known_ids(wanted)
        fresh = [one for one in wanted if _said(one.report, known) is None]
        stored = counting.store(_judged(fresh, caps), by_database=True)
        _note_unheard([one.report for one in fresh])
    return [
        Answer(Outcome.LIMITED, one.report.key)
        if id(one) in limited
        else _answer(one.report, known, stored)
        for one in arrivals
    ]


Known = dict[tuple[int, UUID], tuple[UUID, UUID]]


def _known_ids(arrivals: Sequence[Arrival]) -> Known:
    services = vocabulary.read().services
    return counting.keys_of_ids(
        (services[one.report.service], one.report.client_id)
        for one in arrivals
        if one.report.client_id
    )


def _said(report: NewReport, known: Known) -> tuple[UUID, UUID] | None:
    """Key and words of the report that had this client id before."""
    if report.client_id is None:
        return None
    return known.get((vocabulary.read().services[report.service], report.client_id))


def _answer(report: NewReport, known: Known, stored: counting.Stored) -> Answer:
    before = _said(report, known)
    if before is not None and before[1] != report.said:
        return Answer(Outcome.CONFLICT, report.key)
    if before is not None:
        return Answer(Outcome.DUPLICATE, before[0])
    first = stored.said_before.get(report.key, report.key)
    new = report.key in stored.keys
    return Answer(Outcome.ACCEPTED if new else Outcome.DUPLICATE, first)


def _judged(arrivals: Sequence[Arrival], caps: Caps) -> list[NewReport]:
    """With what the script decides otherwise: the prefix's cap, and who was heard in 24 hours."""
    reports = [
        one.report
        if caps.may_weigh(one.report, most=settings.PREFIX_VOTES)
        else _capped(one.report)
        for one in arrivals
    ]
    heard = _heard(arrivals)
    return [
        replace(report, first_in_24h=False) if report.key in heard else report for report in reports
    ]


def _heard(arrivals: Sequence[Arrival]) -> set[UUID]:
    """Keys of those whose reporter was heard in the 24 hours before, under today's token or under
    yesterday's."""
    key_of: dict[UUID, UUID] = {}
    for one in arrivals:
        for token in (one.report.reporter, one.reporter_yesterday):
            if token is not None and one.report.kind == Kind.REPORT:
                key_of[token] = one.report.key
    if not key_of:
        return set()
    first = min(window_of(one.report.received) for one in arrivals) - DAY_MINUTES + WINDOW_MINUTES
    heard = Report.objects.filter(
        reporter__in=key_of,
        key__gte=reporter.first_key(first),
        kind=Kind.REPORT,
        first_in_24h=True,
        weight__gt=0,
    ).values_list("reporter", flat=True)
    return {key_of[token] for token in heard if token is not None}


def _capped(report: NewReport) -> NewReport:
    return replace(report, weight=0, discard=Discard.PREFIX_CAP.value)


def _note_unheard(reports: Sequence[NewReport]) -> None:
    """The inbox must hear of these votes once it is back (recalling.py)."""
    first = min((window_of(report.received) for report in reports), default=None)
    if first is None:
        return
    bulk.insert(
        table=Unheard._meta.db_table,
        columns=_UNHEARD_COLUMNS,
        rows=[(1, first, 1)],
        conflict="(id) DO UPDATE SET writes = old.writes + 1, "
        "since = CASE WHEN excluded.since < old.since THEN excluded.since ELSE old.since END",
    )
