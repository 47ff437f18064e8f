"""Two waves of a cloud's outage: one incident a service, one relapse, and what is usual stays so.

Waves of two hours; `manage.py simulate --waves` writes those of 5.5 that such an outage has had.
"""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from outages.judging import expectation, series
from outages.models import Incident, TimelineEntry
from outages.replays import simulating
from reports import kept, vocabulary
from reports.buckets import DAY_MINUTES, minute_of
from reports.models import MinuteCount, Service
from tests.outages.conftest import START, Play
from tests.outages.replays.test_replaying import written

SERVICES = ("whatsapp", "signal")
PLACES = ("US-CA", "US-NY", "DE-BY", "DE-NW")
DAY = minute_of(START)
WEEK = 7 * DAY_MINUTES
FIRST = DAY + 420
WAVE = 120
WAVES = simulating.two_waves(SERVICES, start=FIRST, peak=5.0, minutes=WAVE)
LAST = WAVES[-1].start + WAVE


def usual_life(*, first: int, last: int) -> None:
    """So many people as the hour has always brought, in each place, week after week."""
    ids = Service.objects.in_bulk(SERVICES, field_name="slug")
    regions = vocabulary.read().regions
    MinuteCount.objects.bulk_create(
        MinuteCount(
            service=ids[slug],
            region_id=regions[code],
            minute=minute,
            reports=people,
            volume=people,
            works=0,
            first_reporters=people,
        )
        for minute in range(first, last, 10)
        for people in [1 + (minute % DAY_MINUTES > 480)]
        for slug in SERVICES
        for code in PLACES
    )
    kept.forget_all()


def usual(minutes: NDArray[np.int64], *, day: int) -> NDArray[np.float64]:
    """What is usual an hour, [series, hours]: of both services, in all and by places."""
    expectation.ensure(day)
    regions = vocabulary.read().regions
    ids = Service.objects.in_bulk(SERVICES, field_name="slug")
    keys = [
        (ids[slug].pk, region)
        for slug in SERVICES
        for region in (series.world(), *(regions[code] for code in (*PLACES, "US", "DE")))
    ]
    mean = expectation.expected_per_minute(keys, minutes, minute=day * DAY_MINUTES).mean
    return mean.reshape(len(keys), -1, 60).sum(axis=2)


@pytest.mark.replayed
@pytest.mark.timeout(300)
def test_two_waves_are_one_incident_and_next_week_has_its_old_baseline(
    play: Play, tmp_path: Path
) -> None:
    usual_life(first=DAY - 4 * WEEK, last=DAY + WEEK)
    lines = simulating.simulate(
        services=dict.fromkeys(SERVICES, 0.5),
        first=FIRST - 120,
        minutes=LAST + 360 - FIRST,
        seed=3,
        outages=WAVES,
    )
    hours = np.arange(FIRST - 120, LAST + 120)
    before = usual(hours, day=DAY // DAY_MINUTES)
    incidents = play(written(tmp_path / "log.jsonl", lines))
    assert sorted(one.service.slug for one in incidents) == sorted(SERVICES)
    for incident in incidents:
        kinds = list(incident.timeline.values_list("kind", flat=True))
        assert kinds.count(TimelineEntry.Kind.RELAPSED) == 1
        assert kinds.count(TimelineEntry.Kind.RESOLVED) == 2
        assert incident.state == Incident.State.RESOLVED and incident.resolved_at
        assert abs(minute_of(incident.started_at) - FIRST) <= 10
        assert abs(minute_of(incident.resolved_at) - LAST) <= 60
        assert incident.severity in (Incident.Severity.MAJOR, Incident.Severity.CRITICAL)
    kept.forget_all()
    after = usual(hours + WEEK, day=DAY // DAY_MINUTES + 7)
    assert after == pytest.approx(before, rel=0.05)
