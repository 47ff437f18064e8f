"""Which islands of a country stay in place on its map, and which get a frame of their own.

Drawn in place, Hawaii or the Canaries would shrink everything else. A country is cut into groups of
land that lie close together. The mainland is the main map, joined by every group that makes it
little larger; what is left is arranged the same way in the next frame.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from outages.drawing.projection import azimuthal, equal_earth, middle
from outages.drawing.topology import Shape, signed_area

Floats = NDArray[np.float64]

# Land nearer than this share of the country's size (the root of its area) is one group: a strait
# between the main islands of New Zealand or the Philippines, but not the way to Alaska.
NEAR = 0.15
# The largest group with at least so much of the land is a mainland. Without one the country is an
# archipelago, and groups join from the largest on until they hold nearly all of it.
MAINLAND = 0.75
NEARLY_ALL = 0.97
# Any other group stays in place if the map grows by no more than this share: Crete and Corsica do,
# Alaska, Hawaii and the Canaries don't.
GROWTH = 0.35
# The least area (40 square metres) and extent (600 metres) on a globe of radius 1: an outline that
# was simplified to a line has to lie somewhere, too.
LEAST_AREA, LEAST_EXTENT = 1e-12, 1e-4
# Frames after the main map; the last one takes whatever is left.
MOST_INSETS = 5


@dataclass(frozen=True, eq=False)
class Frame:
    """A map of its own: its places, the centre of its projection, the edges of its view.

    `box` is left, bottom, right, top on the plane of a globe of radius 1.
    """

    shapes: tuple[Shape, ...]
    centre: tuple[float, float]
    box: Floats


@dataclass(frozen=True, eq=False)
class _Land:
    """Polygons of a set of shapes: which shape they belong to, areas, middles, outer rings."""

    owner: NDArray[np.int64]
    area: Floats
    middle: Floats
    outlines: list[Floats]


def frames(shapes: Sequence[Shape]) -> tuple[Frame, ...]:
    """The main map of a country and then its insets; each shape is in exactly one of them.

    A shape is where its largest part is. Parts of it that are elsewhere lie outside of the frame's
    box. Empty for no shapes.
    """
    left = list(shapes)
    arranged: list[Frame] = []
    while left:
        frame = _frame(left, everything=len(arranged) == MOST_INSETS)
        arranged.append(frame)
        taken = {shape.code for shape in frame.shapes}
        left = [shape for shape in left if shape.code not in taken]
    return tuple(arranged)


def _frame(shapes: Sequence[Shape], *, everything: bool) -> Frame:
    land = _land(shapes)
    kept = np.ones(len(land.area), dtype=np.bool_) if everything else _kept(land)
    centre = middle(land.middle[kept], land.area[kept])
    boxes = _boxes(land, centre)
    inside = {int(land.owner[largest]) for largest in _largest(land) if kept[largest]}
    return Frame(
        shapes=tuple(shape for place, shape in enumerate(shapes) if place in inside),
        centre=centre,
        box=_around(boxes[kept]),
    )


def _land(shapes: Sequence[Shape]) -> _Land:
    outlines = [polygon[0] for shape in shapes for polygon in shape.polygons]
    return _Land(
        owner=np.repeat(np.arange(len(shapes)), [len(shape.polygons) for shape in shapes]),
        area=np.array([_area(ring) for ring in outlines]),
        middle=np.array([middle(ring[:-1], np.ones(len(ring) - 1)) for ring in outlines]),
        outlines=outlines,
    )


def _area(ring: Floats) -> float:
    return max(abs(signed_area(equal_earth(ring))), LEAST_AREA)


def _largest(land: _Land) -> NDArray[np.int64]:
    """The number of each shape's largest polygon."""
    order = np.lexsort((-land.area, land.owner))
    _, first = np.unique(land.owner[order], return_index=True)
    largest: NDArray[np.int64] = order[first]
    return largest


def _kept(land: _Land) -> NDArray[np.bool_]:
    """Which polygons the view must hold: the bulk, and those that need little more room."""
    boxes = _boxes(land, middle(land.middle, land.area))
    whole = float(land.area.sum())
    group = _groups(boxes, near=NEAR * float(np.sqrt(whole)))
    kept = np.isin(group, _bulk(np.bincount(group, weights=land.area) / whole))
    for other in _by_distance(group, boxes, _around(boxes[kept])):
        with_it = kept | (group == other)
        room, more_room = (_room(_around(boxes[some])) for some in (kept, with_it))
        if more_room <= (1 + GROWTH) * room:
            kept = with_it
    return kept


def _bulk(shares: Floats) -> NDArray[np.int64]:
    """The mainland's group, or the largest groups of an archipelago."""
    largest_first = np.argsort(-shares, kind="stable")
    if shares[largest_first[0]] >= MAINLAND:
        return largest_first[:1]
    enough = int(np.searchsorted(np.cumsum(shares[largest_first]), NEARLY_ALL)) + 1
    return largest_first[:enough]


def _boxes(land: _Land, centre: tuple[float, float]) -> Floats:
    """The edges of each polygon on the plane, shape [polygons, 4]: left, bottom, right, top."""
    planes = (azimuthal(ring, centre=centre) for ring in land.outlines)
    return np.array([[*plane.min(axis=0), *plane.max(axis=0)] for plane in planes])


def _around(boxes: Floats) -> Floats:
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    more = np.maximum(LEAST_EXTENT - (high - low), 0.0) / 2
    return np.concatenate([low - more, high + more])


def _room(box: Floats) -> float:
    return float(np.prod(box[2:] - box[:2]))


def _apart(one: Floats, others: Floats) -> Floats:
    """How far boxes are from one box; 0 where they overlap."""
    gaps = np.maximum(others[:, :2] - one[2:], one[:2] - others[:, 2:])
    apart: Floats = np.linalg.norm(np.maximum(gaps, 0.0), axis=1)
    return apart


def _by_distance(group: NDArray[np.int64], boxes: Floats, from_here: Floats) -> NDArray[np.int64]:
    """The groups, nearest first: a far one may lie on the way of a nearer one, never before it."""
    edges = np.array([_around(boxes[group == one]) for one in range(int(group.max()) + 1)])
    return np.argsort(_apart(from_here, edges), kind="stable")


def _groups(boxes: Floats, *, near: float) -> NDArray[np.int64]:
    """A number from 0 for each polygon: the same where steps of at most `near` lead to another."""
    group = np.full(len(boxes), -1, dtype=np.int64)
    while (group < 0).any():
        number = group.max() + 1
        front = np.flatnonzero(group < 0)[:1]
        while len(front):
            group[front] = number
            close = np.any([_apart(boxes[one], boxes) <= near for one in front], axis=0)
            front = np.flatnonzero(close & (group < 0))
    return group
