"""What it means that nothing was announced, or that something was: only where that is followed."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from outages.causes.observed import Signals
from outages.explaining.followed import covered, followed, is_ordinary
from outages.explaining.gathering import gather, signals
from outages.models import Incident, Notice, StatusPage
from tests.outages import crowd

pytestmark = pytest.mark.django_db
NOW, MINUTE = crowd.NOW, crowd.MINUTE
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def incident() -> Incident:
    return crowd.an_incident(crowd.a_watched_service(), ["DE-BE"])


def a_notice(incident: Incident, kind: str = "status", **more: Any) -> Notice:
    fields = {"service": incident.service, "at": NOW - HOUR, "text": "Words.", "kind": kind}
    return Notice.objects.create(**(fields | more))


def a_window(incident: Incident, starts: timedelta, ends: timedelta | None, **more: Any) -> None:
    a_notice(
        incident,
        "maintenance",
        **{
            "at": NOW + starts - DAY,
            "starts": NOW + starts,
            "ends": None if ends is None else NOW + ends,
            "ref": str(Notice.objects.count()),
            **more,
        },
    )


def a_page(incident: Incident, *, minutes_ago: float) -> None:
    StatusPage.objects.create(
        service=incident.service, due_at=NOW, ok_at=NOW - timedelta(minutes=minutes_ago)
    )


def seen(incident: Incident) -> tuple[bool | None, bool | None]:
    """Maintenance window, release of the last day: as the causes are told."""
    whole = Incident.objects.whole().get(pk=incident.pk)
    told: Signals = signals(
        whole,
        gather([whole], minute=MINUTE),
        down=(),
        quiet=(),
        minute=MINUTE,
    )
    return told.maintenance_window, told.release_last_24h


def test_where_nobody_announces_silence_says_nothing(incident: Incident) -> None:
    assert seen(incident) == (None, None)


def test_a_status_post_does_not_tell_that_no_maintenance_was_announced(
    incident: Incident,
) -> None:
    a_notice(incident, text="Emergency maintenance after a bad release.")
    assert seen(incident) == (None, None)


@pytest.mark.parametrize(("minutes_ago", "told"), [(5, False), (29, False), (32, None)])
def test_a_status_page_that_was_read_lately_tells_of_maintenance_and_of_no_release(
    incident: Incident, minutes_ago: float, told: bool | None
) -> None:
    a_page(incident, minutes_ago=minutes_ago)
    assert seen(incident) == (told, None)


def test_a_page_that_is_read_while_older_minutes_are_judged_is_followed(
    incident: Incident,
) -> None:
    a_page(incident, minutes_ago=-5)
    assert seen(incident)[0] is False


@pytest.mark.parametrize(("days_ago", "told"), [(89, False), (91, None)])
def test_who_announced_lately_would_have_announced_this(
    incident: Incident, days_ago: int, told: bool | None
) -> None:
    then = NOW - timedelta(days=days_ago)
    a_notice(incident, "release", at=then)
    assert seen(incident) == (None, told)
    a_notice(incident, "maintenance", at=then, starts=then, ends=then + HOUR)
    assert seen(incident) == (told, told)


def test_an_announced_window_that_holds_is_seen(incident: Incident) -> None:
    a_window(incident, -2 * HOUR, HOUR)
    assert seen(incident) == (True, None)


def test_a_window_without_a_known_end_holds_for_a_day(incident: Incident) -> None:
    a_window(incident, -23 * HOUR, None)
    assert seen(incident)[0] is True
    Notice.objects.update(starts=NOW - 25 * HOUR)
    assert seen(incident)[0] is False


def test_a_release_of_the_last_day_is_seen(incident: Incident) -> None:
    a_notice(incident, "release")
    assert seen(incident) == (None, True)


def test_who_always_has_maintenance_somewhere_says_nothing_by_it(incident: Incident) -> None:
    for _ in range(3):
        a_window(incident, -HOUR, HOUR)
    assert seen(incident)[0] is None


def test_who_releases_every_other_day_says_nothing_by_it(incident: Incident) -> None:
    for day in range(0, 28, 2):
        a_notice(incident, "release", at=NOW - timedelta(days=day, hours=1), ref=str(day))
    assert seen(incident)[1] is None
    Notice.objects.filter(at__lt=NOW - 9 * DAY).delete()
    assert seen(incident)[1] is True


def test_three_releases_in_a_day_are_no_habit(incident: Incident) -> None:
    for n in range(3):
        a_notice(incident, "release", at=NOW - timedelta(hours=n + 1))
    assert seen(incident)[1] is True


def test_another_service_s_announcements_are_its_own(incident: Incident) -> None:
    other = crowd.an_incident(crowd.a_service("signal"))
    a_window(other, -HOUR, HOUR)
    a_page(other, minutes_ago=1)
    assert seen(incident) == (None, None)


def test_it_costs_the_same_for_any_number_of_services(
    incident: Incident, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    others = [crowd.a_service(f"s{n}").pk for n in range(9)]
    with django_assert_num_queries(3):
        followed([incident.service_id, *others], now=NOW)


def spans(*hours: tuple[float, float]) -> Sequence[tuple[Any, Any]]:
    return [(NOW + begins * HOUR, NOW + ends * HOUR) for begins, ends in hours]


def test_time_within_several_windows_counts_once() -> None:
    assert covered([]) == timedelta(0)
    assert covered(spans((0, 4), (1, 2), (3, 5), (7, 8))) == 6 * HOUR


@pytest.mark.parametrize(
    ("windows", "ordinary"),
    [
        ([(-2, 2)], False),
        ([(-24 * 20, 24)], False),
        ([(-24 * 8, -24)], True),
        ([(-24 * 7, -24), (-1, 1)], False),
        ([(-24 * 8, -24), (-1, 1)], True),
        ([(-1, 1), (-2, 1), (-3, 1)], True),
    ],
)
def test_what_is_ordinary(windows: list[tuple[float, float]], ordinary: bool) -> None:
    """Seven of 28 days; what holds now is what is asked about."""
    assert is_ordinary(spans(*windows), now=NOW, at_once=True) is ordinary
