"""The last hours as running sums, so that the reports of any window are one subtraction."""

from dataclasses import dataclass

import numpy as np

from outages.detection.baseline import Fit, bins_of, blend
from outages.detection.week import Floats, Ints

# The longest window, and the hour before it for the level of cold series; the level of the others
# needs 150 minutes.
RECENT_MINUTES = 180


@dataclass(frozen=True)
class Past:
    """Running sums of counts and of what the fit expects, ending with the judged buckets."""

    counted: Ints  # [series, columns + 1]
    profile: Floats  # [series, bins]
    drawn: Floats  # [columns + 1, bins]: what the minutes so far draw on each bin
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
        counted = np.zeros((len(counts), columns + 1), np.int64)
        np.cumsum(counts, axis=1, out=counted[:, 1:])
        return cls(
            counted=counted,
            profile=bins_of(fit, first_bin, weights.shape[1]),
            drawn=np.pad(weights.cumsum(axis=0), ((1, 0), (0, 0)))[::step],
            columns=last,
            ends=first + last * step,
            first=first,
            step=step,
        )

    def reports(self, since: int, until: int) -> Ints:
        """Reports from `since` to `until` minutes ago, [series, judged]."""
        return self.reports_of(np.array([[since, until]]))[..., 0]

    def reports_of(self, spans: Ints) -> Ints:
        """Reports of spans [spans, 2] (since and until, minutes ago), [series, judged, spans]."""
        # Each edge once and column by column: a gather of all of them takes several times as long.
        edges = np.unique(spans).tolist()
        before = {edge: self.counted[:, self.columns - edge // self.step] for edge in edges}
        return np.stack([before[until] - before[since] for since, until in spans.tolist()], axis=-1)

    def means_of(self, spans: Ints) -> Floats:
        """What the fit expects of such spans, [series, judged, spans]."""
        older, newer = (self.columns[:, None] - edge // self.step for edge in spans.T)
        drawn = self.drawn[newer] - self.drawn[older]
        means = self.profile @ drawn.reshape(-1, drawn.shape[-1]).T
        return np.asarray(means.reshape(-1, *newer.shape), float)
