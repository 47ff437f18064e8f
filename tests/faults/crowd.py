"""Thousands of connections at once, each with one report, held by a single thread."""

import errno
import selectors
import socket
import time
from types import TracebackType

from tests.faults.client import END_OF_HEAD, HOST, Answer, length_of
from tests.faults.ledger import Ledger
from tests.faults.messages import Message, People


class Crowd:
    """Opens `size` connections at once and sends a report over each; reads while it is waited for.

    `stays`: they are kept open after their answer, as browsers do; else each ends with it.
    """

    def __init__(
        self, port: int, people: People, ledger: Ledger, *, size: int, stays: bool = False
    ) -> None:
        self._port = port
        self._people = people
        self._ledger = ledger
        self._size = size
        self._stays = stays
        self._selector = selectors.DefaultSelector()
        self._open: set[socket.socket] = set()
        self.left = size

    def __enter__(self) -> "Crowd":
        for _ in range(self._size):
            one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            one.setblocking(False)
            self._open.add(one)
            waiting = (self._people.next(), time.time(), bytearray())
            if one.connect_ex((HOST, self._port)) not in (0, errno.EINPROGRESS):
                self._fail(one, waiting[0], OSError("not opened"), waiting[1])
                continue
            self._selector.register(one, selectors.EVENT_WRITE, waiting)
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
        while self.left:
            if time.monotonic() - start > seconds:
                return None
            self._serve()
        return time.monotonic() - start

    def _serve(self) -> None:
        for key, events in self._selector.select(0.1):
            message, sent, data = key.data
            one = key.fileobj
            assert isinstance(one, socket.socket)
            try:
                if events & selectors.EVENT_WRITE:
                    one.sendall(message.request)
                    self._selector.modify(one, selectors.EVENT_READ, key.data)
                    continue
                part = one.recv(65536)
                if not part:
                    raise ConnectionResetError("closed without an answer")
            except OSError as error:
                self._selector.unregister(one)
                self._fail(one, message, error, sent)
                continue
            data += part
            self._look(one, message, sent, bytes(data))

    def _look(self, one: socket.socket, message: Message, sent: float, data: bytes) -> None:
        head, end, body = data.partition(END_OF_HEAD)
        if not end or len(body) < length_of(head):
            return
        answer = Answer(status=int(head[9:12]), head=head, body=body)
        self._ledger.answered(message, answer, sent=sent, came=time.time())
        self._selector.unregister(one)
        self.left -= 1
        if not self._stays:
            self._close(one)

    def _fail(self, one: socket.socket, message: Message, error: OSError, sent: float) -> None:
        self._ledger.failed(message, error, sent=sent)
        self.left -= 1
        self._close(one)

    def _close(self, one: socket.socket) -> None:
        self._open.discard(one)
        one.close()
