"""Small things that tests build: claims, sources, reports on their way."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from reports import intake, reporter
from reports.inbox import Arrival, NewReport
from reports.intake import Claim, Source

NOON = datetime(2026, 2, 3, 12, 0, tzinfo=UTC)
SIGNAL = Claim(service="signal", symptom="login", region="DE-BE")


def a_source(
    address: str = "198.18.0.1", *, service: str = "signal", now: datetime = NOON
) -> Source:
    """The tokens of an address."""
    found = reporter.parse_address(address)
    assert found
    return intake.source_of(address=found, service=service, now=now)


def an_arrival(
    address: str = "198.18.0.1",
    *,
    at: datetime = NOON,
    client_id: UUID | None = None,
    claim: Claim = SIGNAL,
) -> Arrival:
    """A checked report of somebody at an address."""
    source = a_source(address, service=claim.service, now=at)
    return intake.arrival(claim, source, now=at, client_id=client_id)


def a_report(*, at: datetime = NOON, service: str = "signal", **more: Any) -> NewReport:
    """A report of somebody unknown."""
    return NewReport(
        **{"key": uuid4(), "region": "DE-BE", "kind": "report", **more},
        service=service,
        received=at,
    )


def later(minutes: float, *, than: datetime = NOON) -> datetime:
    return than + timedelta(minutes=minutes)
