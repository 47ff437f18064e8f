"""When reports rose: the change point, whatever ordinary reports lie before it."""

import numpy as np
import pytest

from outages.causes.change import Change, change_points

MINUTES = 60


def drawn(
    rate: float, *, usual: float, start: int, known: bool = True, n: int = 400
) -> list[Change]:
    """Change points of `n` rises to `rate` a minute at minute `start` of an hour."""
    rng = np.random.default_rng(5)
    at = np.where(np.arange(MINUTES) < start, usual, rate)
    expected = np.full((n, MINUTES), usual if known else 0.0)
    return change_points(rng.poisson(at, (n, MINUTES)), expected)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(("rate", "usual"), [(6.0, 0.07), (30.0, 1.0), (400.0, 5.0)])
def test_a_clear_rise_is_found_to_the_minute_in_nine_of_ten(
    rate: float, usual: float, known: bool
) -> None:
    off = np.array([one.start - 52 for one in drawn(rate, usual=usual, start=52, known=known)])
    assert np.mean(np.abs(off) <= 1) >= 0.9
    # An ordinary report before it draws the start of a five-minute window back more often.
    assert np.mean(off < -2) <= 0.02


@pytest.mark.parametrize(("rate", "usual"), [(1.0, 0.07), (2.0, 0.5), (6.0, 0.07)])
def test_the_latest_plausible_start_is_seldom_before_the_true_one(
    rate: float, usual: float
) -> None:
    latest = np.array([one.latest for one in drawn(rate, usual=usual, start=48)])
    assert np.mean(latest < 48) <= 0.12


def test_all_rows_at_once_are_each_row_by_itself() -> None:
    rng = np.random.default_rng(2)
    counts, usual = rng.poisson(0.4, (30, MINUTES)), np.full((30, MINUTES), 0.2)
    usual[::2] = 0.0
    alone = [change_points(counts[i : i + 1], usual[i : i + 1])[0] for i in range(30)]
    assert change_points(counts, usual) == alone


@pytest.mark.parametrize("usual", [0.0, 1.0])
@pytest.mark.parametrize("counts", [[0] * 5, [1] * 5])
def test_where_nothing_rises_the_last_minute_is_given(counts: list[int], usual: float) -> None:
    assert change_points([counts], np.full((1, 5), usual)) == [Change(4, 4, 4)]


def test_a_silent_minute_is_no_start() -> None:
    (found,) = change_points([[0, 0, 0, 0, 9, 0, 0, 0]], np.full((1, 8), 0.1))
    assert found == Change(4, 4, 4)


def test_a_slow_rise_began_before_its_likeliest_step() -> None:
    """It doubles every two minutes from minute 40 on."""
    rng = np.random.default_rng(3)
    since = np.arange(MINUTES) - 40.0
    rate = np.where(since < 0, 1.0, np.minimum(4.0 * 2.0 ** (since / 2), 400.0))
    found = change_points(rng.poisson(rate, (200, MINUTES)), np.ones((200, MINUTES)))
    early = np.array([one.earliest for one in found])
    assert np.median([one.start for one in found]) >= 48
    assert np.mean(np.abs(early - 40) <= 2) >= 0.9
