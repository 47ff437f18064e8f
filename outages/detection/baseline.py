"""What a series usually gets at this time of the week: the daily fit and its expected counts."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from outages.detection.dispersion import relative_variances, squares
from outages.detection.profile import CAP_ROUNDS, JEFFREYS, full_exposure, shrunk, slot_sums
from outages.detection.trust import trust
from outages.detection.week import (
    BIN_MINUTES,
    DAY_TYPES,
    HISTORY_DAYS,
    SLOTS,
    Floats,
    History,
    Ints,
    day_type,
    history,
)

__all__ = [
    "BIN_MINUTES",
    "COLD_DAYS",
    "HISTORY_DAYS",
    "MODEL_VERSION",
    "Fit",
    "bins_of",
    "blend",
    "expected",
    "fit",
]

MODEL_VERSION = "seasonal-nb-2"
# A series with less history than this has no shape of the day yet: it is judged by its flat level.
COLD_DAYS = 2.0
# Rows of stored profiles: little-endian, a quarter of the size of decimal text.
STORED = np.dtype("<f4")
# Series that are fitted at once, so that a fit needs megabytes, not gigabytes.
BLOCK = 512
# Relative variance between one day and the next at the same time of day.
DAY_TO_DAY = 0.2
# Relative variance where the shape of the day is not known at all.
UNKNOWN_SHAPE = 1.0


@dataclass(frozen=True)
class Fit:
    """What is usual, one row per series.

    profile [series, 2, 48]: expected first reporters per 30-minute bin, UTC; [:, 0] on working
    days, [:, 1] at the weekend. relvar [series]: lasting relative variance around it. jitter
    [series]: relative variance that averages out, as jitter / minutes for a window. youth [series,
    2]: further relative variance while a day type has been seen too rarely. trust [series]: factor
    on severities, 1 unless they are high on ordinary days as well. days [series]: days of history
    behind the row (0: cold).
    """

    profile: Floats
    relvar: Floats
    jitter: Floats
    youth: Floats
    trust: Floats
    days: Floats
    version: str = MODEL_VERSION

    def __len__(self) -> int:
        return len(self.days)

    @classmethod
    def cold(cls, series: int) -> "Fit":
        """The fit of series that nothing is known of.

        Examples
        --------
        >>> Fit.cold(3).days.tolist()
        [0.0, 0.0, 0.0]
        """
        return cls(
            profile=np.zeros((series, DAY_TYPES, SLOTS)),
            relvar=np.zeros(series),
            jitter=np.zeros(series),
            youth=np.ones((series, DAY_TYPES)),
            trust=np.ones(series),
            days=np.zeros(series),
        )

    def relvar_over(self, minutes: ArrayLike) -> Floats:
        """Relative variance of counts over so many minutes: [series], or [series, lengths].

        It falls with the length up to one bin. Further ahead the level may have drifted, and the
        hours that corrected it are in part those that are judged: no forecast is surer there.
        Without youth, which depends on the day: add `youth[:, day_type(day)]` where it matters.

        Examples
        --------
        >>> Fit.cold(2).relvar_over([5, 30]).shape, Fit.cold(2).relvar_over(15).shape
        ((2, 2), (2,))
        """
        jitter = self.jitter.reshape(-1, *(1,) * np.ndim(minutes))
        lasting = self.relvar.reshape(jitter.shape)
        averaged = np.minimum(np.asarray(minutes, float), BIN_MINUTES)
        return np.asarray(lasting + jitter / averaged, float)

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
            version=self.version,
        )

    def row(self, i: int) -> dict[str, Any]:
        """Series `i` as what JSON can hold, about 600 bytes."""
        return {
            "profile": b64encode(self.profile[i].astype(STORED).tobytes()).decode(),
            "relvar": float(self.relvar[i]),
            "jitter": float(self.jitter[i]),
            "youth": self.youth[i].tolist(),
            "trust": float(self.trust[i]),
            "days": float(self.days[i]),
            "version": self.version,
        }

    @classmethod
    def from_rows(cls, rows: Sequence[Mapping[str, Any] | None]) -> "Fit":
        """The fit of these rows, in their order; None, or a row of another model, is a cold series.

        Examples
        --------
        >>> warm = fit(np.full((1, 48 * 7), 3), first_minute=0)
        >>> both = Fit.from_rows([warm.row(0), None])
        >>> both.days.tolist(), bool(np.allclose(both.profile[0], warm.profile[0]))
        ([7.0, 0.0], True)
        """
        whole = cls.cold(len(rows))
        known = [i for i, row in enumerate(rows) if row and row["version"] == MODEL_VERSION]
        stored = [row for row in rows if row and row["version"] == MODEL_VERSION]
        raw = b"".join(b64decode(row["profile"]) for row in stored)
        whole.profile[known] = np.frombuffer(raw, STORED).reshape(-1, DAY_TYPES, SLOTS)
        whole.relvar[known] = [row["relvar"] for row in stored]
        whole.jitter[known] = [row["jitter"] for row in stored]
        whole.youth[known] = np.reshape([row["youth"] for row in stored], (-1, DAY_TYPES))
        whole.trust[known] = [row["trust"] for row in stored]
        whole.days[known] = [row["days"] for row in stored]
        return whole


def bins_of(fit: Fit, first_bin: int, bins: int) -> Floats:
    """Expected counts [series, bins] of whole bins, numbered from 1970-01-01 UTC."""
    numbers = np.arange(first_bin, first_bin + bins)
    return fit.profile[:, day_type(numbers // SLOTS), numbers % SLOTS]


def blend(minutes: ArrayLike) -> tuple[int, Floats]:
    """How minutes draw on bins: the first bin, and the weights [minutes, bins] of each bin's count.

    Linear between the middles of bins, so that the expected rate has no steps at half hours.
    """
    at = np.asarray(minutes, np.int64)
    position = (at + 0.5) / BIN_MINUTES - 0.5
    left = np.floor(position).astype(np.int64)
    share = position - left
    first = int(left.min()) if at.size else 0
    bins = int(left.max()) - first + 2 if at.size else 0
    weights = np.zeros((at.size, bins))
    rows = np.arange(at.size)
    weights[rows, left - first] = (1.0 - share) / BIN_MINUTES
    weights[rows, left - first + 1] = share / BIN_MINUTES
    return first, weights


def expected(fit: Fit, minutes: ArrayLike) -> Floats:
    """Expected first reporters per minute, [series, len(minutes)]; minutes since 1970-01-01 UTC.

    Interpolated linearly between the middles of the 30-minute bins. Zero for a cold series.

    Examples
    --------
    >>> expected(fit(np.full((1, 48 * 14), 60), first_minute=0), [20_000, 20_001]).round(1).tolist()
    [[2.0, 2.0]]
    """
    first, weights = blend(minutes)
    return np.asarray(bins_of(fit, first, weights.shape[1]) @ weights.T, float)


def fit(
    counts: ArrayLike,
    first_minute: int,
    *,
    excluded: ArrayLike | None = None,
    groups: ArrayLike | None = None,
    observed_from: ArrayLike | None = None,
) -> Fit:
    """Fit all series at once, once a day.

    Parameters
    ----------
    counts : int [series, bins]
        First reporters per 30-minute bin; only the last HISTORY_DAYS count.
    first_minute : int
        Minutes since 1970-01-01 UTC of bin 0, a multiple of 30.
    excluded : bool [series, bins], optional
        Bins of confirmed incidents, which say nothing about what is usual.
    groups : int [series], optional
        Series that share a shape of the week (one region over all services), numbered from 0.
    observed_from : int [series], optional
        Minute from which on a series was watched: bins before it are not zeros but unknown.

    Returns
    -------
    Fit
        Rows with less than COLD_DAYS of history hold a flat level. Seasonal profiles with capped
        counts as in Farrington et al. 1996 and Noufaily et al. 2013, shrunk as gamma-Poisson.

    Raises
    ------
    ValueError
        If `first_minute` is not the start of a bin.
    """
    past = history(counts, first_minute, excluded=excluded, observed_from=observed_from)
    series = len(past.counts)
    if not series or not past.counts.size:
        return Fit.cold(series)
    of_group = np.zeros(series, np.int64) if groups is None else np.asarray(groups, np.int64)
    profile, exposure = _profiles(past, of_group)
    told = _by_block(past, lambda part, rows: squares(part, profile[rows]))
    lasting, jitter = relative_variances(told)
    trusted = _by_block(past, lambda part, r: trust(part, profile[r], lasting[r], jitter[r]))
    reports = (profile * exposure).sum(axis=(1, 2))
    whole = Fit(
        profile=profile,
        relvar=lasting + 1.0 / (reports + JEFFREYS),
        jitter=jitter,
        youth=_youth(exposure.mean(axis=2), full_exposure(int(past.days[-1]))),
        trust=trusted,
        days=past.known.sum(axis=(1, 2)) / SLOTS,
    )
    return _flat_where_cold(whole, past)


def _profiles(past: History, groups: Ints) -> tuple[Floats, Floats]:
    """Profile and exposure after rounds of capping, so that past outages do not count as usual."""
    sums = _by_block(past, lambda part, _: np.stack(slot_sums(part), axis=1))
    for _ in range(CAP_ROUNDS):
        usual = shrunk(sums[:, 0], sums[:, 1], groups)
        sums = _capped_sums(past, usual)
    return shrunk(sums[:, 0], sums[:, 1], groups), sums[:, 1]


def _capped_sums(past: History, usual: Floats) -> Floats:
    return _by_block(past, lambda part, rows: np.stack(slot_sums(part, usual[rows]), axis=1))


def _by_block(past: History, work: Callable[[History, slice], Floats]) -> Floats:
    starts = range(0, len(past.counts), BLOCK)
    blocks = [slice(start, start + BLOCK) for start in starts]
    return np.concatenate([work(past.part(rows), rows) for rows in blocks])


def _youth(exposure: Floats, full: Floats) -> Floats:
    """Relative variance for want of days, [series, 2]: 1 where none was seen, 0 after 28 days."""
    missing = 1.0 / np.maximum(exposure, 1e-9) - 1.0 / full
    return np.clip(DAY_TO_DAY * missing, 0.0, UNKNOWN_SHAPE)


def _flat_where_cold(whole: Fit, past: History) -> Fit:
    """Replace the profile of young series by their level: two half days make no shape."""
    known = past.known.sum(axis=(1, 2))
    reports = np.where(past.known, past.counts, 0.0).sum(axis=(1, 2))
    level = np.where(known > 0, (reports + JEFFREYS) / np.maximum(known, 1), 0.0)
    cold = (whole.days < COLD_DAYS)[:, None, None]
    return replace(whole, profile=np.where(cold, level[:, None, None], whole.profile))
