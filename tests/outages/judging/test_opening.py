"""On which of its rows a raised service opens an incident, and whose voices those are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from pytest_django import DjangoAssertNumQueries

from outages.causes.change import Change
from outages.judging import diversity, networks, opening
from outages.judging.diversity import Voices
from outages.judging.standing import RowReading, Standing
from reports import counting, kept, vocabulary
from reports.buckets import minute_of, time_of
from reports.messages import NewReport
from reports.models import Discard, Network
from tests.builders import NOON, a_service, reports_for, some_regions

MINUTE = minute_of(NOON) + 30
# RFC 5398 reserves these AS numbers for examples.
ONE, MANY = 64496, range(64500, 64510)


@pytest.fixture(autouse=True)
def _places(db: None) -> None:
    some_regions()
    kept.forget_all()


def row(region: str = "001", **fields: Any) -> RowReading:
    usual = RowReading(
        region=vocabulary.read().regions[region],
        window=10,
        onset=MINUTE - 9,
        observed=40,
        expected=2.0,
        relvar=0.1,
        severity=20.0,
        z=9.0,
        fresh=True,
    )
    return replace(usual, **fields)


def standing(service: int, *rows: RowReading, short_severity: float = 9.0) -> Standing:
    return Standing(
        service=service,
        minute=MINUTE,
        best=rows[0],
        above=rows,
        short_severity=short_severity,
        regions={},
        others=(),
        strength=40.0,
        readings=(),
        rise=Change(MINUTE - 5, MINUTE - 5, MINUTE - 5),
    )


def people(
    n: int,
    *,
    through: Sequence[int | None] = MANY,
    region: str = "DE-BE",
    service: str = "signal",
    first: int = 0,
    minutes_ago: int = 0,
    prefixes: int = 1000,
    **fields: Any,
) -> list[NewReport]:
    """Reports of different people, in turn through each of the networks and prefixes."""
    at = time_of(MINUTE - minutes_ago) + timedelta(seconds=20)
    reports = reports_for(service, n, at=at, first=first, region=region, **fields)
    return [
        msgspec.structs.replace(
            report, network=through[i % len(through)], prefix=UUID(int=first + i % prefixes)
        )
        for i, report in enumerate(reports)
    ]


def decision(service: int, *rows: RowReading, **fields: float) -> opening.Decision:
    return opening.decide([standing(service, *rows, **fields)], minute=MINUTE)[service]


def test_the_strongest_row_that_passes_opens_and_stronger_ones_are_held_back() -> None:
    signal = a_service().pk
    counting.store(people(200, through=[ONE], region="FR"))
    counting.store(people(20, first=200))
    everywhere = row(observed=220, expected=100.0, severity=30.0)
    france = row("FR", observed=200, severity=25.0)
    berlin = row("DE-BE", observed=20, severity=12.0)
    germany = row("DE", observed=20, severity=11.0)
    found = decision(signal, everywhere, france, berlin, germany).opening
    assert found is not None
    assert found.row == berlin
    assert (found.voices.reporters, len(found.voices.networks)) == (20, 10)
    assert found.held_back == {everywhere.region, france.region}


def test_the_window_of_each_row_is_its_own() -> None:
    signal = a_service().pk
    counting.store(people(4, minutes_ago=3))
    counting.store(people(30, first=4, minutes_ago=7))
    counting.store(people(500, first=34, minutes_ago=25))
    short, long = row(window=5), row(window=30)
    votes = diversity.votes({signal: [short, long]}, minute=MINUTE)[signal]
    assert [votes.behind(one).reporters for one in (short, row(), long)] == [4, 34, 534]


def test_a_country_is_all_its_parts_and_the_world_is_all() -> None:
    signal = a_service().pk
    for first, region in enumerate(("DE-BE", "DE", "FR", "ZZ")):
        counting.store(people(10, first=first * 10, region=region))
    votes = diversity.votes({signal: [row()]}, minute=MINUTE)[signal]
    heard = {code: votes.behind(row(code)).reporters for code in ("DE-BE", "DE", "FR", "001")}
    assert heard == {"DE-BE": 10, "DE": 20, "FR": 10, "001": 40}


def test_a_total_that_stands_for_some_regions_speaks_with_their_voices_alone() -> None:
    """Else what is usual elsewhere would lend a flood in two regions its many networks."""
    signal = a_service().pk
    counting.store(people(20, through=[ONE], region="DE-BE"))
    counting.store(people(20, first=20, through=[ONE], region="FR"))
    counting.store(people(60, first=40, region="ZZ"))
    regions = vocabulary.read().regions
    two = row(observed=40, among=(regions["DE-BE"], regions["FR"]))
    votes = diversity.votes({signal: [two]}, minute=MINUTE)[signal]
    assert votes.behind(two).reporters == 40
    assert decision(signal, two).reason == "few_networks"
    assert decision(signal, row(observed=100, expected=2.0)).opening is not None


def test_only_those_whom_the_detector_counts_have_a_voice() -> None:
    signal = a_service().pk
    counting.store(people(10))
    counting.store(people(10, first=10, first_in_24h=False))
    counting.store(people(10, first=20, kind="works"))
    counting.store(people(10, first=30, weight=0, discard=Discard.HONEYPOT))
    assert diversity.votes({signal: [row()]}, minute=MINUTE)[signal].behind(row()).reporters == 10


def test_a_row_without_a_new_report_opens_nothing_but_says_why_it_is_raised() -> None:
    signal = a_service().pk
    counting.store(people(40))
    assert decision(signal, row(fresh=False)) == opening.WEAK
    assert decision(signal, row(), short_severity=1.0) == opening.WEAK
    counting.store(people(40, service="signal", first=40, through=[ONE], region="FR"))
    assert decision(signal, row("FR", fresh=False)).reason == "few_networks"


@pytest.mark.parametrize(
    ("of_one", "of_others", "network"),
    [(40, 0, ONE), (40, 10, ONE), (40, 11, None), (4, 0, None)],
)
def test_a_network_is_named_where_almost_all_come_through_it_and_they_are_not_few(
    of_one: int, of_others: int, network: int | None
) -> None:
    signal = a_service().pk
    counting.store(people(of_one, through=[ONE]))
    counting.store(people(of_others, first=of_one))
    found = decision(signal, row(observed=of_one + of_others, expected=20.0))
    assert (found.reason, found.network) == ("few_networks", network)


def test_a_providers_own_service_may_open_on_one_network() -> None:
    signal, jio = a_service().pk, a_service("jio")
    Network.objects.create(asn=ONE, service=jio)
    kept.forget_all()
    for service in ("signal", "jio"):
        counting.store(people(40, service=service, through=[ONE]))
    assert decision(signal, row()).opening is None
    found = decision(jio.pk, row()).opening
    assert found is not None
    assert found.one_network


def test_a_providers_own_service_still_needs_many_prefixes() -> None:
    jio = a_service("jio")
    Network.objects.create(asn=ONE, service=jio)
    kept.forget_all()
    counting.store(people(40, service="jio", through=[ONE], prefixes=3))
    assert decision(jio.pk, row()).reason == "few_networks"


@pytest.mark.parametrize("unknown", [20, 21])
def test_networks_that_are_mostly_unknown_are_not_asked_for(unknown: int) -> None:
    signal = a_service().pk
    counting.store(people(21, through=[ONE]))
    counting.store(people(unknown, first=21, through=[None]))
    found = decision(signal, row(observed=21 + unknown, expected=30.0))
    assert (found.opening is None) is (unknown < 21)


def test_without_any_network_or_prefix_only_people_count() -> None:
    signal = a_service().pk
    counting.store(reports_for("signal", 12, at=time_of(MINUTE)))
    found = decision(signal, row()).opening
    assert found is not None
    assert found.voices == Voices(reporters=12, unnamed=12)


def test_many_services_take_as_many_queries_as_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ids = [a_service(f"service-{n}").pk for n in range(30)]
    for n in range(30):
        counting.store(people(12, service=f"service-{n}", region="FR" if n % 2 else "DE-BE"))
    networks.read()
    raised = [standing(id_, row(window=w), row("DE", window=30)) for id_ in ids for w in (5, 45)]
    with django_assert_num_queries(1):
        found = opening.decide(raised, minute=MINUTE)
    assert all(one.opening for one in found.values())


def test_a_providers_own_service_opens_on_the_row_of_a_network_with_the_voices_through_it() -> None:
    jio = a_service("jio").pk
    Network.objects.create(asn=ONE, service_id=jio)
    kept.forget_all()
    counting.store(people(30, through=[ONE, MANY[0]], service="jio"))
    opened = decision(jio, row(network=ONE, observed=15)).opening
    assert opened is not None and opened.row.network == ONE
    assert opened.voices.networks == {ONE: 15}
    assert networks.name_of(ONE) == f"jio (AS{ONE})"


def test_few_prefixes_of_a_network_open_nothing() -> None:
    jio = a_service("jio").pk
    Network.objects.create(asn=ONE, service_id=jio)
    kept.forget_all()
    counting.store(people(30, through=[ONE], service="jio", prefixes=2))
    assert decision(jio, row(network=ONE)).reason == "few_networks"


def test_of_any_other_service_a_network_alone_is_a_possible_outage_that_names_it() -> None:
    """No single network can make an incident, however many of its people say so."""
    signal = a_service().pk
    counting.store(people(200, through=[ONE]))
    said = decision(signal, row(network=ONE))
    assert said.opening is None
    assert (said.reason, said.network) == ("few_networks", ONE)


def test_a_row_of_all_networks_opens_although_one_of_a_network_is_raised_as_well() -> None:
    signal = a_service().pk
    counting.store(people(100))
    opened = decision(signal, row(), row(network=MANY[0], severity=30.0)).opening
    assert opened is not None and not opened.row.network and not opened.held_back
