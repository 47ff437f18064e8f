"""Rings cut at the edges of a box."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
# Left, top, right, bottom.
Box = tuple[float, float, float, float]


def clip(ring: Floats, box: Box) -> Floats:
    """What lies within a box of a closed ring [points, 2], closed again; [0, 2] where nothing does.

    Where the ring leaves the box it goes on along the edge (Sutherland and Hodgman, "Reentrant
    polygon clipping", Communications of the ACM 17, 1974).

    >>> square = np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0], [0.0, 0.0]])
    >>> clip(square, (2.0, -1.0, 9.0, 9.0)).tolist()
    [[2.0, 0.0], [4.0, 0.0], [4.0, 4.0], [2.0, 4.0], [2.0, 0.0]]
    """
    left, top, right, bottom = box
    points = ring[:-1]
    for axis, edge, sign in ((0, left, 1), (1, top, 1), (0, right, -1), (1, bottom, -1)):
        if not len(points):
            break
        points = _cut(points, axis, edge, sign)
    return np.concatenate([points, points[:1]])


def _cut(points: Floats, axis: int, edge: float, sign: int) -> Floats:
    """What lies on one side of an edge."""
    inward = sign * (points[:, axis] - edge)
    inside = inward >= 0
    if inside.all():
        return points
    before, was_inside = np.roll(points, 1, axis=0), np.roll(inside, 1)
    found: list[Floats] = []
    for nth in np.flatnonzero(inside | was_inside):
        if inside[nth] != was_inside[nth]:
            share = (edge - before[nth, axis]) / (points[nth, axis] - before[nth, axis])
            found.append(before[nth] + share * (points[nth] - before[nth]))
        if inside[nth]:
            found.append(points[nth])
    return np.array(found).reshape(-1, 2)
