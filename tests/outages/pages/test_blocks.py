"""In which order, and how, a page shows what is down."""

from typing import Any

from outages.pages.blocks import CARDS, CARDS_OF_ONE_CAUSE, blocks, largest


def card(id_: int, reports: int, cause: int | None = None) -> dict[str, Any]:
    common = None if cause is None else {"id": cause, "dependency": {"slug": f"d{cause}"}}
    return {
        "id": id_,
        "service_name": f"Service {id_:03}",
        "reports_last_hour": reports,
        "common_cause": common,
    }


def shown(ongoing: list[dict[str, Any]]) -> list[tuple[int | None, list[int], list[int]]]:
    return [
        (
            block.common["id"] if block.common else None,
            [one["id"] for one in block.cards],
            [one["id"] for one in block.lines],
        )
        for block in blocks(ongoing)
    ]


def test_what_shares_a_cause_stands_together_and_the_largest_comes_first() -> None:
    ongoing = [card(1, 10), card(2, 60, 7), card(3, 90), card(4, 50, 7), card(5, 20)]
    assert shown(ongoing) == [(7, [2, 4], []), (None, [3, 5, 1], [])]


def test_one_alone_of_a_shared_cause_is_one_like_any_other() -> None:
    assert shown([card(1, 10, 7), card(2, 20)]) == [(None, [2, 1], [])]


def test_what_stands_alone_stays_in_order_around_what_stands_together() -> None:
    ongoing = [card(1, 100), card(2, 30, 7), card(3, 30, 7), card(4, 5)]
    assert shown(ongoing) == [(None, [1], []), (7, [2, 3], []), (None, [4], [])]


def test_fifty_are_shown_once_each_most_of_them_in_a_line() -> None:
    ongoing = [card(i, i, 7 if i % 2 else None) for i in range(50)]
    found = blocks(ongoing)
    assert sorted(one["id"] for block in found for one in block.every) == list(range(50))
    assert [len(block.cards) for block in found] == [
        CARDS_OF_ONE_CAUSE,
        CARDS - CARDS_OF_ONE_CAUSE,
    ]
    assert found[0].is_crowd
    assert not found[1].is_crowd


def test_nothing_makes_no_block() -> None:
    assert blocks([]) == []
    assert largest([]) is None


def test_the_largest_is_told_by_people_not_by_its_place() -> None:
    ongoing = [card(1, 60, 7), card(2, 60, 7), card(3, 90)]
    found = largest(ongoing)
    assert found
    assert found["id"] == 3
