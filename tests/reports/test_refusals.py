"""Whatever a client sends: an answer as promised, as a problem document, and nothing stored."""

import json
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from reports.inbox import Inbox
from reports.inlet import default_inlet
from tests.builders import a_service, a_symptom, some_regions

# The fixtures stand for all examples of a test: what is stored is looked up after each.
SLOWLY = how(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
URLS = st.sampled_from(["/api/v1/reports", "/api/v1/works"])
WORDS = st.text(max_size=12) | st.sampled_from(["signal", "login", "DE-BE", "ZZ", "wifi"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
MEMBERS = st.sampled_from(
    [
        *("service", "symptom", "region", "comment", "id", "token"),
        *("implicated", "others_work", "connection"),
    ]
)
TYPES = st.sampled_from(
    ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)


@pytest.fixture(autouse=True)
def words(db: None, inbox: Inbox) -> None:
    some_regions()
    a_service("signal")
    a_symptom()


def send(url: str, body: bytes, **more: str) -> Any:
    return Client().post(
        url, body, content_type=more.pop("content_type", "application/json"), headers=more
    )


def is_as_promised(answer: Any, inbox: Inbox, waiting: int) -> bool:
    """A taken report waits; a refused one is told why, field by field where a field is at fault."""
    if answer.status_code == 202:
        UUID(answer.json()["id"])
        return inbox.waiting() - waiting == int(answer.json()["counted"])
    problem = answer.json()
    if answer.status_code == 400:
        assert all(error["field"] and error["message"] for error in problem["errors"])
    return (
        answer.status_code in (400, 404, 409, 413, 415, 429)
        and answer["Content-Type"] == "application/problem+json"
        and problem["status"] == answer.status_code
        and bool(problem["title"] and problem["detail"])
        and inbox.waiting() == waiting
    )


@SLOWLY
@given(url=URLS, body=st.binary(min_size=1, max_size=200))
def test_bytes_of_any_kind(inbox: Inbox, url: str, body: bytes) -> None:
    waiting = inbox.waiting()
    answer = send(url, body)
    assert is_as_promised(answer, inbox, waiting)
    assert answer.status_code in (202, 400)


@SLOWLY
@given(url=URLS, body=st.dictionaries(MEMBERS | WORDS, VALUES, max_size=6))
def test_json_of_any_shape(inbox: Inbox, url: str, body: dict[str, Any]) -> None:
    waiting = inbox.waiting()
    answer = send(url, json.dumps(body).encode())
    assert is_as_promised(answer, inbox, waiting)
    unknown = set(body) - {
        *("service", "symptom", "region", "comment", "id", "token"),
        *("implicated", "others_work", "connection"),
    }
    if unknown or "service" not in body:
        assert answer.status_code in (400, 413)


@SLOWLY
@given(
    more=st.fixed_dictionaries(
        {}, optional={"symptom": WORDS, "region": WORDS, "comment": st.text(max_size=320)}
    )
)
def test_a_report_with_words_of_any_kind(inbox: Inbox, more: dict[str, str]) -> None:
    waiting = inbox.waiting()
    answer = send("/api/v1/reports", json.dumps({"service": "signal", **more}).encode())
    assert is_as_promised(answer, inbox, waiting)
    if len(more.get("comment", "")) > 280:
        assert answer.status_code in (400, 413)


@SLOWLY
@given(size=st.integers(4097, 10_000_000), content_type=TYPES, gzipped=st.booleans())
def test_a_body_that_is_too_long_or_no_json_is_not_even_read(
    inbox: Inbox, size: int, content_type: str, gzipped: bool
) -> None:
    answer = Client().generic(
        "POST",
        "/api/v1/reports",
        b"{",
        content_type=content_type,
        headers={"Content-Length": str(size), **({"Content-Encoding": "gzip"} if gzipped else {})},
    )
    expected = 413 if content_type == "application/json" and not gzipped else 415
    assert answer.status_code == expected
    assert is_as_promised(answer, inbox, 0)


@SLOWLY
@given(header=st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=200))
def test_forwarded_addresses_of_any_kind_choose_nobodys_vote(inbox: Inbox, header: str) -> None:
    inbox.client.flushall()
    first = send("/api/v1/reports", b'{"service": "signal"}')
    again = send("/api/v1/reports", b'{"service": "signal"}', **{"X-Forwarded-For": header})
    assert (first.json()["counted"], again.json()["counted"]) == (True, False)


def test_an_unknown_member_is_named(inbox: Inbox) -> None:
    answer = send("/api/v1/reports", b'{"service": "signal", "colour": "red"}')
    assert answer.status_code == 400
    assert "colour" in answer.json()["errors"][0]["message"]


def test_what_is_refused_is_counted_by_kind(inbox: Inbox) -> None:
    send("/api/v1/reports", b"{")
    send("/api/v1/reports", b'{"service": "nobody"}')
    send("/api/v1/reports", b"{}", content_type="text/plain")
    send("/api/v1/reports", b'{"service": "signal"}')
    tally = inbox.tally()
    assert (tally["invalid"], tally["refused"], tally["accepted"]) == (2, 1, 1)
    assert not default_inlet().unfit
