"""The embedded Valkey keeps what it is given, and is reached by a socket alone."""

import os
import signal
from pathlib import Path

import pytest
import redis

from reports import valkey


def client(url: str) -> "redis.Redis":
    return redis.Redis.from_url(url, decode_responses=True)


def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    with valkey.embedded(tmp_path) as url, client(url) as server:
        server.set("report", "one")
    with valkey.embedded(tmp_path) as url, client(url) as server:
        assert server.get("report") == "one"


def test_what_was_written_survives_a_hard_kill(tmp_path: Path) -> None:
    with valkey.embedded(tmp_path, fsync="always") as url, client(url) as server:
        server.set("report", "one")
        os.kill(int(server.info()["process_id"]), signal.SIGKILL)
    with valkey.embedded(tmp_path) as url, client(url) as server:
        assert server.get("report") == "one"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("appendonly", "yes"),
        ("appendfsync", "always"),
        ("maxmemory-policy", "noeviction"),
        ("port", "0"),
    ],
)
def test_it_never_forgets_and_never_listens_on_a_port(
    tmp_path: Path, name: str, value: str
) -> None:
    with valkey.embedded(tmp_path) as url, client(url) as server:
        assert server.config_get(name) == {name: value}


def test_its_socket_is_its_owners_alone(tmp_path: Path) -> None:
    with valkey.embedded(tmp_path):
        assert valkey.socket_of(tmp_path).stat().st_mode & 0o077 == 0


def test_a_path_that_is_too_long_for_a_socket_gets_a_short_one(tmp_path: Path) -> None:
    deep = tmp_path / ("a" * 60) / ("b" * 60)
    deep.mkdir(parents=True)
    assert len(os.fsencode(valkey.socket_of(deep))) <= valkey.LONGEST_SOCKET_PATH
    assert valkey.socket_of(deep) == valkey.socket_of(deep) != valkey.socket_of(deep / "c")
    with valkey.embedded(deep) as url, client(url) as server:
        assert server.ping()


def test_without_a_server_program_one_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(valkey, "_binary_of_wheel", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(valkey.NoValkey, match="set REDIS_URL"), valkey.embedded(tmp_path):
        pass


def test_a_server_that_ends_at_once_says_why(tmp_path: Path) -> None:
    missing = tmp_path / "missing" / "valkey.sock"
    with (
        pytest.raises(valkey.NoValkey, match="ended at its start"),
        valkey.embedded(tmp_path, socket=missing),
    ):
        pass
