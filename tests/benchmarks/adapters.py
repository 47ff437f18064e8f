"""Our own detector in the forms that benchmarks ask for."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from outages.detection.baseline import BIN_MINUTES, HISTORY_DAYS, Fit, bins_of, fit
from outages.detection.lifecycle import EXTENT_ABOVE, OPEN_ABOVE, Step, next_step
from outages.detection.scan import RECENT_MINUTES, Judgement, sweep
from outages.detection.surprise import surprise
from outages.detection.week import Calendar, Season
from tests.benchmarks.cause_adapters import cause, common, fuse, symptom

__all__ = ["cause", "common", "detect", "fuse", "symptom", "weekly"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

DAY_MINUTES = 1440
# Days before the scored part over which incidents are found, so that fits can leave them out.
LEAD_DAYS = 14
# Weeks of the year: a year of 52, twelve of which are looked at, with half of the weight gone after
# ten; a slot leans on the month around it.
YEAR = Calendar(
    season=Season(
        types=1,
        slots=52,
        bin_minutes=7 * DAY_MINUTES,
        history=12 * 52,
        half_life=10 * 52,
        cold_days=364,
        neighbour=0.25,
        reach=3,
        trend=True,
    ),
    first=0,
    cells=np.arange(52, dtype=np.int16)[None],
)
# Fits are made once a quarter, and leave the last half year out: an outbreak that has been going on
# for long is not in its own expectation (Noufaily et al. 2013).
WEEKS_PER_FIT = 13
HELD_BACK = 26
# Windows of one and two weeks. There are twice as many of the short ones as there is room for long
# ones side by side; each is charged for that (as scans over many scales are: Walther 2010).
WEEKS = np.array([1, 2])
CHARGES = np.log10(WEEKS.max() / WEEKS)


class Meta(Protocol):
    """What a benchmark tells of its rows: a total per service has region -1."""

    bucket_min: int
    warm: int
    service: Ints
    region: Ints


def detect(counts: Ints, t: Ints, meta: Meta) -> tuple[Bools, Floats, Bools]:
    """Run the shipped detector over [rows, buckets], day by day, as if live.

    Returns alarm (in an incident), severity and extent, each [rows, buckets].
    """
    replay = _Replay(np.asarray(counts, np.int64), np.asarray(t) // 60, meta)
    first_day = max(0, meta.warm * meta.bucket_min // DAY_MINUTES - LEAD_DAYS)
    for start, end in replay.days():
        if replay.minutes[start] - replay.minutes[0] >= first_day * DAY_MINUTES:
            replay.judge_day(start, end)
    return replay.alarm, replay.severity, replay.severity > EXTENT_ABOVE


def weekly(counts: Ints, start: int) -> Floats:
    """Severity of each week from `start` on, [series, weeks], of counts [series, weeks].

    `start` is a year and a half or later.
    """
    severity = np.zeros(counts.shape)
    for first in range(start, counts.shape[1], WEEKS_PER_FIT):
        usual = fit(counts[:, : first - HELD_BACK], first_minute=0, calendar=YEAR)
        for week in range(first, min(first + WEEKS_PER_FIT, counts.shape[1])):
            oldest = week + 1 - int(WEEKS.max())
            recent = counts[:, oldest : week + 1]
            expected = bins_of(usual, oldest, recent.shape[1])
            observed, means = (
                np.cumsum(part[:, ::-1], axis=1, dtype=float)[:, WEEKS - 1]
                for part in (recent, expected)
            )
            said = surprise(observed, means, usual.relvar_of(means, week))
            severity[:, week] = (said - CHARGES).max(axis=1)
    return severity


class _Replay:
    """Counts so far and what was said of them."""

    def __init__(self, counts: Ints, minutes: Ints, meta: Meta) -> None:
        self.counts, self.minutes, self.step = counts, minutes, meta.bucket_min
        self.service, self.region = np.asarray(meta.service), np.asarray(meta.region)
        self.alarm = np.zeros(counts.shape, bool)
        self.severity = np.zeros(counts.shape)
        self.calm = np.zeros(len(counts), np.int64)
        self.is_open = np.zeros(len(counts), bool)
        self.charge = np.where(self.region < 0, 0.0, np.log10(max(int(self.region.max()) + 1, 1)))
        total = np.full(int(self.service.max()) + 1, -1)
        total[self.service[self.region < 0]] = np.flatnonzero(self.region < 0)
        self.parents = np.where(self.region < 0, -1, total[self.service])

    def days(self) -> list[tuple[int, int]]:
        """First and last + 1 bucket of each UTC day."""
        day = self.minutes // DAY_MINUTES
        starts = np.flatnonzero(np.diff(day, prepend=day[0] - 1))
        return list(zip(starts.tolist(), [*starts[1:].tolist(), len(day)], strict=True))

    def judge_day(self, start: int, end: int) -> None:
        """Fit on everything before the day, judge its buckets, run its incidents."""
        judgement = sweep(
            self._until(start, end),
            self._fit(start),
            int(self.minutes[end - 1]) + self.step - 1,
            judged=end - start,
            step=self.step,
            charge=self.charge,
            parents=self.parents,
            leaves=self.region >= 0,
            observed_from=np.full(len(self.counts), self.minutes[0]),
        )
        self.severity[:, start:end] = judgement.severity
        self._incidents(judgement, start, end)

    def _until(self, start: int, end: int) -> Ints:
        """Counts of the day and of the hours before it; zeros before the log begins."""
        lead = RECENT_MINUTES // self.step - 1
        missing = max(0, lead - start)
        return np.pad(self.counts[:, max(0, start - lead) : end], ((0, 0), (missing, 0)))

    def _fit(self, start: int) -> Fit:
        bins = self.minutes[:start] // BIN_MINUTES
        since = int(np.searchsorted(bins, (bins[-1] if start else 0) - HISTORY_DAYS * 48))
        edges = since + np.flatnonzero(np.diff(bins[since:], prepend=-1))
        if not edges.size:
            return Fit.cold(len(self.counts))
        folded = np.add.reduceat(self.counts[:, :start], edges, axis=1)
        alarmed = np.logical_or.reduceat(self.alarm[:, :start], edges, axis=1)
        hit = np.zeros((int(self.service.max()) + 1, alarmed.shape[1]), bool)
        np.logical_or.at(hit, self.service, alarmed)
        return fit(
            folded,
            int(bins[since]) * BIN_MINUTES,
            excluded=hit[self.service],
            groups=self.region + 1,
            observed_from=np.full(len(self.counts), self.minutes[0]),
        )

    def _incidents(self, judgement: Judgement, start: int, end: int) -> None:
        """The lifecycle of each row; rows in which nothing is or could be open are skipped."""
        opening = (judgement.severity > OPEN_ABOVE) & judgement.fresh
        for row in np.flatnonzero(self.is_open | opening.any(axis=1)).tolist():
            self._run(row, judgement, opening[row], start, end)

    def _run(self, row: int, said: Judgement, opening: Bools, start: int, end: int) -> None:
        severity, short = said.severity[row].tolist(), said.short_severity[row].tolist()
        is_open, calm = bool(self.is_open[row]), int(self.calm[row])
        for at in range(end - start):
            step, calm = next_step(
                is_open=is_open,
                severity=severity[at],
                short_severity=short[at],
                fresh=bool(said.fresh[row, at]),
                gate_passed=True,
                calm_minutes=calm,
                minutes=self.step,
            )
            is_open = step is Step.OPEN or (is_open and step is not Step.CLOSE)
            self.alarm[row, start + at] = is_open
        self.is_open[row], self.calm[row] = is_open, calm
