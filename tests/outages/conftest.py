"""A small world for the watch: one clock, one inbox, a few services."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest

from outages.models import Incident
from outages.replays import replaying, reportlog
from reports import kept
from reports.inbox import Inbox

START = datetime(2026, 1, 5, tzinfo=UTC)  # a Monday


@pytest.fixture(autouse=True)
def _forget_what_was_read() -> Iterator[None]:
    kept.forget_all()
    yield
    kept.forget_all()


class Play(Protocol):
    """Plays a log; gives its incidents, oldest first."""

    def __call__(self, path: Path, *, every_minute: bool = False) -> list[Incident]: ...


@pytest.fixture
def play(catalogue: None, inbox: Inbox) -> Play:
    """Replays a log in the test's database; gives its incidents, oldest first."""

    def replay(path: Path, *, every_minute: bool = False) -> list[Incident]:
        log = reportlog.read(path, check=replaying.check)
        walk = replaying.Replay(log, inbox=inbox, every_minute=every_minute)
        for _ in walk.play():
            pass
        found = Incident.objects.whole().filter(pk__in=walk.done.incidents)
        return list(found.order_by("started_at", "pk"))

    return replay


@pytest.fixture
def monday() -> datetime:
    return START


def later(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)
