"""A service's numbers can be made again from what was kept, bit for bit, without the others."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from outages.detection import baseline, scan
from outages.judging import dates, inputs, series
from outages.models import Incident
from reports import vocabulary
from reports.buckets import DAY_MINUTES, time_of
from tests.outages import crowd

pytestmark = pytest.mark.django_db

# On this day summer time ended in America: windows look back over it.
MINUTE = int(datetime(2026, 11, 1, 7, 20, tzinfo=UTC).timestamp()) // 60
SERVICES = 6
# RFC 5398 reserves these AS numbers for examples.
ASNS = (64500, 64501)
CODES = ("DE-BE", "DE-BY", "US-CA", "US-NY", "DE", "US", "001")


def a_minute(seed: int, *, cold: bool) -> inputs.Inputs:
    """Six services in four regions and two networks, two of them far above what is usual."""
    crowd.the_places()
    # Watched for so long; where nothing is known yet, since four hours ago.
    watched = 240 if cold else 30 * DAY_MINUTES
    crowd.reports(crowd.a_service(), {"DE-BE": 1}, minute=MINUTE - watched)
    rng = np.random.default_rng(seed)
    known = vocabulary.read().regions
    keys: list[int] = []
    parents: list[int] = []
    rows: list[NDArray[np.int64]] = []
    for service in range(1, SERVICES + 1):
        ids = sorted(known[code] for code in CODES)
        total = len(keys) + ids.index(known["001"])
        for id_ in ids:
            keys.append(series.key_of(service, id_))
            parents.append(-1 if id_ == known["001"] else total)
        keys += [series.key_of(service, 0, asn) for asn in ASNS]
        parents += [total] * len(ASNS)
        leaves = rng.poisson(rng.gamma(0.5, 0.2), (4, scan.RECENT_MINUTES))
        leaves[:, -12:] += rng.poisson(3.0 if service < 3 else 0.05, (4, 12))
        both = leaves[:2].sum(axis=0), leaves[2:].sum(axis=0)
        told = dict(zip(CODES, [*leaves, *both, leaves.sum(axis=0)], strict=True))
        by_id = {known[code]: counts for code, counts in told.items()}
        rows += [by_id[id_] for id_ in ids]
        rows += [rng.binomial(told["001"], share) for share in (0.7, 0.1)]
    counts = series.Series(
        keys=np.array(keys),
        counts=np.array(rows),
        parents=np.array(parents),
        first=MINUTE - scan.RECENT_MINUTES + 1,
        width=1,
    )
    ended = time_of(MINUTE - 100)
    before = Incident(service_id=2, started_at=ended - timedelta(hours=1), resolved_at=ended)
    return inputs.of_minute(counts, a_fit(rng, len(keys), cold), ended=[before], ongoing=[])


def a_fit(rng: np.random.Generator, rows: int, cold: bool) -> baseline.Fit:
    """Stored and read again, as the watch has it: profiles in single precision."""
    places = [dates.place("America/New_York", "US"), dates.place("Europe/Berlin", "DE")]
    calendar = dates.calendar(places, day=MINUTE // DAY_MINUTES)
    days = 20
    if cold:
        return baseline.Fit.cold(rows, calendar)
    learned = baseline.fit(
        rng.poisson(rng.gamma(1.0, 2.0, (rows, 1)), (rows, days * 48)),
        (MINUTE // DAY_MINUTES - days) * DAY_MINUTES,
        calendar=calendar,
        places=rng.integers(0, len(calendar.names), rows),
    )
    return baseline.Fit.from_rows([learned.row(i) for i in range(rows)], calendar)


def again(given: inputs.Inputs, service: int) -> inputs.Inputs:
    packed = given.packed(service)
    return inputs.unpack(packed, service=service, regions=vocabulary.read().regions)


@pytest.mark.parametrize("cold", [False, True], ids=["warm", "cold"])
@pytest.mark.parametrize("seed", range(4))
def test_alone_and_unpacked_it_says_the_same_to_the_last_bit(seed: int, cold: bool) -> None:
    given = a_minute(seed, cold=cold)
    among_all = given.judge()
    surprised = 0
    for service in range(1, SERVICES + 1):
        mine = given.counts.services == service
        alone = again(given, service).judge()
        for field in fields(alone):
            expected: NDArray[np.float64] = getattr(among_all, field.name)[mine]
            assert np.array_equal(getattr(alone, field.name), expected), field.name
        surprised += int((alone.severity > 4.0).any())
    assert surprised


def test_rows_without_a_baseline_keep_what_the_others_did() -> None:
    """The surge of all services is part of what a cold row's numbers are made from."""
    given = a_minute(3, cold=True)
    kept = again(given, 1)
    assert kept.surge is not None
    without = replace(kept, surge=None).judge()
    assert not np.array_equal(without.expected, kept.judge().expected)


def test_a_warm_service_needs_no_other() -> None:
    assert again(a_minute(3, cold=False), 1).surge is None


def test_it_takes_a_few_hundred_bytes_a_row() -> None:
    given = a_minute(1, cold=False)
    assert len(given.packed(1)) < 1000 * (len(CODES) + len(ASNS))


def test_another_models_rows_are_read_as_todays(monkeypatch: pytest.MonkeyPatch) -> None:
    given = a_minute(1, cold=False)
    before = again(given, 1).judge()
    packed = given.packed(1)
    monkeypatch.setattr("outages.detection.fits.MODEL_VERSION", "a-later-one")
    later = inputs.unpack(packed, service=1, regions=vocabulary.read().regions)
    assert np.array_equal(later.judge().severity, before.severity)


def test_the_days_that_were_are_kept_with_it() -> None:
    given = a_minute(2, cold=False)
    kept = again(given, 1)
    moved = replace(kept.fit.calendar, cells=kept.fit.calendar.cells[:, ::-1].copy())
    assert np.array_equal(kept.judge().expected, given.of_services([1]).judge().expected)
    elsewhere = replace(kept, fit=replace(kept.fit, calendar=moved))
    assert not np.array_equal(elsewhere.judge().expected, kept.judge().expected)
