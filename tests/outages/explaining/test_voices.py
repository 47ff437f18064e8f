"""Our signals, the operator and moderators on one incident's cause: which is shown, what stays."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from outages import moderating
from outages.causes.signals import CauseVerdict
from outages.causes.taxonomy import GROUP_OF
from outages.explaining import official, verdicts, why
from outages.models import CauseWord, Incident, Notice
from reports.models import Service
from tests.outages import crowd
from tests.outages.crowd import NOW

pytestmark = pytest.mark.django_db

BUG = "The outage was caused by a software bug."
TOLD_US = "Their engineers told us."
LATEST = {"observed": 40, "expected": 1.5, "window": 15, "z": 12.0}


@pytest.fixture
def mod() -> User:
    return User.objects.create_user("mo", is_staff=True)


@pytest.fixture
def service() -> Service:
    crowd.the_places()
    return crowd.a_service()


@pytest.fixture
def incident(service: Service) -> Incident:
    return crowd.an_incident(service, ["DE-BE"], latest=LATEST)


def found(
    category: str = "capacity_overload", confidence: Any = "likely", p: float = 0.8
) -> CauseVerdict:
    group = GROUP_OF[category]
    if confidence == "undetermined":
        return CauseVerdict("unknown", "unknown", confidence, p, (), (), category)
    return CauseVerdict(category, group, confidence, p, (), (), category)


def judge(incident: Incident, verdict: CauseVerdict, *, minutes: float = 0) -> None:
    """What a tick does with one incident, so many minutes from now."""
    now = NOW + timedelta(minutes=minutes)
    whole = Incident.objects.whole().get(pk=incident.pk)
    one = verdicts.Judging.of(whole, now=now)
    one.infer(verdict)
    one.hear(official.statements([whole], now=now).get(whole.pk))
    verdicts.save_all([one])


def a_notice(service: Service, text: str = BUG, *, minutes: float = 0, **fields: Any) -> Notice:
    at = NOW + timedelta(minutes=minutes)
    return Notice.objects.create(
        service=service, text=text, **{"at": at, "kind": "status"} | fields
    )


def shown(incident: Incident) -> tuple[str, str]:
    cause = incident.causes.get(current=True)
    return (cause.says, cause.category)


def changes(incident: Incident) -> list[str]:
    entries = incident.timeline.filter(kind="cause_changed")
    return list(entries.values_list("text", flat=True))


def set_cause(
    incident: Incident, mod: User, category: str = "cyberattack", **more: Any
) -> CauseWord:
    said: dict[str, Any] = {"by": mod, "reason": TOLD_US, "now": NOW + timedelta(minutes=5)}
    return moderating.set_cause(incident.pk, **{"category": category} | said | more)


def test_the_operators_word_is_shown_and_our_own_goes_on_beneath(
    service: Service, incident: Incident
) -> None:
    judge(incident, found())
    a_notice(service)
    judge(incident, found(), minutes=1)
    assert shown(incident) == ("official", "software_bug")
    said = incident.causes.get(says="official")
    assert (said.words, said.was_read, said.said_at) == (BUG, True, NOW)
    # The signals change their mind: nothing of it is shown, and nothing is lost.
    judge(incident, found("network_connectivity"), minutes=30)
    assert shown(incident) == ("official", "software_bug")
    own = list(incident.causes.filter(says="inference").values_list("category", "until"))
    later = NOW + timedelta(minutes=30)
    assert own == [("capacity_overload", later), ("network_connectivity", None)]
    assert changes(incident) == [
        "According to its operator the cause is a fault in its own software"
        " (before: likely overload)."
    ]


def test_a_word_that_is_taken_back_falls_back_to_what_the_signals_say_now(
    service: Service, incident: Incident
) -> None:
    judge(incident, found())
    notice = a_notice(service)
    judge(incident, found("network_connectivity"), minutes=30)
    notice.delete()
    why.hear(service.pk, now=NOW + timedelta(minutes=31))
    assert shown(incident) == ("inference", "network_connectivity")
    assert incident.causes.get(says="official").until == NOW + timedelta(minutes=31)
    assert changes(incident)[-1] == (
        "Likely cause now: a network failure"
        " (before: a fault in its own software, by its operator)."
    )


def test_a_moderators_word_stands_above_the_operators(
    service: Service, incident: Incident, mod: User
) -> None:
    judge(incident, found())
    a_notice(service)
    judge(incident, found(), minutes=1)
    set_cause(incident, mod)
    judge(incident, found(), minutes=6)
    assert shown(incident) == ("moderator", "cyberattack")
    assert "According to a moderator the cause is an attack" in Incident.objects.get().brief
    moderating.leave_cause(incident.pk, by=mod, reason="A mistake.", now=NOW + timedelta(minutes=9))
    assert shown(incident) == ("official", "software_bug")
    assert "According to its operator" in Incident.objects.get().brief
    assert changes(incident)[1:] == [
        "A moderator set the cause: an attack (before: a fault in its own software, by its"
        f" operator). {TOLD_US}",
        "A moderator leaves the cause to the signals again: A mistake. According to its operator"
        " the cause is a fault in its own software (before: an attack, by a moderator).",
    ]


def test_a_moderator_may_name_only_a_group(incident: Incident, mod: User) -> None:
    judge(incident, found())
    set_cause(incident, mod, "unknown", group="infrastructure")
    cause = incident.causes.get(current=True)
    assert (cause.category, cause.group) == ("unknown", "infrastructure")


@pytest.mark.parametrize(
    ("category", "group"), [("unknown", "unknown"), ("unknown", ""), ("gremlins", "change")]
)
def test_what_is_no_cause_is_not_taken(
    incident: Incident, mod: User, category: str, group: str
) -> None:
    with pytest.raises(moderating.NotSo):
        set_cause(incident, mod, category, group=group)
    assert not CauseWord.objects.exists()


def test_of_an_incident_that_is_over_the_cause_can_be_told_too(service: Service, mod: User) -> None:
    incident = crowd.an_incident(service, minutes_ago=300, lasted=60)
    crowd.a_cause(incident)
    set_cause(incident, mod)
    assert shown(incident) == ("moderator", "cyberattack")
    incident.refresh_from_db()
    assert "an attack" in incident.brief
    assert " had problems" in incident.brief


def test_a_false_alarm_has_no_cause(incident: Incident, mod: User) -> None:
    judge(incident, found())
    moderating.retract(incident.pk, by=mod, reason="A meme.", now=NOW)
    with pytest.raises(moderating.NotSo):
        set_cause(incident, mod)


def test_every_word_on_a_cause_stays_and_says_who(incident: Incident, mod: User) -> None:
    judge(incident, found())
    set_cause(incident, mod)
    with pytest.raises(moderating.NotSo):
        set_cause(incident, mod, reason="Again.")
    set_cause(incident, mod, "external_event", now=NOW + timedelta(minutes=7))
    again: dict[str, Any] = {
        "by": mod,
        "reason": "Nobody knows.",
        "now": NOW + timedelta(minutes=9),
    }
    moderating.leave_cause(incident.pk, **again)
    with pytest.raises(moderating.NotSo):
        moderating.leave_cause(incident.pk, **again)
    words = CauseWord.objects.order_by("pk").values_list("word", "category", "current", "by_name")
    assert list(words) == [
        ("set", "cyberattack", False, "mo"),
        ("set", "external_event", False, "mo"),
        ("left", "", True, "mo"),
    ]
    with pytest.raises(TypeError):
        CauseWord.objects.all()[0].delete()


def test_without_signals_a_withdrawn_word_leaves_the_cause_open(
    incident: Incident, mod: User
) -> None:
    set_cause(incident, mod)
    moderating.leave_cause(incident.pk, by=mod, reason="A mistake.", now=NOW)
    incident.refresh_from_db()
    assert not incident.causes.filter(current=True).exists()
    assert "not determined" in incident.brief


@pytest.mark.parametrize(
    "fields",
    [
        {"current": True, "until": NOW},
        {"says": "official"},
        {"says": "moderator", "said_at": NOW},
        {"says": "inference", "said_at": NOW},
    ],
)
def test_the_database_refuses_a_cause_that_cannot_be(
    incident: Incident, fields: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        crowd.a_cause(incident, **fields)


def test_one_voice_says_one_thing_at_a_time(incident: Incident) -> None:
    crowd.a_cause(incident)
    with pytest.raises(IntegrityError), transaction.atomic():
        crowd.a_cause(incident, current=False)


NOISE = [
    found(confidence="likely"),
    found(confidence="possible", p=0.6),
    found("network_connectivity", p=0.75),
    found(confidence="undetermined", p=0.3),
    found("software_bug", "possible", 0.5),
]


def test_noise_from_minute_to_minute_is_no_event(incident: Incident) -> None:
    for minute in range(60):
        judge(incident, NOISE[minute % len(NOISE)], minutes=minute)
    assert shown(incident) == ("inference", "capacity_overload")
    assert (incident.causes.count(), changes(incident)) == (1, [])


def test_a_surer_verdict_is_shown_at_once_and_a_weaker_one_waits(incident: Incident) -> None:
    judge(incident, found(confidence="possible"))
    judge(incident, found("cyberattack"), minutes=1)
    assert shown(incident)[1] == "cyberattack"
    for minute in range(2, 16):
        judge(incident, found(confidence="undetermined", p=0.3), minutes=minute)
    assert shown(incident)[1] == "cyberattack"
    judge(incident, found(confidence="undetermined", p=0.3), minutes=16)
    assert shown(incident)[1] == "unknown"
    assert changes(incident) == [
        "Likely cause now: an attack (before: possibly overload).",
        "The cause is not determined any more (before: likely an attack).",
    ]


def test_another_cause_that_is_as_sure_is_shown_once_the_first_is_not_found_any_more(
    incident: Incident,
) -> None:
    judge(incident, found())
    for minute in range(1, 5):
        judge(incident, found("cyberattack"), minutes=minute)
    assert shown(incident)[1] == "capacity_overload"
    judge(incident, found("cyberattack"), minutes=5)
    assert shown(incident)[1] == "cyberattack"


def test_probabilities_within_a_verdict_are_no_event(incident: Incident) -> None:
    for minute, p in enumerate((0.72, 0.9, 0.71, 0.95)):
        judge(incident, replace(found(), probability=p), minutes=minute)
    cause = incident.causes.get()
    assert (cause.probability, cause.confirmed_at) == (0.95, NOW + timedelta(minutes=3))
    assert changes(incident) == []


def test_what_was_found_while_it_was_loud_outlasts_the_calm_before_the_end(
    incident: Incident,
) -> None:
    judge(incident, found(confidence="possible", p=0.6))
    Incident.objects.update(calm_minutes=1)
    for minute in range(1, 30):
        judge(incident, found("external_event", "possible", 0.5), minutes=minute)
    cause = incident.causes.get()
    assert (cause.category, cause.confirmed_at) == ("capacity_overload", NOW)
    # What comes to light then is news all the same.
    judge(incident, found("cyberattack"), minutes=30)
    assert shown(incident) == ("inference", "cyberattack")
