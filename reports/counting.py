"""Rows and their counts in one transaction; the same counts again from the rows, to compare."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Count, F, Q, QuerySet

from reports import bulk, vocabulary
from reports.buckets import QUARTER_MINUTES, ROWS_KEPT_MINUTES, floor, minute_of
from reports.inbox import NewReport
from reports.models import Kind, MinuteCount, Report, SymptomCount

COUNTED = ("reports", "volume", "works", "first_reporters")

_REPORT_COLUMNS = (
    bulk.Column("key", "uuid"),
    bulk.Column("service_id", "bigint"),
    bulk.Column("region_id", "smallint"),
    bulk.Column("symptom_id", "bigint"),
    bulk.Column("kind", "varchar"),
    bulk.Column("minute", "integer"),
    bulk.Column("received", "timestamptz"),
    bulk.Column("reporter", "uuid"),
    bulk.Column("prefix", "uuid"),
    bulk.Column("network", "bigint"),
    bulk.Column("weight", "smallint"),
    bulk.Column("discard", "varchar"),
    bulk.Column("first_in_24h", "boolean"),
    bulk.Column("implicated_id", "bigint"),
    bulk.Column("others_work", "boolean"),
    bulk.Column("connection", "varchar"),
    bulk.Column("comment", "varchar"),
)
_MINUTE_COLUMNS = (
    bulk.Column("service_id", "bigint"),
    bulk.Column("minute", "integer"),
    bulk.Column("region_id", "smallint"),
    *(bulk.Column(name, "integer") for name in COUNTED),
)
_SYMPTOM_COLUMNS = (
    bulk.Column("service_id", "bigint"),
    bulk.Column("minute", "integer"),
    bulk.Column("region_id", "smallint"),
    bulk.Column("symptom_id", "bigint"),
    bulk.Column("reports", "integer"),
)


class Unstorable(Exception):
    """A batch holds a report that names something unknown to this database."""


@dataclass(frozen=True)
class Stored:
    """How many of a batch were new, and how many had been stored before."""

    new: int
    repeated: int


def store(reports: Sequence[NewReport]) -> Stored:
    """Store the reports that are new, and count exactly those. Safe to run twice on the same batch.

    Raises Unstorable, with nothing stored, when a report names a service, region or symptom that
    the database lacks; database errors pass through, with nothing stored.
    """
    rows = {row[0]: row for row in map(_row, reports)}
    with transaction.atomic():
        new = bulk.insert(
            table=Report._meta.db_table,
            columns=_REPORT_COLUMNS,
            # Sorted, like the counts below: workers with the same reports wait for each other.
            rows=[rows[key] for key in sorted(rows)],
            conflict="(key) DO NOTHING",
            returning="key",
        )
        _count([rows[key] for (key,) in new])
    return Stored(new=len(new), repeated=len(reports) - len(new))


def _count(rows: Sequence[tuple[Any, ...]]) -> None:
    minutes: Counter[tuple[int, int, int, str]] = Counter()
    symptoms: Counter[tuple[int, int, int, int]] = Counter()
    for row in rows:
        _, service, region, symptom, kind, minute, *_ = row
        weight, first = row[10], row[12]
        where = (service, minute, region)
        if kind == Kind.WORKS:
            minutes[*where, "works"] += 1
            continue
        minutes[*where, "volume"] += 1
        if weight:
            minutes[*where, "reports"] += 1
            minutes[*where, "first_reporters"] += int(first)
            if symptom is not None:
                symptoms[service, floor(minute, QUARTER_MINUTES), region, symptom] += 1
    places = sorted({key[:3] for key in minutes})
    _add(
        MinuteCount,
        columns=_MINUTE_COLUMNS,
        key="(service_id, minute, region_id)",
        counted=COUNTED,
        rows=[(*place, *(minutes[*place, name] for name in COUNTED)) for place in places],
    )
    _add(
        SymptomCount,
        columns=_SYMPTOM_COLUMNS,
        key="(service_id, minute, region_id, symptom_id)",
        counted=("reports",),
        rows=[(*key, n) for key, n in sorted(symptoms.items())],
    )


def _add(
    model: type[models.Model],
    *,
    columns: Sequence[bulk.Column],
    key: str,
    counted: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    # Rows come sorted by key: two workers on the same hot service then wait instead of deadlocking.
    sums = ", ".join(f"{name} = old.{name} + excluded.{name}" for name in counted)
    bulk.insert(
        table=model._meta.db_table,
        columns=columns,
        rows=rows,
        conflict=f"{key} DO UPDATE SET {sums}",
    )


def _row(report: NewReport) -> tuple[Any, ...]:
    known = vocabulary.read()
    try:
        service = known.services[report.service]
        region = known.regions[report.region]
        symptom = known.symptoms[report.symptom] if report.symptom else None
        implicated = known.services[report.implicated] if report.implicated else None
    except KeyError as error:
        raise Unstorable(f"this database has no {error.args[0]}") from error
    return (
        _uuid(report.key),
        service,
        region,
        symptom,
        report.kind,
        minute_of(report.received),
        connection.ops.adapt_datetimefield_value(report.received),
        _uuid(report.reporter),
        _uuid(report.prefix),
        report.network,
        report.weight,
        report.discard,
        report.first_in_24h,
        implicated,
        report.others_work,
        report.connection,
        report.comment,
    )


def _uuid(value: Any) -> Any:
    if value is None or connection.features.has_native_uuid_field:
        return value
    return value.hex


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


def _compare(
    table: str, counted: QuerySet[Any, Any], recounted: QuerySet[Any, Any]
) -> Iterator[Difference]:
    """Walk two lists, both sorted by key, side by side: memory stays flat however long they are."""
    width = 3 if table == "minute" else 4
    nothing: tuple[int, ...] = (0,) * (len(COUNTED) if table == "minute" else 1)
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
