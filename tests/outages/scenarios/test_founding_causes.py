"""One messenger, eight causes: the right group or none yet, and never a wrong cause as likely."""

from dataclasses import replace

import pytest

from outages.causes.taxonomy import GROUP_OF, UNKNOWN
from outages.models import Cause, Incident
from outages.replays.scenarios import SCENARIOS
from outages.replays.scenarios.founding import FOUNDING, SERVICES, TENANTS
from tests.outages.scenarios.conftest import Past

pytestmark = [
    pytest.mark.replayed,
    pytest.mark.timeout(300),
    pytest.mark.xdist_group("founding causes"),
]
PAST = replace(FOUNDING[0], services={**SERVICES, **TENANTS})
CAUSE = {
    "server-fault": "software_bug",
    "overload": "capacity_overload",
    "bad-update": "software_update",
    "maintenance": "planned_maintenance",
    "data-centre-power": "hardware_power",
    "regional-connectivity": "network_connectivity",
    "cloud-provider": "third_party_dependency",
    "ddos": "cyberattack",
}
EVENING = 19.3
# Until the operators have spoken.
LONG, SHORT = {"overload": 50}, 30


def of(incidents: list[Incident], slug: str = "whatsapp") -> Incident:
    (found,) = [one for one in incidents if one.service.slug == slug]
    return found


def inferred(incident: Incident) -> list[Cause]:
    """All that our own signals said, the latest last."""
    return list(incident.causes.filter(says=Cause.Says.INFERENCE).order_by("at", "pk"))


def holds(said: Cause, cause: str) -> bool:
    """Right, right as a group, or open with the right cause among the others."""
    if said.group == UNKNOWN:
        return cause in [slug for slug, _group, _chance in said.alternatives]
    return said.group == GROUP_OF[cause]


def hour_of(name: str, other: float) -> float:
    return EVENING if name == "overload" else other


@pytest.mark.parametrize("name", CAUSE)
def test_from_the_reports_alone_it_is_told_or_left_open(past: Past, name: str) -> None:
    incidents = past.happens(
        SCENARIOS[f"whatsapp-{name}"],
        hour=hour_of(name, 14.6),
        seed=11,
        size=0.5,
        minutes=30,
        with_notices=False,
    )
    said = inferred(of(incidents))
    assert [one.category for one in said if one.confidence == "likely"] in (
        [],
        *([CAUSE[name]] * n for n in range(1, 4)),
    )
    assert holds(said[-1], CAUSE[name])


@pytest.mark.parametrize("name", CAUSE)
def test_once_somebody_speaks_it_is_told(past: Past, name: str) -> None:
    incidents = past.happens(
        SCENARIOS[f"whatsapp-{name}"],
        hour=hour_of(name, 3.2),
        seed=12,
        size=0.3,
        minutes=LONG.get(name, SHORT),
        with_networks=False,
    )
    shown = [one for one in of(incidents).causes.all() if one.current]
    (last,) = shown
    if name == "cloud-provider":
        # Its own operator says nothing, and nobody knows that it stands on that cloud.
        assert last.confidence != "likely" or last.category == CAUSE[name]
        assert holds(last, CAUSE[name])
        return
    assert (last.category, last.confidence) == (CAUSE[name], "likely")
