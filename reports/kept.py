"""What a process keeps of its database, and how it forgets it when another one stands behind it."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from django.db import DatabaseError, OperationalError, connection

from reports.breaker import Breaker

log = logging.getLogger(__name__)
T = TypeVar("T")

_forgetters: list[Callable[[], None]] = []


class NothingKept(OperationalError):
    """There is no value yet, and the database was asked too short a while ago to be asked again."""


class Kept(Generic[T]):
    """A value that is read at most every `fresh_for` seconds.

    Where values are renewed behind (`renew_behind`), who asks never waits for a database that is
    slow or away: the last value is given until a new one is there.
    """

    def __init__(self, load: Callable[[], T], *, fresh_for: float) -> None:
        self._load = load
        self._fresh_for = fresh_for
        self._value: list[tuple[float, T]] = []
        self._breaker = Breaker()
        self._renewing = threading.Lock()
        on_forget(self.forget)

    def get(self) -> T:
        value = self._value
        if not value:
            return self._first()
        read_at, known = value[0]
        if time.monotonic() - read_at <= self._fresh_for:
            return known
        if not _behind:
            return self._renew()
        if self._renewing.acquire(blocking=False):
            threading.Thread(target=self._renew_behind, name="kept", daemon=True).start()
        return known

    def forget(self) -> None:
        """Read anew at the next call."""
        self._value = []

    def _first(self) -> T:
        """Nothing to give yet. A database that is away is not waited for by everybody who asks."""
        if _behind and not self._breaker.lets_through:
            raise NothingKept("the database did not answer a moment ago")
        try:
            value = self._renew()
        except DatabaseError:
            self._breaker.failed()
            raise
        self._breaker.answered()
        return value

    def _renew(self) -> T:
        value = self._load()
        self._value = [(time.monotonic(), value)]
        return value

    def _renew_behind(self) -> None:
        try:
            self._renew()
        except DatabaseError as error:
            log.warning("what is kept could not be renewed (%s)", type(error).__name__)
        finally:
            connection.close()
            self._renewing.release()


_behind: list[bool] = []


def renew_behind() -> None:
    """From now on this process, one that serves requests, never waits for what it already has."""
    _behind.append(True)


def renews_behind() -> bool:
    """Whether this process serves requests."""
    return bool(_behind)


def on_forget(forget: Callable[[], None]) -> None:
    """Have `forget` called when everything that was read from the database is to go."""
    _forgetters.append(forget)


def forget_all() -> None:
    """Another database stands behind this process now, or its catalogue has changed."""
    for forget in _forgetters:
        forget()
