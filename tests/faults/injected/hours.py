"""F16, F17, F28: midnights, later days and missing days, played in a process of their own."""

import subprocess
import sys
from urllib.parse import quote

import msgspec

from tests.faults.database import Postgresql
from tests.faults.scene import Fault, Scene
from tests.services.instance import ROOT, environment

DATABASE = "inside"
PLAY_SECONDS = 120


def over_midnight(scene: Scene) -> None:
    played(scene, "over_midnight")


def same_id(scene: Scene) -> None:
    played(scene, "same_id")


def missing_day(scene: Scene) -> None:
    played(scene, "missing_day")


def played(scene: Scene, name: str) -> None:
    """Run tests/faults/inside.py beside the instance, and take over what it found."""
    script = f"from tests.faults.inside import main; main({name!r})"
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", script],
        cwd=ROOT,
        env=_environment(scene),
        capture_output=True,
        text=True,
        timeout=PLAY_SECONDS,
        check=False,
    )
    if done.returncode:
        scene.broken.append(f"it ended early: {done.stderr.strip().splitlines()[-1:]}")
        return
    found = msgspec.json.decode(done.stdout.splitlines()[-1])
    scene.broken += found["broken"]
    scene.beside.update({name: found[name] for name in ("sent", "acknowledged", "stored")})
    scene.note("in a process of its own")


def _environment(scene: Scene) -> dict[str, str]:
    """Of a process with a folder and a database of its own."""
    folder = scene.stack.data_dir / DATABASE
    folder.mkdir(exist_ok=True)
    database = scene.stack.database
    more = {}
    if isinstance(database, Postgresql):
        if not database.ask("SELECT 1 FROM pg_database WHERE datname = %s", DATABASE):
            database.ask(f"CREATE DATABASE {DATABASE}")
        host = quote(str(database.server.folder), safe="")
        more["DATABASE_URL"] = f"postgresql://brownout@{host}/{DATABASE}"
    return environment(folder, LOG_LEVEL="ERROR", **more)


FAULTS = (
    Fault(code="F16", title="every 20 minutes over midnight, leap day, DST", run=over_midnight),
    Fault(code="F17", title="the same id over windows, midnight, Redis loss", run=same_id),
    Fault(
        code="F28",
        title="a day's partition missing at midnight",
        run=missing_day,
        databases=("postgresql",),
    ),
)
