"""No single network can make an incident, and a small service still can have one."""

import pytest

from outages.detection.gate import passes


@pytest.mark.parametrize(
    ("votes", "reporters", "known", "reason"),
    [
        ([], 0, True, "weak_signal"),
        ([1, 1], 2, True, "weak_signal"),
        ([1, 1], 2, False, "weak_signal"),
        ([], 5, True, "few_networks"),
        ([], 5, False, ""),
        ([1, 1, 1], 3, True, ""),
        ([2, 2, 1], 5, True, ""),
        ([3, 1, 1], 5, True, "few_networks"),
        ([2.5, 2.5], 5, True, "few_networks"),
        ([3, 3, 3], 60, True, "few_networks"),
        ([3], 50_000, True, "few_networks"),
        ([1] * 6, 6, True, ""),
        ([3] * 6, 18, True, ""),
        ([3] * 5, 15, True, "few_networks"),
        ([1] * 250, 500, True, ""),
        ([98] + [1] * 24, 122, True, "few_networks"),
        ([40] + [1] * 60, 100, True, "few_networks"),
        ([0, 0, 0, 1, 1], 5, True, "few_networks"),
    ],
)
def test_prefixes(votes: list[float], reporters: int, known: bool, reason: str) -> None:
    result = passes(prefix_votes=votes, reporters=reporters, prefixes_known=known)
    assert (result.passed, result.reason) == (reason == "", reason)


@pytest.mark.parametrize(
    ("networks", "rest", "passed"),
    [
        (None, None, True),
        ([20, 5, 5], None, True),
        ([20, 10], None, False),
        ([30, 0, 0, 0], None, False),
        (None, 3.0, True),
        (None, 2.9, False),
        ([28, 1, 1], 0.2, False),
    ],
)
def test_networks_where_they_are_known(
    networks: list[float] | None, rest: float | None, passed: bool
) -> None:
    result = passes(
        prefix_votes=[1] * 30,
        reporters=30,
        prefixes_known=True,
        network_votes=networks,
        rest_severity=rest,
    )
    assert result.passed is passed
    assert result.reason == ("" if passed else "few_networks")
