"""How fresh what the public sees is."""

from datetime import timedelta

import pytest

from outages import board
from outages.models import Watch
from tests.outages import crowd
from tests.outages.crowd import NOW


def test_nothing_watched_yet_is_stale_and_keeps_its_time_for_a_minute(db: None) -> None:
    fresh = board.freshness(now=NOW)
    assert fresh.stale
    assert fresh.data_until is None
    assert board.freshness(now=NOW + timedelta(seconds=20)) == fresh


@pytest.mark.parametrize(
    ("ticked", "until", "stale"),
    [(5, 5, False), (60, 60, False), (61, 61, True), (5, 150, False), (5, 151, True)],
)
def test_late_ticks_and_late_data_are_stale(db: None, ticked: int, until: int, stale: bool) -> None:
    crowd.a_watch(now=NOW - timedelta(seconds=ticked))
    Watch.objects.update(data_until=NOW - timedelta(seconds=until))
    fresh = board.freshness(now=NOW)
    assert fresh.generated_at == NOW - timedelta(seconds=ticked)
    assert (fresh.stale, fresh.delayed_seconds) == (stale, until)
