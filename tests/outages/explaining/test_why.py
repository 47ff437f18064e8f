"""How causes are judged in a tick: for all incidents together, in a fixed number of queries."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from outages.explaining import why
from outages.models import Cause, CommonCause, Incident, Notice
from reports import kept
from reports.buckets import time_of
from reports.models import Dependence, Dependency
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW

LATEST: dict[str, Any] = {"observed": 40, "expected": 1.5, "window": 15, "z": 12.0}


def incidents(first: int, last: int) -> None:
    """Services of these numbers, each down, and each with its operator's word."""
    for i in range(first, last):
        service = crowd.a_service(f"service-{i}")
        crowd.an_incident(service, ["DE-BE", "FR"], latest=LATEST)
        crowd.said(service, {"slow": 30})
        text = "The outage was caused by a software bug."
        Notice.objects.create(service=service, kind="status", at=NOW, text=text)


def queries() -> int:
    with CaptureQueriesContext(connection) as asked:
        why.explain_all({}, {}, minute=MINUTE + 1, now=NOW)
    return len(asked)


def test_eighteen_new_incidents_take_as_many_queries_as_two(db: None) -> None:
    crowd.the_places()
    asked = []
    for first, last in ((0, 1), (1, 3), (3, 21)):
        incidents(first, last)
        asked.append(queries())
    # The first fills what a process keeps, and has nothing to bring up to date.
    assert asked[2] == asked[1]
    assert Cause.objects.filter(current=True, says="official").count() == 21


def test_twenty_known_incidents_take_as_many_queries_as_two(db: None) -> None:
    crowd.the_places()
    asked = []
    for first, last in ((0, 2), (2, 20)):
        incidents(first, last)
        queries()
        asked.append(queries())
    assert asked[0] == asked[1]


def test_eighteen_incidents_that_end_take_as_many_queries_as_two(db: None) -> None:
    crowd.the_places()
    asked = []
    for first, last in ((0, 2), (2, 20)):
        incidents(first, last)
        queries()
        over = list(Incident.objects.ongoing())
        Incident.objects.ongoing().update(state="resolved", resolved_at=NOW)
        with CaptureQueriesContext(connection) as queried:
            why.explain_anew(over, now=NOW)
        asked.append(len(queried))
        assert all(" had problems" in one.brief for one in Incident.objects.all())
    assert asked[0] == asked[1]


def tied(*, since: int, quiet_hourly: float) -> Incident:
    """An incident that was tied to its operator's platform, of which four other services are as
    busy as asked, as it stands after the next minute."""
    crowd.the_places()
    platform = Dependency.objects.create(slug="platform", name="Platform", kind="operator")
    down = crowd.a_service("down", observable=True)
    crowd.usual(down, {"001": 0.0})
    others = [crowd.a_service(f"other-{i}", observable=True) for i in range(4)]
    for service in (down, *others):
        Dependence.objects.create(service=service, dependency=platform, p=0.9)
    for service in others:
        crowd.usual(service, {"001": quiet_hourly})
    common = CommonCause.objects.create(
        dependency=platform, probability=0.6, started_at=time_of(since)
    )
    incident = crowd.an_incident(down, ["DE-BE"], latest=LATEST)
    Incident.objects.filter(pk=incident.pk).update(common_cause=common)
    kept.forget_all()
    why.explain_all({}, {}, minute=MINUTE + 1, now=NOW)
    incident.refresh_from_db()
    return incident


def test_a_common_cause_is_dropped_when_the_others_prove_to_be_well(db: None) -> None:
    assert tied(since=MINUTE - 10, quiet_hourly=60.0).common_cause is None


def test_a_common_cause_is_held_while_nobody_can_tell_how_the_others_are(db: None) -> None:
    assert tied(since=MINUTE - 10, quiet_hourly=0.0).common_cause is not None


def test_a_common_cause_of_long_standing_is_held(db: None) -> None:
    assert tied(since=MINUTE - 200, quiet_hourly=60.0).common_cause is not None


def test_the_page_of_what_failed_is_tied_to_it_though_it_rose_much_later(db: None) -> None:
    victim = tied(since=MINUTE - 200, quiet_hourly=0.0)
    culprit = crowd.a_service("culprit")
    Dependency.objects.filter(slug="platform").update(service=culprit)
    incident = crowd.an_incident(culprit, ["DE-BE"], latest=LATEST)
    Incident.objects.filter(pk=incident.pk).update(started_at=time_of(MINUTE - 2))
    kept.forget_all()
    why.explain_all({}, {}, minute=MINUTE + 1, now=NOW)
    incident.refresh_from_db()
    assert incident.common_cause == victim.common_cause
