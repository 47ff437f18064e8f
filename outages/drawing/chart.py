"""A chart of reports over time beside what is usual, and small lines without axes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from outages.drawing import paths, scales, ticks
from outages.drawing.scales import Scale

Floats = NDArray[np.float64]
# The start and the end of an incident in unix seconds; one that goes on has no end.
Span = tuple[float, float | None]
# Numbers of which some may be unknown: nan or None.
Counts = ArrayLike | Sequence[float | None]

# Pixels around the plot: for numbers at the left, for half a date ("26 Nov", 13 pixels high) at the
# right, for the numbers of incidents above, for hours below.
LEFT, RIGHT, TOP, BOTTOM = 44.0, 22.0, 24.0, 24.0
# A line of labels every so many pixels can be read without crowding.
PIXELS_A_TIME = 64.0
# The number of an incident takes so many pixels.
PIXELS_A_NUMBER = 18.0
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
    """An incident's span of time, as high as the plot, in pixels.

    `nth`: which of the given incidents it is, from 1; `middle`: where its number stands, None where
    an earlier one's takes the room.
    """

    x: float
    width: float
    nth: int
    middle: float | None


@dataclass(frozen=True)
class ChartDrawing:
    """Everything of a chart in pixels; `left`, `right`, `top` and `bottom` are the plot's edges.

    Paths are the text of an SVG path's `d`, empty where there is nothing to draw. `points` has one
    entry for each count given.
    """

    width: int
    height: int
    view_box: str
    scale: Scale
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

    @property
    def last(self) -> Point | None:
        """The point of the newest count."""
        return self.points[-1] if self.points else None


@dataclass(frozen=True)
class _Plot:
    """The scales of one chart."""

    width: int
    height: int
    start: float
    stop: float
    top: float
    scale: Scale

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
        share = self.scale.squeezed(count) / self.scale.squeezed(np.array([self.top]))
        heights: Floats = self.bottom - share * (self.bottom - TOP)
        return heights


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
    scale: Scale | None = None,
    label: Callable[[int, int], str] | None = None,
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
    scale : None: the least squeezed one on which the band of what is usual can be seen
    label : what a mark on the axis of time says, by unix seconds and the seconds between marks;
        None: in English

    Raises
    ------
    ValueError
        When lengths differ or times do not ascend.
    """
    times, series = _checked(at, (reports, expected, low, high))
    plot = _scales(times, series, width=width, height=height, now=now, scale=scale)
    gaps = _gaps(times)
    rows = [_pixels(plot, times, counts) for counts in series]
    counted, usual, lower, upper = (np.insert(row, gaps, np.nan, axis=0) for row in rows)
    return ChartDrawing(
        width=width,
        height=height,
        view_box=f"0 0 {width} {height}",
        scale=plot.scale,
        left=LEFT,
        right=plot.right,
        top=TOP,
        bottom=plot.bottom,
        reports_line=paths.line(counted),
        reports_area=_between(counted, np.column_stack([counted[:, 0], _base(plot, counted)])),
        expected_line=paths.line(usual),
        band=_between(upper, lower),
        incidents=_bars(plot, incidents),
        x_ticks=_x_ticks(plot, label or _in_english) if len(times) else (),
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
    times: Floats,
    series: Sequence[Floats],
    *,
    width: int,
    height: int,
    now: float | None,
    scale: Scale | None,
) -> _Plot:
    highest = max(float(np.nanmax(row, initial=LEAST_TOP)) for row in series)
    upper = series[-1][~np.isnan(series[-1])]
    usual = float(np.median(upper)) if len(upper) else 0.0
    chosen = scale or scales.fitting(highest=highest, usual=usual)
    start = float(times[0]) if len(times) else 0.0
    last = float(times[-1]) if len(times) else 0.0
    return _Plot(
        width=width,
        height=height,
        start=start,
        stop=last if now is None else max(last, now),
        top=scales.top_of(highest, scale=chosen),
        scale=chosen,
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
    bars: list[Bar] = []
    taken = -np.inf
    for nth, (start, end) in enumerate(incidents, start=1):
        if start > plot.stop or (end is not None and end < plot.start):
            continue
        x, width = _extent(plot, start, end)
        middle = x + width / 2
        has_room = middle - taken >= PIXELS_A_NUMBER
        bars.append(Bar(x=x, width=width, nth=nth, middle=round(middle, 1) if has_room else None))
        taken = middle if has_room else taken
    return tuple(bars)


def _extent(plot: _Plot, start: float, end: float | None) -> tuple[float, float]:
    """Where a bar begins and how wide it is, cut to the plot."""
    span = np.array([max(start, plot.start), plot.stop if end is None else min(end, plot.stop)])
    left, right = plot.x(span).tolist()
    width = max(right - left, NARROWEST)
    return round(min(left, plot.right - width), 1), round(width, 1)


def _x_ticks(plot: _Plot, label: Callable[[int, int], str]) -> tuple[XTick, ...]:
    most = max(int((plot.right - LEFT) / PIXELS_A_TIME), 1)
    step = ticks.time_step(plot.stop - plot.start, most=most)
    marks = ticks.times(plot.start, plot.stop, step=step)
    places = plot.x(np.array(marks, dtype=np.float64)).round(1).tolist()
    return tuple(
        XTick(x=x, label=label(at, step), at=at) for at, x in zip(marks, places, strict=True)
    )


def _in_english(at: int, step: int) -> str:
    return ticks.time_label(at, step=step)


def _y_ticks(plot: _Plot) -> tuple[YTick, ...]:
    marks = scales.marks(plot.top, scale=plot.scale)
    places = plot.y(np.array(marks, dtype=np.float64)).round(1).tolist()
    return tuple(
        YTick(y=y, label=ticks.number_label(value), value=value)
        for value, y in zip(marks, places, strict=True)
    )
