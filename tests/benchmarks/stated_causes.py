"""How often a text that is held to state a cause states that one.

  python -m tests.benchmarks.stated_causes FILE

FILE: CSV with `text` and `cause_category`. Prints one line of JSON. Of texts on which the weights
of phrases were fitted this is the most that can be hoped for, not what to expect of others.
"""

import argparse
import csv
import json
from pathlib import Path

from outages.causes.stated import STATED_FROM, stated
from outages.causes.taxonomy import UNKNOWN


def score(file: Path) -> dict[str, float]:
    """Counts of texts: that are held to state a cause, of those the right one, and that name none
    and are held to state one all the same."""
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    said = [(row["cause_category"], stated(row["text"])) for row in rows]
    held = [(label, found.category) for label, found in said if found is not None]
    return {
        "threshold": STATED_FROM,
        "texts": len(rows),
        "naming_none": sum(label == UNKNOWN for label, _found in said),
        "stated": len(held),
        "right": sum(label == category for label, category in held),
        "stated_though_naming_none": sum(label == UNKNOWN for label, _category in held),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    print(json.dumps({"bench": "stated_causes", **score(parser.parse_args().file)}))
