"""Scenes as fixtures, asked for by name, at a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from pytest_django import Settings

from reports.inbox import connect, default_inbox
from reports.inlet import default_inlet
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
def no_valkey(settings: Settings) -> Iterator[None]:
    """The settings name a Valkey that is not there."""
    settings.REDIS_URL = "unix:///nowhere/valkey.sock"
    connect.cache_clear()
    default_inbox.cache_clear()
    default_inlet.cache_clear()
    yield
    connect.cache_clear()
    default_inbox.cache_clear()
    default_inlet.cache_clear()
