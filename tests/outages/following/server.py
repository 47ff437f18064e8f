"""A real HTTP server on loopback, each of whose paths behaves as a test wants it to."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[["Visit"], None]


class Visit(BaseHTTPRequestHandler):
    """One request. What is sent back is up to the act of its path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        # The server of `running`, which has more to it.
        server: Any = self.server
        server.asked.append((self.path, dict(self.headers)))
        act = server.acts.get(self.path)
        if act is None:
            self.give(b"", status=404)
        else:
            act(self)

    def give(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_raw(self, raw: bytes) -> None:
        self.wfile.write(raw)
        self.wfile.flush()

    def wait(self, seconds: float) -> bool:
        """Did the test end meanwhile?"""
        server: Any = self.server
        over: bool = server.over.wait(seconds)
        return over

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Quiet(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, acts: dict[str, Act]) -> None:
        super().__init__(("127.0.0.1", 0), Visit)
        self.acts = acts
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who asked went away: that is what is tested."""


@contextmanager
def running(acts: dict[str, Act], *, tls: ssl.SSLContext | None = None) -> Iterator[Quiet]:
    server = Quiet(acts)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def hang(visit: Visit) -> None:
    """Never a byte."""
    visit.wait(30)


def drip(visit: Visit) -> None:
    """A byte now and then: no wait is long, all of them are."""
    visit.send_raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while not visit.wait(0.02):
        visit.send_raw(b"x")


def drip_head(visit: Visit) -> None:
    visit.send_raw(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not visit.wait(0.02):
        visit.send_raw(b"x")
