"""What makes a report weigh nothing, in quiet times and under suspicion."""

import base64
import json
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import altcha
import pytest
from django.db import OperationalError
from pytest_django import Settings

from reports import trust
from reports.breaker import Breaker
from reports.inbox import Inbox
from reports.models import Service, Suspicion
from tests.builders import NOON, a_service

ANNA, BERT = UUID(int=1), UUID(int=2)
SOON = NOON + timedelta(seconds=10)


@pytest.fixture(autouse=True)
def signal(db: None) -> Iterator[Service]:
    trust.forget()
    yield a_service("signal")
    trust.forget()


@pytest.fixture
def suspected(signal: Service, inbox: Inbox) -> Suspicion:
    return Suspicion.objects.create(service=signal, since=NOON)


def from_form(token: str | None = None, **more: Any) -> str:
    token = trust.token_for("signal", now=NOON) if token is None else token
    usual = {"service": "signal", "honeypot": "", "foreign": False, "who": ANNA, "now": SOON}
    return trust.form_discard(token=token, **{**usual, **more})


def from_api(token: str = "", **more: Any) -> str:
    usual = {"service": "signal", "foreign": False, "who": ANNA, "now": SOON}
    return trust.api_discard(token=token, **{**usual, **more})


def a_proof(service: str = "signal") -> str:
    puzzle = trust.challenge_for(service, now=NOON)
    answer = altcha.solve_challenge(altcha.Challenge.from_dict(puzzle))
    assert answer
    said = {"challenge": puzzle, "solution": answer.to_dict()}
    return base64.b64encode(json.dumps(said).encode()).decode()


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, ""),
        ({"now": NOON + timedelta(seconds=1)}, "too_fast"),
        ({"now": NOON + timedelta(minutes=31)}, "no_token"),
        ({"token": ""}, "no_token"),
        ({"token": "made up"}, "no_token"),
        ({"service": "threema"}, "no_token"),
        ({"honeypot": "http://buy.example"}, "honeypot"),
        ({"foreign": True}, "cross_site"),
        # What another site's page filled in is not the reader's doing.
        ({"foreign": True, "honeypot": "x", "token": ""}, "cross_site"),
    ],
)
def test_in_quiet_times_a_form_needs_its_token(more: dict[str, Any], expected: str) -> None:
    assert from_form(**more) == expected


@pytest.mark.parametrize("token", ["", "made up", "x" * 2000])
def test_in_quiet_times_the_api_needs_none(token: str) -> None:
    assert from_api(token) == ""
    assert from_api(token, foreign=True) == "cross_site"


def test_in_quiet_times_nothing_is_asked_of_redis(settings: Settings) -> None:
    settings.REDIS_URL = "unix:///nowhere/valkey.sock"
    assert from_form() == from_api() == ""
    assert trust._spending.lets_through


@pytest.mark.parametrize(
    ("age", "expected"), [(1, "unproven"), (10, ""), (31 * 60, "unproven"), (-3600, "unproven")]
)
def test_under_suspicion_the_api_needs_a_fresh_token(
    suspected: Suspicion, age: float, expected: str
) -> None:
    token = trust.token_for("signal", now=SOON - timedelta(seconds=age))
    assert from_api(token) == expected


@pytest.mark.parametrize("token", ["", "made up", "x" * 2000])
def test_under_suspicion_what_shows_nothing_weighs_nothing(
    suspected: Suspicion, token: str
) -> None:
    assert from_api(token) == "unproven"
    assert from_api(token, service="threema") == ""


def test_under_suspicion_a_form_is_good_by_its_token_alone(suspected: Suspicion) -> None:
    assert from_form() == ""
    assert from_form("") == "no_token"


@pytest.mark.parametrize("token", [partial(trust.token_for, "signal", now=NOON), a_proof])
def test_what_was_shown_by_one_person_does_not_speak_for_another(
    suspected: Suspicion, token: Any
) -> None:
    shown = token()
    assert from_api(shown, who=ANNA) == ""
    # A retry is none of her doing.
    assert from_api(shown, who=ANNA) == ""
    assert from_api(shown, who=BERT) == "unproven"
    assert from_form(shown if len(shown) < 100 else None, who=BERT, proof_of_work=shown) == (
        "unproven" if len(shown) < 100 else ""
    )


def test_a_form_whose_token_is_spent_is_good_by_its_proof(suspected: Suspicion) -> None:
    token = trust.token_for("signal", now=NOON)
    assert from_form(token, who=BERT) == ""
    assert from_form(token, who=ANNA) == "unproven"
    assert from_form(token, who=ANNA, proof_of_work=a_proof()) == ""


def test_a_proof_is_for_one_service(suspected: Suspicion) -> None:
    assert from_api(a_proof("threema")) == "unproven"
    assert from_api(a_proof("signal")) == ""


def test_what_was_spent_is_remembered_for_as_long_as_it_is_good(
    suspected: Suspicion, inbox: Inbox
) -> None:
    from_api(trust.token_for("signal", now=NOON))
    (key,) = inbox.client.scan_iter("spent:{0}:*")
    assert 1800 <= inbox.client.ttl(key) <= trust.SPENT_SECONDS


def test_while_redis_is_away_what_is_genuine_is_let_through_and_nothing_else(
    suspected: Suspicion, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.REDIS_URL = "unix:///nowhere/valkey.sock"
    monkeypatch.setattr(trust, "_spending", Breaker())
    token = trust.token_for("signal", now=NOON)
    assert from_api(token, who=ANNA) == ""
    assert not trust._spending.lets_through
    assert from_api(token, who=BERT) == ""
    assert from_api("") == "unproven"


def test_a_suspicion_holds_until_its_end(suspected: Suspicion) -> None:
    assert trust.under_suspicion("signal", now=NOON)
    assert not trust.under_suspicion("threema", now=NOON)
    Suspicion.objects.update(until=NOON)
    trust.forget()
    assert not trust.under_suspicion("signal", now=NOON)
    assert trust.under_suspicion("signal", now=NOON - timedelta(seconds=1))


def test_while_the_database_is_away_nobody_is_silenced_on_a_guess_or_waits_for_it(
    suspected: Suspicion, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def away(*_: Any) -> Any:
        asked.append(1)
        raise OperationalError

    monkeypatch.setattr(trust, "_reading", Breaker())
    with monkeypatch.context() as while_away:
        while_away.setattr(Suspicion.objects, "values_list", away)
        assert [from_api("") for _ in range(5)] == [""] * 5
    assert len(asked) == 1
    # It is back, and its rest is over.
    monkeypatch.setattr(trust, "_reading", Breaker())
    assert from_api("") == "unproven"
