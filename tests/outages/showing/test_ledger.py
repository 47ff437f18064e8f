"""The detector's own record: counted by moderators' words, over periods, with what it is worth."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from outages import moderating
from outages.detection import lifecycle
from outages.models import Incident, MissedOutage, Notice
from outages.showing.ledger import accuracy
from reports.models import Service
from tests.outages import crowd

pytestmark = pytest.mark.django_db

NOW = crowd.NOW
DAY = 1440


@pytest.fixture
def service() -> Service:
    crowd.the_places()
    return crowd.a_service()


@pytest.fixture
def mod() -> User:
    return User.objects.create_user("mo")


def period(days: int | None) -> Any:
    return next(one for one in accuracy(now=NOW)["periods"] if one["days"] == days)


def an_incident(service: Service, days_ago: float, **more: Any) -> Incident:
    return crowd.an_incident(service, minutes_ago=int(days_ago * DAY), lasted=60, **more)


def test_nothing_declared_is_no_share_of_anything(db: None) -> None:
    for one in accuracy(now=NOW)["periods"]:
        assert (one["declared"], one["unreviewed"]) == (0, 0)
        assert (one["precision"], one["recall"], one["lead"]) == (None, None, None)


def test_incidents_are_counted_by_the_word_that_stands(service: Service, mod: User) -> None:
    words = (moderating.confirm, moderating.retract)
    said: dict[str, Any] = {"by": mod, "reason": "So it was.", "now": NOW}
    for n, word in enumerate([*words, words[0], None]):
        incident = an_incident(service, 10 + n)
        if word:
            word(incident.pk, **said)
    # A word that was taken back does not count twice.
    changed = an_incident(service, 3)
    for word in words:
        word(changed.pk, **said)
    for days_ago in (5, 7):
        missed = MissedOutage(service=service, started_at=NOW - timedelta(days=days_ago))
        moderating.record_missed(missed, **said)
    wrong = MissedOutage(service=service, started_at=NOW - timedelta(days=6))
    moderating.record_missed(wrong, **said)
    moderating.withdraw_missed(wrong.pk, **said)
    one = period(30)
    names = ("declared", "confirmed", "retracted", "missed", "unreviewed")
    assert [one[name] for name in names] == [5, 2, 2, 2, 1]
    assert (one["precision"]["value"], one["precision"]["n"]) == (0.5, 4)
    assert (one["recall"]["value"], one["recall"]["n"]) == (0.5, 4)
    assert one["recall"]["high"] - one["recall"]["low"] > 0.6


def test_each_period_has_its_own(service: Service) -> None:
    for days_ago in (1, 40, 100, 400):
        an_incident(service, days_ago)
    assert [period(days)["declared"] for days in (30, 90, 365, None)] == [1, 2, 3, 4]


def notice(service: Service, incident: Incident, minutes: int, kind: str = "status") -> None:
    at = incident.declared_at + timedelta(minutes=minutes)
    Notice.objects.create(service=service, at=at, kind=kind, text="We are looking into it.")


@pytest.mark.parametrize(
    ("minutes", "lead"),
    [
        # From our word to theirs: above 0, we were first.
        ([12], {"n": 1, "median_minutes": 12.0, "quartiles_minutes": None}),
        ([-20, 10, 20, 60], {"n": 4, "median_minutes": 15.0, "quartiles_minutes": [2.5, 30.0]}),
        # A word of the day before, or of two days later, is about something else.
        ([-600], None),
        ([2 * DAY], None),
    ],
)
def test_the_lead_over_the_operator(service: Service, minutes: Sequence[int], lead: Any) -> None:
    for n, after in enumerate(minutes):
        incident = an_incident(service, 4 + 4 * n)
        notice(service, incident, after)
        # Neither a later word, nor one of another kind, is the first.
        notice(service, incident, after + 5)
        notice(service, incident, 0, kind="maintenance")
    assert period(30)["lead"] == lead


def test_a_false_alarm_has_no_lead(service: Service, mod: User) -> None:
    incident = an_incident(service, 2)
    notice(service, incident, 30)
    moderating.retract(incident.pk, by=mod, reason="Nothing.", now=NOW)
    assert period(30)["lead"] is None


def test_the_thresholds_are_those_in_force(db: None, settings: Any) -> None:
    settings.GATE_FULL_PREFIXES = 9
    thresholds = accuracy(now=NOW)["thresholds"]
    assert thresholds["open_above"] == lifecycle.OPEN_ABOVE
    assert thresholds["gate"]["full_prefixes"] == 9
