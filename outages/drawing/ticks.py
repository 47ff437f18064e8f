"""Where an axis has its marks, and what they say."""

import math
from datetime import UTC, datetime

# Steps of a time axis in seconds: those that people count hours and days in.
MINUTE, HOUR, DAY = 60, 3600, 86400
TIME_STEPS = (
    *(minutes * MINUTE for minutes in (1, 5, 15, 30)),
    *(hours * HOUR for hours in (1, 2, 3, 4, 6, 12)),
    *(days * DAY for days in (1, 2, 3, 5, 7, 10, 14, 28)),
)
# The steps of a scale of numbers, times a power of ten.
NICE = (1, 2, 5, 10)
# From here on a count is shortened: 12k says enough beside a chart.
THOUSAND = 1000


def nice_step(top: float, *, about: int) -> int:
    """The whole step of 1, 2 or 5 times a power of ten that cuts 0..top in at most `about` parts.

    >>> [nice_step(top, about=4) for top in (0.0, 3.0, 7.0, 390.0)]
    [1, 1, 2, 100]
    """
    wanted = max(top / about, 1.0)
    power = 10 ** math.floor(math.log10(wanted))
    return int(next(nice * power for nice in NICE if nice * power >= wanted))


def number_label(value: int) -> str:
    """A count beside an axis, short.

    >>> [number_label(value) for value in (0, 950, 2000, 2500, 1_500_000)]
    ['0', '950', '2k', '2.5k', '1.5M']
    """
    if value >= THOUSAND**2:
        return f"{value / THOUSAND**2:g}M"
    return f"{value / THOUSAND:g}k" if value >= THOUSAND else str(value)


def time_step(seconds: float, *, most: int) -> int:
    """The smallest usual step of which a span of time holds at most `most`.

    >>> [time_step(hours * 3600, most=8) // 60 for hours in (1, 24, 168)]
    [15, 180, 1440]
    """
    return next((step for step in TIME_STEPS if seconds / step <= most), _whole_days(seconds, most))


def times(start: float, stop: float, *, step: int) -> list[int]:
    """The multiples of a step within a span, in unix seconds (so days begin at midnight UTC)."""
    first = math.ceil(start / step) * step
    return list(range(first, math.floor(stop) + 1, step))


def time_label(at: int, *, step: int) -> str:
    """The hour in UTC, or the day where a day begins.

    >>> [time_label(at, step=3600) for at in (1_764_028_800, 1_764_032_400)]
    ['25 Nov', '01:00']
    """
    moment = datetime.fromtimestamp(at, UTC)
    if at % DAY == 0 or step >= DAY:
        return f"{moment.day} {moment:%b}"
    return f"{moment:%H:%M}"


def _whole_days(seconds: float, most: int) -> int:
    return math.ceil(seconds / most / DAY) * DAY
