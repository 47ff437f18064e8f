"""Quiet weeks through `manage.py replay`: every incident is a false one. How many, and when?

    python -m tests.benchmarks.quiet_weeks [--services 300] [--days 84] [--seed 1]
        [--start 2025-09-15] [--without-networks]

Prints one line of JSON. A series is a (service, place) or a service's total: services × 21. The
default start has the ends of summer time in Europe and America and several holidays behind the
first 28 days; with 300 services the 84 days take minutes, not seconds.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from outages.replays.quiet import PLACES, Quiet, crowd, days_off

ROOT = Path(__file__).parent.parent.parent
ZONES = {code: ZoneInfo(zone) for code, zone, _ in PLACES}
# Days of warm-up: a whole history.
WARM = 28
RAMP = range(5, 10)
SPANS = {"day_1": (0, 1), "days_2_14": (1, 14), "days_15_28": (14, WARM), "warm": (WARM, None)}


@dataclass(frozen=True)
class Alarm:
    """A false incident: how many days after the start, how bad it was called, and where."""

    day: int
    severity: str
    at: datetime
    place: str

    @property
    def local(self) -> datetime:
        return self.at.astimezone(ZONES.get(self.place, UTC))


def replayed(weeks: Quiet) -> tuple[list[dict[str, Any]], int, float]:
    """Incidents, number of reports, and seconds of the replay."""
    with tempfile.TemporaryDirectory() as folder:
        log, said = Path(folder) / "log.jsonl", Path(folder) / "incidents.json"
        reports = 0
        with log.open("w", encoding="utf-8") as file:
            for line in weeks.lines():
                file.write(json.dumps(line) + "\n")
                reports += 1
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "manage.py", "replay", log, "--add-services", "--json", said],
            cwd=ROOT,
            check=True,
            stdout=sys.stderr,
        )
        return json.loads(said.read_text()), reports, time.perf_counter() - began


def alarms(incidents: Iterable[dict[str, Any]], first: datetime) -> list[Alarm]:
    """A country's row goes by the clocks of its first place here."""
    found = []
    for one in incidents:
        at = datetime.fromisoformat(one["started_at"])
        code = max(one["regions"], key=lambda row: row["peak_z"], default={"code": ""})["code"]
        place = next((known for known in ZONES if known == code or known[:2] == code), code)
        found.append(Alarm(day=(at - first).days, severity=one["severity"], at=at, place=place))
    return found


def rate(found: Iterable[Alarm], series_days: float) -> dict[str, Any]:
    """False incidents by their severity, and per 1,000 series-days."""
    words = [one.severity for one in found]
    counts = {word: words.count(word) for word in ("minor", "major", "critical")}
    per = round(1000 * len(words) / series_days, 3) if series_days else None
    return {"series_days": round(series_days), "per_1000": per, **counts}


def changes(weeks: Quiet, first: date) -> set[tuple[str, date]]:
    """(place, local day) on which the clocks change there."""
    days = [first + timedelta(days=day) for day in range(weeks.days)]
    noon = {day: datetime(day.year, day.month, day.day, 12, tzinfo=UTC) for day in days}
    return {
        (code, day)
        for code, zone in ZONES.items()
        for day, before in zip(days[1:], days, strict=False)
        if noon[day].astimezone(zone).utcoffset() != noon[before].astimezone(zone).utcoffset()
    }


def told(weeks: Quiet, found: list[Alarm], first: date) -> dict[str, Any]:
    """Everything that is asked of the false incidents."""
    services = len(weeks.services)
    series = services * (len(PLACES) + 1)
    warm = [one for one in found if one.day >= WARM]
    days = max(weeks.days - WARM, 0)
    until = {name: end or weeks.days for name, (_, end) in SPANS.items()}
    by_span = {
        name: rate(
            [one for one in found if start <= one.day < until[name]],
            series * max(min(until[name], weeks.days) - start, 0),
        )
        for name, (start, _) in SPANS.items()
    }
    start = first + timedelta(days=WARM)
    end = first + timedelta(days=weeks.days)
    clocks = {one for one in changes(weeks, first) if one[1] >= start}
    off = {(code, date.fromisoformat(day)) for code, day in weeks.holidays}
    off = {one for one in off if start <= one[1] < end}

    def on(days_of_places: set[tuple[str, date]]) -> dict[str, Any]:
        inside = [one for one in warm if (one.place, one.local.date()) in days_of_places]
        return rate(inside, services * len(days_of_places))

    def at(is_it: Callable[[int], bool]) -> dict[str, Any]:
        inside = [one for one in warm if is_it(one.local.hour)]
        return rate(inside, series * days * sum(map(is_it, range(24))) / 24)

    return {
        **by_span,
        "warm_ramp_hours": at(lambda hour: hour in RAMP),
        "warm_other_hours": at(lambda hour: hour not in RAMP),
        "warm_days_of_clock_change": on(clocks),
        "warm_holidays": on(off),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--services", type=int, default=300)
    parser.add_argument("--days", type=int, default=84)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", default="2025-09-15")
    parser.add_argument("--without-networks", action="store_true")
    options = parser.parse_args()
    first = datetime.fromisoformat(options.start).replace(tzinfo=UTC)
    weeks = Quiet(
        services=crowd(options.services),
        first=int(first.timestamp()) // 60,
        days=options.days,
        seed=options.seed,
        holidays=days_off([first.year, first.year + 1]),
        with_networks=not options.without_networks,
    )
    incidents, reports, seconds = replayed(weeks)
    said = {
        "benchmark": "quiet_weeks",
        **{name: value for name, value in vars(options).items()},
        "reports": reports,
        "seconds": round(seconds),
        "false_incidents": len(incidents),
        **told(weeks, alarms(incidents, first), first.date()),
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main()
