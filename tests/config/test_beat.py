"""The clock of periodic work: it says that it ticks, and outlives a time of day that was wrong."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from config.beat import MOST_WAITING, NotingScheduler
from config.celery import app
from outages.instance.programs import TICKS
from reports import progress
from reports.inbox import Inbox

SOON = timedelta(seconds=5)


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "schedule")


@pytest.fixture
def scheduler(file: str, inbox: Inbox) -> Iterator[NotingScheduler]:
    scheduler = NotingScheduler(app=app, schedule_filename=file)
    yield scheduler
    scheduler.close()


def test_a_tick_that_is_published_is_noted(
    scheduler: NotingScheduler, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What Celery would send goes nowhere: here it is about what is noted afterwards.
    monkeypatch.setattr(
        "celery.beat.Scheduler.apply_async", lambda self, entry, *args, **kwargs: entry.task
    )
    entry = next(iter(scheduler.schedule.values()))
    assert scheduler.apply_async(entry) == entry.task
    assert timezone.now() - progress.read(inbox.client)["beat"] < SOON


def test_a_tick_that_could_not_be_published_is_not_noted(
    scheduler: NotingScheduler, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*args: object, **kwargs: object) -> None:
        raise ConnectionError

    monkeypatch.setattr("celery.beat.Scheduler.apply_async", fails)
    with pytest.raises(ConnectionError):
        scheduler.apply_async(next(iter(scheduler.schedule.values())))
    assert "beat" not in progress.read(inbox.client)


def test_ticks_that_nobody_hears_do_not_pile_up(
    scheduler: NotingScheduler, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = []
    monkeypatch.setattr(
        "celery.beat.Scheduler.apply_async",
        lambda self, entry, *args, **kwargs: sent.append(inbox.client.rpush(TICKS, "tick")),
    )
    entry = next(iter(scheduler.schedule.values()))
    for _ in range(MOST_WAITING + 10):
        scheduler.apply_async(entry)
    assert len(sent) == MOST_WAITING
    assert "beat" in progress.read(inbox.client)
    inbox.client.delete(TICKS)
    scheduler.apply_async(entry)
    assert len(sent) == MOST_WAITING + 1


def test_ticks_that_ran_in_times_to_come_run_again(file: str) -> None:
    before = NotingScheduler(app=app, schedule_filename=file)
    for entry in before.schedule.values():
        entry.last_run_at = timezone.now() + timedelta(hours=1)
    before.close()
    after = NotingScheduler(app=app, schedule_filename=file)
    runs = {entry.name: entry.last_run_at for entry in after.schedule.values()}
    after.close()
    assert runs
    assert all(at is not None and at <= timezone.now() for at in runs.values())


def test_when_ticks_ran_outlives_the_process(file: str) -> None:
    before = NotingScheduler(app=app, schedule_filename=file)
    at = timezone.now() - timedelta(minutes=40)
    for entry in before.schedule.values():
        entry.last_run_at = at
    before.close()
    after = NotingScheduler(app=app, schedule_filename=file)
    runs = {after.schedule[name].last_run_at for name in app.conf.beat_schedule}
    after.close()
    assert runs == {at}
