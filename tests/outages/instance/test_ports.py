"""A port is free, or the refusal says why."""

import socket
from collections.abc import Iterator

import pytest

from outages.instance import ports

HOST = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which another program listens that would share it (SO_REUSEPORT)."""
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        server.bind((HOST, 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_taken_port_is_refused_even_where_it_could_be_shared(taken: int) -> None:
    with pytest.raises(ports.PortTaken, match=f"port {taken} is taken"):
        ports.check(HOST, taken)


def test_the_next_port_is_found(taken: int) -> None:
    assert taken < ports.free_port(HOST, taken) < taken + ports.OTHERS


def test_a_free_port_passes() -> None:
    ports.check(HOST, ports.free_port(HOST, 18190))


@pytest.mark.parametrize(
    ("host", "port", "says"),
    [(HOST, 99999, "no port 99999"), ("203.0.113.7", 18190, "cannot listen on 203.0.113.7")],
)
def test_what_can_never_be_opened_is_refused_in_words(host: str, port: int, says: str) -> None:
    with pytest.raises(ports.CannotListen, match=says):
        ports.check(host, port)
