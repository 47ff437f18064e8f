"""Minutes of a large instance, judged and timed by part (see tick.py)."""

import json
import resource
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any
from unittest.mock import patch

from django.db import connection

from outages import incidents, watch
from outages.detection import scan
from outages.explaining import why
from outages.judging import expectation, graph, networks, opening, series
from outages.models import Fit, Incident, Reading
from reports import vocabulary
from reports.buckets import time_of
from tests.benchmarks import tick_world

REGIONS = 50
ACTIVE = 25_000
FITTED = 40_000
RAISED = 300
DOWN = 40
# What is timed by itself: part → where the tick finds it. What is left is told as "rest".
PARTS = {
    "read": (series, "read"),
    "expect": (expectation, "fit_for"),
    "judge": (scan, "judge"),
    "stand": (watch, "standings"),
    "decide": (opening, "decide"),
    "open": (incidents, "open_all"),
    "update": (incidents, "update_all"),
    "readings": (watch, "_write_readings"),
    "explain": (why, "explain_all"),
}


class Clock:
    """Seconds by part, without those of the parts within it, and queries."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.queries = 0
        self._inside = [0.0]

    def timed(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def timing(*args: Any, **more: Any) -> Any:
            start = time.perf_counter()
            self._inside.append(0.0)
            try:
                return work(*args, **more)
            finally:
                took = time.perf_counter() - start
                self.seconds[part] += took - self._inside.pop()
                self._inside[-1] += took

        return timing

    def query(self, execute: Callable[..., Any], *args: Any) -> Any:
        self.queries += 1
        return execute(*args)


@contextmanager
def _clocked() -> Iterator[Clock]:
    clock = Clock()
    patches = [
        patch.object(place, name, clock.timed(part, getattr(place, name)))
        for part, (place, name) in PARTS.items()
    ]
    for one in patches:
        one.start()
    try:
        with connection.execute_wrapper(clock.query):
            yield clock
    finally:
        for one in patches:
            one.stop()


def main(*, services: int, minutes: int) -> None:
    size = tick_world.Size(
        services=services,
        regions=REGIONS,
        active=ACTIVE,
        fitted=FITTED,
        raised=RAISED,
        down=DOWN,
        minutes=minutes,
    )
    tick_world.make(size)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    before = _peak_mb()
    took, clocks, processor = [], [], []
    for minute in range(tick_world.START, tick_world.START + minutes):
        # A minute has passed: these are read anew.
        for kept in (vocabulary, graph, networks):
            kept._kept.forget()
        with _clocked() as clock:
            start, processor_start = time.perf_counter(), time.process_time()
            now = time_of(minute + 1)
            watch.judge(minute=minute, now=now, data_until=now)
            processor.append(time.process_time() - processor_start)
            took.append(time.perf_counter() - start)
        clock.seconds["rest"] = took[-1] - clock._inside[0]
        clocks.append(clock)
    more = {
        # Without the database's own, and without waiting for others on a shared machine.
        "processor_seconds": round(statistics.median(processor[1:]), 3),
        "peak_mb_before": before,
    }
    print(json.dumps(_said(size, took, clocks) | more), flush=True)


def _said(size: tick_world.Size, took: list[float], clocks: list[Clock]) -> dict[str, Any]:
    last = tick_world.START + size.minutes - 1
    counts = series.read(first=last - scan.RECENT_MINUTES + 1, last=last)
    later = clocks[1:]
    return {
        "benchmark": "tick",
        "database": connection.vendor,
        "services": size.services,
        "regions": size.regions,
        "active": size.active,
        "rows_judged": len(counts.keys),
        "rows_fitted": Fit.objects.count(),
        "counts_read": int((counts.counts[counts.parents < 0] > 0).sum()),
        "raised_services": Reading.objects.filter(minute=last).values("service").distinct().count(),
        "ongoing_incidents": Incident.objects.ongoing().count(),
        "minutes": len(took),
        "seconds": round(statistics.median(took[1:]), 3),
        "seconds_highest": round(max(took[1:]), 3),
        "seconds_first": round(took[0], 3),
        "queries": round(statistics.median(clock.queries for clock in later)),
        "queries_first": clocks[0].queries,
        "parts": {
            part: round(statistics.median(clock.seconds[part] for clock in later), 3)
            for part in (*PARTS, "rest")
        },
        "peak_mb": _peak_mb(),
    }


def _peak_mb() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
