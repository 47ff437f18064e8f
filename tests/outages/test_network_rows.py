"""A rise through one network alone: too weak for any region and for all of them, and still seen."""

from datetime import timedelta
from uuid import UUID, uuid4

import numpy as np
import pytest

from outages import watch
from outages.judging import expectation
from outages.models import Fit, Incident, Reading
from reports import counting, kept
from reports.buckets import DAY_MINUTES, minute_of, time_of
from reports.models import MinuteCount, Network, NetworkCount, Region
from tests.builders import NOON, a_report, a_service, some_regions

DAYS = 14
PLACES = ("DE-BE", "FR")
# RFC 5398 reserves these AS numbers for examples. The first has few customers.
ASNS = (64500, 64501, 64502)
SHARES = np.array([0.005, 0.4, 0.595])
A_MINUTE = 4.0
START = minute_of(NOON)
MINUTES = 12


@pytest.fixture(autouse=True)
def _provider(db: None) -> None:
    """A provider of whom people report all day, through three networks, from two regions."""
    some_regions()
    service = a_service("jio").pk
    Network.objects.create(asn=ASNS[0], service_id=service)
    kept.forget_all()
    rng = np.random.default_rng(2)
    first = (START // DAY_MINUTES - DAYS) * DAY_MINUTES
    before = START - 180
    for minutes, width in ((range(first, before, 30), 30), (range(before, START), 1)):
        usual(service, list(minutes), A_MINUTE * width, rng)


def usual(service: int, minutes: list[int], reports: float, rng: np.random.Generator) -> None:
    by_region = rng.poisson(reports * np.full(len(PLACES), 0.5), (len(minutes), len(PLACES)))
    through = rng.poisson(reports * SHARES, (len(minutes), len(ASNS)))
    regions = [Region.objects.get(code=code).pk for code in PLACES]
    MinuteCount.objects.bulk_create(
        MinuteCount(
            service_id=service, region_id=region, minute=minute,
            reports=n, volume=n, works=0, first_reporters=n,
        )
        for minute, row in zip(minutes, by_region.tolist(), strict=True)
        for region, n in zip(regions, row, strict=True)
    )  # fmt: skip
    NetworkCount.objects.bulk_create(
        NetworkCount(service_id=service, network=asn, minute=minute, reports=n, first_reporters=n)
        for minute, row in zip(minutes, through.tolist(), strict=True)
        for asn, n in zip(ASNS, row, strict=True)
    )


def trouble(slug: str, *, prefixes: int = 1000) -> None:
    """Besides the usual, somebody of the first network every minute."""
    counting.store(
        [
            a_report(
                at=time_of(minute) + timedelta(seconds=5),
                service=slug,
                region=PLACES[minute % 2],
                reporter=uuid4(),
                prefix=UUID(int=1 + minute % prefixes),
                network=ASNS[0],
            )
            for minute in range(START, START + MINUTES)
        ]
    )


def judge() -> None:
    expectation.ensure(START // DAY_MINUTES)
    for minute in range(START, START + MINUTES):
        now = time_of(minute + 1)
        watch.judge(minute=minute, now=now, data_until=now)


def test_it_is_an_incident_of_the_provider_that_names_the_network() -> None:
    trouble("jio")
    judge()
    assert set(Fit.objects.values_list("network", flat=True)) == {0, *ASNS}
    incident = Incident.objects.whole().get()
    assert (incident.scope, incident.network) == (Incident.Scope.NETWORK, ASNS[0])
    assert incident.evidence["network"] == ASNS[0]
    assert incident.evidence["networks"] == 1
    assert "through jio (AS64500)" in incident.timeline.all()[0].text
    assert "jio (AS64500)" in incident.brief
    readings = Reading.objects.filter(incident=incident)
    assert set(readings.values_list("row_network", flat=True)) >= {ASNS[0]}


def test_a_few_addresses_of_the_network_are_none() -> None:
    trouble("jio", prefixes=2)
    judge()
    assert not Incident.objects.exists()


def test_of_any_other_service_it_is_a_possible_outage_that_names_the_network() -> None:
    """No single network can make an incident of an app (docs/decisions/0013)."""
    Network.objects.all().delete()
    kept.forget_all()
    trouble("jio")
    judge()
    assert not Incident.objects.exists()
    reading = Reading.objects.filter(reason=Reading.Reason.FEW_NETWORKS, row_network=ASNS[0]).last()
    assert reading is not None and reading.network == ASNS[0]
