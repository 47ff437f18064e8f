"""A scratch instance: its own folder, SQLite file and Valkey, gone afterwards."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that is deleted at the end, whatever happens in between."""
    path = Path(tempfile.mkdtemp(prefix="brownout-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def environment(path: Path) -> dict[str, str]:
    """The environment of a process whose database and inbox live in `path`, and nowhere else."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "REDIS_URL", "VALKEY_SOCKET")
    }
    # A scratch database is thrown away: it need not survive a power cut.
    return {**kept, "BROWNOUT_DATA": str(path), "SQLITE_SYNCHRONOUS": "OFF"}


def manage(arguments: Sequence[str], *, environment: Mapping[str, str], quiet: bool = False) -> int:
    """Run a management command in another environment; gives its exit code. `quiet`: only what it
    complains of is seen."""
    command = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), *arguments]
    out = subprocess.DEVNULL if quiet else None
    process = subprocess.Popen(command, env=dict(environment), stdout=out)
    try:
        return process.wait()
    except KeyboardInterrupt:
        # Ctrl-C reaches the child as well: let it end in order before its folder goes.
        return process.wait()
