"""A stage for services that rise beside each other: quiet hours, then crowds, minute by minute."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

from outages import watch
from outages.models import Implication, Incident
from reports import counting
from reports.buckets import minute_of
from reports.messages import NewReport
from tests.builders import a_report
from tests.outages.conftest import START, later

# The first hours of an instance teach it how quiet its services are.
QUIET_HOURS = 30
FIRST = QUIET_HOURS * 60


def quiet(services: Mapping[str, float]) -> None:
    """Hours in which each service got so many reports an hour, evenly."""
    lines = []
    for slug, hourly in services.items():
        for n in range(int(QUIET_HOURS * hourly)):
            lines.append(one(slug, later(60 * n / hourly)))
    counting.store(lines)


def one(service: str, at: Any, **more: Any) -> NewReport:
    """A report of somebody new."""
    who = {"reporter": uuid4(), "prefix": uuid4(), "symptom": "slow", "region": "US-NY"}
    return a_report(service=service, at=at, **{**who, **more})


def crowd(service: str, by_minute: Sequence[int], *, first: int = FIRST, **more: Any) -> None:
    """So many people in each minute from `first` on."""
    counting.store(
        [
            one(service, later(first + i) + timedelta(seconds=1 + n % 58), **more)
            for i, people in enumerate(by_minute)
            for n in range(people)
        ]
    )


def judge(minutes: int, *, first: int = FIRST) -> list[set[str]]:
    """Judge so many minutes; gives which services were down after each."""
    down = []
    for minute in range(first, first + minutes):
        now = later(minute + 1)
        watch.judge(minute=minute_of(START) + minute, now=now, data_until=now)
        ongoing = Incident.objects.ongoing().values_list("service__slug", flat=True)
        down.append(set(ongoing))
    return down


def implicated() -> dict[str, str]:
    """Who is implicated now, and by whom."""
    return dict(
        Implication.objects.filter(until=None).values_list(
            "service__slug", "incident__service__slug"
        )
    )
