"""Fit the weights of phrases to a file of labelled texts, and say how well they carry over.

  python -m tests.benchmarks.fit_texts causes FILE [--write] [--prudence 1.25]
  python -m tests.benchmarks.fit_texts symptoms FILE [--write]

FILE: CSV with `text`, a label (`cause_category` or `symptom`) and a group that no fold may part
(`company` or `id`). What is printed is cross-validated; with --write the fit to all rows goes to
outages/causes/weights.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import numpy as np
from scipy.special import softmax

from outages.causes.features import GENERAL, TIED
from outages.causes.phrases.families import clearness, label_of
from outages.causes.reader import Phrasing, kept_form
from outages.causes.softmax import Floats, Ints, Sample, Weights, fit, logits, tempered
from outages.causes.taxonomy import UNKNOWN
from outages.causes.text import (
    CAUSE_WEIGHTS,
    NAMED_FROM,
    SYMPTOM_WEIGHTS,
    cause_phrasing,
    symptom_phrasing,
)

FOLDS = 10
# A class with fewer texts than this stays out of the mean over classes.
FEWEST = 3
BINS = 10
# Before any data: a family speaks for its own label, and silence for "unknown".
OWN, SILENCE = 1.5, 2.0
SHORT = -0.6
TIED_PRIOR = {"strength": 1.5, "headline": 0.6, "share": 1.5, "first": 0.45}
BLAME_PRIOR = {"blamed": 0.45, "first blamed": 1.05}


@dataclass(frozen=True)
class Task:
    """What is fitted, from which columns; stiffness of weights: a family's for its own label, for
    others, of general features, of tied ones. `spread`: a group of n texts counts n^(1-spread),
    `evenness`: a label of n texts n^(1-evenness). Chosen by cross-validation, in coarse steps."""

    phrasing: Phrasing
    label: str
    group: str
    file: Path
    tied: dict[str, float]
    stiffness: tuple[float, float, float, float]
    spread: float
    evenness: float = 0.5


TASKS = {
    "causes": lambda: Task(
        cause_phrasing(),
        "cause_category",
        "company",
        CAUSE_WEIGHTS,
        TIED_PRIOR | BLAME_PRIOR,
        (12, 32, 30, 12),
        0.5,
    ),
    "symptoms": lambda: Task(
        symptom_phrasing(), "symptom", "id", SYMPTOM_WEIGHTS, TIED_PRIOR, (6, 16, 10, 6), 0.0
    ),
}


def prior(task: Task) -> tuple[Weights, Weights]:
    """Weights before any data, and how stiffly they are held."""
    own, other, general, tied = task.stiffness
    shape = (len(task.phrasing.features), len(task.phrasing.labels))
    mean, stiff = np.zeros(shape), np.full(shape, other)
    stiff[: len(GENERAL)] = general
    for row, family in enumerate(task.phrasing.families, len(GENERAL)):
        if label_of(family) in task.phrasing.labels:
            column = task.phrasing.labels.index(label_of(family))
            mean[row, column], stiff[row, column] = OWN * clearness(family), own
    if UNKNOWN in task.phrasing.labels:
        mean[GENERAL.index("length"), task.phrasing.labels.index(UNKNOWN)] = SHORT
        mean[GENERAL.index("silence"), task.phrasing.labels.index(UNKNOWN)] = SILENCE
    ties = np.array([task.tied.get(name, 0.0) for name in TIED])
    return Weights(mean, ties), Weights(stiff, np.full(len(TIED), float(tied)))


def sampled(task: Task, rows: Sequence[dict[str, str]]) -> Sample:
    """The rows as numbers."""
    numbers = [task.phrasing.numbers(row["text"]) for row in rows]
    label = np.array([task.phrasing.labels.index(row[task.label]) for row in rows])
    groups = Counter(row[task.group] for row in rows)
    labels = Counter(row[task.label] for row in rows)
    weight = np.array(
        [
            groups[row[task.group]] ** -task.spread * labels[row[task.label]] ** -task.evenness
            for row in rows
        ]
    )
    plain, tied = (np.stack(part) for part in zip(*numbers, strict=True))
    return Sample(plain, tied, label, weight / weight.mean())


def part(sample: Sample, chosen: Ints) -> Sample:
    """Some rows of it."""
    return Sample(
        sample.plain[chosen], sample.tied[chosen], sample.label[chosen], sample.weight[chosen]
    )


def folds(groups: Sequence[str]) -> Ints:
    """The fold of each row: whole groups, largest first, into the emptiest fold."""
    sizes, where = [0] * FOLDS, {}
    counts = Counter(groups)
    for group in sorted(counts, key=lambda one: (-counts[one], sha256(one.encode()).hexdigest())):
        where[group] = min(range(FOLDS), key=sizes.__getitem__)
        sizes[where[group]] += counts[group]
    return np.array([where[group] for group in groups])


def across(sample: Sample, fold: Ints, mean: Weights, stiff: Weights) -> Floats:
    """Logits of each row from a fit to the other folds."""
    raw = np.zeros(sample.tied.shape[:2])
    for number in range(FOLDS):
        inside, outside = np.flatnonzero(fold == number), np.flatnonzero(fold != number)
        weights = fit(part(sample, outside), mean, stiff)
        raw[inside] = logits(weights, sample.plain[inside], sample.tied[inside])
    return raw


def answers(task: Task, chances: Floats) -> tuple[Ints, Floats]:
    """What is told of each text, and how surely: an unsure cause is no cause."""
    told, sure = chances.argmax(axis=1), chances.max(axis=1)
    if UNKNOWN not in task.phrasing.labels:
        return told, sure
    unknown, unsure = task.phrasing.labels.index(UNKNOWN), sure < NAMED_FROM
    return np.where(unsure, unknown, told), np.where(unsure, chances[:, unknown], sure)


def report(task: Task, chances: Floats, label: Ints) -> dict[str, float]:
    """Macro-F1 over labels with enough rows, expected calibration error, recall of "unknown"."""
    told, sure = answers(task, chances)
    counts = np.bincount(label, minlength=len(task.phrasing.labels))
    scores, recalls = {}, {}
    for number in np.flatnonzero(counts >= FEWEST):
        right = float(((told == number) & (label == number)).sum())
        scores[task.phrasing.labels[number]] = 2 * right / (counts[number] + (told == number).sum())
        recalls[task.phrasing.labels[number]] = right / float(counts[number])
    for name, score in scores.items():
        print(f"  {name:24} f1 {score:.2f} recall {recalls[name]:.2f}")
    hit = told == label
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [abs(float((sure - hit)[bins == number].sum())) for number in range(BINS)]
    found = {
        "macro_f1": float(np.mean(list(scores.values()))),
        "accuracy": float(hit.mean()),
        "ece": sum(gaps) / len(label),
    }
    return found | ({"unknown_recall": recalls[UNKNOWN]} if UNKNOWN in recalls else {})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=tuple(TASKS))
    parser.add_argument("file", type=Path)
    parser.add_argument("--group", help="another column whose groups no fold may part")
    parser.add_argument("--prudence", type=float, default=1.0, help="temperature times this")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    task = TASKS[given.task]()
    with given.file.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    start = perf_counter()
    sample, (mean, stiff) = sampled(task, rows), prior(task)
    spent = 1000 * (perf_counter() - start) / len(rows)
    fold = folds([row[given.group or task.group] for row in rows])
    raw = across(sample, fold, mean, stiff)
    cooled = tempered(mean, raw, sample.label)
    measured = report(
        task, softmax(raw / (cooled.temperature * given.prudence), axis=1), sample.label
    )
    measured = {name: round(value, 3) for name, value in measured.items()}
    print(measured, f"{len(rows)} rows, {task.phrasing.matcher.count} phrases, {spent:.2f} ms each")
    if given.write:
        fitted = fit(sample, mean, stiff)
        weights = replace(fitted, temperature=cooled.temperature * given.prudence)
        made = {
            "by": f"python -m tests.benchmarks.fit_texts {given.task} FILE --write",
            "rows": len(rows),
            "stiffness": task.stiffness,
            "prudence": given.prudence,
            "cross_validated": measured,
        }
        task.file.write_text(kept_form(task.phrasing, weights, made), encoding="utf-8")


if __name__ == "__main__":
    main()
