"""Orders in which tables show what a map shows: the most troubled first."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
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


def by_hour(points: Sequence[Row]) -> list[Row]:
    """A chart's points summed up by hours of the clock, the newest first."""
    hours = groupby(points, key=lambda point: point["at"].replace(minute=0))
    summed = [_hour(at, list(within)) for at, within in hours]
    return summed[::-1]


def _hour(at: datetime, points: Sequence[Row]) -> Row:
    usual = [point["expected"] for point in points]
    return {
        "at": at,
        "reports": sum(point["reports"] for point in points),
        "expected": None if None in usual else sum(usual),
    }
