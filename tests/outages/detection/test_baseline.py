"""The fit knows the day, the weekend and its own ignorance, and forgets outages."""

import json

import numpy as np
import pytest

from outages.detection.baseline import MODEL_VERSION, Fit, expected, fit
from outages.detection.dispersion import LEAST_RELVAR
from outages.detection.history import dense
from tests.outages.detection.worlds import MONDAY, binned, ordinary, steady_fit

DAY = 48


def test_a_steady_rate_is_learned() -> None:
    rates = np.array([0.01, 0.2, 5.0])
    said = expected(steady_fit(rates), MONDAY + 28 * 1440 + np.arange(1440)).mean(axis=1)
    assert (np.abs(said / rates - 1) < [0.3, 0.05, 0.02]).all()


def test_day_and_night_working_day_and_weekend_are_told_apart() -> None:
    bins = np.zeros((1, 28, DAY), int)
    bins[:, :, 16:40] = 60
    bins[:, [5, 6, 12, 13, 19, 20, 26, 27], 16:40] = 20
    usual = fit(bins.reshape(1, -1), MONDAY)
    noon, night = 12 * 60, 3 * 60
    monday, saturday = MONDAY + 28 * 1440, MONDAY + 33 * 1440
    said = expected(usual, [monday + noon, monday + night, saturday + noon])[0] * 30
    assert said[0] == pytest.approx(60, rel=0.05)
    assert said[1] < 3
    assert said[2] == pytest.approx(20, rel=0.1)


def test_expected_counts_have_no_steps_and_keep_the_sum_of_the_day() -> None:
    usual = fit(binned(ordinary(np.array([4000.0]), days=28, start=MONDAY, seed=1)), MONDAY)
    minutes = MONDAY + 29 * 1440 + np.arange(-60, 1500)
    rate = expected(usual, minutes)[0]
    assert np.abs(np.diff(rate)).max() < 0.02 * rate.max()
    assert rate[60:1500].sum() == pytest.approx(usual.profile[0, 0].sum(), rel=1e-6)


@pytest.mark.parametrize("ratio", [5, 60])
def test_an_outage_nobody_marked_is_hardly_taken_for_usual(ratio: int) -> None:
    rng = np.random.default_rng(3)
    bins = rng.poisson(20.0, (1, 28 * DAY))
    clean = fit(bins, MONDAY).profile[0, 0, 24:30].mean()
    bins[0, 23 * DAY + 24 : 23 * DAY + 30] *= ratio
    dirty = fit(bins, MONDAY).profile[0, 0, 24:30].mean()
    assert dirty < 1.3 * clean


def test_confirmed_incidents_are_left_out() -> None:
    bins = np.full((1, 28 * DAY), 20)
    excluded = np.zeros(bins.shape, bool)
    excluded[0, 20 * DAY : 22 * DAY] = True
    bins[excluded] = 900
    usual = fit(bins, MONDAY, excluded=excluded)
    np.testing.assert_allclose(usual.profile, 20, rtol=0.05)
    assert usual.days.tolist() == [26]


@pytest.mark.parametrize("wave", [8, 40])
def test_a_week_after_a_long_outage_its_hours_have_their_old_baseline(wave: int) -> None:
    """Fifteen hours in two waves, four hours apart, known as an incident from the fifth minute."""
    clean = binned(ordinary(np.array([300.0, 4000.0]), days=28, start=MONDAY, seed=6))
    before, dirty = fit(clean, MONDAY), clean.copy()
    start = 20 * DAY + 14
    dirty[:, start : start + 30] *= wave
    dirty[:, start + 14 : start + 22] = clean[:, start + 14 : start + 22]
    excluded = np.zeros(clean.shape, bool)
    excluded[:, start : start + 30] = True
    after = fit(dirty, MONDAY, excluded=excluded)
    week_later = MONDAY + 30 * start + 7 * 1440 + np.arange(900)
    hours = [
        expected(usual, week_later).reshape(2, 15, 60).sum(axis=2) for usual in (before, after)
    ]
    np.testing.assert_allclose(hours[1][1], hours[0][1], rtol=0.05)
    np.testing.assert_allclose(hours[1].sum(axis=1), hours[0].sum(axis=1), rtol=0.05)
    np.testing.assert_allclose(after.trust, before.trust, rtol=0.05)


def test_bins_before_a_series_was_watched_are_no_zeros() -> None:
    bins = np.zeros((2, 28 * DAY), int)
    bins[:, 21 * DAY :] = 12
    usual = fit(bins, MONDAY, observed_from=[MONDAY, MONDAY + 21 * 1440])
    assert usual.days.tolist() == [28, 7]
    np.testing.assert_allclose(usual.profile[1], 12, rtol=0.1)
    assert usual.profile[0].mean() < 8


def test_a_series_of_two_half_days_has_a_level_and_no_shape() -> None:
    bins = np.r_[np.full(24, 2), np.full(24, 10)][None]
    usual = fit(bins, MONDAY + 12 * 60)
    assert np.ptp(usual.profile) == 0
    assert usual.profile[0, 0, 0] == pytest.approx(6, rel=0.01)
    assert usual.days.tolist() == [1]


def test_a_weekend_never_seen_is_expected_and_not_trusted() -> None:
    usual = fit(np.full((1, 4 * DAY), 30), MONDAY)
    np.testing.assert_allclose(usual.profile[0, 1], 30, rtol=0.1)
    assert usual.youth[0, 1] == 1.0 > usual.youth[0, 0] > 0.0


def test_after_four_weeks_no_day_type_is_young() -> None:
    assert fit(np.full((1, 28 * DAY), 3), MONDAY).youth.max() == pytest.approx(0.0, abs=1e-12)


def test_a_service_with_few_reports_borrows_the_shape_of_its_region() -> None:
    days = np.concatenate([np.full(24, 1.0), np.full(24, 9.0)])
    bins = np.tile(days, (12, 28)).astype(int) * 10
    bins[0] = 0
    bins[0, ::97] = 1
    profile = fit(bins, MONDAY, groups=np.zeros(12, int)).profile[0, 0]
    assert profile[30:40].mean() > 4 * profile[8:16].mean()


@pytest.mark.parametrize("relvar", [0.02, 0.3])
def test_scatter_beyond_poisson_is_learned(relvar: float) -> None:
    rng = np.random.default_rng(4)
    rate = 40 * rng.gamma(1 / relvar, relvar, (60, 28 * DAY))
    usual = fit(rng.poisson(rate), MONDAY)
    in_bins = float(np.median(usual.relvar + usual.jitter / 30))
    forecast_error = 1 / 160 + relvar / 4
    assert 0.6 * relvar < in_bins < 1.4 * (relvar + forecast_error) + LEAST_RELVAR


def test_nobody_is_trusted_to_the_last_digit() -> None:
    assert steady_fit(np.array([500.0])).relvar.min() >= LEAST_RELVAR


@pytest.mark.parametrize("shape", [(0, 0), (0, 48), (3, 0)])
def test_nothing_gives_a_cold_fit(shape: tuple[int, int]) -> None:
    usual = fit(np.zeros(shape, int), MONDAY)
    assert len(usual) == shape[0]
    assert (usual.days == 0).all()


def test_a_service_that_nobody_reports_is_expected_to_get_almost_none() -> None:
    usual = fit(np.zeros((1, 28 * DAY), int), MONDAY)
    assert 0 < usual.profile.sum() < 0.5
    assert np.isfinite(usual.relvar).all()


def test_one_day_of_one_series_is_enough_not_to_fail() -> None:
    for bins in (1, 3, 5, 47, 48, 49):
        usual = fit(np.ones((1, bins), int), MONDAY + 90)
        assert np.isfinite(usual.profile).all() and np.isfinite(usual.relvar).all()


def test_counts_must_begin_with_a_bin() -> None:
    with pytest.raises(ValueError, match="not the start"):
        fit(np.ones((1, 48), int), MONDAY + 1)


def test_only_the_last_four_weeks_count() -> None:
    rng = np.random.default_rng(8)
    bins = rng.poisson(9, (2, 40 * DAY))
    late = fit(bins[:, 12 * DAY :], MONDAY + 12 * 1440)
    whole = fit(bins, MONDAY, excluded=np.zeros(bins.shape, bool))
    np.testing.assert_allclose(whole.profile, late.profile)
    np.testing.assert_allclose(whole.relvar, late.relvar)


def test_history_is_laid_out_by_whole_days() -> None:
    past = dense(np.arange(1, 61)[None], MONDAY + 23 * 60).part(slice(None))
    assert past.counts.shape == (1, 2 * DAY)
    assert past.counts[0, -60:].tolist() == list(range(1, 61))
    assert past.cells[0, -60:-57].tolist() == [46, 47, 0]
    assert past.known.sum() == 60


def test_rows_survive_being_stored() -> None:
    usual = fit(binned(ordinary(np.array([30.0, 900.0]), days=14, start=MONDAY, seed=2)), MONDAY)
    rows = [json.loads(json.dumps(usual.row(i))) for i in (1, 0)]
    back = Fit.from_rows([*rows, None, {**rows[0], "version": "another"}])
    np.testing.assert_allclose(back.profile[:2], usual.profile[[1, 0]], rtol=1e-6)
    np.testing.assert_array_equal(back.relvar[:2], usual.relvar[[1, 0]])
    np.testing.assert_array_equal(back.youth[:2], usual.youth[[1, 0]])
    assert back.days.tolist() == [14, 14, 0, 0]
    assert rows[0]["version"] == MODEL_VERSION
    assert len(json.dumps(rows[0])) < 1000


def test_the_fit_of_no_rows_is_empty() -> None:
    assert len(Fit.from_rows([])) == 0
