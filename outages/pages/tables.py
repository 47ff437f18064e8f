"""Orders in which tables show what a map shows: the most troubled first."""

from collections.abc import Mapping, Sequence
from typing import Any

from outages.pages.words import REGION_STATES

Row = Mapping[str, Any]
RANK = {state: rank for rank, state in enumerate(REGION_STATES)}
# Nothing is known of these and there are hundreds: the map shows them, a table would drown in them.
LEFT_OUT = "no_data"


def most_troubled_first(regions: Sequence[Row]) -> list[Row]:
    """Regions with any data: by state, then the most surprising, then by name."""
    known = [region for region in regions if region["state"] != LEFT_OUT]
    return sorted(known, key=lambda region: (RANK[region["state"]], -_z(region), region["name"]))


def most_surprising_first(regions: Sequence[Row]) -> list[Row]:
    """An incident's regions."""
    return sorted(regions, key=lambda region: -region["peak_z"])


def for_and_against(evidence: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Lines of evidence that speak for and against the leading cause, the weightiest first."""
    ordered = sorted(evidence, key=lambda line: -abs(line["weight"]))
    speaks_for = [line for line in ordered if line["weight"] > 0]
    return speaks_for, [line for line in ordered if line["weight"] < 0]


def _z(region: Row) -> float:
    return float(region.get("z") or 0.0)


def summed(points: Sequence[Row], *, steps: int) -> list[Row]:
    """A chart's points summed up by so many, counted back from the last; the newest first."""
    first = len(points) % steps
    starts = range(first, len(points), steps)
    return [_sum(points[start : start + steps]) for start in starts][::-1]


def _sum(points: Sequence[Row]) -> Row:
    """Of the points in which anything was counted, where there are such: counts and what is usual
    are of the same time."""
    counted = [point for point in points if point["reports"] is not None]
    usual = [point["expected"] for point in counted or points]
    return {
        "at": points[0]["at"],
        "reports": sum(point["reports"] for point in counted) if counted else None,
        "expected": None if None in usual else sum(usual),
    }
