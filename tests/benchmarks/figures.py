"""Run the shipped detector over a bench and write its figures into the code: shown by /method/.

    python -m tests.benchmarks.figures BENCH [--sets dev_mix,dev_noisy]

BENCH is a folder with `evaluate.py` and `evaluate_weekly.py`, which score the adapters of
tests/benchmarks/adapters.py.
"""

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from outages.detection.baseline import MODEL_VERSION

ROOT = Path(__file__).resolve().parent.parent.parent
FILE = ROOT / "outages" / "data" / "bench.json"
RATE_LEAD = "fpr"


def main() -> None:
    options = _options()
    figures: dict[str, Any] = {
        "at": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "command": " ".join(
            ["python -m tests.benchmarks.figures BENCH"]
            + ([f"--sets {options.sets}"] if options.sets else [])
        ),
        "model_version": MODEL_VERSION,
        "sets": _sets(options.bench, options.sets),
        "weekly": _weekly(options.bench),
    }
    options.out.parent.mkdir(exist_ok=True)
    options.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures))


def _options() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path, help="folder of evaluate.py")
    parser.add_argument("--sets", default="", help="names, by commas; usually all")
    parser.add_argument("--out", type=Path, default=FILE)
    return parser.parse_args()


def _sets(bench: Path, sets: str) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "scores.json"
        more = ["--sets", sets] if sets else []
        _run(bench / "evaluate.py", "detect", "--json", str(out), *more)
        scores = json.loads(out.read_text(encoding="utf-8"))
    return [_set(name, told) for name, told in scores["sets"].items() if told["scored"]]


def _set(name: str, told: dict[str, Any]) -> dict[str, Any]:
    shipped, best = told["shipped"], told["at_budget"]
    return {
        "name": name,
        "outages": told["scored"],
        "series_days": round(told["series_days"], 1),
        "budget": told["budget"],
        "detected": round(best["detected"], 3),
        "within_15_minutes": round(best["in15"], 3),
        "shipped_detected": round(shipped["detected"], 3),
        "shipped_false": round(shipped["fa_1000sd"], 2),
    }


def _weekly(bench: Path) -> list[dict[str, Any]]:
    said = _run(bench / "evaluate_weekly.py", "weekly").strip().splitlines()[-1]
    scores = json.loads(said)["noufaily"]
    return [
        {
            "false_positive_rate": float(name.removeprefix(RATE_LEAD)),
            "detected": round(told["pod"], 3),
        }
        for name, told in scores.items()
    ]


def _run(script: Path, adapter: str, *more: str) -> str:
    """The bench's own script, in a process of its own, over our adapter."""
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, str(script), "--detector", f"tests.benchmarks.adapters:{adapter}"]
    done = subprocess.run(
        [*command, *more],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


if __name__ == "__main__":
    main()
