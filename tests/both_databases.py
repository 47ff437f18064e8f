"""Runs every test on SQLite, and those that touch a database on PostgreSQL too (`make test`)."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from tests.browsers import chromium
from tests.services import postgres

# Two tests at a time: what the smallest machine has cores for. Tests that share an instance of the
# whole program (xdist_group) go to the same of the two.
PYTEST = (sys.executable, "-m", "pytest", "--numprocesses", "2", "--dist", "loadgroup")
# A browser sees no difference; of the scenarios replayed, those that several services share stand
# for all.
DATABASE_TESTS = ("-m", "(database or postgres) and not browser and not replayed")
APT = {"DEBIAN_FRONTEND": "noninteractive"}


def main(arguments: Sequence[str]) -> int:
    _find_browser()
    _say("On SQLite: every test")
    on_sqlite = _pytest(arguments, _without_database())
    try:
        with _postgres() as url:
            _say("On PostgreSQL: every test that touches a database")
            environment = {**os.environ, "DATABASE_URL": url}
            on_postgres = _pytest([*DATABASE_TESTS, *arguments], environment)
    except postgres.NoPostgres as error:
        _say(f"NOT RUN on PostgreSQL: {error}\nSet DATABASE_URL to the address of a server to use")
        return on_sqlite or 1
    return on_sqlite or on_postgres


def _pytest(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    return subprocess.run([*PYTEST, *arguments], env=dict(environment), check=False).returncode


def _without_database() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}


@contextmanager
def _postgres() -> Iterator[str]:
    """The server that DATABASE_URL names, else one of our own."""
    if url := os.environ.get("DATABASE_URL"):
        yield url
        return
    with postgres.running() as server:
        yield server.url


def _find_browser() -> None:
    """Install Chromium where that is possible; else say what is missing."""
    if chromium() is not None:
        return
    if _is_debian() and os.geteuid() == 0:
        _say("No Chromium here: installing it")
        for command in (["update", "-qq"], ["install", "-qq", "-y", "chromium"]):
            subprocess.run(["apt-get", *command], env={**os.environ, **APT}, check=False)
    if chromium() is None:
        _say("No Chromium here: the browser's tests are skipped (apt-get install chromium)")


def _is_debian() -> bool:
    # Ubuntu's package of that name is only a pointer to a store that needs a running system.
    try:
        return platform.freedesktop_os_release()["ID"] == "debian" and bool(shutil.which("apt-get"))
    except OSError:
        return False


def _say(line: str) -> None:
    print(f"\n{line}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
