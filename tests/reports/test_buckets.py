"""Time cut into minutes, quarters of an hour and windows."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.buckets import (
    DAY_MINUTES,
    QUARTER_MINUTES,
    WINDOW_MINUTES,
    floor,
    minute_of,
    time_of,
    window_of,
)

LAST = datetime(2099, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
AT = st.integers(0, (LAST - EPOCH) // MICROSECOND).map(lambda n: EPOCH + n * MICROSECOND)


@pytest.mark.parametrize(
    ("at", "minute"),
    [
        (EPOCH, 0),
        (datetime(1970, 1, 1, 0, 0, 59, 999_999, tzinfo=UTC), 0),
        (datetime(1970, 1, 1, 0, 1, tzinfo=UTC), 1),
        # Nine in Tokyo is midnight in Greenwich.
        (datetime(1970, 1, 2, 9, 0, tzinfo=timezone(timedelta(hours=9))), DAY_MINUTES),
        # A leap day, and the last minute of a year that ended with a leap second.
        (datetime(2024, 2, 29, 12, 0, tzinfo=UTC), 28_486_800),
        (datetime(2016, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC), 24_720_479),
        (LAST, 68_374_079),
    ],
)
def test_the_minute_of_a_time(at: datetime, minute: int) -> None:
    assert minute_of(at) == minute


@given(AT)
def test_a_time_lies_in_its_minute_and_nowhere_else(at: datetime) -> None:
    start = time_of(minute_of(at))
    assert start <= at < start + timedelta(minutes=1)
    assert start.tzinfo is UTC


@given(AT, st.sampled_from([1, WINDOW_MINUTES, QUARTER_MINUTES, DAY_MINUTES]))
def test_a_bucket_begins_at_a_multiple_of_its_width(at: datetime, width: int) -> None:
    minute = minute_of(at)
    start = floor(minute, width)
    assert start % width == 0
    assert start <= minute < start + width


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (datetime(2026, 2, 3, 12, 9, 59, tzinfo=UTC), datetime(2026, 2, 3, 12, 10, tzinfo=UTC)),
        (datetime(2026, 2, 3, 23, 59, 59, tzinfo=UTC), datetime(2026, 2, 4, tzinfo=UTC)),
    ],
)
def test_windows_follow_each_other_without_a_gap_also_over_midnight(
    before: datetime, after: datetime
) -> None:
    assert window_of(after) - window_of(before) == WINDOW_MINUTES
    assert window_of(after) == minute_of(after)


def test_no_window_and_no_quarter_lies_in_two_days() -> None:
    assert DAY_MINUTES % WINDOW_MINUTES == DAY_MINUTES % QUARTER_MINUTES == 0
