"""The command that runs the bench writes what /method/ and the API show."""

import json
import sys
from pathlib import Path

import pytest

from outages.detection.baseline import MODEL_VERSION
from tests.benchmarks import figures

SCORES = {
    "sets": {
        "a_set": {
            "scored": 12,
            "series_days": 345.67,
            "budget": 1.0,
            "at_budget": {"detected": 0.91666, "in15": 0.5},
            "shipped": {"detected": 0.875, "fa_1000sd": 0.481},
        },
        "nothing_scored": {"scored": 0},
    }
}
WEEKLY = {"noufaily": {"fpr0.005": {"pod": 0.451}, "fpr0.02": {"pod": 0.6}}}
# Says what it was called with, so that a call in another form is seen.
SCRIPT = """
import json, sys
assert sys.argv[1] == "--detector", sys.argv
assert sys.argv[2] == "tests.benchmarks.adapters:{adapter}", sys.argv
if "--json" in sys.argv:
    open(sys.argv[sys.argv.index("--json") + 1], "w").write('{scores}')
print("a line of a table")
print('{scores}')
"""


def test_it_writes_the_scores_with_their_date_and_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, adapter, scores in (
        ("evaluate.py", "detect", SCORES),
        ("evaluate_weekly.py", "weekly", WEEKLY),
    ):
        script = SCRIPT.format(adapter=adapter, scores=json.dumps(scores))
        (tmp_path / name).write_text(script, encoding="utf-8")
    out = tmp_path / "bench.json"
    monkeypatch.setattr(sys, "argv", ["figures", str(tmp_path), "--out", str(out)])
    figures.main()
    found = json.loads(out.read_text(encoding="utf-8"))
    assert json.loads(capsys.readouterr().out) == found
    assert found["sets"] == [
        {
            "name": "a_set",
            "outages": 12,
            "series_days": 345.7,
            "budget": 1.0,
            "detected": 0.917,
            "within_15_minutes": 0.5,
            "shipped_detected": 0.875,
            "shipped_false": 0.48,
        }
    ]
    assert found["weekly"] == [
        {"false_positive_rate": 0.005, "detected": 0.451},
        {"false_positive_rate": 0.02, "detected": 0.6},
    ]
    assert found["model_version"] == MODEL_VERSION
    assert found["command"] == "python -m tests.benchmarks.figures BENCH"
    # No path of the machine that measured.
    assert str(tmp_path) not in out.read_text(encoding="utf-8")
