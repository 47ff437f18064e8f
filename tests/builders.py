"""Small things that tests build: a vocabulary, claims, sources, reports on their way."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from reports import intake, reporter, vocabulary
from reports.buckets import window_of
from reports.intake import Claim, Source
from reports.messages import Arrival, NewReport
from reports.models import Category, Region, Service, Symptom

NOON = datetime(2026, 2, 3, 12, 0, tzinfo=UTC)
SIGNAL = Claim(service="signal", symptom="login", region="DE-BE")
REGIONS = ("001", "ZZ", "DE", "DE-BE", "FR")
LEVELS = {"001": Region.Level.WORLD, "ZZ": Region.Level.UNKNOWN}


def a_service(slug: str = "signal", **more: Any) -> Service:
    """A service; with `some_regions` and `a_symptom` all that reports need to be stored."""
    category, _ = Category.objects.get_or_create(slug="messaging", defaults={"name": "Messaging"})
    service = Service.objects.create(**{"slug": slug, "name": slug, "category": category, **more})
    vocabulary.forget()
    return service


def some_regions() -> None:
    Region.objects.bulk_create(
        Region(
            code=code,
            name=code,
            country="" if code in LEVELS else code[:2],
            level=LEVELS.get(
                code, Region.Level.SUBDIVISION if "-" in code else Region.Level.COUNTRY
            ),
        )
        for code in REGIONS
    )
    vocabulary.forget()


def a_symptom(slug: str = "login") -> Symptom:
    symptom = Symptom.objects.create(slug=slug, name=slug, says=slug)
    vocabulary.forget()
    return symptom


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
    key = reporter.vote_key(service=service, reporter=uuid4(), window=window_of(at), kind="report")
    return NewReport(
        **{"key": key, "region": "DE-BE", "kind": "report", **more},
        service=service,
        received=at,
    )


def reports_for(
    service: str, n: int, *, at: datetime = NOON, first: int = 0, **more: Any
) -> list[NewReport]:
    """A report of each of `n` persons, counted from `first`: the same persons, the same keys."""
    people = [UUID(int=1 + person) for person in range(first, first + n)]
    return [
        a_report(
            at=at,
            service=service,
            reporter=who,
            key=reporter.vote_key(
                service=service, reporter=who, window=window_of(at), kind="report"
            ),
            **more,
        )
        for who in people
    ]


def later(minutes: float, *, than: datetime = NOON) -> datetime:
    return than + timedelta(minutes=minutes)
