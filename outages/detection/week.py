"""The season: which bins of time are alike, and how far back they say anything."""

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
# Working days, and days off: weekends and public holidays.
DAY_TYPES = 2
# Half of a day's weight is gone after so many days: follows growth without forgetting a week.
HALF_LIFE_DAYS = 7
# A series with less history than this has no shape of the day yet: it is judged by its flat level.
COLD_DAYS = 2.0
# Neighbouring half hours lend each other weight: triangular, one bin to each side.
NEIGHBOUR = 0.25
# 1970-01-01 was a Thursday, the fourth day of the week.
EPOCH_WEEKDAY = 3
SATURDAY = 5
WEEK_DAYS = 7


@dataclass(frozen=True, kw_only=True)
class Season:
    """What repeats, and how it is learned.

    types: kinds of cycle (working day, day off), each with so many slots. bin_minutes: length of a
    bin, which falls into one slot. history: bins that are looked at. half_life: bins after which
    half of the weight is gone. cold_days: days of history below which no shape is believed.
    neighbour: weight that a slot takes from each of the two beside it, in a circle, `reach` times
    over. trend: growth from cycle to cycle is learned, and scatter is in proportion to the mean;
    otherwise the last hours correct the level.
    """

    types: int
    slots: int
    bin_minutes: int
    history: int
    half_life: float
    cold_days: float
    neighbour: float
    reach: int = 1
    trend: bool = False

    @property
    def cells(self) -> int:
        return self.types * self.slots

    @property
    def freedom(self) -> float:
        """How many numbers a profile is worth: a slot that leans on others is less than one.

        Examples
        --------
        >>> DAILY.freedom
        36.0
        """
        kernel = np.ones(1)
        for _ in range(self.reach):
            sides = self.neighbour
            kernel = np.convolve(kernel, [sides, 1.0 - 2.0 * sides, sides])
        return float(self.cells * (kernel**2).sum())

    def days(self, bins: ArrayLike) -> Floats:
        """How many days so many bins are."""
        return np.asarray(np.multiply(bins, self.bin_minutes / DAY_MINUTES), float)

    def weights(self, bins: int) -> Floats:
        """Weight of each of the last `bins` bins, the newest last.

        Examples
        --------
        >>> DAILY.weights(337)[[0, -1]].tolist()
        [0.5, 1.0]
        """
        return np.asarray(0.5 ** (np.arange(bins - 1, -1, -1) / self.half_life), float)


DAILY = Season(
    types=DAY_TYPES,
    slots=SLOTS,
    bin_minutes=BIN_MINUTES,
    history=HISTORY_DAYS * SLOTS,
    half_life=HALF_LIFE_DAYS * SLOTS,
    cold_days=COLD_DAYS,
    neighbour=NEIGHBOUR,
)


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """Which cell of the season each bin is in, by place.

    cells int [places, bins]: type * slots + slot of the bins from number `first` on; bins are
    numbered from 1970-01-01 UTC. Outside of its span a calendar goes on as a cycle. names: of the
    places, by which they are stored.
    """

    season: Season
    first: int
    cells: NDArray[np.int16]
    names: tuple[str, ...] = ("",)

    def over(self, first_bin: int, bins: int) -> Ints:
        """Cells of `bins` bins from `first_bin` on, [places, bins].

        Examples
        --------
        >>> UTC.over(46, 4).tolist(), UTC.over(2 * 48 - 1, 2).tolist()
        ([[46, 47, 0, 1]], [[47, 48]])
        """
        at = (np.arange(first_bin, first_bin + bins) - self.first) % self.cells.shape[1]
        return np.asarray(self.cells[:, at], np.int64)

    def full_exposure(self, end_bin: int) -> Floats:
        """Weighted bins that a whole history up to `end_bin` has in each slot of each type, on
        average: [places, types]."""
        bins, types = self.season.history, self.season.types
        kinds = self.over(end_bin - bins, bins) // self.season.slots
        rows = np.arange(len(kinds))[:, None] * types
        weights = np.broadcast_to(self.season.weights(bins), kinds.shape)
        told = np.bincount((rows + kinds).ravel(), weights.ravel(), minlength=len(kinds) * types)
        return np.asarray(told.reshape(-1, types) / self.season.slots, float)


def day_type(days: ArrayLike) -> Ints:
    """0 for working days, 1 for Saturdays and Sundays; days since 1970-01-01 UTC.

    Examples
    --------
    >>> day_type([0, 1, 2, 3, 4]).tolist()
    [0, 0, 1, 1, 0]
    """
    weekday = (np.asarray(days, np.int64) + EPOCH_WEEKDAY) % WEEK_DAYS
    return np.asarray(weekday >= SATURDAY, np.int64)


def local_calendar(
    first_bin: int, offsets: ArrayLike, is_off: ArrayLike, names: tuple[str, ...]
) -> Calendar:
    """The week of half hours by local clocks.

    Parameters
    ----------
    first_bin : int
        Half hours since 1970-01-01 UTC.
    offsets : int [places, bins]
        Minutes that a place's clocks are ahead of UTC, in each half hour. Rounded to half hours:
        a zone of 45 minutes is read a quarter of an hour off.
    is_off : bool [places, days]
        Whether a local day is a day off; days from the one before the first bin's UTC day on, to
        the one after the last.
    names : str [places]
    """
    # Small numbers: thousands of places are not many.
    ahead = np.rint(np.asarray(offsets) / BIN_MINUTES).astype(np.int16)
    bins = (first_bin % SLOTS + np.arange(ahead.shape[1])).astype(np.int16) + ahead
    kinds = np.take_along_axis(np.asarray(is_off, np.int16), bins // SLOTS + 1, axis=1)
    cells = kinds * SLOTS + bins % SLOTS
    return Calendar(season=DAILY, first=first_bin, cells=cells, names=names)


# Where nothing better is known: one week by UTC clocks, again and again.
UTC = local_calendar(
    0,
    np.zeros((1, WEEK_DAYS * SLOTS), np.int64),
    day_type(np.arange(-1, WEEK_DAYS + 1))[None],
    ("",),
)
