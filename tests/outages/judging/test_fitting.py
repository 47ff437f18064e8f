"""A day's fit: by whose clocks, without which hours, and the same however it is laid out."""

import numpy as np
import pytest

from outages.detection import baseline
from outages.detection.history import Dense
from outages.judging import expectation, fitting, series
from outages.models import Fit
from reports import kept
from reports.buckets import DAY_MINUTES
from reports.models import Region, Service
from tests.outages import crowd

TODAY = crowd.MINUTE // DAY_MINUTES
ZONES = {
    "DE": "Europe/Berlin",
    "DE-BE": "Europe/Berlin",
    "US": "America/New_York",
    "US-CA": "America/Los_Angeles",
    "US-NY": "America/New_York",
}


@pytest.fixture
def service(db: None) -> Service:
    crowd.the_places()
    for code, zone in ZONES.items():
        Region.objects.filter(code=code).update(time_zone=zone)
    kept.forget_all()
    return crowd.a_service()


def places() -> dict[str, str]:
    expectation.ensure(TODAY)
    rows = Fit.objects.filter(day=TODAY).values_list("region__code", "row")
    return {code: row["place"] for code, row in rows}


def test_a_country_goes_by_the_clocks_of_its_largest_part(service: Service) -> None:
    crowd.reports(service, {"US-CA": 5, "US-NY": 3, "DE-BE": 1}, minute=crowd.MINUTE - 1440)
    kept.forget_all()
    assert places() == {
        "US-CA": "America/Los_Angeles US-CA",
        "US-NY": "America/New_York US-NY",
        "US": "America/Los_Angeles US",
        "DE": "Europe/Berlin DE",
        "DE-BE": "Europe/Berlin DE-BE",
        "001": "America/Los_Angeles US",
    }


def test_the_world_keeps_nobodys_holidays(service: Service) -> None:
    """Where no country sends half of the reports, only the clock is that of the largest."""
    crowd.reports(service, {"US-NY": 4, "DE": 3, "FR": 3}, minute=crowd.MINUTE - 1440)
    kept.forget_all()
    told = places()
    assert told["001"] == "America/New_York"
    # A country that nobody reported by its parts, and one without a time zone.
    assert (told["DE"], told["FR"]) == ("Europe/Berlin DE", "FR")


def test_a_service_without_places_goes_by_utc(service: Service) -> None:
    crowd.reports(service, {"ZZ": 4}, minute=crowd.MINUTE - 1440)
    kept.forget_all()
    assert places() == {"001": ""}


def test_what_is_read_is_what_was_fitted(service: Service) -> None:
    for day in range(1, 28):
        # Ten in the morning in Los Angeles, in winter.
        minute = (TODAY - day) * DAY_MINUTES + 18 * 60
        crowd.reports(service, {"US-CA": 40}, minute=minute)
    kept.forget_all()
    learned = fitting.learn(TODAY, first=(TODAY - 27) * DAY_MINUTES + 18 * 60)
    expectation.ensure(TODAY)
    read = expectation.fit_for(learned.keys, minute=TODAY * DAY_MINUTES)
    first = TODAY * 48
    np.testing.assert_allclose(
        baseline.bins_of(read, first, 48), baseline.bins_of(learned.fit, first, 48), rtol=1e-6
    )
    assert baseline.bins_of(read, first, 48).argmax(axis=1).tolist() == [36, 36, 36]


@pytest.mark.parametrize(("ago", "hours", "left_out"), [(9, 15, 31), (20, 24 * 20, 14 * 48 + 1)])
def test_an_incident_is_left_out_for_a_fortnight_at_most(
    service: Service, ago: int, hours: int, left_out: int
) -> None:
    """It began so many days `ago` and lasted so many `hours`."""
    minutes_ago = crowd.MINUTE - (TODAY - ago) * DAY_MINUTES
    crowd.an_incident(service, minutes_ago=minutes_ago, lasted=hours * 60)
    for day in range(1, 28):
        crowd.reports(service, {"DE-BE": 3}, minute=(TODAY - day) * DAY_MINUTES)
    kept.forget_all()
    learned = fitting.learn(TODAY, first=(TODAY - 28) * DAY_MINUTES)
    assert len(learned.keys) == 3
    missing = 28 * 48 - learned.fit.days * 48
    assert missing.tolist() == pytest.approx([left_out] * 3)


def test_laid_out_by_blocks_or_at_once_a_fit_is_the_same(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(3)
    others = [service, *(crowd.a_service(f"s{i}") for i in range(3))]
    for one in others:
        for minute in rng.integers((TODAY - 20) * DAY_MINUTES, TODAY * DAY_MINUTES, 30).tolist():
            told = {"US-CA": int(rng.poisson(4)), "US-NY": 2, "ZZ": 1}
            crowd.reports(one, told, minute=minute)
    kept.forget_all()
    first = (TODAY - 20) * DAY_MINUTES
    at_once = fitting.learn(TODAY, first=first)
    monkeypatch.setattr(fitting, "SERVICES", 1)
    monkeypatch.setattr(baseline, "BLOCK", 3)
    by_block = fitting.learn(TODAY, first=first)
    np.testing.assert_array_equal(by_block.keys, at_once.keys)
    for name in ("profile", "relvar", "jitter", "youth", "trust", "days", "place"):
        np.testing.assert_array_equal(getattr(by_block.fit, name), getattr(at_once.fit, name))
    assert_as_dense(at_once, first=first)


def assert_as_dense(learned: fitting.Learned, *, first: int) -> None:
    """The same from counts that are read and laid out at once."""
    counts = series.read(first=first, last=TODAY * DAY_MINUTES - 1, width=baseline.BIN_MINUTES)
    past = Dense(
        counts=counts.counts,
        excluded=None,
        observed_from=np.full(len(counts.keys), first),
        first=first // baseline.BIN_MINUTES,
        place=learned.fit.place,
        calendar=learned.fit.calendar,
    )
    groups = np.unique(counts.regions, return_inverse=True)[1]
    whole = baseline.fit_past(past, groups=groups)
    np.testing.assert_array_equal(whole.profile, learned.fit.profile)
    np.testing.assert_array_equal(whole.trust, learned.fit.trust)
