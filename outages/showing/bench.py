"""What the shipped detector scored on a bench of known outages, with date and command.

The file is written by `python -m tests.benchmarks.figures` and goes with the code.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent.parent / "data" / "bench.json"


@lru_cache(maxsize=1)
def figures() -> dict[str, Any] | None:
    """The figures; None where the bench has not been run."""
    try:
        found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return found
