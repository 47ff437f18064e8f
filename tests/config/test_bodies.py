"""A body has five seconds to come; whoever is slower holds nobody else up."""

import io
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from config import bodies
from config.bodies import BodiesInTime, StartResponse


class SlowBody:
    """A body that does not come before somebody lets it."""

    def __init__(self) -> None:
        self.comes = threading.Event()
        self.asked = threading.Event()

    def read(self, length: int) -> bytes:
        self.asked.set()
        self.comes.wait(timeout=30)
        return b"late"


def echo(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [environ["wsgi.input"].read(), environ.get("CONTENT_LENGTH", "").encode()]


def ask(application: BodiesInTime, body: Any, **environ: str) -> tuple[str, bytes]:
    statuses: list[str] = []
    answer = application(
        {"wsgi.input": body, **environ}, lambda status, headers: statuses.append(status)
    )
    return statuses[0], b" ".join(answer)


def test_a_body_that_is_there_goes_on_whole() -> None:
    body = io.BytesIO(b"hello")
    assert ask(BodiesInTime(echo), body, CONTENT_LENGTH="5") == ("200 OK", b"hello 5")


def test_a_body_in_chunks_gets_the_length_that_it_has() -> None:
    body = io.BytesIO(b"hello")
    assert ask(BodiesInTime(echo), body, HTTP_TRANSFER_ENCODING="chunked") == (
        "200 OK",
        b"hello 5",
    )


def test_a_body_that_is_far_too_long_is_not_read() -> None:
    body = io.BytesIO(b"x")
    said = ask(
        BodiesInTime(lambda environ, start: start("413", []) or []), body, CONTENT_LENGTH="10000000"
    )
    assert said == ("413", b"")
    assert body.tell() == 0


def test_who_is_too_slow_is_told_so_and_the_next_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "BODY_SECONDS", 0.05)
    application = BodiesInTime(echo)
    slow = SlowBody()
    status, text = ask(application, slow, CONTENT_LENGTH="4")
    assert status == "408 Request Timeout"
    assert b"not complete" in text
    assert ask(application, io.BytesIO(b"x"), CONTENT_LENGTH="1")[0] == "200 OK"
    slow.comes.set()


def test_with_every_reader_waiting_the_answer_comes_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bodies, "BODY_SECONDS", 0.05)
    monkeypatch.setattr(bodies, "MOST_READERS", 1)
    application = BodiesInTime(echo)
    slow = SlowBody()
    assert ask(application, slow, CONTENT_LENGTH="4")[0].startswith("408")
    assert ask(application, io.BytesIO(b"x"), CONTENT_LENGTH="1")[0].startswith("408")
    slow.comes.set()


def test_slow_bodies_never_hold_all_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "AT_ONCE_SECONDS", 0.01)
    monkeypatch.setattr(bodies, "MOST_SLOW", 1)
    application = BodiesInTime(echo)
    waited_for, sent_away = SlowBody(), SlowBody()
    with ThreadPoolExecutor(1) as other:
        first = other.submit(ask, application, waited_for, CONTENT_LENGTH="4")
        assert waited_for.asked.wait(timeout=10)
        while application._readers._slow._value:
            waited_for.comes.wait(timeout=0.01)
        assert ask(application, sent_away, CONTENT_LENGTH="4")[0].startswith("408")
        waited_for.comes.set()
        assert first.result(timeout=10) == ("200 OK", b"late 4")
    sent_away.comes.set()
