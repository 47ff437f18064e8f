"""Sends reports at a rate, as clients do: some twice, and again after 503 or a lost answer."""

import heapq
import itertools
import random
import threading
import time
from collections import deque
from types import TracebackType

from tests.faults.client import Connection
from tests.faults.ledger import ACCEPTED, Ledger
from tests.faults.messages import Message, People

SENDERS = 24
# Of the reports one in twenty is sent twice: a double click, an answer that got lost.
REPEATED = 0.05
# A slot that is so late is left out, so that no burst follows a pause.
LATE_SECONDS = 0.25
# A client's first and longest wait before it sends again, when the server names none.
RETRY_SECONDS, LONGEST_RETRY_SECONDS = 0.2, 2.0
# Clients that were refused go on trying for so long after the load has ended.
PATIENCE_SECONDS = 30.0
OVERLOADED = 503


class Load:
    """Senders at work while the block runs; then those that were refused may try again.

    `rate`: new reports a second. `service`: all about this one. `most`: end after so many.
    """

    def __init__(
        self,
        port: int,
        people: People,
        ledger: Ledger,
        *,
        rate: float,
        service: str | None = None,
        most: int | None = None,
    ) -> None:
        self._port = port
        self._people = people
        self._ledger = ledger
        self._rate = rate
        self._service = service
        self._left = most
        self._lock = threading.Lock()
        self._slot = time.monotonic()
        self._again: list[tuple[float, int, Message, int]] = []
        self._order = itertools.count()
        self._recent: deque[Message] = deque(maxlen=500)
        self._busy = 0
        self._ending: float | None = None
        self._pause = threading.Event()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(SENDERS)]

    def __enter__(self) -> "Load":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ending = time.monotonic()
        self.wait()

    def wait(self) -> None:
        """Return when everything has been sent and every retry is done."""
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        connection = Connection(self._port)
        try:
            while (work := self._take()) is not None:
                due, message, tries = work
                self._pause.wait(max(due - time.monotonic(), 0.0))
                self._send(connection, message, tries)
                with self._lock:
                    self._busy -= 1
        finally:
            connection.close()

    def _take(self) -> tuple[float, Message, int] | None:
        """What to send next, and when; None at the end."""
        while True:
            with self._lock:
                work = self._due() or self._new()
                if work:
                    self._busy += 1
                    return work
                if not self._again and not self._busy:
                    return None
            self._pause.wait(0.02)

    def _due(self) -> tuple[float, Message, int] | None:
        now = time.monotonic()
        if not self._again or self._again[0][0] > now:
            return None
        due, _, message, tries = heapq.heappop(self._again)
        return due, message, tries

    def _new(self) -> tuple[float, Message, int] | None:
        if self._ending is not None or self._left == 0:
            return None
        now = time.monotonic()
        self._slot = max(self._slot, now - LATE_SECONDS) + 1 / self._rate
        if self._recent and random.random() < REPEATED:
            before = random.choice(self._recent)
            if before.may_be_sent_again(time.time()):
                return self._slot, before, 0
        if self._left is not None:
            self._left -= 1
        return self._slot, self._people.next(self._service), 0

    def _send(self, connection: Connection, message: Message, tries: int) -> None:
        sent = time.time()
        wait = None
        try:
            answer = connection.ask(message.request)
        except OSError as error:
            self._ledger.failed(message, error, sent=sent)
        else:
            reply = self._ledger.answered(message, answer, sent=sent, came=time.time())
            if reply.status == ACCEPTED:
                self._recent.append(message)
            if reply.status != OVERLOADED:
                return
            wait = answer.retry_after
        self._try_again(message, tries, wait)

    def _try_again(self, message: Message, tries: int, wait: float | None) -> None:
        now = time.monotonic()
        impatient = self._ending is not None and now > self._ending + PATIENCE_SECONDS
        if impatient or not message.may_be_sent_again(time.time()):
            self._ledger.gave_up()
            return
        backoff = min(RETRY_SECONDS * 2**tries if wait is None else wait, LONGEST_RETRY_SECONDS)
        due = now + backoff * random.uniform(0.5, 1.0)
        with self._lock:
            heapq.heappush(self._again, (due, next(self._order), message, tries + 1))
