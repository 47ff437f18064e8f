"""A new instance's first days: no alarm for every service, and yet an alarm for a real burst."""

import numpy as np
import pytest
from numpy.typing import NDArray

from outages.detection.baseline import Fit, fit
from outages.detection.cold import surges
from outages.detection.lifecycle import CLOSE_BELOW, OPEN_ABOVE
from outages.detection.past import Past
from outages.detection.scan import RECENT_MINUTES, Judgement, judge, sweep
from tests.outages.detection.worlds import MONDAY, binned, ordinary

SERVICES = 79
LEVELS = np.geomspace(1, 3000, SERVICES)
DAY = 1440


def first_day(counts: NDArray[np.int64], start: int) -> Judgement:
    """The day after `start`, judged minute by minute with no fit at all."""
    before = np.zeros((len(counts), RECENT_MINUTES - 1), np.int64)
    return sweep(
        np.concatenate([before, counts], axis=1),
        Fit.cold(len(counts)),
        start + counts.shape[1] - 1,
        judged=counts.shape[1],
        observed_from=np.full(len(counts), start),
    )


def heard(observed: NDArray[np.int64]) -> Past:
    """A past in which each of these counts came in the last minute."""
    recent = np.zeros((len(observed), RECENT_MINUTES), np.int64)
    recent[:, -1] = observed[:, 0, 0]
    return Past.of(recent, Fit.cold(len(observed)), MONDAY, judged=1, step=1)


def alarmed(said: Judgement) -> int:
    return int(((said.severity > OPEN_ABOVE) & said.fresh).any(axis=1).sum())


@pytest.mark.parametrize("hour", [0, 5, 10, 17, 22])
def test_the_first_day_of_79_services_raises_next_to_nothing(hour: int) -> None:
    start = MONDAY + hour * 60
    counts = ordinary(LEVELS, days=1, start=start, seed=hour)
    assert alarmed(first_day(counts, start)) <= 1


def test_the_second_day_starts_without_a_false_incident_everywhere() -> None:
    start = MONDAY + 10 * 60
    counts = ordinary(LEVELS, days=2, start=start, seed=1)
    midnight = 14 * 60
    usual = fit(binned(counts[:, :midnight]), start, observed_from=np.full(SERVICES, start))
    said = sweep(
        counts[:, midnight - RECENT_MINUTES + 1 : midnight + DAY],
        usual,
        MONDAY + 2 * DAY - 1,
        judged=DAY,
        observed_from=np.full(SERVICES, start),
    )
    assert alarmed(said) <= 1


@pytest.mark.parametrize("visitors", [3, 30])
def test_announcing_a_new_instance_is_not_an_outage_of_every_service(visitors: int) -> None:
    counts = ordinary(LEVELS * visitors, days=1, start=MONDAY, seed=2)
    counts[:, :300] = 0
    assert alarmed(first_day(counts, MONDAY)) <= 1


@pytest.mark.parametrize("age", [10, 30, 120, 600])
def test_a_burst_in_a_quiet_young_instance_is_found_within_minutes(age: int) -> None:
    counts = ordinary(LEVELS / 20, days=1, start=MONDAY, seed=3)[:, : age + 10]
    counts[0] = 0
    counts[0, age : age + 5] = 12
    said = first_day(counts, MONDAY)
    opens = (said.severity > OPEN_ABOVE) & said.fresh
    assert opens[0, age : age + 5].any()
    assert not opens[1:].any()


def test_a_burst_of_many_services_at_once_is_found_too() -> None:
    counts = ordinary(LEVELS / 20, days=0.5, start=MONDAY, seed=4)
    counts[:2, 600:620] += np.random.default_rng(1).poisson(12, (2, 20))
    said = first_day(counts, MONDAY)
    assert (said.severity[:2, 600:620] > OPEN_ABOVE).any(axis=1).all()


def test_an_outage_of_an_hour_is_not_its_own_usual_level() -> None:
    counts = np.zeros((1, 300), np.int64)
    counts[0, 200:] = 3
    said = first_day(counts, MONDAY)
    assert (said.short_severity[0, 205:260] >= CLOSE_BELOW).all()
    assert (said.severity[0, 205:260] > OPEN_ABOVE).all()


def test_a_surge_is_what_the_others_have_without_the_loudest_of_them() -> None:
    observed = np.array([100, 50, 9, 7, 3])[:, None, None]
    means = np.array([2.0, 1.0, 1.0, 3.0, 0.1])[:, None, None]
    parents = np.array([-1, -1, -1, -1, 0])
    said = surges(heard(observed), observed, means, parents, np.arange(5))[:, 0, 0]
    rest = [(9 + 7 + 3) / (1 + 3 + 3), (9 + 7 + 3) / (1 + 3 + 3), (50 + 7 + 3) / (1 + 3 + 3)]
    assert said[:3] == pytest.approx(rest)
    assert said[4] == said[0], "a region has the surge of its service"


def test_a_region_is_excused_by_what_others_have_there_or_everywhere() -> None:
    observed = np.array([9, 9, 9, 9, 40, 20, 10, 2])[:, None, None]
    means = np.array([9.0, 9, 9, 9, 1, 2, 1, 1])[:, None, None]
    parents = np.array([-1, -1, -1, -1, 0, 1, 2, 3])
    places = np.array([0, 0, 0, 0, 7, 7, 7, 7])
    asked = np.array([4, 5, 0])
    said = surges(heard(observed), observed, means, parents, asked, places=places)[:, 0, 0]
    assert said == pytest.approx([(10 + 2 + 3) / (1 + 1 + 3), (10 + 2 + 3) / (1 + 1 + 3), 1.0])
    alone = surges(heard(observed), observed, means, parents, asked, places=np.arange(8))
    assert (alone == 1).all()


def a_first_morning() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Twelve services' totals, then their rows of one region, which wakes up after ten hours: from
    a report in five hours to four an hour and more. Their other regions never sleep."""
    rng = np.random.default_rng(6)
    hourly = np.geomspace(4, 400, 12)[:, None] / 60
    awake = np.clip((np.arange(720) - 540) / 90, 0.01, 1.0)
    there = rng.poisson(hourly * awake)
    totals = there + rng.poisson(hourly * 3 * np.ones(720))
    return np.concatenate([totals, there]), np.repeat([-1, 0], 12) + np.r_[
        np.zeros(12, int), np.arange(12)
    ]


def of_a_first_morning(counts: NDArray[np.int64], parents: NDArray[np.int64]) -> Judgement:
    before = np.zeros((24, RECENT_MINUTES - 1), np.int64)
    return sweep(
        np.concatenate([before, counts], axis=1),
        Fit.cold(24),
        MONDAY + 719,
        judged=720,
        observed_from=np.full(24, MONDAY),
        parents=parents,
        leaves=parents >= 0,
        places=np.repeat([1, 2], 12),
    )


def test_the_first_morning_of_a_region_is_no_incident_of_every_service() -> None:
    counts, parents = a_first_morning()
    assert alarmed(of_a_first_morning(counts, parents)) == 0


def test_one_service_that_is_down_in_the_first_night_is_found() -> None:
    counts, parents = a_first_morning()
    counts[[5, 17], 300:340] += np.random.default_rng(8).poisson(6, 40)
    said = of_a_first_morning(counts, parents)
    opens = np.asarray(((said.severity > OPEN_ABOVE) & said.fresh).any(axis=1))
    assert opens[17] and set(np.flatnonzero(opens)) <= {5, 17}


def test_fewer_reports_than_usual_elsewhere_make_nothing_more_surprising() -> None:
    quiet, usual = np.zeros((4, 1, 1), int), np.full((4, 1, 1), 9.0)
    said = surges(heard(quiet), quiet, usual, np.full(4, -1), np.arange(4))
    assert (said == 1).all()


def test_services_that_nobody_reports_may_be_left_out() -> None:
    counts = ordinary(LEVELS, days=0.25, start=MONDAY, seed=9)
    recent = np.zeros((SERVICES, RECENT_MINUTES), np.int64)
    recent[::2, -60:] = counts[::2, -60:] * 4
    recent[3, -5:] = 9
    active = np.flatnonzero(recent.any(axis=1))
    whole = judge(recent, Fit.cold(SERVICES), MONDAY).severity
    part = judge(recent[active], Fit.cold(len(active)), MONDAY).severity
    assert whole[3] > 1
    np.testing.assert_allclose(whole[active], part)


def test_a_first_weekend_unlike_the_days_before_is_not_an_incident() -> None:
    counts = np.random.default_rng(1).poisson(0.4, (20, 7 * DAY))
    counts[:, 5 * DAY :] = np.random.default_rng(2).poisson(1.6, (20, 2 * DAY))
    usual = fit(binned(counts[:, : 5 * DAY]), MONDAY)
    said = sweep(
        counts[:, 5 * DAY - RECENT_MINUTES + 1 : 6 * DAY], usual, MONDAY + 6 * DAY - 1, judged=DAY
    )
    assert alarmed(said) == 0


def test_nothing_is_surprising_before_anything_was_watched() -> None:
    recent = np.zeros((1, RECENT_MINUTES), int)
    recent[0, -5:] = 50
    said = judge(recent, Fit.cold(1), MONDAY, observed_from=[MONDAY - 4])
    assert said.severity.tolist() == [0]


def test_a_service_that_joins_a_busy_instance_is_judged_by_its_own_reports() -> None:
    counts = ordinary(np.full(5, 3000.0), days=28.5, start=MONDAY, seed=5)
    counts[0] = 0
    counts[0, -5:] = 12
    usual = fit(
        binned(counts[:, : 28 * DAY]),
        MONDAY,
        observed_from=[MONDAY + 28 * DAY, MONDAY, MONDAY, MONDAY, MONDAY],
    )
    said = judge(
        counts[:, -RECENT_MINUTES:],
        usual,
        MONDAY + 28 * DAY + 720 - 1,
        observed_from=[MONDAY + 28 * DAY + 500, MONDAY, MONDAY, MONDAY, MONDAY],
    )
    assert usual.days.tolist() == [0, 28, 28, 28, 28]
    assert said.severity[0] > OPEN_ABOVE > said.severity[1:].max()
    assert said.ratio[0] == 1
