"""A calendar knows what time it is for people, whatever UTC says."""

import numpy as np
import pytest

from outages.detection.baseline import Fit, bins_of, expected, fit
from outages.detection.week import (
    DAILY,
    SLOTS,
    UTC,
    Calendar,
    Season,
    day_type,
    local_calendar,
)
from tests.outages.detection.worlds import MONDAY

DAY = 48
FIRST = MONDAY // 30
WEEKS = 6


def calendar(
    *offsets: int, changes: dict[int, int] | None = None, off: tuple[int, ...] = ()
) -> Calendar:
    """Places so many minutes ahead of UTC; `changes`: from a bin on so many more; `off`: days of
    holidays, counted from MONDAY."""
    bins = WEEKS * 7 * DAY
    ahead = np.repeat(np.array(offsets)[:, None], bins, axis=1)
    for since, more in (changes or {}).items():
        ahead[:, since:] += more
    days = FIRST // DAY + np.arange(-1, WEEKS * 7 + 1)
    is_off = np.repeat(day_type(days)[None] == 1, len(offsets), axis=0)
    is_off[:, [1 + day for day in off]] = True
    return local_calendar(FIRST, ahead, is_off, tuple(f"P{i}" for i in range(len(offsets))))


@pytest.mark.parametrize(
    ("ahead", "slot"), [(0, 0), (60, 2), (-300, 38), (330, 11), (345, 12), (720, 24), (-720, 24)]
)
def test_midnight_utc_is_another_half_hour_elsewhere(ahead: int, slot: int) -> None:
    assert calendar(ahead).over(FIRST, 1)[0, 0] % SLOTS == slot


def test_a_weekend_begins_by_the_local_clock() -> None:
    tokyo, utc, hawaii = calendar(540, 0, -600).over(FIRST + 4 * DAY, 2 * DAY) // SLOTS
    assert [int(np.argmax(one == 1)) for one in (tokyo, utc, hawaii)] == [30, 48, 68]


def test_beyond_its_span_a_calendar_goes_on_as_a_cycle() -> None:
    whole = calendar(330)
    span = WEEKS * 7 * DAY
    np.testing.assert_array_equal(whole.over(FIRST + span, 100), whole.over(FIRST, 100))
    np.testing.assert_array_equal(whole.over(FIRST - 7, 7), whole.over(FIRST + span - 7, 7))
    np.testing.assert_array_equal(UTC.over(FIRST, 10 * DAY), calendar(0).over(FIRST, 10 * DAY))


@pytest.mark.parametrize("hour", [-60, 60])
def test_the_hour_that_is_twice_or_missing_has_the_rate_of_its_name(hour: int) -> None:
    """People rise by the new clock on the day of the change, an hour off by UTC."""
    change = 20 * DAY + 2
    place = calendar(60, changes={change: hour})
    slot = place.over(FIRST, 21 * DAY)[0] % SLOTS
    counts = np.where((slot >= 14) & (slot < 46), 60, 2)[None]
    usual = fit(counts[:, : 20 * DAY], MONDAY, calendar=place)
    said = bins_of(usual, FIRST + 20 * DAY, DAY)[0]
    away = np.minimum(abs(slot[-DAY:] - 14), abs(slot[-DAY:] - 46)) > 1
    np.testing.assert_allclose(said[away], counts[0, -DAY:][away], rtol=0.1, atol=1.0)
    utc = bins_of(fit(counts[:, : 20 * DAY], MONDAY), FIRST + 20 * DAY, DAY)[0]
    assert abs(utc - counts[0, -DAY:]).max() > 1.5 * abs(said - counts[0, -DAY:]).max()


def test_a_change_of_clocks_in_the_history_blurs_nothing() -> None:
    change = 10 * DAY + 2
    place = calendar(60, changes={change: 60})
    slot = place.over(FIRST, 28 * DAY)[0] % SLOTS
    counts = np.where((slot >= 16) & (slot < 40), 80, 4)[None]
    by_clock = fit(counts, MONDAY, calendar=place)
    assert by_clock.profile[0, 0, 18:38].min() > 0.97 * by_clock.profile[0, 0, 18:38].max()
    assert by_clock.profile[0, 0, 14] < 6 < fit(counts, MONDAY).profile[0, 0, 14]


def test_a_holiday_has_the_weekends_profile() -> None:
    place = calendar(0, off=(30,))
    counts = np.where(np.repeat(day_type(FIRST // DAY + np.arange(28)), DAY) == 1, 10, 50)
    usual = fit(counts[None], MONDAY, calendar=place)
    wednesday, before = MONDAY + 30 * 1440 + 720, MONDAY + 29 * 1440 + 720
    said = 30 * expected(usual, [wednesday, before])[0]
    np.testing.assert_allclose(said, [10, 50], rtol=0.1)
    assert usual.youth_at([wednesday, before]).shape == (1, 2)


def test_a_holiday_in_the_history_does_not_lower_the_working_days() -> None:
    off = (21, 22, 24, 25)
    counts = np.where(np.repeat(day_type(FIRST // DAY + np.arange(28)), DAY) == 1, 10, 50)
    for day in off:
        counts[day * DAY : (day + 1) * DAY] = 10
    told = fit(counts[None], MONDAY, calendar=calendar(0, off=off)).profile[0, 0].mean()
    untold = fit(counts[None], MONDAY).profile[0, 0].mean()
    assert told == pytest.approx(50, rel=0.03)
    assert untold < 40


def test_youth_is_that_of_the_local_day() -> None:
    """On a Friday evening UTC it is Saturday in Tokyo, and no weekend was seen yet."""
    places = calendar(0, 540)
    usual = fit(np.full((2, 4 * DAY), 30), MONDAY, calendar=places, places=[0, 1])
    evening = MONDAY + 4 * 1440 + 20 * 60
    utc, tokyo = usual.youth_at([evening])[:, 0]
    assert tokyo == 1.0 > utc > 0.0


def test_a_row_does_not_depend_on_the_rows_beside_it() -> None:
    """To the last bit: an incident's numbers are computed again from its own service's rows."""
    rng = np.random.default_rng(7)
    places = calendar(0, 60, -300)
    of = rng.integers(0, 3, 700)
    fitted = fit(rng.poisson(3.0, (700, 28 * DAY)), MONDAY, calendar=places, places=of)
    minutes = MONDAY + 28 * 1440 + np.arange(200)
    whole = expected(fitted, minutes)
    for rows in ([5], [699, 5, 17], list(range(600))):
        np.testing.assert_array_equal(expected(fitted.take(rows), minutes), whole[rows])


def test_stored_rows_keep_their_place() -> None:
    places = calendar(0, 540)
    usual = fit(
        np.arange(4 * DAY * 3).reshape(3, -1) % 7, MONDAY, calendar=places, places=[1, 0, 1]
    )
    back = Fit.from_rows([usual.row(i) for i in (2, 1)] + [None], places)
    assert back.place.tolist() == [1, 0, 0]
    assert usual.row(0)["place"] == "P1"


def test_another_season_is_learned_by_the_same_code() -> None:
    """Weeks of a year: winter has three times the reports of summer."""
    year = Season(
        types=1,
        slots=52,
        bin_minutes=7 * 1440,
        history=10 * 52,
        half_life=5 * 52,
        cold_days=700,
        neighbour=0.25,
    )
    weeks = np.arange(8 * 52)
    season = Calendar(season=year, first=2000, cells=(weeks % 52)[None].astype(np.int16))
    rate = 40 * (1 + 0.5 * np.cos(2 * np.pi * weeks / 52))
    counts = np.random.default_rng(6).poisson(rate)[None]
    usual = fit(counts[:, : 7 * 52], 2000 * 7 * 1440, calendar=season)
    said = bins_of(usual, 2000 + 7 * 52, 52)[0]
    np.testing.assert_allclose(said, rate[7 * 52 :], rtol=0.25)
    assert 0 < usual.relvar_over(7 * 1440)[0] < 0.1
    assert usual.days.tolist() == [7 * 52 * 7]


def test_weights_halve_with_the_half_life() -> None:
    weights = DAILY.weights(DAILY.history)
    assert weights[-1] / weights[-1 - 7 * DAY] == pytest.approx(2.0)
