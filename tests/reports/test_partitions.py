"""A table a day on PostgreSQL: there before midnight, made when it is missing, dropped when old."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor

from reports import counting, partitions, recounting, retention
from reports.buckets import minute_of
from reports.models import MinuteCount, Report
from tests.builders import NOON, a_report, a_service, a_symptom, later, reports_for, some_regions

pytestmark = pytest.mark.postgres
MIDNIGHT = datetime(2026, 2, 4, 0, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def words(transactional_db: None) -> None:
    some_regions()
    a_service("signal")
    a_symptom()
    partitions._there.clear()


def tables() -> set[str]:
    return set(partitions._tables().values())


def drop_all() -> None:
    with connection.cursor() as cursor:
        for name in tables():
            cursor.execute(f"DROP TABLE {name}")


def test_the_day_after_has_its_table_before_midnight() -> None:
    drop_all()
    counting.store(reports_for("signal", 1, at=later(-10, than=MIDNIGHT)))
    assert {"reports_report_20260203", "reports_report_20260204"} <= tables()
    counting.store(reports_for("signal", 1, at=MIDNIGHT))
    assert Report.objects.count() == 2


def test_a_table_that_is_missing_costs_no_report() -> None:
    counting.store(reports_for("signal", 1))
    drop_all()
    assert counting.store(reports_for("signal", 3, first=1)).new == 3
    assert Report.objects.count() == 3


def test_workers_that_make_the_same_table_at_once_both_store() -> None:
    drop_all()
    partitions._there.clear()
    start = Barrier(4)

    def store(turn: int) -> int:
        try:
            start.wait(timeout=30)
            return counting.store(reports_for("signal", 5, first=5 * turn)).new
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        assert sum(workers.map(store, range(4))) == 20
    assert Report.objects.count() == 20


def test_a_row_that_breaks_a_rule_is_no_missing_table() -> None:
    with pytest.raises(IntegrityError):
        counting.store([a_report(weight=0)])


def test_old_days_are_dropped_whole_with_their_counts_kept() -> None:
    for days in (31, 30, 1):
        at = NOON - timedelta(days=days)
        counting.store(reports_for("signal", 2, at=at))
    forgotten = retention.forget(now=NOON)
    assert forgotten.rows == 2
    # The thirtieth day goes once all of it is old enough.
    assert Report.objects.count() == 4
    assert MinuteCount.objects.count() == 3
    tomorrow = NOON + timedelta(days=1)
    assert retention.forget(now=tomorrow).rows == 2
    assert not list(recounting.differences(since=recounting.kept_since(now=tomorrow)))


def test_a_whole_table_of_rows_is_taken_over_by_the_migration() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate([("reports", "0002_discards_client_ids_and_tallies")])
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE reports_report CASCADE")
        cursor.execute(
            "CREATE TABLE reports_report (key uuid PRIMARY KEY, service_id bigint NOT NULL,"
            " region_id smallint NOT NULL, symptom_id bigint, kind varchar(8) NOT NULL,"
            " minute integer NOT NULL, received timestamptz NOT NULL, reporter uuid, prefix uuid,"
            " network bigint, weight smallint NOT NULL, discard varchar(12) NOT NULL,"
            " first_in_24h boolean NOT NULL, implicated_id bigint, others_work boolean,"
            " connection varchar(8) NOT NULL, comment varchar(280) NOT NULL)"
        )
    people = reports_for("signal", 3) + reports_for("signal", 2, at=later(24 * 60))
    rows = [counting._row(report) for report in people]
    places = ", ".join(["%s"] * len(rows[0]))
    names = ", ".join(column.name for column in counting._REPORT_COLUMNS)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO reports_report ({names}) VALUES ({places})", rows)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert Report.objects.count() == 5
    assert len(tables()) == 2
    assert minute_of(NOON) in set(Report.objects.values_list("minute", flat=True))
