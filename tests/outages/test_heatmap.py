"""The map: states of regions, and that small cells stay hidden."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from outages import board, heatmap
from outages.models import IncidentRegion
from reports import kept
from reports.buckets import time_of
from reports.models import Region, Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW

STATE_AND_REPORTS = ("state", "reports")


@pytest.fixture
def whatsapp(db: None) -> Service:
    """Ten reporters an hour are usual in Germany, six of them in Berlin; a few in France."""
    crowd.the_places()
    service = crowd.a_service()
    crowd.usual(service, {"001": 14, "DE": 10, "DE-BE": 6, "FR": 2})
    crowd.a_watch()
    return service


def a_map(**options: Any) -> dict[str, dict[str, Any]]:
    body = heatmap.service_map("whatsapp", now=NOW, **options)
    return {region["code"]: region for region in body["regions"]}


def cell(code: str, **options: Any) -> tuple[str, int | None]:
    options = {"level": "subdivision", **options} if "-" in code else options
    found = a_map(**options)[code]
    return found["state"], found["reports"]


# --- the five states


def test_no_reports_where_nothing_is_known_are_no_data(whatsapp: Service) -> None:
    assert cell("US") == ("no_data", None)


def test_no_reports_where_many_were_expected_are_ok(whatsapp: Service) -> None:
    assert cell("DE") == ("ok", None)


def test_no_reports_where_few_were_expected_do_not_tell(whatsapp: Service) -> None:
    assert cell("FR") == ("too_few", None)


def test_as_many_as_usual_are_ok(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 6, "DE-BY": 5})
    assert cell("DE") == ("ok", 11)


def test_many_where_nothing_is_known_do_not_tell(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"US-NY": 7})
    assert cell("US") == ("too_few", 7)


@pytest.mark.parametrize("code", ["DE", "DE-BE", "FR", "US"])
def test_under_five_people_are_too_few_and_not_counted(whatsapp: Service, code: str) -> None:
    crowd.reports(whatsapp, {code: 4}, again=9)
    assert cell(code) == ("too_few", None)


def test_raised_without_an_incident_is_elevated(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 30})
    crowd.a_reading(whatsapp, "DE-BE")
    assert cell("DE-BE") == cell("DE") == ("elevated", 30)


def test_where_an_incident_reached_there_is_an_outage(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 30, "DE-BY": 6})
    crowd.an_incident(whatsapp, ["DE-BE"])
    assert cell("DE-BE") == ("outage", 30)
    assert cell("DE") == ("outage", 36)
    assert cell("DE-BY")[0] == "too_few"


def test_above_the_extent_threshold_in_an_incident_there_is_an_outage(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 30, "FR": 12})
    crowd.an_incident(whatsapp, ["DE-BE"])
    crowd.a_reading(whatsapp, "FR", severity=2.6)
    assert cell("FR")[0] == "outage"


def test_between_the_thresholds_without_an_incident_nothing_is_elevated(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"FR": 12})
    crowd.a_reading(whatsapp, "FR", severity=2.6)
    assert cell("FR")[0] == "ok"


def test_what_the_incident_has_left_is_ok_again(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 6})
    crowd.an_incident(whatsapp, ["DE-BE", "FR"])
    IncidentRegion.objects.filter(region__code="DE-BE").update(ended_at=time_of(MINUTE))
    assert cell("DE-BE") == ("ok", 6)


def test_too_few_hide_an_outage_too(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 4, "FR": 30})
    crowd.an_incident(whatsapp, ["DE-BE", "FR"])
    assert cell("DE-BE") == ("too_few", None)


def test_an_incident_of_which_nobody_reports_any_more_is_not_told(whatsapp: Service) -> None:
    crowd.an_incident(whatsapp, ["DE-BE", "US-NY"])
    assert cell("DE-BE") == cell("US-NY") == ("too_few", None)


def test_another_services_trouble_is_not_ones_own(whatsapp: Service) -> None:
    other = crowd.a_service("signal")
    crowd.reports(whatsapp, {"DE-BE": 30})
    crowd.an_incident(other, ["DE-BE"])
    crowd.a_reading(crowd.a_service("telegram"), "DE-BE")
    assert cell("DE-BE") == ("ok", 30)


# --- numbers


def test_numbers_stand_beside_what_is_usual(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 40, "DE": 10}, again=1)
    germany = a_map()["DE"]
    assert germany["reports"] == 52
    assert germany["expected"] == pytest.approx(10, rel=0.1)
    assert germany["ratio"] == pytest.approx(50 / germany["expected"], abs=0.01)
    assert germany["z"] > 3


def test_a_hidden_cell_tells_neither_its_ratio_nor_its_z(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 4})
    germany = a_map()["DE"]
    assert (germany["reports"], germany["ratio"], germany["z"]) == (None, None, None)


def test_what_the_total_would_give_away_is_hidden_and_keeps_its_state(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 30, "FR": 3})
    assert cell("DE") == ("ok", None)
    crowd.reports(whatsapp, {"US-NY": 3})
    assert cell("DE") == ("ok", 30)


def test_only_the_window_counts(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 7})
    crowd.reports(whatsapp, {"DE-BE": 8}, minute=MINUTE - 60)
    crowd.reports(whatsapp, {"DE-BE": 9}, minute=MINUTE + 1)
    assert cell("DE") == ("ok", 7)
    assert cell("DE", window_minutes=61) == ("ok", 15)
    day = a_map(window_minutes=1440)["DE"]
    assert day["expected"] == pytest.approx(240, rel=0.05)


# --- which regions


def test_countries_or_parts_or_those_of_one_country(whatsapp: Service) -> None:
    assert list(a_map()) == ["FR", "DE", "US"]
    assert list(a_map(level="subdivision", country="DE")) == ["DE-BY", "DE-BE", "DE-HH"]
    assert len(a_map(level="subdivision")) == 5
    assert list(a_map(country="DE")) == ["DE"]


def test_a_map_takes_as_many_queries_however_many_regions_there_are(
    whatsapp: Service, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    crowd.reports(whatsapp, {"DE-BE": 30})
    crowd.an_incident(whatsapp, ["DE-BE"])
    a_map()
    Region.objects.bulk_create(
        Region(code=f"US-{i}", name=f"State {i}", country="US", level=Region.Level.SUBDIVISION)
        for i in range(400)
    )
    kept.forget_all()
    a_map()
    for level in ("country", "subdivision"):
        with django_assert_num_queries(5):
            assert len(a_map(level=level)) == {"country": 3, "subdivision": 405}[level]


def test_a_map_of_no_service(whatsapp: Service) -> None:
    with pytest.raises(Service.DoesNotExist):
        heatmap.service_map("teapot", now=NOW)


# --- the world


def world(**options: Any) -> dict[str, dict[str, Any]]:
    body = heatmap.world(now=NOW, **options)
    return {region["code"]: region for region in body["regions"]}


def test_the_world_names_the_services_in_trouble_worst_first(whatsapp: Service) -> None:
    signal, telegram = crowd.a_service("signal"), crowd.a_service("telegram")
    for service in (whatsapp, signal, telegram):
        crowd.reports(service, {"DE-BE": 30, "FR": 4, "US-NY": 6})
    crowd.a_reading(whatsapp, "DE-BE")
    crowd.an_incident(signal, ["DE-BE"])
    regions = world()
    assert regions["DE"]["state"] == "outage"
    assert [
        tuple(row[key] for key in ("slug", *STATE_AND_REPORTS)) for row in regions["DE"]["services"]
    ] == [
        ("signal", "outage", 30),
        ("whatsapp", "elevated", 30),
    ]
    assert (regions["US"]["state"], regions["US"]["services"]) == ("ok", [])


def test_where_too_few_report_the_world_names_nobody(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 30, "FR": 4})
    crowd.an_incident(whatsapp, ["DE-BE", "FR"])
    regions = world()
    assert (regions["FR"]["state"], regions["FR"]["services"]) == ("too_few", [])
    assert regions["US"]["state"] == "no_data"
    # The total less Germany would tell France.
    assert regions["DE"]["services"][0]["reports"] is None


def test_the_world_and_the_services_map_agree(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 30, "FR": 12, "US-NY": 3})
    crowd.an_incident(whatsapp, ["DE-BE", "US-NY"])
    crowd.a_reading(whatsapp, "FR", severity=9.0)
    one = {
        (code, region["state"], region["reports"])
        for code, region in a_map().items()
        if region["state"] in ("outage", "elevated")
    }
    all_ = {
        (code, row["state"], row["reports"])
        for code, region in world().items()
        for row in region["services"]
    }
    assert one == all_
    assert {code for code, _, _ in one} == {"DE", "FR"}


def test_the_world_takes_as_many_queries_however_many_services_are_down(
    whatsapp: Service, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(12):
        service = crowd.a_service(f"s{n}")
        crowd.reports(service, {"DE-BE": 9})
        crowd.an_incident(service, ["DE-BE"])
    world()
    with django_assert_num_queries(6):
        assert len(world()["DE"]["services"]) == 12


# --- as GeoJSON, and how fresh


def test_geojson_has_a_feature_for_every_region(whatsapp: Service) -> None:
    body = heatmap.service_map("whatsapp", now=NOW)
    shape = {"type": "MultiPolygon", "coordinates": []}
    made = heatmap.geojson(body, {"DE": shape})
    assert made["type"] == "FeatureCollection"
    assert {one["id"]: one["geometry"] for one in made["features"]} == {
        "DE": shape,
        "FR": None,
        "US": None,
    }
    assert [one["properties"] for one in made["features"]] == body["regions"]
    assert made["data_until"] == body["data_until"]


def test_maps_say_how_fresh_they_are(whatsapp: Service) -> None:
    fresh = board.freshness(now=NOW).body()
    assert fresh.items() <= heatmap.service_map("whatsapp", now=NOW).items()
    assert fresh.items() <= heatmap.world(now=NOW).items()


def test_the_world_shows_who_is_down_and_not_who_is_only_implicated(db: None) -> None:
    whatsapp = crowd.a_watched_service()
    verizon = crowd.a_service("verizon")
    crowd.an_implication(verizon, crowd.an_incident(whatsapp, ["DE-BE"]))
    crowd.a_reading(verizon, "DE-BE", reason="implicated")
    for service in (whatsapp, verizon):
        crowd.reports(service, {"DE-BE": 60})
    world = heatmap.world(now=NOW)
    (there,) = [region for region in world["regions"] if region["code"] == "DE"]
    assert [one["slug"] for one in there["services"]] == ["whatsapp"]
    its_own = heatmap.service_map("verizon", now=NOW, level="country", country=None)
    (there,) = [region for region in its_own["regions"] if region["code"] == "DE"]
    assert there["state"] == "elevated"
