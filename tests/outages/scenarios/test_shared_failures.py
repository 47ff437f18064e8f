"""What many stand on fails: it is named, and nobody else is accused."""

from dataclasses import replace

import pytest

from outages.models import Cause, Implication, Incident, Reading
from outages.replays.scenarios import SCENARIOS
from outages.replays.scenarios.shared import APPS, CARRIERS, ELSEWHERE, META, PROVIDERS, TENANTS, D
from tests.outages.scenarios.conftest import Past

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("shared failures")]
# The services of all of them, so that they share their quiet days.
PAST = replace(
    D,
    services={
        **SCENARIOS["d"].services,
        **SCENARIOS["k"].services,
        **SCENARIOS["l"].services,
    },
)


def by_service(incidents: list[Incident]) -> dict[str, Incident]:
    assert len({one.service_id for one in incidents}) == len(incidents)
    return {one.service.slug: one for one in incidents}


def standing(incidents: list[Incident]) -> dict[str, Incident]:
    return by_service([one for one in incidents if one.state != Incident.State.RETRACTED])


def root(incident: Incident) -> str:
    return incident.common_cause.dependency.slug if incident.common_cause else ""


def likely(incident: Incident) -> set[str]:
    """Causes that were called likely at any time."""
    said = incident.causes.filter(confidence="likely", says=Cause.Says.INFERENCE)
    return set(said.values_list("category", flat=True))


@pytest.mark.parametrize(("size", "hour", "seed"), [(0.1, 15.65, 2), (0.25, 3.1, 3)])
def test_metas_platform_is_named_and_carriers_are_not_down(
    past: Past, size: float, hour: float, seed: int
) -> None:
    incidents = standing(past.happens(SCENARIOS["k"], hour=hour, seed=seed, size=size, minutes=25))
    assert set(incidents) == set(META)
    assert {root(one) for one in incidents.values()} == {"meta"}
    # What set it off cannot be seen from outside.
    assert not set().union(*map(likely, incidents.values()))
    blamed = Reading.objects.filter(reason=Reading.Reason.IMPLICATED)
    assert set(blamed.values_list("service__slug", flat=True)) & set(CARRIERS)
    implicated = Implication.objects.values_list("incident__service__slug", flat=True)
    assert set(implicated) <= set(META)


@pytest.mark.parametrize(("size", "hour", "seed"), [(0.3, 10.55, 4), (0.6, 19.2, 5)])
def test_a_power_cut_of_two_countries_accuses_no_provider(
    past: Past, size: float, hour: float, seed: int
) -> None:
    incidents = standing(past.happens(SCENARIOS["l"], hour=hour, seed=seed, size=size, minutes=25))
    assert len(set(incidents) & set(PROVIDERS)) >= 6
    assert set(incidents) <= {*PROVIDERS, *APPS}
    for slug, one in incidents.items():
        assert likely(one) <= {"external_event"}
        if slug in PROVIDERS:
            assert root(one) == "iberian-grid"
            (shown,) = [cause for cause in one.causes.all() if cause.current]
            assert (shown.category, shown.confidence) == ("external_event", "likely")
        else:
            assert root(one) in ("", "iberian-grid")
            assert one.scope != Incident.Scope.GLOBAL


def test_a_cloud_is_named_by_its_tenants_and_those_elsewhere_are_well(past: Past) -> None:
    """The first wave; test_long_outage.py has the relapse, and the baseline a week later."""
    incidents = by_service(past.happens(SCENARIOS["d"], hour=7.2, seed=6, size=0.2, minutes=20))
    assert set(incidents) <= set(TENANTS)
    assert len(incidents) >= len(TENANTS) - 1
    assert not set(incidents) & set(ELSEWHERE)
    assert {root(one) for one in incidents.values()} == {"aws-us-east-1"}
    for one in incidents.values():
        assert likely(one) <= {"third_party_dependency"}
