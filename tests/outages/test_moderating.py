"""Moderators say whether an incident was one; their words are kept, and the watch heeds them."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from outages import incidents, moderating
from outages.detection import lifecycle
from outages.incidents import Finding
from outages.models import (
    CommonCause,
    Implication,
    Incident,
    MissedOutage,
    TimelineEntry,
    Verdict,
)
from reports.buckets import minute_of
from reports.models import Dependency, Service
from tests.outages import crowd

pytestmark = pytest.mark.django_db

NOW = crowd.NOW
MEME = "A meme, not an outage."


@pytest.fixture
def mod() -> User:
    return User.objects.create_user("mo", is_staff=True)


@pytest.fixture
def service() -> Service:
    crowd.the_places()
    return crowd.a_service()


def a_finding(
    service: Service, *, minute: int = crowd.MINUTE, z: float = 8.0, observed: int = 40
) -> Finding:
    record: dict[str, Any] = {
        "region": "001",
        "window": 15,
        "observed": 40,
        "expected": 1.5,
        "relative_variance": 0.1,
        "severity": 15.0,
        "z": z,
        "model_version": "test",
    }
    return Finding(
        service=service.pk,
        minute=minute,
        onset=minute - 10,
        window=15,
        observed=observed,
        expected=1.5,
        z=z,
        ratio=26.7,
        severity="major",
        active=4,
        regions={},
        codes=frozenset(),
        evidence=record,
    )


def test_a_retracted_incident_ends_and_says_so(service: Service, mod: User) -> None:
    incident = crowd.an_incident(service, ["DE-BE"])
    crowd.a_cause(incident)
    moderating.retract(incident.pk, by=mod, reason=MEME, now=NOW)
    incident.refresh_from_db()
    assert (incident.state, incident.resolved_at) == (Incident.State.RETRACTED, NOW)
    assert incident.regions.get().ended_at == NOW
    entry = TimelineEntry.objects.get(incident=incident)
    assert (entry.kind, MEME in entry.text) == ("retracted", True)
    assert "withdrawn" in incident.brief


def test_one_that_was_over_keeps_its_end(service: Service, mod: User) -> None:
    incident = crowd.an_incident(service, minutes_ago=300, lasted=60)
    moderating.retract(incident.pk, by=mod, reason=MEME, now=NOW)
    before = incident.resolved_at
    incident.refresh_from_db()
    assert incident.resolved_at == before


def test_what_hangs_on_it_ends_with_it(service: Service, mod: User) -> None:
    root = Dependency.objects.create(slug="meta", name="Meta", kind=Dependency.Kind.OPERATOR)
    common = CommonCause.objects.create(dependency=root, probability=0.9, started_at=NOW)
    incident = crowd.an_incident(service, common_cause=common)
    crowd.an_implication(crowd.a_service("verizon", category="provider"), incident)
    moderating.retract(incident.pk, by=mod, reason=MEME, now=NOW)
    common.refresh_from_db()
    incident.refresh_from_db()
    assert (common.ended_at, incident.common_cause) == (NOW, None)
    assert Implication.objects.get().until == NOW


def test_every_word_stays_and_one_is_current(service: Service, mod: User) -> None:
    incident = crowd.an_incident(service)
    moderating.confirm(incident.pk, by=mod, reason="Their status page says so.", now=NOW)
    moderating.retract(incident.pk, by=mod, reason=MEME, now=NOW + timedelta(minutes=1))
    moderating.confirm(incident.pk, by=mod, reason="It was, after all.", now=NOW + timedelta(2))
    words = Verdict.objects.order_by("pk").values_list("word", "current", "by_name")
    assert list(words) == [
        ("confirmed", False, "mo"),
        ("retracted", False, "mo"),
        ("confirmed", True, "mo"),
    ]
    incident.refresh_from_db()
    assert incident.state == Incident.State.RESOLVED


@pytest.mark.parametrize("word", [moderating.confirm, moderating.retract])
def test_the_same_word_is_not_taken_twice(service: Service, mod: User, word: Any) -> None:
    incident = crowd.an_incident(service)
    word(incident.pk, by=mod, reason="First.", now=NOW)
    with pytest.raises(moderating.NotSo):
        word(incident.pk, by=mod, reason="Again.", now=NOW)
    assert Verdict.objects.count() == 1


def test_a_word_is_neither_changed_nor_deleted(service: Service, mod: User) -> None:
    verdict = moderating.confirm(crowd.an_incident(service).pk, by=mod, reason="Yes.", now=NOW)
    verdict.reason = "No."
    with pytest.raises(TypeError):
        verdict.save()
    with pytest.raises(TypeError):
        verdict.delete()


def test_the_word_outlives_the_account(service: Service, mod: User) -> None:
    moderating.confirm(crowd.an_incident(service).pk, by=mod, reason="Yes.", now=NOW)
    mod.delete()
    kept = Verdict.objects.get()
    assert (kept.by, kept.by_name) == (None, "mo")


def test_a_watch_that_had_read_it_leaves_it_retracted(service: Service, mod: User) -> None:
    incident = crowd.an_incident(service)
    read_before = Incident.objects.get(pk=incident.pk)
    moderating.retract(incident.pk, by=mod, reason=MEME, now=NOW)
    incidents.update_all([(read_before, a_finding(service, z=99.0))], now=NOW)
    incidents.stay_calm_all([(read_before, 3)], now=NOW)
    incidents.close_all([(read_before, 30)], minute=crowd.MINUTE, now=NOW)
    incident.refresh_from_db()
    assert (incident.state, incident.peak_z, incident.calm_minutes) == ("retracted", 12.0, 0)
    assert list(incident.timeline.values_list("kind", flat=True)) == ["retracted"]


@pytest.mark.parametrize(
    ("minutes_after", "raised_until", "observed", "opens"),
    [
        (1, 1, 40, False),
        (60, 60, 80, False),
        # More than twice as many in as many minutes as at its height (40 in 15).
        (1, 1, 81, True),
        # Calm for half an hour in between, and for a minute less.
        (60, 28, 40, True),
        (60, 30, 40, False),
        (lifecycle.RELAPSE_WITHIN + 1, lifecycle.RELAPSE_WITHIN + 1, 40, True),
    ],
)
def test_no_new_one_opens_on_what_was_judged(
    service: Service,
    mod: User,
    minutes_after: int,
    raised_until: int,
    observed: int,
    opens: bool,
) -> None:
    incident = crowd.an_incident(service)
    at = minute_of(NOW)
    moderating.retract(incident.pk, by=mod, reason=MEME, now=NOW)
    crowd.readings(service, range(at, at + raised_until + 1))
    found = a_finding(service, minute=at + minutes_after, observed=observed)
    opened = incidents.open_all([found], now=NOW + timedelta(minutes=minutes_after))
    assert bool(opened) == opens
    # Never the same incident again.
    assert all(one.pk != incident.pk for one in opened.values())


def test_a_missed_outage_is_recorded_with_its_word(service: Service, mod: User) -> None:
    missed = MissedOutage(service=service, started_at=NOW, ended_at=NOW + timedelta(hours=1))
    moderating.record_missed(missed, by=mod, reason="Their post-mortem.", now=NOW)
    word = Verdict.objects.get()
    assert (word.word, word.missed, word.current) == ("missed", missed, True)
    moderating.withdraw_missed(missed.pk, by=mod, reason="Wrong day.", now=NOW)
    assert missed.verdicts.get(current=True).word == "withdrawn"
    with pytest.raises(moderating.NotSo):
        moderating.withdraw_missed(missed.pk, by=mod, reason="Again.", now=NOW)


@pytest.mark.parametrize("what", ["incident", "record"])
def test_what_is_on_record_was_not_missed(service: Service, mod: User, what: str) -> None:
    start = NOW - timedelta(hours=1)
    if what == "incident":
        crowd.an_incident(service, minutes_ago=50, lasted=10)
    else:
        first = MissedOutage(service=service, started_at=start, ended_at=NOW)
        moderating.record_missed(first, by=mod, reason="Seen.", now=NOW)
    again = MissedOutage(service=service, started_at=start, ended_at=NOW)
    with pytest.raises(moderating.NotSo):
        moderating.record_missed(again, by=mod, reason="Seen again.", now=NOW)
