"""The instance's database, looked at from outside with plain SQL, and the server behind it."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import psycopg

from reports.buckets import WINDOW_MINUTES
from tests.faults.processes import pause
from tests.services import postgres

Rows = list[tuple[Any, ...]]


class Database(Protocol):
    """One that can be asked; a connection for each question, since servers come and go."""

    @property
    def name(self) -> str: ...

    @property
    def environment(self) -> dict[str, str]: ...

    def ask(self, sql: str, *values: Any) -> Rows: ...


@dataclass(frozen=True)
class Sqlite:
    """The file in the instance's folder."""

    file: Path
    name: str = "sqlite"

    @property
    def environment(self) -> dict[str, str]:
        return {}

    def ask(self, sql: str, *values: Any) -> Rows:
        connection = sqlite3.connect(self.file, timeout=30, isolation_level=None)
        try:
            return connection.execute(sql.replace("%s", "?"), values).fetchall()
        finally:
            connection.close()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another process holds the write lock while the block runs."""
        script = (
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=30); "
            "c.isolation_level = None; c.execute('BEGIN IMMEDIATE'); print('locked', flush=True); "
            "sys.stdin.read()"
        )
        holder = subprocess.Popen(
            [sys.executable, "-c", script, str(self.file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with holder:
            assert holder.stdout is not None
            holder.stdout.readline()
            try:
                yield
            finally:
                holder.kill()


class Server(postgres.Postgres):
    """A PostgreSQL that writes to disk as one in use does: a crash is a real one."""

    def start(self) -> None:
        before = dict(postgres.SETTINGS)
        del before["fsync"], before["synchronous_commit"], before["full_page_writes"]
        options = " ".join(f"-c {name}='{value}'" for name, value in before.items())
        options += f" -k {self.folder}"
        self._control("start", "-l", str(self.folder / "log"), "-o", options)


@dataclass(frozen=True)
class Postgresql:
    """The database of the instance in a server of our own."""

    server: Server
    name: str = "postgresql"

    @property
    def environment(self) -> dict[str, str]:
        return {"DATABASE_URL": self.server.url}

    def ask(self, sql: str, *values: Any) -> Rows:
        with self.connect() as connection:
            cursor = connection.execute(sql.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    def connect(self) -> "psycopg.Connection[tuple[Any, ...]]":
        return psycopg.connect(
            host=str(self.server.folder),
            user="brownout",
            dbname="postgres",
            autocommit=True,
            connect_timeout=10,
        )

    @contextmanager
    def away(self) -> Iterator[None]:
        """A crash at the start of the block, the server back at its end."""
        self.server.stop(mode="immediate")
        try:
            yield
        finally:
            self.server.start()

    def cut_connections(self) -> int:
        """End every connection but our own; how many there were."""
        sql = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        return len(self.ask(sql))


@contextmanager
def opened(kind: str, data_dir: Path) -> Iterator[Sqlite | Postgresql]:
    """The database of an instance in that folder, while the block runs."""
    if kind == "sqlite":
        yield Sqlite(data_dir / "brownout.sqlite3")
        return
    with postgres.running() as scratch:
        server = Server(scratch.programs, scratch.folder, scratch.account)
        server.stop()
        server.start()
        yield Postgresql(server)


def stored(database: Database, *, since: int) -> dict[str, float]:
    """The keys of the reports from a minute on, as hex, with the second in which each came."""
    seconds = (
        "EXTRACT(EPOCH FROM received)"
        if database.name == "postgresql"
        else "(julianday(received) - 2440587.5) * 86400.0"
    )
    rows = database.ask(f"SELECT key, {seconds} FROM reports_report WHERE minute >= %s", since)
    return {str(key).replace("-", ""): float(at) for key, at in rows}


def doubled(database: Database, *, since: int, services: Sequence[str]) -> int:
    """Rows too many: a second vote in a window, or of a person who spoke once.

    `services`: those about which each person speaks once in the whole run.
    """
    window = f"minute - minute %% {WINDOW_MINUTES}"
    if database.name == "sqlite":
        window = window.replace("%%", "%")
    votes = database.ask(
        "SELECT COALESCE(SUM(n - 1), 0) FROM (SELECT COUNT(*) AS n FROM reports_report"
        " WHERE minute >= %s AND reporter IS NOT NULL"
        f" GROUP BY service_id, reporter, kind, {window}) AS votes",
        since,
    )
    marks = ", ".join(["%s"] * len(services))
    people = database.ask(
        "SELECT COALESCE(SUM(n - 1), 0) FROM (SELECT COUNT(*) AS n FROM reports_report AS r"
        " JOIN reports_service AS s ON s.id = r.service_id"
        f" WHERE r.minute >= %s AND r.reporter IS NOT NULL AND s.slug IN ({marks})"
        " GROUP BY r.service_id, r.reporter) AS people",
        since,
        *services,
    )
    return max(int(votes[0][0]), int(people[0][0]))


def until_up(database: Database, *, seconds: float = 30) -> None:
    """Return once it answers. Raises TimeoutError."""
    for _ in range(int(seconds * 10)):
        try:
            database.ask("SELECT 1")
        except (psycopg.OperationalError, sqlite3.OperationalError):
            pause(0.1)
        else:
            return
    raise TimeoutError(f"the database is not back after {seconds} s")
