"""The board: series, the front page, and the words of the vocabularies."""

from collections.abc import Callable

import pytest

from outages import board
from outages.models import Incident
from reports.buckets import time_of
from reports.models import Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW


@pytest.fixture
def whatsapp(db: None) -> Service:
    return crowd.a_watched_service()


def test_a_series_ends_with_the_last_judged_minute(whatsapp: Service) -> None:
    body = board.series("whatsapp", now=NOW, window_minutes=60, step_minutes=5)
    assert [body["points"][i]["at"] for i in (0, -1)] == [
        time_of(MINUTE - 59),
        time_of(MINUTE - 4),
    ]
    assert len(body["points"]) == 12


def test_a_series_counts_reports_and_reporters_beside_what_is_usual(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 30, "FR": 2}, minute=MINUTE - 1, again=3)
    crowd.reports(whatsapp, {"DE-BE": 8}, minute=MINUTE)
    *before, last = board.series("whatsapp", now=NOW, window_minutes=120, step_minutes=60)["points"]
    assert before[0]["reports"] == 0
    assert (last["reports"], last["reporters"]) == (46, 40)
    assert last["expected"] == pytest.approx(20, rel=0.1)
    assert last["low"] <= last["expected"] <= last["high"] < 40
    assert last["z"] > 2.5


def test_what_is_usual_over_a_month_is_the_sum_of_its_days(whatsapp: Service) -> None:
    month = board.series("whatsapp", now=NOW, window_minutes=43_200, step_minutes=1440)
    hours = board.series("whatsapp", now=NOW, window_minutes=43_200, step_minutes=60)
    assert len(month["points"]) == 30
    assert month["points"][3]["expected"] == pytest.approx(480, rel=0.05)
    odd = board.series("whatsapp", now=NOW, window_minutes=3000, step_minutes=1000)
    assert [point["expected"] for point in odd["points"]] == pytest.approx([333] * 3, rel=0.05)
    total = sum(point["expected"] for point in hours["points"])
    assert total == pytest.approx(sum(point["expected"] for point in month["points"]), rel=0.01)


def test_where_nothing_is_known_nothing_is_expected(whatsapp: Service) -> None:
    crowd.a_service("new")
    (point,) = board.series("new", now=NOW, window_minutes=60, step_minutes=60)["points"]
    assert (point["expected"], point["low"], point["high"], point["z"]) == (None,) * 4


@pytest.mark.parametrize(
    ("code", "people"), [("DE", 37), ("DE-BE", 30), ("DE-BY", 7), ("FR", 12), (None, 49)]
)
def test_a_series_of_a_region_has_its_reports_only(
    whatsapp: Service, code: str | None, people: int
) -> None:
    crowd.reports(whatsapp, {"DE-BE": 30, "DE-BY": 7, "FR": 12})
    body = board.series("whatsapp", now=NOW, window_minutes=60, step_minutes=60, region=code)
    assert body["points"][0]["reporters"] == people


def test_small_cells_of_a_region_are_hidden_and_the_services_own_total_is_not(
    whatsapp: Service,
) -> None:
    crowd.reports(whatsapp, {"DE-BE": 9, "FR": 3})
    crowd.reports(whatsapp, {"DE-BE": 9}, minute=MINUTE - 60)

    def points(code: str | None) -> list[tuple[int | None, float | None]]:
        body = board.series("whatsapp", now=NOW, window_minutes=120, step_minutes=60, region=code)
        return [(point["reports"], point["z"]) for point in body["points"]]

    assert [reports for reports, _ in points(None)] == [9, 12]
    assert [reports for reports, _ in points("FR")] == [0, None]
    # 12 less 9 would tell the 3.
    assert [reports for reports, _ in points("DE-BE")] == [9, None]
    assert points("DE-BE")[1] == (None, None)


def test_symptoms_with_their_shares_and_without_small_ones(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 99, "FR": 9})
    crowd.said(whatsapp, {"messaging": 60, "login": 30, "slow": 3})
    crowd.said(whatsapp, {"slow": 3}, code="FR")
    world = board.series("whatsapp", now=NOW)["symptoms"]
    assert [(row["slug"], row["reports"], row["share"]) for row in world] == [
        ("messaging", 60, 0.625),
        ("login", 30, 0.312),
        ("slow", 6, 0.062),
    ]
    # In Germany three said "slow": the shares of the others would tell it.
    germany = board.series("whatsapp", now=NOW, region="DE")["symptoms"]
    assert [row["slug"] for row in germany] == ["messaging"]


def test_a_series_shows_the_incidents_that_it_touches(whatsapp: Service) -> None:
    crowd.an_incident(whatsapp, minutes_ago=3000, lasted=60)
    over = crowd.an_incident(whatsapp, minutes_ago=400, lasted=60)
    gone = crowd.an_incident(whatsapp, minutes_ago=300, lasted=60)
    Incident.objects.filter(pk=gone.pk).update(state=Incident.State.RETRACTED)
    now = crowd.an_incident(whatsapp, minutes_ago=30)
    spans = board.series("whatsapp", now=NOW)["incidents"]
    assert [span["id"] for span in spans] == [over.pk, now.pk]
    assert spans[1]["resolved_at"] is None


@pytest.mark.parametrize("code", ["QQ", "ZZ", "DE-QQ"])
def test_a_series_of_no_place_is_refused(whatsapp: Service, code: str) -> None:
    with pytest.raises(board.UnknownRegion):
        board.series("whatsapp", now=NOW, region=code)


@pytest.mark.parametrize("read", [board.service, board.series])
def test_a_service_that_is_not_there(whatsapp: Service, read: Callable[..., object]) -> None:
    crowd.a_service("gone", active=False)
    for slug in ("teapot", "gone"):
        with pytest.raises(Service.DoesNotExist):
            read(slug, now=NOW)


def test_down_now(whatsapp: Service) -> None:
    signal, att = crowd.a_service("signal"), crowd.a_service("att")
    crowd.reports(whatsapp, {"DE-BE": 7}, minute=MINUTE)
    crowd.reports(whatsapp, {"DE-BE": 5}, minute=MINUTE - 359)
    ongoing = crowd.an_incident(whatsapp, ["DE-BE"])
    crowd.a_reading(signal)
    lately = crowd.an_incident(att, minutes_ago=120, lasted=60)
    crowd.an_incident(att, minutes_ago=2000, lasted=60)
    body = board.down_now(now=NOW)
    assert [one["id"] for one in body["ongoing"]] == [ongoing.pk]
    sparkline = body["ongoing"][0]["sparkline"]
    assert len(sparkline) == 24
    assert (sparkline[0], sparkline[-1], sum(sparkline)) == (5, 7, 12)
    assert [one["slug"] for one in body["possible"]] == ["signal"]
    assert [one["id"] for one in body["recently_resolved"]] == [lately.pk]


def test_regions_are_countries_or_the_parts_of_one(db: None) -> None:
    crowd.the_places()
    assert [row["code"] for row in board.regions()] == ["FR", "DE", "US"]
    assert [row["code"] for row in board.regions("DE")] == ["DE-BY", "DE-BE", "DE-HH"]
    assert board.is_country("DE")
    assert not any(board.is_country(code) for code in ("DE-BE", "001", "ZZ", "QQ", ""))


def test_only_kinds_of_services_that_there_are_are_named(whatsapp: Service) -> None:
    crowd.a_service("gone", category="payments", active=False)
    assert [row["slug"] for row in board.categories()] == ["messaging"]
    assert [row["slug"] for row in board.symptoms()] == list(crowd.SYMPTOMS)
    assert {"cyberattack", "software_bug"} <= {row["slug"] for row in board.causes()}
