"""Local clocks and days off come out of time zones and holidays right."""

from datetime import UTC, datetime

import numpy as np
import pytest

from outages.judging import dates

# Half hours since 1970.
BIN = 30 * 60


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    return int(datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp()) // BIN


def told(place: str, bin_: int, bins: int = 1) -> tuple[list[float], list[int]]:
    """Hours on the clock and types of day there."""
    calendar = dates.calendar([place], day=bin_ // 48)
    cells = calendar.over(bin_, bins)[calendar.names.index(place)]
    return (cells % 48 / 2).tolist(), (cells // 48).tolist()


def test_a_part_that_its_country_has_given_up_has_holidays_still() -> None:
    # A region of France until 2016; warnings are errors here.
    _, types = told("FR-A", at(2025, 12, 25, 12))
    assert types == [1]


@pytest.mark.parametrize(
    ("place", "bin_", "clock"),
    [
        # Clocks go forward at 01:00 UTC in all of Europe, back at 01:00 UTC.
        ("Europe/Berlin DE", at(2026, 3, 29, 0, 30), [1.5, 3.0, 3.5]),
        ("Europe/Berlin DE", at(2026, 10, 25, 0, 30), [2.5, 2.0, 2.5]),
        # At 2 o'clock by local clocks in America.
        ("America/New_York US-NY", at(2026, 3, 8, 6, 30), [1.5, 3.0, 3.5]),
        ("America/New_York US-NY", at(2026, 11, 1, 5, 30), [1.5, 1.0, 1.5]),
        ("America/Phoenix US-AZ", at(2026, 3, 8, 8, 30), [1.5, 2.0, 2.5]),
        ("Asia/Kolkata IN", at(2026, 6, 3, 0, 0), [5.5, 6.0, 6.5]),
        # 45 minutes are read as the next half hour.
        ("Asia/Kathmandu NP", at(2026, 6, 3, 0, 0), [6.0, 6.5, 7.0]),
        # Half an hour of summer time.
        ("Australia/Lord_Howe AU", at(2026, 4, 4, 14, 30), [1.5, 1.5, 2.0]),
        ("", at(2026, 3, 29, 0, 30), [0.5, 1.0, 1.5]),
        ("Nowhere/At_All DE", at(2026, 3, 29, 0, 30), [0.5, 1.0, 1.5]),
    ],
)
def test_clocks_are_those_of_the_place(place: str, bin_: int, clock: list[float]) -> None:
    assert told(place, bin_, 3)[0] == clock


@pytest.mark.parametrize(
    ("place", "bin_", "off"),
    [
        # Women's day 2027, a Monday, in Berlin only.
        ("Europe/Berlin DE-BE", at(2027, 3, 8, 12), 1),
        ("Europe/Berlin DE-BY", at(2027, 3, 8, 12), 0),
        ("Europe/Berlin DE", at(2027, 3, 8, 12), 0),
        # Thanksgiving begins and ends by local clocks.
        ("America/Los_Angeles US-CA", at(2026, 11, 26, 7, 30), 0),
        ("America/Los_Angeles US-CA", at(2026, 11, 26, 8, 0), 1),
        # A part that the library does not know has its country's holidays.
        ("Europe/Berlin DE-XX", at(2026, 12, 25, 12), 1),
        # Christmas is no holiday where nobody is known to keep it.
        ("Europe/Berlin", at(2026, 12, 25, 12), 0),
        ("", at(2026, 12, 25, 12), 0),
        ("Etc/GMT QQ", at(2026, 12, 25, 12), 0),
        # Friday and Saturday are the weekend in Riyadh; its Sunday is a working day.
        ("Asia/Riyadh SA", at(2026, 6, 5, 9), 1),
        ("Asia/Riyadh SA", at(2026, 6, 7, 9), 0),
        ("", at(2026, 6, 7, 9), 1),
    ],
)
def test_days_off_are_those_of_the_place(place: str, bin_: int, off: int) -> None:
    assert told(place, bin_)[1] == [off]


def test_a_calendar_over_new_year_knows_both_years() -> None:
    for bin_ in (at(2026, 12, 25, 12), at(2027, 1, 1, 12)):
        calendar = dates.calendar(["Europe/Paris FR"], day=at(2027, 1, 3) // 48)
        assert calendar.over(bin_, 1)[1, 0] // 48 == 1


def test_the_first_place_is_nowhere_and_each_stands_there_once() -> None:
    calendar = dates.calendar(["Europe/Paris FR", "", "Europe/Paris FR"], day=20_000)
    assert calendar.names == ("", "Europe/Paris FR")
    assert calendar.cells.shape == (2, 6 * 7 * 48)


def test_whole_weeks_go_on_beyond_the_calendar() -> None:
    calendar = dates.calendar(["Asia/Tokyo JP"], day=at(2026, 6, 20) // 48)
    later = calendar.over(at(2026, 7, 4), 48)
    np.testing.assert_array_equal(later, calendar.over(at(2026, 5, 23), 48))
