"""The fit of a day: made once, and again where another model made it."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from outages.detection.baseline import MODEL_VERSION
from outages.detection.baseline import Fit as Usual
from outages.judging import expectation, series
from outages.models import Fit
from reports import kept
from reports.buckets import DAY_MINUTES, time_of
from reports.models import Service
from tests.outages import crowd

TODAY = crowd.MINUTE // DAY_MINUTES


@pytest.fixture(autouse=True)
def _yesterday(db: None) -> None:
    crowd.the_places()
    crowd.reports(crowd.a_service(), {"DE-BE": 3}, minute=crowd.MINUTE - DAY_MINUTES)
    kept.forget_all()


def versions() -> set[str]:
    return set(Fit.objects.filter(day=TODAY).values_list("version", flat=True))


def test_a_day_is_fitted_once() -> None:
    expectation.ensure(TODAY)
    first = set(Fit.objects.values_list("id", flat=True))
    expectation.ensure(TODAY)
    assert set(Fit.objects.values_list("id", flat=True)) == first
    assert versions() == {MODEL_VERSION}


def test_what_another_model_fitted_is_fitted_anew() -> None:
    """After an upgrade every series would be a stranger until midnight."""
    expectation.ensure(TODAY)
    Fit.objects.update(version="another")
    kept.forget_all()
    expectation.ensure(TODAY)
    assert versions() == {MODEL_VERSION}


def test_yesterdays_fit_serves_until_todays_is_made() -> None:
    """At midnight the tick does not wait for what takes minutes where there are many series."""
    key = np.array([series.key_of(Service.objects.get().id, series.world())], dtype=np.int64)

    def days() -> float:
        return float(expectation.fit_for(key, minute=crowd.MINUTE + DAY_MINUTES).days[0])

    assert days() == 0
    expectation.ensure(TODAY)
    yesterdays = days()
    expectation.ensure(TODAY + 1)
    assert days() == yesterdays + 1


@pytest.mark.parametrize(("minutes", "fitted"), [(1, TODAY - 1), (2, TODAY)])
def test_a_day_is_fitted_when_the_day_before_it_is_in_the_counts(minutes: int, fitted: int) -> None:
    crowd.reports(Service.objects.get(), {"DE-BE": 3}, minute=(TODAY - 2) * DAY_MINUTES)
    kept.forget_all()
    expectation.ensure_today(now=time_of(TODAY * DAY_MINUTES + minutes))
    assert set(Fit.objects.values_list("day", flat=True)) == {fitted}


def test_rows_are_read_some_at_a_time_and_each_stays_with_its_series(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(expectation, "ROWS_READ", 2)
    crowd.reports(crowd.a_service("signal"), {"FR": 2}, minute=crowd.MINUTE - DAY_MINUTES)
    services = sorted(Service.objects.values_list("id", flat=True))
    places = [(crowd.region("FR").pk, 0), (crowd.region("DE").pk, 0), (series.world(), 64500)]
    stored = {
        (service, *place): float(n)
        for n, (service, place) in enumerate(product(services, places), start=1)
    }
    for (service, region, network), days in stored.items():
        row = replace(Usual.cold(1), days=np.array([days])).row(0)
        Fit.objects.create(
            service_id=service, region_id=region, network=network,
            day=TODAY, version=MODEL_VERSION, row=row,
        )  # fmt: skip
    keys = np.array([series.key_of(*place) for place in (*stored, (services[0], series.world()))])
    found = expectation.fit_for(keys, minute=crowd.MINUTE).days
    assert found.tolist() == [*stored.values(), 0.0]
