"""Fit the weights of phrases to a file of labelled texts, and say how well they carry over.

  python -m tests.benchmarks.fit_texts causes FILE... [--write] [--prudence 1.15] [--reserve 1.2]
  python -m tests.benchmarks.fit_texts symptoms FILE [--write]

FILE: CSV with `text`, a label (`cause_category` or `symptom`) and a group that no fold may part
(`company` or `id`). Each file is a source and counts the same. What is printed is cross-validated
over groups and, of several files, for each file by a fit to the others; with --write the fit to
all rows goes to outages/causes/weights.

Causes are fitted to texts without the phrases that only their own company uses (own_words.py).
Prudence and reserve are what texts of companies asked for that nobody had read
(docs/decisions/0037): temperature times the one, logit of "unknown" plus the other.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import numpy as np
from scipy.special import softmax

from outages.causes.features import GENERAL, TIED
from outages.causes.phrases.families import cause_phrases, clearness, label_of
from outages.causes.reader import Numbers, Phrasing, kept_form
from outages.causes.softmax import Floats, Ints, Sample, Weights, fit, logits, tempered
from outages.causes.taxonomy import UNKNOWN
from outages.causes.text import (
    CAUSE_WEIGHTS,
    NAMED_FROM,
    SYMPTOM_WEIGHTS,
    cause_phrasing,
    symptom_phrasing,
)
from tests.benchmarks.own_words import without_own_words

Rows = Sequence[dict[str, str]]

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
    # The phrases of which those are struck out that a text's own group alone uses.
    phrases: Mapping[str, Sequence[str]] | None = None


TASKS = {
    "causes": lambda: Task(
        cause_phrasing(),
        "cause_category",
        "company",
        CAUSE_WEIGHTS,
        TIED_PRIOR | BLAME_PRIOR,
        (12, 32, 30, 12),
        0.5,
        phrases=cause_phrases(),
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


def sampled(task: Task, sources: Sequence[Rows], *, struck: bool) -> list[Sample]:
    """The rows of each source as numbers; `struck`: without each group's own words."""
    numbers = iter(_numbers(task, [row for rows in sources for row in rows], struck=struck))
    return [_sample(task, rows, [next(numbers) for _ in rows]) for rows in sources]


def _numbers(task: Task, rows: Rows, *, struck: bool) -> list[Numbers]:
    texts = [row["text"] for row in rows]
    if struck and task.phrases is not None:
        groups = [row[task.group] for row in rows]
        return without_own_words(task.phrasing, task.phrases, texts, groups)
    return [task.phrasing.numbers(text) for text in texts]


def _sample(task: Task, rows: Rows, numbers: Sequence[Numbers]) -> Sample:
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


def joined(samples: Sequence[Sample]) -> Sample:
    """All of them, each counting the same in all."""
    each = sum(len(one.label) for one in samples) / len(samples)
    return Sample(
        np.concatenate([one.plain for one in samples]),
        np.concatenate([one.tied for one in samples]),
        np.concatenate([one.label for one in samples]),
        np.concatenate([one.weight * each / one.weight.sum() for one in samples]),
    )


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


def answers(task: Task, found: Floats) -> tuple[Ints, Floats]:
    """What is told of each text, and how surely: an unsure cause is no cause."""
    told, sure = found.argmax(axis=1), found.max(axis=1)
    if UNKNOWN not in task.phrasing.labels:
        return told, sure
    unknown, unsure = task.phrasing.labels.index(UNKNOWN), sure < NAMED_FROM
    return np.where(unsure, unknown, told), np.where(unsure, found[:, unknown], sure)


def report(task: Task, shown: Floats, label: Ints) -> dict[str, float]:
    """Macro-F1 over labels with enough rows, accuracy, expected calibration error, mean negative
    log-likelihood, recall of "unknown"."""
    told, sure = answers(task, shown)
    counts = np.bincount(label, minlength=len(task.phrasing.labels))
    scores, recalls = {}, {}
    for number in np.flatnonzero(counts >= FEWEST):
        right = float(((told == number) & (label == number)).sum())
        scores[task.phrasing.labels[number]] = 2 * right / (counts[number] + (told == number).sum())
        recalls[task.phrasing.labels[number]] = right / float(counts[number])
    hit = told == label
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [abs(float((sure - hit)[bins == number].sum())) for number in range(BINS)]
    measured = {
        "macro_f1": float(np.mean(list(scores.values()))),
        "accuracy": float(hit.mean()),
        "ece": sum(gaps) / len(label),
        "nll": -float(np.log(shown[np.arange(len(label)), label]).mean()),
    }
    measured |= {"unknown_recall": recalls[UNKNOWN]} if UNKNOWN in recalls else {}
    return {name: round(value, 3) for name, value in measured.items()}


@dataclass(frozen=True)
class Prudence:
    """What is taken back of what a fit says: its logits by `temperature`, and `reserve` more for
    "unknown"."""

    temperature: float
    reserve: float

    def shown(self, task: Task, raw: Floats) -> Floats:
        """Probabilities [texts, labels] of raw logits."""
        found = raw / self.temperature
        if UNKNOWN in task.phrasing.labels:
            found[:, task.phrasing.labels.index(UNKNOWN)] += self.reserve
        return np.asarray(softmax(found, axis=1))

    def weights(self, task: Task, fitted: Weights) -> Weights:
        """The weights that say the same by themselves."""
        plain = fitted.plain.copy()
        if UNKNOWN in task.phrasing.labels:
            unknown = task.phrasing.labels.index(UNKNOWN)
            plain[GENERAL.index("bias"), unknown] += self.reserve * self.temperature
        return replace(fitted, plain=plain, temperature=self.temperature)


def carried_over(
    task: Task, read: Sequence[Sample], struck: Sequence[Sample], prudence: Prudence
) -> list[tuple[dict[str, float], dict[str, float]]]:
    """Of each source, how well a fit to the others reads it: as it is, and without own words."""
    mean, stiff = prior(task)
    found = []
    for number, one in enumerate(struck):
        weights = fit(joined([*struck[:number], *struck[number + 1 :]]), mean, stiff)
        plain, bare = (
            report(task, prudence.shown(task, logits(weights, of.plain, of.tied)), of.label)
            for of in (read[number], one)
        )
        found.append((plain, bare))
    return found


def main() -> None:
    given = _given()
    task = TASKS[given.task]()
    sources = [_rows(file) for file in given.files]
    start = perf_counter()
    read = sampled(task, sources, struck=False)
    spent = 1000 * (perf_counter() - start) / sum(map(len, sources))
    struck = sampled(task, sources, struck=True)
    mean, stiff = prior(task)
    sample = joined(struck)
    fold = folds([row[given.group or task.group] for rows in sources for row in rows])
    raw = across(sample, fold, mean, stiff)
    cooled = tempered(mean, raw, sample.label).temperature
    prudence = Prudence(cooled * given.prudence, given.reserve)
    if len(sources) > 1:
        for file, (plain, bare) in zip(
            given.files, carried_over(task, read, struck, prudence), strict=True
        ):
            print(f"{file.name} by the others: {plain}\n  without own words: {bare}")
    measured = report(task, prudence.shown(task, raw), sample.label)
    print(measured, f"{len(fold)} rows, {task.phrasing.matcher.count} phrases, {spent:.2f} ms each")
    if given.write:
        weights = prudence.weights(task, fit(sample, mean, stiff))
        made = {
            "by": f"python -m tests.benchmarks.fit_texts {given.task} FILE... --write",
            "rows": [len(rows) for rows in sources],
            "stiffness": task.stiffness,
            "prudence": given.prudence,
            "reserve": given.reserve,
            "cross_validated": measured,
        }
        task.file.write_text(kept_form(task.phrasing, weights, made), encoding="utf-8")


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=tuple(TASKS))
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--group", help="another column whose groups no fold may part")
    parser.add_argument("--prudence", type=float, default=1.0, help="temperature times this")
    parser.add_argument("--reserve", type=float, default=0.0, help="added to unknown's logit")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def _rows(file: Path) -> Rows:
    with file.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


if __name__ == "__main__":
    main()
