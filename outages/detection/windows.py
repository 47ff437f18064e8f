"""Windows of series at a minute: what was seen, what was expected, and where it stands out."""

from dataclasses import dataclass

import numpy as np

from outages.detection.baseline import COLD_DAYS, Fit
from outages.detection.cold import COLD_RELVAR, cold_level, surges
from outages.detection.past import WINDOWS, Past
from outages.detection.surprise import surprise
from outages.detection.week import Bools, Floats, Ints

# The tail is computed from two deviations above the expectation on; a severity of CLOSE_BELOW, the
# least that anything is decided on, takes more under any relative variance.
TAIL_DEVIATIONS = 2.0
# A region may be part of a set from one deviation on.
RAISED_DEVIATIONS = 1.0
# So many reporters in a short window are enough to keep an incident open: a small service in an
# outage may well have four in half an hour where a tenth of one is usual.
FEWEST_TO_STAY = 3


@dataclass(frozen=True)
class Seen:
    """Windows of series, [windows, judged, series].

    raised: where a count stands out by RAISED_DEVIATIONS (few places, as a rule); far: of these,
    where it does by TAIL_DEVIATIONS.
    """

    observed: Ints
    means: Floats
    relvar: Floats
    raised: Bools
    far: Bools

    def severity(self) -> Floats:
        """Severity where a count is far off; the tail is only computed there."""
        at = np.flatnonzero(self.far)
        severity = np.zeros(self.far.shape)
        severity.flat[at] = surprise(
            self.observed.flat[at], self.means.flat[at], self.relvar.flat[at]
        )
        return severity


@dataclass(frozen=True)
class Scene:
    """What windows are looked at with: `start`, `parent` [series] and `ratio` [judged, series] as
    in scan.py; `places` and `surge` as in `scan.sweep`."""

    past: Past
    fit: Fit
    start: Ints
    parent: Ints
    ratio: Floats
    places: Ints | None
    surge: Floats | None

    @property
    def cold(self) -> Bools:
        return np.asarray(self.fit.days < COLD_DAYS)

    def look(self, rows: Ints, windows: tuple[int, ...]) -> Seen:
        """These windows of these rows. Where the surge is not given and a row has no baseline, it
        is judged by what all others do: then `rows` must be all."""
        past = self.past
        spans = past.spans if len(rows) == len(self.fit) else past.spans.of(rows)
        ratio, start = self.ratio[:, rows], self.start[rows]
        observed = spans.reports(_spans(windows))
        means = spans.means(_spans(windows)) * ratio
        relvar = self._relvar(rows, windows)
        usable = past.ends[:, None] - np.reshape(windows, (-1, 1, 1)) >= start
        cold = np.flatnonzero(self.cold[rows])
        if cold.size:
            level = cold_level(self.past, self.fit, rows[cold], start[cold], np.array(windows))
            means[..., cold] = level.means.T
            surge = self._surge(rows[cold], observed, means, windows)
            means[..., cold] *= surge
            relvar[..., cold] = COLD_RELVAR + surge / level.evidence.T
            usable[..., cold] &= level.known.T
        return _seen(observed, means, relvar, usable)

    def surge_of_cold(self) -> Floats:
        """By how much everybody has more reports than expected, [windows, judged, cold rows]."""
        rows = np.arange(len(self.fit))
        observed = self.past.spans.reports(_spans(WINDOWS))
        means = self.past.spans.means(_spans(WINDOWS)) * self.ratio
        cold = np.flatnonzero(self.cold)
        level = cold_level(self.past, self.fit, cold, self.start[cold], np.array(WINDOWS))
        means[..., cold] = level.means.T
        return self._surge(rows[cold], observed, means, WINDOWS)

    def _relvar(self, rows: Ints, windows: tuple[int, ...]) -> Floats:
        youth = self.fit.youth_at(self.past.ends - 1).T[:, rows]
        relvar = np.empty((len(windows), *youth.shape))
        for of_window, window in zip(relvar, windows, strict=True):
            np.add(self.fit.relvar_over(window)[rows], youth, out=of_window)
        return relvar

    def _surge(self, rows: Ints, observed: Ints, means: Floats, windows: tuple[int, ...]) -> Floats:
        if self.surge is not None:
            at = [WINDOWS.index(window) for window in windows]
            return self.surge[rows][:, None, at].T
        told = surges(self.past, observed.T, means.T, self.parent, rows, places=self.places)
        return told.T


def _spans(windows: tuple[int, ...]) -> Ints:
    return np.stack([windows, np.zeros(len(windows), np.int64)], axis=1)


def _seen(observed: Ints, means: Floats, relvar: Floats, usable: Bools) -> Seen:
    excess = observed - means
    variance = means + relvar * means**2
    square = np.square(excess)
    raised = usable & (observed >= FEWEST_TO_STAY) & (excess > 0)
    raised &= square > RAISED_DEVIATIONS**2 * variance
    return Seen(
        observed=observed,
        means=means,
        relvar=relvar,
        raised=raised,
        far=raised & (square > TAIL_DEVIATIONS**2 * variance),
    )
