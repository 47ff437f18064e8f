"""Weights of signals from labelled examples: a softmax that is held by the table of judgements.

Maximum a posteriori with a normal prior around each judgement (`outages.causes.table`). A weight
that the table gives keeps its sign and a quarter of its size; one that it doesn't give has to earn
its place. Signals are dropped at random, since in life many are missing: each must be able to speak
alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, minimize

from outages.causes.table import PRIORS, TABLE
from outages.causes.taxonomy import KNOWN
from outages.causes.weighing import MOST_OF_SYMPTOMS, SYMPTOMS

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NAMES = tuple(TABLE)
KINDS = tuple(PRIORS)
# Not learnt: see the table on statements; common causes are in no example, and in simulated ones
# fewer say "no connection" of a broken provider than the record of real ones has.
FIXED = (
    "notice.",
    "found.",
    "symptoms.cut_off",
    "dependency.in_step",
    "dependency.none_known",
)
OF_SYMPTOMS = np.array([name.startswith(SYMPTOMS) for name in NAMES])
FIXED_ROWS = np.array([name.startswith(FIXED) for name in NAMES])
# How far examples may take a weight from its judgement, and what they must leave of it.
FARTHEST, LEAST_PART = 1.0, 0.25
# Real users' guesses are worth less than simulated ones, above all those at an attack.
MOST_OF_GUESSES = {"comments.cyberattack": 0.7}
MOST_OF_A_GUESS = 1.0
# Spread (log-odds) of a weight around its judgement, of one around nothing, and of log shares.
SPREAD, SPREAD_OF_FREE, SPREAD_OF_SHARES = 1.0, 0.3, 0.5
# Below this a weight that nobody judged is left out: a reader would only stumble over it.
FAINT = 0.15
MOST_ROUNDS = 1000
# Copies of every example, and the chance that a signal is missing from each.
MISSING = (0.0, 0.0, 0.3, 0.6)


@dataclass(frozen=True)
class Examples:
    """features [examples, names]; kind [examples] in KINDS; cause [examples] in KNOWN."""

    features: Floats
    kind: Ints
    cause: Ints

    def of(self, chosen: NDArray[np.bool_] | Ints) -> "Examples":
        return Examples(self.features[chosen], self.kind[chosen], self.cause[chosen])


@dataclass(frozen=True)
class Model:
    """weights [names, causes]; shares [kinds, causes] as logs; scale of the weights."""

    weights: Floats
    shares: Floats
    scale: float = 1.0

    def mix(self, examples: Examples) -> Floats:
        """What the symptoms say together [examples, causes], not yet held."""
        said: Floats = examples.features[:, OF_SYMPTOMS] @ self.weights[OF_SYMPTOMS]
        return said

    def chances(self, examples: Examples) -> Floats:
        """[examples, causes]"""
        held = MOST_OF_SYMPTOMS * np.tanh(self.mix(examples) / MOST_OF_SYMPTOMS)
        others = examples.features[:, ~OF_SYMPTOMS] @ self.weights[~OF_SYMPTOMS]
        scores = self.shares[examples.kind] + self.scale * (held + others)
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances: Floats = odds / odds.sum(axis=1, keepdims=True)
        return chances


def rows_of(heard: Sequence[Mapping[str, float]]) -> Floats:
    """Features by name → [examples, names]."""
    return np.array([[one.get(name, 0.0) for name in NAMES] for one in heard], dtype=np.float64)


def with_gaps(examples: Examples, *, chance: float, seed: int) -> Examples:
    """The same examples, each of their signals missing with a chance."""
    signals = [name.partition(".")[0] for name in NAMES]
    order = {signal: i for i, signal in enumerate(dict.fromkeys(signals))}
    column = np.array([order[signal] for signal in signals])
    rng = np.random.default_rng(seed)
    heard = rng.random((len(examples.cause), len(order))) >= chance
    return Examples(examples.features * heard[:, column], examples.kind, examples.cause)


def without_fixed(examples: Examples) -> Examples:
    """The same examples without the signals that are not learnt."""
    return Examples(examples.features * ~FIXED_ROWS, examples.kind, examples.cause)


def judged() -> Model:
    """The table as it is."""
    weights = np.array([[TABLE[name].get(slug, 0.0) for slug in KNOWN] for name in NAMES])
    shares = np.array([[PRIORS[kind][slug] for slug in KNOWN] for kind in KINDS])
    return Model(weights, np.log(shares / shares.sum(axis=1, keepdims=True)))


def fit(examples: Examples, *, seed: int = 0) -> Model:
    """The most probable weights, given the table and the examples."""
    copies = [with_gaps(examples, chance=chance, seed=seed + i) for i, chance in enumerate(MISSING)]
    pooled = Examples(
        np.concatenate([copy.features for copy in copies]),
        np.concatenate([copy.kind for copy in copies]),
        np.concatenate([copy.cause for copy in copies]),
    )
    first = _Problem.of(pooled, kept=np.ones((len(NAMES), len(KNOWN)), dtype=bool)).solved()
    kept = (judged().weights != 0) | (np.abs(first.weights) >= FAINT)
    return _Problem.of(pooled, kept=kept).solved()


def _most(name: str) -> float:
    if name.startswith("comments."):
        return MOST_OF_GUESSES.get(name, MOST_OF_A_GUESS)
    return np.inf


@dataclass(frozen=True)
class _Problem:
    examples: Examples
    centre: Model
    spread: Floats
    low: Floats
    high: Floats

    @classmethod
    def of(cls, examples: Examples, *, kept: NDArray[np.bool_]) -> "_Problem":
        centre = judged()
        table = centre.weights
        most = np.array([_most(name) for name in NAMES])[:, None]
        low = np.where(table > 0, LEAST_PART * table, table - FARTHEST)
        high = np.minimum(np.where(table < 0, LEAST_PART * table, table + FARTHEST), most)
        still = FIXED_ROWS[:, None] | ~kept
        return cls(
            examples,
            centre,
            np.where(table != 0, SPREAD, SPREAD_OF_FREE),
            np.where(still, table, low),
            np.where(still, table, high),
        )

    def solved(self) -> Model:
        low = np.concatenate([self.low.ravel(), np.full(self.centre.shares.size, -np.inf)])
        high = np.concatenate([self.high.ravel(), np.full(self.centre.shares.size, np.inf)])
        start = np.concatenate([self.centre.weights.ravel(), self.centre.shares.ravel()])
        found = minimize(
            self.loss,
            np.clip(start, low, high),
            jac=True,
            method="L-BFGS-B",
            bounds=Bounds(low, high),
            options={"maxiter": MOST_ROUNDS},
        )
        if not found.success:
            raise ArithmeticError(found.message)
        return self._model(found.x)

    def loss(self, at: Floats) -> tuple[float, Floats]:
        """Negative log posterior, and its slope. Copies of an example share its weight."""
        model, n = self._model(at), len(self.examples.cause)
        chances = model.chances(self.examples)
        rows = np.arange(n)
        wrong = chances.copy()
        wrong[rows, self.examples.cause] -= 1
        off = (model.weights - self.centre.weights) / self.spread
        off_shares = (model.shares - self.centre.shares) / SPREAD_OF_SHARES
        value = -np.log(chances[rows, self.examples.cause]).sum() / len(MISSING)
        value += 0.5 * ((off**2).sum() + (off_shares**2).sum())
        slope = self.examples.features.T @ wrong
        bend = 1 - np.tanh(model.mix(self.examples) / MOST_OF_SYMPTOMS) ** 2
        slope[OF_SYMPTOMS] = self.examples.features[:, OF_SYMPTOMS].T @ (wrong * bend)
        slope = slope / len(MISSING) + off / self.spread
        by_kind = np.eye(len(KINDS))[self.examples.kind]
        slope_of_shares = by_kind.T @ wrong / len(MISSING) + off_shares / SPREAD_OF_SHARES
        return float(value), np.concatenate([slope.ravel(), slope_of_shares.ravel()])

    def _model(self, at: Floats) -> Model:
        size = self.centre.weights.size
        return Model(
            at[:size].reshape(self.centre.weights.shape),
            at[size:].reshape(self.centre.shares.shape),
        )
