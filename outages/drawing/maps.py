"""Maps of the world and of one country as SVG paths."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from outages.drawing import paths
from outages.drawing.clipping import clip
from outages.drawing.frames import Frame, frames
from outages.drawing.projection import azimuthal, equal_earth
from outages.drawing.thinning import thinner
from outages.drawing.topology import Shape, Topology, country_shapes, region_shapes, signed_area

Floats = NDArray[np.float64]
ToPixels = Callable[[Floats], Floats]
# West, south, east and north in degrees.
Edges = tuple[float, float, float, float]

# Nobody reports from there, and it would take a fifth of the map.
LEFT_OUT = ("AQ",)
# Pixels of water around the land.
MARGIN = 6.0
# A country is at most so much higher than wide: on a phone the page goes on below it.
TALLEST = 1.25
# A ring smaller than this in square pixels is not seen ...
SMALLEST = 1.0
# ... and a place smaller than this is a dot: the dot's own area.
SMALLEST_PLACE = np.pi * paths.DOT**2
# A corner is left out that makes a smaller triangle in square pixels with those beside it.
SMALLEST_CORNER = 1.0
# Pixels around a part of the world that are drawn, and not seen.
OUTSIDE = 4.0
# A ring that was cut: three corners, and the first again.
FEWEST_CUT = 4
# A ring with less area than this share of its points' squared distances is a line: what is left of
# its area is rounding, and dividing by that would put its middle anywhere.
FLAT = 1e-9
# Insets in a row below the main map: pixels between them, around their land, and their height.
BETWEEN, PADDING, INSET_HEIGHT = 8.0, 5.0, 96.0
# An inset is as wide as its land asks for, but not less than this and no more than this share of
# the map.
INSET_LEAST, INSET_SHARE = 48.0, 0.3
# Small islands are enlarged in an inset, but not beyond recognition.
MOST_ENLARGED = 3.0


@dataclass(frozen=True)
class Place:
    """A country or region: an SVG path's `d`, and the middle of its largest part in pixels."""

    code: str
    name: str
    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Inset:
    """The frame around islands that are drawn away from where they lie, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class MapDrawing:
    """A map in pixels. Each place that has an outline is drawn once."""

    width: int
    height: int
    view_box: str
    places: tuple[Place, ...]
    insets: tuple[Inset, ...] = ()


@dataclass(frozen=True, eq=False)
class _Window:
    """Where a part of the plane appears: the edges of both, in pixels downwards for the second."""

    plane: Floats
    left: float
    top: float
    right: float
    bottom: float
    most_scale: float = np.inf

    @property
    def scale(self) -> float:
        """Pixels of a globe's radius: as many as the window has room for."""
        width, height = self.plane[2:] - self.plane[:2]
        fitting = min((self.right - self.left) / width, (self.bottom - self.top) / height)
        return float(min(fitting, self.most_scale))

    def pixels(self, points: Floats) -> Floats:
        """The plane's middle comes to the window's middle; north is up."""
        centre = (self.plane[:2] + self.plane[2:]) / 2
        here = np.array([self.left + self.right, self.top + self.bottom]) / 2
        moved: Floats = here + (points - centre) * self.scale * np.array([1.0, -1.0])
        return moved

    @property
    def box(self) -> tuple[float, float, float, float]:
        """A little more than what is seen: the edges of what is cut must not be."""
        return -OUTSIDE, -OUTSIDE, self.right + MARGIN + OUTSIDE, self.bottom + MARGIN + OUTSIDE

    def holds(self, x: float, y: float) -> bool:
        return 0 <= x <= self.right + MARGIN and 0 <= y <= self.bottom + MARGIN

    def shows(self, ring: Floats) -> bool:
        """Is any of a ring (in pixels) within this window?"""
        (left, top), (right, bottom) = ring.min(axis=0), ring.max(axis=0)
        across = right >= self.left and left <= self.right
        return bool(across and bottom >= self.top and top <= self.bottom)


def draw_world(topology: Topology, *, width: int = 960) -> MapDrawing:
    """Draw every country in the Equal Earth projection, `width` pixels wide, without Antarctica.

    Takes a topology with the object `countries`.
    """
    shapes = _countries(topology)
    plane = _edges(equal_earth(ring) for shape in shapes for ring in shape.rings)
    height = _height(plane, width)
    window = _whole(plane, width=width, height=height)
    return MapDrawing(
        width=width,
        height=height,
        view_box=f"0 0 {width} {height}",
        places=_places(_countries(topology, window, equal_earth), window, equal_earth),
    )


def draw_part(topology: Topology, edges: Edges, *, width: int = 640) -> MapDrawing:
    """Draw the countries of a part of the world, `width` pixels wide, north up.

    `edges`: its west, south, east and north in degrees; the east may lie beyond 180. In Lambert's
    azimuthal equal-area projection around the middle. What lies within is there as a whole or as
    far as it can be seen; the middle of a place may lie outside. Takes a topology with the object
    `countries`.
    """
    west, south, east, north = edges
    project = partial(azimuthal, centre=((west + east) / 2, (south + north) / 2))
    plane = _edges([project(_border(edges))])
    height = min(_height(plane, width), round(TALLEST * width))
    window = _whole(plane, width=width, height=height)
    return MapDrawing(
        width=width,
        height=height,
        view_box=f"0 0 {width} {height}",
        places=tuple(
            place
            for shape in _countries(topology, window, project)
            if (place := _seen(shape, window, project)) is not None
        ),
    )


def draw_country(topology: Topology, country: str, *, width: int = 640) -> MapDrawing:
    """Draw the regions of a country (ISO 3166-1 alpha-2), `width` pixels wide, north up.

    In Lambert's azimuthal equal-area projection around the country's middle. Islands far away are
    drawn in insets below. Takes a topology with the object `regions`; an unknown country has no
    places.
    """
    arranged = frames(region_shapes(topology, country))
    if not arranged:
        return MapDrawing(width=width, height=0, view_box=f"0 0 {width} 0", places=())
    box = arranged[0].box
    main = _whole(box, width=width, height=min(_height(box, width), round(TALLEST * width)))
    insets = _row(arranged[1:], main, width=width)
    height = int(np.ceil(max([main.bottom, *(one.y + one.height for one in insets)]) + MARGIN))
    windows = [main, *map(partial(_inside, main), insets, arranged[1:])]
    return MapDrawing(
        width=width,
        height=height,
        view_box=f"0 0 {width} {height}",
        places=tuple(
            place
            for frame, window in zip(arranged, windows, strict=True)
            for place in _places(frame.shapes, window, partial(azimuthal, centre=frame.centre))
        ),
        insets=insets,
    )


def _countries(
    topology: Topology, window: _Window | None = None, project: ToPixels | None = None
) -> list[Shape]:
    """Without the corners that a window would not show, where there is one."""
    thin = None
    if window is not None and project is not None:
        thin = thinner(lambda arc: window.pixels(project(arc)), least=SMALLEST_CORNER)
    return [shape for shape in country_shapes(topology, thin) if shape.code not in LEFT_OUT]


def _border(edges: Edges) -> Floats:
    """Points all around, in degrees."""
    west, south, east, north = edges
    across, up = np.linspace(west, east, 33), np.linspace(south, north, 33)
    rows = [np.column_stack([across, np.full(33, edge)]) for edge in (south, north)]
    columns = [np.column_stack([np.full(33, edge), up]) for edge in (west, east)]
    return np.concatenate(rows + columns)


def _seen(shape: Shape, window: _Window, project: ToPixels) -> Place | None:
    """A country as far as a window shows it; None where it shows nothing of it."""
    rings = [window.pixels(project(ring)) for ring in shape.rings]
    shown = [cut for ring in rings if len(cut := clip(ring, window.box)) >= FEWEST_CUT]
    x, y = _middle(rings[int(np.argmax([abs(signed_area(ring)) for ring in rings]))])
    if not shown:
        return None
    areas = np.abs([signed_area(ring) for ring in shown])
    path = "" if areas.max() < SMALLEST_PLACE else _outline(shown, areas, window)
    if not path and not window.holds(x, y):
        return None
    return Place(shape.code, shape.name, path or paths.dot(x, y), round(x, 1), round(y, 1))


def _edges(planes: Iterable[Floats]) -> Floats:
    boxes = np.array([[*plane.min(axis=0), *plane.max(axis=0)] for plane in planes])
    return np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])


def _height(plane: Floats, width: int) -> int:
    across, up = plane[2:] - plane[:2]
    return int(np.ceil((width - 2 * MARGIN) * up / across + 2 * MARGIN))


def _whole(plane: Floats, *, width: int, height: int) -> _Window:
    return _Window(
        plane=plane, left=MARGIN, top=MARGIN, right=width - MARGIN, bottom=height - MARGIN
    )


def _row(others: Sequence[Frame], main: _Window, *, width: int) -> tuple[Inset, ...]:
    """The frames of insets from left to right, in a new row when one is full."""
    insets: list[Inset] = []
    x, y = MARGIN, main.bottom + BETWEEN
    for frame in others:
        across, up = frame.box[2:] - frame.box[:2]
        wide = float(np.clip(INSET_HEIGHT * across / up, INSET_LEAST, INSET_SHARE * width))
        if x + wide > width - MARGIN:
            x, y = MARGIN, y + INSET_HEIGHT + BETWEEN
        insets.append(
            Inset(x=round(x, 1), y=round(y, 1), width=round(wide, 1), height=INSET_HEIGHT)
        )
        x += wide + BETWEEN
    return tuple(insets)


def _inside(main: _Window, inset: Inset, frame: Frame) -> _Window:
    return _Window(
        plane=frame.box,
        left=inset.x + PADDING,
        top=inset.y + PADDING,
        right=inset.x + inset.width - PADDING,
        bottom=inset.y + inset.height - PADDING,
        most_scale=MOST_ENLARGED * main.scale,
    )


def _places(shapes: Sequence[Shape], window: _Window, project: ToPixels) -> tuple[Place, ...]:
    return tuple(_place(shape, window, project) for shape in shapes)


def _place(shape: Shape, window: _Window, project: ToPixels) -> Place:
    rings = [window.pixels(project(ring)) for ring in shape.rings]
    areas = np.abs([signed_area(ring) for ring in rings])
    x, y = _middle(rings[int(np.argmax(areas))])
    path = "" if areas.max() < SMALLEST_PLACE else _outline(rings, areas, window)
    return Place(shape.code, shape.name, path or paths.dot(x, y), round(x, 1), round(y, 1))


def _outline(rings: Sequence[Floats], areas: Floats, window: _Window) -> str:
    return "".join(
        paths.loop(ring)
        for ring, area in zip(rings, areas.tolist(), strict=True)
        if area >= SMALLEST and window.shows(ring)
    )


def _middle(ring: Floats) -> tuple[float, float]:
    """The centroid of the area within a closed ring, or the mean corner where it has no area."""
    near = ring - ring[0]
    x, y = near.T
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    twice = float(cross.sum())
    if abs(twice) <= FLAT * float((near**2).sum()):
        mean_x, mean_y = ring[:-1].mean(axis=0).tolist()
        return mean_x, mean_y
    weighted = ((near[:-1] + near[1:]) * cross[:, None]).sum(axis=0) / (3 * twice)
    middle_x, middle_y = (ring[0] + weighted).tolist()
    return middle_x, middle_y
