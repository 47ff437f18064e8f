"""The chart's edges: gaps, nothing, one point, a huge peak."""

from dataclasses import asdict
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from outages.drawing.chart import ChartDrawing, draw_chart, draw_sparkline
from outages.drawing.scales import Scale
from tests.outages.drawing.outlines import corners, extent

MIDNIGHT = 1_764_028_800  # 25 November 2025, 00:00 UTC
STEP = 300
NAN = float("nan")


def _chart(reports: list[float | None], **more: Any) -> ChartDrawing:
    n = len(reports)
    known: dict[str, Any] = {
        "at": [MIDNIGHT + STEP * place for place in range(n)],
        "reports": reports,
        "expected": [2.0] * n,
        "low": [0.0] * n,
        "high": [5.0] * n,
    }
    return draw_chart(**{**known, **more})


def test_zero_lies_on_the_base_and_the_highest_count_below_the_top() -> None:
    chart = _chart([0.0, 90.0, 0.0])
    ys = [point.y for point in chart.points]
    assert ys[0] == ys[2] == chart.bottom
    assert ys[1] is not None and chart.top <= ys[1] < chart.bottom / 3


def test_a_gap_is_never_drawn_as_zero() -> None:
    chart = _chart([3.0, 3.0, NAN, None, 3.0, 3.0])
    assert len(corners(chart.reports_line)) == 2
    assert extent(chart.reports_line)[3] < chart.bottom
    assert [point.y is None for point in chart.points] == [False, False, True, True, False, False]
    first, second = corners(chart.reports_area)
    assert first[:, 0].max() < second[:, 0].min()


def test_missing_times_break_the_line_as_well() -> None:
    at = [MIDNIGHT + STEP * place for place in (0, 1, 2, 10, 11, 12)]
    assert len(corners(_chart([3.0] * 6, at=at).reports_line)) == 2


def test_a_band_that_is_partly_unknown_is_drawn_where_it_is_known() -> None:
    chart = _chart([3.0] * 5, low=[NAN, NAN, 1, 1, 1], high=[NAN, 5, 5, 5, 5])
    (band,) = corners(chart.band)
    assert band[:, 0].min() == pytest.approx(chart.points[2].x, abs=0.1)
    unknown = _chart([3.0] * 3, expected=[None] * 3, low=[None] * 3, high=[None] * 3)
    assert unknown.band == unknown.expected_line == ""


def test_an_empty_chart_has_a_scale_and_nothing_else() -> None:
    chart = _chart([])
    assert chart.reports_line == chart.reports_area == chart.band == ""
    assert chart.points == chart.x_ticks == chart.incidents == ()
    assert [tick.label for tick in chart.y_ticks] == ["0", "1", "2", "3", "4"]


def test_one_count_is_a_mark_one_can_see() -> None:
    chart = _chart([3.0])
    left, _, right, _ = extent(chart.reports_line)
    assert right - left == pytest.approx(2)
    assert len(chart.points) == 1


def test_nothing_but_zeros_is_a_line_on_the_base() -> None:
    chart = _chart([0.0] * 4, expected=[0.0] * 4, low=[0.0] * 4, high=[0.0] * 4)
    assert extent(chart.reports_line)[1] == extent(chart.reports_line)[3] == chart.bottom
    assert chart.y_ticks[-1].value == 4


@pytest.mark.parametrize("peak", [1.0, 7.0, 99.0, 101.0, 12_345.0, 3e6, 1e9])
def test_the_scale_is_round_and_holds_the_peak(peak: float) -> None:
    ticks = _chart([0.0, peak], high=[0.0] * 2, low=[0.0] * 2, expected=[0.0] * 2).y_ticks
    values = [tick.value for tick in ticks]
    assert values[0] == 0
    assert values[-2] < max(peak, 4) <= values[-1]
    assert 3 <= len(values) <= 6
    step = values[1]
    assert str(step).rstrip("0") in {"1", "2", "5"}
    assert values == list(range(0, values[-1] + 1, step))
    assert all(len(tick.label) <= 5 for tick in ticks)


@pytest.mark.parametrize("peak", [30.0, 200.0, 4_000.0, 100_000.0, 3e6])
def test_the_band_of_what_is_usual_stays_visible_beside_any_peak(peak: float) -> None:
    chart = _chart([*([2.0] * 50), peak])
    _, top, _, bottom = extent(chart.band)
    assert bottom - top >= 0.1 * (chart.bottom - chart.top)
    heights = [chart.bottom - tick.y for tick in chart.y_ticks]
    assert heights == sorted(heights) and heights[0] == 0
    assert min(after - before for before, after in pairwise(heights)) >= 20
    assert chart.y_ticks[-1].value >= peak
    assert len(chart.y_ticks) >= 3


def test_an_even_scale_can_be_asked_for() -> None:
    assert _chart([2.0, 200.0]).scale is Scale.ROOT
    even = _chart([2.0, 200.0], scale=Scale.EVEN)
    assert even.points[0].y == pytest.approx(even.bottom - (even.bottom - even.top) / 100, abs=0.1)


def test_where_nothing_is_known_to_be_usual_the_scale_is_even() -> None:
    unknown: list[float | None] = [None] * 2
    chart = _chart([2.0, 9e4], expected=unknown, low=unknown, high=unknown)
    assert chart.scale is Scale.EVEN


def test_incidents_are_numbered_in_their_order_as_far_as_there_is_room() -> None:
    spans = [(MIDNIGHT + STEP * n, MIDNIGHT + STEP * n + 60) for n in (-9, 10, 11, 40)]
    bars = _chart([1.0] * 100, incidents=spans, width=360).incidents
    assert [(bar.nth, bar.middle is None) for bar in bars] == [(2, False), (3, True), (4, False)]


def test_infinite_counts_are_unknown() -> None:
    chart = _chart([1.0, float("inf"), 1.0])
    assert chart.points[1].y is None
    assert "inf" not in str(asdict(chart)) and "nan" not in str(asdict(chart))


def test_a_day_is_marked_in_hours_and_midnight_by_its_date() -> None:
    chart = _chart([1.0] * 289)
    labels = [tick.label for tick in chart.x_ticks]
    assert labels[:4] == ["25 Nov", "03:00", "06:00", "09:00"]
    assert labels[-2:] == ["21:00", "26 Nov"]
    assert chart.x_ticks[0].x == chart.left and chart.x_ticks[-1].x == chart.right
    assert chart.x_ticks[1].at == MIDNIGHT + 3 * 3600


def test_a_date_at_the_right_edge_is_not_cut_off() -> None:
    last = _chart([1.0] * 289, width=360).x_ticks[-1]
    assert last.label == "26 Nov"
    # Centred there, in letters 13 pixels high and at most 7 wide.
    assert last.x + 7 * len(last.label) / 2 <= 360


def test_a_week_is_marked_in_days() -> None:
    at = [MIDNIGHT + 3600 * hour for hour in range(24 * 7)]
    labels = [tick.label for tick in _chart([1.0] * len(at), at=at).x_ticks]
    assert labels[:3] == ["25 Nov", "26 Nov", "27 Nov"]
    assert len(labels) == 7


def test_the_chart_reaches_until_now_when_counts_are_late() -> None:
    chart = _chart([3.0] * 13, now=MIDNIGHT + 7200)
    assert extent(chart.reports_line)[2] == pytest.approx((chart.left + chart.right) / 2, abs=0.1)


def test_incidents_are_cut_to_the_chart() -> None:
    end = MIDNIGHT + 12 * STEP
    bars = _chart(
        [1.0] * 13,
        incidents=[
            (MIDNIGHT - 9000, MIDNIGHT - 8000),
            (MIDNIGHT - 900, MIDNIGHT + 6 * STEP),
            (MIDNIGHT + 9 * STEP, None),
            (end, end),
        ],
    ).incidents
    chart = _chart([1.0] * 13)
    assert len(bars) == 3
    assert bars[0].x == chart.left
    assert bars[0].width == pytest.approx((chart.right - chart.left) / 2)
    assert bars[1].x + bars[1].width == pytest.approx(chart.right)
    assert bars[2].width == 2 and bars[2].x + bars[2].width == pytest.approx(chart.right)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"low": [1.0]}, "one count for each time"),
        ({"at": [MIDNIGHT + 9, MIDNIGHT, MIDNIGHT + 99]}, "ascend"),
        ({"at": [MIDNIGHT, MIDNIGHT, MIDNIGHT + 99]}, "ascend"),
    ],
)
def test_series_that_do_not_fit_are_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        _chart([1.0, 2.0, 3.0], **wrong)


def test_a_chart_holds_what_it_draws_within_its_box() -> None:
    counts = np.random.default_rng(1).poisson(20, 288).tolist()
    chart = _chart(counts, width=320, height=160)
    left, top, right, bottom = extent(chart.reports_area).round(3)
    assert chart.left <= left and right <= chart.right <= 320
    assert chart.top <= top and bottom <= chart.bottom <= 160
    assert len(chart.points) == 288


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ([], ""),
        ([NAN, None], ""),
        ([0, 0], "M2 26l116 0"),
        ([3], "M1 2h2"),
        ([0, 5, 10], "M2 26l58-12 58-12"),
        ([1, NAN, 1, 1], "M1 2h2M79.3 2l38.7 0"),
    ],
)
def test_a_sparkline_rises_from_zero_and_breaks_at_gaps(
    values: list[float | None], path: str
) -> None:
    assert draw_sparkline(values) == path
