"""Rows of counts: which of them name a place as finely as it was reported."""

from datetime import timedelta

import numpy as np
import pytest

from outages.judging import inputs, series
from outages.judging.series import Series, key_of
from reports import counting, kept, vocabulary
from reports.buckets import minute_of
from tests.builders import NOON, a_report, a_service, some_regions


@pytest.fixture(autouse=True)
def _places(db: None) -> None:
    some_regions()
    kept.forget_all()


def test_a_country_is_a_leaf_only_where_nobody_reported_one_of_its_parts() -> None:
    regions = vocabulary.read().regions
    places = {1: ("001", "DE", "DE-BE", "FR"), 2: ("001", "DE")}
    named = sorted(
        (key_of(service, regions[code]), service, code)
        for service, codes in places.items()
        for code in codes
    )
    rows = len(named)
    counts = Series(
        keys=np.array([key for key, _, _ in named]),
        counts=np.zeros((rows, 1), np.int64),
        parents=np.full(rows, -1),
        first=0,
        width=1,
    )
    found = {
        (service, code)
        for (_, service, code), leaf in zip(named, counts.leaves, strict=True)
        if leaf
    }
    assert found == {(1, "DE-BE"), (1, "FR"), (2, "DE")}


def test_a_network_is_a_row_beside_the_regions_below_its_service() -> None:
    service = a_service().pk
    voices = ["DE-BE", "DE-BE", "FR"]
    counting.store(
        [a_report(region=code, network=asn) for code, asn in zip(voices, (7, 8, 8), strict=True)]
    )
    minute = minute_of(NOON)
    counts = series.read(first=minute - 9, last=minute)
    regions = vocabulary.read().regions
    said = {
        (int(region), int(network)): int(n)
        for region, network, n in zip(
            counts.regions, counts.networks, counts.counts.sum(axis=1), strict=True
        )
    }
    world = regions["001"]
    assert said == {
        (regions["DE-BE"], 0): 2,
        (regions["DE"], 0): 2,
        (regions["FR"], 0): 1,
        (world, 0): 3,
        (world, 7): 1,
        (world, 8): 2,
    }
    assert counts.keys.tolist() == sorted(counts.keys) and set(counts.services) == {service}
    is_network = counts.networks > 0
    total = int(np.flatnonzero(counts.parents < 0)[0])
    assert (counts.parents[is_network] == total).all() and not counts.leaves[is_network].any()
    charge = inputs.charge_of(counts)
    assert charge[is_network] == pytest.approx(np.log10(2)) and charge[total] == 0
    assert charge[~is_network].max() == pytest.approx(np.log10(3))


def test_networks_that_are_told_only_since_today_have_no_rows() -> None:
    """Else the first report through each would be news, of a network that was never silent."""
    a_service()
    month, day = timedelta(days=20), timedelta(days=2)
    counting.store([a_report(at=NOON - month), a_report(at=NOON - day), a_report(network=7)])
    minute = minute_of(NOON)
    assert not series.read(first=minute - 9, last=minute).networks.any()
