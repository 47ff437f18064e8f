"""Services that fall silent, services that appear, in an instance that has been there for weeks."""

from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from outages.models import Incident
from outages.showing.freshness import freshness
from outages.showing.statuses import statuses
from reports import kept, vocabulary
from reports.buckets import DAY_MINUTES, minute_of, time_of
from reports.models import MinuteCount, Service
from tests.outages.conftest import START, Play
from tests.outages.replays.test_replaying import written

FIRST = minute_of(START)
SILENT_DAYS = 10


def weeks(slug: str, *, first: int, last: int, hourly: float) -> None:
    """A service's usual life by half hours, all in one place."""
    rng = np.random.default_rng(len(slug))
    minutes = range(first, last, 30)
    service = Service.objects.get(slug=slug)
    MinuteCount.objects.bulk_create(
        MinuteCount(
            service=service,
            region_id=vocabulary.read().regions["DE-BE"],
            minute=minute,
            reports=n,
            volume=n,
            works=0,
            first_reporters=n,
        )
        for minute, n in zip(minutes, rng.poisson(hourly / 2, len(minutes)).tolist(), strict=True)
        if n
    )
    kept.forget_all()


def log(path: Path, slug: str, seconds: list[int]) -> Path:
    """People who report a service, so many seconds after FIRST."""
    lines = [
        {
            "at": f"{time_of(FIRST) + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}",
            "service": slug,
            "region": "DE-BE",
            "reporter": f"r{n}",
            "prefix": f"p{n}",
        }
        for n, second in enumerate(sorted(seconds))
    ]
    return written(path, lines)


def status(slug: str) -> tuple[str, str]:
    service = Service.objects.get(slug=slug).pk
    now = time_of(FIRST + 8 * 60 + 1) + timedelta(seconds=30)
    said = statuses([service], fresh=freshness(now=now))[service]
    return said.status, said.reason


@pytest.mark.parametrize("days", [SILENT_DAYS, 40])
def test_a_dead_service_opens_nothing_and_is_not_called_well(
    play: Play, tmp_path: Path, days: int
) -> None:
    weeks("whatsapp", first=FIRST - 40 * DAY_MINUTES, last=FIRST, hourly=30)
    if days < 40:
        weeks("signal", first=FIRST - 40 * DAY_MINUTES, last=FIRST - days * DAY_MINUTES, hourly=4)
    # Two who still try, and one who comes back in the evening of the log.
    assert not play(log(tmp_path / "log.jsonl", "signal", [600, 7_000, 28_800]))
    assert status("signal") == ("unknown", "too_few")


def test_a_dead_service_that_many_report_again_is_an_incident(play: Play, tmp_path: Path) -> None:
    weeks("whatsapp", first=FIRST - 40 * DAY_MINUTES, last=FIRST, hourly=30)
    weeks("signal", first=FIRST - 40 * DAY_MINUTES, last=FIRST - 10 * DAY_MINUTES, hourly=4)
    burst = np.random.default_rng(2).integers(3 * 3600, 3 * 3600 + 1200, 60).tolist()
    found = play(log(tmp_path / "log.jsonl", "signal", burst))
    assert [one.service.slug for one in found] == ["signal"]


def test_a_new_service_of_an_old_instance_is_judged_by_itself_from_its_first_day(
    play: Play, tmp_path: Path
) -> None:
    """It comes with a busy first day of its own, and nothing opens; then half an hour of ten times
    as many, and it does."""
    weeks("whatsapp", first=FIRST - 28 * DAY_MINUTES, last=FIRST + DAY_MINUTES, hourly=30)
    rng = np.random.default_rng(3)
    day = rng.integers(0, 86_400, 24 * 12).tolist()
    burst = rng.integers(72_000, 73_800, 120).tolist()
    found = play(log(tmp_path / "log.jsonl", "signal", [*day, *burst]))
    assert [one.service.slug for one in found] == ["signal"]
    assert found[0].started_at >= time_of(FIRST + 1_200 - 5)
    assert Incident.objects.count() == 1
