"""Counts by place and by something else, as tables, and what of them may be shown: no total of a
place, of a country, or of everywhere gives a small cell away. Pure arrays."""

from dataclasses import dataclass

import numpy as np

from outages.showing.cells import Bools, Cells, Ints, Split, chosen, protected


@dataclass(frozen=True)
class Table:
    """A place a row, a step of time or a symptom a column.

    `places` int [rows], sorted; `reports`, `reporters` int [rows, columns]; `shown` bool likewise.
    """

    places: Ints
    reports: Ints
    reporters: Ints
    shown: Bools

    def row(self, place: int) -> tuple[Ints, Ints, Bools]:
        """Reports, reporters and whether they may be shown; zeros where nobody reported."""
        at = int(np.searchsorted(self.places, place))
        if at == len(self.places) or self.places[at] != place:
            nothing = np.zeros(self.reports.shape[1], dtype=np.int64)
            return nothing, nothing, np.ones(self.reports.shape[1], dtype=bool)
        return self.reports[at], self.reporters[at], self.shown[at]


def of_region(
    region: int, cells: Split, whole: Split, country_of: Ints, *, totals: Bools
) -> tuple[Ints, Ints, Bools]:
    """Reports, reporters and whether they may be shown, int and bool [columns], of one place.

    `cells`: groups are the columns; `whole`: one group, all columns together; `totals` bool
    [columns]: whether the total of a column, everywhere, is shown.
    """
    table = _table(cells.countries, columns=len(totals))
    table = _protected(table, rows=_is_shown(table.places, whole.countries), columns=totals)
    country = int(country_of[region])
    if country == region:
        return table.row(region)
    # A country's own row is the total of its parts.
    totals = table.row(country)[2]
    mine = country_of[cells.parts.places] == country
    table = _table(chosen(cells.parts, mine), columns=len(totals))
    table = _protected(table, rows=_is_shown(table.places, whole.parts), columns=totals)
    return table.row(region)


def _table(cells: Cells, *, columns: int) -> Table:
    places, row = np.unique(cells.places, return_inverse=True)
    reports, reporters = np.zeros((2, len(places), columns), dtype=np.int64)
    shown = np.ones((len(places), columns), dtype=bool)
    reports[row, cells.groups] = cells.reports
    reporters[row, cells.groups] = cells.reporters
    shown[row, cells.groups] = cells.shown
    return Table(places, reports, reporters, shown)


def _protected(table: Table, *, rows: Bools, columns: Bools) -> Table:
    # Who reports again is no new reporter; their reports are somebody's all the same.
    people = np.where(table.reports > 0, np.maximum(table.reporters, 1), table.reporters)
    shown = protected(people, table.shown, rows_are_public=rows, columns_are_public=columns)
    return Table(table.places, table.reports, table.reporters, shown)


def _is_shown(places: Ints, cells: Cells) -> Bools:
    """Whether each place's cell is shown; all of one group."""
    return np.isin(places, cells.places[cells.shown])
