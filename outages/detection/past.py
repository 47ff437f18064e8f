"""The last hours as sums between the edges of windows: what was reported, what was expected."""

from dataclasses import dataclass, replace

import numpy as np

from outages.detection.baseline import Fit, bins_of, blend
from outages.detection.week import Floats, Ints

# The longest window, and the hour before it for the level of cold series; the level of the others
# needs 150 minutes.
RECENT_MINUTES = 180
WINDOWS = (5, 10, 15, 20, 30, 45, 60, 90, 120)
# The level is corrected by the reports of 150 to 30 minutes ago, in blocks of half an hour: a
# starting outage stays out of its own expectation for half an hour.
LAG_BLOCKS = ((150, 120), (120, 90), (90, 60), (60, 30))
# Minutes ago at which a window or a block begins or ends.
EDGES = tuple(
    sorted({0, RECENT_MINUTES, *WINDOWS, *(edge for block in LAG_BLOCKS for edge in block)})
)


@dataclass(frozen=True)
class Spans:
    """Sums of counts and bins of the fit, by which any span of the last hours is a subtraction.

    Series come last, so that what is done to all of them runs through memory in order; and what is
    said of one is the same to the last bit, whichever others there are.
    """

    sums: Ints  # [points, series]: reports before each point
    points: Ints  # [points]: columns at which spans begin or end, sorted
    usual: Floats  # [bins, series]
    drawn: Floats  # [columns + 1, bins]: what the minutes so far draw on each bin
    columns: Ints  # [judged]: column after the judged bucket
    step: int

    def of(self, rows: Ints) -> "Spans":
        """Those of some series."""
        return replace(self, sums=self.sums[:, rows], usual=self.usual[:, rows])

    def reports(self, spans: Ints) -> Ints:
        """Reports of spans [spans, 2], from so many to so many minutes ago (EDGES, or the step):
        [spans, judged, series]."""
        return self._before(spans[:, 1]) - self._before(spans[:, 0])

    def _before(self, ago: Ints) -> Ints:
        columns = self.columns - ago[:, None] // self.step
        return np.asarray(self.sums[np.searchsorted(self.points, columns)])

    def means(self, spans: Ints) -> Floats:
        """What the fit expects of such spans, [spans, judged, series]."""
        means = np.zeros((len(spans), len(self.columns), self.usual.shape[1]))
        for mean, (since, until) in zip(means, spans.tolist(), strict=True):
            self._add_means(mean, since, until)
        return means

    def _add_means(self, means: Floats, since: int, until: int) -> None:
        newer, older = (self.columns - edge // self.step for edge in (until, since))
        drawn = self.drawn[newer] - self.drawn[older]
        first = (drawn > 0).argmax(axis=1)
        judged = np.arange(len(drawn))
        for k in range(int((drawn > 0).sum(axis=1).max(initial=0))):
            # A span that draws on fewer bins than others draws nothing on those behind them.
            bins = np.minimum(first + k, len(self.usual) - 1)
            share = np.where(first + k < len(self.usual), drawn[judged, bins], 0.0)
            means += self.usual[bins] * share[:, None]


@dataclass(frozen=True)
class Past:
    """The last hours of all series, ending with the judged buckets."""

    spans: Spans
    counts: Ints  # [series, columns]
    columns: Ints  # [judged]: column after the judged bucket
    ends: Ints  # [judged]: minute after the judged bucket
    first: int  # minute of the first column
    step: int

    @classmethod
    def of(cls, counts: Ints, fit: Fit, minute: int, *, judged: int, step: int) -> "Past":
        columns = counts.shape[1]
        first = minute + 1 - columns * step
        first_bin, weights = blend(np.arange(first, minute + 1))
        last = np.arange(columns - judged, columns) + 1
        edges = np.array([edge // step for edge in EDGES] + [1])
        points = np.unique(last[:, None] - edges)
        spans = Spans(
            sums=_sums(counts, points),
            points=points,
            usual=np.ascontiguousarray(bins_of(fit, first_bin, weights.shape[1]).T),
            drawn=np.pad(weights.cumsum(axis=0), ((1, 0), (0, 0)))[::step],
            columns=last,
            step=step,
        )
        return cls(
            spans=spans,
            counts=counts,
            columns=last,
            ends=first + last * step,
            first=first,
            step=step,
        )

    def reports(self, since: int, until: int) -> Ints:
        """Of one span, [judged, series]."""
        return np.asarray(self.spans.reports(np.array([[since, until]]))[0])

    def counted(self, rows: Ints) -> Ints:
        """Running sums of some series, [rows, columns + 1]."""
        counted = np.zeros((len(rows), self.counts.shape[1] + 1), np.int64)
        np.cumsum(self.counts[rows], axis=1, out=counted[:, 1:])
        return counted


def _sums(counts: Ints, points: Ints) -> Ints:
    """Reports before each point, [points, series]: added up from edge to edge, each count once."""
    between = np.zeros((len(points), len(counts)), np.int64)
    if len(points) > 1 and counts.size:
        begin, end = int(points[0]), int(points[-1])
        steps = np.add.reduceat(counts[:, begin:end], points[:-1] - begin, axis=1)
        np.cumsum(steps.T, axis=0, out=between[1:])
    return between
