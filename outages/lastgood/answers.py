"""The last good answer to each address: files in the data folder, within bounds.

Files, so that every web process has what any of them has shown, and one that starts while the
database is away has it, too. What is in them is public; their time is that of the answer.
"""

import json
import logging
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)

# Host, path, query and language: what an answer may differ by.
Key = tuple[str, str, str, str]

# Where a page is asked for ten times a second, keeping every answer would cost more than making it.
KEEP_EVERY = timedelta(seconds=5)
# What is older says nothing about now.
KEEP_FOR = timedelta(days=1)
# Enough for every page of a large incident; anybody can make up queries, so they get a shelf of
# their own, and cannot drive the plain pages out.
MOST = {"plain": 200, "query": 100}
# The map of every part of every country is half a megabyte; together all stay within 64.
LARGEST_BYTES = 2**20
MOST_BYTES = {"plain": 48 * 2**20, "query": 16 * 2**20}


@dataclass(frozen=True)
class Answer:
    """One good answer. `packed`: its body, gzipped."""

    at: datetime
    packed: bytes
    headers: Mapping[str, str]
    etag: str = ""


def folder() -> Path:
    return Path(settings.DATA_DIR) / "lastgood"


def kept_at(key: Key) -> datetime | None:
    """When what is kept under this address was good; None when nothing is."""
    try:
        return datetime.fromtimestamp(_path(key).stat().st_mtime, tz=UTC)
    except OSError:
        return None


def wants(key: Key, *, now: datetime) -> bool:
    """Whether what is kept under this address, if anything, is to be renewed."""
    at = kept_at(key)
    return at is None or not timedelta() <= now - at < KEEP_EVERY


def read(key: Key) -> Answer | None:
    """What is kept under this address."""
    at = kept_at(key)
    if at is None:
        return None
    try:
        about, _, packed = _path(key).read_bytes().partition(b"\n")
    except OSError:
        return None
    said = json.loads(about)
    return Answer(at, packed, said["headers"], said["etag"])


def put(key: Key, answer: Answer) -> None:
    """Keep it, unless it is too large; the oldest go when there is no room."""
    if len(answer.packed) > LARGEST_BYTES:
        return
    path = _path(key)
    about = json.dumps({"headers": dict(answer.headers), "etag": answer.etag})
    try:
        is_new = not path.exists()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, about.encode() + b"\n" + answer.packed, at=answer.at)
        if is_new:
            _make_room(path.parent)
    except OSError as error:
        # A full disk is no reason to keep a page from its reader.
        logger.warning("The last good answers cannot be kept (%s).", type(error).__name__)


def renew(key: Key, *, etag: str, at: datetime) -> None:
    """The answer of this tag still holds."""
    kept = read(key)
    if kept is not None and etag and kept.etag == etag:
        put(key, Answer(at, kept.packed, kept.headers, etag))


def _path(key: Key) -> Path:
    shelf = "query" if key[2] else "plain"
    return folder() / shelf / blake2b("\n".join(key).encode(), digest_size=16).hexdigest()


def _write(path: Path, content: bytes, *, at: datetime) -> None:
    """Under a name of its own first: other processes see all of it or nothing."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        draft.write_bytes(content)
        os.utime(draft, (at.timestamp(), at.timestamp()))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _make_room(shelf: Path) -> None:
    """Oldest first: a page that is asked for is never old."""
    with os.scandir(shelf) as entries:
        found = [(entry.stat(), entry.path) for entry in entries]
    found.sort(key=lambda one: one[0].st_mtime, reverse=True)
    size = 0
    for nth, (about, path) in enumerate(found):
        size += about.st_size
        if nth >= MOST[shelf.name] or size > MOST_BYTES[shelf.name]:
            Path(path).unlink(missing_ok=True)
