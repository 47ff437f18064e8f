"""The board: what the public sees now."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from outages import board
from outages.models import CommonCause, Incident, Reading, TimelineEntry, Watch
from reports import kept
from reports.buckets import time_of
from reports.models import Dependence, Dependency, Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW


@pytest.fixture
def places(db: None) -> None:
    crowd.the_places()


@pytest.fixture
def whatsapp(places: None) -> Service:
    """A service with twenty reporters an hour, watched until now."""
    service = crowd.a_service(aliases=["wa", "whats app"])
    crowd.usual(service, {"001": 20, "DE": 10, "DE-BE": 6})
    crowd.a_watch()
    return service


def status(slug: str = "whatsapp") -> tuple[str, str]:
    body = board.service(slug, now=NOW)
    return body["status"], body["status_reason"]


# --- freshness


def test_nothing_watched_yet_is_stale_and_keeps_its_time_for_a_minute(db: None) -> None:
    fresh = board.freshness(now=NOW)
    assert fresh.stale
    assert fresh.data_until is None
    assert board.freshness(now=NOW + timedelta(seconds=20)) == fresh


@pytest.mark.parametrize(
    ("ticked", "until", "stale"),
    [(5, 5, False), (60, 60, False), (61, 61, True), (5, 150, False), (5, 151, True)],
)
def test_late_ticks_and_late_data_are_stale(db: None, ticked: int, until: int, stale: bool) -> None:
    crowd.a_watch(now=NOW - timedelta(seconds=ticked))
    board_now = NOW
    watch = board.freshness(now=board_now)
    assert watch.generated_at == NOW - timedelta(seconds=ticked)
    Watch.objects.update(data_until=NOW - timedelta(seconds=until))
    assert board.freshness(now=board_now).stale is stale
    assert board.freshness(now=board_now).delayed_seconds == until


# --- statuses


def test_a_service_that_can_be_told_and_is_quiet_is_ok(whatsapp: Service) -> None:
    assert status() == ("ok", "")


def test_too_few_reports_are_never_ok(whatsapp: Service) -> None:
    crowd.a_service("aldi-talk")
    assert status("aldi-talk") == ("unknown", "too_few")


def test_stale_data_are_never_ok(whatsapp: Service) -> None:
    crowd.a_watch(now=NOW - timedelta(minutes=10))
    assert status() == ("unknown", "stale")


@pytest.mark.parametrize("reason", ["weak_signal", "few_networks"])
def test_raised_without_an_incident_is_possible(whatsapp: Service, reason: str) -> None:
    crowd.a_reading(whatsapp, "DE", reason=reason)
    assert status() == ("possible_outage", reason)


@pytest.mark.parametrize(
    "change", [{"severity": 3.9}, {"minute": MINUTE - 1}], ids=["too weak", "an older minute"]
)
def test_other_readings_do_not_matter(whatsapp: Service, change: dict[str, Any]) -> None:
    crowd.a_reading(whatsapp)
    Reading.objects.update(**change)
    assert status() == ("ok", "")


def test_an_ongoing_incident_is_an_outage_even_if_the_data_are_stale(whatsapp: Service) -> None:
    incident = crowd.an_incident(whatsapp)
    crowd.a_watch(now=NOW - timedelta(minutes=10))
    body = board.service("whatsapp", now=NOW)
    assert (body["status"], body["stale"]) == ("outage", True)
    assert body["incident"] == board.incident(incident.pk)


def test_an_incident_that_is_over_is_no_outage(whatsapp: Service) -> None:
    crowd.an_incident(whatsapp, lasted=20)
    assert status() == ("ok", "")
    assert board.service("whatsapp", now=NOW)["incident"] is None


def test_who_is_implicated_is_not_down(whatsapp: Service) -> None:
    verizon = crowd.a_service("verizon")
    incident = crowd.an_incident(whatsapp)
    crowd.an_implication(verizon, incident, probability=0.876)
    crowd.a_reading(verizon, reason="implicated")
    body = board.service("verizon", now=NOW)
    assert (body["status"], body["status_reason"]) == ("possible_outage", "implicated")
    assert body["implicated_by"] == {
        "incident": incident.pk,
        "slug": "whatsapp",
        "name": "Whatsapp",
        "probability": 0.88,
    }


def test_the_last_hour_is_counted_and_expected(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 3, "FR": 2}, minute=MINUTE)
    crowd.reports(whatsapp, {"DE-BE": 4}, minute=MINUTE - 59, again=1)
    crowd.reports(whatsapp, {"DE-BE": 100}, minute=MINUTE - 60)
    crowd.reports(whatsapp, {"DE-BE": 100}, minute=MINUTE + 1)
    body = board.service("whatsapp", now=NOW)
    assert body["reports_last_hour"] == 10
    assert body["expected_last_hour"] == pytest.approx(20, rel=0.1)


# --- the list


def test_a_search_finds_names_and_other_words_best_first(whatsapp: Service) -> None:
    for slug in ("wasabi", "show-app"):
        crowd.a_service(slug)
    assert [body["slug"] for body in board.services(now=NOW, q=" WA ")] == ["whatsapp", "wasabi"]
    assert [body["slug"] for body in board.services(now=NOW, q="app")] == ["show-app", "whatsapp"]
    assert board.services(now=NOW, q="teapot") == []


def test_categories_and_statuses_choose(whatsapp: Service) -> None:
    crowd.a_service("aldi-talk", category="provider")
    crowd.a_service("gone", active=False)
    crowd.a_reading(crowd.a_service("signal"))

    def found(**chosen: str) -> list[str]:
        return [body["slug"] for body in board.services(now=NOW, **chosen)]

    assert found() == ["aldi-talk", "signal", "whatsapp"]
    assert found(category="provider") == ["aldi-talk"]
    assert found(status="ok") == ["whatsapp"]
    assert found(status="possible_outage") == ["signal"]
    assert found(status="outage") == []


def test_the_list_says_what_each_service_stands_on_and_its_incident_in_brief(
    whatsapp: Service,
) -> None:
    meta = Dependency.objects.create(slug="meta", name="Meta", kind=Dependency.Kind.OPERATOR)
    Dependence.objects.create(service=whatsapp, dependency=meta, p=0.9)
    Service.objects.update(operator=meta)
    incident = crowd.an_incident(whatsapp)
    (row,) = board.services(now=NOW)
    whole = board.service("whatsapp", now=NOW)
    assert row["operator"] == {"slug": "meta", "name": "Meta"}
    assert row["depends_on"] == [{"slug": "meta", "name": "Meta", "kind": "operator", "p": 0.9}]
    assert row["incident"]["id"] == incident.pk
    # A list and one service never disagree.
    assert row["incident"].items() <= whole["incident"].items()
    assert {key: row[key] for key in row if key != "incident"}.items() <= whole.items()


def test_three_hundred_services_take_as_many_queries_as_three(
    places: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    crowd.a_watch()
    services = [crowd.a_service(f"s{i}", name=f"Service {i}") for i in range(3)]
    crowd.an_incident(services[0], ["DE-BE"])
    crowd.a_reading(services[1])
    crowd.an_implication(services[1], Incident.objects.get())
    crowd.usual(services[0], {"001": 30})
    _warm(lambda: board.services(now=NOW))
    with django_assert_num_queries(7):
        board.services(now=NOW)
    kind = services[0].category
    Service.objects.bulk_create(
        Service(slug=f"s{i}", name=f"Service {i}", category=kind) for i in range(3, 300)
    )
    _warm(lambda: board.services(now=NOW))
    with django_assert_num_queries(7):
        assert len(board.services(now=NOW)) == 300


def _warm(read: Callable[[], object]) -> None:
    """What the process keeps of the catalogue is read before queries are counted."""
    kept.forget_all()
    read()


# --- one service's series


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


# --- incidents


def test_incidents_are_chosen_by_each_filter(whatsapp: Service) -> None:
    signal = crowd.a_service("signal")
    old = crowd.an_incident(whatsapp, ["DE-BE"], minutes_ago=3000, lasted=60)
    new = crowd.an_incident(signal, ["FR"], minutes_ago=20)
    crowd.a_cause(old, "software_bug", current=False)
    crowd.a_cause(old, "cyberattack", group="security")
    crowd.a_cause(new, "software_bug")

    def found(**chosen: Any) -> list[int]:
        return list(board.incidents(**chosen).values_list("pk", flat=True))

    assert found() == [new.pk, old.pk]
    assert found(service="whatsapp") == [old.pk]
    assert found(region="DE") == found(region="DE-BE") == [old.pk]
    assert found(region="DE-BY") == []
    assert found(cause="software_bug") == found(cause="technical_fault") == [new.pk]
    assert found(cause="security") == [old.pk]
    assert found(state="resolved") == [old.pk]
    assert found(since=NOW - timedelta(minutes=2945)) == [new.pk, old.pk]
    assert found(since=NOW - timedelta(minutes=2900)) == [new.pk]
    assert found(until=NOW - timedelta(minutes=60)) == [old.pk]


def test_an_incident_in_the_form_of_the_contract(whatsapp: Service) -> None:
    old = crowd.an_incident(whatsapp, minutes_ago=900, lasted=60)
    incident = crowd.an_incident(whatsapp, ["DE-BE", "FR"], previous=old)
    crowd.a_cause(incident)
    TimelineEntry.objects.create(incident=incident, at=NOW, kind="declared", text="Declared.")
    body = board.incident(incident.pk)
    assert body["service"] == "whatsapp"
    assert body["previous"] == old.pk
    assert body["peak"] == {
        "at": incident.peak_at,
        "reports": 40,
        "expected": 1.5,
        "window_minutes": 15,
        "z": 12.0,
    }
    assert [(row["code"], row["peak_z"]) for row in body["regions"]] == [("DE-BE", 9), ("FR", 8)]
    assert body["cause"]["category"] == "software_bug"
    assert body["cause"]["alternatives"] == [
        {"category": "capacity_overload", "group": "technical_fault", "probability": 0.31}
    ]
    assert set(body["cause"]["evidence"][0]) == {"signal", "value", "weight", "says", "supports"}
    assert body["explanation"] == {
        "brief": "Whatsapp has problems.",
        "detail": ["Forty people reported it."],
    }
    assert body["timeline"] == [{"at": NOW, "kind": "declared", "text": "Declared."}]
    assert body["common_cause"] is None


def test_before_it_was_judged_a_cause_is_undetermined(whatsapp: Service) -> None:
    body = board.incident(crowd.an_incident(whatsapp).pk)
    assert (body["cause"]["category"], body["cause"]["confidence"]) == ("unknown", "undetermined")


def test_a_common_cause_names_the_other_incidents_and_its_rivals(whatsapp: Service) -> None:
    meta = Dependency.objects.create(slug="meta", name="Meta", kind=Dependency.Kind.OPERATOR)
    common = CommonCause.objects.create(
        dependency=meta, probability=0.934, started_at=NOW, rivals=[["aws", 0.061]]
    )
    first, second = (
        crowd.an_incident(service, common_cause=common)
        for service in (whatsapp, crowd.a_service("instagram"))
    )
    assert board.incident(first.pk)["common_cause"] == {
        "dependency": {"slug": "meta", "name": "Meta", "kind": "operator"},
        "probability": 0.93,
        "incidents": [second.pk],
        "rivals": [{"slug": "aws", "probability": 0.06}],
    }


def test_whoever_was_implicated_stays_named_once_when_it_is_over(whatsapp: Service) -> None:
    incident = crowd.an_incident(whatsapp, lasted=25)
    verizon, att = crowd.a_service("verizon"), crowd.a_service("att")
    for probability in (0.7, 0.9):
        crowd.an_implication(verizon, incident, probability=probability, until=NOW)
    crowd.an_implication(att, incident, probability=0.8, until=NOW)
    implicates = board.incident(incident.pk)["implicates"]
    assert [(row["slug"], row["probability"]) for row in implicates] == [
        ("verizon", 0.9),
        ("att", 0.8),
    ]


def test_many_incidents_take_as_many_queries_as_one(
    whatsapp: Service, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in (1, 12):
        for _ in range(n):
            incident = crowd.an_incident(whatsapp, ["DE-BE"], minutes_ago=900, lasted=5)
            crowd.a_cause(incident)
            crowd.an_implication(whatsapp, incident, until=NOW)
        with django_assert_num_queries(7):
            [board.incident_body(one) for one in board.incidents().whole()]


# --- the record


def a_record(**fields: Any) -> dict[str, Any]:
    return {
        "minute": time_of(MINUTE).isoformat(),
        "window": 20,
        "observed": 42,
        "expected": 1.5,
        "threshold": 6.2,
        "model_version": "test",
        "regions_agreeing": ["DE-BE", "FR"],
        "regions_disagreeing": ["US-CA", "US-NY"],
        **fields,
    }


def test_the_record_hides_small_cells_and_says_how_many(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 20, "FR": 13, "US-CA": 6, "US-NY": 3})
    crowd.reports(whatsapp, {"US-NY": 50}, minute=MINUTE - 20)
    incident = crowd.an_incident(whatsapp, evidence=a_record(), latest={"observed": 42})
    crowd.a_cause(incident, current=False)
    crowd.a_cause(incident, "cyberattack", group="security")
    body = board.evidence(incident.pk)
    declared = body["declared"]
    assert [(row["code"], row["agrees"], row["reports"]) for row in declared["regions"]] == [
        ("DE-BE", True, 20),
        ("FR", True, 13),
    ]
    # New York's three are hidden, and with them California's six: their country shows nine.
    assert declared["regions_disagreeing"] == []
    assert declared["regions_agreeing"] == ["DE-BE", "FR"]
    assert body["hidden_cells"] == declared["hidden_cells"] == 2
    assert declared["observed"] == 42
    assert [cause["category"] for cause in body["causes"]] == ["software_bug", "cyberattack"]
    assert [cause["current"] for cause in body["causes"]] == [False, True]
    assert body["replay"]["threshold"] == 6.2


def test_a_record_without_its_window_shows_no_cell(whatsapp: Service) -> None:
    record = a_record()
    del record["window"]
    crowd.reports(whatsapp, {"US-CA": 60, "DE-BE": 20})
    body = board.evidence(crowd.an_incident(whatsapp, evidence=record).pk)
    assert body["declared"]["regions"] == body["declared"]["regions_disagreeing"] == []
    assert body["hidden_cells"] == 4


@pytest.mark.parametrize("read", [board.incident, board.evidence])
def test_an_incident_that_is_not_there(db: None, read: Callable[[int], object]) -> None:
    with pytest.raises(Incident.DoesNotExist):
        read(404)


# --- the front page


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


# --- words


def test_regions_are_countries_or_the_parts_of_one(places: None) -> None:
    assert [row["code"] for row in board.regions()] == ["FR", "DE", "US"]
    assert [row["code"] for row in board.regions("DE")] == ["DE-BY", "DE-BE", "DE-HH"]
    assert board.is_country("DE")
    assert not any(board.is_country(code) for code in ("DE-BE", "001", "ZZ", "QQ", ""))


def test_only_kinds_of_services_that_there_are_are_named(whatsapp: Service) -> None:
    crowd.a_service("gone", category="payments", active=False)
    assert [row["slug"] for row in board.categories()] == ["messaging"]
    assert [row["slug"] for row in board.symptoms()] == list(crowd.SYMPTOMS)
    assert {"cyberattack", "software_bug"} <= {row["slug"] for row in board.causes()}
