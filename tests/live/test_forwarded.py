"""Whose vote a request is, behind a real web server: what a client writes never chooses."""

import json
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection

import pytest

from tests.services.instance import HOST, own_port, running

pytestmark = [pytest.mark.live, pytest.mark.timeout(180), pytest.mark.xdist_group("instance")]
LONG = ", ".join(["198.18.7.7"] * 1000)


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[HTTPConnection]:
    """An instance that believes proxies on this machine, which is where the tests are."""
    folder = tmp_path_factory.mktemp("forwarded")
    believed = {"TRUSTED_PROXIES": "127.0.0.0/8"}
    with running(folder, port=own_port(worker_id), more=believed) as instance:
        connection = HTTPConnection(HOST, instance.port, timeout=30)
        yield connection
        connection.close()


def counted(web: HTTPConnection, service: str, forwarded: Sequence[str]) -> bool:
    """Whether a report with these X-Forwarded-For lines is a voice that was not heard yet."""
    body = json.dumps({"service": service})
    web.putrequest("POST", "/api/v1/reports")
    for line in forwarded:
        web.putheader("X-Forwarded-For", line)
    web.putheader("Content-Type", "application/json")
    web.putheader("Content-Length", str(len(body)))
    web.endheaders(body.encode())
    answer = web.getresponse()
    text = answer.read()
    assert answer.status == 202, text
    return bool(json.loads(text)["counted"])


@pytest.mark.parametrize(
    ("service", "before", "again"),
    [
        ("signal", ["198.18.0.1"], ["203.0.113.9, 198.18.0.1"]),
        ("telegram", ["198.18.0.1"], ["::ffff:198.18.0.1"]),
        # A proxy may add a line of its own instead of adding to the client's.
        ("whatsapp", ["198.18.0.1"], ["203.0.113.9", "198.18.0.1"]),
        ("discord", ["2001:db8:1:2::1"], ["2001:db8:1:2::9"]),
        # What is too long or no address is the vote of the proxy itself, once.
        ("reddit", [], [LONG]),
        ("netflix", ["garbage"], ["203.0.113.9, garbage"]),
    ],
)
def test_the_same_person_is_heard_once_whatever_else_the_header_says(
    web: HTTPConnection, service: str, before: Sequence[str], again: Sequence[str]
) -> None:
    assert counted(web, service, before)
    assert not counted(web, service, again)


@pytest.mark.parametrize(
    ("service", "before", "other"),
    [
        ("youtube", ["198.18.0.1"], ["198.18.0.2"]),
        ("spotify", ["203.0.113.9, 198.18.0.1"], ["203.0.113.9, 198.18.0.2"]),
        ("steam", ["203.0.113.9", "198.18.0.1"], ["203.0.113.9", "198.18.0.2"]),
    ],
)
def test_two_persons_are_heard_as_two(
    web: HTTPConnection, service: str, before: Sequence[str], other: Sequence[str]
) -> None:
    assert counted(web, service, before)
    assert counted(web, service, other)
