"""The health pair: alive is not the same as ready."""

from datetime import datetime

import pytest
from django.db import DatabaseError
from django.test import Client

from reports.inbox import Inbox
from tests.outages.pages import scenes
from tests.outages.pages.scenes import Scene


def test_alive_needs_nothing(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_ready_when_all_answer_and_the_board_is_fresh(
    calm: Scene, client: Client, inbox: Inbox
) -> None:
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "ready": True,
        "checks": {"database": "ok", "valkey": "ok", "board": "ok"},
    }
    assert "no-store" in response["Cache-Control"]


def test_a_board_that_is_behind_is_not_ready(
    calm: Scene, client: Client, inbox: Inbox, now: datetime
) -> None:
    scenes.a_watch(now=now, delay_seconds=600)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["board"].startswith("stale")
    assert response.json()["checks"]["database"] == "ok"


def test_a_board_that_never_was_is_not_ready(db: None, client: Client, inbox: Inbox) -> None:
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "nothing has been watched yet" in response.json()["checks"]["board"]


def test_without_valkey_it_is_not_ready(calm: Scene, client: Client, no_valkey: None) -> None:
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "does not answer" in response.json()["checks"]["valkey"]
    assert "/nowhere" not in response.content.decode()


def test_without_a_database_it_is_not_ready_and_still_alive(
    client: Client, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise DatabaseError("server at 10.0.0.7 is gone")

    monkeypatch.setattr("outages.pages.health.connection.cursor", gone)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["database"] == "does not answer (DatabaseError)"
    assert client.get("/healthz").status_code == 200
