"""What an explanation may say of symptoms: it is public, and stays."""

import pytest

from outages.explain import explain
from outages.explaining.facts import facts_of
from outages.explaining.gathering import Gathered
from outages.models import CommonCause
from reports import kept
from reports.models import Dependency
from tests.outages import crowd
from tests.outages.crowd import NOW


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"messaging": 30, "login": 6, "slow": 4}, [("messaging", 0.75)]),
        ({"messaging": 30, "login": 10}, [("messaging", 0.75), ("login", 0.25)]),
        ({"messaging": 4, "login": 2}, []),
    ],
)
def test_symptoms_of_a_few_are_not_told(
    db: None, counts: dict[str, int], told: list[tuple[str, float]]
) -> None:
    whatsapp = crowd.a_watched_service()
    incident = crowd.an_incident(whatsapp, lasted=20)
    gathered = Gathered(symptoms={whatsapp.pk: counts}, usual={}, notices={}, durations={})
    facts = facts_of(incident, gathered, None, {}, now=NOW)
    assert [(one.says, one.share) for one in facts.symptoms] == told


@pytest.mark.parametrize("is_its_own", [True, False])
def test_the_page_of_what_fails_is_told_from_its_victims(db: None, is_its_own: bool) -> None:
    crowd.the_places()
    cloud, chat = crowd.a_service("edge-status"), crowd.a_service("chat")
    root = Dependency.objects.create(slug="edge", name="Edge Net", kind="cdn", service=cloud)
    chat.depends_on.add(root, through_defaults={"p": 0.9})
    kept.forget_all()
    common = CommonCause.objects.create(dependency=root, probability=0.9, started_at=NOW)
    both = [crowd.an_incident(one, lasted=20, common_cause=common) for one in (cloud, chat)]
    incident = both[0] if is_its_own else both[1]
    gathered = Gathered(symptoms={}, usual={}, notices={}, durations={})
    facts = facts_of(incident, gathered, None, {common.pk: both}, now=NOW)
    assert facts.common_cause is not None
    assert facts.common_cause.is_page is is_its_own
    assert ("failure at Edge Net" in explain(facts).brief) is not is_its_own
