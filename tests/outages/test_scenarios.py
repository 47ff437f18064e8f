"""Outages from the record, simulated: what the whole system makes of them."""

from datetime import timedelta
from pathlib import Path

import pytest

from outages.models import Implication, Incident
from outages.replays import demonstrating, simulating
from outages.showing.bodies import incident_body
from reports.buckets import DAY_MINUTES, minute_of
from tests.outages.conftest import START, Play
from tests.outages.replays.test_replaying import written

DAYS = 4
BEGIN = minute_of(START) + DAYS * DAY_MINUTES + 15 * 60 + 39


@pytest.mark.replayed
@pytest.mark.timeout(300)
def test_metas_services_fail_together_and_the_operator_is_named_while_carriers_are_not(
    play: Play, tmp_path: Path
) -> None:
    lines = simulating.simulate(
        services=demonstrating.SERVICES,
        first=minute_of(START),
        minutes=BEGIN - minute_of(START) + 30,
        seed=3,
        outages=demonstrating.outage(start=BEGIN),
    )
    incidents = play(written(tmp_path / "meta.jsonl", lines))
    down = {one.service.slug: one for one in incidents}
    assert set(down) == {"whatsapp", "instagram", "facebook", "messenger"}
    declared = START + timedelta(minutes=BEGIN - minute_of(START) + 3)
    assert down["whatsapp"].declared_at <= declared
    for one in incidents:
        body = incident_body(one)
        assert body["common_cause"]["dependency"]["slug"] == "meta"
        assert len(body["common_cause"]["incidents"]) == 3
        assert body["regions"]
        assert "Meta" in body["explanation"]["brief"]
        # That an operator's platform failed is known; what set it off is not.
        assert body["cause"]["confidence"] != "likely"
    implicated = set(Implication.objects.values_list("service__slug", flat=True))
    assert {"att", "verizon"} <= implicated
    assert Incident.objects.filter(service__slug__in=["att", "verizon", "vodafone-de"]).count() == 0


@pytest.mark.timeout(300)
def test_one_regions_outage_is_one_regional_incident(play: Play, tmp_path: Path) -> None:
    outage = simulating.Outage(
        service="movistar", start=BEGIN, minutes=60, peak=6.0, countries=frozenset({"ES"})
    )
    lines = simulating.simulate(
        services={"movistar": 6.0, "whatsapp": 8.0},
        first=minute_of(START),
        minutes=BEGIN - minute_of(START) + 30,
        seed=4,
        outages=[outage],
    )
    incidents = play(written(tmp_path / "regional.jsonl", lines))
    assert [one.service.slug for one in incidents] == ["movistar"]
    assert {row.region.code for row in incidents[0].regions.all()} == {"ES"}
    assert incidents[0].scope == Incident.Scope.REGIONAL
