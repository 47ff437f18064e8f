"""Too few reports to tell: by the smallest outage that the detector would have seen here, now."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from outages import heatmap, models
from outages.detection.fits import MODEL_VERSION, Fit
from outages.showing.freshness import freshness
from outages.showing.statuses import statuses
from reports import kept
from reports.buckets import DAY_MINUTES
from reports.models import Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW


@pytest.fixture
def service(db: None) -> Service:
    crowd.the_places()
    crowd.a_watch()
    return crowd.a_service()


def usual(service: Service, hourly: float, *codes: str, **habits: Any) -> None:
    """So many an hour in each place; `habits`: what else a fit of four weeks has learned."""
    learned: dict[str, Any] = {
        "profile": np.full((2, 48), hourly / 2),
        "relvar": 0.1,
        "days": 28.0,
        "youth": [0.0, 0.0],
        **habits,
    }
    arrays: dict[str, Any] = {name: np.array([value]) for name, value in learned.items()}
    fit = replace(Fit.cold(1), **arrays)
    for code in codes:
        models.Fit.objects.create(
            service=service,
            region=crowd.region(code),
            day=MINUTE // DAY_MINUTES,
            version=MODEL_VERSION,
            row=fit.row(0),
        )
    kept.forget_all()


def status(service: Service) -> tuple[str, str]:
    said = statuses([service.pk], fresh=freshness(now=NOW))[service.pk]
    return said.status, said.reason


@pytest.mark.parametrize(
    ("hourly", "habits", "says"),
    [
        (20.0, {}, ("ok", "")),
        (0.4, {}, ("unknown", "too_few")),
        # As many reports, of a crowd that strays by itself: a tenfold hour would be nothing new.
        (20.0, {"relvar": 2.0}, ("unknown", "too_few")),
        (20.0, {"trust": 0.1}, ("unknown", "too_few")),
        # No such day has been seen yet.
        (20.0, {"youth": [1.0, 1.0]}, ("unknown", "too_few")),
        (20.0, {"days": 1.0}, ("unknown", "too_few")),
    ],
)
def test_a_silent_service_is_well_only_where_a_typical_outage_would_have_been_seen(
    service: Service, hourly: float, habits: dict[str, Any], says: tuple[str, str]
) -> None:
    usual(service, hourly, "001", **habits)
    assert status(service) == says


def test_a_service_that_nobody_reports_any_more_is_unknown_not_well(service: Service) -> None:
    usual(service, 0.0, "001")
    assert status(service) == ("unknown", "too_few")


def state_of(service: Service, code: str) -> str:
    body = heatmap.service_map(service.slug, now=NOW, level="subdivision")
    return next(one["state"] for one in body["regions"] if one["code"] == code)


def test_one_region_of_many_takes_more_to_tell(service: Service) -> None:
    """The detector asks more of a region where it looks at many, so silence says less there."""
    usual(service, 4.0, "DE-BE")
    alone = state_of(service, "DE-BE")
    usual(service, 4.0, "DE-BY", "DE-HH", "US-CA", "US-NY")
    assert (alone, state_of(service, "DE-BE")) == ("ok", "too_few")
