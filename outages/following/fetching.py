"""Fetch one page: redirects checked like the first address, unpacked no further than its limit."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from outages import outbound
from outages.outbound import USUAL, Answer, Deadline, Failed, Limits, Request

MOST_REDIRECTS = 3
REDIRECTS = (301, 302, 303, 307, 308)
OK, UNCHANGED = 200, 304
ASKING = {
    "User-Agent": "Brownout (reads status pages)",
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
}
# zlib's way of asking for gzip's own frame.
GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """`body`: None where it is as it was at the last look. `etag`, `last_modified`: to be told so
    the next time."""

    body: bytes | None
    etag: str = ""
    last_modified: str = ""


def fetch(
    url: str,
    *,
    etag: str = "",
    last_modified: str = "",
    allow: Sequence[str] = (),
    limits: Limits = USUAL,
) -> Fetched:
    """Raises outbound.Refused and outbound.Failed."""
    known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = ASKING | {name: value for name, value in known.items() if value}
    deadline = Deadline(limits)
    for _hop in range(1 + MOST_REDIRECTS):
        request = Request(method="GET", url=url, headers=headers)
        answer = outbound.exchange(request, allow=allow, limits=limits, deadline=deadline)
        if answer.status not in REDIRECTS:
            return _fetched(answer, longest=limits.longest)
        url = urljoin(url, _led_on(answer))
    raise Failed(f"it leads on more than {MOST_REDIRECTS} times")


def _led_on(answer: Answer) -> str:
    if "location" not in answer.headers:
        raise Failed(f"it answered {answer.status} and does not say where it leads")
    return answer.headers["location"]


def _fetched(answer: Answer, *, longest: int) -> Fetched:
    if answer.status not in (OK, UNCHANGED):
        raise Failed(f"it answered {answer.status}")
    return Fetched(
        body=None if answer.status == UNCHANGED else _unpacked(answer, longest=longest),
        etag=_sent_back(answer, "etag"),
        last_modified=_sent_back(answer, "last-modified"),
    )


def _sent_back(answer: Answer, name: str) -> str:
    """A header that is kept, and sent back the next time: plain text, or nothing."""
    value = answer.headers.get(name, "")
    return value if value.isascii() and value.isprintable() else ""


def _unpacked(answer: Answer, *, longest: int) -> bytes:
    packing = answer.headers.get("content-encoding", "identity").lower()
    if packing == "identity":
        return answer.body
    if packing not in ("gzip", "x-gzip"):
        raise Failed(f"it is packed as {packing}, which was not asked for")
    unpacking = zlib.decompressobj(GZIP)
    try:
        body = unpacking.decompress(answer.body, longest + 1)
    except zlib.error as error:
        raise Failed(f"it cannot be unpacked: {error}") from error
    if len(body) > longest:
        raise Failed(f"it is longer than {longest:,} bytes when unpacked")
    if not unpacking.eof:
        raise Failed("it cannot be unpacked: it broke off")
    return body
