"""Local clocks and days off of places, as arrays: from time zones and public holidays."""

import logging
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from warnings import catch_warnings, simplefilter
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from holidays import country_holidays
from numpy.typing import NDArray

from outages.detection.week import (
    EPOCH_WEEKDAY,
    HISTORY_DAYS,
    SLOTS,
    WEEK_DAYS,
    Calendar,
    local_calendar,
)
from reports.buckets import DAY_MINUTES, time_of

log = logging.getLogger(__name__)

# A calendar reaches a week further than the history on both sides: whole weeks, so that a chart
# that looks further still finds the right day of the week.
DAYS_BEFORE = HISTORY_DAYS + WEEK_DAYS
DAYS_AFTER = WEEK_DAYS
BIN = timedelta(minutes=DAY_MINUTES // SLOTS)
EPOCH = date(1970, 1, 1)
# Saturday and Sunday, Monday being 0: where no country's own weekend is known.
WEEKEND = frozenset({5, 6})
# Codes × years whose holidays are kept: every region of the catalogue in two years.
CODES_KEPT = 8192
# The place of which nothing is known: UTC, and no holidays.
NOWHERE = ""


def place(zone: str, code: str) -> str:
    """The name of a place: its time zone, and whose holidays it keeps (a code of ISO 3166; empty:
    nobody's).

    Examples
    --------
    >>> place("Europe/Berlin", "DE-BE"), place("", "")
    ('Europe/Berlin DE-BE', '')
    """
    return f"{zone} {code}".strip()


def calendar(places: Sequence[str], *, day: int) -> Calendar:
    """When it is what time of which kind of day there, around a day (since 1970-01-01 UTC).

    The first place of the calendar is always NOWHERE.
    """
    names = (NOWHERE, *sorted(set(places) - {NOWHERE}))
    zones, codes = zip(*(_parts(name) for name in names), strict=True)
    first = day - DAYS_BEFORE
    ahead = {zone: _ahead(zone, first) for zone in set(zones)}
    return local_calendar(
        first * SLOTS,
        np.stack([ahead[zone] for zone in zones]),
        np.stack([_is_off(code, first - 1) for code in codes]),
        names,
    )


def _parts(name: str) -> tuple[str, str]:
    """A zone has a slash in its name, a code has none."""
    zone, _, code = name.rpartition(" ")
    return (zone, code) if zone else ((code, "") if "/" in code else ("", code))


def _ahead(zone: str, first: int) -> NDArray[np.int16]:
    """Minutes ahead of UTC in each half hour from a day on. Only where a day begins and ends with
    different clocks its half hours are looked at one by one."""
    days = DAYS_BEFORE + DAYS_AFTER
    clock = _clock(zone)
    if clock is None:
        return np.zeros(days * SLOTS, np.int16)
    begins = [time_of((first + i) * DAY_MINUTES) for i in range(days + 1)]
    daily = np.array([_offset(clock, at) for at in begins], np.int16)
    ahead = np.repeat(daily[:-1], SLOTS)
    for i in np.flatnonzero(np.diff(daily)).tolist():
        bins = [_offset(clock, begins[i] + k * BIN) for k in range(SLOTS)]
        ahead[i * SLOTS : (i + 1) * SLOTS] = bins
    return ahead


def local_hour(zone: str, minute: int) -> float:
    """0-24: what the clocks of a zone show at a minute (since 1970, UTC).

    Examples
    --------
    >>> local_hour("Asia/Kolkata", 0), local_hour("", 90)
    (5.5, 1.5)
    """
    clock = _clock(zone)
    ahead = 0 if clock is None else _offset(clock, time_of(minute))
    return (minute + ahead) % DAY_MINUTES / 60


def _clock(zone: str) -> ZoneInfo | None:
    """None for UTC, and for a zone that this machine does not know: no reason to watch nothing."""
    try:
        return ZoneInfo(zone) if zone else None
    except (ZoneInfoNotFoundError, ValueError):
        log.warning("there is no time zone %r here; UTC is used", zone)
        return None


def _offset(clock: ZoneInfo, at: datetime) -> int:
    offset = at.astimezone(UTC).astimezone(clock).utcoffset() or timedelta()
    return round(offset.total_seconds() / 60)


def _is_off(code: str, first: int) -> NDArray[np.bool_]:
    """Which local days from `first` on are days off."""
    days = np.arange(first, first + DAYS_BEFORE + DAYS_AFTER + 2)
    years = range(_date(int(days[0])).year, _date(int(days[-1])).year + 1)
    off = {one for year in years for one in _holidays(code, year)}
    is_weekend = np.isin((days + EPOCH_WEEKDAY) % WEEK_DAYS, sorted(_weekend(code)))
    return np.asarray(is_weekend | np.isin(days, sorted(off)), bool)


def _date(day: int) -> date:
    return EPOCH + timedelta(days=day)


@lru_cache(maxsize=CODES_KEPT)
def _holidays(code: str, year: int) -> frozenset[int]:
    """Public holidays as days since 1970; none of a country that the library does not know."""
    for country, part in _wider(code):
        try:
            with catch_warnings():
                # Parts that a country has given up are still where people live.
                simplefilter("ignore", DeprecationWarning)
                found = country_holidays(country, subdiv=part, years=year)
        except NotImplementedError:
            continue
        return frozenset((day - EPOCH).days for day in found)
    return frozenset()


@lru_cache(maxsize=CODES_KEPT)
def _weekend(code: str) -> frozenset[int]:
    """Days of the week that a country rests on: Friday and Saturday in some."""
    for country, _ in _wider(code):
        try:
            return frozenset(country_holidays(country).weekend)
        except NotImplementedError:
            continue
    return WEEKEND


def _wider(code: str) -> list[tuple[str, str | None]]:
    """A part of a country, then the country."""
    country, _, part = code.partition("-")
    if not country:
        return []
    return [(country, part), (country, None)] if part else [(country, None)]
