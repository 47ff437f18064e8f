"""The door that hands out tokens, and what a report is worth that comes with one."""

import base64
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import altcha
import pytest
from django.db import OperationalError
from django.test import Client

from reports import clock, trust, vocabulary
from reports.draining import drain
from reports.inbox import Inbox
from reports.models import Report, Service, Suspicion
from tests.builders import a_service, a_symptom, some_regions

URL = "/api/v1/services/signal/token"


@pytest.fixture(autouse=True)
def signal(db: None) -> Iterator[Service]:
    trust.forget()
    some_regions()
    a_symptom()
    yield a_service("signal")
    trust.forget()


@pytest.fixture
def suspected(signal: Service) -> None:
    Suspicion.objects.create(service=signal)


def test_a_token_says_from_when_to_when_it_is_good(client: Client) -> None:
    before = clock.now()
    answer = client.get(URL)
    assert answer.status_code == 200
    ticket = answer.json()
    assert set(ticket) == {"token", "not_before", "expires_at"}
    first, last = (datetime.fromisoformat(ticket[name]) for name in ("not_before", "expires_at"))
    # Written in whole milliseconds.
    assert timedelta(seconds=1.499) <= first - before <= timedelta(seconds=5)
    assert last - first == timedelta(minutes=30) - timedelta(seconds=1.5)
    ages = [
        trust.age_of(ticket["token"], service="signal", now=at + timedelta(milliseconds=more))
        for at, more in ((first, -2), (first, 2), (last, -2), (last, 2))
    ]
    assert ages == ["too_fast", "fresh", "fresh", "expired"]


def test_nobody_keeps_a_token_and_no_other_site_reads_it(client: Client) -> None:
    for origin in ({}, {"Origin": "https://evil.example"}):
        answer = client.get(URL, headers=origin)
        assert answer["Cache-Control"] == "no-store"
        assert not [name for name in answer.headers if name.startswith("Access-Control")]
        assert not answer.cookies


@pytest.mark.parametrize(
    ("method", "url", "status"),
    [
        ("get", "/api/v1/services/nobody/token", 404),
        ("get", "/api/v1/services/retired/token", 404),
        ("post", URL, 405),
        ("options", URL, 405),
    ],
)
def test_what_cannot_be_had_is_a_problem(
    client: Client, method: str, url: str, status: int
) -> None:
    a_service("retired", active=False)
    answer = getattr(client, method)(url)
    assert answer.status_code == answer.json()["status"] == status
    assert answer["Content-Type"] == "application/problem+json"
    assert not [name for name in answer.headers if name.startswith("Access-Control")]


def test_a_head_has_no_body(client: Client) -> None:
    answer = client.head(URL)
    assert (answer.status_code, answer.content) == (200, b"")


def test_tokens_are_handed_out_while_the_database_is_away(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get(URL).status_code == 200

    def away(*_: Any, **__: Any) -> Any:
        raise OperationalError

    with monkeypatch.context() as while_away:
        while_away.setattr("django.db.backends.utils.CursorWrapper.execute", away)
        assert client.get(URL).status_code == 200
        vocabulary.forget()
        answer = client.get(URL)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")


def send(client: Client, token: str | None, **headers: str) -> Any:
    body = {"service": "signal", "symptom": "login", "region": "DE"}
    body |= {"token": token} if token is not None else {}
    return client.post(
        "/api/v1/reports", json.dumps(body), content_type="application/json", headers=headers
    )


def stored(inbox: Inbox) -> Report:
    drain(inbox, consumer="test")
    return Report.objects.get()


@pytest.mark.usefixtures("suspected")
def test_under_suspicion_a_report_with_a_solved_puzzle_weighs(client: Client, inbox: Inbox) -> None:
    puzzle = client.get(URL).json()["challenge"]
    answer = altcha.solve_challenge(altcha.Challenge.from_dict(puzzle))
    assert answer
    said = {"challenge": puzzle, "solution": answer.to_dict()}
    answered = send(client, base64.b64encode(json.dumps(said).encode()).decode())
    assert (answered.status_code, answered.json()["counted"]) == (202, True)
    assert (stored(inbox).weight, Report.objects.get().discard) == (1, "")


@pytest.mark.usefixtures("suspected")
@pytest.mark.parametrize("token", [None, "", "made up"])
def test_under_suspicion_a_report_with_nothing_to_show_is_taken_and_weighs_nothing(
    client: Client, inbox: Inbox, token: str | None
) -> None:
    assert send(client, token).status_code == 202
    row = stored(inbox)
    assert (row.weight, row.discard) == (0, "unproven")


@pytest.mark.parametrize(
    ("headers", "weight", "discard"),
    [
        ({}, 1, ""),
        ({"Origin": "http://testserver"}, 1, ""),
        ({"Origin": "https://evil.example"}, 0, "cross_site"),
        ({"Sec-Fetch-Site": "cross-site"}, 0, "cross_site"),
    ],
)
def test_what_another_sites_page_sends_is_taken_and_weighs_nothing(
    client: Client, inbox: Inbox, headers: dict[str, str], weight: int, discard: str
) -> None:
    assert send(client, None, **headers).status_code == 202
    row = stored(inbox)
    assert (row.weight, row.discard) == (weight, discard)
