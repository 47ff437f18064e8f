"""What a map shows, in the order in which a table shows it."""

from outages.pages.tables import for_and_against, most_troubled_first


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
