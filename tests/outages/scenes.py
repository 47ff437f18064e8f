"""Scenarios replayed: a few quiet days, then what happened, through the replay door."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from outages.models import Implication, Incident, Watch
from outages.replays.scenarios import SCENARIOS
from outages.showing.bodies import incident_body
from reports.buckets import DAY_MINUTES, minute_of, time_of
from tests.outages.conftest import Play
from tests.outages.replays.test_replaying import written

# Detection knows what is usual after so many days.
DAYS = 4


@dataclass(frozen=True)
class Scene:
    """What came out of a scenario that began at minute `begins`: the incidents that stand, as the
    API shows them, by service; who was implicated, with whose incident; who was withdrawn.

    `regions`: codes of the places to which what happened was confined. `seen`: just after the last
    judged minute.
    """

    begins: int
    seen: datetime
    incidents: Mapping[str, Mapping[str, Any]]
    implicated: frozenset[tuple[str, str]]
    withdrawn: frozenset[str]
    regions: frozenset[str]
    rows: Mapping[str, Incident]

    def shared(self, service: str) -> str | None:
        """The slug of what the service's incident shares with others."""
        common = self.incidents[service]["common_cause"]
        return common and common["dependency"]["slug"]

    def declared_after(self, service: str) -> float:
        """Minutes from the beginning until the service's incident was declared."""
        waited = self.rows[service].declared_at - time_of(self.begins)
        return waited / timedelta(minutes=1)


def at(text: str) -> int:
    """The minute of a time in UTC."""
    return minute_of(datetime.fromisoformat(text).replace(tzinfo=UTC))


def played(
    play: Play,
    tmp_path: Path,
    name: str,
    *,
    start: int,
    seed: int,
    size: float,
    minutes: int,
    without: Collection[str] = (),
) -> Scene:
    """Replay a scenario that begins DAYS after the minute `start`; look `minutes` later.

    `without`: what no line tells.
    """
    lines = SCENARIOS[name].lines(
        start=start,
        days=DAYS,
        seed=seed,
        size=size,
        minutes=minutes,
    )
    lines = ({k: told for k, told in line.items() if k not in without} for line in lines)
    found = play(written(tmp_path / f"{name}.jsonl", lines))
    standing = [one for one in found if one.state != Incident.State.RETRACTED]
    implications = Implication.objects.filter(overturned=False).select_related(
        "service", "incident__service"
    )
    begins = start + DAYS * DAY_MINUTES
    happening = SCENARIOS[name].happens(SCENARIOS[name].moment(begins, seed=seed, size=size))
    return Scene(
        begins=begins,
        seen=Watch.objects.get().data_until + timedelta(seconds=30),
        incidents={one.service.slug: incident_body(one) for one in standing},
        implicated=frozenset((row.service.slug, row.incident.service.slug) for row in implications),
        withdrawn=frozenset(one.service.slug for one in found) - {i.service.slug for i in standing},
        regions=frozenset().union(*(outage.regions for outage in happening.outages)),
        rows={one.service.slug: one for one in standing},
    )
