"""What a map shows, in the order in which a table shows it."""

from outages.pages.tables import for_and_against, most_troubled_first, summed


def a_region(code: str, state: str, z: float | None = None) -> dict[str, object]:
    return {"code": code, "name": code, "state": state, "z": z}


def test_the_most_troubled_come_first_and_nothing_known_is_left_out() -> None:
    regions = [
        a_region("quiet", "no_data"),
        a_region("fine", "ok"),
        a_region("few", "too_few"),
        a_region("down", "outage", 4.0),
        a_region("worse", "outage", 9.0),
        a_region("up", "elevated"),
    ]
    order = [region["code"] for region in most_troubled_first(regions)]
    assert order == ["worse", "down", "up", "fine", "few"]


def test_evidence_is_split_and_the_weightiest_comes_first() -> None:
    lines = [{"says": says, "weight": w} for says, w in (("a", 0.2), ("b", -1), ("c", 2), ("d", 0))]
    speaks_for, against = for_and_against(lines)
    assert [line["says"] for line in speaks_for] == ["c", "a"]
    assert [line["says"] for line in against] == ["b"]


def test_counts_are_summed_back_from_the_newest_and_what_is_unknown_stays_so() -> None:
    counts: list[tuple[int | None, float | None]] = [
        (9, 9.0),
        (None, 1.0),
        (2, 1.0),
        (3, None),
        (4, 1.0),
        (5, 1.5),
        (6, 1.5),
    ]
    points = [{"at": at, "reports": n, "expected": usual} for at, (n, usual) in enumerate(counts)]
    assert summed(points, steps=2) == [
        {"at": 5, "reports": 11, "expected": 3.0},
        {"at": 3, "reports": 7, "expected": None},
        {"at": 1, "reports": 2, "expected": 1.0},
    ]
    (nothing,) = summed(points[1:2] * 2, steps=2)
    assert (nothing["reports"], nothing["expected"]) == (None, 2.0)
