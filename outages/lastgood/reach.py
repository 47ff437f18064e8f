"""Whether the database answers, as this process last saw it, so that not everybody waits for it."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Thread, current_thread

from django.db import InterfaceError, OperationalError, connection

from reports.kept import on_forget

logger = logging.getLogger(__name__)

# What Django raises when a database does not answer. A pool that has no connection to give raises
# the first kind, too.
LOST = (OperationalError, InterfaceError)
# How long the one who asks rests between two tries. A dead server costs it the pool's patience each
# time; nobody else waits meanwhile.
REST_SECONDS = 1.0


class Away(OperationalError):
    """Nobody was asked: the database did not answer a moment ago."""


class Reach:
    """Whether something answers. After a failure one thread of its own asks until it does."""

    def __init__(self, ask: Callable[[], None], *, rest: float = REST_SECONDS) -> None:
        self.ask = ask
        self._rest = rest
        self._lock = Lock()
        self._asking: Thread | None = None

    @property
    def away(self) -> bool:
        """It failed, and has not answered since."""
        return self._asking is not None

    def lost(self, error: Exception) -> None:
        """Somebody saw it fail."""
        with self._lock:
            if self._asking is not None:
                return
            # The kind of error only: its text may hold a host's name.
            logger.error("The database does not answer (%s).", type(error).__name__)
            self._asking = Thread(target=self._ask_until_it_answers, daemon=True)
            self._asking.start()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """For reads that can be done without: raises Away at once while the database is away."""
        if self.away:
            raise Away
        try:
            yield
        except LOST as error:
            self.lost(error)
            raise

    def forget(self) -> None:
        """Nothing is known of it: it is asked as if it had never failed."""
        with self._lock:
            self._asking = None

    def _ask_until_it_answers(self) -> None:
        try:
            while self._still_away():
                pass
        finally:
            # Whatever ends this thread, nobody stays away because of it.
            if self._asking is current_thread():
                logger.warning("The database answers again.")
                self.forget()

    def _still_away(self) -> bool:
        time.sleep(self._rest)
        if self._asking is not current_thread():
            return False
        try:
            self.ask()
        except LOST:
            return True
        return False


def _ask() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    finally:
        # This thread's own; nobody else will give it back.
        connection.close()


database = Reach(_ask)
on_forget(database.forget)
