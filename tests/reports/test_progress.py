"""What the ticks note of themselves, and how it is read."""

from datetime import UTC, datetime, timedelta

import redis

from reports import progress
from reports.inbox import Inbox
from tests.builders import NOON, later


def test_a_tick_notes_who_heard_it_and_when_it_was_done(inbox: Inbox) -> None:
    progress.heard(inbox.client, "store", worker="a@host", now=NOON)
    assert progress.read(inbox.client) == {"store": NOON, "worker:a@host": NOON}
    progress.done(inbox.client, "store", now=later(1))
    assert progress.read(inbox.client)["store_done"] == later(1)


def test_outside_a_worker_only_the_tick_is_noted(inbox: Inbox) -> None:
    progress.heard(inbox.client, "watch", worker=None, now=NOON)
    assert progress.read(inbox.client) == {"watch": NOON}


def test_a_field_that_cannot_be_read_is_left_out(inbox: Inbox) -> None:
    progress.note(inbox.client, "beat", now=NOON)
    inbox.client.hset(progress.PROGRESS, mapping={"store": "soon", "watch": b"\xff"})
    assert progress.read(inbox.client) == {"beat": NOON}


def test_a_moment_without_a_zone_is_utc() -> None:
    assert progress.parse({b"beat": b"2026-02-03T12:00:00"}) == {
        "beat": datetime(2026, 2, 3, 12, tzinfo=UTC)
    }


def test_workers_that_are_gone_are_forgotten_after_a_day(inbox: Inbox) -> None:
    progress.heard(inbox.client, "store", worker="gone", now=NOON)
    progress.heard(inbox.client, "store", worker="here", now=later(60))
    progress.forget(inbox.client, now=NOON + timedelta(days=1, minutes=30))
    assert set(progress.read(inbox.client)) == {"store", "worker:here"}


def test_where_memory_is_full_nothing_is_noted_and_nothing_fails(inbox: Inbox) -> None:
    inbox.client.config_set("maxmemory", 1)
    try:
        progress.heard(inbox.client, "store", worker=None, now=NOON)
    finally:
        inbox.client.config_set("maxmemory", 0)
    assert progress.read(inbox.client) == {}


def test_a_connection_that_the_server_closed_is_opened_anew(valkey: str, inbox: Inbox) -> None:
    client = progress.connect(valkey)
    progress.note(client, "beat", now=NOON)
    inbox.client.client_kill_filter(_type="normal")
    assert progress.read(client) == {"beat": NOON}


def test_a_server_that_hangs_is_given_up_within_a_second(valkey: str, inbox: Inbox) -> None:
    client = progress.connect(valkey)
    client.ping()
    inbox.client.client_pause(3000, all=True)
    started = datetime.now(UTC)
    try:
        client.ping()
    except redis.exceptions.TimeoutError:
        took = datetime.now(UTC) - started
    else:
        raise AssertionError("it answered")
    finally:
        inbox.client.client_unpause()
    assert took < timedelta(seconds=2)
