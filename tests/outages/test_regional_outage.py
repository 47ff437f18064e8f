"""An outage in a region with a fiftieth of a country's people is that region's, hour after hour."""

from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from outages.models import Incident
from reports import kept, vocabulary
from reports.buckets import DAY_MINUTES, minute_of, time_of
from reports.models import MinuteCount, Region, Service
from tests.outages.conftest import START, Play
from tests.outages.replays.test_replaying import written

# Reporters an hour of the whole country, in 24 of its parts; US-VT has its fiftieth.
NATION, SMALL, SHARE = 600.0, "US-VT", 0.02
PARTS = 24
FIRST = minute_of(START) + 13 * 60
MINUTES = 240


def people(service: Service, codes: list[str]) -> None:
    """Four weeks by half hours, then minute by minute; never less, never more but by chance."""
    regions = vocabulary.read().regions
    rng = np.random.default_rng(4)
    rest = (1 - SHARE) / (PARTS - 1)
    shares = np.array([SHARE if code == SMALL else rest for code in codes])
    past = range(FIRST - 120 - 28 * DAY_MINUTES, FIRST - 240, 30)
    for minutes, width in ((past, 30), (range(FIRST - 240, FIRST + MINUTES + 60), 1)):
        counts = rng.poisson(NATION * shares * width / 60, (len(minutes), len(codes)))
        MinuteCount.objects.bulk_create(
            MinuteCount(
                service=service,
                region_id=regions[code],
                minute=minute,
                reports=n,
                volume=n,
                works=0,
                first_reporters=n,
            )
            for minute, row in zip(minutes, counts.tolist(), strict=True)
            for code, n in zip(codes, row, strict=True)
            if n
        )
    kept.forget_all()


@pytest.mark.timeout(300)
def test_a_region_of_two_in_a_hundred_is_down_alone_and_drags_nobody_along(
    play: Play, tmp_path: Path
) -> None:
    service = Service.objects.get(slug="whatsapp")
    parts = Region.objects.filter(country="US", level=Region.Level.SUBDIVISION)
    others = parts.exclude(code=SMALL).order_by("code").values_list("code", flat=True)
    people(service, [SMALL, *others[: PARTS - 1]])
    rng = np.random.default_rng(5)
    seconds = np.sort(rng.integers(0, MINUTES * 60, MINUTES)).tolist()
    lines = [
        {
            "at": f"{time_of(FIRST) + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}",
            "service": service.slug,
            "region": SMALL,
            "reporter": f"r{n}",
            "prefix": f"p{n}",
        }
        for n, second in enumerate(seconds)
    ]
    play(written(tmp_path / "log.jsonl", lines))
    incident = Incident.objects.get()
    assert incident.started_at >= time_of(FIRST - 10)
    assert incident.evidence["region"] == SMALL
    assert {row.region.code for row in incident.regions.select_related("region")} == {SMALL}
    assert incident.scope == Incident.Scope.REGIONAL
