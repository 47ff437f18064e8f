"""Which counts of places may be shown: small cells are hidden, and so are those that would give
them away. Pure arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reports.cells import SMALLEST_CELL

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

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


def protected(
    values: Ints,
    shown: Bools,
    *,
    rows_are_public: Bools,
    columns_are_public: Bools,
) -> Bools:
    """Hide more of a table, until no line of it gives away what it hides.

    Parameters
    ----------
    values : int [rows, columns]
        Reporters (or reports) of each cell. Everybody knows which are 0.
    shown : bool [rows, columns]
        Which may be shown by themselves.
    rows_are_public, columns_are_public : bool [rows], [columns]
        Whether the total of a line is shown somewhere.

    Of a public line nothing may be hidden, or two cells that are no small cell together; what is
    shown of a line with a hidden total must not add up to it. Where that fails, a small shown cell
    of the line is hidden as well, which the line across has to bear in turn.

    Examples
    --------
    >>> table, public = np.array([[9, 8], [3, 7]]), np.ones(2, dtype=bool)
    >>> protected(table, table > 4, rows_are_public=public, columns_are_public=public).tolist()
    [[False, False], [False, False]]
    """
    there = values > 0
    shown = shown | ~there
    before = -1
    while before != (before := int(shown.sum())):
        for rows, public in ((True, rows_are_public), (False, columns_are_public)):
            # A view: what is hidden in a line of it is hidden in the table.
            lines = shown if rows else shown.T
            _hide_more(values if rows else values.T, lines, public)
    return shown


def chosen(cells: Cells, which: Bools) -> Cells:
    """Some of the cells, bool [cells]."""
    return Cells(
        cells.keys[which], cells.reports[which], cells.reporters[which], cells.shown[which]
    )


def _hide_more(values: Ints, shown: Bools, public: Bools) -> None:
    """One more cell of every row that gives something away, in place."""
    number, together = (~shown).sum(axis=1), (values * ~shown).sum(axis=1)
    alone = public & (number == 1)
    few = (together < SMALLEST_CELL) & ((number > 0) | ~public)
    candidates = shown & (values > 0)
    weak = np.flatnonzero((alone | few) & candidates.any(axis=1))
    if weak.size:
        # First among those whose line across hides something already: fewer lines have to pay.
        price = values + np.where(shown.all(axis=0), values.max() + 1, 0)
        cheapest = np.where(candidates, price, np.iinfo(values.dtype).max)[weak].argmin(axis=1)
        shown[weak, cheapest] = False


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
