"""What series usually get, as a value: stored, taken by rows, asked for expected counts."""

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from outages.detection.trend import Trend
from outages.detection.week import BIN_MINUTES, UTC, Calendar, Floats, Ints

MODEL_VERSION = "seasonal-nb-3"
# Rows of stored profiles: little-endian, a quarter of the size of decimal text.
STORED = np.dtype("<f4")


@dataclass(frozen=True, kw_only=True)
class Fit:
    """What is usual, one row per series.

    profile [series, types, slots]: expected first reporters per bin, by the clocks of the series'
    place; [:, 0] on working days, [:, 1] on days off. relvar [series]: lasting relative variance
    around it. jitter [series]: relative variance that averages out, as jitter / minutes for a
    window. youth [series, types]: further relative variance while a day type has been seen too
    rarely. trust [series]: factor on severities, 1 unless they are high on ordinary days as well.
    days [series]: days of history behind the row (0: cold). place int [series], or [1] for all:
    row of the `calendar`. trend: of seasons that have one.
    """

    profile: Floats
    relvar: Floats
    jitter: Floats
    youth: Floats
    trust: Floats
    days: Floats
    place: Ints = field(default_factory=lambda: np.zeros(1, np.int64))
    calendar: Calendar = UTC
    trend: Trend | None = None
    version: str = MODEL_VERSION

    def __len__(self) -> int:
        return len(self.days)

    @property
    def places(self) -> Ints:
        """Row of the calendar of each series, [series]."""
        return np.broadcast_to(self.place, len(self))

    @classmethod
    def cold(cls, series: int, calendar: Calendar = UTC) -> "Fit":
        """The fit of series that nothing is known of.

        Examples
        --------
        >>> Fit.cold(3).days.tolist()
        [0.0, 0.0, 0.0]
        """
        season = calendar.season
        return cls(
            profile=np.zeros((series, season.types, season.slots)),
            relvar=np.zeros(series),
            jitter=np.zeros(series),
            youth=np.ones((series, season.types)),
            trust=np.ones(series),
            days=np.zeros(series),
            place=np.zeros(series, np.int64),
            calendar=calendar,
        )

    def relvar_over(self, minutes: ArrayLike) -> Floats:
        """Relative variance of counts over so many minutes: [series], or [series, lengths].

        It falls with the length up to one bin. Further ahead the level may have drifted, and the
        hours that corrected it are in part those that are judged: no forecast is surer there.
        Without youth, which depends on the day: add `youth_at` where it matters.

        Examples
        --------
        >>> Fit.cold(2).relvar_over([5, 30]).shape, Fit.cold(2).relvar_over(15).shape
        ((2, 2), (2,))
        """
        jitter = self.jitter.reshape(-1, *(1,) * np.ndim(minutes))
        lasting = self.relvar.reshape(jitter.shape)
        averaged = np.minimum(np.asarray(minutes, float), self.calendar.season.bin_minutes)
        return np.asarray(lasting + jitter / averaged, float)

    def relvar_of(self, means: Floats, number: int) -> Floats:
        """Relative variance of counts around means [series, windows] of whole bins, in windows
        that end with bin `number`.

        Examples
        --------
        >>> Fit.cold(2).relvar_of(np.ones((2, 3)), number=0).shape
        (2, 3)
        """
        lasting = self.relvar_over(self.calendar.season.bin_minutes)[:, None]
        if self.trend is None:
            return np.broadcast_to(lasting, means.shape)
        return np.asarray(lasting + self.trend.relvar(means, number), float)

    def youth_at(self, minutes: ArrayLike) -> Floats:
        """Youth of the day type that each minute is in, by each series' clocks:
        [series, minutes].

        Examples
        --------
        >>> Fit.cold(2).youth_at([0, 1440, 2880]).shape
        (2, 3)
        """
        season = self.calendar.season
        bins = np.asarray(minutes, np.int64) // season.bin_minutes
        first = int(bins.min()) if bins.size else 0
        length = int(bins.max()) - first + 1 if bins.size else 0
        kinds = self.calendar.over(first, length)[:, bins - first] // season.slots
        if len(kinds) == 1:
            return np.asarray(self.youth[:, kinds[0]], float)
        return np.take_along_axis(self.youth, kinds[self.places], axis=1)

    def take(self, rows: ArrayLike) -> "Fit":
        """These rows, in this order; a row may be taken more than once.

        Examples
        --------
        >>> len(Fit.cold(2).take([1, 1, 0]))
        3
        """
        at = np.asarray(rows, np.int64)
        return Fit(
            profile=self.profile[at],
            relvar=self.relvar[at],
            jitter=self.jitter[at],
            youth=self.youth[at],
            trust=self.trust[at],
            days=self.days[at],
            place=self.places[at],
            calendar=self.calendar,
            trend=None if self.trend is None else self.trend.take(at),
            version=self.version,
        )

    def put(self, start: int, part: "Fit") -> None:
        """Write rows of the same calendar in the place of those from `start` on.

        Examples
        --------
        >>> from dataclasses import replace
        >>> whole = Fit.cold(3)
        >>> whole.put(1, replace(Fit.cold(1), days=np.array([7.0])))
        >>> whole.days.tolist()
        [0.0, 7.0, 0.0]
        """
        rows = slice(start, start + len(part))
        self.profile[rows], self.youth[rows] = part.profile, part.youth
        self.relvar[rows], self.jitter[rows] = part.relvar, part.jitter
        self.trust[rows], self.days[rows] = part.trust, part.days
        self.place[rows] = part.places

    def row(self, i: int) -> dict[str, Any]:
        """Series `i` as what JSON can hold, about 700 bytes; without its trend."""
        return {
            "profile": b64encode(self.profile[i].astype(STORED).tobytes()).decode(),
            "relvar": float(self.relvar[i]),
            "jitter": float(self.jitter[i]),
            "youth": self.youth[i].tolist(),
            "trust": float(self.trust[i]),
            "days": float(self.days[i]),
            "place": self.calendar.names[self.places[i]],
            "version": self.version,
        }

    @classmethod
    def from_rows(cls, rows: Sequence[Mapping[str, Any] | None], calendar: Calendar = UTC) -> "Fit":
        """The fit of these rows, in their order; None, or a row of another model, is a cold series.

        `calendar` has the places that the rows name.

        Examples
        --------
        >>> from dataclasses import replace
        >>> warm = replace(Fit.cold(1), days=np.array([7.0]))
        >>> Fit.from_rows([warm.row(0), None]).days.tolist()
        [7.0, 0.0]
        """
        whole = cls.cold(len(rows), calendar)
        known = [i for i, row in enumerate(rows) if row and row["version"] == MODEL_VERSION]
        stored = [row for row in rows if row and row["version"] == MODEL_VERSION]
        raw = b"".join(b64decode(row["profile"]) for row in stored)
        whole.profile[known] = np.frombuffer(raw, STORED).reshape(-1, *whole.profile.shape[1:])
        whole.relvar[known] = [row["relvar"] for row in stored]
        whole.jitter[known] = [row["jitter"] for row in stored]
        youth = [row["youth"] for row in stored]
        whole.youth[known] = np.reshape(youth, (-1, whole.youth.shape[1]))
        whole.trust[known] = [row["trust"] for row in stored]
        whole.days[known] = [row["days"] for row in stored]
        at = {name: place for place, name in enumerate(calendar.names)}
        whole.place[known] = [at[row["place"]] for row in stored]
        return whole


def bins_of(fit: Fit, first_bin: int, bins: int) -> Floats:
    """Expected counts [series, bins] of whole bins, numbered from 1970-01-01 UTC."""
    cells = fit.calendar.over(first_bin, bins)
    flat = fit.profile.reshape(len(fit), fit.calendar.season.cells)
    if len(cells) == 1:
        usual = np.asarray(flat[:, cells[0]], float)
    else:
        usual = np.take_along_axis(flat, cells[fit.places], axis=1)
    return usual if fit.trend is None else usual * fit.trend.growth(first_bin, bins)


def blend(minutes: ArrayLike) -> tuple[int, Floats]:
    """How minutes draw on half hours: the first, and weights [minutes, bins] of each one's count.

    Linear between the middles of bins, so that the expected rate has no steps at half hours.
    """
    first, left, share = _between(minutes)
    weights = np.zeros((left.size, int(left.max()) + 2 if left.size else 0))
    rows = np.arange(left.size)
    weights[rows, left] = (1.0 - share) / BIN_MINUTES
    weights[rows, left + 1] += share / BIN_MINUTES
    return first, weights


def _between(minutes: ArrayLike) -> tuple[int, Ints, Floats]:
    """The first bin that minutes draw on, for each minute the one before it (counted from there),
    and how far it is on the way to the one after it."""
    position = (np.asarray(minutes, np.int64) + 0.5) / BIN_MINUTES - 0.5
    left: NDArray[np.int64] = np.floor(position).astype(np.int64)
    first = int(left.min()) if left.size else 0
    return first, left - first, position - left


def expected(fit: Fit, minutes: ArrayLike) -> Floats:
    """Expected first reporters in each of the given minutes, [series, minutes].

    Interpolated linearly between the middles of the 30-minute bins. Zero for a cold series. What a
    row gets does not depend on the other rows, to the last bit.

    Examples
    --------
    >>> from dataclasses import replace
    >>> flat = replace(Fit.cold(1), profile=np.full((1, 2, 48), 60.0))
    >>> expected(flat, [20_000, 20_001]).round(1).tolist()
    [[2.0, 2.0]]
    """
    first, left, share = _between(minutes)
    usual = bins_of(fit, first, int(left.max()) + 2 if left.size else 0)
    before, after = (1.0 - share) / BIN_MINUTES, share / BIN_MINUTES
    return np.asarray(usual[:, left] * before + usual[:, left + 1] * after, float)
