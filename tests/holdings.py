"""Everything that a running instance holds or has said, as bytes to search."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import psycopg
import redis
from psycopg import sql

from reports.inbox import Inbox
from reports.valkey import socket_of

Snapshot = dict[Path, tuple[int, int]]


def snapshot(folder: Path) -> Snapshot:
    """Size and time of change of every file."""
    return {
        path: (path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def files(folder: Path, *, before: Snapshot, but: tuple[str, ...] = ()) -> dict[str, bytes]:
    """What is in the files that were written since, but for those of some names."""
    return {
        f"file {path.relative_to(folder)}": path.read_bytes()
        for path, state in snapshot(folder).items()
        if state != before.get(path) and not set(but) & set(path.relative_to(folder).parts)
    }


def database(folder: Path, url: str | None) -> dict[str, bytes]:
    """Every row of every table in text. Identifiers are there without their dashes, too."""
    text = _postgres(url) if url else _sqlite(folder / "brownout.sqlite3")
    return {"database": text, "database without dashes": text.replace(b"-", b"")}


def valkey(folder: Path) -> dict[str, bytes]:
    """Every key with its value, as it is read and as it is dumped, and what was slow."""
    with redis.Redis(unix_socket_path=str(socket_of(folder))) as client:
        keys = cast("list[bytes]", client.keys())
        found = {f"key {key.decode(errors='replace')}": _value(client, key) for key in keys}
        dumped = b"\n".join(cast("bytes", client.dump(key) or b"") for key in keys)
        return {"keys": b"\n".join(keys), "dumped": dumped, "slow": _slow(client), **found}


def waiting(folder: Path) -> int:
    """Reports that are not in the database yet."""
    with redis.Redis(unix_socket_path=str(socket_of(folder))) as client:
        return Inbox(client).waiting()


def _sqlite(path: Path) -> bytes:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return "\n".join(connection.iterdump()).encode()


def _postgres(url: str) -> bytes:
    with psycopg.connect(url) as connection:
        tables = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        ).fetchall()
        return b"\n".join(_rows(connection, table) for (table,) in tables)


def _rows(connection: "psycopg.Connection[Any]", table: str) -> bytes:
    every = sql.SQL("COPY (SELECT * FROM {}) TO STDOUT").format(sql.Identifier(table))
    with connection.cursor().copy(every) as rows:
        return b"".join(bytes(part) for part in rows)


def _value(client: redis.Redis, key: bytes) -> bytes:
    read = {
        b"string": lambda: client.get(key),
        b"hash": lambda: client.hgetall(key),
        b"set": lambda: client.smembers(key),
        b"zset": lambda: client.zrange(key, 0, -1, withscores=True),
        b"list": lambda: client.lrange(key, 0, -1),
        b"stream": lambda: client.xrange(key),
        b"none": lambda: None,
    }
    return _flat(read[cast("bytes", client.type(key))]())


def _slow(client: redis.Redis) -> bytes:
    return _flat(client.slowlog_get(128))


def _flat(value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    if isinstance(value, dict):
        return b"\n".join(map(_flat, value.items()))
    if isinstance(value, list | tuple | set):
        return b"\n".join(map(_flat, value))
    return str(value).encode()
