"""The past of many series: which counts there were, and which of them say what is usual."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from outages.detection.trend import Trend
from outages.detection.week import UTC, Bools, Calendar, Floats, Ints


@dataclass(frozen=True, kw_only=True)
class History:
    """Counts [series, bins] of whole cycles, and which of them are known at all.

    Bins before a series was watched are not `watched`: they are no zeros. Nor are those of past
    incidents `known`, for they say nothing about what is usual. `cells` int [series, bins], or
    [1, bins] where all series share a place: where in the season each bin is. `first`: number of
    the first bin.
    """

    counts: NDArray[np.float32]
    watched: Bools
    known: Bools
    cells: Ints
    first: int
    calendar: Calendar
    trend: Trend | None = None

    def __len__(self) -> int:
        return len(self.counts)

    @property
    def end(self) -> int:
        """The bin after the last."""
        return self.first + int(self.counts.shape[1])

    @property
    def exposure(self) -> Floats | Bools:
        """How much of a bin at the trend's origin each bin is worth, [series, bins]; 0 where it is
        not known."""
        if self.trend is None:
            return self.known
        return np.asarray(self.known * self.trend.growth(self.first, self.known.shape[1]), float)

    @property
    def weights(self) -> Floats:
        return self.calendar.season.weights(self.counts.shape[1])

    def usual(self, profile: Floats) -> Floats:
        """What a profile [series, types, slots] says of each bin, [series, bins]."""
        flat = profile.reshape(len(profile), -1)
        if len(self.cells) == 1:
            usual = np.asarray(flat[:, self.cells[0]], float)
        else:
            usual = np.take_along_axis(flat, self.cells, axis=1)
        if self.trend is None:
            return usual
        return usual * self.trend.growth(self.first, usual.shape[1])

    def sums(self, values: NDArray[np.float64] | Bools) -> Floats:
        """Weighted sums of values [series, bins] by cell, [series, types, slots].

        Added up bin by bin: what a row gets does not depend on the rows beside it.
        """
        season = self.calendar.season
        rows = np.arange(len(values))[:, None] * season.cells
        told = np.bincount(
            (rows + self.cells).ravel(),
            np.multiply(values, self.weights, dtype=float).ravel(),
            minlength=len(values) * season.cells,
        )
        return np.asarray(told.reshape(-1, season.types, season.slots), float)


class Past(Protocol):
    """The past of `len()` series, given block by block, so that never all of it is laid out."""

    @property
    def calendar(self) -> Calendar: ...

    @property
    def place(self) -> Ints:
        """Row of the calendar of each series."""

    @property
    def end(self) -> int:
        """The bin after the last."""

    def __len__(self) -> int: ...

    def part(self, rows: slice) -> History:
        """These series with all their bins."""


@dataclass(frozen=True, kw_only=True)
class Dense:
    """A past that is laid out already: counts and what was excluded [series, bins]."""

    counts: NDArray[np.generic]
    excluded: Bools | None
    observed_from: Ints  # [series], minutes
    first: int
    place: Ints  # [series]
    calendar: Calendar

    def __len__(self) -> int:
        return len(self.counts)

    @property
    def end(self) -> int:
        return self.first + int(self.counts.shape[1])

    def part(self, rows: slice) -> History:
        """The same bins of some series."""
        counts = self.counts[rows].astype(np.float32)
        excluded = np.zeros(counts.shape, bool) if self.excluded is None else self.excluded[rows]
        return _history(
            counts,
            excluded,
            self.observed_from[rows],
            first=self.first,
            place=self.place[rows],
            calendar=self.calendar,
        )


@dataclass(frozen=True, kw_only=True)
class Sparse:
    """A past of which only what is not zero is held, row by row.

    starts int [series + 1]: entry that a row begins with; bins int16 and counts [entries]: of the
    `length` bins from number `first` on. spans int [spans, 4]: first row, row after the last, first
    bin and bin after the last of what was excluded.
    """

    starts: Ints
    bins: NDArray[np.int16]
    counts: NDArray[np.uint16] | NDArray[np.uint32]
    spans: Ints
    observed_from: int
    first: int
    length: int
    place: Ints
    calendar: Calendar

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def end(self) -> int:
        return self.first + self.length

    def part(self, rows: slice) -> History:
        """Some series with all their bins."""
        begin, end, _ = rows.indices(len(self))
        entries = slice(self.starts[begin], self.starts[end])
        row = np.repeat(np.arange(end - begin), np.diff(self.starts[begin : end + 1]))
        counts = np.zeros((end - begin, self.length), np.float32)
        counts[row, self.bins[entries]] = self.counts[entries]
        excluded = np.zeros(counts.shape, bool)
        near = self.spans[(self.spans[:, 0] < end) & (self.spans[:, 1] > begin)]
        for first_row, last_row, first_bin, last_bin in near.tolist():
            excluded[max(first_row - begin, 0) : last_row - begin, first_bin:last_bin] = True
        return _history(
            counts,
            excluded,
            np.full(end - begin, self.observed_from),
            first=self.first,
            place=self.place[begin:end],
            calendar=self.calendar,
        )


def dense(
    counts: ArrayLike,
    first_minute: int,
    *,
    excluded: ArrayLike | None = None,
    observed_from: ArrayLike | None = None,
    calendar: Calendar = UTC,
    places: ArrayLike = 0,
) -> Dense:
    """The last `season.history` bins of counts [series, bins].

    Raises
    ------
    ValueError
        If `first_minute` is not the start of a bin.

    Examples
    --------
    >>> past = dense([[5, 6]], first_minute=1410).part(slice(None))
    >>> past.counts.shape, past.known.sum(), past.end, past.cells[0, -2:].tolist()
    ((1, 48), np.int64(2), 49, [47, 0])
    """
    season = calendar.season
    if first_minute % season.bin_minutes:
        raise ValueError(
            f"minute {first_minute} is not the start of a {season.bin_minutes}-minute bin"
        )
    given = np.atleast_2d(np.asarray(counts))
    kept = given[:, -season.history :]
    skipped = given.shape[1] - kept.shape[1]
    since = first_minute if observed_from is None else observed_from
    left_out = None if excluded is None else np.asarray(excluded, bool)[:, skipped:]
    return Dense(
        counts=kept,
        excluded=left_out,
        observed_from=np.broadcast_to(np.asarray(since, np.int64), len(kept)),
        first=first_minute // season.bin_minutes + skipped,
        place=np.broadcast_to(np.asarray(places, np.int64), len(kept)),
        calendar=calendar,
    )


def _history(
    counts: NDArray[np.float32],
    excluded: Bools,
    observed_from: Ints,
    *,
    first: int,
    place: Ints,
    calendar: Calendar,
) -> History:
    season = calendar.season
    # Whole cycles, counted back from the end: what is put in front was not watched.
    missing = -counts.shape[1] % season.slots
    bins = counts.shape[1] + missing
    starts = (first - missing + np.arange(bins)) * season.bin_minutes
    watched = starts >= np.maximum(observed_from, first * season.bin_minutes)[:, None]
    cells = calendar.over(first - missing, bins)
    before = ((0, 0), (missing, 0))
    return History(
        counts=np.pad(counts, before) if missing else counts,
        watched=watched,
        known=watched & ~(np.pad(excluded, before) if missing else excluded),
        cells=cells if len(cells) == 1 else cells[place],
        first=first - missing,
        calendar=calendar,
    )
