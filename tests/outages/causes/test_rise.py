"""Counts by minute → at once or slowly, in steps, in waves."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from outages.causes.rise import FEWEST, Rise, rise_of

Floats = NDArray[np.float64]
Shape = Callable[[Floats], Floats]

USUAL, MINUTES, ONSET = 0.3, 150, 60
SEEDS = range(12)


def straight(duration: float) -> Shape:
    return lambda at: np.clip((at + 1) / duration, 0.0, 1.0)


def lagging(at: Floats) -> Floats:
    """A switch, reported by people who notice it sooner or later."""
    return np.where(at >= 0, 1 - np.exp(-np.maximum(at, 0) / 3), 0.0)


def fading(at: Floats) -> Floats:
    return np.where(at >= 0, np.exp(-np.maximum(at, 0) / 30), 0.0)


def twice(at: Floats) -> Floats:
    return (((at >= 0) & (at < 20)) | ((at >= 50) & (at < 75))).astype(np.float64)


def stairs(at: Floats) -> Floats:
    return (at >= 0) / 2 + (at >= 40) / 2


def seen(shape: Shape, height: float, seed: int) -> Rise:
    at = np.arange(MINUTES, dtype=np.float64) - ONSET
    counts = np.random.default_rng(seed).poisson(USUAL + height * shape(at))
    rise = rise_of(counts, np.full(MINUTES, USUAL))
    assert rise is not None
    return rise


@pytest.mark.parametrize("height", [5.0, 20.0, 300.0])
@pytest.mark.parametrize(
    ("shape", "low", "high"),
    [
        (straight(1), 0.5, 4),
        (straight(3), 0.5, 5),
        (lagging, 2, 9),
        (fading, 0.5, 4),
        (straight(15), 8, 18),
        (straight(40), 25, 45),
        (straight(80), 45, 95),
    ],
)
def test_how_long_a_rise_took(shape: Shape, low: float, high: float, height: float) -> None:
    median = np.median([seen(shape, height, seed).minutes for seed in SEEDS])
    assert low <= median <= high


@pytest.mark.parametrize("height", [5.0, 20.0, 300.0])
@pytest.mark.parametrize(
    ("shape", "waves"), [(straight(1), 0), (straight(40), 0), (fading, 0), (twice, 1)]
)
def test_reports_that_had_gone_and_came_back_are_waves(
    shape: Shape, waves: int, height: float
) -> None:
    assert {seen(shape, height, seed).waves for seed in SEEDS} == {waves}


@pytest.mark.parametrize(
    ("shape", "steps"), [(straight(1), 1), (straight(40), 1), (lagging, 1), (stairs, 2)]
)
def test_a_plateau_on_the_way_up_makes_steps(shape: Shape, steps: int) -> None:
    assert np.median([seen(shape, 60.0, seed).steps for seed in SEEDS]) == steps


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([], []),
        ([5] * 10, [0.0] * 10),
        ([0] * 100, [0.1] * 100),
        ([3] * 100, [3.0] * 100),
        ([0] * 80 + [2] * 15, [0.0] * 95),
    ],
)
def test_too_few_reports_draw_no_curve(reports: list[int], expected: list[float]) -> None:
    assert sum(reports[-15:]) - sum(expected[-15:]) < FEWEST or len(reports) <= 15
    assert rise_of(reports, expected) is None
