"""Small cells: what is hidden, and that what is shown gives nothing away."""

import numpy as np
import pytest

from outages.showing.cells import Cells, split
from reports.cells import SMALLEST_CELL

# Regions 1, 2 and 3 are countries; 4 and 5 are parts of 1, 6 of 2; 0 is unknown.
COUNTRY_OF = np.array([0, 1, 2, 3, 1, 1, 2])


def cells_of(*rows: tuple[int, int]) -> tuple[dict[int, bool], dict[int, bool]]:
    """(region, people) → which countries and which parts are shown."""
    array = np.array([(0, region, n, n) for region, n in rows], dtype=np.int64).reshape(-1, 4)
    both = split(array, COUNTRY_OF)
    return _shown(both.countries), _shown(both.parts)


def _shown(cells: Cells) -> dict[int, bool]:
    return dict(zip(cells.places.tolist(), cells.shown.tolist(), strict=True))


@pytest.mark.parametrize(
    ("rows", "countries"),
    [
        ([], {}),
        ([(1, 5)], {1: True}),
        ([(1, 4)], {1: False}),
        # 12 in all, 9 of them shown: the rest would be told.
        ([(1, 9), (2, 3)], {1: False, 2: False}),
        # Of three the smallest that is shown goes with the small one.
        ([(1, 9), (2, 30), (3, 3)], {1: False, 2: True, 3: False}),
        # Two small cells hide each other.
        ([(1, 9), (2, 3), (3, 3)], {1: True, 2: False, 3: False}),
        # Nobody knows where the unknown are: they give no place away.
        ([(1, 9), (0, 3)], {1: True}),
        ([(1, 9), (0, 30), (2, 3)], {1: False, 2: False}),
    ],
)
def test_countries(rows: list[tuple[int, int]], countries: dict[int, bool]) -> None:
    assert cells_of(*rows)[0] == countries


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        ([(4, 9), (5, 3)], {4: False, 5: False}),
        ([(4, 9), (5, 8)], {4: True, 5: True}),
        # Those of the country who did not say which part hide nobody who did.
        ([(1, 20), (4, 9), (5, 3)], {4: False, 5: False}),
        ([(1, 2), (4, 9), (5, 8)], {4: True, 5: True}),
    ],
)
def test_parts_of_a_country(rows: list[tuple[int, int]], parts: dict[int, bool]) -> None:
    assert cells_of(*rows)[1] == parts


def test_the_parts_of_a_hidden_country_do_not_add_up_to_it() -> None:
    countries, parts = cells_of((4, 9), (5, 8), (2, 3))
    assert countries == {1: False, 2: False}
    assert parts == {4: True, 5: False}


def test_many_reports_of_few_people_are_a_small_cell() -> None:
    both = split(np.array([[0, 1, 400, 4], [0, 2, 400, 400]]), COUNTRY_OF)
    assert both.countries.shown.tolist() == [False, False]


def test_groups_are_judged_by_themselves() -> None:
    rows = np.array([[7, 1, 9, 9], [7, 2, 3, 3], [8, 1, 9, 9], [8, 2, 6, 6]])
    together = split(rows, COUNTRY_OF).countries
    apart = [split(rows[rows[:, 0] == group], COUNTRY_OF).countries for group in (7, 8)]
    assert together.shown.tolist() == [flag for one in apart for flag in one.shown.tolist()]
    assert together.groups.tolist() == [7, 7, 8, 8]


def test_what_is_left_of_a_total_is_nothing_or_no_small_cell() -> None:
    rng = np.random.default_rng(5)
    for _ in range(300):
        people = rng.poisson(rng.choice([1, 4, 20]), size=4)
        rows = np.array([(0, region, n, n) for region, n in enumerate(people[1:], 1) if n])
        if not len(rows):
            continue
        countries = split(rows, COUNTRY_OF).countries
        left = countries.reports[~countries.shown].sum()
        assert left == 0 or left >= SMALLEST_CELL or not countries.shown.any()
        assert (countries.reporters[countries.shown] >= SMALLEST_CELL).all()
