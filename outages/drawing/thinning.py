"""Fewer corners where nobody would see them: outlines at the size at which they are drawn."""

import heapq
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# A ring needs three corners, and its first again.
LEAST_RING = 4


def thinner(to_pixels: Callable[[Floats], Floats], *, least: float) -> Callable[[Floats], Floats]:
    """What leaves out points of an arc (degrees, [points, 2]) that make a triangle of fewer than
    `least` square pixels with those beside them. Ends stay, so that neighbours still meet.

    Source: Visvalingam and Whyatt, "Line generalisation by repeated elimination of points", The
    Cartographic Journal 30 (1993).
    """

    def thin(arc: Floats) -> Floats:
        return arc[_kept(to_pixels(arc), least)]

    return thin


def _kept(points: Floats, least: float) -> Bools:
    """bool [points]: which ones stay."""
    number = len(points)
    kept = np.ones(number, dtype=np.bool_)
    is_ring = bool((points[0] == points[-1]).all())
    fewest = LEAST_RING if is_ring else 2
    before, after = list(range(-1, number - 1)), list(range(1, number + 1))
    corners = points.tolist()

    def area(at: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = (corners[i] for i in (before[at], at, after[at]))
        return float(abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2)

    areas = [np.inf, *(area(at) for at in range(1, number - 1)), np.inf]
    heap = [(areas[at], at) for at in range(1, number - 1)]
    heapq.heapify(heap)
    left = number
    while heap and left > fewest:
        size, at = heapq.heappop(heap)
        if size >= least:
            break
        if not kept[at] or size != areas[at]:
            continue
        kept[at] = False
        left -= 1
        one, other = before[at], after[at]
        after[one], before[other] = other, one
        for beside in (one, other):
            if 0 < beside < number - 1:
                # Never smaller than what went before it: else a bay goes corner by corner.
                areas[beside] = max(area(beside), size)
                heapq.heappush(heap, (areas[beside], beside))
    return kept
