"""What is forgotten, when, and that the counts stay."""

import stat
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db.models import Sum
from pytest_django import Settings

from reports import counting, recounting, retention, salts
from reports.models import ClientId, MinuteCount, NetworkCount, Report
from tests.builders import NOON, a_report

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path / "salts"


@pytest.mark.usefixtures("transactional_db", "catalogue")
def test_tokens_go_after_two_days_rows_after_thirty_and_counts_never() -> None:
    ages = (0, 1, 3, 29, 31, 60)
    counting.store(
        [a_report(at=NOON - age * DAY, reporter=uuid4(), prefix=uuid4()) for age in ages]
    )
    gone = retention.forget(now=NOON)
    assert (gone.tokens, gone.rows) == (4, 2)
    assert Report.objects.filter(reporter=None, prefix=None).count() == 2
    assert Report.objects.count() == 4
    assert MinuteCount.objects.aggregate(n=Sum("reports"))["n"] == len(ages)
    since = recounting.kept_since(now=NOON)
    assert not list(recounting.differences(since=since))
    assert retention.forget(now=NOON) == retention.Forgotten(
        tokens=0, rows=0, networks=0, salts=0, ids=0, suggesters=0
    )


@pytest.mark.usefixtures("transactional_db", "catalogue")
def test_counts_of_networks_go_with_their_rows() -> None:
    ages = (0, 29, 32, 60)
    counting.store([a_report(at=NOON - age * DAY, network=3320) for age in ages])
    assert retention.forget(now=NOON).networks == 2
    assert NetworkCount.objects.count() == Report.objects.count() == 2
    since = recounting.kept_since(now=NOON)
    assert not list(recounting.differences(since=since))


@pytest.mark.usefixtures("catalogue")
def test_the_ids_of_clients_go_with_the_tokens() -> None:
    ages = (0, 1, 3)
    counting.store([a_report(at=NOON - age * DAY, client_id=uuid4(), said=uuid4()) for age in ages])
    assert retention.forget(now=NOON).ids == 1
    assert ClientId.objects.count() == 2


def test_a_salt_is_one_a_day_for_its_owner_only(folder: Path) -> None:
    today = date(2026, 2, 3)
    salt = salts.of_day(today)
    assert salt == salts.of_day(today) != salts.of_day(today + DAY)
    assert len(salt) == salts.SALT_BYTES
    path = folder / "2026-02-03"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_salts_that_are_out_of_use_are_deleted(folder: Path) -> None:
    today = date(2026, 2, 3)
    for back in range(4):
        salts.of_day(today - back * DAY)
    assert salts.forget(today=today) == 2
    assert sorted(path.name for path in folder.iterdir()) == ["2026-02-02", "2026-02-03"]
