"""Reads a request's body before anything else does, and not for ever: 408 after five seconds.

The web server hands a request over once its head is there and has no limit for the rest. A thread
that waits for a body would serve nobody else, so the waiting is done by threads of its own.
"""

import io
import json
import queue
import threading
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings

from reports import problems

Environment = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environment, StartResponse], Iterable[bytes]]

BODY_SECONDS = 5.0
# Nearly every body comes with its head. Who waits longer takes up a thread of the web server's 32:
# so many may at a time, so that slow ones never hold all.
AT_ONCE_SECONDS = 0.05
MOST_SLOW = 24
# A reader stays for as long as a slow client keeps its connection; past so many, the next slow
# ones are answered at once.
MOST_READERS = 1000
# A body whose length is not announced: nothing here is sent in parts, and a report is shorter.
LONGEST_CHUNKED = 65_536


class _Job:
    """One body to read."""

    def __init__(self, body: Any, length: int) -> None:
        self.body = body
        self.length = length
        self.read: bytes | None = None
        self.done = threading.Event()


class Readers:
    """Daemon threads that read bodies; there are as many as bodies are waited for at a time."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._slow = threading.Semaphore(MOST_SLOW)
        self._lock = threading.Lock()
        self._count = 0

    def read(self, body: Any, length: int) -> bytes | None:
        """At most `length` bytes; None when they do not come in time, or too many are awaited."""
        if not self._idle.acquire(blocking=False) and not self._another():
            return None
        job = _Job(body, length)
        self._jobs.put(job)
        if not job.done.wait(AT_ONCE_SECONDS) and self._slow.acquire(blocking=False):
            try:
                job.done.wait(BODY_SECONDS)
            finally:
                self._slow.release()
        return job.read

    def _another(self) -> bool:
        with self._lock:
            if self._count >= MOST_READERS:
                return False
            self._count += 1
        threading.Thread(target=self._work, name="body-reader", daemon=True).start()
        return True

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                job.read = job.body.read(job.length)
            except OSError:
                # The client is gone: nobody waits for an answer.
                job.read = b""
            job.done.set()
            self._idle.release()


class BodiesInTime:
    """A WSGI application in front of Django's: it gets requests whose body is there."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._readers = Readers()

    def __call__(self, environ: Environment, start_response: StartResponse) -> Iterable[bytes]:
        length = _length(environ)
        if length:
            body = self._readers.read(environ["wsgi.input"], length)
            if body is None:
                return _too_slow(start_response)
            environ["wsgi.input"] = io.BytesIO(body)
            environ["CONTENT_LENGTH"] = str(len(body))
        return self._application(environ, start_response)


def _length(environ: Environment) -> int:
    """How much to read; 0 where there is nothing, or so much that it is refused unread."""
    if environ.get("HTTP_TRANSFER_ENCODING"):
        return LONGEST_CHUNKED
    announced = environ.get("CONTENT_LENGTH") or "0"
    length = int(announced) if announced.isdecimal() else 0
    return length if length <= (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) else 0


def _too_slow(start_response: StartResponse) -> Iterable[bytes]:
    detail = f"The request's body was not complete after {BODY_SECONDS:.0f} seconds."
    body = json.dumps(problems.body(408, detail)).encode()
    headers = [
        ("Content-Type", problems.CONTENT_TYPE),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("Connection", "close"),
    ]
    start_response("408 Request Timeout", headers)
    return [body]
