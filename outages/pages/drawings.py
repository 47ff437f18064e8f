"""Charts for pages: the board's numbers, brought into the form that drawing takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from outages import cldr
from outages.drawing import ticks
from outages.drawing.chart import ChartDrawing, draw_chart
from outages.drawing.days import DaysDrawing, draw_days
from outages.drawing.scales import Scale

# One chart for wide and one for narrow windows: scaled down, the numbers of a single one could not
# be read on a phone.
WIDE, NARROW = (800, 236), (360, 236)


@dataclass(frozen=True)
class ChartView:
    """A chart in both sizes, and its numbers for the readout.

    `start` and `step` in seconds; `scale`: see Scale; `squeezes`: whether the scale would be
    squeezed if none were chosen; `peak`: the point with the most reports, None where there is none.
    """

    wide: ChartDrawing
    narrow: ChartDrawing
    start: int
    step: int
    reports: str
    expected: str
    scale: str
    squeezes: bool
    peak: Mapping[str, Any] | None


def chart(series: Mapping[str, Any], *, even: bool = False) -> ChartView:
    """Counts of a service with its incidents; `even`: not squeezed, whatever the peak hides."""
    points = series["points"]
    scale = drawn(series, size=NARROW).scale
    shown = Scale.EVEN if even else scale
    wide, narrow = (drawn(series, size=size, scale=shown) for size in (WIDE, NARROW))
    counted = [point for point in points if point["reports"]]
    return ChartView(
        wide=wide,
        narrow=narrow,
        start=int(points[0]["at"].timestamp()) if points else 0,
        step=60 * series["step_minutes"],
        reports=_listed([point["reports"] for point in points]),
        expected=_listed([point["expected"] for point in points]),
        scale=wide.scale.value,
        squeezes=scale is not Scale.EVEN,
        peak=max(counted, key=lambda point: point["reports"], default=None),
    )


def drawn(
    series: Mapping[str, Any], *, size: tuple[int, int], scale: Scale | None = None
) -> ChartDrawing:
    """A chart in pixels, `size` wide and high. A count stands in the middle of its step."""
    points, step = series["points"], 60 * series["step_minutes"]
    at = [point["at"].timestamp() for point in points]
    columns: dict[str, Any] = {
        name: [point[name] for point in points] for name in ("reports", "expected", "low", "high")
    }
    spans = [
        (span["started_at"].timestamp(), _timestamp(span["resolved_at"]))
        for span in series["incidents"]
    ]
    return draw_chart(
        at=[start + step / 2 for start in at],
        now=at[-1] + step if at else None,
        **columns,
        incidents=spans,
        width=size[0],
        height=size[1],
        label=_time,
        scale=scale,
    )


def days(past: Sequence[Mapping[str, Any]]) -> DaysDrawing:
    """Days of a service's history."""
    return draw_days(
        [(day["day"], day["state"]) for day in past],
        shapes={"incident": "square", "none": "dot", "no_data": "ring"},
        month=cldr.month_alone,
    )


def _time(at: int, step: int) -> str:
    """What a mark on the axis of time says, in UTC: the day where one begins, else the hour."""
    moment = datetime.fromtimestamp(at, UTC)
    is_day = at % ticks.DAY == 0 or step >= ticks.DAY
    return cldr.day(moment, year=False, short=True) if is_day else cldr.hours(moment)


def _timestamp(at: datetime | None) -> float | None:
    return None if at is None else at.timestamp()


def _listed(numbers: Sequence[float | None]) -> str:
    return ",".join("" if number is None else f"{number:g}" for number in numbers)
