"""Daily salts of the reporter tokens: a file a day for its owner only, gone after 48 hours."""

import os
import secrets
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from django.conf import settings

SALT_BYTES = 32
# Today's and yesterday's salt are in use; a day later nobody can rebuild a token.
DAYS_KEPT = 2


def of_day(day: date) -> bytes:
    """The salt of a day, made by whichever process asks first."""
    return _read(folder(), day)


def folder() -> Path:
    return Path(settings.DATA_DIR) / "salts"


def forget(*, today: date) -> int:
    """Delete salts that are no longer in use; how many went."""
    keep = {f"{today - timedelta(days=back)}" for back in range(-1, DAYS_KEPT)}
    old = [path for path in folder().glob("????-??-??") if path.name not in keep]
    for path in old:
        path.unlink(missing_ok=True)
    _read.cache_clear()
    return len(old)


@lru_cache(maxsize=DAYS_KEPT)
def _read(where: Path, day: date) -> bytes:
    path = where / f"{day}"
    if not path.exists():
        _make(path)
    return path.read_bytes()


def _make(path: Path) -> None:
    """Write it under a name of its own, then link it: other processes see all of it or nothing."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(SALT_BYTES))
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
