"""Tables of counts: what is shown gives nothing away, along no line of them."""

import numpy as np
import pytest

from outages.showing.cells import Bools, Ints, protected, split
from outages.showing.tables import of_region
from reports.cells import SMALLEST_CELL

# Regions 1, 2 and 3 are countries; 4 and 5 are parts of 1, 6 and 7 of 2; 0 is unknown.
COUNTRY_OF = np.array([0, 1, 2, 3, 1, 1, 2, 2])
TOGETHER = np.array([0, 1, 1, 1])


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([[9, 8], [7, 6]], [[1, 1], [1, 1]]),
        # One small cell takes its row and its column with it, and they what is left.
        ([[9, 8], [3, 7]], [[0, 0], [0, 0]]),
        ([[9, 8, 7], [3, 7, 9], [8, 9, 9]], [[0, 0, 1], [0, 0, 1], [0, 0, 1]]),
        # Two in a line hide each other when they are no small cell together.
        ([[3, 4, 9], [4, 3, 9], [9, 9, 9]], [[0, 0, 1], [0, 0, 1], [1, 1, 1]]),
        ([[0, 3], [0, 9]], [[1, 0], [1, 0]]),
    ],
)
def test_a_table_hides_what_would_give_a_small_cell_away(
    values: list[list[int]], shown: list[list[int]]
) -> None:
    table = np.array(values)
    public = np.ones(len(values), dtype=bool)
    columns = np.ones(table.shape[1], dtype=bool)
    enough = table >= SMALLEST_CELL
    got = protected(table, enough, rows_are_public=public, columns_are_public=columns)
    assert got.astype(int).tolist() == shown


def test_shown_cells_do_not_add_up_to_a_hidden_total() -> None:
    table, hidden = np.array([[9, 8, 7]]), np.zeros(1, dtype=bool)
    got = protected(table, table > 4, rows_are_public=hidden, columns_are_public=np.ones(3, bool))
    assert got.tolist() == [[True, True, False]]


@pytest.mark.parametrize("seed", range(40))
def test_no_line_of_any_table_gives_anything_away(seed: int) -> None:
    random = np.random.default_rng(seed)
    shape = random.integers(1, 9, size=2)
    table = random.poisson(random.choice([0.5, 3, 9]), size=shape)
    rows, columns = (random.random(n) < 0.7 for n in shape)
    got = protected(table, table >= SMALLEST_CELL, rows_are_public=rows, columns_are_public=columns)
    assert not (got & (table > 0) & (table < SMALLEST_CELL)).any()
    for values, shown, public in (
        *zip(table, got, rows, strict=True),
        *zip(table.T, got.T, columns, strict=True),
    ):
        left, number = values[~shown].sum(), (~shown).sum()
        nothing_shown = not (shown & (values > 0)).any()
        if public:
            assert number == 0 or (left >= SMALLEST_CELL and number > 1) or nothing_shown
        else:
            assert left >= SMALLEST_CELL or nothing_shown


def shown_of(region: int, rows: Ints) -> tuple[Ints, Bools]:
    """Reporters of a region in each of three steps, and which are shown."""
    cells, whole = split(rows, COUNTRY_OF), split(rows * TOGETHER, COUNTRY_OF)
    totals = np.ones(3, dtype=bool)
    _, reporters, shown = of_region(region, cells, whole, COUNTRY_OF, totals=totals)
    return reporters, shown


def test_a_regions_total_less_its_steps_tells_no_small_step() -> None:
    steps = {1: (20, 3, 9), 2: (30, 8, 7), 3: (40, 9, 12)}
    rows = np.array(
        [(step, region, n, n) for region, of in steps.items() for step, n in enumerate(of)]
    )
    table = np.array([shown_of(region, rows)[1] for region in steps])
    counts = np.array(list(steps.values()))
    for values, shown in (*zip(counts, table, strict=True), *zip(counts.T, table.T, strict=True)):
        left = values[~shown].sum()
        assert left == 0 or (left >= SMALLEST_CELL and (~shown).sum() > 1)
    # It costs no more than that: a big cell of the third country is still shown.
    assert table[2].tolist() == [True, False, True] or table[2].all()


def test_parts_add_up_to_no_hidden_step_of_their_country() -> None:
    rows = np.array([(0, 4, 9, 9), (0, 5, 8, 8), (0, 3, 3, 3), (1, 4, 9, 9), (1, 3, 20, 20)])
    assert shown_of(1, rows)[1].tolist()[0] is False
    parts = [shown_of(region, rows)[1][0] for region in (4, 5)]
    assert not all(parts)


def test_people_who_report_again_are_people() -> None:
    # Two reports of somebody who was heard earlier that day: no new reporter, and yet a small cell.
    rows = np.array([(0, 1, 9, 9), (0, 2, 2, 0)])
    assert shown_of(1, rows)[1].tolist() == [False, True, True]
    assert shown_of(2, rows)[1].tolist() == [False, True, True]


def test_where_nobody_reported_nothing_is_hidden() -> None:
    rows = np.array([(0, 1, 9, 9)])
    reporters, shown = shown_of(7, rows)
    assert reporters.tolist() == [0, 0, 0]
    assert shown.all()
