"""Which tick ran last, when, by which worker: noted in Valkey, for whoever judges health."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

PROGRESS = "progress:{0}"
# The clock has published a tick.
BEAT = "beat"
WORKER = "worker:"
DONE = "_done"
# An asked server that needs longer counts as silent: who judges health must not hang itself.
QUICK_SECONDS = 1.0
# Ids of workers that are gone leave their fields behind.
FORGOTTEN_AFTER = timedelta(days=1)


def heard(client: redis.Redis, tick: str, *, worker: str | None, now: datetime) -> None:
    """A tick has started; `worker` is the name of the Celery worker that heard it."""
    note(client, tick, *([WORKER + worker] if worker else []), now=now)


def done(client: redis.Redis, tick: str, *, now: datetime) -> None:
    """A tick has come to its end without an error."""
    note(client, tick + DONE, now=now)


def note(client: redis.Redis, *fields: str, now: datetime) -> None:
    """Nothing is noted where memory is full: no tick is to fail for that, least of all the one
    that makes room."""
    with suppress(redis.exceptions.OutOfMemoryError):
        client.hset(PROGRESS, mapping={field: now.isoformat() for field in fields})


def read(client: redis.Redis) -> dict[str, datetime]:
    """Every field with its moment; what cannot be read is left out."""
    found: Any = client.hgetall(PROGRESS)
    return parse(found)


def parse(found: Mapping[bytes, bytes]) -> dict[str, datetime]:
    """The fields of the hash as moments, for a reader that fetched it together with more."""
    return {
        name.decode(errors="replace"): moment
        for name, text in found.items()
        if (moment := _moment(text)) is not None
    }


def forget(client: redis.Redis, *, now: datetime) -> None:
    """Drop the fields of workers that have not been heard of for a day."""
    old = [
        field
        for field, moment in read(client).items()
        if field.startswith(WORKER) and now - moment > FORGOTTEN_AFTER
    ]
    if old:
        client.hdel(PROGRESS, *old)


@lru_cache
def connect(url: str) -> redis.Redis:
    """A client that gives up within a second; a connection that was closed is opened once anew."""
    closed = (redis.exceptions.ConnectionError,)
    return redis.Redis.from_url(
        url,
        socket_timeout=QUICK_SECONDS,
        socket_connect_timeout=QUICK_SECONDS,
        retry=Retry(NoBackoff(), 1, supported_errors=closed),
    )


def _moment(text: bytes) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.decode())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
