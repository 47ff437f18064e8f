"""The doors for what operators say: a key in its scope sends, everybody reads."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from outages import keys
from outages.models import Incident, Key, Notice, Reply
from tests.outages import crowd
from tests.outages.api.conftest import API, Scene, get, problem, refused

NOW = crowd.NOW
NOTICE = {"service": "whatsapp", "kind": "status", "text": "We are looking into it."}
REPLY = {"service": "whatsapp", "text": "All is well here."}


@pytest.fixture
def secret(scene: Scene) -> str:
    """Of a key of WhatsApp's alone; its incident can be explained."""
    Incident.objects.update(latest={"observed": 79, "expected": 2.5, "window": 15, "z": 9.0})
    whatsapp = scene.incident.service
    return keys.make(name="Meta", scopes=["notices"], services=[whatsapp], now=NOW)[1]


def post(client: Client, secret: str | None, path: str, body: Any, **more: Any) -> Any:
    headers = {"Authorization": f"Bearer {secret}"} if secret is not None else {}
    given = {"content_type": "application/json", "headers": headers, **more}
    return client.post(API + path, body, **given)


PATHS = pytest.mark.parametrize(("path", "body"), [("/notices", NOTICE), ("/replies", REPLY)])


def rows() -> int:
    return Notice.objects.count() + Reply.objects.count()


def test_a_notice_is_taken_and_everybody_reads_it(secret: str, client: Client) -> None:
    more = {
        "at": "2026-11-24T15:30:00+00:00",
        "url": "https://status.example/1",
        "ref": "inc-1",
        "cause": "network_connectivity",
    }
    answer = post(client, secret, "/notices", NOTICE | more)
    assert answer.status_code == 201
    assert "no-store" in answer["Cache-Control"]
    (read,) = get(client, "/notices")["results"]
    assert read == answer.json()
    assert read["at"] == "2026-11-24T15:30:00Z"
    assert (read["ref"], read["cause"], read["source"]) == (
        "inc-1",
        "network_connectivity",
        "official",
    )


def test_a_cause_that_they_state_is_shown_as_theirs_at_once(
    secret: str, scene: Scene, client: Client
) -> None:
    post(client, secret, "/notices", NOTICE | {"ref": "a", "cause": "hardware_power"})
    cause = get(client, f"/incidents/{scene.incident.pk}")["cause"]
    assert (cause["category"], cause["says"]) == ("hardware_power", "official")
    post(client, secret, "/notices", NOTICE | {"ref": "a"})
    cause = get(client, f"/incidents/{scene.incident.pk}")["cause"]
    assert cause["says"] == "inference"


def test_the_same_ref_again_is_no_new_one(secret: str, client: Client) -> None:
    first = post(client, secret, "/notices", NOTICE | {"ref": "a"}).json()
    answer = post(client, secret, "/notices", NOTICE | {"ref": "a", "text": "It is fixed."})
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer.json() == first | {"text": "It is fixed.", "updated_at": "2026-11-24T15:40:30Z"}


def test_it_is_on_the_incident_s_timeline(secret: str, scene: Scene, client: Client) -> None:
    post(client, secret, "/notices", NOTICE)
    lines = get(client, f"/incidents/{scene.incident.pk}")["timeline"]
    assert [line["text"] for line in lines if line["kind"] == "notice"] == [
        "Its operator says: “We are looking into it.”"
    ]


def test_a_reply_is_taken_and_everybody_reads_it(secret: str, scene: Scene, client: Client) -> None:
    answer = post(client, secret, "/replies", REPLY | {"incident": scene.incident.pk})
    assert answer.status_code == 201
    assert (answer.json()["by"], answer.json()["incident"]) == ("Meta", scene.incident.pk)
    again = post(client, secret, "/replies", REPLY | {"incident": scene.incident.pk})
    assert (again.status_code, again.json()["id"]) == (200, answer.json()["id"])
    assert get(client, "/replies", incident=scene.incident.pk)["results"] == [answer.json()]
    assert get(client, "/replies", incident=scene.older.pk)["results"] == []


@PATHS
def test_without_a_key_it_asks_for_one(scene: Scene, client: Client, path: str, body: Any) -> None:
    answer = post(client, None, path, body)
    problem(answer, status=401)
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert rows() == 0


@PATHS
@pytest.mark.parametrize(
    "header", ["Bearer brownout_wrong", "Bearer", "Basic bWU6bWU=", "Bearer \xff"]
)
def test_a_wrong_key_is_none(
    secret: str, client: Client, path: str, body: Any, header: str
) -> None:
    answer = post(client, None, path, body, headers={"Authorization": header})
    problem(answer, status=401)
    assert "WWW-Authenticate" in answer
    assert rows() == 0


@PATHS
def test_a_revoked_key_is_none(secret: str, client: Client, path: str, body: Any) -> None:
    Key.objects.update(revoked_at=NOW)
    problem(post(client, secret, path, body), status=401)


@PATHS
def test_a_key_speaks_for_its_own_services_only(
    secret: str, client: Client, path: str, body: Any
) -> None:
    said = problem(post(client, secret, path, body | {"service": "signal"}), status=403)
    assert "signal" in said["detail"]
    assert rows() == 0


@PATHS
def test_a_key_without_the_scope_is_refused(
    secret: str, client: Client, path: str, body: Any
) -> None:
    Key.objects.update(scopes=[])
    said = problem(post(client, secret, path, body), status=403)
    assert "notices" in said["detail"]
    assert rows() == 0


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"kind": "rumour"}, "kind"),
        ({"text": ""}, "text"),
        ({"text": "a\0b"}, "text"),
        ({"text": "\ud800"}, "text"),
        ({"text": "x" * 4001}, "text"),
        ({"cause": "gremlins"}, "cause"),
        ({"at": "2026-11-24T16:00:00Z"}, "at"),
        ({"at": "2026-11-24T15:00:00"}, "at"),
        ({"at": "0001-01-01T00:00:00+14:00"}, "at"),
        ({"starts": "2026-11-24T16:00:00Z", "ends": "2026-11-24T15:00:00Z"}, "ends"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"colour": "green"}, "colour"),
        ({"service": None}, "service"),
    ],
)
def test_a_bad_notice_names_the_field(
    secret: str, client: Client, more: dict[str, Any], field: str
) -> None:
    said = problem(post(client, secret, "/notices", NOTICE | more), status=400)
    assert {error["field"] for error in said["errors"]} == {field}
    assert rows() == 0


@pytest.mark.parametrize("more", [{"text": "x" * 2001}, {"incident": 9}, {"incident": "x"}])
def test_a_bad_reply_names_the_field(secret: str, client: Client, more: dict[str, Any]) -> None:
    said = problem(post(client, secret, "/replies", REPLY | more), status=400)
    assert {error["field"] for error in said["errors"]} == set(more)


@pytest.mark.parametrize("body", ["[]", "3", "null", '"x"'])
def test_a_body_that_is_no_object_is_refused(secret: str, client: Client, body: str) -> None:
    assert problem(post(client, secret, "/notices", body), status=400)["errors"]


@pytest.mark.parametrize(
    ("status", "body", "more"),
    [
        (400, "{", {}),
        (415, "a=b", {"content_type": "application/x-www-form-urlencoded"}),
        (413, '{"text": "' + "x" * 70_000 + '"}', {}),
    ],
)
def test_what_cannot_be_read_is_a_problem(
    secret: str, client: Client, status: int, body: str, more: dict[str, Any]
) -> None:
    problem(post(client, secret, "/notices", body, **more), status=status)


def test_a_service_that_there_is_not(scene: Scene, client: Client) -> None:
    everybody = keys.make(name="All", scopes=["notices"], now=NOW)[1]
    said = problem(post(client, everybody, "/notices", NOTICE | {"service": "teapot"}), status=404)
    assert "teapot" in said["detail"]


def some_notices(scene: Scene) -> None:
    kinds = ("status", "maintenance", "release")
    for n in range(6):
        Notice.objects.create(
            service=scene.incident.service,
            kind=kinds[n % 3],
            text=str(n),
            ref=str(n),
            at=NOW - timedelta(hours=n // 2),
        )


def test_notices_are_paged_newest_first_and_filtered(scene: Scene, client: Client) -> None:
    some_notices(scene)
    texts = []
    path = "/notices?limit=2"
    while path:
        body = get(client, path)
        texts += [row["text"] for row in body["results"]]
        path = (body["next"] or "").partition(API)[2]
    assert texts == ["1", "0", "3", "2", "5", "4"]
    found = get(
        client, "/notices", service="whatsapp", kind="release", since="2026-11-24T14:00:00Z"
    )
    assert [row["text"] for row in found["results"]] == ["2"]
    assert get(client, "/notices", service="signal")["results"] == []


def test_reads_need_no_key_and_mind_a_wrong_one_not(scene: Scene, client: Client) -> None:
    for path in ("/notices", "/replies"):
        answer = client.get(API + path, headers={"Authorization": "Bearer wrong"})
        assert (answer.status_code, "ETag" in answer) == (200, True)


@pytest.mark.parametrize(
    ("path", "query"),
    [("/notices", {"kind": "x"}), ("/notices", {"since": "x"}), ("/replies", {"incident": "²"})],
)
def test_a_bad_filter_is_named(
    scene: Scene, client: Client, path: str, query: dict[str, str]
) -> None:
    assert refused(client, path, **query)["errors"][0]["field"] in query


def test_a_reply_that_is_hidden_is_not_read(secret: str, client: Client) -> None:
    post(client, secret, "/replies", REPLY)
    Reply.objects.update(shown=False)
    assert get(client, "/replies")["results"] == []


def test_a_reply_moves_no_verdict(secret: str, scene: Scene, client: Client) -> None:
    before = get(client, "/services/whatsapp")
    post(client, secret, "/replies", REPLY | {"incident": scene.incident.pk})
    after = get(client, "/services/whatsapp")
    assert [one["text"] for one in after.pop("said")] == [REPLY["text"]]
    assert before.pop("said") == []
    assert after == before
    assert Incident.objects.ongoing().count() == 1


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_there_are_none(scene: Scene, client: Client, method: str) -> None:
    for path in ("/notices", "/replies"):
        answer = getattr(client, method)(API + path)
        problem(answer, status=405)
        assert "POST" in answer["Allow"]
