"""Stored incidents beside those that today's detector would have: what changed, by how much."""

from datetime import timedelta
from typing import Any

import pytest

from outages.backtesting.comparing import compare
from outages.backtesting.walking import Supposed
from outages.models import Incident
from reports.models import Service
from tests.outages.conftest import START

SERVICES = {1: Service(id=1, slug="whatsapp"), 2: Service(id=2, slug="signal")}


def an_incident(start: float, end: float | None, **more: Any) -> Incident:
    """Minutes since a Monday; declared four minutes after its start."""
    return Incident(
        **{
            "service": SERVICES[more.pop("service", 1)],
            "started_at": START + timedelta(minutes=start),
            "declared_at": START + timedelta(minutes=more.pop("declared", start + 4)),
            "resolved_at": None if end is None else START + timedelta(minutes=end),
            "severity": "minor",
            "peak_z": 7.0,
            **more,
        }
    )


def supposed(*incidents: Incident) -> list[Supposed]:
    return [Supposed(incident=one, codes=set(), gate=True) for one in incidents]


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ((0, 60, {}), (0, 60, {}), ("same", 0.0, 0.0, None)),
        # The watch's own tick is no difference.
        ((0, 60, {"declared": 5}), (0, 60, {"declared": 4}), ("same", 0.0, 0.0, None)),
        ((0, 60, {}), (-20, 60, {"declared": -10}), ("changed", -14.0, 0.0, None)),
        ((0, 60, {}), (0, 90, {"declared": 12}), ("changed", 8.0, 30.0, None)),
        ((0, None, {}), (0, 90, {}), ("same", 0.0, 0.0, None)),
        ((0, 60, {}), (0, 60, {"severity": "major"}), ("changed", 0.0, 0.0, ("minor", "major"))),
    ],
)
def test_one_incident_told_twice(then: Any, now: Any, said: Any) -> None:
    (line,) = compare(
        [an_incident(*then[:2], **then[2])], supposed(an_incident(*now[:2], **now[2]))
    )
    assert (line.change, line.later_by, line.longer_by, line.severities) == said


def test_others_at_other_times_are_missing_and_new() -> None:
    stored = [an_incident(0, 60), an_incident(1000, 1060)]
    lines = compare(stored, supposed(an_incident(1010, 1050), an_incident(5000, 5030)))
    assert [line.change for line in lines] == ["missing", "changed", "new"]


def test_services_are_kept_apart() -> None:
    lines = compare([an_incident(0, 60)], supposed(an_incident(0, 60, service=2)))
    assert sorted((line.change, line.service) for line in lines) == [
        ("missing", "whatsapp"),
        ("new", "signal"),
    ]


def test_two_that_were_one_are_one_and_a_new_one() -> None:
    lines = compare([an_incident(0, 300)], supposed(an_incident(0, 100), an_incident(200, 300)))
    assert [line.change for line in lines] == ["changed", "new"]


def test_a_line_is_data_as_well() -> None:
    (line,) = compare([], supposed(an_incident(0, 60)))
    body = line.body()
    assert (body["change"], body["service"], body["incident"]) == ("new", "whatsapp", None)
    assert body["started_at"] == START
