"""A cheap HTTP client: one keep-alive connection, raw bytes, as quick as the server it loads."""

import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

HOST = "127.0.0.1"
# Longer than the promise of any answer: who waits so long has been left hanging.
HANGS_AFTER_SECONDS = 15.0
END_OF_HEAD = b"\r\n\r\n"


class Gone(OSError):
    """The server closed the connection before it answered in full."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    head: bytes
    body: bytes

    def json(self) -> Any:
        return msgspec.json.decode(self.body) if self.body else {}

    @property
    def retry_after(self) -> float | None:
        for line in self.head.lower().split(b"\r\n"):
            if line.startswith(b"retry-after:"):
                return float(line.partition(b":")[2])
        return None


def request_bytes(
    method: str, path: str, *, body: bytes = b"", headers: Mapping[str, str] | None = None
) -> bytes:
    """A request as it goes over the wire."""
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if method == "POST" and not any(line.lower().startswith("content-length") for line in lines):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


class Connection:
    """One connection that is opened when needed and again after a failure. Raises OSError."""

    def __init__(self, port: int, *, timeout: float = HANGS_AFTER_SECONDS) -> None:
        self._port = port
        self._timeout = timeout
        self._socket: socket.socket | None = None

    def ask(self, request: bytes) -> Answer:
        try:
            self.send(request)
            return self.receive()
        except OSError:
            self.close()
            raise

    def send(self, request: bytes) -> None:
        if self._socket is None:
            self._socket = socket.create_connection((HOST, self._port), timeout=self._timeout)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.sendall(request)

    def receive(self) -> Answer:
        assert self._socket is not None, "nothing was sent"
        # A limit for the whole answer: a server that sends a byte a second hangs too.
        until = time.monotonic() + self._timeout
        data = bytearray()
        while END_OF_HEAD not in data:
            data += self._more(until)
        head, _, body = bytes(data).partition(END_OF_HEAD)
        length = length_of(head)
        while len(body) < length:
            body += self._more(until)
        if b"connection: close" in head.lower():
            self.close()
        return Answer(status=int(head[9:12]), head=head, body=body[:length])

    def _more(self, until: float) -> bytes:
        assert self._socket is not None
        self._socket.settimeout(max(until - time.monotonic(), 0.001))
        part = self._socket.recv(65536)
        if not part:
            raise Gone("closed before the answer was whole")
        return part

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def ask(port: int, request: bytes, *, timeout: float = HANGS_AFTER_SECONDS) -> Answer:
    """One request over a connection of its own. Raises OSError."""
    connection = Connection(port, timeout=timeout)
    try:
        return connection.ask(request)
    finally:
        connection.close()


def get(port: int, path: str, *, timeout: float = HANGS_AFTER_SECONDS) -> Answer:
    return ask(port, request_bytes("GET", path), timeout=timeout)


def length_of(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0
