"""Counts by minute → at once or slowly, in steps, in waves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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


def drawn(shape: Shape, height: float, seed: int, *, after: int) -> Rise | None:
    """What the curve shows so many minutes after its onset."""
    at = np.arange(ONSET + after, dtype=np.float64) - ONSET
    counts = np.random.default_rng(seed).poisson(USUAL + height * shape(at))
    return rise_of(counts, np.full(len(at), USUAL))


def seen(shape: Shape, height: float, seed: int) -> Rise:
    rise = drawn(shape, height, seed, after=MINUTES - ONSET)
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
        (straight(40), 18, 45),
    ],
)
def test_how_long_a_rise_took(shape: Shape, low: float, high: float, height: float) -> None:
    median = np.median(told([seen(shape, height, seed) for seed in SEEDS]))
    assert low <= median <= high


def told(rises: Sequence[Rise | None]) -> list[float]:
    return [one.minutes for one in rises if one is not None and one.minutes is not None]


@dataclass(frozen=True)
class Told:
    """Durations that were told of rises of `truth` minutes (from 10 % to 90 %) in `looks`."""

    truth: float
    durations: list[float]
    looks: int

    @property
    def wrong(self) -> float:
        """The share of looks that told more than twice or less than half of it; who tells of
        minutes that all is over within some minutes isn't wrong."""
        off = [x for x in self.durations if not self.truth / 2 <= x <= self.truth * 2]
        return sum(abs(x - self.truth) > A_MOMENT for x in off) / self.looks

    @property
    def often(self) -> float:
        return len(self.durations) / self.looks


A_MOMENT = 4.0
# Minutes of a rise, reports that it adds to a quarter of an hour, and when it is looked at.
RAMPS, CROWDS, LOOKS = (5, 20, 60, 120), (10, 40, 200), (1, 3, 5, 10, 30, 60)
DRAWS = range(30)


def looked_at(duration: int, crowd: int, after: int) -> Told:
    shape = straight(duration)
    rises = [drawn(shape, crowd / 15, seed, after=after) for seed in DRAWS]
    return Told(0.8 * duration, told(rises), len(DRAWS))


@pytest.mark.parametrize("crowd", CROWDS)
@pytest.mark.parametrize("after", LOOKS)
def test_a_step_is_never_told_to_be_slow(after: int, crowd: int) -> None:
    assert all(minutes <= 10 for minutes in looked_at(1, crowd, after).durations)


@pytest.mark.parametrize("crowd", CROWDS)
@pytest.mark.parametrize("duration", RAMPS)
def test_how_long_a_ramp_takes_is_told_well_or_not_at_all(duration: int, crowd: int) -> None:
    looks = [looked_at(duration, crowd, after) for after in LOOKS]
    # Plausible is what holds the truth 19 times of 20.
    assert max(look.wrong for look in looks) <= 0.1
    assert float(np.mean([look.wrong for look in looks])) <= 0.05


@pytest.mark.parametrize(
    ("duration", "crowd", "after", "least"),
    [
        (1, 200, 5, 0.8),
        (1, 40, 60, 0.4),
        (5, 200, 30, 0.8),
        (20, 200, 60, 0.9),
        (60, 200, 180, 0.5),
    ],
)
def test_what_the_reports_show_is_told(duration: int, crowd: int, after: int, least: float) -> None:
    assert looked_at(duration, crowd, after).often >= least


@pytest.mark.parametrize("people", [45, 400])
def test_one_minute_shows_no_duration(people: int) -> None:
    counts = [0, 1, 0, 0, 0, 0] * 10 + [people]
    rise = rise_of(counts, [0.2] * len(counts))
    assert rise is not None
    assert rise.minutes is None


@pytest.mark.parametrize("duration", [60, 120])
@pytest.mark.parametrize("crowd", [200, 3000])
def test_a_rise_that_goes_on_has_no_duration_yet(duration: int, crowd: int) -> None:
    assert looked_at(duration, crowd, duration // 2).often <= 0.1


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
