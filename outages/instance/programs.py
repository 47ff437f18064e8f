"""Says which programs run, with which options, under the process keeper."""

import os
import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from outages.instance import leash
from reports import valkey

# Two of a kind: one that dies leaves another at work.
WEB_WORKERS = 2
TICK_WORKERS = 2
# More than a worker has database connections: most wait for a round trip that they share, and a
# slow body holds one for five seconds.
WEB_THREADS = 32
# Connections that a web worker holds, most of them idle, and that wait for one of those threads. In
# an outage thousands of people come at once.
WEB_CONNECTIONS = 4096
WEB_BACKLOG = 4096
# An idle connection is given up after so long.
IDLE_MILLISECONDS = 10_000
# The one queue of Celery, in which ticks wait.
TICKS = "ticks"
# A tick ends within this; one that is cut off is made good by the next.
STOP_SECONDS = 10
# The process keeper ends hard what its attendant has not ended by then.
KEEPER_STOP_SECONDS = STOP_SECONDS + 2
# Celery's warning at every start, where there is no other user: a container, a fresh machine.
WARNING_OF_ROOT = "You're running the worker with superuser privileges"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is to run.

    `root`: the project's folder. `data_dir`: where database, Valkey's file and salts are.
    `environment`: of every process; it must name the same data folder. `web_environment`: added
    for the web process alone. `valkey_socket` None: no Valkey is started, the environment names a
    REDIS_URL. `host_name`: a name that ALLOWED_HOSTS accepts, to ask the web process for health.
    """

    root: Path
    data_dir: Path
    environment: Mapping[str, str]
    valkey_socket: Path | None
    port: int
    host: str = "127.0.0.1"
    host_name: str = "localhost"
    web_environment: Mapping[str, str] = field(default_factory=dict)
    valkey_fsync: str = "always"

    @property
    def run_dir(self) -> Path:
        """What the processes leave for each other: locks, configuration, the beat's schedule."""
        return self.data_dir / "run"


def lock_of(data_dir: Path, program: str) -> Path:
    """The file that a program holds locked for as long as any of its processes lives."""
    return data_dir / "run" / f"{program}.lock"


def _valkey(plan: Plan) -> list[str]:
    if plan.valkey_socket is None:
        return []
    command = valkey.command(plan.data_dir, socket=plan.valkey_socket, fsync=plan.valkey_fsync)
    return leashed(command, lock=lock_of(plan.data_dir, "valkey"))


def _web(plan: Plan) -> list[str]:
    command = [
        *("env", *(f"{name}={value}" for name, value in plan.web_environment.items())),
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--http", "1", "--no-ws"),
        *("--host", plan.host, "--port", str(plan.port), "--log-level", "error"),
        *("--workers", str(WEB_WORKERS), "--blocking-threads", str(WEB_THREADS)),
        *("--backlog", str(WEB_BACKLOG), "--backpressure", str(WEB_CONNECTIONS)),
        *("--http1-header-read-timeout", str(IDLE_MILLISECONDS)),
        *("--respawn-failed-workers", "config.wsgi:application"),
    ]
    return leashed(command, lock=lock_of(plan.data_dir, "web"))


def _worker(plan: Plan) -> list[str]:
    return _attended(plan, "worker")


def _beat(plan: Plan) -> list[str]:
    return _attended(plan, "beat")


def _attended(plan: Plan, name: str) -> list[str]:
    """The attendant ends with the process keeper, and what it attends to holds the lock."""
    lock = str(lock_of(plan.data_dir, name))
    return leashed([sys.executable, "manage.py", "attend", name, "--lock", lock], lock=None)


def celery_worker(name: str) -> list[str]:
    """The command of a Celery worker of that name, which is to be its own."""
    return [
        *("env", f"PYTHONWARNINGS=ignore:{WARNING_OF_ROOT}", *_celery()),
        *("worker", "--hostname", name, "--pool", "prefork", "--concurrency", str(TICK_WORKERS)),
        *("--prefetch-multiplier", "1", "--queues", TICKS, "--loglevel", "WARNING"),
        *("--without-gossip", "--without-mingle"),
    ]


def celery_beat(schedule: Path) -> list[str]:
    """The command of Celery's clock; `schedule`: the file in which it keeps when it ticked."""
    # Its own lock does what a pid file would do, and is not left behind by a crash.
    return [
        *_celery(),
        *("beat", "--scheduler", "config.beat:NotingScheduler", "--schedule", str(schedule)),
        *("--pidfile", "", "--loglevel", "WARNING"),
    ]


def _celery() -> list[str]:
    return [sys.executable, "-m", "celery", "--quiet", "--app", "config.celery"]


# In the order of their start; they stop in the opposite order.
PROGRAMS: dict[str, Callable[[Plan], list[str]]] = {
    "valkey": _valkey,
    "web": _web,
    "worker": _worker,
    "beat": _beat,
}


def configuration(plan: Plan) -> str:
    """The process keeper's file. It needs no control port: this process is its only master."""
    folder = plan.run_dir
    root = ["user=root"] if os.geteuid() == 0 else []
    lines = [
        "[supervisord]",
        "nodaemon=true",
        "logfile=/dev/null",
        "logfile_maxbytes=0",
        "loglevel=warn",
        f"pidfile={_escaped(str(folder / 'supervisord.pid'))}",
        *root,
    ]
    for priority, (name, command_of) in enumerate(PROGRAMS.items(), start=1):
        if command := command_of(plan):
            lines += _section(plan, name, command, priority)
    return "\n".join(lines) + "\n"


def _section(plan: Plan, name: str, command: list[str], priority: int) -> list[str]:
    return [
        f"[program:{name}]",
        f"command={_escaped(shlex.join(command))}",
        f"directory={_escaped(str(plan.root))}",
        f"priority={priority}",
        "autorestart=true",
        # Never give up: each failure in a row waits a second longer than the one before.
        "startsecs=1",
        "startretries=1000000",
        f"stopwaitsecs={KEEPER_STOP_SECONDS}",
        "killasgroup=true",
        "redirect_stderr=true",
        "stdout_logfile=/dev/stdout",
        "stdout_logfile_maxbytes=0",
    ]


def leashed(command: Sequence[str], *, lock: Path | None) -> list[str]:
    """The command that ends with its parent, in a group of its own, and under a lock if given."""
    under = str(lock) if lock else leash.UNLOCKED
    return [sys.executable, "-m", "outages.instance.leash", under, *command]


def _escaped(value: str) -> str:
    return value.replace("%", "%%")
