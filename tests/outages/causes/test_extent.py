"""Raw counts → how far an incident reaches."""

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


def test_too_few_reports_of_each_network_give_no_lift() -> None:
    assert network_lift([3, 3], [0.5, 0.5]) is None
    assert network_lift([], []) is None
