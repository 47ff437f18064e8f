"""Score the readers of texts on companies that nobody read while their phrases were written.

  python -m tests.benchmarks.score_texts split FOLDER OUT   the rows to develop with, as CSV in OUT
  python -m tests.benchmarks.score_texts score FOLDER       a line of JSON for each reader

FOLDER holds official_dev.csv and comments_dev.csv. Every fourth company is set aside, by the
SHA-256 of its name, and every fourth comment by that of its id: nobody has to decide, and nobody
can choose. `split` writes the other three quarters alone. Intervals are percentiles of a bootstrap
over whole companies (Efron 1979): texts of one company are no independent witnesses.
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from outages.causes.taxonomy import UNKNOWN
from outages.causes.text import cause_phrasing, symptom_phrasing
from tests.benchmarks.adapters import cause, symptom

SET_ASIDE = 4
FEWEST = 3
BINS = 10
ROUNDS = 2000
SEED = 20261124
LOW, HIGH = 2.5, 97.5


@dataclass(frozen=True)
class Task:
    """`group`: the column that decides what is set aside, and that no bootstrap draw parts."""

    name: str
    file: str
    label: str
    group: str
    reader: Callable[[str], tuple[str, float]]


TASKS = (
    Task("cause", "official_dev.csv", "cause_category", "company", cause),
    Task("symptom", "comments_dev.csv", "symptom", "id", symptom),
)


def is_set_aside(group: str) -> bool:
    """Whether texts of this group are for scoring only."""
    return int(sha256(group.encode()).hexdigest(), 16) % SET_ASIDE == 0


def rows_of(task: Task, folder: Path, *, set_aside: bool) -> list[dict[str, str]]:
    """Either half of a file."""
    with (folder / task.file).open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    return [row for row in rows if is_set_aside(row[task.group]) is set_aside]


def macro_f1(gold: np.ndarray, told: np.ndarray) -> float:
    """Mean F1 over the labels that at least FEWEST texts have."""
    scores = []
    for label in np.unique(gold):
        has, says = gold == label, told == label
        if has.sum() >= FEWEST:
            scores.append(2 * (has & says).sum() / (has.sum() + says.sum()))
    return float(np.mean(scores)) if scores else float("nan")


def calibration_error(sure: np.ndarray, hit: np.ndarray) -> float:
    """Expected calibration error over BINS bins of equal width."""
    bins = np.minimum(np.ceil(sure * BINS).astype(int) - 1, BINS - 1)
    return sum(abs(float((sure - hit)[bins == number].sum())) for number in set(bins)) / len(sure)


def recall(gold: np.ndarray, told: np.ndarray, label: str) -> float:
    """Share of the texts with this label that were told to have it."""
    has = gold == label
    return float((told[has] == label).mean()) if has.any() else float("nan")


def score(task: Task, rows: Sequence[dict[str, str]]) -> dict[str, Any]:
    """The figures on these rows, each with its interval."""
    said = [task.reader(row["text"]) for row in rows]
    gold = np.array([row[task.label] for row in rows])
    told, sure = np.array([label for label, _ in said]), np.array([by for _, by in said])
    figures: dict[str, Callable[[np.ndarray], float]] = {
        "macro_f1": lambda at: macro_f1(gold[at], told[at]),
        "accuracy": lambda at: float((gold[at] == told[at]).mean()),
        "calibration_error": lambda at: calibration_error(sure[at], (gold == told)[at]),
    }
    if UNKNOWN in set(gold):
        figures["unknown_recall"] = lambda at: recall(gold[at], told[at], UNKNOWN)
    draws = _draws([row[task.group] for row in rows])
    everything = np.arange(len(rows))
    result: dict[str, Any] = {"task": task.name, "rows": len(rows)}
    result["groups"] = len({row[task.group] for row in rows})
    for name, figure in figures.items():
        low, high = np.nanpercentile([figure(draw) for draw in draws], [LOW, HIGH])
        result[name] = round(figure(everything), 3)
        result[f"{name}_interval"] = [round(float(low), 3), round(float(high), 3)]
    return result


def _draws(groups: Sequence[str]) -> list[np.ndarray]:
    members: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        members[group].append(number)
    parts = [np.array(rows) for rows in members.values()]
    rng = np.random.default_rng(SEED)
    return [
        np.concatenate([parts[k] for k in rng.integers(0, len(parts), len(parts))])
        for _ in range(ROUNDS)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("deed", choices=("split", "score"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    given = parser.parse_args()
    phrases = {"cause": cause_phrasing(), "symptom": symptom_phrasing()}
    for task in TASKS:
        if given.deed == "score":
            found = score(task, rows_of(task, given.folder, set_aside=True))
            found["phrases_by_hand"] = phrases[task.name].matcher.count
            print(json.dumps(found))
            continue
        if given.out is None:
            parser.error("split wants a folder to write to")
        rows = rows_of(task, given.folder, set_aside=False)
        given.out.mkdir(parents=True, exist_ok=True)
        with (given.out / task.file).open("w", newline="", encoding="utf-8") as stream:
            writer = csv.DictWriter(stream, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    main()
