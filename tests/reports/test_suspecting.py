"""Which services come under suspicion, for how long, and what an operator says about it."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from reports import counting, habits, trust
from reports.buckets import window_of
from reports.models import Network, Service, Suspicion
from reports.reporter import vote_key
from reports.suspecting import suspect
from tests.builders import NOON, a_report, a_service, later, some_regions

# Networks that many people use, and one that hardly anybody does.
COMMON = range(100, 120)
RARE = 64512


@pytest.fixture(autouse=True)
def signal(db: None) -> Iterator[Service]:
    habits.forget()
    trust.forget()
    some_regions()
    yield a_service("signal")
    habits.forget()
    trust.forget()


def store(
    n: int,
    *,
    service: str = "signal",
    at: datetime = NOON,
    networks: Sequence[int | None] = COMMON,
    discard: str = "",
    kind: str = "report",
    minutes: float = 20,
) -> None:
    """`n` reports, in turns through the networks, spread over so many minutes before `at`."""
    times = [at - timedelta(minutes=minutes * place / n) for place in range(n)]
    counting.store(
        [
            a_report(
                at=time,
                service=service,
                key=vote_key(service=service, reporter=uuid4(), window=window_of(time), kind=kind),
                network=networks[place % len(networks)],
                discard=discard,
                weight=0 if discard else 1,
                kind=kind,
            )
            for place, time in enumerate(times)
        ]
    )


def a_usual_week(*, service: str = "signal", a_day: int = 40) -> None:
    for day in range(1, 8):
        store(a_day, service=service, at=NOON - timedelta(days=day))


def reasons(*, now: datetime = NOON) -> dict[str, str]:
    suspect(now=now)
    return dict(Suspicion.objects.values_list("service__slug", "reason"))


@pytest.mark.parametrize("history", [True, False])
def test_a_real_outage_is_not_suspicious(history: bool) -> None:
    if history:
        a_usual_week()
    store(800, networks=range(90, 130))
    store(30, discard="no_token")
    # Carriers whose many customers share few addresses.
    store(900, discard="prefix_cap")
    assert reasons() == {}


def test_a_real_outage_in_a_region_from_which_only_others_are_reported_is_not_suspicious() -> None:
    a_usual_week()
    a_service("threema")
    for day in range(1, 8):
        store(40, service="threema", at=NOON - timedelta(days=day), networks=tuple(range(500, 520)))
    store(800, networks=range(500, 520))
    assert reasons() == {}


@pytest.mark.parametrize("discard", habits.SIGNS)
@pytest.mark.parametrize("history", [True, False])
def test_a_service_is_suspected_when_half_of_its_reports_come_from_no_form(
    discard: str, history: bool
) -> None:
    if history:
        a_usual_week()
    store(60)
    store(60, discard=discard)
    assert reasons() == {"signal": "60 of 120 reports came from no form of ours"}


@pytest.mark.parametrize("discard", ["prefix_cap", "unproven"])
def test_what_real_outages_and_suspicion_itself_discard_is_no_sign(discard: str) -> None:
    store(60)
    store(600, discard=discard)
    assert reasons() == {}


def test_a_service_is_suspected_when_one_network_takes_over() -> None:
    a_usual_week()
    store(60)
    store(200, networks=[COMMON[3]])
    assert reasons() == {"signal": "203 of 260 reports came through one network"}


def test_a_network_that_is_usually_most_of_a_service_may_be_most_of_its_outage() -> None:
    for day in range(1, 8):
        store(
            60, at=NOON - timedelta(days=day), networks=[COMMON[0], COMMON[0], COMMON[0], COMMON[1]]
        )
    store(400, networks=[COMMON[0], COMMON[0], COMMON[0], COMMON[0], COMMON[1]])
    assert reasons() == {}


def test_a_providers_own_customers_come_through_its_network(signal: Service) -> None:
    store(300, networks=[COMMON[0]])
    Network.objects.create(asn=COMMON[0], service=signal)
    assert reasons() == {}


def test_a_service_is_suspected_when_strangers_come_in_crowds() -> None:
    a_usual_week()
    store(60)
    store(200, networks=range(RARE, RARE + 200))
    assert reasons() == {"signal": "200 of 260 reports came through networks not seen before"}


def test_where_networks_are_not_known_no_network_is_suspicious() -> None:
    a_usual_week()
    store(500, networks=[None])
    assert reasons() == {}


@pytest.mark.parametrize(
    ("ago", "n", "suspected"), [(0, 29, False), (0, 30, True), (29, 60, True), (30, 60, False)]
)
def test_few_reports_and_old_ones_say_nothing(ago: int, n: int, suspected: bool) -> None:
    store(n, discard="honeypot", minutes=0)
    assert bool(reasons(now=later(ago))) is suspected


def test_a_counter_report_is_no_report() -> None:
    store(200, kind="works", networks=[RARE])
    assert reasons() == {}


def test_a_suspicion_lasts_as_long_as_its_signs_and_half_an_hour_more() -> None:
    store(100, discard="honeypot")
    suspect(now=NOON)
    first = Suspicion.objects.get()
    assert (first.by, first.since, first.until) == ("watch", NOON, later(30))
    suspect(now=later(5))
    again = Suspicion.objects.get()
    assert (again.pk, again.since, again.until) == (first.pk, NOON, later(35))
    assert again.reason == first.reason
    # Twenty minutes of them: from now on too few are left within half an hour.
    suspect(now=later(30))
    assert Suspicion.objects.get().until == later(35)
    suspect(now=later(34.9))
    assert trust.under_suspicion("signal", now=later(34.9))
    suspect(now=later(35))
    assert not Suspicion.objects.exists()


def test_a_long_attack_does_not_become_usual(signal: Service) -> None:
    a_usual_week()
    Suspicion.objects.create(
        service=signal, by="watch", since=NOON - timedelta(days=6.5), until=later(10)
    )
    for day in range(1, 7):
        store(500, at=NOON - timedelta(days=day), discard="honeypot")
    store(200)
    store(300, discard="honeypot")
    suspect(now=NOON)
    assert Suspicion.objects.get().until == later(30)


@pytest.mark.parametrize("until", [None, later(1), later(-1), later(-60 * 23)])
def test_what_an_operator_set_is_left_alone(signal: Service, until: datetime | None) -> None:
    Suspicion.objects.create(service=signal, reason="we know them", since=NOON, until=until)
    store(100, discard="honeypot")
    assert reasons() == {"signal": "we know them"}
    row = Suspicion.objects.get()
    assert (row.by, row.since, row.until) == ("operator", NOON, until)


def test_a_day_after_an_operators_word_has_ended_the_watch_looks_again(signal: Service) -> None:
    Suspicion.objects.create(service=signal, since=NOON, until=later(-60 * 24))
    store(100, discard="honeypot")
    assert reasons() == {}
    assert list(reasons()) == ["signal"]
    assert Suspicion.objects.get().by == "watch"


def test_however_many_services_are_busy_the_queries_stay_few(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for place in range(30):
        a_service(f"service-{place}")
        store(40, service=f"service-{place}", discard="honeypot" if place % 2 else "")
    with django_assert_max_num_queries(10):
        assert len(suspect(now=NOON)) == 15


def test_what_is_usual_is_read_once_an_hour_and_for_a_service_that_gets_busy_later() -> None:
    a_service("threema")

    def queries(minutes: float) -> int:
        with CaptureQueriesContext(connection) as captured:
            suspect(now=later(minutes))
        return len(captured)

    store(40)
    at_first = queries(0)
    assert queries(1) == at_first - 2
    store(40, service="threema", at=later(2))
    assert queries(2) == at_first - 1
    assert queries(3) == at_first - 2
    store(40, at=later(60))
    assert queries(60) == at_first


def test_of_a_flood_only_the_newest_minutes_are_looked_at() -> None:
    """Ten thousand honest reports until a minute ago do not hide the robots of this one."""
    store(10_000, at=later(-1))
    store(2_000, discard="honeypot", minutes=0)
    assert reasons() == {"signal": "2000 of 2000 reports came from no form of ours"}


def test_an_operator_sets_and_clears_a_suspicion(admin_client: Client, signal: Service) -> None:
    url = reverse("admin:reports_suspicion_add")
    assert admin_client.get(url).status_code == 200
    answer = admin_client.post(
        url,
        {
            "service": signal.pk,
            "reason": "a call to spam",
            "since_0": "2026-02-03",
            "since_1": "11:00",
        },
    )
    assert answer.status_code == 302
    row = Suspicion.objects.get()
    assert (row.by, row.reason, row.until) == ("operator", "a call to spam", None)
    trust.forget()
    assert trust.under_suspicion("signal", now=NOON)
    listed = reverse("admin:reports_suspicion_changelist")
    assert b"a call to spam" in admin_client.get(listed).content
    admin_client.post(listed, {"action": "clear", "_selected_action": [row.pk]})
    row.refresh_from_db()
    assert row.until
    trust.forget()
    assert not trust.under_suspicion("signal", now=row.until)


def test_what_the_watch_found_becomes_the_operators_who_saves_it(
    admin_client: Client, signal: Service
) -> None:
    row = Suspicion.objects.create(service=signal, by="watch", until=later(30))
    admin_client.post(
        reverse("admin:reports_suspicion_change", args=[row.pk]),
        {"service": signal.pk, "reason": "", "since_0": "2026-02-03", "since_1": "11:00"},
    )
    row.refresh_from_db()
    assert (row.by, row.until) == ("operator", None)
