"""The door with what clients really send: other spellings, other addresses, the same id twice."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django import Settings

from reports.draining import drain
from reports.inbox import Inbox
from reports.inlet import default_inlet
from reports.models import MinuteCount, Report
from tests.builders import a_service, a_symptom, some_regions

REPORTS, WORKS = "/api/v1/reports", "/api/v1/works"
Post = Callable[..., Any]


@pytest.fixture
def post(db: None, client: Client, inbox: Inbox, settings: Settings) -> Post:
    """Posts a body from an address, through a proxy that is trusted."""
    settings.TRUSTED_PROXIES = ["127.0.0.0/8"]
    some_regions()
    a_service("signal")
    a_service("threema")
    a_symptom()

    def send(body: Any, *, url: str = REPORTS, of: str = "198.18.0.1", **headers: str) -> Any:
        text = body if isinstance(body, bytes) else json.dumps(body)
        return client.post(
            url,
            text,
            content_type=headers.pop("content_type", "application/json"),
            headers={"X-Forwarded-For": of, **headers},
        )

    return send


def test_everything_that_can_be_said_is_stored_as_it_was_said(post: Post, inbox: Inbox) -> None:
    said = {
        "service": "signal",
        "symptom": "login",
        "region": "DE-BE",
        "comment": "Größe: “7 < 9” & 日本",
        "id": str(uuid4()),
        "token": "of no use yet",
        "implicated": "threema",
        "others_work": False,
        "connection": "mobile",
    }
    answer = post(said)
    assert answer.status_code == 202
    assert drain(inbox, consumer="test").new == 1
    row = Report.objects.get()
    assert str(row.key) == answer.json()["id"]
    assert (row.service.slug, row.region.code, row.kind) == ("signal", "DE-BE", "report")
    assert row.symptom
    assert row.implicated
    assert (row.symptom.slug, row.implicated.slug) == ("login", "threema")
    assert (row.others_work, row.connection, row.comment) == (False, "mobile", said["comment"])
    assert (row.weight, row.first_in_24h) == (1, True)
    assert row.reporter
    assert row.prefix


@pytest.mark.parametrize("url", [REPORTS, WORKS])
@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"service": "nobody"}, 404),
        ({"service": "signal", "region": "XX"}, 400),
        ({"service": "signal", "others_work": "yes"}, 400),
        ({"service": "signal", "id": "7"}, 400),
        ({"service": "signal", "token": "x" * 2001}, 400),
        ({"service": ""}, 400),
        (b" ", 400),
        (b"null", 400),
        (b'{"service": "sig\xff"}', 400),
        (b'{"service": "signal", "comment": "\\ud800"}', 400),
        (b'{"service": "signal"}{}', 400),
        (b'{"service": ' + b"[" * 3000, 400),
        (b" " * 4097, 413),
    ],
)
def test_nothing_that_is_wrong_is_taken_or_breaks_the_door(
    post: Post, inbox: Inbox, url: str, body: Any, status: int
) -> None:
    answer = post(body, url=url)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Cache-Control"] == "no-store"
    assert answer.json()["status"] == status
    assert inbox.waiting() == 0


def test_a_body_of_just_4096_bytes_is_taken(post: Post) -> None:
    body = b'{"service": "signal"}'
    assert post(body + b" " * (4096 - len(body))).status_code == 202


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json; charset=utf-8", 202),
        ("APPLICATION/JSON", 202),
        ("application/x-www-form-urlencoded", 415),
        ("text/plain", 415),
        ("", 415),
    ],
)
def test_json_has_one_name_and_a_foreign_form_cannot_send_it(
    post: Post, content_type: str, status: int
) -> None:
    answer = post({"service": "signal"}, content_type=content_type)
    assert answer.status_code == status
    assert "Access-Control-Allow-Origin" not in answer


def test_works_is_counted_as_works_and_its_links_lead_somewhere(
    post: Post, client: Client, inbox: Inbox
) -> None:
    links = post({"service": "signal"}, url=WORKS).json()["links"]
    assert set(links) == {"service", "page"}
    assert [client.get(link).status_code for link in links.values()] == [200, 200]
    drain(inbox, consumer="test")
    count = MinuteCount.objects.get()
    assert (count.works, count.reports, count.volume) == (1, 0, 0)


def test_an_id_is_the_same_in_the_body_in_the_header_and_in_quotes(post: Post) -> None:
    id_ = str(uuid4())
    first = post({"service": "signal", "id": id_}).json()
    assert UUID(first["id"])
    for header in (id_, f'"{id_}"', id_.upper()):
        # From another address: the id alone tells that it is the same report.
        again = post({"service": "signal"}, of="198.18.0.2", **{"Idempotency-Key": header}).json()
        assert again["id"] == first["id"]
        assert (again["duplicate"], again["counted"]) == (True, False)


def test_the_same_id_for_down_and_for_works_is_a_conflict(post: Post) -> None:
    id_ = str(uuid4())
    assert post({"service": "signal", "id": id_}).status_code == 202
    conflict = post({"service": "signal", "id": id_}, url=WORKS)
    assert conflict.status_code == 409
    assert conflict["Content-Type"] == "application/problem+json"


def test_an_idempotency_key_that_is_no_id_is_refused(post: Post, inbox: Inbox) -> None:
    assert post({"service": "signal"}, **{"Idempotency-Key": "mine"}).status_code == 400
    assert inbox.waiting() == 0


@pytest.mark.parametrize(
    ("first", "second", "two"),
    [
        ("198.18.0.1", "198.18.0.2", True),
        ("198.18.0.1", "6.6.6.6, 198.18.0.1", False),
        ("198.18.0.1", "::ffff:198.18.0.1", False),
        ("garbage", "more garbage", False),
        ("2001:db8:1:2::1", "2001:db8:1:2::2", False),
    ],
)
def test_a_vote_is_that_of_the_address_before_the_proxy(
    post: Post, first: str, second: str, two: bool
) -> None:
    assert post({"service": "signal"}, of=first).json()["counted"]
    assert post({"service": "signal"}, of=second).json()["counted"] == two


@pytest.mark.parametrize("url", [REPORTS, WORKS])
def test_what_cannot_be_taken_now_may_be_sent_again_with_the_same_id(
    post: Post, settings: Settings, valkey: str, both_away: None, url: str
) -> None:
    body = {"service": "signal", "id": str(uuid4())}
    refused = post(body, url=url)
    assert refused.status_code == 503
    assert refused["Content-Type"] == "application/problem+json"
    assert int(refused["Retry-After"]) > 0
    settings.REDIS_URL = valkey
    default_inlet.cache_clear()
    assert post(body, url=url).json()["counted"]
