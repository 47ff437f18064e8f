"""Rows and counts agree whenever somebody looks: in a real file of SQLite, and in PostgreSQL."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.services.instance import ROOT, environment

pytestmark = [pytest.mark.live]


def manage(more: dict[str, str], data_dir: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(data_dir, **more),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_rows_and_counts_agree_whenever_somebody_looks_while_reports_are_stored(
    tmp_path: Path, database: dict[str, str]
) -> None:
    manage(database, tmp_path, "migrate", "--verbosity", "0")
    script = "from tests.live.looks import main; main()"
    said = manage(database, tmp_path, "shell", "--no-imports", "-c", script)
    looks, differences, first, last = map(int, said.split())
    assert (looks, differences) == (40, 0)
    # There was something to see: reports were stored all the while.
    assert last > first
