"""Time cut into buckets: minutes, quarters of an hour, vote windows. Pure."""

from datetime import UTC, datetime

# One voice per reporter, service and window of this many minutes (docs/decisions/0003).
WINDOW_MINUTES = 10
# Symptoms are counted in buckets of this many minutes.
QUARTER_MINUTES = 15
DAY_MINUTES = 1440
# Single rows and comments are kept for so long, reporter and prefix tokens for two days.
ROWS_KEPT_MINUTES = 30 * DAY_MINUTES
TOKENS_KEPT_MINUTES = 2 * DAY_MINUTES


def minute_of(at: datetime) -> int:
    """Whole minutes since 1970-01-01 UTC of the minute that holds `at` (an aware datetime).

    >>> minute_of(datetime(1970, 1, 2, 0, 1, 59, tzinfo=UTC))
    1441
    """
    return int(at.timestamp() // 60)


def time_of(minute: int) -> datetime:
    """Start of a minute.

    >>> time_of(1441).isoformat()
    '1970-01-02T00:01:00+00:00'
    """
    return datetime.fromtimestamp(minute * 60, tz=UTC)


def floor(minute: int, width: int) -> int:
    """First minute of the bucket, `width` minutes wide, that holds `minute`.

    >>> floor(1441, 15)
    1440
    """
    return minute - minute % width


def window_of(at: datetime) -> int:
    """First minute of the vote window that holds `at`."""
    return floor(minute_of(at), WINDOW_MINUTES)
