"""The door: POST a report or a "works for me"."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import Settings

from reports.inbox import Inbox

pytestmark = pytest.mark.usefixtures("catalogue")
URL = "/api/v1/reports"


def post(client: Client, body: Any, *, url: str = URL, **more: Any) -> Any:
    text = body if isinstance(body, str | bytes) else json.dumps(body)
    return client.post(url, text, **{"content_type": "application/json", **more})


def test_a_report_is_taken_at_once_with_its_id_and_where_to_look(
    client: Client, inbox: Inbox
) -> None:
    answer = post(client, {"service": "signal", "symptom": "login", "region": "DE-BE"})
    assert answer.status_code == 202
    body = answer.json()
    assert (body["duplicate"], body["counted"]) == (False, True)
    assert client.get(body["links"]["service"]).status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert inbox.waiting() == 1
    again = post(client, {"service": "signal"}).json()
    assert (again["id"], again["duplicate"], again["counted"]) == (body["id"], True, False)


def test_works_for_me_is_taken_beside_it(client: Client, inbox: Inbox) -> None:
    assert post(client, {"service": "signal"}).status_code == 202
    assert post(client, {"service": "signal"}, url="/api/v1/works").json()["counted"]
    assert inbox.waiting() == 2


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"service": "nobody"}, 404, None),
        ({"service": "signal", "region": "XX"}, 400, "region"),
        ({"service": "signal", "symptom": "itchy"}, 400, "symptom"),
        ({"service": "signal", "connection": "pigeon"}, 400, "connection"),
        ({"service": "signal", "implicated": "nobody"}, 400, "implicated"),
        ({"service": "signal", "implicated": ""}, 400, "implicated"),
        ({"service": "signal", "others_work": "yes"}, 400, "others_work"),
        ({"service": "signal", "comment": "x" * 281}, 400, "comment"),
        ({"service": "signal", "servise": "x"}, 400, "body"),
        ({"service": 7}, 400, "service"),
        ({}, 400, "body"),
        ("{", 400, "body"),
        ("[]", 400, "body"),
        ({"service": "signal", "comment": "x" * 5000}, 413, None),
    ],
)
def test_what_cannot_be_taken_is_a_problem_that_names_the_field_and_nothing_is_kept(
    client: Client, inbox: Inbox, body: Any, status: int, field: str | None
) -> None:
    answer = post(client, body)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert {"type", "title", "status", "detail"} <= set(problem)
    assert [error["field"] for error in problem.get("errors", [])] == ([field] if field else [])
    assert inbox.waiting() == 0


def test_an_unknown_member_is_named(client: Client, inbox: Inbox) -> None:
    assert "servise" in post(client, {"service": "signal", "servise": "x"}).json()["detail"]


@pytest.mark.parametrize(
    "more",
    [{"content_type": "text/plain"}, {"headers": {"Content-Encoding": "gzip"}}],
)
def test_only_plain_json_is_read(client: Client, inbox: Inbox, more: dict[str, Any]) -> None:
    assert post(client, {"service": "signal"}, **more).status_code == 415


def test_the_idempotency_key_is_the_id(client: Client, inbox: Inbox) -> None:
    headers = {"Idempotency-Key": str(uuid4())}
    first = post(client, {"service": "signal"}, headers=headers).json()
    assert post(client, {"service": "signal"}, headers=headers).json()["id"] == first["id"]
    other = post(client, {"service": "signal", "symptom": "login"}, headers=headers)
    assert other.status_code == 409


def test_more_services_than_the_quota_are_answered_429(
    client: Client, inbox: Inbox, settings: Settings
) -> None:
    settings.QUOTA_SERVICES = 1
    assert post(client, {"service": "signal"}).status_code == 202
    limited = post(client, {"service": "whatsapp"})
    assert limited.status_code == 429
    assert int(limited["Retry-After"]) > 0


def test_with_inbox_and_database_away_a_report_is_refused_in_words_and_not_lost_in_silence(
    client: Client, inbox: Inbox, both_away: None
) -> None:
    answer = post(client, {"service": "signal"})
    assert answer.status_code == 503
    assert answer["Retry-After"]


def test_reports_are_posted_and_not_read(client: Client, inbox: Inbox) -> None:
    answer = client.get(URL)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert answer["Content-Type"] == "application/problem+json"
