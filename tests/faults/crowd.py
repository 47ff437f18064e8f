"""Thousands of connections at once, each with one report, held by a single thread."""

import selectors
import socket
import time
from types import TracebackType

from tests.faults.client import END_OF_HEAD, HOST, Answer, length_of
from tests.faults.ledger import Ledger
from tests.faults.messages import Message, People

# Connections that are being opened at one time: fewer than a listening socket lets wait.
OPENING = 200


class Crowd:
    """Opens `size` connections and sends a report over each; all stay open while the block runs."""

    def __init__(self, port: int, people: People, ledger: Ledger, *, size: int) -> None:
        self._port = port
        self._people = people
        self._ledger = ledger
        self._size = size
        self._selector = selectors.DefaultSelector()
        self._open: list[socket.socket] = []
        self._left = size

    def __enter__(self) -> "Crowd":
        for start in range(0, self._size, OPENING):
            some = [self._connect() for _ in range(min(OPENING, self._size - start))]
            for one in some:
                message = self._people.next()
                one.setblocking(True)
                one.sendall(message.request)
                one.setblocking(False)
                waiting = (message, time.time(), bytearray())
                self._selector.register(one, selectors.EVENT_READ, waiting)
            self._open += some
            self._read(0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for one in self._open:
            one.close()
        self._selector.close()

    def answered(self, *, seconds: float) -> float | None:
        """Seconds until every connection has its answer; None when some have none in time."""
        start = time.monotonic()
        while self._left:
            if time.monotonic() - start > seconds:
                return None
            self._read(0.1)
        return time.monotonic() - start

    def _connect(self) -> socket.socket:
        return socket.create_connection((HOST, self._port), timeout=10)

    def _read(self, timeout: float) -> None:
        for key, _ in self._selector.select(timeout):
            message, sent, data = key.data
            assert isinstance(key.fileobj, socket.socket)
            try:
                part = key.fileobj.recv(65536)
                if not part:
                    raise ConnectionResetError("closed without an answer")
            except OSError as error:
                self._ledger.failed(message, error, sent=sent)
                self._done(key.fileobj)
                continue
            data += part
            self._look(key.fileobj, message, sent, bytes(data))

    def _look(self, one: socket.socket, message: Message, sent: float, data: bytes) -> None:
        head, end, body = data.partition(END_OF_HEAD)
        if end and len(body) >= length_of(head):
            answer = Answer(status=int(head[9:12]), head=head, body=body)
            self._ledger.answered(message, answer, sent=sent, came=time.time())
            self._done(one)

    def _done(self, one: socket.socket) -> None:
        self._selector.unregister(one)
        self._left -= 1
