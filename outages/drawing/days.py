"""Days as cells: a week a column, Monday on top. A shape for each state, so that none is told by
its colour alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

# Pixels from one cell to the next, of a cell's square, and above for the names of months.
PITCH, SQUARE, ABOVE = 20.0, 15.0, 18.0
DAYS_A_WEEK = 7
# Names of months nearer than so many weeks would overlap.
WEEKS_A_NAME = 2
SMALL_DOT, RING = 3.0, 4.5


@dataclass(frozen=True)
class MonthName:
    """Where a month's name stands: pixels from the left."""

    x: float
    label: str


@dataclass(frozen=True)
class DaysDrawing:
    """`paths`: state → the text of an SVG path's `d` of all its days."""

    view_box: str
    width: float
    height: float
    paths: Mapping[str, str]
    months: tuple[MonthName, ...]


def draw_days(
    days: Sequence[tuple[datetime, str]],
    *,
    shapes: Mapping[str, str],
    month: Callable[[datetime], str],
) -> DaysDrawing:
    """Draw days in a row.

    Parameters
    ----------
    days : each with its state, ascending without gaps
    shapes : state → "square", "dot" or "ring"
    month : what a month is called, by a day of it

    Examples
    --------
    >>> from datetime import UTC, timedelta
    >>> start = datetime(2026, 11, 23, tzinfo=UTC)
    >>> days = [(start + timedelta(days=n), "down" if n == 7 else "fine") for n in range(8)]
    >>> drawn = draw_days(days, shapes={"down": "square", "fine": "dot"}, month=str)
    >>> drawn.paths["down"], drawn.view_box
    ('M22.5 20.5h15v15h-15z', '0 0 40 158')
    """
    first = days[0][0].weekday() if days else 0
    paths = dict.fromkeys(shapes, "")
    months: list[MonthName] = []
    for nth, (day, state) in enumerate(days, start=first):
        week, weekday = divmod(nth, DAYS_A_WEEK)
        x, y = week * PITCH, ABOVE + weekday * PITCH
        paths[state] += _DRAWN[shapes[state]](x + PITCH / 2, y + PITCH / 2)
        is_first = day.day == 1 or nth == first
        if is_first and (not months or x - months[-1].x >= WEEKS_A_NAME * PITCH):
            months.append(MonthName(x=x, label=month(day)))
    weeks = -(-(first + len(days)) // DAYS_A_WEEK)
    width, height = weeks * PITCH, ABOVE + DAYS_A_WEEK * PITCH
    return DaysDrawing(
        view_box=f"0 0 {width:g} {height:g}",
        width=width,
        height=height,
        paths=paths,
        months=tuple(months),
    )


def _square(x: float, y: float) -> str:
    half = SQUARE / 2
    return f"M{x - half:g} {y - half:g}h{SQUARE:g}v{SQUARE:g}h-{SQUARE:g}z"


def _round(x: float, y: float, radius: float) -> str:
    arc = f"a{radius:g} {radius:g} 0 1 0"
    return f"M{x - radius:g} {y:g}{arc} {2 * radius:g} 0{arc}-{2 * radius:g} 0z"


_DRAWN: Mapping[str, Callable[[float, float], str]] = {
    "square": _square,
    "dot": lambda x, y: _round(x, y, SMALL_DOT),
    "ring": lambda x, y: _round(x, y, RING),
}
