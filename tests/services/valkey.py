"""A real Valkey for tests: the embedded one, with fsync off, since a test's power does not fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reports import valkey


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Its address, in the form of REDIS_URL, while the block runs."""
    with valkey.embedded(folder, fsync="no") as url:
        yield url
