"""One running instance, with the levers that faults pull."""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import redis

from outages.instance.ports import free_port
from reports.inbox import DEAD, STREAM
from reports.valkey import socket_of
from tests.faults import processes
from tests.faults.client import Answer, get
from tests.faults.clock.sitecustomize import SETTING
from tests.faults.database import Postgresql, Sqlite, opened
from tests.faults.messages import People
from tests.services.instance import HOST, ROOT, Instance, environment, running

# The most open files of one fault, with some room.
OPEN_FILES = 12_000
# What a worker that was killed had taken is taken over after fifteen seconds; the rest is slowness.
DRAINED_SECONDS = 90.0
# Below the ports of outgoing connections, and apart from those of the tests' instances: two web
# servers on one port would share it without a word.
FIRST_PORT, STRETCHES, PORTS_A_STRETCH = 19_200, 40, 50
SERVICES = 40
REGIONS = ("US-NY", "US-CA", "US-TX", "US-FL", "GB", "DE", "FR", "IN")
# Kept out of the load: faults that count the reports about one service take these.
SET_ASIDE = 60


@dataclass(frozen=True)
class Stack:
    """The instance under test."""

    instance: Instance
    database: Sqlite | Postgresql
    settings: Mapping[str, str]
    people: People
    spare: list[str] = field(default_factory=list)

    @property
    def data_dir(self) -> Path:
        return self.instance.data_dir

    @property
    def port(self) -> int:
        return self.instance.port

    def valkey(self) -> redis.Redis:
        """A client of our own that gives up soon."""
        path = str(socket_of(self.data_dir))
        return redis.Redis(unix_socket_path=path, socket_timeout=5, socket_connect_timeout=2)

    def get(self, path: str, *, timeout: float = 15) -> Answer:
        return get(self.port, path, timeout=timeout)

    def leader(self, program: str) -> int:
        return processes.leader(self.data_dir, program)

    def members(self, program: str) -> list[int]:
        """Every process of a program, its first one first; empty while there is none."""
        first = self.leader(program)
        return processes.descendants(first) if first else []

    def celery(self, program: str) -> list[int]:
        """Those processes of worker or beat that are Celery's, not what watches over them."""
        return [pid for pid in self.members(program) if " celery " in processes.command(pid)]

    def kill(self, program: str) -> None:
        """All processes of a program at once, as kill -9."""
        processes.kill(self.members(program))

    @contextmanager
    def away(self, program: str) -> Iterator[None]:
        """A program is killed and stays dead while the block runs."""
        self.kill(program)
        with processes.lock_kept(self.data_dir, program):
            yield

    @contextmanager
    def clock_shifted(self, seconds: float) -> Iterator[None]:
        """The web processes read a wrong clock while the block runs."""
        file = Path(self.settings[SETTING])
        draft = file.with_suffix(".draft")
        draft.write_text(str(seconds))
        draft.rename(file)
        processes.pause(0.5)
        try:
            yield
        finally:
            file.unlink()
            processes.pause(0.5)

    def waiting(self) -> int | None:
        """Reports that are accepted and not stored; None while Valkey does not say."""
        with suppress(redis.exceptions.RedisError), self.valkey() as client:
            return int(client.xlen(STREAM))
        return None

    def dead(self) -> int:
        with self.valkey() as client:
            return int(client.xlen(DEAD))

    def fsync(self) -> str:
        with suppress(redis.exceptions.RedisError), self.valkey() as client:
            return str(client.config_get("appendfsync")["appendfsync"])
        return "?"

    def drained(self, *, seconds: float = DRAINED_SECONDS) -> float | None:
        """Seconds until nothing waits; None when something still does."""
        return processes.waits_for(lambda: self.waiting() == 0, seconds=seconds)

    def healthy(self, *, seconds: float = 60) -> float | None:
        """Seconds until the web answers; None when it does not."""
        return processes.waits_for(self.instance.answers, seconds=seconds)

    def ready(self, *, seconds: float = 90) -> float | None:
        """Seconds until all of it works, the ticks too; None when it does not."""
        return processes.waits_for(lambda: self.get("/readyz").status == 200, seconds=seconds)

    def restarted(self, program: str, before: int, *, seconds: float = 60) -> float | None:
        """Seconds until another process leads the program."""
        return processes.waits_for(lambda: self.leader(program) not in (0, before), seconds=seconds)

    def manage(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=environment(self.data_dir, **self.settings),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    @contextmanager
    def second(self, *celery: str) -> Iterator["subprocess.Popen[bytes]"]:
        """Another process of Celery beside those of the instance: `worker …` or `beat …`."""
        with (self.data_dir / "second.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "celery", "--quiet", "--app", "config.celery", *celery],
                cwd=ROOT,
                env=environment(self.data_dir, **self.settings),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            yield process
        finally:
            processes.kill(processes.descendants(process.pid))
            process.wait()

    def facts(self, path: str) -> Any:
        return json.loads(self.get(path).body)


@contextmanager
def started(kind: str, *, fsync: str) -> Iterator[Stack]:
    """An instance on that database, everything in a folder of its own, gone afterwards."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if most == resource.RLIM_INFINITY else min(OPEN_FILES, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    # A short path: the socket of Valkey lies in it.
    with tempfile.TemporaryDirectory(prefix="brownout-faults-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with opened(kind, folder) as database:
            settings = _settings(folder, fsync=fsync) | database.environment
            port = free_port(HOST, FIRST_PORT + os.getpid() % STRETCHES * PORTS_A_STRETCH)
            with running(folder, port=port, more=settings) as instance:
                people, spare = _people(port)
                stack = Stack(instance, database, settings, people, spare)
                stack.ready()
                yield stack


def _settings(folder: Path, *, fsync: str) -> dict[str, str]:
    path = [str(ROOT / "tests" / "faults" / "clock"), os.environ.get("PYTHONPATH", "")]
    return {
        "TRUSTED_PROXIES": "127.0.0.0/8",
        "VALKEY_FSYNC": fsync,
        "LOG_LEVEL": "WARNING",
        "PYTHONPATH": os.pathsep.join(part for part in path if part),
        SETTING: str(folder / "clock"),
    }


def _people(port: int) -> tuple[People, list[str]]:
    """Whom the load plays, and services that it leaves alone."""
    slugs: list[str] = []
    page: str | None = "/api/v1/services?limit=100"
    while page and len(slugs) < SERVICES + SET_ASIDE:
        listing = json.loads(get(port, page).body)
        slugs += [service["slug"] for service in listing["results"]]
        page = listing["next"] and listing["next"].partition("localhost")[2]
    symptoms = json.loads(get(port, "/api/v1/symptoms").body)
    listed = symptoms["results"] if isinstance(symptoms, dict) else symptoms
    people = People(
        services=slugs[:SERVICES],
        symptoms=[symptom["slug"] for symptom in listed],
        regions=REGIONS,
    )
    return people, slugs[SERVICES:]
