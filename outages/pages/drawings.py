"""Charts and maps for pages: the board's numbers, brought into the form that drawing takes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from outages import cldr, wording
from outages.drawing import ticks
from outages.drawing.chart import ChartDrawing, draw_chart
from outages.drawing.days import DaysDrawing, draw_days
from outages.drawing.maps import Inset, MapDrawing, draw_country, draw_world
from outages.drawing.scales import Scale
from outages.pages.words import REGION_STATES
from reports.catalogue import DATA

# One chart for wide and one for narrow windows: scaled down, the numbers of a single one could not
# be read on a phone.
WIDE, NARROW = (800, 236), (360, 236)
# The world on its own page, and beside other things, where it must not weigh too much.
WORLD_WIDTH, SMALL_WORLD_WIDTH, COUNTRY_WIDTH = 960, 480, 640
# Drawings of countries that a process keeps.
COUNTRIES_KEPT = 40
NO_DATA = "no_data"
Region = Mapping[str, Any]


@dataclass(frozen=True)
class ChartView:
    """A chart in both sizes, and its numbers for the readout.

    `start` and `step` in seconds; `scale`: see Scale; `squeezes`: whether the scale would be
    squeezed if none were chosen; `peak`: the point with the most reports, None where there is none.
    """

    wide: ChartDrawing
    narrow: ChartDrawing
    start: int
    step: int
    reports: str
    expected: str
    scale: str
    squeezes: bool
    peak: Mapping[str, Any] | None


@dataclass(frozen=True)
class RegionView:
    code: str
    path: str
    state: str
    title: str


@dataclass(frozen=True)
class MapView:
    """A map whose regions say what they are. `blank` is the path of all without data."""

    view_box: str
    regions: tuple[RegionView, ...]
    blank: str
    insets: tuple[Inset, ...]
    description: str


def chart(series: Mapping[str, Any], *, even: bool = False) -> ChartView:
    """Counts of a service with its incidents; `even`: not squeezed, whatever the peak hides."""
    points = series["points"]
    scale = drawn(series, size=NARROW).scale
    shown = Scale.EVEN if even else scale
    wide, narrow = (drawn(series, size=size, scale=shown) for size in (WIDE, NARROW))
    counted = [point for point in points if point["reports"]]
    return ChartView(
        wide=wide,
        narrow=narrow,
        start=int(points[0]["at"].timestamp()) if points else 0,
        step=60 * series["step_minutes"],
        reports=_listed([point["reports"] for point in points]),
        expected=_listed([point["expected"] for point in points]),
        scale=wide.scale.value,
        squeezes=scale is not Scale.EVEN,
        peak=max(counted, key=lambda point: point["reports"], default=None),
    )


def drawn(
    series: Mapping[str, Any], *, size: tuple[int, int], scale: Scale | None = None
) -> ChartDrawing:
    """A chart in pixels, `size` wide and high."""
    points = series["points"]
    columns: dict[str, Any] = {
        name: [point[name] for point in points] for name in ("reports", "expected", "low", "high")
    }
    spans = [
        (span["started_at"].timestamp(), _timestamp(span["resolved_at"]))
        for span in series["incidents"]
    ]
    return draw_chart(
        at=[point["at"].timestamp() for point in points],
        **columns,
        incidents=spans,
        width=size[0],
        height=size[1],
        label=_time,
        scale=scale,
    )


def days(past: Sequence[Mapping[str, Any]]) -> DaysDrawing:
    """Days of a service's history."""
    return draw_days(
        [(day["day"], day["state"]) for day in past],
        shapes={"incident": "square", "none": "dot", "no_data": "ring"},
        month=cldr.month_alone,
    )


def service_map(area: Mapping[str, Any]) -> MapView | None:
    """A service's regions, of the world or of one country; None where there is nothing to draw."""
    drawing = _country(area["country"]) if area["country"] else _world(SMALL_WORLD_WIDTH)
    return _map(drawing, area["regions"], _counted)


def world_map(world: Mapping[str, Any]) -> MapView | None:
    """Every country by the worst of what is reported there."""
    return _map(_world(WORLD_WIDTH), world["regions"], _troubled)


def extent_map(incident: Mapping[str, Any]) -> MapView | None:
    """What an incident reached: parts of the one country that it is in, else countries."""
    reached = incident["regions"]
    countries = {region["code"][:2] for region in reached}
    if not countries:
        return None
    is_divided = any("-" in region["code"] for region in reached)
    if len(countries) == 1 and is_divided:
        return _map(_country(countries.pop()), [_reached(region) for region in reached], _named)
    drawing = _world(WORLD_WIDTH)
    whole = [
        {"code": place.code, "name": place.name, "state": "outage"}
        for place in drawing.places
        if place.code in countries
    ]
    return _map(drawing, whole, _named)


def _map(drawing: MapDrawing, regions: Sequence[Region], says: Any) -> MapView | None:
    if not drawing.places:
        return None
    known = {region["code"]: region for region in regions if region["state"] != NO_DATA}
    return MapView(
        view_box=drawing.view_box,
        regions=tuple(
            RegionView(place.code, place.path, known[place.code]["state"], says(known[place.code]))
            for place in drawing.places
            if place.code in known
        ),
        blank="".join(place.path for place in drawing.places if place.code not in known),
        insets=drawing.insets,
        description=_described(known.values()),
    )


def _described(regions: Any) -> str:
    """The map in words, state by state."""
    named: dict[str, list[str]] = {}
    for region in regions:
        named.setdefault(region["state"], []).append(region["name"])
    told = [
        f"{REGION_STATES[state]}: {wording.comma().join(sorted(named[state]))}."
        for state in REGION_STATES
        if state in named
    ]
    return " ".join(told) or _("No region has data.")


def _counted(region: Region) -> str:
    says = {"name": region["name"], "state": REGION_STATES[region["state"]]}
    if region["reports"] is None:
        return _("%(name)s: %(state)s") % says
    return _("%(name)s: %(state)s, %(n)s reports") % {**says, "n": region["reports"]}


def _troubled(region: Region) -> str:
    services = wording.comma().join(service["name"] for service in region["services"])
    says = {"name": region["name"], "state": REGION_STATES[region["state"]]}
    if not services:
        return _("%(name)s: %(state)s") % says
    return _("%(name)s: %(state)s (%(services)s)") % {**says, "services": services}


def _named(region: Region) -> str:
    return str(region["name"])


def _reached(region: Region) -> Region:
    return {**region, "state": "outage"}


def _time(at: int, step: int) -> str:
    """What a mark on the axis of time says, in UTC: the day where one begins, else the hour."""
    moment = datetime.fromtimestamp(at, UTC)
    is_day = at % ticks.DAY == 0 or step >= ticks.DAY
    return cldr.day(moment, year=False, short=True) if is_day else cldr.hours(moment)


def _timestamp(at: datetime | None) -> float | None:
    return None if at is None else at.timestamp()


def _listed(numbers: Sequence[float | None]) -> str:
    return ",".join("" if number is None else f"{number:g}" for number in numbers)


# Outlines never change while a process lives: each map is drawn once.
@lru_cache(maxsize=2)
def _world(width: int) -> MapDrawing:
    return draw_world(json.loads((DATA / "countries.topo.json").read_text("utf-8")), width=width)


@lru_cache(maxsize=COUNTRIES_KEPT)
def _country(code: str) -> MapDrawing:
    return draw_country(_regions(), code, width=COUNTRY_WIDTH)


@lru_cache(maxsize=1)
def _regions() -> Mapping[str, Any]:
    topology: Mapping[str, Any] = json.loads((DATA / "regions.topo.json").read_text("utf-8"))
    return topology
