"""Builders for what the board reads: places, services, counts, what is usual, incidents.

Plain functions that write one thing each; `minute` and `now` are arguments.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from outages.detection import baseline
from outages.models import Cause, Fit, Implication, Incident, IncidentRegion, Reading, Watch
from reports import kept
from reports.buckets import DAY_MINUTES, QUARTER_MINUTES, floor, minute_of, time_of
from reports.models import Category, MinuteCount, Region, Service, Symptom, SymptomCount

# A Tuesday afternoon, half a minute after a whole one.
NOW = datetime(2026, 11, 24, 15, 40, 30, tzinfo=UTC)
# The last complete minute of then.
MINUTE = minute_of(NOW) - 1

PLACES = {
    "001": "World",
    "ZZ": "Unknown region",
    "DE": "Germany",
    "DE-BE": "Berlin",
    "DE-BY": "Bavaria",
    "DE-HH": "Hamburg",
    "FR": "France",
    "US": "United States",
    "US-CA": "California",
    "US-NY": "New York",
}
LEVELS = {"001": Region.Level.WORLD, "ZZ": Region.Level.UNKNOWN}
SYMPTOMS = ("messaging", "login", "slow")


def the_places() -> None:
    Region.objects.bulk_create(
        Region(
            code=code,
            name=name,
            country="" if code in LEVELS else code[:2],
            level=LEVELS.get(
                code, Region.Level.SUBDIVISION if "-" in code else Region.Level.COUNTRY
            ),
        )
        for code, name in PLACES.items()
    )
    Symptom.objects.bulk_create(
        Symptom(slug=slug, name=slug.title(), says=slug) for slug in SYMPTOMS
    )
    kept.forget_all()


def a_service(slug: str = "whatsapp", *, category: str = "messaging", **fields: Any) -> Service:
    kind, _ = Category.objects.get_or_create(
        slug=category, defaults={"name": category.title(), "symptoms": list(SYMPTOMS)}
    )
    service = Service.objects.create(
        slug=slug, **{"name": slug.title(), "category": kind, **fields}
    )
    kept.forget_all()
    return service


def region(code: str) -> Region:
    return Region.objects.get(code=code)


def reports(
    service: Service,
    places: Mapping[str, int],
    *,
    minute: int = MINUTE,
    again: int = 0,
) -> None:
    """So many people of each place reported in a minute; `again`: more reports by people who had
    reported before."""
    MinuteCount.objects.bulk_create(
        MinuteCount(
            service=service,
            region=region(code),
            minute=minute,
            reports=n + again,
            volume=n + again,
            works=0,
            first_reporters=n,
        )
        for code, n in places.items()
    )


def said(
    service: Service, symptoms: Mapping[str, int], *, code: str = "DE-BE", minute: int = MINUTE
) -> None:
    SymptomCount.objects.bulk_create(
        SymptomCount(
            service=service,
            region=region(code),
            symptom=Symptom.objects.get(slug=slug),
            minute=floor(minute, QUARTER_MINUTES),
            reports=n,
        )
        for slug, n in symptoms.items()
    )


def usual(service: Service, hourly: Mapping[str, float], *, minute: int = MINUTE) -> None:
    """So many reporters an hour are usual in each place, at any time of the week."""
    bins_a_fortnight = 48 * 14
    level = np.array([[n / 2] * bins_a_fortnight for n in hourly.values()])
    fit = baseline.fit(np.round(level).astype(int), first_minute=0)
    Fit.objects.bulk_create(
        Fit(
            service=service,
            region=region(code),
            day=minute // DAY_MINUTES,
            version=baseline.MODEL_VERSION,
            row=fit.row(i),
        )
        for i, code in enumerate(hourly)
    )
    kept.forget_all()


def a_watch(*, now: datetime = NOW, minute: int = MINUTE) -> None:
    Watch.objects.update_or_create(
        id=1,
        defaults={"minute": minute, "data_until": now - timedelta(seconds=2), "ticked_at": now},
    )


def a_reading(
    service: Service, code: str = "001", *, severity: float = 5.0, reason: str = "weak_signal"
) -> None:
    Reading.objects.create(
        service=service,
        region=region(code),
        minute=MINUTE,
        onset=MINUTE - 20,
        window=20,
        observed=9,
        expected=1.0,
        severity=severity,
        z=4.2,
        reason=reason,
        version="test",
    )


def readings(service: Service, minutes: Iterable[int]) -> None:
    """It was raised above the warning threshold in these minutes."""
    world = region("001")
    Reading.objects.bulk_create(
        Reading(
            service=service,
            region=world,
            minute=minute,
            onset=minute - 20,
            window=20,
            observed=9,
            expected=1.0,
            severity=5.0,
            z=4.2,
            version="test",
        )
        for minute in minutes
    )


def an_incident(
    service: Service,
    codes: Sequence[str] = (),
    *,
    minutes_ago: int = 30,
    lasted: int | None = None,
    **fields: Any,
) -> Incident:
    """Ongoing, or over after `lasted` minutes; it reached the regions of these codes."""
    start = time_of(MINUTE - minutes_ago)
    ended = None if lasted is None else start + timedelta(minutes=lasted)
    incident = Incident.objects.create(
        **{
            "service": service,
            "state": Incident.State.ONGOING if ended is None else Incident.State.RESOLVED,
            "severity": Incident.Severity.MAJOR,
            "scope": Incident.Scope.REGIONAL,
            "started_at": start,
            "declared_at": start + timedelta(minutes=2),
            "resolved_at": ended,
            "updated_at": ended or NOW,
            "peak_at": start,
            "peak_window": 15,
            "peak_reports": 40,
            "peak_expected": 1.5,
            "peak_z": 12.0,
            "brief": f"{service.name} has problems.",
            "detail": ["Forty people reported it."],
            **fields,
        }
    )
    IncidentRegion.objects.bulk_create(
        IncidentRegion(
            incident=incident,
            region=region(code),
            started_at=start,
            ended_at=ended,
            peak_z=9.0 - rank,
        )
        for rank, code in enumerate(codes)
    )
    return incident


def a_cause(incident: Incident, category: str = "software_bug", **fields: Any) -> Cause:
    return Cause.objects.create(
        **{
            "incident": incident,
            "at": incident.declared_at,
            "confirmed_at": incident.declared_at,
            "category": category,
            "group": "technical_fault",
            "confidence": "possible",
            "probability": 0.55,
            "leading": category,
            "alternatives": [["capacity_overload", "technical_fault", 0.31]],
            "evidence": [
                {
                    "signal": "onset",
                    "value": "sudden",
                    "weight": 1.234,
                    "says": "It began within three minutes.",
                    "supports": category,
                    "weights": [[category, 1.234]],
                }
            ],
            **fields,
        }
    )


def an_implication(
    service: Service, incident: Incident, *, probability: float = 0.8, until: datetime | None = None
) -> Implication:
    return Implication.objects.create(
        service=service,
        incident=incident,
        probability=probability,
        since=incident.started_at,
        until=until,
    )


def a_watched_service() -> Service:
    """WhatsApp, with twenty reporters an hour, watched until now."""
    the_places()
    service = a_service(aliases=["wa", "whats app"])
    usual(service, {"001": 20, "DE": 10, "DE-BE": 6})
    a_watch()
    return service
