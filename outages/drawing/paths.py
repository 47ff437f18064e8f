"""Points as the text of an SVG path, short: relative steps in tenths of a pixel."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Screens show no more than a tenth of a pixel.
TENTHS = 10
# A lone point is drawn as a stub of so many pixels; without a length a line may not show at all.
STUB = 2.0
# Radius in pixels of the dot that stands for a place too small to draw.
DOT = 1.5
# Fewer corners enclose nothing.
FEWEST_CORNERS = 3


def line(points: Floats) -> str:
    """An open path through points [n, 2] in pixels; a point that isn't finite breaks it.

    Points that fall together after rounding are written once. Empty for no points.

    >>> line(np.array([[0.0, 10.0], [5.0, 9.5], [np.nan, 0.0], [8.0, 3.0]]))
    'M0 10l5-.5M7 3h2'
    """
    return "".join(_stretch(stretch) for stretch in stretches(points))


def loop(points: Floats) -> str:
    """A closed path around points [n, 2] in pixels, all finite; the last may repeat the first.

    Empty when fewer than three different points are left after rounding to tenths.

    >>> loop(np.array([[0.0, 0.0], [5.0, 0.0], [5.0, 5.0], [0.0, 0.0]]))
    'M0 0l5 0 0 5z'
    """
    tenths = _tenths(points)
    if len(tenths) and (tenths[0] == tenths[-1]).all():
        tenths = tenths[:-1]
    return _written(tenths) + "z" if len(np.unique(tenths, axis=0)) >= FEWEST_CORNERS else ""


def dot(x: float, y: float) -> str:
    """A small disc, for a place that would be too small to see."""
    there, across = _number(round((x - DOT) * TENTHS)), _number(round(2 * DOT * TENTHS))
    half = f"a{_number(round(DOT * TENTHS))} {_number(round(DOT * TENTHS))} 0 1 0"
    return f"M{there} {_number(round(y * TENTHS))}{half} {across} 0{half}-{across} 0z"


def stretches(points: Floats) -> Iterator[Floats]:
    """The runs of finite points between gaps, in order."""
    finite = np.isfinite(points).all(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], finite, [False]]).astype(np.int8)))
    for start, stop in edges.reshape(-1, 2):
        yield points[start:stop]


def _stretch(points: Floats) -> str:
    tenths = _tenths(points)
    if len(tenths) == 1:
        x, y = tenths[0]
        left = _number(int(x) - round(STUB * TENTHS / 2))
        return f"M{left} {_number(int(y))}h{_number(round(STUB * TENTHS))}"
    return _written(tenths)


def _tenths(points: Floats) -> NDArray[np.int64]:
    tenths = np.rint(points * TENTHS).astype(np.int64)
    moved = np.ones(len(tenths), dtype=np.bool_)
    moved[1:] = (tenths[1:] != tenths[:-1]).any(axis=1)
    return tenths[moved]


def _written(tenths: NDArray[np.int64]) -> str:
    start = f"M{_number(int(tenths[0, 0]))} {_number(int(tenths[0, 1]))}"
    steps = [_number(step) for step in np.diff(tenths, axis=0).ravel().tolist()]
    # A minus sign parts two numbers as well as a space does.
    return start + "l" + " ".join(steps).replace(" -", "-")


def _number(tenths: int) -> str:
    whole, tenth = divmod(abs(tenths), TENTHS)
    sign = "-" if tenths < 0 else ""
    if not tenth:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{tenth}"
