"""How surprising the last minutes are: windows of 5 to 120 minutes over all series at once."""

from dataclasses import dataclass, fields
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from outages.detection.baseline import COLD_DAYS, Fit
from outages.detection.dispersion import usual_ratio
from outages.detection.past import LAG_BLOCKS, RECENT_MINUTES, WINDOWS, Past
from outages.detection.subset import best_sets
from outages.detection.surprise import FEWEST_REPORTERS, z_of
from outages.detection.week import Bools, Floats, Ints
from outages.detection.windows import FEWEST_TO_STAY, Scene, Seen

__all__ = ["RECENT_MINUTES", "SHORT_WINDOW", "WINDOWS", "Judgement", "judge", "surge", "sweep"]

Number = TypeVar("Number", bound=np.generic)

# Windows up to here decide on calm; longer ones stay raised for hours after the last report.
SHORT_WINDOW = 30
SHORT_WINDOWS = sum(1 for window in WINDOWS if window <= SHORT_WINDOW)


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
    held_from: ArrayLike | None = None,
    places: ArrayLike | None = None,
    surge: ArrayLike | None = None,
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
    held_from : int [series], optional
        Minute from which on counts do not correct the level: while an incident goes on, or it would
        become its own usual level. Default: never.
    places : int [series], optional
        Number of each row's region, so that series without a baseline are excused by what the same
        region's other services do. Default: only by what all services do.
    surge : float [series, windows], optional
        That excuse as it was (`surge`), where rows are judged again without the others.

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
        held_from=held_from,
        places=places,
        surge=surge,
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
    held_from: ArrayLike | None = None,
    places: ArrayLike | None = None,
    surge: ArrayLike | None = None,
) -> Judgement:
    """Judge the last `judged` buckets of `step` minutes, each knowing only what came before it.

    The same as `judge` bucket by bucket, for replays of history. `counts` is
    [series, RECENT_MINUTES / step + judged - 1] and ends with `minute`; `step` divides 5. Arrays
    come back as [series, judged]. One fit serves all: sweep at most a day at a time.
    """
    scene = _scene(
        Past.of(np.asarray(counts, np.int64), fit, minute, judged=judged, step=step),
        fit,
        parents=parents,
        observed_from=observed_from,
        held_from=held_from,
        places=places,
        surge=surge,
    )
    parent = scene.parent
    is_leaf = np.zeros(len(fit), bool) if leaves is None else np.asarray(leaves) & (parent >= 0)
    charged = np.broadcast_to(np.asarray(charge, float), len(fit))
    told = _Told.nothing(len(fit), len(scene.past.ends))
    hot = _worth_a_look(scene)
    _tell_quiet(told, scene, np.flatnonzero(~hot))
    _tell(told, scene, np.flatnonzero(hot), is_leaf=is_leaf, charge=charged)
    return told.judgement(scene)


def surge(
    recent: ArrayLike,
    fit: Fit,
    minute: int,
    *,
    parents: ArrayLike | None = None,
    observed_from: ArrayLike | None = None,
    held_from: ArrayLike | None = None,
    places: ArrayLike | None = None,
) -> Floats:
    """What `judge` takes as the surge where it is not given, [series, windows]; 1 for series that
    have a baseline. Arguments as there."""
    scene = _scene(
        Past.of(np.asarray(recent, np.int64), fit, minute, judged=1, step=1),
        fit,
        parents=parents,
        observed_from=observed_from,
        held_from=held_from,
        places=places,
        surge=None,
    )
    told = np.ones((len(fit), len(WINDOWS)))
    if scene.cold.any():
        told[scene.cold] = scene.surge_of_cold()[:, 0].T
    return told


def _scene(
    past: Past,
    fit: Fit,
    *,
    parents: ArrayLike | None,
    observed_from: ArrayLike | None,
    held_from: ArrayLike | None,
    places: ArrayLike | None,
    surge: ArrayLike | None,
) -> Scene:
    watched_from = past.first if observed_from is None else observed_from
    start = np.broadcast_to(np.maximum(watched_from, past.first), len(fit))
    held = past.ends.max(initial=0) if held_from is None else held_from
    parent = np.full(len(fit), -1) if parents is None else np.asarray(parents, np.int64)
    return Scene(
        past=past,
        fit=fit,
        start=start,
        parent=parent,
        ratio=_ratio(past, fit, start, np.broadcast_to(held, len(fit)), parent),
        places=None if places is None else np.asarray(places, np.int64),
        surge=None if surge is None else np.asarray(surge, float),
    )


def _ratio(past: Past, fit: Fit, start: Ints, held: Ints, parent: Ints) -> Floats:
    """Level against the fit, [judged, series]; blocks that were not watched, or that reach beyond
    what is held, say nothing. 1 for series that have no fit."""
    blocks = np.array(LAG_BLOCKS)
    begin, end = past.ends[:, None] - blocks.T[:, :, None, None]
    watched = (begin >= start) & (end <= held)
    counts, means = past.spans.reports(blocks).astype(float), past.spans.means(blocks)
    counts[~watched] = means[~watched] = 0.0
    counts, means = np.moveaxis(counts, 0, -1), np.moveaxis(means, 0, -1)
    totals, has_one = np.flatnonzero(parent < 0), np.flatnonzero(parent >= 0)
    level = np.ones((len(past.ends), len(parent)))
    level[:, totals] = usual_ratio(counts[:, totals], means[:, totals])
    towards = np.ones(level.shape)
    towards[:, has_one] = level[:, parent[has_one]]
    ratio = usual_ratio(counts, means, towards)
    ratio[:, fit.days < COLD_DAYS] = 1.0
    return ratio


def _worth_a_look(scene: Scene) -> Bools:
    """Series in which anything may stand out, and the services that they are of; all, where a
    series without a baseline is judged by what all others do. The longest window holds the rest."""
    if scene.surge is None and scene.cold.any():
        return np.ones(len(scene.fit), bool)
    most = scene.past.reports(WINDOWS[-1], 0).max(axis=0, initial=0)
    hot = np.asarray(most >= FEWEST_TO_STAY)
    above = scene.parent[hot]
    hot[above[above >= 0]] = True
    return hot


@dataclass(frozen=True)
class _Told:
    """What is said of each series, [judged, series], while it is put together."""

    severity: Floats
    short_severity: Floats
    window: Ints
    observed: Ints
    expected: Floats
    relvar: Floats
    in_set: Bools

    @classmethod
    def nothing(cls, series: int, judged: int) -> "_Told":
        shape = (judged, series)
        return cls(
            severity=np.zeros(shape),
            short_severity=np.zeros(shape),
            window=np.full(shape, SHORT_WINDOW),
            observed=np.zeros(shape, np.int64),
            expected=np.zeros(shape),
            relvar=np.zeros(shape),
            in_set=np.zeros(shape, bool),
        )

    def judgement(self, scene: Scene) -> Judgement:
        z = np.zeros(self.severity.shape)
        z[self.severity > 0] = z_of(self.severity[self.severity > 0])
        past = scene.past
        return Judgement(
            severity=self.severity.T,
            short_severity=self.short_severity.T,
            window=self.window.T,
            observed=self.observed.T,
            expected=self.expected.T,
            relvar=self.relvar.T,
            z=z.T,
            ratio=scene.ratio.T,
            onset=past.ends - self.window.T,
            fresh=(past.reports(past.step, 0) > 0).T,
            in_set=self.in_set.T,
        )


def _tell_quiet(told: _Told, scene: Scene, rows: Ints) -> None:
    """Series in which nothing can stand out: what was seen and expected in half an hour."""
    if rows.size:
        seen = scene.look(rows, (SHORT_WINDOW,))
        told.observed[:, rows] = seen.observed[0]
        told.expected[:, rows] = seen.means[0]
        told.relvar[:, rows] = seen.relvar[0]


def _tell(told: _Told, scene: Scene, rows: Ints, *, is_leaf: Bools, charge: Floats) -> None:
    """The others: their most surprising windows, or half an hour where none is."""
    if not rows.size:
        return
    seen = scene.look(rows, WINDOWS)
    severity = np.maximum(seen.severity() * scene.fit.trust[rows] - charge[rows], 0.0)
    place = np.full(len(scene.parent), -1)
    place[rows] = np.arange(len(rows))
    parent = scene.parent[rows]
    parent = np.where(parent < 0, -1, place[parent])
    part = _with_sets(seen, severity, scene, rows, is_leaf=is_leaf, parent=parent)
    opening = np.where(seen.observed >= FEWEST_REPORTERS, severity, 0.0)
    best, strongest = opening.argmax(axis=0), opening.max(axis=0)
    best[strongest == 0] = WINDOWS.index(SHORT_WINDOW)
    # A region is asked about its service's window, which need not be its own.
    asked = np.where(parent >= 0, best[:, parent], best)
    told.severity[:, rows] = strongest
    told.short_severity[:, rows] = severity[:SHORT_WINDOWS].max(axis=0)
    told.window[:, rows] = np.asarray(WINDOWS)[best]
    told.observed[:, rows] = _pick(seen.observed, best)
    told.expected[:, rows] = _pick(seen.means, best)
    told.relvar[:, rows] = _pick(seen.relvar, best)
    told.in_set[:, rows] = _pick(part, asked)


def _pick(values: NDArray[Number], best: Ints) -> NDArray[Number]:
    return np.asarray(np.take_along_axis(values, best[None], axis=0)[0], values.dtype)


def _with_sets(
    seen: Seen, severity: Floats, scene: Scene, rows: Ints, *, is_leaf: Bools, parent: Ints
) -> Bools:
    """Let totals stand for sets of their raised regions where these are more surprising: puts the
    sets' numbers in the totals' places. Gives who is part of one, [windows, judged, rows]."""
    part = np.zeros(severity.shape, bool)
    raised = seen.raised & is_leaf[rows]
    if not raised.any():
        return part
    sets = best_sets(
        seen.observed,
        seen.means,
        seen.relvar,
        raised=raised,
        parents=parent,
        active=_active(scene, is_leaf)[:, rows],
    )
    severities = sets.severity * scene.fit.trust[rows[sets.at[-1]]]
    wins = severities > severity[sets.at]
    at = tuple(places[wins] for places in sets.at)
    severity[at] = severities[wins]
    seen.observed[at], seen.means[at] = sets.observed[wins], sets.expected[wins]
    seen.relvar[at] = sets.relvar[wins]
    part[at] = True
    part[tuple(places[wins[sets.of_set]] for places in sets.members)] = True
    return part


def _active(scene: Scene, is_leaf: Bools) -> Ints:
    """How many regions of each total reported lately, [judged, series]."""
    lately = scene.past.reports(RECENT_MINUTES, 0)[:, is_leaf] > 0
    parent = scene.parent[is_leaf]
    totals = [np.bincount(parent[heard], minlength=len(scene.parent)) for heard in lately]
    return np.array(totals, np.int64)
