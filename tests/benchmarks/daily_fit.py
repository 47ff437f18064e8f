"""The daily fit of many series: how long it takes, and how much memory.

    python -m tests.benchmarks.daily_fit [--series 35000]

Prints one line of JSON. Simulated: services with 20 reporting regions each, most of them quiet, a
few busy, in several time zones. Needs no database: what is read from it is made up in its form.
"""

import argparse
import json
import resource
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from outages.detection.baseline import fit_past
from outages.detection.history import Sparse
from outages.judging import dates

HISTORY_BINS = 1344
REGIONS = 20
# 2026-03-29, when clocks changed in Europe: the history holds a change in America (8 March), too.
DAY = 20_541
ZONES = (
    "Europe/Berlin DE-BE", "Europe/London GB-ENG", "Europe/Paris FR", "Europe/Madrid ES-MD",
    "America/New_York US-NY", "America/Chicago US-IL", "America/Denver US-CO",
    "America/Los_Angeles US-CA", "America/Sao_Paulo BR-SP", "Asia/Kolkata IN-MH", "Asia/Tokyo JP",
    "Australia/Sydney AU-NSW",
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """What the benchmark fits, and how many of its half hours hold a report."""

    past: Sparse
    groups: NDArray[np.int64]
    filled: float


def past_of(series: int, *, seed: int = 1) -> Made:
    """Poisson counts with a day's shape; levels from one report a day to a hundred an hour."""
    rng = np.random.default_rng(seed)
    level = np.exp(rng.normal(np.log(0.3), 1.5, series)).clip(0.02, 50.0)
    shape = 1.0 + 0.7 * np.sin(2 * np.pi * np.arange(HISTORY_BINS) / 48)
    bins, counts, sizes = [], [], []
    for start in range(0, series, 1000):
        block = rng.poisson(level[start : start + 1000, None] * shape)
        row, column = np.nonzero(block)
        bins.append(column.astype(np.int16))
        counts.append(block[row, column].astype(np.uint32))
        sizes.append(np.bincount(row, minlength=len(block)))
    starts = np.append(0, np.cumsum(np.concatenate(sizes)))
    calendar = dates.calendar(ZONES, day=DAY)
    region = np.arange(series) % REGIONS
    past = Sparse(
        starts=starts,
        bins=np.concatenate(bins),
        counts=np.concatenate(counts),
        spans=np.empty((0, 4), np.int64),
        observed_from=0,
        first=DAY * 48 - HISTORY_BINS,
        length=HISTORY_BINS,
        place=1 + region % len(ZONES),
        calendar=calendar,
    )
    return Made(past=past, groups=region, filled=float(starts[-1]) / series / HISTORY_BINS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--series", type=int, default=35_000)
    series: int = parser.parse_args().series
    made = past_of(series)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    learned = fit_past(made.past, groups=made.groups)
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows_began = time.perf_counter()
    sizes = [len(json.dumps(learned.row(i))) for i in range(0, series, 100)]
    said = {
        "benchmark": "daily_fit",
        "series": series,
        "bins": HISTORY_BINS,
        "share_of_bins_with_reports": round(made.filled, 3),
        "seconds": round(seconds, 1),
        "peak_mb_before": round(before / 1024),
        "peak_mb": round(after / 1024),
        "dense_counts_mb": round(series * HISTORY_BINS * 8 / 2**20),
        "bytes_a_row": round(sum(sizes) / len(sizes)),
        "ms_for_100_rows": round((time.perf_counter() - rows_began) / len(sizes) * 1e5, 1),
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main()
