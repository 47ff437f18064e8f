"""An incident's page: its chart, where it was when, why it was declared, what of it is live."""

import re
from datetime import datetime, timedelta
from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from outages import board
from outages.models import Incident, IncidentRegion
from outages.pages.looking import written
from reports.models import Region
from tests.outages.pages import scenes
from tests.outages.pages.scenes import Scene


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def path_of(scene: Scene) -> str:
    assert scene.incident
    return f"/incidents/{scene.incident.pk}/"


def drawn(text: str) -> dict[str, str]:
    """Code of each place on the map that it ever reached → its state."""
    return {code: state for state, code in re.findall(r'class="r-(\w+)" data-code="(\S+)"', text)}


def listed(text: str) -> dict[str, str]:
    """Each region of the table → its state at the time that is looked at."""
    rows = re.findall(r'<tr data-frames.*?<th scope="row">(.*?)</th>.*?s-(\w+)"', text)
    return dict(rows)


@pytest.fixture
def spreading(outage: Scene, now: datetime) -> Scene:
    """At once in the United States; in Germany half an hour later; Brazil is over again."""
    assert outage.incident
    start = outage.incident.started_at
    there = IncidentRegion.objects.filter(incident=outage.incident)
    there.filter(region__country="DE").update(started_at=start + timedelta(minutes=30))
    there.filter(region__code="BR").update(ended_at=start + timedelta(minutes=50))
    return outage


@pytest.mark.parametrize(
    ("minutes", "germany", "brazil"),
    [(15, "no_data", "outage"), (45, "outage", "outage"), (80, "outage", "ok")],
)
def test_the_map_shows_where_it_was_at_a_time(
    spreading: Scene, client: Client, minutes: int, germany: str, brazil: str
) -> None:
    assert spreading.incident
    at = spreading.incident.started_at + timedelta(minutes=minutes)
    text = page(client, f"{path_of(spreading)}?at={quote(written(at))}")
    states = drawn(text)
    assert (states["US"], states["DE"], states["BR"]) == ("outage", germany, brazil)
    marks = {"no_data": "none", "outage": "outage", "ok": "ok"}
    assert listed(text)["Bavaria"] == marks[germany]
    assert listed(text)["Brazil"] == marks[brazil]


def test_every_frame_stands_in_the_page(spreading: Scene, client: Client) -> None:
    """What the script shows at a time is what the server shows there."""
    text = page(client, path_of(spreading))
    times = re.findall(r'<option value="(\S+?)"', text)
    assert 10 < len(times) <= 48
    frames = dict(re.findall(r'data-code="(\S+)" data-name=".*?" data-frames="(\d+)"', text))
    assert {len(one) for one in frames.values()} == {len(times)}
    letters = {"0": "no_data", "1": "outage", "2": "ok"}
    for nth in (0, 7, len(times) - 1):
        shown = drawn(page(client, f"{path_of(spreading)}?at={quote(times[nth])}"))
        assert shown == {code: letters[row[nth]] for code, row in frames.items()}
    assert any(len(set(row)) > 1 for row in frames.values())


def test_of_what_goes_on_the_latest_is_shown_and_of_what_is_over_the_widest(
    spreading: Scene, client: Client, now: datetime
) -> None:
    assert drawn(page(client, path_of(spreading)))["BR"] == "ok"
    incident = spreading.incident
    assert incident
    incident.state, incident.resolved_at = Incident.State.RESOLVED, now
    incident.save()
    IncidentRegion.objects.filter(incident=incident, ended_at=None).update(ended_at=now)
    assert set(drawn(page(client, path_of(spreading))).values()) == {"outage"}


@pytest.mark.parametrize("at", ["soon", "1999-01-01T00:00Z", "2999-01-01T00:00Z", "%00"])
def test_any_time_can_be_asked_for(spreading: Scene, client: Client, at: str) -> None:
    assert "selected" in page(client, f"{path_of(spreading)}?at={at}")


@pytest.mark.parametrize("days", [0.1, 3, 20, 90])
def test_a_chart_holds_it_from_before_until_after(
    outage: Scene, now: datetime, client: Client, days: float
) -> None:
    start = now - timedelta(days=days)
    incident = Incident.objects.get(pk=scenes.an_old_incident(outage.whatsapp, now=now, days=1).pk)
    incident.started_at, incident.resolved_at = start, start + timedelta(hours=1)
    incident.save()
    series = board.dossier(incident.pk, now=now)["series"]
    first, last = series["points"][0]["at"], series["points"][-1]["at"]
    assert first <= start - timedelta(minutes=110)
    assert last >= min(start + timedelta(hours=2, minutes=50), now - timedelta(minutes=10))
    assert len(series["points"]) <= 201
    assert 'class="c-incident"' in page(client, f"/incidents/{incident.pk}/")


def test_of_what_is_long_over_what_is_usual_is_still_known(outage: Scene, now: datetime) -> None:
    incident = scenes.an_old_incident(outage.whatsapp, now=now, days=5)
    points = board.dossier(incident.pk, now=now)["series"]["points"]
    assert all(point["expected"] is not None for point in points)


def test_it_says_why_it_was_declared_where_that_is_kept(outage: Scene, client: Client) -> None:
    incident = outage.incident
    assert incident
    assert "Why it was declared" not in page(client, path_of(outage))
    incident.evidence = {
        "observed": 64,
        "expected": 2.5,
        "window": 10,
        "severity": 41.3,
        "threshold": 6.2,
        "regions_agreeing": ["US-CA", "DE-BY"],
    }
    incident.save()
    text = page(client, path_of(outage))
    for said in (
        "64 people reported it within 10",
        "where about 2.5 would be usual",
        "a severity of 41.3; we declare above 6.2",
        "2 regions stood out by themselves",
    ):
        assert said in text


def test_what_is_live_is_what_the_page_shows(outage: Scene, client: Client) -> None:
    text, live = page(client, path_of(outage)), page(client, f"{path_of(outage)}live/")
    parts = re.findall(r'data-part="(\w+)"', live)
    assert parts == ["head", "facts", "timeline"]
    for part in live.split("<div data-part=")[1:]:
        assert part.rsplit("</div>", 1)[0].strip() in text
    assert "<html" not in live
    assert f'data-live="{path_of(outage)}live/"' in text


def test_what_is_over_is_not_asked_for_again(outage: Scene, client: Client, now: datetime) -> None:
    old = scenes.an_old_incident(outage.whatsapp, now=now, days=1)
    assert "data-live" not in page(client, f"/incidents/{old.pk}/")
    assert client.get("/incidents/999/live/").status_code == 404


def test_the_page_takes_as_many_queries_however_far_it_reached(
    outage: Scene, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    incident = outage.incident
    assert incident
    client.get(path_of(outage))
    there = set(incident.regions.values_list("region_id", flat=True))
    IncidentRegion.objects.bulk_create(
        IncidentRegion(incident=incident, region=region, started_at=incident.started_at, peak_z=3.0)
        for region in Region.objects.filter(country__gt="").exclude(pk__in=there)
    )
    with django_assert_max_num_queries(13):
        client.get(path_of(outage))
