"""What an incident that goes on brings does not become the usual level, for a day."""

import pytest

from outages.judging import reach, series
from reports.buckets import DAY_MINUTES
from tests.outages import crowd
from tests.outages.crowd import MINUTE


@pytest.mark.parametrize(
    ("minutes_ago", "held"), [(30, True), (DAY_MINUTES - 1, True), (DAY_MINUTES, False)]
)
def test_the_level_is_held_from_the_start_of_an_ongoing_incident_for_a_day(
    db: None, minutes_ago: int, held: bool
) -> None:
    crowd.the_places()
    down, fine = crowd.a_service("whatsapp"), crowd.a_service("signal")
    for service in (down, fine):
        crowd.reports(service, {"DE-BE": 3})
    incident = crowd.an_incident(down, minutes_ago=minutes_ago)
    counts = series.read(first=MINUTE - 179, last=MINUTE)
    said = reach.held_from(counts, minute=MINUTE, ongoing=[incident])
    mine = counts.services == down.pk
    assert (said[mine] == (MINUTE - minutes_ago if held else reach.NEVER)).all()
    assert (said[~mine] == reach.NEVER).all()
