"""The same counts again from the rows that are kept, to compare."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, models
from django.db.models import Case, Count, F, Q, QuerySet, When

from reports.buckets import QUARTER_MINUTES, ROWS_KEPT_MINUTES, floor, minute_of
from reports.counting import ANSWER_COUNTED, COUNTED, NETWORK_COUNTED
from reports.models import AnswerCount, Kind, MinuteCount, NetworkCount, Report, SymptomCount


@dataclass(frozen=True)
class Difference:
    """A count that is not the sum of its rows."""

    table: str
    key: tuple[int, ...]
    counted: tuple[int, ...]
    rows: tuple[int, ...]


def kept_since(*, now: datetime) -> int:
    """First minute from which on every row is kept: rows are deleted oldest first, whole quarters.

    A replayed log may be older than what retention keeps, and not swept yet: then the first quarter
    that is surely whole.
    """
    kept = floor(minute_of(now) - ROWS_KEPT_MINUTES, QUARTER_MINUTES)
    first = Report.objects.aggregate(first=models.Min("minute"))["first"]
    if first is None or first >= kept:
        return kept
    return floor(first + QUARTER_MINUTES - 1, QUARTER_MINUTES)


def differences(*, since: int) -> Iterator[Difference]:
    """Every count that differs from a recount of the rows, from minute `since` on, at one instant.

    Reports may be stored meanwhile: all that is compared is read as it was at the first look.
    """
    with _one_instant():
        yield from _compare("minute", _minute_counts(since), _minutes_from_rows(since))
        yield from _compare("symptom", _symptom_counts(since), _symptoms_from_rows(since))
        yield from _compare("network", _network_counts(since), _networks_from_rows(since))
        yield from _compare("answer", _answer_counts(since), _answers_from_rows(since))


# Not transaction.atomic(): on SQLite that would keep everybody from storing (settings.DATABASES).
_SNAPSHOT = {
    "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    "sqlite": "BEGIN DEFERRED",
}


@contextmanager
def _one_instant() -> Iterator[None]:
    """Every query of the block sees the same state. Inside a transaction its own rule holds."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(_SNAPSHOT[connection.vendor])
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _minute_counts(first: int) -> QuerySet[MinuteCount, Any]:
    keys = ("service_id", "minute", "region_id")
    return (
        MinuteCount.objects.filter(minute__gte=first).order_by(*keys).values_list(*keys, *COUNTED)
    )


def _minutes_from_rows(first: int) -> QuerySet[Report, Any]:
    keys = ("service_id", "minute", "region_id")
    is_report = Q(kind=Kind.REPORT)
    weighs = is_report & Q(weight__gt=0)
    return (
        Report.objects.filter(minute__gte=first)
        .order_by(*keys)
        .values_list(*keys)
        .annotate(
            reports=Count("key", filter=weighs),
            volume=Count("key", filter=is_report),
            works=Count("key", filter=Q(kind=Kind.WORKS)),
            first_reporters=Count("key", filter=weighs & Q(first_in_24h=True)),
        )
    )


def _network_counts(first: int) -> QuerySet[NetworkCount, Any]:
    keys = ("service_id", "minute", "network")
    counted = NetworkCount.objects.filter(minute__gte=first)
    return counted.order_by(*keys).values_list(*keys, *NETWORK_COUNTED)


def _networks_from_rows(first: int) -> QuerySet[Report, Any]:
    keys = ("service_id", "minute", "network")
    weighs = Report.objects.filter(kind=Kind.REPORT, weight__gt=0, network__isnull=False)
    return (
        weighs.filter(minute__gte=first)
        .order_by(*keys)
        .values_list(*keys)
        .annotate(reports=Count("key"), first_reporters=Count("key", filter=Q(first_in_24h=True)))
    )


def _answer_counts(first: int) -> QuerySet[AnswerCount, Any]:
    keys = ("service_id", "minute", "about_id")
    counted = AnswerCount.objects.filter(minute__gte=first)
    return counted.order_by(*keys).values_list(*keys, *ANSWER_COUNTED)


def _answers_from_rows(first: int) -> QuerySet[Report, Any]:
    keys = ("service_id", "minute", "whose")
    by_itself = When(Q(implicated=None, others_work=False), then=F("service_id"))
    weighs = Report.objects.filter(kind=Kind.REPORT, weight__gt=0, minute__gte=first)
    return (
        weighs.filter(Q(implicated__isnull=False) | Q(others_work=False))
        .annotate(whose=Case(by_itself, default=F("implicated_id")))
        .order_by(*keys)
        .values_list(*keys)
        .annotate(reports=Count("key"), first_reporters=Count("key", filter=Q(first_in_24h=True)))
    )


def _symptom_counts(first: int) -> QuerySet[SymptomCount, Any]:
    keys = ("service_id", "minute", "region_id", "symptom_id")
    return (
        SymptomCount.objects.filter(minute__gte=first).order_by(*keys).values_list(*keys, "reports")
    )


def _symptoms_from_rows(first: int) -> QuerySet[Report, Any]:
    keys = ("service_id", "quarter", "region_id", "symptom_id")
    return (
        Report.objects.filter(
            kind=Kind.REPORT, weight__gt=0, symptom__isnull=False, minute__gte=first
        )
        .annotate(quarter=F("minute") - F("minute") % QUARTER_MINUTES)
        .order_by(*keys)
        .values_list(*keys)
        .annotate(reports=Count("key"))
    )


# Table → columns of its key, and counts beside them.
WIDTHS = {
    "minute": (3, len(COUNTED)),
    "symptom": (4, 1),
    "network": (3, len(NETWORK_COUNTED)),
    "answer": (3, len(ANSWER_COUNTED)),
}


def _compare(
    table: str, counted: QuerySet[Any, Any], recounted: QuerySet[Any, Any]
) -> Iterator[Difference]:
    """Walk two lists, both sorted by key, side by side: memory stays flat however long they are."""
    width, counts = WIDTHS[table]
    nothing: tuple[int, ...] = (0,) * counts
    for key, here, there in _side_by_side(_keyed(counted, width), _keyed(recounted, width)):
        if (here or nothing) != (there or nothing):
            yield Difference(table=table, key=key, counted=here or nothing, rows=there or nothing)


Keyed = tuple[tuple[int, ...], tuple[int, ...]]


def _keyed(rows: QuerySet[Any, Any], width: int) -> Iterator[Keyed]:
    for row in rows.iterator(chunk_size=5000):
        yield tuple(row[:width]), tuple(row[width:])


def _side_by_side(
    left: Iterable[Keyed], right: Iterable[Keyed]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...] | None, tuple[int, ...] | None]]:
    lefts, rights = iter(left), iter(right)
    a, b = next(lefts, None), next(rights, None)
    while a or b:
        if b is None or (a is not None and a[0] < b[0]):
            assert a is not None
            yield a[0], a[1], None
            a = next(lefts, None)
        elif a is None or b[0] < a[0]:
            yield b[0], None, b[1]
            b = next(rights, None)
        else:
            yield a[0], a[1], b[1]
            a, b = next(lefts, None), next(rights, None)
