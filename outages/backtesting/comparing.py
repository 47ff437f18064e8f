"""What would have changed: supposed incidents beside the stored ones."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, get_args

from outages.backtesting.walking import Supposed
from outages.models import Incident

Change = Literal["same", "changed", "missing", "new"]
CHANGES: tuple[Change, ...] = get_args(Change)

# A stored incident and a supposed one of a service are the same if one begins no later than this
# after the other's end: the windows of both look two hours back.
NEAR = timedelta(hours=2)
# The watch declares up to a minute and a tick after the minute's end.
SAME_MOMENT = timedelta(minutes=1, seconds=30)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One incident, stored, supposed, or both. `later_by`: minutes that it would have been declared
    later (below 0: earlier); `longer_by`: minutes that it would have ended later."""

    change: Change
    service: str
    stored: Incident | None
    supposed: Supposed | None

    @property
    def later_by(self) -> float:
        if self.stored is None or self.supposed is None:
            return 0.0
        later = self.supposed.incident.declared_at - self.stored.declared_at
        return 0.0 if abs(later) <= SAME_MOMENT else round(later.total_seconds() / 60, 1)

    @property
    def longer_by(self) -> float:
        if self.stored is None or self.supposed is None:
            return 0.0
        ends = self.stored.resolved_at, self.supposed.incident.resolved_at
        if ends[0] is None or ends[1] is None:
            return 0.0
        return round((ends[1] - ends[0]).total_seconds() / 60, 1)

    @property
    def severities(self) -> tuple[str, str] | None:
        """From which to which severity, where it changes."""
        if self.stored is None or self.supposed is None:
            return None
        both = self.stored.severity, self.supposed.incident.severity
        return both if both[0] != both[1] else None

    def body(self) -> dict[str, Any]:
        """As JSON has it."""
        one = self.stored or (self.supposed.incident if self.supposed else None)
        return {
            "change": self.change,
            "service": self.service,
            "incident": self.stored.pk if self.stored else None,
            "state": self.stored.state if self.stored else None,
            "started_at": one.started_at if one else None,
            "declared_at": one.declared_at if one else None,
            "later_by_minutes": self.later_by,
            "longer_by_minutes": self.longer_by,
            "severities": self.severities,
            "severity": one.severity if one else None,
            "peak_z": round(one.peak_z, 2) if one else None,
            "gate_applied": self.supposed.gate if self.supposed else None,
        }


def compare(stored: Iterable[Incident], supposed: Iterable[Supposed]) -> list[Line]:
    """One line for each incident, by the time at which it begins. `stored` come with their
    services."""
    mine: dict[int, list[Supposed]] = defaultdict(list)
    for one in sorted(supposed, key=lambda one: one.incident.started_at):
        mine[one.incident.service_id].append(one)
    lines = []
    for incident in sorted(stored, key=lambda one: one.started_at):
        match = next((o for o in mine[incident.service_id] if _touch(incident, o.incident)), None)
        if match is not None:
            mine[incident.service_id].remove(match)
        lines.append(_line(incident, match, incident.service.slug))
    for rest in mine.values():
        lines += [_line(None, one, one.incident.service.slug) for one in rest]
    return sorted(lines, key=_start)


def _line(stored: Incident | None, supposed: Supposed | None, service: str) -> Line:
    change: Change = "same" if stored and supposed else "missing" if stored else "new"
    line = Line(change=change, service=service, stored=stored, supposed=supposed)
    if change == "same" and (line.later_by or line.longer_by or line.severities):
        return Line(change="changed", service=service, stored=stored, supposed=supposed)
    return line


def _start(line: Line) -> datetime:
    both: Sequence[Incident | None] = (
        line.stored,
        line.supposed.incident if line.supposed else None,
    )
    return min(one.started_at for one in both if one is not None)


def _touch(one: Incident, other: Incident) -> bool:
    return _before(one, other) and _before(other, one)


def _before(one: Incident, other: Incident) -> bool:
    """Does `one` begin before `other` is long over?"""
    return other.resolved_at is None or one.started_at <= other.resolved_at + NEAR
