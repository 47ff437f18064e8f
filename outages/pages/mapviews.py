"""Maps for pages: the board's states, brought into the form that drawing takes."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from outages import cldr, wording
from outages.drawing.maps import Inset, MapDrawing, draw_country, draw_part, draw_world
from outages.pages.looking import VIEWS
from outages.pages.words import REGION_STATES, STAYS
from reports.catalogue import DATA

# The world on its own page, and beside other things, where it must not weigh too much.
WORLD_WIDTH, SMALL_WORLD_WIDTH, COUNTRY_WIDTH = 960, 480, 640
# Drawings of countries that a process keeps.
COUNTRIES_KEPT = 40
NO_DATA = "no_data"
COUNTRY_LETTERS = 2
# How an incident's region is at a time, by the letter that a replay has for it.
STAY_STATES = {"0": NO_DATA, "1": "outage", "2": "ok"}
Region = Mapping[str, Any]


@dataclass(frozen=True)
class RegionView:
    """`frames`: a letter for each time that a replay shows."""

    code: str
    path: str
    state: str
    name: str
    title: str
    frames: str


@dataclass(frozen=True)
class MapView:
    """A map whose regions say what they are. `blank` is the path of all that say nothing;
    `is_world`: it is drawn so large that a phone shrinks it to a third."""

    view_box: str
    is_world: bool
    regions: tuple[RegionView, ...]
    blank: str
    insets: tuple[Inset, ...]
    description: str


def service_map(area: Mapping[str, Any]) -> MapView | None:
    """A service's regions, of the world or of one country; None where there is nothing to draw."""
    drawing = _country(area["country"]) if area["country"] else _world(SMALL_WORLD_WIDTH)
    return _map(drawing, area["regions"], _counted)


def world_map(world: Mapping[str, Any], *, country: str, view: str) -> MapView | None:
    """Every country by the worst of what is reported there; a part of the world, or the parts of
    one country. All of them apart: a script shows other times on them."""
    whole = _part(view) if view else _world(WORLD_WIDTH)
    drawing = _country(country) if country else whole
    return _map(drawing, world["regions"], _said, apart=True)


def within(view: str) -> frozenset[str]:
    """Codes of the countries whose middle lies in a part of the world."""
    drawing = _part(view)
    inside = (p for p in drawing.places if 0 <= p.x <= drawing.width and 0 <= p.y <= drawing.height)
    return frozenset(place.code for place in inside)


def extent_map(incident: Mapping[str, Any], times: Sequence[datetime], nth: int) -> MapView | None:
    """Where an incident was at the `nth` of some times: parts of the one country that it is in,
    else countries. Each region carries a letter for each time."""
    reached = incident["regions"]
    countries = {region["code"][:COUNTRY_LETTERS] for region in reached}
    if not countries:
        return None
    is_divided = any("-" in region["code"] for region in reached)
    one_country = len(countries) == 1 and is_divided
    drawing = _country(countries.pop()) if one_country else _world(WORLD_WIDTH)
    by_place: dict[str, list[Region]] = {}
    for region in reached:
        code = region["code"] if one_country else region["code"][:COUNTRY_LETTERS]
        by_place.setdefault(code, []).append(region)
    shown = [
        {
            "code": place.code,
            "name": cldr.country(place.code, place.name),
            "frames": frames,
            "state": STAY_STATES[frames[nth]],
        }
        for place in drawing.places
        if place.code in by_place
        for frames in ["".join(_stay(by_place[place.code], at) for at in times)]
    ]
    return _map(drawing, shown, _stayed, words=STAYS)


def stays(regions: Sequence[Region], times: Sequence[datetime], nth: int) -> list[dict[str, Any]]:
    """An incident's regions with a letter for each time, and the state at the `nth`."""
    found = []
    for region in regions:
        frames = "".join(_stay([region], at) for at in times)
        found.append({**region, "frames": frames, "state": STAY_STATES[frames[nth]]})
    return found


def reached(incident: Mapping[str, Any], at: datetime) -> int:
    """In how many regions it was at a time."""
    return sum(_stay([region], at) == "1" for region in incident["regions"])


def _stay(regions: Sequence[Region], at: datetime) -> str:
    """Not reached yet, reached, or quiet again: of several regions the worst."""
    begun = [region for region in regions if region["started_at"] <= at]
    if any(region["ended_at"] is None or at < region["ended_at"] for region in begun):
        return "1"
    return "2" if begun else "0"


def _stayed(region: Region) -> str:
    if region["state"] == NO_DATA:
        return str(region["name"])
    return _("%(name)s: %(state)s") % {
        "name": region["name"],
        "state": STAYS[region["state"]],
    }


def _map(
    drawing: MapDrawing,
    regions: Sequence[Region],
    says: Callable[[Region], str],
    *,
    apart: bool = False,
    words: Mapping[str, Any] = REGION_STATES,
) -> MapView | None:
    """`apart`: places without data are drawn one by one, too."""
    if not drawing.places:
        return None
    every = {region["code"]: region for region in regions}
    drawn = {
        code: region
        for code, region in every.items()
        if apart or "frames" in region or region["state"] != NO_DATA
    }
    return MapView(
        view_box=drawing.view_box,
        is_world=drawing.width == WORLD_WIDTH,
        regions=tuple(
            RegionView(
                code=place.code,
                path=place.path,
                state=drawn[place.code]["state"],
                name=drawn[place.code]["name"],
                title=says(drawn[place.code]),
                frames=drawn[place.code].get("frames", ""),
            )
            for place in drawing.places
            if place.code in drawn
        ),
        blank="".join(place.path for place in drawing.places if place.code not in drawn),
        insets=drawing.insets,
        description=_described(every.values(), words),
    )


def _described(regions: Iterable[Region], words: Mapping[str, Any]) -> str:
    """The map in words, state by state; of no data it would be hundreds."""
    named: dict[str, list[str]] = {}
    for region in regions:
        if region["state"] != NO_DATA:
            named.setdefault(region["state"], []).append(region["name"])
    told = [
        f"{words[state]}: {wording.comma().join(sorted(named[state]))}."
        for state in words
        if state in named
    ]
    return " ".join(told) or _("No region has data.")


def _said(region: Region) -> str:
    return _troubled(region) if "services" in region else _counted(region)


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


# Outlines never change while a process lives: each map is drawn once.
@lru_cache(maxsize=2)
def _world(width: int) -> MapDrawing:
    return draw_world(json.loads((DATA / "countries.topo.json").read_text("utf-8")), width=width)


@lru_cache(maxsize=len(VIEWS))
def _part(view: str) -> MapDrawing:
    topology = json.loads((DATA / "countries.topo.json").read_text("utf-8"))
    return draw_part(topology, VIEWS[view][1], width=COUNTRY_WIDTH)


@lru_cache(maxsize=COUNTRIES_KEPT)
def _country(code: str) -> MapDrawing:
    return draw_country(_regions(), code, width=COUNTRY_WIDTH)


@lru_cache(maxsize=1)
def _regions() -> Mapping[str, Any]:
    topology: Mapping[str, Any] = json.loads((DATA / "regions.topo.json").read_text("utf-8"))
    return topology
