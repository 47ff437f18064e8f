"""A season of years learns growth and scatter, and forgets past outbreaks."""

import numpy as np
import pytest
from numpy.typing import NDArray

from outages.detection import baseline
from outages.detection.baseline import Fit, bins_of, fit
from outages.detection.growth import striking
from outages.detection.history import dense
from outages.detection.trend import Trend
from outages.detection.week import Calendar, Season

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

YEARS = 10
WEEKS = 52 * YEARS
WEEK = 7 * 1440


def calendar(*, trend: bool = True, reach: int = 3) -> Calendar:
    season = Season(
        types=1,
        slots=52,
        bin_minutes=WEEK,
        history=WEEKS,
        half_life=WEEKS,
        cold_days=364,
        neighbour=0.25,
        reach=reach,
        trend=trend,
    )
    return Calendar(season=season, first=0, cells=np.arange(52, dtype=np.int16)[None])


def rates(level: float, growth: float, weeks: int = WEEKS + 52) -> Floats:
    """Twice as many in winter as in summer; `growth` per week; `level` at the history's end."""
    at = np.arange(weeks)
    return level * np.exp(growth * (at - WEEKS) + 0.35 * np.cos(2 * np.pi * at / 52))


def drawn(mean: Floats, scale: float, *, series: int = 40, seed: int = 1) -> Ints:
    """Negative binomial counts whose variance is `scale` times their mean."""
    rng = np.random.default_rng(seed)
    if scale <= 1:
        return rng.poisson(mean, (series, mean.size))
    return rng.negative_binomial(mean / (scale - 1), 1 / scale, (series, mean.size))


def learned(counts: Ints) -> Fit:
    return fit(counts[:, :WEEKS], 0, calendar=calendar())


@pytest.mark.parametrize("growth", [0.0, 0.002, 0.006, -0.003])
def test_the_year_after_goes_on_growing_as_before(growth: float) -> None:
    mean = rates(30.0, growth)
    usual = learned(drawn(mean, 1.5))
    assert usual.trend is not None
    assert usual.trend.rate.mean() == pytest.approx(growth, abs=0.0002)
    ahead = bins_of(usual, WEEKS, 52).mean(axis=0)
    assert (np.abs(ahead / mean[WEEKS:] - 1) < 0.08).all()


def test_the_rate_strays_as_far_as_its_variance_says() -> None:
    usual = learned(drawn(rates(8.0, 0.002), 3.0, series=300))
    assert usual.trend is not None
    said = np.sqrt(usual.trend.variance).mean()
    assert usual.trend.rate.std() == pytest.approx(said, rel=0.25)


def test_a_series_with_little_to_tell_hardly_grows() -> None:
    rng = np.random.default_rng(5)
    short = rng.poisson(rates(0.1, 0.0)[:70], (200, 70))
    usual = fit(short, 0, calendar=calendar())
    assert usual.trend is not None
    a_year = np.exp(52 * usual.trend.rate)
    assert ((a_year > 0.7) & (a_year < 1.4)).all()


@pytest.mark.parametrize(
    ("level", "scale", "within"),
    [(40.0, 1.0, 0.08), (40.0, 3.0, 0.12), (3.0, 5.0, 0.12), (1.0, 1.0, 0.1), (1.0, 2.0, 0.15)],
)
def test_scatter_is_told_although_high_counts_are_cut(
    level: float, scale: float, within: float
) -> None:
    usual = learned(drawn(rates(level, 0.001), scale))
    assert usual.trend is not None
    assert usual.trend.scale.mean() == pytest.approx(scale, rel=within)


def test_a_short_history_does_not_make_scatter_look_small() -> None:
    usual = fit(drawn(rates(40.0, 0.0), 3.0, series=200)[:, :104], 0, calendar=calendar())
    assert usual.trend is not None
    assert usual.trend.scale.mean() == pytest.approx(3.0, rel=0.15)


def test_the_level_strays_as_far_as_the_fit_says() -> None:
    mean = rates(20.0, 0.0)
    usual = learned(drawn(mean, 3.0, series=300))
    assert usual.trend is not None
    middle = WEEKS + round(float(usual.trend.middle.mean()))
    strays = (bins_of(usual, middle - 26, 52) / mean[middle - 26 : middle + 26]).var(axis=0)
    assert strays.mean() == pytest.approx(usual.relvar.mean(), rel=0.2)


def test_what_lasts_is_striking_although_no_week_is() -> None:
    counts = np.full((1, 104), 25)
    counts[0, 40], counts[0, 60:62] = 35, 35
    past = dense(counts, 0, calendar=calendar()).part(slice(None))
    found = striking(past, Trend.none(1, 104), np.full((1, 1, 52), 25.0))
    assert np.flatnonzero(found[0]).tolist() == [60, 61]


def outbreaks(mean: Floats, scale: float) -> Ints:
    """Four of them in the second half, eight deviations over two weeks each."""
    extra = np.zeros(mean.size, np.int64)
    for week in (300, 365, 440, 495):
        extra[week : week + 2] = np.rint(4 * np.sqrt(scale * mean[week]))
    return extra


def test_past_outbreaks_are_not_taken_for_usual() -> None:
    mean = rates(20.0, 0.001)
    counts = drawn(mean, 1.5)
    clean, dirty = learned(counts), learned(counts + outbreaks(mean, 1.5))
    assert clean.trend is not None
    assert dirty.trend is not None
    raised = bins_of(dirty, WEEKS, 52) / bins_of(clean, WEEKS, 52) - 1
    assert np.abs(raised.mean()) < 0.005
    assert dirty.trend.scale.mean() == pytest.approx(clean.trend.scale.mean(), rel=0.03)


def test_less_than_a_year_has_a_flat_level_and_no_growth() -> None:
    usual = fit(drawn(rates(20.0, 0.01), 1.0)[:, :40], 0, calendar=calendar())
    assert usual.trend is not None
    assert not usual.trend.rate.any()
    assert np.ptp(bins_of(usual, 40, 52), axis=1).max() == 0


def test_what_is_expected_is_less_sure_the_further_ahead() -> None:
    usual = learned(drawn(rates(5.0, 0.0), 2.0))
    means = np.full((len(usual), 1), 5.0)
    assert (usual.relvar_of(means, WEEKS + 100) > usual.relvar_of(means, WEEKS)).all()
    assert (usual.relvar_of(means, WEEKS) > usual.relvar_of(means * 2, WEEKS)).all()


def test_rows_keep_their_trend_when_taken() -> None:
    usual = learned(np.concatenate([drawn(rates(9.0, 0.0), 1.0), drawn(rates(9.0, 0.004), 1.0)]))
    rows, means = [70, 3, 70], np.full((80, 1), 9.0)
    np.testing.assert_array_equal(
        usual.take(rows).relvar_of(means[rows], WEEKS), usual.relvar_of(means, WEEKS)[rows]
    )
    np.testing.assert_array_equal(
        bins_of(usual.take(rows), WEEKS, 9), bins_of(usual, WEEKS, 9)[rows]
    )


def test_a_fit_by_blocks_is_the_whole_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = drawn(rates(6.0, 0.003), 2.0, series=11)
    whole = learned(counts)
    monkeypatch.setattr(baseline, "BLOCK", 4)
    parts = learned(counts)
    np.testing.assert_array_equal(bins_of(parts, WEEKS, 52), bins_of(whole, WEEKS, 52))
    np.testing.assert_array_equal(parts.relvar, whole.relvar)


def test_a_season_without_trend_has_none() -> None:
    usual = fit(drawn(rates(6.0, 0.003), 2.0), 0, calendar=calendar(trend=False))
    assert usual.trend is None
    assert usual.relvar_of(np.ones((len(usual), 2)), WEEKS).shape == (len(usual), 2)


def test_the_further_slots_lend_each_other_weight_the_less_numbers_a_profile_is_worth() -> None:
    worth = [calendar(reach=reach).season.freedom for reach in (1, 3, 6)]
    assert worth == pytest.approx([19.5, 11.7, 8.4], abs=0.05)
