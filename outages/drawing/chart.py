"""A chart of reports over time beside what is usual, and small lines without axes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from outages.drawing import paths, ticks

Floats = NDArray[np.float64]
# The start and the end of an incident in unix seconds; one that goes on has no end.
Span = tuple[float, float | None]
# Numbers of which some may be unknown: nan or None.
Counts = ArrayLike | Sequence[float | None]

# Pixels around the plot: for numbers at the left, for half a date ("26 Nov", 13 pixels high) at the
# right, for half a letter above, for hours below.
LEFT, RIGHT, TOP, BOTTOM = 44.0, 22.0, 10.0, 24.0
# A line of labels every so many pixels can be read without crowding.
PIXELS_A_TIME = 80.0
# The scale of counts has at most so many parts.
PARTS = 5
# A scale shows at least so many reports: a single one must not look like a peak.
LEAST_TOP = 4.0
# A step this much longer than usual means that times are missing, not that they are sparse.
MISSING_AFTER = 2.5
# A short incident stays visible.
NARROWEST = 2.0
# A sparkline's room above and below, for half its stroke.
SPARK_MARGIN = 2.0


@dataclass(frozen=True)
class XTick:
    """A mark on the axis of time: pixels from the left, its text, unix seconds."""

    x: float
    label: str
    at: int


@dataclass(frozen=True)
class YTick:
    """A mark on the axis of counts: pixels from the top, its text, the count."""

    y: float
    label: str
    value: int


@dataclass(frozen=True)
class Point:
    """Where one count is drawn in pixels; y is None where there is none."""

    x: float
    y: float | None


@dataclass(frozen=True)
class Bar:
    """A span of time as high as the plot, in pixels."""

    x: float
    width: float


@dataclass(frozen=True)
class ChartDrawing:
    """Everything of a chart in pixels; `left`, `right`, `top` and `bottom` are the plot's edges.

    Paths are the text of an SVG path's `d`, empty where there is nothing to draw. `points` has one
    entry for each count given.
    """

    width: int
    height: int
    view_box: str
    left: float
    right: float
    top: float
    bottom: float
    reports_line: str
    reports_area: str
    expected_line: str
    band: str
    incidents: tuple[Bar, ...]
    x_ticks: tuple[XTick, ...]
    y_ticks: tuple[YTick, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True)
class _Plot:
    """The scales of one chart."""

    width: int
    height: int
    start: float
    stop: float
    top: float

    @property
    def right(self) -> float:
        return self.width - RIGHT

    @property
    def bottom(self) -> float:
        return self.height - BOTTOM

    def x(self, at: Floats) -> Floats:
        share = (at - self.start) / max(self.stop - self.start, 1.0)
        return LEFT + share * (self.right - LEFT)

    def y(self, count: Floats) -> Floats:
        return self.bottom - count / self.top * (self.bottom - TOP)


def draw_chart(
    *,
    at: Sequence[float],
    reports: Counts,
    expected: Counts,
    low: Counts,
    high: Counts,
    incidents: Sequence[Span] = (),
    width: int = 720,
    height: int = 240,
    now: float | None = None,
) -> ChartDrawing:
    """Draw counts over time.

    Parameters
    ----------
    at : unix seconds, ascending, one a count
    reports, expected, low, high : counts, as long as `at`
        nan (or None) where nothing is known: lines and areas stop there and begin anew. They stop
        as well where times are missing from `at`.
    incidents : spans in unix seconds, cut to what the chart shows
    now : unix seconds; the chart reaches until here when the last count is older

    Raises
    ------
    ValueError
        When lengths differ or times do not ascend.
    """
    times, series = _checked(at, (reports, expected, low, high))
    plot = _scales(times, series, width=width, height=height, now=now)
    gaps = _gaps(times)
    rows = [_pixels(plot, times, counts) for counts in series]
    counted, usual, lower, upper = (np.insert(row, gaps, np.nan, axis=0) for row in rows)
    return ChartDrawing(
        width=width,
        height=height,
        view_box=f"0 0 {width} {height}",
        left=LEFT,
        right=plot.right,
        top=TOP,
        bottom=plot.bottom,
        reports_line=paths.line(counted),
        reports_area=_between(counted, np.column_stack([counted[:, 0], _base(plot, counted)])),
        expected_line=paths.line(usual),
        band=_between(upper, lower),
        incidents=_bars(plot, incidents),
        x_ticks=_x_ticks(plot) if len(times) else (),
        y_ticks=_y_ticks(plot),
        points=tuple(
            Point(x=x, y=None if np.isnan(y) else y) for x, y in rows[0].round(1).tolist()
        ),
    )


def draw_sparkline(values: Counts, *, width: int = 120, height: int = 28) -> str:
    """Counts at equal steps as one line from zero up, without axes; nan breaks it.

    The text of an SVG path's `d` in a box of `width` by `height` pixels, empty for no values.
    """
    counts = _finite(values)
    if np.isnan(counts).all():
        return ""
    top = max(float(np.nanmax(counts)), 1.0)
    x = np.linspace(SPARK_MARGIN, width - SPARK_MARGIN, len(counts))
    y = height - SPARK_MARGIN - counts / top * (height - 2 * SPARK_MARGIN)
    return paths.line(np.column_stack([x, y]))


def _checked(at: Sequence[float], series: Sequence[Counts]) -> tuple[Floats, list[Floats]]:
    times = np.asarray(at, dtype=np.float64)
    rows = [_finite(counts) for counts in series]
    if any(len(row) != len(times) for row in rows):
        raise ValueError("Every series needs one count for each time")
    if (np.diff(times) <= 0).any():
        raise ValueError("Times must ascend")
    return times, rows


def _finite(values: Counts) -> Floats:
    counts = np.atleast_1d(np.asarray(values, dtype=np.float64))
    return np.where(np.isfinite(counts), counts, np.nan)


def _scales(
    times: Floats, series: Sequence[Floats], *, width: int, height: int, now: float | None
) -> _Plot:
    known = np.concatenate(series)
    highest = float(np.nanmax(known, initial=LEAST_TOP)) if len(known) else LEAST_TOP
    step = ticks.nice_step(highest, about=PARTS)
    start = float(times[0]) if len(times) else 0.0
    last = float(times[-1]) if len(times) else 0.0
    return _Plot(
        width=width,
        height=height,
        start=start,
        stop=last if now is None else max(last, now),
        top=float(np.ceil(highest / step) * step),
    )


def _pixels(plot: _Plot, times: Floats, counts: Floats) -> Floats:
    return np.column_stack([plot.x(times), plot.y(counts)])


def _gaps(times: Floats) -> NDArray[np.int64]:
    """The places of the counts before which times are missing."""
    steps = np.diff(times)
    if not len(steps):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(steps > MISSING_AFTER * np.median(steps)) + 1


def _base(plot: _Plot, points: Floats) -> Floats:
    return np.where(np.isnan(points[:, 1]), np.nan, plot.bottom)


def _between(upper: Floats, lower: Floats) -> str:
    """The area between two lines over the same times, where both are known."""
    both = np.column_stack([upper, lower])
    return "".join(
        paths.loop(np.concatenate([run[:, :2], run[::-1, 2:]])) for run in paths.stretches(both)
    )


def _bars(plot: _Plot, incidents: Sequence[Span]) -> tuple[Bar, ...]:
    return tuple(
        _bar(plot, max(start, plot.start), plot.stop if end is None else min(end, plot.stop))
        for start, end in incidents
        if start <= plot.stop and (end is None or end >= plot.start)
    )


def _bar(plot: _Plot, start: float, end: float) -> Bar:
    left, right = plot.x(np.array([start, end])).tolist()
    width = max(right - left, NARROWEST)
    return Bar(x=round(min(left, plot.right - width), 1), width=round(width, 1))


def _x_ticks(plot: _Plot) -> tuple[XTick, ...]:
    most = max(int((plot.right - LEFT) / PIXELS_A_TIME), 1)
    step = ticks.time_step(plot.stop - plot.start, most=most)
    marks = ticks.times(plot.start, plot.stop, step=step)
    places = plot.x(np.array(marks, dtype=np.float64)).round(1).tolist()
    return tuple(
        XTick(x=x, label=ticks.time_label(at, step=step), at=at)
        for at, x in zip(marks, places, strict=True)
    )


def _y_ticks(plot: _Plot) -> tuple[YTick, ...]:
    marks = np.arange(0, plot.top + 1, ticks.nice_step(plot.top, about=PARTS))
    places = plot.y(marks).round(1).tolist()
    return tuple(
        YTick(y=y, label=ticks.number_label(int(value)), value=int(value))
        for value, y in zip(marks.tolist(), places, strict=True)
    )
