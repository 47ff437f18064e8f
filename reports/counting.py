"""Rows and their counts in one transaction: what is new is counted, however often it comes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, models, transaction

from reports import bulk, partitions, vocabulary
from reports.buckets import QUARTER_MINUTES, floor, minute_of, window_of
from reports.messages import NewReport
from reports.models import (
    AnswerCount,
    ClientId,
    Kind,
    MinuteCount,
    NetworkCount,
    Report,
    SymptomCount,
    Tally,
)

COUNTED = ("reports", "volume", "works", "first_reporters")
NETWORK_COUNTED = ("reports", "first_reporters")
ANSWER_COUNTED = ("reports", "first_reporters")

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
_NETWORK_COLUMNS = (
    bulk.Column("service_id", "bigint"),
    bulk.Column("minute", "integer"),
    bulk.Column("network", "bigint"),
    *(bulk.Column(name, "integer") for name in NETWORK_COUNTED),
)
_ANSWER_COLUMNS = (
    bulk.Column("service_id", "bigint"),
    bulk.Column("minute", "integer"),
    bulk.Column("about_id", "bigint"),
    *(bulk.Column(name, "integer") for name in ANSWER_COUNTED),
)
_SYMPTOM_COLUMNS = (
    bulk.Column("service_id", "bigint"),
    bulk.Column("minute", "integer"),
    bulk.Column("region_id", "smallint"),
    bulk.Column("symptom_id", "bigint"),
    bulk.Column("reports", "integer"),
)
_ID_COLUMNS = (
    bulk.Column("service_id", "bigint"),
    bulk.Column("client_id", "uuid"),
    bulk.Column("key", "uuid"),
    bulk.Column("said", "uuid"),
    bulk.Column("minute", "integer"),
)
_TALLY_COLUMNS = (bulk.Column("name", "varchar"), bulk.Column("n", "bigint"))


class Unstorable(Exception):
    """A batch holds a report that names something unknown to this database."""


@dataclass(frozen=True)
class Stored:
    """What of a batch was new, by key, and how many were stored before.

    `said_before` maps the key of a report whose client id had come with another key to that key.
    """

    keys: frozenset[UUID]
    repeated: int
    said_before: Mapping[UUID, UUID]

    @property
    def new(self) -> int:
        return len(self.keys)


def store(reports: Sequence[NewReport], *, by_database: bool = False) -> Stored:
    """Store the reports that are new, and count exactly those. Safe to run twice on the same batch.

    A report is known by its key, and by the client's own id where it has one: the id of another row
    is that row sent again, in whatever window. `by_database`: they did not pass through the inbox.
    Raises Unstorable, with nothing stored, when a report names a service, region or symptom that
    the database lacks; database errors pass through, with nothing stored.
    """
    rows = {report.key: _row(report) for report in reports}
    partitions.ensure(_window_of(report) for report in reports)
    try:
        return _store(reports, rows, by_database=by_database)
    except IntegrityError as error:
        if not partitions.is_missing(error):
            raise
        # Somebody dropped a day's table, or has undone its making.
        partitions.ensure(_window_of(report) for report in reports)
        return _store(reports, rows, by_database=by_database)


def _window_of(report: NewReport) -> int:
    return int.from_bytes(report.key.bytes[:6], "big") // 60


def _store(
    reports: Sequence[NewReport], rows: Mapping[UUID, tuple[Any, ...]], *, by_database: bool
) -> Stored:
    with transaction.atomic():
        said_before = _claim_ids(reports)
        # Sorted, like the counts below: workers with the same reports wait for each other.
        wanted = sorted(row for key, row in rows.items() if key not in said_before)
        new = bulk.insert(
            table=Report._meta.db_table,
            columns=_REPORT_COLUMNS,
            rows=wanted,
            conflict="(key) DO NOTHING",
            returning="key",
        )
        by_key = {row[0]: row for row in wanted}
        _count([by_key[key] for (key,) in new])
        _tally(len(new), len(reports) - len(new), by_database=by_database)
    keys = frozenset(key if isinstance(key, UUID) else UUID(key) for (key,) in new)
    return Stored(keys=keys, repeated=len(reports) - len(new), said_before=said_before)


def _claim_ids(reports: Sequence[NewReport]) -> dict[UUID, UUID]:
    """Note whose the clients' ids are; gives the first key of each report whose id has another.

    Two that come at the same time with one id wait for each other here: the database knows one.
    """
    known = vocabulary.read().services
    mine = {
        (known[report.service], report.client_id): report
        for report in reversed(reports)
        if report.client_id
    }
    rows = [
        (service, _uuid(id_), _uuid(report.key), _uuid(report.said), minute_of(report.received))
        for (service, id_), report in sorted(mine.items())
    ]
    bulk.insert(
        table=ClientId._meta.db_table,
        columns=_ID_COLUMNS,
        rows=rows,
        conflict="(client_id, service_id) DO NOTHING",
    )
    first = keys_of_ids(mine)
    return {
        report.key: first[known[report.service], report.client_id][0]
        for report in reports
        if report.client_id and first[known[report.service], report.client_id][0] != report.key
    }


def keys_of_ids(ids: Iterable[tuple[int, UUID]]) -> dict[tuple[int, UUID], tuple[UUID, UUID]]:
    """(service id, client id) → key of its report and what it said, of those that are known."""
    wanted = set(ids)
    found = ClientId.objects.filter(client_id__in={id_ for _, id_ in wanted}).values_list(
        "service_id", "client_id", "key", "said"
    )
    return {(service, id_): (key, said) for service, id_, key, said in found}


def _tally(new: int, repeated: int, *, by_database: bool) -> None:
    # Last in the transaction: everybody waits for these rows.
    ends = {Tally.Name.STORED: new, Tally.Name.REPEATED: repeated}
    if by_database:
        ends[Tally.Name.ACCEPTED] = new
    bulk.insert(
        table=Tally._meta.db_table,
        columns=_TALLY_COLUMNS,
        rows=sorted((name.value, n) for name, n in ends.items() if n),
        conflict="(name) DO UPDATE SET n = old.n + excluded.n",
    )


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
    _count_networks(rows)
    _count_answers(rows)


def _count_networks(rows: Sequence[tuple[Any, ...]]) -> None:
    """Of reports that weigh something and whose network is known."""
    reports: Counter[tuple[int, int, int]] = Counter()
    first_reporters: Counter[tuple[int, int, int]] = Counter()
    for row in rows:
        _, service, _, _, kind, minute, _, _, _, network, weight, _, first, *_ = row
        if kind == Kind.REPORT and weight and network is not None:
            reports[service, minute, network] += 1
            first_reporters[service, minute, network] += int(first)
    _add(
        NetworkCount,
        columns=_NETWORK_COLUMNS,
        key="(service_id, minute, network)",
        counted=NETWORK_COUNTED,
        rows=[(*key, n, first_reporters[key]) for key, n in sorted(reports.items())],
    )


def _count_answers(rows: Sequence[tuple[Any, ...]]) -> None:
    """Of reports that weigh something and say which service it is that fails."""
    reports: Counter[tuple[int, int, int]] = Counter()
    first_reporters: Counter[tuple[int, int, int]] = Counter()
    for row in rows:
        _, service, _, _, kind, minute, _, _, _, _, weight, _, first, implicated, others, *_ = row
        about = implicated or (service if others is False else None)
        if kind == Kind.REPORT and weight and about is not None:
            reports[service, minute, about] += 1
            first_reporters[service, minute, about] += int(first)
    _add(
        AnswerCount,
        columns=_ANSWER_COLUMNS,
        key="(service_id, minute, about_id)",
        counted=ANSWER_COUNTED,
        rows=[(*key, n, first_reporters[key]) for key, n in sorted(reports.items())],
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
    if _window_of(report) != window_of(report.received):
        raise Unstorable("its key is not of the window in which it was received")
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
