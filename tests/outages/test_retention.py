"""Readings are kept for thirty days; those of incidents for ever."""

from datetime import timedelta

import pytest

from outages import retention
from outages.models import Reading
from reports.buckets import DAY_MINUTES
from tests.outages import crowd

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("days", "of_an_incident", "stays"),
    [(1, False, True), (29, False, True), (31, False, False), (31, True, True), (400, True, True)],
)
def test_an_old_reading_goes_unless_an_incident_needs_it(
    days: int, of_an_incident: bool, stays: bool
) -> None:
    crowd.the_places()
    service = crowd.a_service()
    incident = crowd.an_incident(service) if of_an_incident else None
    crowd.readings(service, [crowd.MINUTE - days * DAY_MINUTES])
    Reading.objects.update(incident=incident)
    gone = retention.forget(now=crowd.NOW)
    assert (Reading.objects.exists(), gone) == (stays, int(not stays))


def test_many_go_in_batches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    crowd.the_places()
    service = crowd.a_service()
    long_ago = crowd.MINUTE - 40 * DAY_MINUTES
    crowd.readings(service, range(long_ago, long_ago + 5))
    monkeypatch.setattr(retention, "BATCH", 2)
    assert retention.forget(now=crowd.NOW + timedelta(days=1)) == 5
    assert not Reading.objects.exists()
