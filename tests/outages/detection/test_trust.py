"""A series that cries wolf on every other day is believed less; one that does not, is believed."""

import numpy as np

from outages.detection.baseline import fit
from outages.detection.lifecycle import OPEN_ABOVE
from outages.detection.scan import RECENT_MINUTES, judge
from tests.outages.detection.worlds import MONDAY

DAYS, SLOTS = 28, 48


def bursts(days: list[int]) -> np.ndarray:
    """One series of 10 reports per half hour, with 40 in one half hour of each of these days."""
    bins = np.random.default_rng(7).poisson(10, (1, DAYS, SLOTS))
    bins[0, days, 30 + np.arange(len(days)) % 9] = 40
    return bins.reshape(1, -1)


def test_ordinary_series_are_trusted_almost_fully() -> None:
    rng = np.random.default_rng(1)
    rates = np.geomspace(0.01, 500, 200)[:, None]
    usual = fit(rng.poisson(rates * np.ones(DAYS * SLOTS)), MONDAY)
    assert np.quantile(usual.trust, 0.1) > 0.85
    assert usual.trust.max() == 1.0


def test_outages_on_fewer_than_half_of_the_days_cost_no_trust() -> None:
    assert fit(bursts([20, 22, 24, 26]), MONDAY).trust[0] > 0.85


def test_bursts_on_most_days_are_ordinary_for_this_series() -> None:
    usual = fit(bursts(list(range(0, 28))), MONDAY)
    assert usual.trust[0] < 0.5
    recent = np.random.default_rng(3).poisson(1 / 3, (1, RECENT_MINUTES))
    recent[0, -30:] = np.random.default_rng(4).poisson(40 / 30, 30)
    assert judge(recent, usual, MONDAY + DAYS * 1440 + 700).severity[0] < OPEN_ABOVE
    recent[0, -30:] = 10
    assert judge(recent, usual, MONDAY + DAYS * 1440 + 700).severity[0] > OPEN_ABOVE


def test_calling_them_incidents_does_not_win_the_trust_back() -> None:
    bins = bursts(list(range(0, 28)))
    assert fit(bins, MONDAY, excluded=bins == 40).trust[0] < 0.5


def test_a_series_without_one_whole_day_is_not_distrusted() -> None:
    assert fit(np.full((1, 40), 7), MONDAY).trust.tolist() == [1]
