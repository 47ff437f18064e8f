"""The health pair: alive is not the same as ready."""

import time
from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import DatabaseError
from django.test import Client

from reports import progress
from reports.inbox import Inbox
from tests.outages.pages import scenes
from tests.outages.pages.scenes import Scene

# It is asked in threads of their own, which see only what is committed.
committed = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at_work(inbox: Inbox, now: datetime) -> Inbox:
    """Clock and worker have just ticked."""
    progress.note(inbox.client, "beat", "store", "store_done", now=now)
    return inbox


@pytest.fixture
def durable(inbox: Inbox) -> Iterator[None]:
    """A server whose settings an operator has made to fit."""
    yield
    inbox.client.config_set("maxmemory-policy", "noeviction")


def test_alive_needs_nothing(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@committed
def test_ready_when_all_answer_and_work_is_done(
    calm: Scene, client: Client, at_work: Inbox
) -> None:
    response = client.get("/readyz")
    assert response.json() == {
        "ready": True,
        "checks": dict.fromkeys(("database", "valkey", "board", "worker", "beat", "inbox"), "ok"),
        "says": {
            "appendfsync": "no",
            "durability": "what was accepted since the system last wrote to disk can be lost when "
            "power fails",
        },
    }
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


@committed
def test_without_a_worker_it_is_not_ready(calm: Scene, client: Client, inbox: Inbox) -> None:
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response["Retry-After"] == "10"
    assert response.json()["checks"]["worker"] == "has never stored reports"
    assert response.json()["checks"]["valkey"] == "ok"


@committed
def test_a_valkey_that_may_evict_is_not_ready(
    calm: Scene, client: Client, at_work: Inbox, durable: None
) -> None:
    at_work.client.config_set("maxmemory-policy", "allkeys-lru")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "maxmemory-policy is allkeys-lru" in response.json()["checks"]["valkey"]


@committed
def test_a_board_that_is_behind_is_not_ready(
    calm: Scene, client: Client, at_work: Inbox, now: datetime
) -> None:
    scenes.a_watch(now=now, delay_seconds=600)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["board"].startswith("stale")
    assert response.json()["checks"]["database"] == "ok"


@committed
def test_a_board_that_never_was_is_not_ready(client: Client, inbox: Inbox) -> None:
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "nothing has been watched yet" in response.json()["checks"]["board"]


@committed
def test_without_valkey_it_is_not_ready(calm: Scene, client: Client, no_valkey: None) -> None:
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "does not answer" in response.json()["checks"]["valkey"]
    assert "/nowhere" not in response.content.decode()


@committed
def test_a_valkey_that_hangs_holds_nobody_up(calm: Scene, client: Client, at_work: Inbox) -> None:
    at_work.client.client_pause(10_000, all=True)
    before = time.perf_counter()
    try:
        response = client.get("/readyz")
    finally:
        took = time.perf_counter() - before
        at_work.client.client_unpause()
    assert response.status_code == 503
    assert "does not answer" in response.json()["checks"]["valkey"]
    assert response.json()["checks"]["database"] == "ok"
    assert took < 3


@committed
def test_without_a_database_it_is_not_ready_and_still_alive(
    client: Client, at_work: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(**arguments: object) -> None:
        raise DatabaseError("server at 10.0.0.7 is gone")

    monkeypatch.setattr("outages.showing.condition.freshness", gone)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["database"] == "does not answer (DatabaseError)"
    assert "10.0.0.7" not in response.content.decode()
    assert client.get("/healthz").status_code == 200
