"""The quickest faults of tests/faults, each on a real instance; `make faults` has them all."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.services.instance import ROOT, environment

QUICK = (
    "the same id on two connections at once",
    "client hangs up before the answer, sends again",
    "worker frozen and woken, eight times",
    "Valkey killed three times, back at once",
)
pytestmark = [pytest.mark.live, pytest.mark.timeout(300), pytest.mark.xdist_group("instance")]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_what_was_acknowledged_stands_once_whatever_fails(tmp_path: Path, database: str) -> None:
    results = tmp_path / "results"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.faults", "--database", database),
            *("--json", str(results), "--only", *QUICK),
        ],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    lines = [msgspec.json.decode(line) for line in results.read_text().splitlines()]
    said = f"{done.stdout}\n{done.stderr}"
    assert len(lines) == len(QUICK), said
    assert all(line["acknowledged"] > 0 for line in lines), said
    assert [(line["lost"], line["doubled"]) for line in lines] == [(0, 0)] * len(QUICK), said
    # How quickly it was all back is for a machine that does nothing else (`make faults`).
    assert [line["broken"] for line in lines] == [[]] * len(QUICK), said
