"""How surprising the last minutes are: windows of 5 to 120 minutes over all series at once."""

from dataclasses import dataclass, fields
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from outages.detection.baseline import COLD_DAYS, Fit
from outages.detection.cold import COLD_RELVAR, cold_level, surges
from outages.detection.dispersion import usual_ratio
from outages.detection.past import RECENT_MINUTES, Past
from outages.detection.subset import best_sets
from outages.detection.surprise import FEWEST_REPORTERS, surprise, z_of
from outages.detection.week import DAY_MINUTES, Bools, Floats, Ints, day_type

__all__ = ["RECENT_MINUTES", "SHORT_WINDOW", "WINDOWS", "Judgement", "judge", "sweep"]

Number = TypeVar("Number", bound=np.generic)

WINDOWS = (5, 10, 15, 20, 30, 45, 60, 90, 120)
# Windows up to here decide on calm; longer ones stay raised for hours after the last report.
SHORT_WINDOW = 30
# The tail is computed from two deviations above the expectation on; a severity of CLOSE_BELOW, the
# least that anything is decided on, takes more under any relative variance.
TAIL_DEVIATIONS = 2.0
# A region may be part of a set from one deviation on.
RAISED_DEVIATIONS = 1.0
# So many reporters in a short window are enough to keep an incident open: a small service in an
# outage may well have four in half an hour where a tenth of one is usual.
FEWEST_TO_STAY = 3
# The level is corrected by the reports of 150 to 30 minutes ago, in blocks of half an hour: a
# starting outage stays out of its own expectation for half an hour.
LAG_BLOCKS = np.array([[150, 120], [120, 90], [90, 60], [60, 30]])


@dataclass(frozen=True)
class Judgement:
    """What the last minutes say, one entry per series (and, from `sweep`, per bucket).

    severity: -log10 of the tail of the most surprising window, times the fit's trust, less the
    charge; 0 with fewer than
    5 reporters in it. short_severity: the same over windows <= 30 minutes, from 3 reporters on.
    window: the most surprising one, in minutes (30 where nothing is surprising), and of that
    window: observed and expected reporters, relvar, onset (its first minute). z: of severity.
    ratio: by which the fit's level was corrected. fresh: the last minute brought a report. Without
    a fresh report nothing may open: silence cannot be the news, and a replay may then skip silent
    minutes. in_set: of a total, that some of its regions together are more surprising than all of
    them, and that the numbers above (but `ratio`) are theirs; of a region, that it is one of those.
    """

    severity: Floats
    short_severity: Floats
    window: Ints
    observed: Ints
    expected: Floats
    relvar: Floats
    z: Floats
    ratio: Floats
    onset: Ints
    fresh: Bools
    in_set: Bools


def judge(
    recent: ArrayLike,
    fit: Fit,
    minute: int,
    *,
    charge: ArrayLike = 0.0,
    parents: ArrayLike | None = None,
    leaves: ArrayLike | None = None,
    observed_from: ArrayLike | None = None,
) -> Judgement:
    """Judge one complete minute of all series.

    Parameters
    ----------
    recent : int [series, 180]
        First reporters per minute; the last column is `minute`.
    fit : Fit
        Rows aligned with `recent`.
    minute : int
        Minutes since 1970-01-01 UTC.
    charge : float [series]
        Taken off the severity: log10(number of regions) for region rows, 0 for totals (Bonferroni).
    parents : int [series], optional
        Row of a region's service total, whose level few reports of the region lean on; -1: none.
    leaves : bool [series], optional
        Regions with a parent, none within another: a total may stand for the best set of them.
        Default: none.
    observed_from : int [series], optional
        First minute at which the series was watched: no window reaches back before it. Default:
        all of `recent` was watched.

    Returns
    -------
    Judgement
        Arrays [series]; empty for no series.

    Examples
    --------
    >>> recent = np.zeros((2, 180), int)
    >>> recent[1, -4:] = 15
    >>> said = judge(recent, Fit.cold(2), minute=29_000_000)
    >>> said.severity.round(1).tolist(), said.window.tolist(), said.observed.tolist()
    ([0.0, 75.4], [30, 5], [0, 60])
    """
    one = sweep(
        recent,
        fit,
        minute,
        judged=1,
        charge=charge,
        parents=parents,
        leaves=leaves,
        observed_from=observed_from,
    )
    return Judgement(**{field.name: getattr(one, field.name)[:, 0] for field in fields(one)})


def sweep(
    counts: ArrayLike,
    fit: Fit,
    minute: int,
    *,
    judged: int,
    step: int = 1,
    charge: ArrayLike = 0.0,
    parents: ArrayLike | None = None,
    leaves: ArrayLike | None = None,
    observed_from: ArrayLike | None = None,
) -> Judgement:
    """Judge the last `judged` buckets of `step` minutes, each knowing only what came before it.

    The same as `judge` bucket by bucket, for replays of history. `counts` is
    [series, RECENT_MINUTES / step + judged - 1] and ends with `minute`; `step` divides 5. Arrays
    come back as [series, judged]. One fit serves all: sweep at most a day at a time.
    """
    past = Past.of(np.asarray(counts, np.int64), fit, minute, judged=judged, step=step)
    watched_from = past.first if observed_from is None else observed_from
    start = np.broadcast_to(np.maximum(watched_from, past.first), len(fit))
    parent = np.full(len(fit), -1) if parents is None else np.asarray(parents, np.int64)
    ratio = _ratio(past, start, parent)
    seen = _seen(past, fit, start, parent, ratio)
    ratio[fit.days < COLD_DAYS] = 1.0
    raised = seen.raised()
    severity = _severity(seen, raised) * fit.trust[:, None, None]
    severity = np.maximum(severity - np.reshape(charge, (-1, 1, 1)), 0.0)
    is_leaf = np.zeros(len(fit), bool) if leaves is None else np.asarray(leaves) & (parent >= 0)
    raised &= is_leaf[:, None, None]
    part = np.zeros(severity.shape, bool)
    if raised.any():
        active = _active(past, np.flatnonzero(is_leaf), parent)
        part = _with_sets(seen, severity, fit.trust, raised=raised, parent=parent, active=active)
    return _strongest(past, seen, severity, ratio=ratio, part=part, parent=parent)


@dataclass(frozen=True)
class _Seen:
    """Every window of every series, [series, judged, windows]."""

    observed: Ints
    means: Floats
    relvar: Floats
    usable: Bools

    def raised(self) -> Bools:
        """Where a count stands out by RAISED_DEVIATIONS: few places, as a rule."""
        raised = self.usable & (self.observed >= FEWEST_TO_STAY) & (self.observed > self.means)
        raised[raised] = self.stands_out(raised, RAISED_DEVIATIONS)
        return raised

    def stands_out(self, where: Bools, deviations: float) -> Bools:
        """Which of these places are more than so many deviations off."""
        mean, relvar = self.means[where], self.relvar[where]
        variance = mean + relvar * mean**2
        return np.asarray((self.observed[where] - mean) ** 2 > deviations**2 * variance)


def _seen(past: Past, fit: Fit, start: Ints, parent: Ints, ratio: Floats) -> _Seen:
    windows = np.asarray(WINDOWS)
    spans = np.stack([windows, np.zeros_like(windows)], axis=1)
    observed = past.reports_of(spans)
    means = past.means_of(spans) * ratio[..., None]
    relvar = _relative_variance(fit, past)
    usable = past.ends[:, None] - windows >= start[:, None, None]
    cold = np.flatnonzero(fit.days < COLD_DAYS)
    if cold.size:
        level = cold_level(past, fit, cold, start[cold], windows)
        means[cold] = level.means
        surge = surges(past, observed, means, parent, cold)
        means[cold] *= surge
        relvar[cold] = COLD_RELVAR + surge / level.evidence
        usable[cold] &= level.known
    return _Seen(observed=observed, means=means, relvar=relvar, usable=usable)


def _active(past: Past, leaves: Ints, parent: Ints) -> Ints:
    """How many regions of each total reported lately, [series, judged]."""
    active = np.zeros((len(parent), len(past.ends)), np.int64)
    np.add.at(active, parent[leaves], past.reports(RECENT_MINUTES, 0)[leaves] > 0)
    return active


def _with_sets(
    seen: _Seen, severity: Floats, trust: Floats, *, raised: Bools, parent: Ints, active: Ints
) -> Bools:
    """Let totals stand for sets of their raised regions where these are more surprising: puts the
    sets' numbers in the totals' places. Gives who is part of one, [series, judged, windows]."""
    sets = best_sets(
        seen.observed, seen.means, seen.relvar, raised=raised, parents=parent, active=active
    )
    told = sets.severity * trust[sets.at[0]]
    wins = told > severity[sets.at]
    at = tuple(places[wins] for places in sets.at)
    severity[at] = told[wins]
    seen.observed[at], seen.means[at] = sets.observed[wins], sets.expected[wins]
    seen.relvar[at] = sets.relvar[wins]
    part = np.zeros(severity.shape, bool)
    part[at] = True
    part[tuple(places[wins[sets.of_set]] for places in sets.members)] = True
    return part


def _ratio(past: Past, start: Ints, parent: Ints) -> Floats:
    """Level against the fit, [series, judged]; blocks that were not watched say nothing."""
    watched = past.ends[:, None] - LAG_BLOCKS[:, 0] >= start[:, None, None]
    counts = past.reports_of(LAG_BLOCKS) * watched.astype(float)
    means = past.means_of(LAG_BLOCKS) * watched
    ratio = np.empty(counts.shape[:2])
    total, has_one = np.flatnonzero(parent < 0), np.flatnonzero(parent >= 0)
    ratio[total] = usual_ratio(counts[total], means[total])
    ratio[has_one] = usual_ratio(counts[has_one], means[has_one], ratio[parent[has_one]])
    return ratio


def _relative_variance(fit: Fit, past: Past) -> Floats:
    """[series, judged, windows]"""
    kinds = day_type((past.ends - 1) // DAY_MINUTES)
    return np.asarray(fit.relvar_over(WINDOWS)[:, None, :] + fit.youth[:, kinds][..., None], float)


def _severity(seen: _Seen, raised: Bools) -> Floats:
    """Severity where a count stands out at all; the tail is only computed there."""
    far = raised.copy()
    far[raised] = seen.stands_out(raised, TAIL_DEVIATIONS)
    severity = np.zeros(raised.shape)
    severity[far] = surprise(seen.observed[far], seen.means[far], seen.relvar[far])
    return severity


def _pick(values: NDArray[Number], best: Ints) -> NDArray[Number]:
    return np.take_along_axis(values, best[..., None], axis=-1)[..., 0]


def _strongest(
    past: Past, seen: _Seen, severity: Floats, *, ratio: Floats, part: Bools, parent: Ints
) -> Judgement:
    opening = np.where(seen.observed >= FEWEST_REPORTERS, severity, 0.0)
    best = opening.argmax(axis=-1)
    strongest = opening.max(axis=-1)
    best[strongest == 0] = WINDOWS.index(SHORT_WINDOW)
    # A region is asked about its service's window, which need not be its own.
    asked = np.where(parent[:, None] >= 0, best[parent], best)
    z = np.zeros(strongest.shape)
    z[strongest > 0] = z_of(strongest[strongest > 0])
    window = np.asarray(WINDOWS)[best]
    short = sum(1 for w in WINDOWS if w <= SHORT_WINDOW)
    return Judgement(
        severity=strongest,
        short_severity=severity[..., :short].max(axis=-1),
        window=window,
        observed=_pick(seen.observed, best),
        expected=_pick(seen.means, best),
        relvar=_pick(seen.relvar, best),
        z=z,
        ratio=ratio,
        onset=past.ends - window,
        fresh=past.reports(past.step, 0) > 0,
        in_set=_pick(part, asked),
    )
