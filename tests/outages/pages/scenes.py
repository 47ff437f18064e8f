"""Scenes for pages: a small catalogue, a quiet week, an outage of two services on one platform.

Numbers are drawn with a fixed seed; `now` is an argument. WhatsApp and Instagram are down, Verizon
is implicated, Signal is as usual, Aldi Talk is too quiet to tell.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from outages.explaining import gathering, verdicts
from outages.explaining.facts import facts_of
from outages.judging import expectation
from outages.models import (
    Cause,
    CommonCause,
    Implication,
    Incident,
    IncidentRegion,
    Reading,
    TimelineEntry,
    Watch,
)
from reports import kept
from reports.buckets import DAY_MINUTES, QUARTER_MINUTES, floor, minute_of, time_of
from reports.models import (
    Category,
    Dependence,
    Dependency,
    MinuteCount,
    Region,
    Service,
    Symptom,
    SymptomCount,
)
from tests.rows import insert

SYMPTOMS = {
    "messaging": "Messages do not go through",
    "not_loading": "Does not load",
    "login": "Cannot log in",
    "no_connection": "No connection at all",
    "slow": "Very slow",
}
# Code, name, and what share of reports comes from there.
PLACES = {
    "US-CA": ("California", 0.2),
    "US-NY": ("New York", 0.16),
    "US-TX": ("Texas", 0.1),
    "DE-BY": ("Bavaria", 0.12),
    "DE-BE": ("Berlin", 0.1),
    "GB": ("United Kingdom", 0.12),
    "BR": ("Brazil", 0.1),
    "IN": ("India", 0.06),
    "FR": ("France", 0.04),
}
COUNTRIES = {
    "US": "United States",
    "DE": "Germany",
    "GB": "United Kingdom",
    "BR": "Brazil",
    "IN": "India",
    "FR": "France",
    "ES": "Spain",
}
# Slug: name, category, usual reports in half an hour, reports in the half hours of the outage.
SERVICES = {
    "whatsapp": ("WhatsApp", "messaging", 14.0, 900.0),
    "instagram": ("Instagram", "messaging", 9.0, 420.0),
    "signal": ("Signal", "messaging", 11.0, 0.0),
    "verizon": ("Verizon", "mobile-provider", 12.0, 60.0),
    "aldi-talk": ("Aldi Talk", "mobile-provider", 0.0, 0.0),
}
EVIDENCE = (
    ("onset", 1.4, "It began within three minutes everywhere.", "configuration_error"),
    ("siblings", 0.9, "Instagram failed in the same minute.", "configuration_error"),
    ("hour", -0.4, "It began outside working hours.", "software_bug"),
)
HISTORY_DAYS = 4
HALF_HOUR = 30
OUTAGE_MINUTES = 95


@dataclass(frozen=True)
class Scene:
    """What the tests point at."""

    whatsapp: Service
    incident: Incident | None = None


def a_catalogue() -> Service:
    """Services, symptoms and regions. Gives WhatsApp."""
    Symptom.objects.bulk_create(
        Symptom(slug=slug, name=name, says=name.lower()) for slug, name in SYMPTOMS.items()
    )
    kinds = {
        "messaging": Category(slug="messaging", name="Messengers", symptoms=list(SYMPTOMS)),
        "provider": Category(
            slug="mobile-provider", name="Mobile networks", symptoms=["no_connection", "slow"]
        ),
    }
    Category.objects.bulk_create(kinds.values())
    special = (
        (Region.WORLD, "World", Region.Level.WORLD),
        (Region.UNKNOWN, "Unknown region", Region.Level.UNKNOWN),
    )
    Region.objects.bulk_create(
        Region(code=code, name=name, level=level) for code, name, level in special
    )
    country = Region.Level.COUNTRY
    Region.objects.bulk_create(
        Region(code=code, name=name, country=code, level=country)
        for code, name in COUNTRIES.items()
    )
    part = Region.Level.SUBDIVISION
    Region.objects.bulk_create(
        Region(code=code, name=name, country=code[:2], level=part)
        for code, (name, _) in PLACES.items()
        if "-" in code
    )
    meta = Dependency.objects.create(slug="meta", name="Meta", kind=Dependency.Kind.OPERATOR)
    Service.objects.bulk_create(
        Service(
            slug=slug,
            name=name,
            category=Category.objects.get(slug=category),
            operator=meta if slug in ("whatsapp", "instagram") else None,
            homepage=f"https://{slug}.example/",
            observable=True,
        )
        for slug, (name, category, _, _) in SERVICES.items()
    )
    for slug in ("whatsapp", "instagram"):
        Dependence.objects.create(service=Service.objects.get(slug=slug), dependency=meta, p=0.9)
    kept.forget_all()
    return Service.objects.get(slug="whatsapp")


def a_watch(*, now: datetime, delay_seconds: int = 0) -> None:
    until = now - timedelta(seconds=delay_seconds)
    minute = minute_of(until) - 1
    Watch.objects.update_or_create(
        id=1, defaults={"minute": minute, "data_until": time_of(minute + 1), "ticked_at": until}
    )


def a_calm_week(*, now: datetime) -> Scene:
    """Ordinary counts of the last days with their fit; nothing is down."""
    whatsapp = a_catalogue()
    _history(now=now, outage=False)
    a_watch(now=now)
    return Scene(whatsapp=whatsapp)


def an_outage(*, now: datetime) -> Scene:
    """The same week, ending in the outage that the module's docstring describes."""
    whatsapp = a_catalogue()
    _history(now=now, outage=True)
    a_watch(now=now)
    return Scene(whatsapp=whatsapp, incident=_incidents(now=now))


def an_old_incident(service: Service, *, now: datetime, days: int) -> Incident:
    """A resolved incident of some days ago."""
    start = now - timedelta(days=days, hours=2)
    fields: dict[str, Any] = {
        "state": Incident.State.RESOLVED,
        "resolved_at": start + timedelta(hours=1),
        "scope": Incident.Scope.REGIONAL,
    }
    incident = _incident(service, start=start, observed=70, expected=6.0, **fields)
    _reach(incident, ["DE-BY"], start=start)
    return incident


def a_new_incident(
    service: Service, *, now: datetime, minutes: int, common_cause: CommonCause | None = None
) -> Incident:
    """An ongoing incident that began so many minutes ago."""
    start = now - timedelta(minutes=minutes)
    incident = _incident(service, start=start, observed=70, expected=6.0, common_cause=common_cause)
    _reach(incident, ["DE-BY", "FR"], start=start)
    return incident


def _history(*, now: datetime, outage: bool) -> None:
    rng = np.random.default_rng(7)
    last = minute_of(now) - 1
    first = floor(last - HISTORY_DAYS * DAY_MINUTES, HALF_HOUR)
    codes, shares = list(PLACES), np.array([share for _, share in PLACES.values()])
    regions = dict(Region.objects.values_list("code", "id"))
    for slug, (_, _, usual, during) in SERVICES.items():
        service = Service.objects.get(slug=slug)
        bins = np.arange(first, last, HALF_HOUR)
        hour = bins / 60 % 24
        level = usual * (1 + 0.6 * np.sin((hour - 9) / 24 * 2 * np.pi))
        counts = rng.poisson(level[:, None] * shares[None, :])
        rows = {
            (int(bins[i]) + int(rng.integers(HALF_HOUR)), regions[codes[j]]): int(counts[i, j])
            for i, j in zip(*np.nonzero(counts), strict=True)
        }
        if outage and during:
            rows |= _wave(rng, during, shares, [regions[code] for code in codes], last)
        _store(service, {key: n for key, n in rows.items() if key[0] <= last})
        _symptoms(service, rows, last)
    expectation.ensure(last // DAY_MINUTES)


def _wave(
    rng: np.random.Generator, during: float, shares: Any, regions: list[int], last: int
) -> dict[tuple[int, int], int]:
    """Counts of every minute of the outage: up within ten minutes, then slowly down."""
    minutes = np.arange(last - OUTAGE_MINUTES, last + 1)
    age = minutes - minutes[0]
    shape = np.minimum(1, (age + 1) / 10) * np.exp(-age / 180)
    counts = rng.poisson(during / HALF_HOUR * shape[:, None] * shares[None, :])
    return {
        (int(minutes[i]), regions[j]): int(counts[i, j])
        for i, j in zip(*np.nonzero(counts), strict=True)
    }


def _store(service: Service, rows: dict[tuple[int, int], int]) -> None:
    names = ("service_id", "region_id", "minute", "reports", "volume", "works", "first_reporters")
    values = [(service.pk, region, minute, n, n, 0, n) for (minute, region), n in rows.items()]
    insert(MinuteCount, names, values)


def _symptoms(service: Service, rows: dict[tuple[int, int], int], last: int) -> None:
    """Symptoms of the last day's counts: the category's first is told most."""
    symptoms = service.category.offered()
    sums: dict[tuple[int, int, int], int] = {}
    for (minute, region), n in rows.items():
        if last - DAY_MINUTES < minute <= last:
            quarter = floor(minute, QUARTER_MINUTES)
            for rank, symptom in enumerate(symptoms):
                key = (quarter, region, symptom.pk)
                sums[key] = sums.get(key, 0) + round(n * 0.5 ** (rank + 1))
    names = ("service_id", "region_id", "symptom_id", "minute", "reports")
    told = [
        (service.pk, region, symptom, quarter, n)
        for (quarter, region, symptom), n in sums.items()
        if n
    ]
    insert(SymptomCount, names, told)


def _incidents(*, now: datetime) -> Incident:
    start = time_of(minute_of(now) - OUTAGE_MINUTES)
    meta = Dependency.objects.get(slug="meta")
    common = CommonCause.objects.create(
        dependency=meta, probability=0.93, started_at=start, rivals=[]
    )
    incidents = [
        _incident(
            Service.objects.get(slug=slug),
            start=start,
            observed=observed,
            expected=6.0,
            common_cause=common,
        )
        for slug, observed in (("instagram", 820), ("whatsapp", 1743))
    ]
    for incident in incidents:
        _reach(incident, list(PLACES)[:7], start=start)
        _readings(incident, now=now)
    whatsapp = incidents[1]
    Implication.objects.create(
        service=Service.objects.get(slug="verizon"),
        incident=whatsapp,
        probability=0.88,
        since=start + timedelta(minutes=6),
        onset=start + timedelta(minutes=2),
        seen={
            "minute": minute_of(now) - 1,
            "strength": 71.0,
            "strong_strength": 1506.0,
            "minutes_later": 2,
            "no_connection": 19,
            "symptoms": 64,
            "no_connection_surely": 0.22,
        },
    )
    an_old_incident(whatsapp.service, now=now, days=1)
    an_old_incident(whatsapp.service, now=now, days=23)
    _explain(common, now=now)
    return whatsapp


def _explain(common: CommonCause, *, now: datetime) -> None:
    """In the words that the watch would find."""
    ongoing = list(Incident.objects.whole().filter(common_cause=common))
    gathered = gathering.gather(ongoing, minute=minute_of(now) - 1)
    siblings = {common.pk: ongoing}
    verdicts.set_explanations(
        (one, facts_of(one, gathered, verdicts.current_cause(one), siblings, now=now))
        for one in ongoing
    )


def _incident(
    service: Service, *, start: datetime, observed: int, expected: float, **fields: Any
) -> Incident:
    fields = {
        "scope": Incident.Scope.MULTI_REGION,
        "brief": f"{service.name} had problems since {start:%H:%M} UTC.",
        **fields,
    }
    incident = Incident.objects.create(
        service=service,
        severity=Incident.Severity.MAJOR,
        started_at=start,
        declared_at=start + timedelta(minutes=2),
        updated_at=start + timedelta(minutes=30),
        peak_at=start + timedelta(minutes=14),
        peak_reports=observed,
        peak_expected=expected,
        peak_z=31.4,
        peak_window=15,
        evidence={"observed": observed},
        latest={"observed": observed, "expected": expected, "window": 60, "z": 31.4},
        **fields,
    )
    Cause.objects.create(
        incident=incident,
        at=start + timedelta(minutes=2),
        confirmed_at=start + timedelta(minutes=30),
        category="configuration_error",
        group="change",
        confidence="possible",
        probability=0.55,
        leading="configuration_error",
        alternatives=[["software_bug", "technical_fault", 0.31], ["cyberattack", "security", 0.05]],
        evidence=[
            {
                "signal": signal,
                "value": "3",
                "weight": weight,
                "says": says,
                "supports": cause,
                "weights": [["configuration_error", weight]],
            }
            for signal, weight, says, cause in EVIDENCE
        ],
    )
    told = [("declared", 2, "Declared as an incident."), ("region_added", 9, "Now in Brazil, too.")]
    if incident.resolved_at:
        told.append(("resolved", 95, "Reports are back to their usual level."))
    for kind, minutes, text in told:
        TimelineEntry.objects.create(
            incident=incident, at=start + timedelta(minutes=minutes), kind=kind, text=text
        )
    return incident


def _reach(incident: Incident, codes: list[str], *, start: datetime) -> None:
    IncidentRegion.objects.bulk_create(
        IncidentRegion(
            incident=incident,
            region=Region.objects.get(code=code),
            started_at=start + timedelta(minutes=rank),
            ended_at=incident.resolved_at,
            peak_z=24.0 - 1.7 * rank,
        )
        for rank, code in enumerate(codes)
    )


def _readings(incident: Incident, *, now: datetime) -> None:
    minute = minute_of(now) - 2
    codes = [Region.WORLD, *incident.regions.values_list("region__code", flat=True), "IN"]
    Reading.objects.bulk_create(
        Reading(
            service=incident.service,
            region=Region.objects.get(code=code),
            minute=minute + 1,
            onset=minute - OUTAGE_MINUTES,
            window=60,
            observed=200,
            expected=5.0,
            severity=90.0 / (rank + 1),
            z=20.0 / (rank + 1),
            version="test",
        )
        for rank, code in enumerate(codes)
    )
