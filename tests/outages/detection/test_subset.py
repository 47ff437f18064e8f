"""The best set of regions is found, charged for the search, and stands for its service."""

from itertools import combinations
from math import comb, log10

import numpy as np
import pytest

from outages.detection.scan import RECENT_MINUTES, Judgement, judge
from outages.detection.subset import Sets, best_sets
from outages.detection.surprise import surprise
from tests.outages.detection.worlds import MONDAY, steady_fit

NOW = MONDAY + 28 * 1440 + 700


def search(observed: list[int], means: list[float], relvar: float = 0.0) -> Sets:
    """One service: its total first, then its regions; one minute, one window."""
    seen = np.array([[[sum(observed), *observed]]])
    usual = np.array([[[sum(means), *means]]])
    parents = np.array([-1] + [0] * len(observed))
    return best_sets(
        seen,
        usual,
        np.full(seen.shape, relvar),
        raised=(seen > usual) & (parents >= 0),
        parents=parents,
        active=np.full((1, len(parents)), len(observed)),
    )


@pytest.mark.parametrize("seed", range(6))
def test_no_other_set_is_more_surprising(seed: int) -> None:
    """Of Poisson counts, by looking at every set of a given size."""
    rng = np.random.default_rng(seed)
    means = rng.uniform(0.5, 6.0, 6)
    observed = rng.poisson(means * rng.choice([1.0, 3.0], 6))
    found = search(observed.tolist(), means.tolist())
    everything: list[float] = [
        float(surprise(observed[list(some)].sum(), means[list(some)].sum(), 0.0))
        - log10(comb(6, size))
        for size in range(2, 6)
        for some in combinations(range(6), size)
    ]
    best = max([0.0, *everything])
    assert sum(found.severity) == pytest.approx(best, abs=0.35)
    assert sum(found.severity) <= best + 1e-9


def test_a_set_names_its_regions_and_its_numbers() -> None:
    found = search([2, 30, 20, 3, 2, 25], [2.0] * 6)
    assert found.at[-1].tolist() == [0]
    assert sorted(found.members[-1].tolist()) == [2, 3, 6]
    assert found.of_set.tolist() == [0, 0, 0]
    assert (found.observed.tolist(), found.expected.tolist()) == ([75], [6.0])
    assert found.severity[0] == pytest.approx(surprise(75, 6.0, 0.0) - log10(comb(6, 3)))


def test_regions_of_one_service_are_taken_to_drift_together() -> None:
    assert search([40, 40, 1, 1], [4.0] * 4, relvar=0.2).relvar.tolist() == pytest.approx([0.2])


@pytest.mark.parametrize(
    ("observed", "means"),
    [
        ([50, 2, 2, 2], [2.0] * 4),
        ([2, 2, 2, 2], [2.0] * 4),
        ([2, 2, 0, 0], [0.01] * 4),
        ([20, 20], [2.0] * 2),
    ],
    ids=["one region", "none", "four reporters", "all there are"],
)
def test_what_is_no_set(observed: list[int], means: list[float]) -> None:
    assert len(search(observed, means).severity) == 0


def crowd(services: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Services of eight regions in which two together rise, each too little by itself."""
    rng = np.random.default_rng(3)
    regions = rng.poisson(0.5, (services, 8, RECENT_MINUTES))
    regions[0, 2:4, -10:] += 2
    both = np.concatenate([regions.sum(axis=1, keepdims=True), regions], axis=1)
    parents = np.tile([-1] + [0] * 8, services) + np.repeat(np.arange(services) * 9, 9)
    parents[::9] = -1
    rates = np.tile([4.0] + [0.5] * 8, services)
    return both.reshape(-1, RECENT_MINUTES), parents, rates


def judged(services: int, *, with_sets: bool) -> Judgement:
    counts, parents, rates = crowd(services)
    return judge(
        counts,
        steady_fit(rates),
        NOW,
        charge=np.where(parents >= 0, log10(8), 0.0),
        parents=parents,
        leaves=parents >= 0 if with_sets else None,
    )


def test_a_total_stands_for_the_regions_that_rise_together() -> None:
    plain, said = judged(1, with_sets=False), judged(1, with_sets=True)
    assert said.severity[0] > max(plain.severity) + 0.5
    assert np.flatnonzero(said.in_set).tolist() == [0, 3, 4]
    assert said.observed[0] < plain.observed[0]
    told = surprise(said.observed[0], said.expected[0], said.relvar[0]) - log10(comb(8, 2))
    assert said.severity[0] == pytest.approx(told)
    np.testing.assert_array_equal(plain.severity[1:], said.severity[1:])
    assert not plain.in_set.any()


def test_other_services_change_nothing() -> None:
    alone, among = judged(1, with_sets=True), judged(5, with_sets=True)
    np.testing.assert_allclose(among.severity[:9], alone.severity, rtol=0.02)
    np.testing.assert_array_equal(among.in_set[:9], alone.in_set)
