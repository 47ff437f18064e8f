"""Crowds and floods: many people open an incident, many reports from one place do not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address
from itertools import islice

import pytest
from pytest_django import Settings

from outages import board, watch
from outages.models import Incident, Reading
from reports import intake
from reports.buckets import minute_of
from reports.draining import drain
from reports.inbox import Inbox
from reports.intake import Claim, Source
from reports.models import Discard, Report
from reports.recounting import differences
from reports.reporter import Address
from tests.outages.conftest import START, later

# The first hours of an instance teach it how quiet its services are.
QUIET_HOURS = 30
BEGIN = QUIET_HOURS * 60
BATCH = 2000
FLOOD = 50_000
# An app and a provider, of which nobody hears much, and where.
QUIET = {"signal": "DE-BE", "jio": "IN-MH"}
# RFC 5398 reserves these AS numbers for examples; 55836 is Jio's in the catalogue.
HOSTER, OTHERS, JIO = 64496, range(64497, 64507), 55836


def ipv4(first: str, n: int, *, step: int = 1) -> list[Address]:
    """So many addresses; `step` 256: each in a /24 of its own."""
    return [IPv4Address(int(IPv4Address(first)) + step * i) for i in range(n)]


def source(address: Address, *, service: str, at: datetime, network: int | None) -> Source:
    found = intake.source_of(address=address, service=service, now=at)
    return found if network is None else replace(found, network=network)


def send(
    inbox: Inbox,
    addresses: Sequence[Address],
    *,
    minutes: int,
    service: str = "signal",
    region: str | None = None,
    networks: Sequence[int] = (),
    discard: str = "",
    times: int = 1,
    first: int = BEGIN,
) -> None:
    """A report of each address, `times` over, spread evenly over some minutes from `first` on."""
    claim = Claim(service=service, region=region or QUIET[service])
    start = later(first)
    who = [
        replace(
            source(
                address,
                service=service,
                at=start,
                network=networks[i % len(networks)] if networks else None,
            ),
            discard=discard,
            quota_of="",
        )
        for i, address in enumerate(addresses)
    ]
    total = len(who) * times
    arrivals = (
        intake.arrival(claim, who[i % len(who)], now=start + i * timedelta(minutes=minutes) / total)
        for i in range(total)
    )
    while batch := list(islice(arrivals, BATCH)):
        intake.accept_all(batch, inbox=inbox)
    drain(inbox, consumer="test")


def look(minutes: int, *, first: int = BEGIN) -> None:
    """Judge so many minutes from `first` on."""
    for minute in range(first, first + minutes):
        now = later(minute + 1)
        watch.judge(minute=minute_of(START) + minute, now=now, data_until=now)


def told(slug: str = "signal", *, after: int) -> dict[str, object]:
    return board.service(slug, now=later(BEGIN + after))


@pytest.fixture
def quiet(catalogue: None, inbox: Inbox) -> Inbox:
    """An instance that has watched for a while; somebody reported something every half hour."""
    for service, region in QUIET.items():
        claim = Claim(service=service, region=region)
        arrivals = [
            intake.arrival(
                claim,
                source(
                    IPv4Address("203.0.113.0") - 512 * i,
                    service=service,
                    at=later(30 * i),
                    network=OTHERS[i % len(OTHERS)],
                ),
                now=later(30 * i),
            )
            for i in range(QUIET_HOURS * 2)
        ]
        intake.accept_all(arrivals, inbox=inbox)
    drain(inbox, consumer="test")
    return inbox


@pytest.mark.timeout(300)
def test_fifty_thousand_reports_of_one_24_open_nothing_and_are_shown_as_not_counted(
    quiet: Inbox,
) -> None:
    block = ipv4("198.18.7.0", 256)
    send(quiet, block, minutes=30, times=FLOOD // len(block) + 1)
    look(32)
    assert not Incident.objects.exists()
    # Three windows of ten minutes, in each of which an address has one vote and the block three.
    stored, counted = 3 * 256, 3 * 3
    tally = quiet.tally()
    assert tally["discarded:prefix_cap"] == stored - counted
    assert tally["duplicate"] == (FLOOD // 256 + 1) * 256 - stored
    body = told(after=32)
    assert body["discarded_last_hour"] == {Discard.PREFIX_CAP: stored - counted}
    assert body["reports_last_hour"] == counted
    assert body["incident"] is None
    assert not list(differences(since=0))


@pytest.mark.timeout(300)
def test_fifty_thousand_64s_of_one_48_open_nothing(quiet: Inbox) -> None:
    first = int(IPv6Address("2001:db8:7::1"))
    send(quiet, [IPv6Address(first + (i << 64)) for i in range(FLOOD)], minutes=12)
    look(14)
    assert not Incident.objects.exists()
    # Two windows, three votes of the /48 in each.
    assert quiet.tally()["discarded:prefix_cap"] == FLOOD - 2 * 3
    assert told(after=14)["discarded_last_hour"] == {Discard.PREFIX_CAP: FLOOD - 2 * 3}
    assert Report.objects.filter(weight=0).count() == FLOOD - 2 * 3


def test_one_network_with_many_prefixes_opens_nothing_where_networks_are_known(
    quiet: Inbox,
) -> None:
    # Ordinary reports supply other networks: counting networks alone would not be enough.
    send(quiet, ipv4("203.0.113.0", 3, step=-512), minutes=8, networks=OTHERS)
    send(quiet, ipv4("198.18.0.0", 500, step=128), minutes=8, networks=[HOSTER])
    look(12)
    assert not Incident.objects.exists()
    body = told(after=12)
    assert (body["status"], body["status_reason"]) == ("possible_outage", "few_networks")
    # The hoster is no provider that people know by name.
    assert body["almost_only_through"] is None
    assert set(Reading.objects.values_list("network", flat=True)) == {HOSTER}


def test_without_a_table_of_networks_the_same_opens_one_that_says_so(quiet: Inbox) -> None:
    send(quiet, ipv4("198.18.0.0", 500, step=128), minutes=8)
    look(8)
    incident = Incident.objects.get()
    assert incident.evidence["networks"] is None
    assert "the guard against many reports from few networks is off" in " ".join(incident.detail)


def test_the_same_number_of_many_networks_opens_one(quiet: Inbox) -> None:
    send(quiet, ipv4("198.18.0.0", 500, step=128), minutes=8, networks=OTHERS)
    look(8)
    incident = Incident.objects.get()
    assert incident.evidence["networks"] == len(OTHERS)
    assert incident.evidence["prefixes"] >= 6
    assert incident.scope == Incident.Scope.REGIONAL


@pytest.mark.timeout(300)
def test_fifty_thousand_different_people_open_one_beside_what_is_not_counted(quiet: Inbox) -> None:
    visitors = ipv4("10.0.0.0", 3000, step=256)
    send(quiet, visitors, minutes=12, networks=OTHERS, discard=Discard.CROSS_SITE)
    people = ipv4("20.0.0.0", FLOOD, step=256)
    send(quiet, people, minutes=12, networks=OTHERS)
    look(12)
    incident = Incident.objects.get()
    assert quiet.tally()["discarded:cross_site"] == 3000
    declared, latest = incident.evidence["discarded"], incident.latest["discarded"]
    assert 0 < declared[Discard.CROSS_SITE] < latest[Discard.CROSS_SITE] == 3000
    record = board.evidence(incident.pk)
    assert record["declared"]["discarded"] == declared
    assert record["latest"]["discarded"] == latest
    assert "3,000 reports were not counted: sent by another site's page." in incident.detail


def test_posts_of_a_foreign_page_from_its_many_visitors_raise_nothing(quiet: Inbox) -> None:
    visitors = ipv4("10.0.0.0", 5000, step=256)
    send(quiet, visitors, minutes=8, networks=OTHERS, discard=Discard.CROSS_SITE)
    look(10)
    assert not Incident.objects.exists()
    assert not Reading.objects.exists()
    assert told(after=10)["discarded_last_hour"] == {Discard.CROSS_SITE: 5000}
    # They did not use up the visitors' voices: what those say themselves counts.
    send(quiet, visitors[:40], minutes=20, networks=OTHERS)
    look(20)
    assert Incident.objects.get().evidence["reporters"] >= 5


@pytest.mark.parametrize(
    ("regions", "scope"),
    [
        (["IN-MH"], Incident.Scope.REGIONAL),
        (["IN-MH", "IN-KA", "IN-TN"], Incident.Scope.NETWORK),
    ],
)
def test_a_providers_own_outage_comes_through_its_own_network(
    quiet: Inbox, regions: list[str], scope: str
) -> None:
    for i, region in enumerate(regions):
        people = ipv4(f"198.{18 + i}.0.0", 120, step=128)
        send(quiet, people, minutes=8, service="jio", region=region, networks=[JIO])
    look(12)
    incident = Incident.objects.get()
    assert (incident.service.slug, incident.scope) == ("jio", scope)
    assert {row.region.code for row in incident.regions.all()} == set(regions)
    assert "Mahārāshtra" in incident.brief


def test_an_app_reported_through_one_provider_only_speaks_for_that_provider(quiet: Inbox) -> None:
    send(quiet, ipv4("198.18.0.0", 120, step=128), minutes=8, region="IN-MH", networks=[JIO])
    look(8)
    assert not Incident.objects.exists()
    assert told(after=8)["almost_only_through"] == {"slug": "jio", "name": "Jio"}
    assert told("jio", after=8)["seen_through_it"] == [{"slug": "signal", "name": "Signal"}]


def test_a_flood_in_one_region_does_not_hide_a_true_outage_in_another(quiet: Inbox) -> None:
    send(quiet, ipv4("198.18.0.0", 500, step=128), minutes=8, region="US-CA", networks=[HOSTER])
    send(quiet, ipv4("20.0.0.0", 40, step=256), minutes=8, networks=OTHERS)
    look(4)
    assert "DE-BE" in {row.region.code for row in Incident.objects.get().regions.all()}


CAMPUS = ipv4("10.20.1.1", 60)


def test_a_campus_that_set_its_networks_can_have_an_incident(
    quiet: Inbox, settings: Settings
) -> None:
    settings.VOTE_NETWORKS = ["10.20.0.0/16"]
    send(quiet, CAMPUS, minutes=8)
    look(8)
    assert Incident.objects.get().evidence["prefixes"] >= 6


def test_without_that_setting_a_campus_is_one_prefix(quiet: Inbox) -> None:
    send(quiet, CAMPUS, minutes=8)
    look(8)
    assert not Incident.objects.exists()


def test_on_a_campus_those_at_home_through_one_provider_do_not_close_the_gate(
    quiet: Inbox, settings: Settings
) -> None:
    settings.VOTE_NETWORKS = ["10.20.0.0/16"]
    send(quiet, ipv4("198.18.0.0", 80, step=256), minutes=8, networks=[HOSTER])
    send(quiet, CAMPUS, minutes=8)
    look(8)
    assert Incident.objects.exists()


@pytest.mark.parametrize(
    ("name", "value", "opens"),
    [
        ("GATE_FULL_NETWORKS", 1, False),
        ("GATE_REST_SEVERITY", 0.0, True),
    ],
)
def test_where_one_provider_has_the_country_the_rest_need_not_be_surprising(
    quiet: Inbox, settings: Settings, name: str, value: float, opens: bool
) -> None:
    setattr(settings, name, value)
    send(quiet, ipv4("203.0.113.0", 3, step=-512), minutes=8, networks=OTHERS)
    send(quiet, ipv4("198.18.0.0", 500, step=128), minutes=8, networks=[HOSTER])
    look(8)
    assert Incident.objects.exists() is opens


def test_a_relapse_goes_on_counting_what_is_not_counted(quiet: Inbox) -> None:
    send(quiet, ipv4("20.0.0.0", 60, step=256), minutes=6, networks=OTHERS)
    send(quiet, ipv4("10.0.0.0", 8, step=256), minutes=6, discard=Discard.HONEYPOT)
    look(76)
    assert Incident.objects.get().state == Incident.State.RESOLVED
    again = BEGIN + 120
    send(quiet, ipv4("30.0.0.0", 60, step=256), minutes=6, networks=OTHERS, first=again)
    send(quiet, ipv4("11.0.0.0", 6, step=256), minutes=6, discard=Discard.HONEYPOT, first=again)
    look(50, first=BEGIN + 76)
    incident = Incident.objects.get()
    assert incident.state == Incident.State.ONGOING
    assert 8 < incident.latest["discarded"][Discard.HONEYPOT] <= 14
