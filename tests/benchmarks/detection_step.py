"""One step of the scan over many series, against a loop of SciPy calls, one series at a time.

    python -m tests.benchmarks.detection_step [--series 50000] [--sample 400]

Prints one line of JSON: milliseconds of processor time of a whole step (level, variance, windows,
sets of regions, scores), of the loop over all series as its sample suggests, and their ratio: the
median of rounds in which both run one right after the other, so that what else the machine does
falls on both.
"""

import argparse
import json
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.stats import nbinom, norm

from outages.detection.baseline import Fit, expected
from outages.detection.dispersion import usual_ratio
from outages.detection.scan import RECENT_MINUTES, WINDOWS, judge

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# 2026-11-23 12:00 UTC, a Monday.
MINUTE = 29_924_640
REGIONS = 24
# A series in a thousand is in an outage.
IN_OUTAGE = 0.001
# Pairs of step and loop; runs of the step in each.
ROUNDS = 11
RUNS = 5


def world(series: int) -> tuple[Ints, Fit, Ints]:
    """Counts of the last minutes, their fit, and the row of each region's total (-1: is one)."""
    rng = np.random.default_rng(1)
    per_bin = np.exp(rng.uniform(np.log(0.01), np.log(60.0), series))
    place = np.arange(series) % REGIONS
    parents = np.where(place == 0, -1, np.arange(series) - place)
    fit = Fit(
        profile=np.broadcast_to(per_bin[:, None, None], (series, 2, 48)).copy(),
        relvar=np.full(series, 0.05),
        jitter=np.full(series, 0.5),
        youth=np.zeros((series, 2)),
        trust=np.ones(series),
        days=np.full(series, 28.0),
    )
    counts = rng.poisson(per_bin[:, None] / 30, (series, RECENT_MINUTES))
    hit = rng.random(series) < IN_OUTAGE
    counts[hit, -20:] += rng.poisson(2.0, (int(hit.sum()), 20))
    return np.asarray(counts, np.int64), fit, parents


def loop(counts: Ints, fit: Fit) -> Floats:
    """The plain way: the same level, tails and score, one series and one window after another."""
    means = expected(fit, np.arange(MINUTE - RECENT_MINUTES + 1, MINUTE + 1))
    relvar = fit.relvar_over(WINDOWS)
    scores = np.zeros(len(counts))
    for row in range(len(counts)):
        blocks = slice(-150, -30)
        seen, usual = (a[row, blocks].reshape(4, 30).sum(axis=1) for a in (counts, means))
        ratio = usual_ratio(seen, usual)
        severity = 0.0
        for at, window in enumerate(WINDOWS):
            seen, usual = counts[row, -window:].sum(), means[row, -window:].sum() * ratio
            shape = 1.0 / relvar[row, at]
            tail = nbinom.sf(seen - 1, shape, shape / (shape + usual))
            severity = max(severity, -np.log10(max(tail, 1e-300)))
        scores[row] = norm.isf(10.0**-severity)
    return scores


def seconds(work: Callable[[], object], runs: int) -> float:
    """Of one run, in processor time, for the machine is shared; the fastest of some."""
    took = []
    for _ in range(runs):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--series", type=int, default=50_000)
    ask.add_argument("--sample", type=int, default=400)
    asked = ask.parse_args()
    counts, fit, parents = world(asked.series)
    some = np.arange(min(asked.sample, asked.series))
    few = fit.take(some)
    steps, loops = [], []
    for _ in range(ROUNDS):
        steps.append(
            seconds(lambda: judge(counts, fit, MINUTE, parents=parents, leaves=parents >= 0), RUNS)
        )
        loops.append(seconds(lambda: loop(counts[some], few), 1) / len(some) * asked.series)
    ratios = np.array(loops) / np.array(steps)
    said = {
        "benchmark": "detection_step",
        "series": asked.series,
        "windows": len(WINDOWS),
        "step_ms": round(float(np.median(steps)) * 1000, 1),
        "loop_ms": round(float(np.median(loops)) * 1000),
        "ratio": round(float(np.median(ratios))),
        "ratio_lowest": round(float(ratios.min())),
        "ratio_highest": round(float(ratios.max())),
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main()
