"""The way in: all requests that wait go into the inbox together, or, where it is away, into the
database; where both are away, the answer is no, at once."""

import logging
import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from functools import lru_cache

import redis
from django.conf import settings
from django.db import DatabaseError, close_old_connections

from reports import fallback
from reports.breaker import Breaker
from reports.caps import Caps
from reports.fitness import unfit
from reports.inbox import DOOR_PATIENCE, Inbox, connect
from reports.messages import Answer, Arrival, Outcome

log = logging.getLogger(__name__)

# A request is answered within a second: so long it waits, for its turn, the inbox and the database.
PATIENCE = 0.9
# One round trip takes so many: more would outlast the door's patience on a slow machine.
MOST_AT_ONCE = 250
# How often the inbox is asked whether it is still fit (fitness.py).
ASK_EVERY = 10.0
RETRY_SECONDS = range(3, 11)


class Unavailable(Exception):
    """Neither inbox nor database takes reports now: send it again, it was not acknowledged."""


class _Batch:
    """Requests that go in together. Who finds none open opens one and takes it in."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        self.answers: list[Answer] | None = None
        self.done = threading.Event()


# Store these, within so many seconds. Raises DatabaseError or TimeoutError.
IntoDatabase = Callable[[Sequence[Arrival], float], list[Answer]]


class Inlet:
    """Group commit without a thread of its own: the first of those who wait goes for all.

    While its round trip lasts the next ones gather, so that batches grow with the load.
    """

    def __init__(
        self,
        inbox: Inbox,
        *,
        into_database: IntoDatabase,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._inbox = inbox
        self._into_database = into_database
        self._clock = clock
        self._gathering: _Batch | None = None
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._turn_since: float | None = None
        self._inbox_breaker = Breaker()
        self._database_breaker = Breaker()
        self._asked_at = -ASK_EVERY
        self._unfit: list[str] = []
        self._uncounted: Counter[str] = Counter()

    def append(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        """Take these in, with all others that wait. Raises Unavailable within a second."""
        started = self._clock()
        self._refuse_if_stuck(started)
        with self._lock:
            batch = self._gathering
            leads = batch is None or len(batch.arrivals) >= MOST_AT_ONCE
            if batch is None or leads:
                batch = self._gathering = _Batch()
            first = len(batch.arrivals)
            batch.arrivals += arrivals
        if leads:
            self._lead(batch, until=started + PATIENCE)
        elif not batch.done.wait(PATIENCE):
            raise Unavailable
        if batch.answers is None:
            raise Unavailable
        return batch.answers[first : first + len(arrivals)]

    def count(self, outcome: str) -> None:
        """Add to the tally one that never came to the script; it is sent with the next batch."""
        with self._lock:
            self._uncounted[outcome] += 1

    @property
    def unfit(self) -> list[str]:
        """Why the inbox is not used although it is there; empty when it is used."""
        return self._unfit

    def _refuse_if_stuck(self, now: float) -> None:
        """Nobody queues behind a round trip that has lasted too long: that is how hosts fill up."""
        since = self._turn_since
        if since is not None and now - since > PATIENCE:
            raise Unavailable

    def _lead(self, batch: _Batch, *, until: float) -> None:
        try:
            if not self._turn.acquire(timeout=max(0.0, until - self._clock())):
                return
            try:
                self._turn_since = self._clock()
                self._close(batch)
                batch.answers = self._take(batch.arrivals, until=until)
            finally:
                self._turn_since = None
                self._turn.release()
        finally:
            self._close(batch)
            batch.done.set()

    def _close(self, batch: _Batch) -> None:
        """Who comes from now on goes with the next."""
        with self._lock:
            if self._gathering is batch:
                self._gathering = None

    def _take(self, arrivals: Sequence[Arrival], *, until: float) -> list[Answer] | None:
        answers = self._through_inbox(arrivals)
        if answers is not None:
            return answers
        return self._through_database(arrivals, patience=max(0.0, until - self._clock()))

    def _through_inbox(self, arrivals: Sequence[Arrival]) -> list[Answer] | None:
        if not self._inbox_breaker.lets_through:
            return None
        try:
            self._ask_fitness()
            if self._unfit:
                return None
            answers = self._append(arrivals)
        except redis.exceptions.RedisError as error:
            self._inbox_breaker.failed()
            log.warning("the inbox does not answer (%s)", type(error).__name__)
            return None
        self._inbox_breaker.answered()
        return answers

    def _ask_fitness(self) -> None:
        now = self._clock()
        if now - self._asked_at < ASK_EVERY:
            return
        info = self._inbox.info()
        if int(info.get("loading", 0)):
            # It reads its file, and says meanwhile that it keeps none: ask again soon.
            raise redis.exceptions.BusyLoadingError
        found = unfit(info)
        self._asked_at = now
        if found != self._unfit:
            says = f"is not used: {', '.join(found)}" if found else "is used again"
            log.warning("the inbox %s", says)
        self._unfit = found

    def _append(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        with self._lock:
            outcomes, self._uncounted = self._uncounted, Counter()
        try:
            return self._inbox.append(arrivals, outcomes=outcomes)
        except redis.exceptions.RedisError:
            with self._lock:
                self._uncounted += outcomes
            raise

    def _through_database(
        self, arrivals: Sequence[Arrival], *, patience: float
    ) -> list[Answer] | None:
        if not self._database_breaker.lets_through:
            return None
        try:
            answers = self._into_database(arrivals, patience)
        except TooLate:
            # Slow is not away; whether it is still at it, it says itself.
            log.warning("the database is slow to take reports")
            return None
        except DatabaseError as error:
            self._database_breaker.failed()
            log.warning("the database does not take reports (%s)", type(error).__name__)
            return None
        self._database_breaker.answered()
        # Those that it accepted it has counted itself (counting.py).
        others = (one.outcome.value for one in answers if one.outcome is not Outcome.ACCEPTED)
        with self._lock:
            self._uncounted.update(others)
        return answers


class DatabaseHand:
    """The one thread of a process that stores reports directly: a server that hangs holds it, and
    nobody else."""

    def __init__(self) -> None:
        self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database-hand")
        self._caps = Caps()
        self._last: Future[list[Answer]] | None = None

    def __call__(self, arrivals: Sequence[Arrival], patience: float) -> list[Answer]:
        """Raises TimeoutError when it takes too long (it may be stored all the same), and at once
        while the hand is still held by what took too long before."""
        if self._last is not None and not self._last.done():
            raise TooLate
        self._last = self._hand.submit(self._store, arrivals)
        return self._last.result(timeout=patience)

    def _store(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        close_old_connections()
        try:
            return fallback.append(arrivals, caps=self._caps)
        finally:
            close_old_connections()


def retry_after() -> str:
    """Seconds for a Retry-After header, not the same for all: they would all come back at once."""
    return str(secrets.choice(RETRY_SECONDS))


@lru_cache
def default_inlet() -> Inlet:
    """The inlet of this process, to the inbox and the database that the settings name."""
    inbox = Inbox(connect(settings.REDIS_URL, DOOR_PATIENCE))
    return Inlet(inbox, into_database=DatabaseHand())
