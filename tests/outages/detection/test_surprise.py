"""Tails are right where they are probabilities, and still rank where they are not."""

import numpy as np
import pytest
from scipy.special import logsumexp
from scipy.stats import nbinom, norm, poisson

from outages.detection.lifecycle import OPEN_ABOVE
from outages.detection.surprise import (
    FEWEST_REPORTERS,
    can_tell,
    interval,
    smallest_visible,
    surprise,
    z_of,
)

MEANS = [0.001, 0.05, 0.3, 1.0, 7.0, 80.0, 3000.0]
RELVARS = [0.01, 0.1, 1.0, 3.0]


@pytest.mark.parametrize("mean", MEANS)
@pytest.mark.parametrize("relvar", RELVARS)
def test_a_severity_is_the_negative_binomial_tail(mean: float, relvar: float) -> None:
    shape = 1 / relvar
    counts = np.array([1, 2, 5, 12, 40])
    tail = nbinom.sf(counts - 1, shape, shape / (shape + mean))
    believable = tail > 1e-200
    said = surprise(counts, mean, relvar)
    np.testing.assert_allclose(said[believable], -np.log10(tail[believable]), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("mean", MEANS)
def test_without_extra_variance_it_is_the_poisson_tail(mean: float) -> None:
    counts = np.array([1, 2, 5, 12, 40])
    tail = poisson.sf(counts - 1, mean)
    believable = tail > 1e-200
    said = surprise(counts, mean, 0.0)
    np.testing.assert_allclose(said[believable], -np.log10(tail[believable]), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(
    ("count", "mean", "relvar"),
    [(3_000, 4.0, 0.1), (100_000, 50.0, 0.02), (400_000, 900.0, 0.5), (2_000, 0.001, 2.0)],
)
def test_the_far_tail_is_the_sum_of_its_logarithms(count: int, mean: float, relvar: float) -> None:
    shape = 1 / relvar
    terms = nbinom.logpmf(count + np.arange(60_000), shape, shape / (shape + mean))
    exact = -logsumexp(terms) / np.log(10)
    assert exact > 290, "else this is not the far tail"
    np.testing.assert_allclose(surprise(count, mean, relvar), exact, rtol=1e-6)


def test_the_far_poisson_tail_is_the_sum_of_its_logarithms() -> None:
    exact = -logsumexp(poisson.logpmf(5_000 + np.arange(5_000), 100.0)) / np.log(10)
    np.testing.assert_allclose(surprise(5_000, 100.0, 0.0), exact, rtol=1e-9)


def test_more_is_always_more_surprising_also_where_floats_end() -> None:
    counts = np.unique(np.geomspace(10, 1e6, 4000).astype(int))
    for relvar in (0.0, 0.01, 0.3):
        said = surprise(counts, 10.0, relvar)
        raised = said > 0.5
        assert np.isfinite(said).all()
        assert (np.diff(said[raised]) > 0).all()


def test_no_reports_are_no_surprise_and_a_report_where_none_can_be_is_an_endless_one() -> None:
    assert surprise([0, 0, 3], [0.0, 5.0, 0.0], 0.1).tolist() == [0.0, 0.0, np.inf]
    assert surprise([], [], []).shape == (0,)


def test_all_at_once_is_one_by_one() -> None:
    counts, means = np.meshgrid([0, 1, 6, 500, 90_000], [0.01, 3.0, 200.0])
    together = surprise(counts, means, 0.1)
    single = [float(surprise(c, m, 0.1)) for c, m in zip(counts.flat, means.flat, strict=True)]
    assert together.ravel().tolist() == single


def test_z_has_the_same_tail_as_the_severity() -> None:
    severities = np.array([0.5, 1.0, 3.0, 6.2, 30.0, 300.0])
    np.testing.assert_allclose(z_of(severities), norm.isf(10.0**-severities), rtol=1e-9)


def test_z_never_ends_and_is_never_negative() -> None:
    severities = np.linspace(0, 100_000, 5_000)
    said = z_of(severities)
    assert np.isfinite(said).all() and (said >= 0).all()
    assert (np.diff(said) > 0).all()
    np.testing.assert_allclose(norm.logsf(said[1:]) / -np.log(10), severities[1:], rtol=1e-9)


@pytest.mark.parametrize("relvar", [0.0, 0.1, 1.0])
def test_the_band_is_that_of_the_distribution(relvar: float) -> None:
    low, high = interval(MEANS, relvar)
    shape = 1 / max(relvar, 1e-12)
    for at, mean in enumerate(MEANS):
        usual = nbinom(shape, shape / (shape + mean)) if relvar else poisson(mean)
        assert (low[at], high[at]) == (usual.ppf(0.025), usual.ppf(0.975))


def test_the_band_of_nothing_is_nothing() -> None:
    low, high = interval([0.0, 50.0, 0.0], [0.0, 0.0, 0.5])
    assert low[[0, 2]].tolist() == high[[0, 2]].tolist() == [0, 0]
    assert 0 < low[1] < 50 < high[1]


def test_the_smallest_visible_count_is_the_first_above_the_threshold() -> None:
    means = np.array([0.0, 0.01, 0.3, 5.0, 60.0, 4000.0])
    counts = smallest_visible(means, 0.1, OPEN_ABOVE)
    assert (counts >= FEWEST_REPORTERS).all()
    assert (surprise(counts, means, 0.1) > OPEN_ABOVE).all()
    above = counts > FEWEST_REPORTERS
    assert (surprise(counts[above] - 1, means[above], 0.1) <= OPEN_ABOVE).all()


def test_too_few_reports_to_tell_is_told_and_more_reports_only_help() -> None:
    told = can_tell([0.0, 0.1, 1.0, 3.0, 4.0, 5.0, 10.0, 1000.0])
    assert not told[0] and not told[1] and not told[2]
    assert told[-1] and told[-2]
    assert (np.diff(told.astype(int)) >= 0).all()
