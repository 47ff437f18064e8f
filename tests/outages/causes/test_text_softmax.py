"""Features → probabilities, and the weights for it."""

import numpy as np
import pytest

from outages.causes.softmax import Sample, Weights, chances, fit, logits, tempered

LABELS, TIED = 3, 2


def sample(rows: int = 300, seed: int = 5) -> tuple[Sample, Weights]:
    draw = np.random.default_rng(seed)
    true = Weights(draw.normal(size=(2, LABELS)) * 2, np.array([1.5, -1.0]))
    plain, tied = draw.normal(size=(rows, 2)), draw.normal(size=(rows, LABELS, TIED))
    found = chances(true, plain, tied)
    label = np.array([draw.choice(LABELS, p=row) for row in found])
    return Sample(plain, tied, label, np.ones(rows)), true


def nothing(value: float) -> Weights:
    return Weights(np.full((2, LABELS), value), np.full(TIED, value))


def test_chances_add_up_to_one_and_follow_the_weights() -> None:
    weights = Weights(np.array([[0.0, 2.0]]), np.array([1.0]))
    found = chances(weights, np.array([[1.0]]), np.array([[[2.0], [0.0]]]))
    assert found == pytest.approx(np.array([[0.5, 0.5]]))


def test_a_fit_recovers_the_weights_that_made_the_labels() -> None:
    texts, true = sample(3000)
    found = fit(texts, nothing(0.0), nothing(0.01))
    centred = true.plain - true.plain.mean(axis=1, keepdims=True)
    assert found.plain - found.plain.mean(axis=1, keepdims=True) == pytest.approx(centred, abs=0.4)
    assert found.tied == pytest.approx(true.tied, abs=0.2)


def test_stiff_weights_stay_where_judgement_put_them() -> None:
    texts, _ = sample()
    found = fit(texts, nothing(0.3), nothing(1e6))
    assert found.plain == pytest.approx(0.3, abs=0.01)
    assert found.tied == pytest.approx(0.3, abs=0.01)


@pytest.mark.parametrize("stiffness", [0.1, 3.0, 100.0])
def test_no_other_weights_are_a_better_compromise(stiffness: float) -> None:
    texts, _ = sample()
    mean, stiff = nothing(0.2), nothing(stiffness)
    best = fit(texts, mean, stiff)

    def cost(weights: Weights) -> float:
        found = chances(weights, texts.plain, texts.tied)
        told = np.log(found[np.arange(texts.label.size), texts.label]).sum()
        away = ((weights.plain - mean.plain) ** 2).sum() + ((weights.tied - mean.tied) ** 2).sum()
        return float(0.5 * stiffness * away - told)

    draw = np.random.default_rng(6)
    for size in (0.003, 0.03, 0.3):
        other = Weights(
            best.plain + size * draw.normal(size=best.plain.shape),
            best.tied + size * draw.normal(size=TIED),
        )
        assert cost(best) < cost(other)


def test_a_text_that_counts_nothing_changes_nothing() -> None:
    texts, _ = sample()
    half = texts.label.size // 2
    weight = np.where(np.arange(texts.label.size) < half, 1.0, 0.0)
    some = fit(
        Sample(texts.plain[:half], texts.tied[:half], texts.label[:half], weight[:half]),
        nothing(0.0),
        nothing(1.0),
    )
    all_of_them = fit(
        Sample(texts.plain, texts.tied, texts.label, weight), nothing(0.0), nothing(1.0)
    )
    assert all_of_them.plain == pytest.approx(some.plain, abs=1e-3)


@pytest.mark.parametrize("factor", [0.5, 1.0, 2.0])
def test_temperature_makes_up_for_weights_that_are_too_sure(factor: float) -> None:
    texts, true = sample(3000)
    raw = factor * logits(true, texts.plain, texts.tied)
    assert tempered(true, raw, texts.label).temperature == pytest.approx(factor, rel=0.1)
