"""Says on an old answer that it is old: a note on a page, `stale` in data."""

import gzip
import json
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string

from outages.lastgood import answers
from outages.lastgood.answers import Answer, Key
from outages.showing.statuses import OUTAGE, STALE, UNKNOWN
from reports.buckets import WINDOW_MINUTES

# A quick level: 0.3 ms for a page of 60 kB, a fifth larger than the best level makes it.
GZIP_LEVEL = 1
# At a megabyte each, at most; usually 20 kB.
MOST_MARKED = 32
# Where a page thanks for a report: to one reader, so not in what is kept for all.
THANKS = b"<!-- note of thanks -->"
# Templates leave these where the notes belong; a page as such has both, its answer the second only.
NOTES = {
    b"<!-- note on top -->": "outages/_lastgood.html",
    b"<!-- note on the answer -->": "outages/_lastgood_answer.html",
}


@lru_cache(maxsize=MOST_MARKED)
def marked(key: Key, at: datetime) -> Answer | None:
    """The answer that was good at `at`, with the note that it is old. Made once in a process."""
    kept = answers.read(key)
    if kept is None:
        return None
    body = _marked(gzip.decompress(kept.packed), kind=kept.headers["Content-Type"], at=at)
    return replace(kept, packed=gzip.compress(body, GZIP_LEVEL))


def _marked(body: bytes, *, kind: str, at: datetime) -> bytes:
    kind = kind.partition(";")[0].strip()
    if kind == "text/html":
        return _page(body, at)
    return _data(body) if kind.endswith("json") else body


def _page(body: bytes, at: datetime) -> bytes:
    for place, template in NOTES.items():
        body = body.replace(place, render_to_string(template, {"at": at}).encode(), 1)
    return body


def thanked(body: bytes, *, reported: str) -> bytes:
    """A page with its thanks for a report, in the words for what became of it (`reported`)."""
    said = {"reported": reported, "away": True, "window_minutes": WINDOW_MINUTES}
    note = render_to_string("outages/_reported.html", said)
    return body.replace(THANKS, note.encode(), 1)


def _data(body: bytes) -> bytes:
    said = json.loads(body)
    if not isinstance(said, dict) or "stale" not in said:
        return body
    said["stale"] = True
    for one in (said, *said.get("results", ())):
        _doubt(one)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _doubt(one: Any) -> None:
    """From old data nobody is "ok", as in showing/statuses.py."""
    if isinstance(one, dict) and "status_reason" in one and one["status"] != OUTAGE:
        one["status"], one["status_reason"] = UNKNOWN, STALE
