"""How each raised or afflicted service stands at a judged minute: one record a service."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from outages.causes.change import Change, change_points
from outages.detection import lifecycle, scan
from outages.detection.surprise import z_of
from outages.judging import expectation, series

# An echo and a common cause are weighed by the reporters of this many minutes (causes.md: 15
# minutes made an innocent carrier fail in up to 9 of 150 ticks, 60 in none).
STRENGTH_MINUTES = 60


@dataclass(frozen=True)
class RowReading:
    """One (service, region) above a threshold, as it is kept in the readings.

    `fresh`: its last minute brought a report. `among`: where a total stands for a set of its
    regions, their ids, and the numbers are of these. `network`: AS number, of a row that is about
    a network (and the world); 0 otherwise.
    """

    region: int
    window: int
    onset: int
    observed: int
    expected: float
    relvar: float
    severity: float
    z: float
    fresh: bool
    among: tuple[int, ...] = ()
    network: int = 0

    @property
    def ratio(self) -> float:
        return self.observed / max(self.expected, 1e-9)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One service at one minute.

    `best` is its most surprising row (of a network only where nothing else is raised); `above` are
    those above the opening threshold, most surprising first, networks last. `regions` are the
    region ids that are in trouble with their z, `others` those that reported lately and are not.
    `strength`: reporters above what is usual in the last
    STRENGTH_MINUTES; `rise`: the minutes within those at which its reports rose, and may have risen
    at the latest.
    """

    service: int
    minute: int
    best: RowReading
    above: tuple[RowReading, ...]
    short_severity: float
    regions: dict[int, float]
    others: tuple[int, ...]
    strength: float
    readings: tuple[RowReading, ...]
    rise: Change

    @property
    def active(self) -> int:
        """Regions that reported lately."""
        return len(self.regions) + len(self.others)

    @property
    def share_of_regions(self) -> float:
        return len(self.regions) / self.active if self.active else 1.0


def standings(
    counts: series.Series,
    judged: scan.Judgement,
    *,
    charge: NDArray[np.float64],
    minute: int,
    ongoing: Collection[int],
) -> dict[int, Standing]:
    """Standing of every service with a row above the warning threshold, and of the ongoing ones.

    `charge` float [series]: what was taken off the severities because many regions were looked at.
    It guards against opening by chance; the extent of what is open is told without it.
    """
    services = counts.services
    raised = np.unique(services[judged.severity >= lifecycle.WARN_ABOVE])
    wanted = sorted({*raised.tolist(), *(set(ongoing) & set(services.tolist()))})
    if not wanted:
        return {}
    plain = np.where(judged.severity > 0, judged.severity + charge, 0.0)
    table = _Table(counts=counts, judged=judged, leaf=counts.leaves, plain=plain)
    lately = _lately(counts, wanted, minute)
    starts = np.searchsorted(services, wanted, side="left")
    ends = np.searchsorted(services, wanted, side="right")
    return {
        service: _standing(table, np.arange(start, end), minute=minute, lately=lately[service])
        for service, start, end in zip(wanted, starts, ends, strict=True)
    }


@dataclass(frozen=True)
class _Table:
    """All series side by side. `leaf`: whether a row names a place as finely as it was reported;
    `plain`: its severity before the charge."""

    counts: series.Series
    judged: scan.Judgement
    leaf: NDArray[np.bool_]
    plain: NDArray[np.float64]


def _standing(
    table: _Table, rows: NDArray[np.int64], *, minute: int, lately: tuple[float, Change]
) -> Standing:
    """The standing of the one service that `rows` are about; `lately`: strength and rise."""
    counts, judged = table.counts, table.judged
    severity = judged.severity[rows]
    # What is wider than a network speaks for it as well.
    asked = rows[counts.networks[rows] == 0]
    if judged.severity[asked].max() < lifecycle.WARN_ABOVE:
        asked = rows
    best = int(asked[np.argmax(judged.severity[asked])])
    above = rows[severity > lifecycle.OPEN_ABOVE]
    above = above[np.lexsort((-judged.severity[above], counts.networks[above] > 0))]
    leaves = rows[table.leaf[rows]]
    is_reached = lifecycle.reached(table.plain[leaves])
    reached = leaves[is_reached]
    kept = rows[(severity >= lifecycle.WARN_ABOVE) | (counts.parents[rows] < 0)]
    z = z_of(table.plain[reached])
    return Standing(
        service=int(counts.services[best]),
        minute=minute,
        best=_reading(best, counts, judged),
        above=tuple(_reading(int(row), counts, judged) for row in above),
        short_severity=float(judged.short_severity[asked].max()),
        regions=dict(zip(counts.regions[reached].tolist(), z.tolist(), strict=True)),
        others=tuple(counts.regions[leaves[~is_reached]].tolist()),
        strength=lately[0],
        rise=lately[1],
        readings=tuple(_reading(int(row), counts, judged) for row in kept),
    )


def _reading(row: int, counts: series.Series, judged: scan.Judgement) -> RowReading:
    return RowReading(
        region=int(counts.regions[row]),
        window=int(judged.window[row]),
        onset=_onset(counts, row, int(judged.onset[row])),
        observed=int(judged.observed[row]),
        expected=float(judged.expected[row]),
        relvar=float(judged.relvar[row]),
        severity=float(judged.severity[row]),
        z=float(judged.z[row]),
        fresh=bool(judged.fresh[row]),
        among=_among(row, counts, judged),
        network=int(counts.networks[row]),
    )


def _among(row: int, counts: series.Series, judged: scan.Judgement) -> tuple[int, ...]:
    """The regions whose set a total is judged by; none for a region, or where all speak."""
    if counts.parents[row] >= 0 or not judged.in_set[row]:
        return ()
    return tuple(counts.regions[judged.in_set & (counts.parents == row)].tolist())


def _onset(counts: series.Series, row: int, start: int) -> int:
    """The first minute of the winning window in which anybody reported: the shortest window is
    five minutes long, and a quiet service was still quiet when it began."""
    reported = np.flatnonzero(counts.counts[row, max(start - counts.first, 0) :])
    return start + int(reported[0]) if len(reported) else start


def _lately(
    counts: series.Series, services: list[int], minute: int
) -> dict[int, tuple[float, Change]]:
    """Of the total of each service: reporters above what is usual, and when they rose."""
    total = series.world()
    keys = np.array([series.key_of(service, total) for service in services])
    rows = np.searchsorted(counts.keys, keys)
    observed = counts.counts[rows, -STRENGTH_MINUTES:]
    first = minute - STRENGTH_MINUTES + 1
    expected = expectation.expected_per_minute(
        [(service, total) for service in services], np.arange(first, minute + 1), minute=minute
    ).mean
    excess = np.maximum(observed.sum(axis=1) - expected.sum(axis=1), 0.0)
    rises = [
        Change(first + rise.start, first + rise.latest, first + rise.earliest)
        for rise in change_points(observed, expected)
    ]
    return dict(zip(services, zip(excess.tolist(), rises, strict=True), strict=True))
