"""Fit the weights of signals to labelled scenarios, and say how good such a fit is.

    python -m tests.benchmarks.fit_fusion FILE            score by cross-validation
    python -m tests.benchmarks.fit_fusion FILE --write    and put the weights into the project

FILE: one scenario a line (JSON), with its cause as "label". What is scored was never fitted to:
each fifth is judged by weights and a scale that were found on the other four.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize_scalar

from outages.causes import fitted
from outages.causes.signals import LIKELY, heard
from outages.causes.taxonomy import GROUP_OF, KNOWN
from tests.benchmarks.cause_adapters import Body, signals_of
from tests.benchmarks.fusion_fit import (
    KINDS,
    MISSING,
    NAMES,
    Examples,
    Floats,
    Ints,
    Model,
    fit,
    rows_of,
    with_gaps,
    without_fixed,
)

FOLDS = 5
# Of the scale by which all weights are multiplied. What is simulated is cleaner than life, and may
# not talk us into much more than it was allowed to teach.
LEAST_SCALE, MOST_SCALE = 0.5, 1.5
BINS = 10
SEED = 0

TOP = '''"""Weights of signals for and against causes: written by a command, not by hand.

The judgements in `table.py`, corrected by simulated examples as far as `fusion_fit.py` allows.
To make this file anew: python -m tests.benchmarks.fit_fusion FILE --write
"""

from collections.abc import Mapping

# Factor of all weights, so that what is called probable comes true as often.
SCALE = {scale:.2f}

# Shares of the causes before any evidence, by kind of service, in the order of taxonomy.KNOWN.
SHARES: Mapping[str, tuple[float, ...]] = {{
{shares}
}}

# Log-odds by feature, before the scale; the columns are those of taxonomy.KNOWN.
# {heading}
_TABLE = """
{weights}
"""

WEIGHTS: Mapping[str, tuple[float, ...]] = {{
    name: tuple(float(weight) for weight in weights)
    for name, *weights in map(str.split, _TABLE.strip().splitlines())
}}
'''


def examples_of(scenarios: Sequence[Body]) -> Examples:
    """Scenarios as our signals hear them."""
    signals = [signals_of(scenario) for scenario in scenarios]
    features = [
        {name: size for term in heard(one) for name, size in term.features.items()}
        for one in signals
    ]
    return Examples(
        rows_of(features),
        np.array([KINDS.index(one.service_kind) for one in signals]),
        np.array([KNOWN.index(scenario["label"]) for scenario in scenarios]),
    )


def folds_of(cause: Ints, *, seed: int) -> Ints:
    """Which fold each example is in: every cause spread evenly over all."""
    rng = np.random.default_rng(seed)
    shuffled = rng.permutation(len(cause))
    fold = np.empty(len(cause), dtype=np.int64)
    for slug in range(len(KNOWN)):
        members = shuffled[cause[shuffled] == slug]
        fold[members] = (slug + np.arange(len(members))) % FOLDS
    return fold


def calibrated(examples: Examples, *, seed: int = SEED) -> Model:
    """Weights from all examples; their scale from how weights of four fifths do on the fifth.

    Statements are left out: the reader may know their very words, and would be trusted too much.
    """
    examples = without_fixed(examples)
    fold = folds_of(examples.cause, seed=seed)
    held = [
        (
            fit(examples.of(fold != one)),
            with_gaps(examples.of(fold == one), chance=chance, seed=one),
        )
        for one in range(FOLDS)
        for chance in MISSING
    ]

    def surprise(scale: float) -> float:
        return sum(_surprise(replace(model, scale=scale), rest) for model, rest in held)

    best = minimize_scalar(surprise, bounds=(LEAST_SCALE, MOST_SCALE), method="bounded")
    return replace(fit(examples), scale=round(float(best.x), 2))


def held_out(examples: Examples, *, seed: int = SEED) -> Floats:
    """Chances [examples, causes], each example by a model that never saw it."""
    fold = folds_of(examples.cause, seed=seed)
    chances = np.zeros((len(examples.cause), len(KNOWN)))
    for one in range(FOLDS):
        chances[fold == one] = calibrated(examples.of(fold != one)).chances(
            examples.of(fold == one)
        )
    return chances


def _surprise(model: Model, examples: Examples) -> float:
    chances = model.chances(examples)[np.arange(len(examples.cause)), examples.cause]
    return float(-np.log(chances).sum())


def f1_by_cause(chances: Floats, cause: Ints) -> Floats:
    """[causes]; 0 for one that is neither met nor said."""
    said = chances.argmax(axis=1)
    columns = np.arange(len(KNOWN))
    both = ((said == cause)[:, None] & (cause[:, None] == columns)).sum(axis=0)
    either = (said[:, None] == columns).sum(axis=0) + (cause[:, None] == columns).sum(axis=0)
    result: Floats = 2 * both / np.maximum(either, 1)
    return result


def calibration_error(chances: Floats, cause: Ints) -> float:
    """Expected calibration error over ten bins (Naeini et al. 2015, AAAI)."""
    sure, hit = chances.max(axis=1), chances.argmax(axis=1) == cause
    bins = np.minimum((sure * BINS).astype(np.int64), BINS - 1)
    off = np.bincount(bins, weights=sure - hit, minlength=BINS)
    return float(np.abs(off).sum() / len(cause))


def _report(chances: Floats, cause: Ints) -> None:
    said = chances.argmax(axis=1)
    group = np.array([list(GROUP_OF.values()).index(GROUP_OF[slug]) for slug in KNOWN])
    f1 = f1_by_cause(chances, cause)
    likely = chances.max(axis=1) >= LIKELY
    met = np.bincount(cause, minlength=len(KNOWN)) > 0
    print(f"accuracy {np.mean(said == cause):.3f}  macro-F1 {f1[met].mean():.3f}")
    print(f"group accuracy {np.mean(group[said] == group[cause]):.3f}")
    print(f"ECE {calibration_error(chances, cause):.3f}")
    print(f"likely {likely.mean():.2f}, right in {np.mean((said == cause)[likely]):.3f}")
    print(f"above .99: {np.mean(chances.max(axis=1) > 0.99):.2f}")
    for slug, value, n in zip(KNOWN, f1, np.bincount(cause, minlength=len(KNOWN)), strict=True):
        print(f"  {slug:26}F1 {value:.2f}  n {n}")


def text_of(model: Model) -> str:
    """The module that the project reads its weights from."""
    shares = np.exp(model.shares) / np.exp(model.shares).sum(axis=1, keepdims=True)
    return TOP.format(
        scale=model.scale,
        shares="\n".join(
            f'    "{kind}": ({", ".join(f"{share:.3f}" for share in row)}),'
            for kind, row in zip(KINDS, shares, strict=True)
        ),
        heading=" ".join(slug.partition("_")[0][:8] for slug in KNOWN),
        weights="\n".join(
            f"{name:32}" + "".join(f"{weight:6.2f}" for weight in row)
            for name, row in zip(NAMES, model.weights + 0.0, strict=True)
        ),
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("file", type=Path)
    asked.add_argument("--write", action="store_true")
    given = asked.parse_args()
    lines = given.file.read_text(encoding="utf-8").splitlines()
    examples = examples_of([json.loads(line) for line in lines if line.strip()])
    print(f"{len(examples.cause)} scenarios, each judged by {FOLDS - 1} fifths of the others:")
    _report(held_out(examples), examples.cause)
    print("The same without their statements:")
    silent = without_fixed(examples)
    _report(held_out(silent), silent.cause)
    if given.write:
        model = calibrated(examples)
        Path(fitted.__file__).write_text(text_of(model), encoding="utf-8")
        print(f"written, with scale {model.scale:.2f}")


if __name__ == "__main__":
    main()
