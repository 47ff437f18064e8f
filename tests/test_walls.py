"""The walls of ARCHITECTURE.md hold, and the check of them sees a hole in each."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINT = Path(sys.executable).with_name("lint-imports")


def lint(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([LINT], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The code alone: no data, templates or static files."""
    only_code = shutil.ignore_patterns("data", "templates", "static", "migrations", "__pycache__")
    for name in ("config", "outages", "reports"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=only_code)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_wall_stands() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "hole", "wall"),
    [
        ("reports/models/counts.py", "import outages.models", "config above outages"),
        ("outages/models.py", "import config.settings", "config above outages"),
        ("reports/inbox.py", "import reports.intake", "Rooms of reports"),
        ("reports/counting.py", "import reports.tasks", "Rooms of reports"),
        ("outages/incidents.py", "import outages.watch", "Rooms of outages"),
        ("outages/watch.py", "import outages.tasks", "Rooms of outages"),
        ("outages/detection/__init__.py", "import outages.causes", "Rooms of outages"),
        ("outages/detection/__init__.py", "import reports.models", "Pure rooms"),
        ("outages/causes/__init__.py", "import django.utils.timezone", "Pure rooms"),
        ("reports/buckets.py", "import redis", "Pure rooms"),
        ("outages/following/statuspage.py", "import django.utils.timezone", "Pure rooms"),
        ("outages/following/fetching.py", "import outages.following.pulling", "a fetched page"),
    ],
)
def test_a_hole_in_a_wall_is_found(copy: Path, module: str, hole: str, wall: str) -> None:
    with (copy / module).open("a") as file:
        file.write(f"\n{hole}\n")
    result = lint(copy)
    assert result.returncode == 1
    broken = [line for line in result.stdout.splitlines() if line.endswith("BROKEN")]
    broken += [line for line in result.stdout.splitlines() if "BROKEN (" in line]
    assert any(wall in line for line in broken), result.stdout
