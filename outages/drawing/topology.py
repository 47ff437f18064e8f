"""Read outlines of countries and regions from TopoJSON."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Topology = Mapping[str, Any]
Polygon = tuple[Floats, ...]
Thin = Callable[[Floats], Floats]

# Digits of a degree in GeoJSON: 11 m, finer than the outlines are.
DEGREE_DIGITS = 4


@dataclass(frozen=True, eq=False)
class Shape:
    """The outline of a country or region.

    A polygon is its outer ring and then its holes. A ring is an array of shape [points, 2]:
    longitude and latitude in degrees, the last point equal to the first. An outline that crosses
    the 180th meridian is cut there, so no ring jumps.
    """

    code: str
    name: str
    polygons: tuple[Polygon, ...]

    @property
    def rings(self) -> tuple[Floats, ...]:
        """Every ring, holes as well."""
        return tuple(ring for polygon in self.polygons for ring in polygon)


def country_shapes(topology: Topology, thin: Thin | None = None) -> tuple[Shape, ...]:
    """The shapes of object `countries`, in the file's order; those without an outline are left out.
    `thin`: what leaves out points of an arc.

    Source: the TopoJSON format specification, section 2.
    """
    return tuple(_shapes(topology, topology["objects"]["countries"]["geometries"], thin))


def region_shapes(topology: Topology, country: str) -> tuple[Shape, ...]:
    """The shapes of object `regions` that belong to a country (ISO 3166-1 alpha-2).

    In the file's order, without those that have no outline; empty for an unknown country.
    """
    every = topology["objects"]["regions"]["geometries"]
    return tuple(_shapes(topology, (one for one in every if one["properties"]["cc"] == country)))


def geometry(shape: Shape) -> dict[str, Any]:
    """A shape as a GeoJSON geometry, always a MultiPolygon.

    Rings are closed; outer ones turn counter-clockwise and holes clockwise (RFC 7946, 3.1.6).
    """
    return {
        "type": "MultiPolygon",
        "coordinates": [
            [_turned(ring, outer=place == 0) for place, ring in enumerate(polygon)]
            for polygon in shape.polygons
        ],
    }


def signed_area(ring: Floats) -> float:
    """The area within a closed ring [points, 2], positive if it turns counter-clockwise."""
    # Near the origin the products don't lose what differs between them.
    x, y = (ring - ring[0]).T
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2


def _turned(ring: Floats, *, outer: bool) -> list[list[float]]:
    right = (signed_area(ring) > 0) == outer
    points: list[list[float]] = (ring if right else ring[::-1]).round(DEGREE_DIGITS).tolist()
    return points


def _shapes(
    topology: Topology, geometries: Iterable[Mapping[str, Any]], thin: Thin | None = None
) -> Iterator[Shape]:
    decode = _Decoder(topology, thin)
    for one in geometries:
        parts = {"Polygon": lambda arcs: [arcs], "MultiPolygon": list}.get(one["type"])
        if parts is None:
            continue
        yield Shape(
            code=one["id"],
            name=one["properties"]["name"],
            polygons=tuple(tuple(map(decode.ring, polygon)) for polygon in parts(one["arcs"])),
        )


class _Decoder:
    """Turns numbers of arcs into rings; an arc is decoded when it is first asked for."""

    def __init__(self, topology: Topology, thin: Thin | None) -> None:
        self._thin = thin
        self._arcs = topology["arcs"]
        self._scale = np.array(topology["transform"]["scale"], dtype=np.float64)
        self._translate = np.array(topology["transform"]["translate"], dtype=np.float64)
        self._known: dict[int, Floats] = {}

    def ring(self, numbers: Sequence[int]) -> Floats:
        """The arcs one after another, each without its last point: the next one starts there."""
        arcs = [self._arc(number) for number in numbers]
        return np.concatenate([*(arc[:-1] for arc in arcs), arcs[0][:1]])

    def _arc(self, number: int) -> Floats:
        # A negative number is the arc of its complement, backwards.
        wanted = ~number if number < 0 else number
        if wanted not in self._known:
            steps = np.array(self._arcs[wanted], dtype=np.float64)
            arc = np.cumsum(steps, axis=0) * self._scale + self._translate
            self._known[wanted] = arc if self._thin is None else self._thin(arc)
        arc = self._known[wanted]
        return arc[::-1] if number < 0 else arc
