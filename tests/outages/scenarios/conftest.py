"""Ordinary days that the tests of a module begin with: played once, and seen by each unchanged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import models, transaction
from pytest_django import DjangoDbBlocker

from outages.models import Incident
from outages.replays import replaying, reportlog
from outages.replays.scenarios.scenario import Scenario
from reports import catalogue, kept, vocabulary
from reports.buckets import DAY_MINUTES, minute_of, time_of
from reports.inbox import Inbox, connect
from tests.outages.conftest import START
from tests.outages.replays.test_replaying import written

DAYS = 5
# What goes before an outage on its own day.
LEAD = 180


@dataclass(frozen=True)
class Past:
    """The quiet days of `scenario`, in the database of the tests."""

    inbox: Inbox
    folder: Path

    def play(self, lines: Iterable[dict[str, Any]]) -> list[Incident]:
        """Go on with these lines; gives their incidents, oldest first."""
        log = reportlog.read(written(self.folder / "log.jsonl", iter(lines)), check=replaying.check)
        walk = replaying.Replay(log, inbox=self.inbox)
        for _ in walk.play():
            pass
        found = Incident.objects.whole().filter(pk__in=walk.done.incidents)
        return list(found.order_by("started_at", "pk"))

    def happens(
        self, scenario: Scenario, *, hour: float = 14.6, minutes: int, **others: Any
    ) -> list[Incident]:
        """What becomes of a scenario at an hour (UTC) of the day after."""
        begins = minute_of(START) + DAYS * DAY_MINUTES + round(60 * hour)
        since = f"{time_of(begins - LEAD):%Y-%m-%dT%H:%M}"
        lines = scenario.lines(start=begins - DAY_MINUTES, days=1, minutes=minutes, **others)
        # What was announced long before is told first thing.
        return self.play(line for line in lines if line["at"] >= since or "notice" in line)


@pytest.fixture(scope="module")
def _days(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    valkey: str,
    catalogue_rows: list[list[models.Model]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Past]:
    """Those of the services that the module's PAST has."""
    inbox = Inbox(connect(valkey))
    inbox.client.flushall()
    with django_db_blocker.unblock(), transaction.atomic():
        catalogue.load()
        vocabulary.forget()
        kept.forget_all()
        past = Past(inbox, tmp_path_factory.mktemp("past"))
        quiet: Scenario = request.module.PAST
        lines = quiet.lines(start=minute_of(START), days=DAYS, seed=1, minutes=0)
        assert past.play(lines) == []
        yield past
        transaction.set_rollback(True)
    inbox.client.flushall()


@pytest.fixture
def past(_days: Past, db: None) -> Past:
    """As it was played: what a test makes of it is undone, within the module's transaction."""
    return _days
