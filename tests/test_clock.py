"""Every entry of the clock table names a task that exists."""

import pytest

from config.celery import app


@pytest.fixture(scope="module")
def registered() -> set[str]:
    app.loader.import_default_modules()
    return set(app.tasks)


def test_the_clock_has_entries() -> None:
    assert app.conf.beat_schedule


@pytest.mark.parametrize("name", sorted(app.conf.beat_schedule))
def test_what_the_clock_calls_is_a_registered_task(name: str, registered: set[str]) -> None:
    assert app.conf.beat_schedule[name]["task"] in registered


@pytest.mark.parametrize("name", sorted(app.conf.beat_schedule))
def test_a_tick_that_has_waited_too_long_is_dropped(name: str) -> None:
    entry = app.conf.beat_schedule[name]
    assert entry["options"]["expires"] >= entry["schedule"]
