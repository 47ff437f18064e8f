"""What an incident opens on and goes on with: no region that the gate held back, every discard."""

from typing import Any

import pytest

from outages.causes.change import Change
from outages.judging import findings, opening
from outages.judging.diversity import Voices
from outages.judging.standing import RowReading, Standing
from outages.models import Incident
from reports import vocabulary
from reports.models import Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE


@pytest.fixture
def whatsapp(db: None) -> Service:
    return crowd.a_watched_service()


def row(region: str, **fields: Any) -> RowReading:
    numbers = {"observed": 20, "expected": 2.0, "relvar": 0.1, "severity": 12.0, "z": 7.0}
    return RowReading(
        **{
            "region": vocabulary.read().regions[region],
            "window": 10,
            "onset": MINUTE - 4,
            "fresh": True,
            **numbers,
            **fields,
        }
    )


def standing(service: Service, *rows: RowReading) -> Standing:
    return Standing(
        service=service.pk,
        minute=MINUTE,
        best=rows[0],
        above=rows,
        short_severity=9.0,
        regions={one.region: one.z for one in rows},
        others=(),
        strength=40.0,
        readings=rows,
        rise=Change(MINUTE - 5, MINUTE - 5, MINUTE - 5),
    )


def opened(whatsapp: Service, **fields: Any) -> tuple[Standing, opening.Opening]:
    flood, berlin = row("US-CA", observed=500, z=60.0), row("DE-BE")
    held_back = frozenset({flood.region, vocabulary.read().regions["001"]})
    voices = Voices(reporters=20, prefixes=(1,) * 20, networks={64496: 15, 64497: 5}, **fields)
    return standing(whatsapp, flood, berlin), opening.Opening(
        row=berlin, voices=voices, held_back=held_back
    )


def test_it_opens_on_the_row_that_passed_and_without_what_did_not(whatsapp: Service) -> None:
    found = findings.at_opening(*opened(whatsapp), discarded={"prefix_cap": 3})
    assert found.codes == {"DE-BE"}
    assert (found.observed, found.ratio) == (20, 10.0)
    evidence = found.evidence
    assert (evidence["region"], evidence["regions_agreeing"]) == ("DE-BE", ["DE-BE"])
    assert evidence["regions_held_back"] == ["US-CA"]
    assert evidence["discarded"] == {"prefix_cap": 3}
    assert (evidence["reporters"], evidence["prefixes"], evidence["networks"]) == (20, 20, 2)


def test_networks_that_are_mostly_unknown_are_no_evidence(whatsapp: Service) -> None:
    found = findings.at_opening(*opened(whatsapp, unnamed=40), discarded={})
    assert found.evidence["networks"] is None


def test_going_on_adds_discards_and_leaves_out_what_was_held_back(whatsapp: Service) -> None:
    stands, opens = opened(whatsapp)
    declared = findings.at_opening(stands, opens, discarded={"prefix_cap": 3}).evidence
    incident = crowd.an_incident(whatsapp, ["DE-BE"], evidence=declared, latest=declared)
    found = findings.going_on(
        stands, incident, calm_minutes=2, discarded={"prefix_cap": 1, "honeypot": 2}
    )
    assert found.codes == {"DE-BE"}
    assert found.evidence["discarded"] == {"prefix_cap": 4, "honeypot": 2}


def test_an_incident_from_before_these_were_kept_goes_on(whatsapp: Service) -> None:
    incident: Incident = crowd.an_incident(whatsapp, ["DE-BE"])
    found = findings.going_on(opened(whatsapp)[0], incident, calm_minutes=0, discarded={})
    assert found.codes == {"DE-BE", "US-CA"}
