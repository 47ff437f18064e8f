"""Brings an instance up to date before its processes start: database, catalogue, static files."""

import fcntl
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import OperationalError

from reports import catalogue

# Files of libraries that no page of ours loads; they would be most of the work.
UNUSED = ["redoc", "rest_framework"]


class CannotPrepare(Exception):
    """The instance cannot be brought up to date; says why and what to do."""


def prepare(*, say: Callable[[str], None]) -> None:
    """Migrate, load the catalogue, collect static files. Quick when nothing has changed."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as error:
        first_line = str(error).strip().partition("\n")[0]
        raise CannotPrepare(f"the database does not answer: {first_line}") from error
    try:
        loaded = catalogue.load()
    except catalogue.BadCatalogue as error:
        raise CannotPrepare(f"the catalogue was not loaded: {error}") from error
    say(f"Catalogue: {loaded.services} services, {loaded.regions} regions")
    collect_static_files(say=say)


def collect_static_files(*, say: Callable[[str], None]) -> None:
    """Copy, name by content and compress them, unless that has been done for the same files."""
    root = Path(settings.STATIC_ROOT)
    try:
        root.mkdir(parents=True, exist_ok=True)
        with (root / ".lock").open("w") as lock:
            # Another run from the same checkout may be at it.
            fcntl.flock(lock, fcntl.LOCK_EX)
            _collect_into(root, say=say)
    except PermissionError as error:
        raise CannotPrepare(
            f"static files cannot be written to {root}: set STATIC_ROOT to a folder that can"
        ) from error


def _collect_into(root: Path, *, say: Callable[[str], None]) -> None:
    done = root / ".collected"
    now = _fingerprint()
    with suppress(FileNotFoundError):
        if done.read_text() == now:
            return
    say("Collecting static files")
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=UNUSED)
    done.write_text(now)


def _fingerprint() -> str:
    """Changes when a static file, or the way in which they are stored, does."""
    digest = blake2b(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(path.encode())
            digest.update(Path(storage.path(path)).read_bytes())
    return digest.hexdigest()
