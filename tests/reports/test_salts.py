"""The salts of the days: one for all processes, and none that outlives its use."""

import stat
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from reports import intake, reporter, salts
from tests.services.instance import ROOT, environment

TODAY = date(2026, 2, 3)
# Each process waits for the line that lets it go, so that all of them ask at once.
ASK = (
    "import sys; from datetime import date; from reports import salts; print(flush=True); "
    "sys.stdin.readline(); print(salts.of_day(date(2026, 2, 3)).hex())"
)
PROCESSES = 3


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path / "salts"


def test_processes_that_ask_at_once_get_the_same_salt(tmp_path: Path, folder: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "manage.py", "shell", "--no-imports", "-c", ASK],
            cwd=ROOT,
            env=environment(tmp_path),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(PROCESSES)
    ]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "\n"
    said = {process.communicate("go\n", timeout=60)[0].strip() for process in processes}
    assert said == {salts.of_day(TODAY).hex()}
    assert [path.name for path in folder.iterdir()] == [str(TODAY)]


def test_one_that_is_made_meanwhile_by_another_process_wins(folder: Path) -> None:
    # Asked for when it was not there, made when it was.
    theirs = salts.of_day(TODAY)
    salts._read.cache_clear()
    salts._make(folder / str(TODAY))
    assert salts.of_day(TODAY) == theirs
    assert stat.S_IMODE((folder / str(TODAY)).stat().st_mode) == 0o600
    assert len(list(folder.iterdir())) == 1


def test_a_day_is_out_of_reach_48_hours_after_it_began() -> None:
    address = reporter.parse_address("198.18.0.1")
    assert address
    noon = datetime(2026, 2, 3, 12, 0, tzinfo=UTC)
    token = intake.source_of(address=address, service="signal", now=noon).reporter
    salts.forget(today=TODAY + timedelta(days=1))
    again = intake.source_of(address=address, service="signal", now=noon)
    assert again.reporter == token
    salts.forget(today=TODAY + timedelta(days=2))
    # Another salt is made under the same day's name: the old token cannot be rebuilt.
    assert intake.source_of(address=address, service="signal", now=noon).reporter != token


def test_a_token_needs_the_secret_key_beside_the_salt(settings: Settings) -> None:
    address = reporter.parse_address("198.18.0.1")
    assert address
    noon = datetime(2026, 2, 3, 12, 0, tzinfo=UTC)
    tokens = set()
    for key in ("one", "another"):
        settings.SECRET_KEY = key
        source = intake.source_of(address=address, service="signal", now=noon)
        tokens |= {source.reporter, source.prefix, source.quota_of}
    assert len(tokens) == 6


def test_the_salt_of_tomorrow_is_kept_for_a_clock_that_is_ahead(folder: Path) -> None:
    salts.of_day(TODAY + timedelta(days=1))
    assert salts.forget(today=TODAY) == 0
