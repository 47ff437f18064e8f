"""Rows of counts: which of them name a place as finely as it was reported."""

import numpy as np
import pytest

from outages.judging.series import Series, key_of
from reports import kept, vocabulary
from tests.builders import some_regions


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
