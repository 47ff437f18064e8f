"""The facts about an instance by which its health is judged: of its Valkey, of its database."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

import redis
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.models import Count, Sum
from django.db.models.functions import Coalesce

from outages.models import Incident, StatusPage
from outages.showing.bounded import Bounded, Failed
from outages.showing.freshness import Freshness, freshness
from reports import progress
from reports.inbox import Inbox
from reports.models import Tally

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Away:
    """A part that does not answer. `why`: the kind of error only; its text may hold an address."""

    why: str


@dataclass(frozen=True, kw_only=True)
class ValkeyFacts:
    """`info`: what the server says of itself. `appendfsync`: always, everysec, no, or empty where
    it does not tell. `tally`: how many reports came to which end. `progress`: see there."""

    info: Mapping[str, Any] = field(default_factory=dict)
    appendfsync: str = ""
    progress: Mapping[str, datetime] = field(default_factory=dict)
    tally: Mapping[str, int] = field(default_factory=dict)
    waiting: int = 0
    dead: int = 0
    oldest_waiting: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class DatabaseFacts:
    """`tally`: how many reports came to which end in the database. `ongoing`: incidents by
    severity. `looks`: how often a status page was read (ok) or could not be (failed)."""

    fresh: Freshness
    tally: Mapping[str, int] = field(default_factory=dict)
    ongoing: Mapping[str, int] = field(default_factory=dict)
    looks: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Condition:
    valkey: ValkeyFacts | Away
    database: DatabaseFacts | Away


_valkey: Bounded[ValkeyFacts | Away] = Bounded()
_database: Bounded[DatabaseFacts | Away] = Bounded()


def condition(*, now: datetime) -> Condition:
    """Ask both at once. Answers within little more than a second, whatever hangs."""
    valkey = _valkey.begin(read_valkey)
    database = _database.begin(partial(_read_database_in_a_thread, now))
    return Condition(valkey=_result(_valkey, valkey), database=_result(_database, database))


def read_valkey() -> ValkeyFacts | Away:
    """The facts of the Valkey or Redis that the settings name."""
    inbox = Inbox(progress.connect(settings.REDIS_URL))
    try:
        return ValkeyFacts(
            info=inbox.info(),
            appendfsync=_appendfsync(inbox.client),
            progress=progress.read(inbox.client),
            tally=inbox.tally(),
            waiting=inbox.waiting(),
            dead=inbox.dead(),
            oldest_waiting=inbox.oldest_waiting(),
        )
    except redis.exceptions.RedisError as error:
        return Away(why=_kind(error))


def read_database(*, now: datetime) -> DatabaseFacts | Away:
    """The facts of the database that the settings name."""
    by_severity = Incident.objects.ongoing().values_list("severity").annotate(n=Count("pk"))
    try:
        return DatabaseFacts(
            fresh=freshness(now=now),
            tally=dict(Tally.objects.values_list("name", "n")),
            ongoing=dict(by_severity.order_by("severity")),
            looks=StatusPage.objects.aggregate(
                ok=Coalesce(Sum("looks_ok"), 0), failed=Coalesce(Sum("looks_failed"), 0)
            ),
        )
    except (DatabaseError, InterfaceError) as error:
        return Away(why=_kind(error))


def _read_database_in_a_thread(now: datetime) -> DatabaseFacts | Away:
    try:
        return read_database(now=now)
    finally:
        # The thread ends here, and its connection would stay taken.
        connection.close()


def _appendfsync(client: redis.Redis) -> str:
    try:
        found: Any = client.config_get("appendfsync")
    except redis.exceptions.ResponseError:
        # Some hosted ones hide their settings.
        return ""
    return str(found.get("appendfsync", ""))


def _result(bounded: Bounded[T], future: "Future[T]") -> T | Away:
    try:
        return bounded.wait(future)
    except TimeoutError:
        return Away(why="not within a second")
    except Failed:
        return Away(why="it cannot be asked")


def _kind(error: Exception) -> str:
    return type(error).__name__
