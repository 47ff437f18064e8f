"""Features → probabilities of labels: a small softmax that stays near what was judged by hand.

With a few hundred texts and about as many weights, the data may only correct the judgement: the
penalty pulls each weight towards its value before any data, not towards nothing.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize, minimize_scalar
from scipy.special import log_softmax, softmax

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Temperatures looked through: a model is seldom three times too sure, or too unsure.
COOLEST, HOTTEST = 0.3, 3.0


@dataclass(frozen=True)
class Weights:
    """`plain`: [features, labels]; `tied`: [tied features], the same for every label."""

    plain: Floats
    tied: Floats
    temperature: float = 1.0


@dataclass(frozen=True)
class Sample:
    """`plain`: [texts, features]; `tied`: [texts, labels, tied features]; `label`: [texts] index;
    `weight`: [texts], how much each text counts."""

    plain: Floats
    tied: Floats
    label: Ints
    weight: Floats


def logits(weights: Weights, plain: Floats, tied: Floats) -> Floats:
    """[…, labels] from plain […, features] and tied […, labels, tied features]."""
    return np.asarray((plain @ weights.plain + tied @ weights.tied) / weights.temperature)


def chances(weights: Weights, plain: Floats, tied: Floats) -> Floats:
    """Probabilities, [… , labels], that add up to one."""
    return np.asarray(softmax(logits(weights, plain, tied), axis=-1))


def fit(sample: Sample, prior: Weights, stiffness: Weights) -> Weights:
    """The weights at the maximum of the posterior: weighted log-likelihood less
    half of stiffness × (weight − prior)², as in ridge regression around a prior mean."""
    shape = prior.plain.shape
    start = np.concatenate([prior.plain.ravel(), prior.tied])
    stiff = np.concatenate([stiffness.plain.ravel(), stiffness.tied])
    truth = np.eye(shape[1])[sample.label]

    def cost(flat: Floats) -> tuple[float, Floats]:
        now = _unflat(flat, shape)
        log_chance = log_softmax(logits(now, sample.plain, sample.tied), axis=-1)
        loss = -float(sample.weight @ (truth * log_chance).sum(axis=1))
        error = (np.exp(log_chance) - truth) * sample.weight[:, None]
        slope = np.concatenate(
            [(sample.plain.T @ error).ravel(), np.einsum("nl,nlk->k", error, sample.tied)]
        )
        away = flat - start
        return loss + 0.5 * float(stiff @ away**2), slope + stiff * away

    found = minimize(cost, start, jac=True, method="L-BFGS-B")
    return _unflat(np.asarray(found.x), shape)


def tempered(weights: Weights, raw: Floats, label: Ints) -> Weights:
    """The weights with the temperature at which `raw` logits [texts, labels] of texts that were
    not fitted on are likeliest."""

    def cost(temperature: float) -> float:
        log_chance = log_softmax(raw / temperature, axis=-1)
        return -float(log_chance[np.arange(len(label)), label].sum())

    best = minimize_scalar(cost, bounds=(COOLEST, HOTTEST), method="bounded")
    return replace(weights, temperature=float(best.x))


def _unflat(flat: Floats, shape: tuple[int, ...]) -> Weights:
    size = shape[0] * shape[1]
    return Weights(flat[:size].reshape(shape), flat[size:])
