"""The watch: what opens an incident, what does not, and what ends it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from outages import moderating, watch
from outages.models import Incident, Reading, TimelineEntry, Watch
from outages.showing.freshness import freshness
from outages.showing.statuses import statuses
from reports import intake, reporter
from reports.buckets import minute_of
from reports.draining import drain
from reports.inbox import Inbox
from reports.intake import Claim, Source
from reports.models import Service
from tests.outages.conftest import START, later

SALT = b"watch"
# The first hours of an instance teach it how quiet its services are.
QUIET_HOURS = 30


def somebody(n: int, *, prefix: int | None = None) -> Source:
    return Source(
        reporter=reporter.token(SALT, "reporter", str(n)),
        prefix=reporter.token(SALT, "prefix", str(n if prefix is None else prefix)),
    )


def report(inbox: Inbox, sources: Sequence[Source], *, at: datetime, region: str = "DE-BE") -> None:
    claim = Claim(service="signal", symptom="messaging", region=region)
    intake.accept_all([intake.arrival(claim, who, now=at) for who in sources], inbox=inbox)


@pytest.fixture
def quiet(catalogue: None, inbox: Inbox) -> Inbox:
    """An instance that has watched for a while; somebody reported something every half hour."""
    for half_hour in range(QUIET_HOURS * 2):
        at = START + timedelta(minutes=30 * half_hour)
        report(inbox, [somebody(100_000 + half_hour)], at=at)
    drain(inbox, consumer="test")
    return inbox


def burst(
    inbox: Inbox, *, minutes: int, first: int = QUIET_HOURS * 60, prefixes: int | None = None
) -> int:
    """Ten people a minute, for some minutes, of so many prefixes; gives the minute after."""
    for minute in range(first, first + minutes):
        people = [
            somebody(minute * 10 + i, prefix=None if prefixes is None else i % prefixes)
            for i in range(10)
        ]
        report(inbox, people, at=later(minute) + timedelta(seconds=20))
    drain(inbox, consumer="test")
    return first + minutes


def judge(first: int, last: int) -> None:
    """Judge the minutes from `first` up to `last`, counted from the start."""
    for minute in range(first, last):
        now = later(minute + 1)
        watch.judge(minute=minute_of(START) + minute, now=now, data_until=now)


def test_many_people_at_once_open_an_incident_with_region_cause_and_explanation(
    quiet: Inbox,
) -> None:
    end = burst(quiet, minutes=4)
    judge(end - 4, end)
    incident = Incident.objects.whole().get()
    assert incident.service.slug == "signal"
    assert incident.state == Incident.State.ONGOING
    assert later(QUIET_HOURS * 60 - 30) <= incident.started_at <= later(end)
    assert incident.declared_at <= later(end)
    assert [row.region.code for row in incident.regions.all()] == ["DE-BE"]
    assert incident.causes.get(current=True).confidence in {"undetermined", "possible", "likely"}
    assert "Signal" in incident.brief
    assert incident.detail
    assert incident.evidence["observed"] >= 10
    assert incident.evidence["reporters"] >= 10


def test_the_same_number_from_five_prefixes_opens_nothing_and_says_why(quiet: Inbox) -> None:
    end = burst(quiet, minutes=4, prefixes=5)
    judge(end - 4, end)
    assert not Incident.objects.exists()
    assert Reading.objects.filter(reason=Reading.Reason.FEW_NETWORKS).exists()
    signal = Service.objects.get(slug="signal").pk
    status = statuses([signal], fresh=freshness(now=later(end)))[signal]
    assert (status.status, status.reason) == ("possible_outage", "few_networks")


def test_it_ends_when_reports_stop_and_a_relapse_takes_it_up_again(quiet: Inbox) -> None:
    end = burst(quiet, minutes=6)
    judge(end - 6, end + 70)
    incident = Incident.objects.get()
    assert incident.state == Incident.State.RESOLVED
    assert incident.resolved_at is not None
    assert later(end) <= incident.resolved_at <= later(end + 35)
    again = burst(quiet, minutes=6, first=end + 120)
    judge(end + 70, again)
    incident.refresh_from_db()
    assert incident.state == Incident.State.ONGOING
    assert incident.resolved_at is None
    kinds = list(incident.timeline.values_list("kind", flat=True))
    assert kinds.count(TimelineEntry.Kind.RELAPSED) == 1
    assert Incident.objects.count() == 1


def test_a_new_outage_a_day_later_is_a_new_incident_that_names_the_last(quiet: Inbox) -> None:
    end = burst(quiet, minutes=6)
    judge(end - 6, end + 70)
    first = Incident.objects.get()
    start = end + 24 * 60
    # The watch looks on meanwhile; nothing happens.
    judge(start - 5, start)
    again = burst(quiet, minutes=6, first=start)
    judge(start, again)
    second = Incident.objects.exclude(pk=first.pk).get()
    assert second.previous == first


def test_a_minute_of_which_a_report_still_waits_is_not_judged(quiet: Inbox) -> None:
    minute = QUIET_HOURS * 60
    report(quiet, [somebody(1)], at=later(minute) + timedelta(seconds=30))
    ticked = watch.tick(now=later(minute + 5), inbox=quiet)
    assert ticked.minutes
    assert Watch.objects.get().minute == minute_of(START) + minute - 1
    drain(quiet, consumer="test")
    watch.tick(now=later(minute + 5), inbox=quiet)
    assert Watch.objects.get().minute == minute_of(START) + minute + 3


def test_a_stopped_worker_never_looks_like_recovery(quiet: Inbox) -> None:
    end = burst(quiet, minutes=5)
    judge(end - 5, end)
    # Reports go on, and nobody stores them for an hour.
    for minute in range(end, end + 60, 5):
        report(quiet, [somebody(900_000 + minute)], at=later(minute) + timedelta(seconds=5))
    watch.tick(now=later(end + 60), inbox=quiet)
    assert Incident.objects.get().state == Incident.State.ONGOING


def test_ticking_twice_in_a_minute_changes_nothing(quiet: Inbox) -> None:
    end = burst(quiet, minutes=4)
    watch.tick(now=later(end) + timedelta(seconds=5), inbox=quiet)
    before = list(Incident.objects.values())
    assert watch.tick(now=later(end) + timedelta(seconds=15), inbox=quiet).minutes == ()
    assert list(Incident.objects.values()) == before


def test_a_long_standstill_is_not_judged_minute_by_minute(quiet: Inbox) -> None:
    watch.tick(now=later(QUIET_HOURS * 60), inbox=quiet)
    ticked = watch.tick(now=later(QUIET_HOURS * 60 + 600), inbox=quiet)
    assert len(ticked.minutes) == watch.MOST_MISSED + 1


def test_two_ongoing_incidents_of_a_service_are_impossible(quiet: Inbox) -> None:
    end = burst(quiet, minutes=4)
    judge(end - 4, end)
    incident = Incident.objects.get()
    incident.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        incident.save(force_insert=True)


def test_a_service_without_enough_reports_is_unknown_and_never_ok(quiet: Inbox) -> None:
    judge(QUIET_HOURS * 60 - 1, QUIET_HOURS * 60)
    threema = Service.objects.get(slug="threema").pk
    status = statuses([threema], fresh=freshness(now=later(QUIET_HOURS * 60)))[threema]
    assert (status.status, status.reason) == ("unknown", "too_few")


def test_old_data_make_a_status_unknown(quiet: Inbox) -> None:
    judge(QUIET_HOURS * 60 - 1, QUIET_HOURS * 60)
    signal = Service.objects.get(slug="signal").pk
    fresh = freshness(now=later(QUIET_HOURS * 60 + 10))
    assert fresh.stale
    status = statuses([signal], fresh=fresh)[signal]
    assert (status.status, status.reason) == ("unknown", "stale")


def test_reports_that_nobody_can_place_count_for_the_service_as_a_whole(quiet: Inbox) -> None:
    first = QUIET_HOURS * 60
    for minute in range(first, first + 4):
        claim = Claim(service="signal")
        people = [Source(reporter=uuid4(), prefix=uuid4()) for _ in range(10)]
        at = later(minute)
        intake.accept_all([intake.arrival(claim, who, now=at) for who in people], inbox=quiet)
    drain(quiet, consumer="test")
    judge(first, first + 4)
    incident = Incident.objects.get()
    assert not incident.regions.exists()
    assert incident.scope == Incident.Scope.GLOBAL


def test_what_a_moderator_retracts_stays_so_while_the_same_reports_go_on(quiet: Inbox) -> None:
    end = burst(quiet, minutes=10)
    judge(end - 10, end - 6)
    incident = Incident.objects.get()
    mod = User.objects.create_user("mo")
    moderating.retract(incident.pk, by=mod, reason="A rumour.", now=later(end - 6))
    judge(end - 6, end + 20)
    (only,) = Incident.objects.all()
    assert only.state == Incident.State.RETRACTED
    assert "withdrawn" in only.brief
    signal = only.service_id
    status = statuses([signal], fresh=freshness(now=later(end + 1)))[signal]
    assert status.status == "possible_outage"
    # After half an hour of calm the same rise is news again, and another incident.
    again = burst(quiet, minutes=10, first=end + 200)
    judge(end + 20, again)
    first, second = Incident.objects.order_by("started_at")
    assert (first.state, second.state) == (Incident.State.RETRACTED, Incident.State.ONGOING)
    assert second.previous is None
