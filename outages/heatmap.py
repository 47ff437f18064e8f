"""Regions for the map: who has trouble, who has not, and where nobody can tell; now, or at a time
of the last 24 hours. Small cells are hidden here."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from outages import cldr
from outages.showing import placestates
from outages.showing.freshness import Freshness, freshness
from outages.showing.looks import Look
from outages.showing.placestates import Numbers, Place
from outages.showing.trouble import STATES
from reports import vocabulary
from reports.buckets import DAY_MINUTES, floor, minute_of, time_of
from reports.cells import SMALLEST_CELL
from reports.models import Region, Service

__all__ = ["SMALLEST_CELL", "STATES", "geojson", "past_times", "service_map", "steps", "world"]

Body = dict[str, Any]
HOUR = 60
# Times of the past that can be looked at: full and half hours of the last 24 hours.
STEP_MINUTES = 30


def service_map(
    slug: str,
    *,
    now: datetime,
    window_minutes: int = HOUR,
    level: str = Region.Level.COUNTRY,
    country: str | None = None,
    at: datetime | None = None,
) -> Body:
    """Every country, or every part of one, with its state; raises Service.DoesNotExist. `at`: one
    of `past_times`; of the past only states are told (decision 0035)."""
    fresh = freshness(now=now)
    service = _service(slug)
    look = _look(fresh, now, at, window_minutes)
    places = _places(level=level, country=country)
    numbers, states = placestates.of_service(service, places, look, level=level)
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
                "state": states[0][nth],
                **_told(numbers, nth, is_past=at is not None),
            }
            for nth, (_, code, name) in enumerate(places)
        ],
        **fresh.body(),
    }


def world(
    *,
    now: datetime,
    window_minutes: int = HOUR,
    category: str | None = None,
    country: str | None = None,
    at: datetime | None = None,
) -> Body:
    """Every country (or every part of one) with the services that have trouble there, worst first.

    A country from which nobody reported anything has no data here, whatever is usual there.
    `category`: only its services count.
    """
    fresh = freshness(now=now)
    look = _look(fresh, now, at, window_minutes)
    level = Region.Level.SUBDIVISION if country else Region.Level.COUNTRY
    places = _places(level=level, country=country)
    (found,) = placestates.of_all(places, look, level=level, among=_of_category(category))
    return {
        "window_minutes": window_minutes,
        "regions": [
            {
                "code": code,
                "name": name,
                "level": level,
                "state": state,
                "services": [_untold(one) for one in services] if at else services,
            }
            for (_, code, name), (state, services) in zip(places, found, strict=True)
        ],
        **fresh.body(),
    }


def past_times(*, now: datetime, fresh: Freshness) -> list[datetime]:
    """The times of the past that a map can be of, the latest first."""
    latest = floor(_last_minute(fresh, now) + 1, STEP_MINUTES)
    return [time_of(latest - ago) for ago in range(0, DAY_MINUTES + 1, STEP_MINUTES)]


def steps(
    *,
    now: datetime,
    service: str | None = None,
    category: str | None = None,
    country: str | None = None,
) -> Body:
    """The states of all `past_times`, the oldest first, of the places that ever have any data;
    raises Service.DoesNotExist. In as many queries as a map of now."""
    fresh = freshness(now=now)
    times = past_times(now=now, fresh=fresh)[::-1]
    look = Look(minutes=tuple(minute_of(at) - 1 for at in times), window=HOUR, step=STEP_MINUTES)
    level = Region.Level.SUBDIVISION if country else Region.Level.COUNTRY
    places = _places(level=level, country=country)
    return {
        "times": times,
        "window_minutes": HOUR,
        "states": _told_states(places, _states(places, look, level, service, category)),
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


def _look(fresh: Freshness, now: datetime, at: datetime | None, window: int) -> Look:
    last = _last_minute(fresh, now) if at is None else minute_of(at) - 1
    return Look.once(last, window=window)


def _places(*, level: str, country: str | None) -> list[Place]:
    """Ordered by name in the reader's language."""
    known = vocabulary.read()
    wanted = level == Region.Level.COUNTRY
    found = [
        (id_, code, cldr.country(code, known.region_names[code]))
        for code, id_ in known.regions.items()
        if (within := int(known.country_of[id_]))
        and (within == id_) == wanted
        and (not country or known.region_codes[within] == country)
    ]
    return sorted(found, key=lambda place: (cldr.alphabetical(place[2]), place[1]))


def _service(slug: str) -> int:
    """Its id; raises Service.DoesNotExist."""
    known = vocabulary.read()
    if slug not in known.active:
        raise Service.DoesNotExist(slug)
    return known.services[slug]


def _of_category(category: str | None) -> list[int] | None:
    if category is None:
        return None
    known = vocabulary.read()
    return [known.services[slug] for slug, kind in known.categories.items() if kind == category]


def _told(numbers: Numbers, nth: int, *, is_past: bool) -> Body:
    """A place's numbers at the one minute, as far as they may be shown."""
    expected, known = float(numbers.expected[0, nth]), bool(numbers.known[0, nth])
    shown = bool(numbers.shown[0, nth]) and not is_past
    judged = shown and known and expected > 0
    reporters = int(numbers.reporters[0, nth])
    return {
        "reports": int(numbers.reports[0, nth]) if shown else None,
        "expected": round(expected, 2) if known else None,
        "ratio": round(reporters / expected, 2) if judged else None,
        "z": round(float(numbers.z[0, nth]), 2) if judged else None,
    }


def _untold(service: Body) -> Body:
    return {**service, "reports": None}


def _states(
    places: Sequence[Place], look: Look, level: str, service: str | None, category: str | None
) -> list[list[str]]:
    """By minute and place."""
    if service is not None:
        return placestates.of_service(_service(service), places, look, level=level)[1]
    among = _of_category(category)
    every = placestates.of_all(places, look, level=level, among=among)
    return [[state for state, _ in row] for row in every]


def _told_states(places: Sequence[Place], states: Sequence[Sequence[str]]) -> dict[str, str]:
    """Code → a letter a minute, its place in STATES; of places with anything but no data."""
    no_data = STATES.index("no_data")
    rows = {
        code: [STATES.index(row[nth]) for row in states] for nth, (_, code, _) in enumerate(places)
    }
    return {
        code: "".join(map(str, row))
        for code, row in rows.items()
        if any(state != no_data for state in row)
    }
