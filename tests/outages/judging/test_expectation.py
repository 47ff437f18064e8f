"""The fit of a day: made once, and again where another model made it."""

import pytest

from outages.detection.baseline import MODEL_VERSION
from outages.judging import expectation
from outages.models import Fit
from reports import kept
from reports.buckets import DAY_MINUTES
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
