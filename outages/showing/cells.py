"""Which counts of a place may be shown: small cells are hidden, and so are those that would give
them away. Pure arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

# k: a cell split by place, network or symptom is shown from so many different reporters on.
SMALLEST_CELL = 5
# A cell's name in one number: group times this, plus place (a region id is a smallint).
PLACE_SPAN = 1 << 16


@dataclass(frozen=True)
class Cells:
    """Counts of places, one entry a (group, place), sorted by it.

    `keys` int [cells]: group * PLACE_SPAN + place; `reports`, `reporters` int [cells]; `shown` bool
    [cells].
    """

    keys: Ints
    reports: Ints
    reporters: Ints
    shown: Bools

    @property
    def groups(self) -> Ints:
        return self.keys // PLACE_SPAN

    @property
    def places(self) -> Ints:
        return self.keys % PLACE_SPAN


@dataclass(frozen=True)
class Split:
    """The same counts by country, and by part of a country."""

    countries: Cells
    parts: Cells


def split(rows: Ints, country_of: Ints) -> Split:
    """Split the counts of groups (services, or steps of time) by place, and say which may be shown.

    Parameters
    ----------
    rows : int [rows, 4]
        Group, region id, reports, reporters. A region may be a part of a country, a country, or
        unknown.
    country_of : int [regions]
        Region id of the country that a region belongs to, itself for a country, 0 for the unknown.

    A cell is hidden that has fewer than SMALLEST_CELL reporters. What a public total leaves beside
    the shown cells must not be a small cell either: else the smallest shown cell is hidden, too
    (secondary suppression: Willenborg & de Waal, Elements of Statistical Disclosure Control, 2001).
    A group's total is public, a country's where its own cell is shown; the parts of a hidden
    country must not add up to it.
    Reports without a place, or without a part of their country, are no cell: they say of nobody
    where they are, so it is taken as known how many there are.

    Examples
    --------
    >>> rows = np.array([[0, 1, 12, 12], [0, 2, 9, 9], [0, 3, 3, 3]])
    >>> split(rows, np.array([0, 1, 2, 3])).countries.shown.tolist()
    [True, False, False]
    """
    country = country_of[rows[:, 1]]
    placed, is_part = country > 0, (country > 0) & (country != rows[:, 1])
    countries = _summed(rows[placed, 0] * PLACE_SPAN + country[placed], rows[placed])
    parts = _summed(rows[is_part, 0] * PLACE_SPAN + rows[is_part, 1], rows[is_part])
    countries = _hidden(countries, countries.groups, np.ones(len(countries.keys), dtype=bool))
    above = np.searchsorted(countries.keys, parts.groups * PLACE_SPAN + country_of[parts.places])
    return Split(countries, _hidden(parts, above, countries.shown[above]))


def _summed(keys: Ints, rows: Ints) -> Cells:
    """One cell a key; all shown, as yet."""
    unique, row_of = np.unique(keys, return_inverse=True)
    reports, reporters = (
        np.bincount(row_of, rows[:, column], len(unique)).astype(np.int64) for column in (2, 3)
    )
    return Cells(unique, reports, reporters, np.ones(len(unique), dtype=bool))


def _hidden(cells: Cells, whole: Ints, whole_is_shown: Bools) -> Cells:
    """Hide small cells, and those that give them away with the whole that they add up to."""
    _, whole = np.unique(whole, return_inverse=True)
    shown = cells.reporters >= SMALLEST_CELL
    rest_reports = _sums(whole, cells.reports * ~shown)
    rest_reporters = _sums(whole, cells.reporters * ~shown)
    # Nothing may remain of a public total; of a hidden one something must.
    telling = (rest_reporters < SMALLEST_CELL) & ((rest_reports > 0) | ~whole_is_shown)
    candidates = np.flatnonzero(shown & telling)
    smallest_first = candidates[np.lexsort((cells.reporters[candidates], whole[candidates]))]
    _, first = np.unique(whole[smallest_first], return_index=True)
    shown[smallest_first[first]] = False
    return Cells(cells.keys, cells.reports, cells.reporters, shown)


def _sums(whole: Ints, values: Ints) -> Ints:
    """For each cell the sum over all cells of its whole."""
    return np.bincount(whole, values).astype(np.int64)[whole]
