"""The last good answer to each address, in the process, within bounds."""

import gzip
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from reports.kept import on_forget

# Host, path, query and language: what an answer may differ by.
Key = tuple[str, str, str, str]

# Where a page is asked for ten times a second, packing every answer would cost more than making it.
KEEP_EVERY = timedelta(seconds=5)
# Enough for every page of a large incident; anybody can make up queries, so they get a part of it
# only, and cannot drive the plain pages out.
MOST_PLAIN, MOST_WITH_QUERY = 200, 100
MOST_BYTES = 64 * 2**20
# A quick level: 0.3 ms for a page of 60 kB, a fifth larger than the best level makes it.
GZIP_LEVEL = 1


@dataclass
class Answer:
    """One good answer. `packed`: its body, gzipped; `marked`: the same with the note that it is
    old, once somebody needed it."""

    at: datetime
    packed: bytes
    headers: Mapping[str, str]
    etag: str = ""
    marked: bytes = b""

    @property
    def size(self) -> int:
        return len(self.packed) + len(self.marked)


class Answers:
    """Answers by address; those that were asked for the longest ago go first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: tuple[OrderedDict[Key, Answer], OrderedDict[Key, Answer]] = (
            OrderedDict(),
            OrderedDict(),
        )

    def get(self, key: Key) -> Answer | None:
        with self._lock:
            shelf = self._shelf(key)
            if key in shelf:
                shelf.move_to_end(key)
            return shelf.get(key)

    def wants(self, key: Key, *, at: datetime) -> bool:
        """Whether what is kept under this address, if anything, is to be renewed."""
        kept = self.get(key)
        return kept is None or at - kept.at >= KEEP_EVERY

    def put(self, key: Key, answer: Answer) -> None:
        """Keep it; what was asked for the longest ago goes when there is no room."""
        with self._lock:
            shelf = self._shelf(key)
            shelf[key] = answer
            shelf.move_to_end(key)
            if len(shelf) > (MOST_WITH_QUERY if key[2] else MOST_PLAIN):
                shelf.popitem(last=False)
            self._make_room()

    def renew(self, key: Key, *, etag: str, at: datetime) -> None:
        """The answer of this tag still holds."""
        kept = self.get(key)
        if kept is not None and etag and kept.etag == etag:
            self.put(key, Answer(at, kept.packed, kept.headers, etag))

    def marked(self, key: Key, answer: Answer, mark: Callable[[bytes], bytes]) -> bytes:
        """Its body with the note that it is old, gzipped; made once."""
        if not answer.marked:
            answer.marked = gzip.compress(mark(gzip.decompress(answer.packed)), GZIP_LEVEL)
            with self._lock:
                self._make_room()
        return answer.marked

    def forget(self) -> None:
        with self._lock:
            for shelf in self._kept:
                shelf.clear()

    def _shelf(self, key: Key) -> OrderedDict[Key, Answer]:
        return self._kept[bool(key[2])]

    def _make_room(self) -> None:
        """Queries go before plain pages."""
        plain, with_query = self._kept
        size = sum(answer.size for shelf in self._kept for answer in shelf.values())
        while size > MOST_BYTES and (plain or with_query):
            _, gone = (with_query or plain).popitem(last=False)
            size -= gone.size


answers = Answers()
on_forget(answers.forget)
