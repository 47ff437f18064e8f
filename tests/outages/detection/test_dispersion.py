"""Drift and short-lived scatter are told apart; what climbs is followed, what jumps is not."""

import numpy as np
import pytest

from outages.detection.baseline import Fit, fit
from outages.detection.dispersion import TAIL_CAUTION, usual_ratio
from outages.detection.week import BIN_MINUTES
from tests.outages.detection.worlds import MONDAY

Floats = np.ndarray
DAYS = 28


def scatter(relvar: float, *, of_minutes: int, series: int = 40) -> Floats:
    """Levels per half hour that scatter anew every `of_minutes`, [series, bins], around 1."""
    per_bin = BIN_MINUTES // of_minutes
    drawn = np.random.default_rng(9).gamma(1 / relvar, relvar, (series, DAYS * 48 * per_bin))
    return np.asarray(drawn.reshape(series, -1, per_bin).mean(axis=2))


def drift(deviation: float, *, hours: float = 8.0, series: int = 40) -> Floats:
    """Levels that wander for hours: exp of an Ornstein-Uhlenbeck process, [series, bins]."""
    rng = np.random.default_rng(10)
    keep = np.exp(-0.5 / hours)
    level = np.zeros((series, DAYS * 48))
    for at in range(1, level.shape[1]):
        level[:, at] = keep * level[:, at - 1] + rng.normal(0, np.sqrt(1 - keep**2), series)
    return np.asarray(np.exp(deviation * level))


def learned(level: Floats) -> Fit:
    return fit(np.random.default_rng(11).poisson(40 * level), MONDAY)


@pytest.mark.parametrize("relvar", [0.1, 0.4, 1.0])
def test_scatter_of_five_minutes_is_learned_from_half_hours(relvar: float) -> None:
    usual = learned(scatter(relvar, of_minutes=5))
    said = np.median(usual.relvar_over(5)) / TAIL_CAUTION
    assert said == pytest.approx(relvar, rel=0.3, abs=0.05)


def test_drift_is_not_taken_for_short_lived_scatter() -> None:
    """What wanders for hours does not make five minutes any less sure than half an hour."""
    usual = learned(drift(0.4))
    assert np.median(usual.relvar) > 0.03
    assert np.median(usual.jitter / BIN_MINUTES) < 0.3 * np.median(usual.relvar)


def test_windows_beyond_half_an_hour_are_not_surer() -> None:
    usual = learned(scatter(0.4, of_minutes=5))
    over = usual.relvar_over([5, 15, 30, 60, 120])
    assert (np.diff(over[:, :3]) < 0).all()
    np.testing.assert_array_equal(over[:, 2:], over[:, [2, 2, 2]])


@pytest.mark.parametrize(
    ("blocks", "ratio"),
    [([100, 100, 100, 100], 1.0), ([150, 200, 280, 350], 2.4), ([100, 100, 100, 350], 1.2)],
    ids=["steady", "climbs", "jumps"],
)
def test_a_level_that_climbs_is_followed_and_a_jump_is_not(blocks: list[int], ratio: float) -> None:
    said = usual_ratio(np.array([blocks], float), np.full((1, 4), 100.0))
    assert said[0] == pytest.approx(ratio, abs=0.06)


def test_few_reports_lean_on_what_they_are_told_to() -> None:
    nothing, hardly = np.zeros((1, 4)), np.full((1, 4), 0.01)
    assert usual_ratio(nothing, hardly, np.array([2.0]))[0] == pytest.approx(2.0, rel=0.02)
