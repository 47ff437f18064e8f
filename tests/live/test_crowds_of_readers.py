"""Two hundred people ask a running instance for the same page at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPConnection
from threading import Barrier

import pytest

from tests.services.instance import HOST, Instance, own_port, running

pytestmark = [pytest.mark.live, pytest.mark.timeout(300), pytest.mark.xdist_group("instance")]

PEOPLE = 200
FRESH_SECONDS = "60"


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Instance]:
    folder = tmp_path_factory.mktemp("crowds")
    more = {"ANSWERS_FRESH_SECONDS": FRESH_SECONDS}
    with running(folder, port=own_port(worker_id), more=more) as started:
        yield started


@pytest.mark.parametrize("path", ["/", "/s/whatsapp/", "/map/", "/api/v1/map"])
def test_one_of_two_hundred_who_ask_at_once_makes_the_answer(instance: Instance, path: str) -> None:
    answers = _ask_at_once(instance.port, path)
    assert {status for status, _age, _body in answers} == {HTTPStatus.OK}
    made = [body for _status, age, body in answers if age is None]
    assert len(made) == 1
    assert {body for _status, _age, body in answers} == set(made)


def test_a_page_that_does_not_exist_is_answered_to_everybody(instance: Instance) -> None:
    answers = _ask_at_once(instance.port, "/s/nobody/")
    assert {status for status, _age, _body in answers} == {HTTPStatus.NOT_FOUND}


def _ask_at_once(port: int, path: str) -> list[tuple[int, str | None, bytes]]:
    """Status, Age (None: it was made for this reader) and body of each answer."""
    at_once = Barrier(PEOPLE)

    def ask(_nth: int) -> tuple[int, str | None, bytes]:
        connection = HTTPConnection(HOST, port, timeout=60)
        connection.connect()
        at_once.wait(timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse()
        got = answer.status, answer.getheader("Age"), answer.read()
        connection.close()
        return got

    with ThreadPoolExecutor(PEOPLE) as crowd:
        return list(crowd.map(ask, range(PEOPLE)))
