"""Where what is forgotten meets what is kept, nothing is half forgotten."""

from datetime import timedelta
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from pytest_django import Settings

from reports import counting, recounting, retention
from reports.buckets import QUARTER_MINUTES, ROWS_KEPT_MINUTES, TOKENS_KEPT_MINUTES, minute_of
from reports.models import Report, SymptomCount
from tests.builders import a_report, a_service, a_symptom, later, some_regions

# Seven minutes into a quarter: 30 days before lies inside one, too.
NOW = later(7)


@pytest.fixture(autouse=True)
def words(transactional_db: None, tmp_path: Path, settings: Settings) -> None:
    settings.DATA_DIR = tmp_path
    some_regions()
    a_service("signal")
    a_symptom()


def store_minutes(first: int, last: int) -> None:
    """A report for each of the minutes before now."""
    counting.store(
        [
            a_report(at=NOW - timedelta(minutes=ago), symptom="login", reporter=uuid4())
            for ago in range(last, first + 1)
        ]
    )


def test_rows_go_in_whole_quarters_so_that_the_counts_of_what_is_left_can_be_checked() -> None:
    store_minutes(ROWS_KEPT_MINUTES + 40, ROWS_KEPT_MINUTES - 40)
    before = SymptomCount.objects.count()
    gone = retention.forget(now=NOW).rows
    # 81 minutes, of which the seven of the broken quarter and the 40 later ones stay. Where a day
    # is a table it goes whole, and this one is not over for so long.
    assert gone == (81 - 40 - 1 - 7 if connection.vendor == "sqlite" else 0)
    first = Report.objects.order_by("minute")[0].minute
    assert first % QUARTER_MINUTES == 0 or connection.vendor == "postgresql"
    since = recounting.kept_since(now=NOW)
    assert first <= since <= minute_of(NOW) - ROWS_KEPT_MINUTES
    assert SymptomCount.objects.count() == before
    with time_machine.travel(NOW, tick=False):
        out = StringIO()
        call_command("verify_counts", stdout=out)
    assert out.getvalue().rstrip().endswith("0 differences")


def test_what_was_not_swept_for_a_while_is_checked_from_its_first_whole_quarter() -> None:
    store_minutes(ROWS_KEPT_MINUTES + 100, ROWS_KEPT_MINUTES + 60)
    # The oldest row is gone with its quarter half left, as after a sweep that was cut off.
    Report.objects.order_by("minute")[0].delete()
    since = recounting.kept_since(now=NOW)
    assert Report.objects.order_by("minute")[0].minute < since
    assert not list(recounting.differences(since=since))
    assert list(recounting.differences(since=0))


def test_tokens_go_48_hours_after_their_report_and_not_a_minute_before() -> None:
    store_minutes(TOKENS_KEPT_MINUTES + 1, TOKENS_KEPT_MINUTES - 1)
    assert retention.forget(now=NOW).tokens == 1
    without = Report.objects.get(reporter=None)
    assert without.minute == minute_of(NOW) - TOKENS_KEPT_MINUTES - 1
    assert retention.forget(now=NOW + timedelta(minutes=1)).tokens == 1


def test_more_rows_than_one_statement_takes_all_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 7)
    store_minutes(ROWS_KEPT_MINUTES + 60, ROWS_KEPT_MINUTES + 30)
    day_after = NOW + timedelta(days=1)
    assert retention.forget(now=day_after) == retention.Forgotten(
        tokens=31, rows=31, networks=0, salts=0, ids=0, suggesters=0
    )
    assert not Report.objects.exists()
