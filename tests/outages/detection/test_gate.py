"""No single network can make an incident, and a small service still can have one."""

import pytest

from outages.detection.gate import Rules, networks_are_known, passes


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


@pytest.mark.parametrize(
    ("networks", "unnamed", "passed"),
    [([20, 10], 1, True), ([30], 1, False), ([30], 2, True), ([20, 10, 1], 0, True)],
)
def test_a_vote_without_a_network_counts_as_one_of_its_own(
    networks: list[float], unnamed: float, passed: bool
) -> None:
    result = passes(
        prefix_votes=[1] * 40,
        reporters=40,
        prefixes_known=True,
        network_votes=networks,
        unnamed_votes=unnamed,
        rest_severity=9.0,
    )
    assert result.passed is passed


@pytest.mark.parametrize(
    ("votes", "unnamed", "known"),
    [([], 0, False), ([], 9, False), ([5], 5, False), ([3, 3], 5, True), ([1], 0, True)],
)
def test_networks_are_known_where_most_votes_have_one(
    votes: list[float], unnamed: float, known: bool
) -> None:
    assert networks_are_known(votes, unnamed) is known


@pytest.mark.parametrize(
    ("rules", "votes", "networks", "rest", "passed"),
    [
        (Rules(fewest_prefixes=1, full_prefixes=1, largest_share=1.0), [9], None, None, False),
        (
            Rules(fewest_prefixes=1, full_prefixes=1, largest_share=1.0, full_effective=1.0),
            [9],
            None,
            None,
            True,
        ),
        (Rules(fewest_prefixes=5), [1, 1, 1, 1], None, None, False),
        (Rules(full_prefixes=20), [3] * 12, None, None, False),
        (Rules(largest_share=0.1), [4] * 9, None, None, False),
        (Rules(full_effective=12.0), [3] * 11, None, None, False),
        (Rules(full_networks=2), [1] * 30, [20, 10], None, True),
        (Rules(full_networks=4), [1] * 30, [10, 10, 10], None, False),
        (Rules(rest_severity=1.0), [1] * 30, [28, 1, 1], 1.5, True),
        (Rules(rest_severity=0.0), [1] * 30, [28, 1, 1], 0.0, True),
    ],
)
def test_an_instance_may_set_other_numbers(
    rules: Rules,
    votes: list[float],
    networks: list[float] | None,
    rest: float | None,
    passed: bool,
) -> None:
    result = passes(
        prefix_votes=votes,
        reporters=30,
        prefixes_known=True,
        network_votes=networks,
        rest_severity=rest,
        rules=rules,
    )
    assert result.passed is passed
