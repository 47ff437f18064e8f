"""Regions for the map: who has trouble, who has not, and where nobody can tell. Small cells are
hidden here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from django.db.models import F, Sum

from outages import expectation
from outages.bodies import SMALLEST_CELL
from outages.detection import lifecycle
from outages.detection.surprise import can_tell, surprise, z_of
from outages.freshness import freshness
from outages.models import IncidentRegion, Reading
from reports import vocabulary
from reports.buckets import minute_of
from reports.models import MinuteCount, Region, Service

__all__ = ["SMALLEST_CELL", "geojson", "service_map", "world"]

Body = dict[str, Any]
OK, ELEVATED, OUTAGE, TOO_FEW, NO_DATA = "ok", "elevated", "outage", "too_few", "no_data"
# Worst first: what a country shows when its services differ.
STATES = (OUTAGE, ELEVATED, OK, TOO_FEW, NO_DATA)
HOUR = 60


@dataclass(frozen=True)
class _Cell:
    """One region of one service in the window. `usual`: whether we know what is."""

    reports: int
    reporters: int
    expected: float
    relvar: float
    usual: bool


def service_map(
    slug: str,
    *,
    now: datetime,
    window_minutes: int = HOUR,
    level: str = Region.Level.COUNTRY,
    country: str | None = None,
) -> Body:
    """Every country, or every part of one, with its state; raises Service.DoesNotExist."""
    fresh = freshness(now=now)
    service = Service.objects.active().get(slug=slug)
    minute = fresh.minute if fresh.minute is not None else minute_of(now) - 1
    places = _places(level=level, country=country)
    cells = _cells(service.pk, [id_ for id_, _, _ in places], minute, window_minutes)
    in_outage = _in_outage(service.pk)
    raised = _raised(service.pk, minute)
    return {
        "service": slug,
        "level": level,
        "country": country,
        "window_minutes": window_minutes,
        "smallest_cell": SMALLEST_CELL,
        "regions": [
            {
                "code": code,
                "name": name,
                "level": level,
                **_cell_body(
                    cells[id_], is_down=id_ in in_outage, is_raised=id_ in raised, window=window_minutes
                ),
            }
            for id_, code, name in places
        ],
        **fresh.body(),
    }


def world(*, now: datetime, window_minutes: int = HOUR) -> Body:
    """Every country with the services that have trouble there, worst first."""
    fresh = freshness(now=now)
    minute = fresh.minute if fresh.minute is not None else minute_of(now) - 1
    places = _places(level=Region.Level.COUNTRY, country=None)
    trouble = _trouble(minute)
    reported = _reported_countries(minute, window_minutes)
    return {
        "window_minutes": window_minutes,
        "regions": [
            {
                "code": code,
                "name": name,
                "level": Region.Level.COUNTRY,
                "state": _worst(trouble.get(id_, {}), reported.get(id_, 0)),
                "services": [
                    {"slug": slug, "name": service, "state": state}
                    for (slug, service), state in sorted(
                        trouble.get(id_, {}).items(), key=lambda item: STATES.index(item[1])
                    )
                ],
            }
            for id_, code, name in places
        ],
        **fresh.body(),
    }


def geojson(body: Body, geometries: Mapping[str, Body]) -> Body:
    """A map as a GeoJSON FeatureCollection (RFC 7946); regions without a shape have no geometry."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": region["code"],
                "geometry": geometries.get(region["code"]),
                "properties": region,
            }
            for region in body["regions"]
        ],
        **{name: value for name, value in body.items() if name != "regions"},
    }


def _places(*, level: str, country: str | None) -> list[tuple[int, str, str]]:
    rows = Region.objects.filter(level=level)
    if country:
        rows = rows.filter(country=country)
    return list(rows.order_by("name").values_list("id", "code", "name"))


def _cells(service: int, places: list[int], minute: int, window: int) -> dict[int, _Cell]:
    """Counts and expectation of each place; a country's include its parts'."""
    first = minute - window + 1
    rows = (
        MinuteCount.objects.filter(service=service, minute__range=(first, minute))
        .values_list("region_id")
        .annotate(n=Sum("reports"), people=Sum("first_reporters"))
    )
    country_of = vocabulary.read().country_of
    wanted = set(places)
    reports: dict[int, int] = {}
    reporters: dict[int, int] = {}
    for region, n, people in rows:
        for place in {region, int(country_of[region])} & wanted:
            reports[place] = reports.get(place, 0) + n
            reporters[place] = reporters.get(place, 0) + people
    usual = expectation.expected_per_minute(
        [(service, place) for place in places], np.arange(first, minute + 1), minute=minute
    )
    mean = usual.mean.sum(axis=1)
    return {
        place: _Cell(
            reports=reports.get(place, 0),
            reporters=reporters.get(place, 0),
            expected=float(mean[i]),
            relvar=float(usual.relvar[i]),
            usual=bool(usual.days[i] > 0),
        )
        for i, place in enumerate(places)
    }


def _cell_body(cell: _Cell, *, is_down: bool, is_raised: bool, window: int) -> Body:
    state = _state(cell, is_down=is_down, is_raised=is_raised, window=window)
    body: Body = {
        "state": state,
        "reports": None,
        "expected": round(cell.expected, 2) if cell.usual else None,
        "ratio": None,
        "z": None,
    }
    if cell.reporters < SMALLEST_CELL:
        return body
    body["reports"] = cell.reports
    if cell.usual and cell.expected > 0:
        severity = surprise(cell.reporters, cell.expected, cell.relvar)
        body["ratio"] = round(cell.reporters / cell.expected, 2)
        body["z"] = round(float(z_of(severity)), 2)
    return body


def _state(cell: _Cell, *, is_down: bool, is_raised: bool, window: int) -> str:
    if is_down:
        return OUTAGE
    if is_raised:
        return ELEVATED
    if cell.reporters == 0 and not cell.usual:
        return NO_DATA
    hourly = np.array([cell.expected * HOUR / window])
    if cell.reporters < SMALLEST_CELL and not can_tell(hourly)[0]:
        return TOO_FEW
    return OK if cell.usual else TOO_FEW


def _in_outage(service: int) -> set[int]:
    """Regions that an ongoing incident of the service has reached, and their countries."""
    rows = IncidentRegion.objects.filter(
        incident__service=service, incident__state="ongoing", ended_at=None
    )
    return _with_countries(rows.values_list("region_id", flat=True))


def _raised(service: int, minute: int) -> set[int]:
    rows = Reading.objects.filter(
        service=service, minute=minute, severity__gte=lifecycle.WARN_ABOVE
    )
    return _with_countries(rows.values_list("region_id", flat=True))


def _with_countries(regions: Collection[int]) -> set[int]:
    country_of = vocabulary.read().country_of
    return {place for region in regions for place in (region, int(country_of[region])) if place}


def _trouble(minute: int) -> dict[int, dict[tuple[str, str], str]]:
    """Country id → (service slug, name) → state, where there is trouble."""
    down = IncidentRegion.objects.filter(incident__state="ongoing", ended_at=None).values_list(
        "region_id", "incident__service__slug", "incident__service__name"
    )
    raised = Reading.objects.filter(
        minute=minute, severity__gte=lifecycle.WARN_ABOVE
    ).values_list("region_id", "service__slug", "service__name")
    country_of = vocabulary.read().country_of
    trouble: dict[int, dict[tuple[str, str], str]] = {}
    for rows, state in ((raised, ELEVATED), (down, OUTAGE)):
        for region, slug, name in rows:
            trouble.setdefault(int(country_of[region]), {})[slug, name] = state
    return trouble


def _reported_countries(minute: int, window: int) -> dict[int, int]:
    """Reporters by country, over all services."""
    rows = (
        MinuteCount.objects.filter(minute__range=(minute - window + 1, minute))
        .values_list(place=F("region_id"))
        .annotate(people=Sum("first_reporters"))
    )
    country_of = vocabulary.read().country_of
    reported: dict[int, int] = {}
    for region, people in rows:
        country = int(country_of[region])
        reported[country] = reported.get(country, 0) + people
    return reported


def _worst(trouble: Mapping[tuple[str, str], str], reporters: int) -> str:
    if trouble:
        return min(trouble.values(), key=STATES.index)
    if reporters == 0:
        return NO_DATA
    return OK if reporters >= SMALLEST_CELL else TOO_FEW
