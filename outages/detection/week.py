"""The week, cut into 30-minute bins of working days and weekends, UTC."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

BIN_MINUTES = 30
HISTORY_DAYS = 28
DAY_MINUTES = 1440
SLOTS = DAY_MINUTES // BIN_MINUTES
DAY_TYPES = 2
# 1970-01-01 was a Thursday, the fourth day of the week.
EPOCH_WEEKDAY = 3
SATURDAY = 5


def day_type(days: ArrayLike) -> Ints:
    """0 for working days, 1 for Saturdays and Sundays; days since 1970-01-01 UTC.

    Examples
    --------
    >>> day_type([0, 1, 2, 3, 4]).tolist()
    [0, 0, 1, 1, 0]
    """
    weekday = (np.asarray(days, np.int64) + EPOCH_WEEKDAY) % 7
    return np.asarray(weekday >= SATURDAY, np.int64)


@dataclass(frozen=True)
class History:
    """Counts as whole days: [series, days, 48], and which of them are known at all.

    Bins before a series was watched and outside the given counts were not `watched`: they are no
    zeros. Nor are those of past incidents `known`, for they say nothing about what is usual. `end`
    is the first minute after the last bin.
    """

    counts: NDArray[np.float32]
    watched: Bools
    known: Bools
    first_day: int
    end: int

    @property
    def days(self) -> Ints:
        return np.arange(self.first_day, self.first_day + self.counts.shape[1])

    def part(self, rows: slice) -> "History":
        """The same days of some series."""
        return History(
            counts=self.counts[rows],
            watched=self.watched[rows],
            known=self.known[rows],
            first_day=self.first_day,
            end=self.end,
        )


def history(
    counts: ArrayLike,
    first_minute: int,
    *,
    excluded: ArrayLike | None = None,
    observed_from: ArrayLike | None = None,
) -> History:
    """Lay the last HISTORY_DAYS of counts [series, bins] out by days.

    Raises
    ------
    ValueError
        If `first_minute` is not the start of a bin.

    Examples
    --------
    >>> past = history([[5, 6]], first_minute=1410)
    >>> past.counts.shape, past.known.sum(), past.first_day, past.end
    ((1, 2, 48), np.int64(2), 0, 1470)
    """
    if first_minute % BIN_MINUTES:
        raise ValueError(f"minute {first_minute} is not the start of a {BIN_MINUTES}-minute bin")
    given = np.atleast_2d(np.asarray(counts))[:, -HISTORY_DAYS * SLOTS :]
    skipped = np.atleast_2d(np.asarray(counts)).shape[1] - given.shape[1]
    first_bin = first_minute // BIN_MINUTES + skipped
    end_bin = first_bin + given.shape[1]
    first_day = first_bin // SLOTS
    whole_days = -(-end_bin // SLOTS) - first_day
    inside = slice(first_bin - first_day * SLOTS, end_bin - first_day * SLOTS)
    laid = np.zeros((len(given), whole_days * SLOTS), np.float32)
    watched = np.zeros(laid.shape, bool)
    laid[:, inside] = given
    watched[:, inside] = True
    if observed_from is not None:
        starts = (first_day * SLOTS + np.arange(laid.shape[1])) * BIN_MINUTES
        watched &= starts >= np.asarray(observed_from, np.int64)[:, None]
    known = watched.copy()
    if excluded is not None:
        known[:, inside] &= ~np.asarray(excluded, bool)[:, skipped:]
    shape = (len(given), whole_days, SLOTS)
    return History(
        counts=laid.reshape(shape),
        watched=watched.reshape(shape),
        known=known.reshape(shape),
        first_day=first_day,
        end=end_bin * BIN_MINUTES,
    )
