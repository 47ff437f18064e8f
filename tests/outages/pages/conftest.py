"""Scenes as fixtures, asked for by name, at a clock that stands still."""

from datetime import UTC, datetime

import pytest
import time_machine

from tests.outages.pages import scenes


@pytest.fixture
def now(time_machine: time_machine.TimeMachineFixture) -> datetime:
    """A Tuesday afternoon."""
    moment = datetime(2026, 11, 24, 15, 40, 30, tzinfo=UTC)
    time_machine.move_to(moment, tick=False)
    return moment


@pytest.fixture
def calm(db: None, now: datetime) -> scenes.Scene:
    return scenes.a_calm_week(now=now)


@pytest.fixture
def outage(db: None, now: datetime) -> scenes.Scene:
    return scenes.an_outage(now=now)


@pytest.fixture
def no_valkey(both_away: None) -> None:
    """The settings name a Valkey that is not there. Nor does the database take reports: its own
    thread would still be at it, in another transaction, when the next test begins."""
