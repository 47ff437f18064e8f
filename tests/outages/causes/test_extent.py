"""Raw counts → how far an incident reaches."""

import numpy as np
import pytest

from outages.causes.extent import network_lift, regions_hit


@pytest.mark.parametrize(
    ("reports", "weights", "expected"),
    [
        ([], [], (0, 0)),
        ([0, 0], [1, 1], (0, 0)),
        ([5, 5], [0, 0], (0, 0)),
        ([50, 48, 52, 50], [1, 1, 1, 1], (4, 4)),
        ([200, 1, 2, 0], [1, 1, 1, 1], (1, 4)),
        ([100, 100, 0], [1, 1, 0.001], (2, 2)),  # the last is too small to tell
    ],
)
def test_regions_hit_of_those_that_can_tell(
    reports: list[int], weights: list[float], expected: tuple[int, int]
) -> None:
    assert regions_hit(reports, weights) == expected


@pytest.mark.parametrize(
    ("reports", "usual", "low", "high"),
    [
        ([90, 5, 5], [0.2, 0.4, 0.4], 4.0, 4.5),
        ([20, 40, 40], [0.2, 0.4, 0.4], 1.0, 1.0),
        ([6, 2, 2], [0.5, 0.25, 0.25], 1.0, 1.0),  # chance
    ],
)
def test_a_network_stands_out_only_beyond_chance(
    reports: list[int], usual: list[float], low: float, high: float
) -> None:
    lift = network_lift(reports, usual)
    assert lift is not None
    assert low <= lift <= high


def test_of_many_networks_one_is_always_raised_by_chance() -> None:
    rng = np.random.default_rng(7)
    usual = np.full(40, 1 / 40)
    raised = 0
    for _ in range(200):
        lift = network_lift(rng.multinomial(4000, usual), usual)
        raised += lift is not None and lift > 1.0
    # Nearly all of them without the correction.
    assert raised <= 40


def test_a_usual_share_that_was_told_from_few_reports_is_not_taken_as_known() -> None:
    rng = np.random.default_rng(8)
    true = np.full(40, 1 / 40)
    before = rng.multinomial(400, true)
    now = rng.multinomial(2000, true)
    known = network_lift(now, before / 400)
    unsure = network_lift(now, before / 400, usual_of=400)
    assert known is not None and unsure is not None
    assert unsure == 1.0 < known


def test_too_few_reports_of_each_network_give_no_lift() -> None:
    assert network_lift([3, 3], [0.5, 0.5]) is None
    assert network_lift([], []) is None
