"""Regions for the map: who has trouble, who has not, and where nobody can tell. Small cells are
hidden here."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import log10
from typing import Any

import numpy as np
from django.db.models import Q, Sum

from outages import cldr
from outages.detection import lifecycle
from outages.detection.surprise import surprise, z_of
from outages.models import Incident, IncidentRegion, Reading
from outages.showing import usual
from outages.showing.cells import Cells, Split
from outages.showing.freshness import Freshness, freshness
from outages.showing.places import by_place
from reports import vocabulary
from reports.buckets import minute_of
from reports.cells import SMALLEST_CELL
from reports.models import MinuteCount, Region, Service

__all__ = ["SMALLEST_CELL", "geojson", "service_map", "world"]

Body = dict[str, Any]
Place = tuple[int, str, str]
OK, ELEVATED, OUTAGE, TOO_FEW, NO_DATA = "ok", "elevated", "outage", "too_few", "no_data"
# Worst first: what a country shows when its services differ.
STATES = (OUTAGE, ELEVATED, OK, TOO_FEW, NO_DATA)
HOUR = 60


@dataclass(frozen=True)
class _Cell:
    """One place of one service in the window. `shown`: whether its numbers are; `known`: whether
    we know what is usual there; `can_tell`: whether an outage would have been seen."""

    reports: int
    reporters: int
    shown: bool
    expected: float
    known: bool
    can_tell: bool
    z: float


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
    last = _last_minute(fresh, now)
    places = _places(level=level, country=country)
    cells = _cells(service.pk, places, level=level, first=last - window_minutes + 1, last=last)
    troubled = _troubled(last, only=service.pk).get(service.pk, {})
    return {
        "service": slug,
        "level": level,
        "country": country,
        "window_minutes": window_minutes,
        "smallest_cell": SMALLEST_CELL,
        "regions": [
            {"code": code, "name": name, "level": level, **_cell_body(cell, troubled.get(id_))}
            for (id_, code, name), cell in zip(places, cells, strict=True)
        ],
        **fresh.body(),
    }


def world(*, now: datetime, window_minutes: int = HOUR) -> Body:
    """Every country with the services that have trouble there, worst first.

    A country from which nobody reported anything has no data here, whatever is usual there.
    """
    fresh = freshness(now=now)
    last = _last_minute(fresh, now)
    places = _places(level=Region.Level.COUNTRY, country=None)
    inside = MinuteCount.objects.filter(minute__range=(last - window_minutes + 1, last))
    troubled = _troubled(last)
    services = _services_by_country(troubled, by_place(inside.filter(service__in=list(troubled))))
    reporters = _reporters_by_country(inside)
    return {
        "window_minutes": window_minutes,
        "regions": [
            {
                "code": code,
                "name": name,
                "level": Region.Level.COUNTRY,
                "state": _worst(services.get(id_, []), reporters.get(id_, 0)),
                "services": services.get(id_, []),
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


def _last_minute(fresh: Freshness, now: datetime) -> int:
    return fresh.minute if fresh.minute is not None else minute_of(now) - 1


def _places(*, level: str, country: str | None) -> list[Place]:
    rows = Region.objects.filter(level=level)
    if country:
        rows = rows.filter(country=country)
    found = rows.order_by("name", "code").values_list("id", "code", "name")
    return [(id_, code, cldr.country(code, name)) for id_, code, name in found]


def _cells(service: int, places: list[Place], *, level: str, first: int, last: int) -> list[_Cell]:
    """Counts and expectation of each place; a country's include its parts'."""
    counted = by_place(MinuteCount.objects.filter(service=service, minute__range=(first, last)))
    found = counted.countries if level == Region.Level.COUNTRY else counted.parts
    row_of = {int(place): row for row, place in enumerate(found.places)}
    rows = np.array([row_of.get(id_, -1) for id_, _, _ in places], dtype=np.int64)
    # The last row stands for places that nobody reported from.
    reports, reporters = np.append(found.reports, 0)[rows], np.append(found.reporters, 0)[rows]
    shown = np.append(found.shown, False)[rows]
    expected = usual.in_span([(service, id_) for id_, _, _ in places], first=first, last=last)
    mean = expected.mean[:, 0]
    z = z_of(surprise(reporters, mean, expected.relvar))
    # Each place is another chance to look alarming: the detector charges for it.
    charge = log10(max(int(np.count_nonzero(mean > 0)), 1))
    tellable = expected.can_tell(minutes=last - first + 1, charge=charge)
    columns = (reports, reporters, shown, mean, expected.known, tellable, z)
    return [_Cell(*values) for values in zip(*(column.tolist() for column in columns), strict=True)]


def _cell_body(cell: _Cell, trouble: str | None) -> Body:
    judged = cell.shown and cell.known and cell.expected > 0
    return {
        "state": _state(cell, trouble),
        "reports": cell.reports if cell.shown else None,
        "expected": round(cell.expected, 2) if cell.known else None,
        "ratio": round(cell.reporters / cell.expected, 2) if judged else None,
        "z": round(cell.z, 2) if judged else None,
    }


def _state(cell: _Cell, trouble: str | None) -> str:
    """A few reports are too few to tell, whatever was usual; none at all are telling where many
    were expected."""
    if cell.reporters >= SMALLEST_CELL:
        return trouble or (OK if cell.known else TOO_FEW)
    if cell.reports or trouble:
        return TOO_FEW
    if not cell.known:
        return NO_DATA
    return OK if cell.can_tell else TOO_FEW


def _troubled(minute: int, *, only: int | None = None) -> dict[int, dict[int, str]]:
    """Service id → region id → state, where there is trouble; a country has that of its parts."""
    mine = Q() if only is None else Q(service=only)
    ongoing = set(Incident.objects.ongoing().filter(mine).values_list("service_id", flat=True))
    reached = IncidentRegion.objects.filter(
        incident__service__in=list(ongoing), incident__state=Incident.State.ONGOING, ended_at=None
    ).values_list("incident__service_id", "region_id")
    # On the map of all services the one that is down speaks for those that are but implicated.
    asked = ~Q(reason=Reading.Reason.IMPLICATED) if only is None else mine
    raised = Reading.objects.filter(
        asked, minute=minute, severity__gte=lifecycle.EXTENT_ABOVE
    ).values_list("service_id", "region_id", "severity")
    elevated = [
        (service, region)
        for service, region, severity in raised
        if severity >= lifecycle.WARN_ABOVE
    ]
    down = [(service, region) for service, region, _ in raised if service in ongoing]
    troubled: dict[int, dict[int, str]] = {}
    for state, pairs in ((ELEVATED, elevated), (OUTAGE, [*reached, *down])):
        for service, region in _with_countries(pairs):
            troubled.setdefault(service, {})[region] = state
    return troubled


def _with_countries(pairs: Iterable[tuple[int, int]]) -> Collection[tuple[int, int]]:
    country_of = vocabulary.read().country_of
    return {
        (service, place) for service, region in pairs for place in (region, int(country_of[region]))
    }


def _services_by_country(
    troubled: Mapping[int, Mapping[int, str]], counted: Split
) -> dict[int, list[Body]]:
    """Country id → the services in trouble there, worst first. Where too few report it is not told
    that it is there."""
    names = dict(
        (id_, (slug, name))
        for id_, slug, name in Service.objects.filter(pk__in=list(troubled)).values_list(
            "id", "slug", "name"
        )
    )
    found: dict[int, list[Body]] = {}
    for service, country, reports, shown in _told(counted.countries):
        state = troubled[service].get(country)
        if state is not None:
            slug, name = names[service]
            body = {"slug": slug, "name": name, "state": state}
            found.setdefault(country, []).append({**body, "reports": reports if shown else None})
    for bodies in found.values():
        bodies.sort(key=lambda body: (STATES.index(body["state"]), body["name"]))
    return found


def _told(cells: Cells) -> list[tuple[int, int, int, bool]]:
    """Service, place, reports and whether they may be shown, where enough people report."""
    enough = cells.reporters >= SMALLEST_CELL
    columns = (cells.groups, cells.places, cells.reports, cells.shown)
    return list(zip(*(column[enough].tolist() for column in columns), strict=True))


def _reporters_by_country(counts: Any) -> dict[int, int]:
    """Reporters by country, over all services."""
    country_of = vocabulary.read().country_of
    reported: dict[int, int] = {}
    for region, people in counts.values_list("region_id").annotate(n=Sum("first_reporters")):
        country = int(country_of[region])
        reported[country] = reported.get(country, 0) + people
    return reported


def _worst(services: Collection[Body], reporters: int) -> str:
    if services:
        return min((str(body["state"]) for body in services), key=STATES.index)
    if reporters == 0:
        return NO_DATA
    return OK if reporters >= SMALLEST_CELL else TOO_FEW
