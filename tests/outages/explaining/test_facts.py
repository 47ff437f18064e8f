"""What an explanation may say of symptoms: it is public, and stays."""

import pytest

from outages.explaining.facts import facts_of
from outages.explaining.gathering import Gathered
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
