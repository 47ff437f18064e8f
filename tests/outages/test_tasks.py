"""The watch's tick: one at a time on a host, and each says that it was heard."""

import fcntl
from pathlib import Path

import pytest
from pytest_django import Settings

from outages.models import Watch
from outages.tasks import watch
from reports import progress
from reports.inbox import Inbox
from tests.builders import some_regions


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path / "run"


def test_a_tick_says_that_it_was_heard_and_done(db: None, inbox: Inbox) -> None:
    some_regions()
    watch()
    assert set(progress.read(inbox.client)) == {"watch", "watch_done"}
    assert Watch.objects.count() == 1


def test_a_tick_leaves_the_work_to_one_that_is_still_at_it(
    db: None, inbox: Inbox, folder: Path
) -> None:
    some_regions()
    folder.mkdir()
    with (folder / "watch.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        watch()
        assert set(progress.read(inbox.client)) == {"watch"}
        assert not Watch.objects.exists()
    watch()
    assert Watch.objects.count() == 1


def test_a_tick_that_failed_was_heard_and_is_not_done(
    db: None, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**arguments: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("outages.tasks.tick", fails)
    with pytest.raises(RuntimeError):
        watch()
    assert set(progress.read(inbox.client)) == {"watch"}
