"""A new instance's first days: no alarm for every service, and yet an alarm for a real burst."""

import numpy as np
import pytest
from numpy.typing import NDArray

from outages.detection.baseline import Fit, fit
from outages.detection.lifecycle import OPEN_ABOVE
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
