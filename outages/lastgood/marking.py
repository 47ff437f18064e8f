"""Says on an old answer that it is old: a note on a page, `stale` in data."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string

from outages.showing.statuses import OUTAGE, STALE, UNKNOWN
from reports.buckets import WINDOW_MINUTES

# Where a page thanks for a report: to one reader, so not in what is kept for all.
THANKS = b"<!-- note of thanks -->"
# Templates leave these where the notes belong; a page as such has both, its answer the second only.
NOTES = {
    b"<!-- note on top -->": "outages/_lastgood.html",
    b"<!-- note on the answer -->": "outages/_lastgood_answer.html",
}


def marker(content_type: str, *, at: datetime) -> Callable[[bytes], bytes]:
    """What marks a body of that type as good at `at`; a type without marks stays as it is."""
    kind = content_type.partition(";")[0].strip()
    if kind == "text/html":
        return lambda body: _page(body, at)
    if kind.endswith("json"):
        return _data
    return lambda body: body


def _page(body: bytes, at: datetime) -> bytes:
    for place, template in NOTES.items():
        body = body.replace(place, render_to_string(template, {"at": at}).encode(), 1)
    return body


def thanked(body: bytes, *, reported: str) -> bytes:
    """A page with its thanks for a report, in the words for what became of it (`reported`)."""
    said = {"reported": reported, "window_minutes": WINDOW_MINUTES}
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


def _doubt(one: Mapping[str, Any] | Any) -> None:
    """From old data nobody is "ok", as in showing/statuses.py."""
    if isinstance(one, dict) and "status_reason" in one and one["status"] != OUTAGE:
        one["status"], one["status_reason"] = UNKNOWN, STALE
