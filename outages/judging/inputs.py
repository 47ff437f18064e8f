"""What the numbers of a minute are made from, and the making: so that they can be made again."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from outages.detection import fits, scan
from outages.detection.week import BIN_MINUTES, COLD_DAYS, DAILY, Calendar
from outages.judging import reach, series
from outages.models import Incident
from reports import vocabulary

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """All that detection is told about one complete minute, the last of `counts`; one entry a row.

    `leaves`, `charge`, `observed_from`, `held_from`: as in `scan.judge`. `surge` float
    [rows, windows]: what rows without a baseline are excused by; None: to be told from the other
    services here.
    """

    counts: series.Series
    fit: fits.Fit
    leaves: NDArray[np.bool_]
    charge: Floats
    observed_from: Ints
    held_from: Ints
    surge: Floats | None = None

    @property
    def minute(self) -> int:
        return self.counts.first + self.counts.counts.shape[1] - 1

    def judge(self) -> scan.Judgement:
        """The shipped detection on this minute."""
        return scan.judge(
            self.counts.counts,
            self.fit,
            self.minute,
            charge=self.charge,
            observed_from=self.observed_from,
            held_from=self.held_from,
            parents=self.counts.parents,
            leaves=self.leaves,
            places=self.counts.places,
            surge=self.surge,
        )

    def of_services(self, services: Iterable[int]) -> "Inputs":
        """The rows of some services. Judged alone they get the numbers that they get among all."""
        rows = np.flatnonzero(np.isin(self.counts.services, list(services)))
        is_cold = bool((self.fit.days[rows] < COLD_DAYS).any())
        return Inputs(
            counts=rows_of(self.counts, rows),
            fit=self.fit.take(rows),
            leaves=self.leaves[rows],
            charge=self.charge[rows],
            observed_from=self.observed_from[rows],
            held_from=self.held_from[rows],
            surge=self._surges[rows] if is_cold else None,
        )

    @cached_property
    def _surges(self) -> Floats:
        if self.surge is not None:
            return self.surge
        return scan.surge(
            self.counts.counts,
            self.fit,
            self.minute,
            parents=self.counts.parents,
            observed_from=self.observed_from,
            places=self.counts.places,
        )

    def packed(self, service: int) -> bytes:
        """What `unpack` takes: the rows of one service."""
        codes = vocabulary.read().region_codes
        return pack(self.of_services([service]), region_codes=codes)


def rows_of(counts: series.Series, rows: Ints) -> series.Series:
    """These rows of counts; of a region with its service's total."""
    place = np.full(len(counts.keys), -1)
    place[rows] = np.arange(len(rows))
    parents = counts.parents[rows]
    return replace(
        counts,
        keys=counts.keys[rows],
        counts=counts.counts[rows],
        parents=np.where(parents < 0, -1, place[parents]),
    )


def until(counts: series.Series, minute: int) -> series.Series:
    """What would have been read at a minute of these counts: the last hours, and the rows that
    somebody reported in then."""
    first = minute - scan.RECENT_MINUTES + 1
    recent = counts.counts[:, first - counts.first : minute - counts.first + 1]
    cut = replace(counts, counts=recent, first=first)
    return rows_of(cut, np.flatnonzero(recent.any(axis=1)))


def of_minute(
    counts: series.Series,
    fit: fits.Fit,
    *,
    ended: Iterable[Incident],
    ongoing: Iterable[Incident],
) -> Inputs:
    """The inputs of the last minute of `counts`; `ended`: incidents that ended so lately that a
    window could reach back to them."""
    minute = counts.first + counts.counts.shape[1] - 1
    return Inputs(
        counts=counts,
        fit=fit,
        leaves=counts.leaves,
        charge=charge_of(counts),
        observed_from=reach.observed_from(counts, minute=minute, ended=ended),
        held_from=reach.held_from(counts, minute=minute, ongoing=ongoing),
    )


def charge_of(counts: series.Series) -> Floats:
    """float [series]: each region, and each network, is another chance to look alarming
    (Bonferroni, as log10)."""
    is_total, is_network = counts.parents < 0, counts.networks > 0
    charge = np.zeros(len(counts.keys))
    for rows in (np.flatnonzero(~is_total & ~is_network), np.flatnonzero(is_network)):
        _, row_of, chances = np.unique(
            counts.services[rows], return_inverse=True, return_counts=True
        )
        charge[rows] = np.log10(chances)[row_of]
    return charge


def pack(inputs: Inputs, *, region_codes: Mapping[int, str]) -> bytes:
    """One service's inputs as compressed JSON. Floats keep every bit."""
    fit = _by_own_calendar(inputs.fit, inputs.minute)
    body = {
        "minute": inputs.minute,
        "rows": [_row(inputs, fit, i, region_codes) for i in range(len(fit))],
        "calendar": {
            "first": fit.calendar.first,
            "cells": fit.calendar.cells.tolist(),
            "names": list(fit.calendar.names),
        },
        "surge": None if inputs.surge is None else inputs.surge.tolist(),
    }
    return zlib.compress(json.dumps(body, separators=(",", ":")).encode())


def _row(inputs: Inputs, fit: fits.Fit, i: int, region_codes: Mapping[int, str]) -> dict[str, Any]:
    counted = inputs.counts.counts[i]
    at = np.flatnonzero(counted)
    return {
        "region": region_codes[int(inputs.counts.regions[i])],
        "network": int(inputs.counts.networks[i]),
        "parent": int(inputs.counts.parents[i]),
        "leaf": bool(inputs.leaves[i]),
        "charge": float(inputs.charge[i]),
        "observed_from": int(inputs.observed_from[i]),
        "held_from": int(inputs.held_from[i]),
        "counts": np.stack([at, counted[at]], axis=1).tolist(),
        "fit": fit.row(i),
    }


def unpack(packed: bytes, *, service: int, regions: Mapping[str, int]) -> Inputs:
    """The inputs of one service as they were packed; a region that the catalogue lacks by now has
    the id 0.

    Rows that another model fitted are read as this one's: what comes of it are today's numbers.
    Raises ValueError or KeyError where this model cannot read them.
    """
    body: dict[str, Any] = json.loads(zlib.decompress(packed))
    rows = body["rows"]
    calendar = Calendar(
        season=DAILY,
        first=body["calendar"]["first"],
        cells=np.array(body["calendar"]["cells"], dtype=np.int16),
        names=tuple(body["calendar"]["names"]),
    )
    counts = np.zeros((len(rows), scan.RECENT_MINUTES), dtype=np.int64)
    for i, row in enumerate(rows):
        at, n = np.array(row["counts"], dtype=np.int64).reshape(-1, 2).T
        counts[i, at] = n
    stored = [row["fit"] | {"version": fits.MODEL_VERSION} for row in rows]
    keys = [
        series.key_of(service, regions.get(row["region"], 0), row.get("network", 0)) for row in rows
    ]
    return Inputs(
        counts=series.Series(
            keys=np.array(keys, dtype=np.int64),
            counts=counts,
            parents=np.array([row["parent"] for row in rows], dtype=np.int64),
            first=body["minute"] - scan.RECENT_MINUTES + 1,
            width=1,
        ),
        fit=fits.Fit.from_rows(stored, calendar),
        leaves=np.array([row["leaf"] for row in rows], dtype=bool),
        charge=np.array([row["charge"] for row in rows], dtype=float),
        observed_from=np.array([row["observed_from"] for row in rows], dtype=np.int64),
        held_from=np.array([row["held_from"] for row in rows], dtype=np.int64),
        surge=None if body["surge"] is None else np.array(body["surge"], dtype=float),
    )


def _by_own_calendar(fit: fits.Fit, minute: int) -> fits.Fit:
    """The fit with its calendar as far as the minute's windows ask it: what a day was, by law or by
    tables of time zones, does not change here any more."""
    first = (minute - scan.RECENT_MINUTES + 1) // BIN_MINUTES - 1
    bins = minute // BIN_MINUTES + 2 - first
    used, place = np.unique(fit.places, return_inverse=True)
    calendar = Calendar(
        season=fit.calendar.season,
        first=first,
        cells=fit.calendar.over(first, bins)[used].astype(np.int16),
        names=tuple(fit.calendar.names[at] for at in used),
    )
    return replace(fit, place=place, calendar=calendar)
