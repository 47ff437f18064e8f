"""The list of incidents: what it holds, what chooses from it, and how it is passed on."""

import re
from datetime import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from outages.models import Incident
from reports import kept
from reports.models import Service
from tests.outages.pages import scenes
from tests.outages.pages.scenes import Scene

ROW = '<li class="line">'


def page(client: Client, query: str = "") -> str:
    response = client.get(f"/incidents/{query}")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 4),
        ("?state=ongoing", 2),
        ("?state=resolved", 2),
        ("?state=x", 4),
        ("?service=whatsapp", 3),
        ("?service=Whats-App", 3),
        ("?service=insta", 1),
        ("?region=DE-BY", 4),
        ("?region=de", 4),
        ("?region=US", 2),
        ("?region=001", 4),
        ("?cause=change", 4),
        ("?cause=configuration_error", 4),
        ("?cause=cyberattack", 0),
        ("?cause=gremlins", 4),
        ("?since=2026-11-24", 2),
        ("?since=2026-11-23", 3),
        ("?until=2026-11-23", 2),
        ("?until=2026-11-22", 1),
        ("?since=2026-11-23&until=2026-11-23&service=whatsapp&state=resolved&region=DE", 1),
    ],
)
def test_what_is_listed_can_be_chosen(
    outage: Scene, client: Client, query: str, count: int
) -> None:
    kept.forget_all()
    assert page(client, query).count(ROW) == count


def test_what_is_chosen_stands_in_the_form(outage: Scene, client: Client) -> None:
    text = page(client, "?region=DE-BY&cause=change&state=resolved&since=2026-11-01&service=signal")
    for said in (
        '<option value="DE-BY" selected>',
        '<option value="change" selected>',
        '<option value="resolved" selected>',
        'name="since" value="2026-11-01"',
        'name="service" value="signal"',
        '<details class="filter" open>',
        '<option value="DE">All of Germany</option>',
    ):
        assert said in text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?service=teapot", "No service is called “teapot”."),
        ("?since=yesterday", "“yesterday” is no day"),
        ("?until=9999-12-31", "“9999-12-31” is no day"),
        ("?since=2026-11-05&until=2026-11-01", "The last day is before the first one."),
    ],
)
def test_what_means_nothing_is_said_and_lists_nothing(
    outage: Scene, client: Client, query: str, said: str
) -> None:
    text = page(client, query)
    assert said in text
    assert ROW not in text


def test_a_name_that_fits_several_offers_them_with_the_rest_of_what_is_chosen(
    outage: Scene, client: Client
) -> None:
    kept.forget_all()
    text = page(client, "?service=a&state=resolved&page=3")
    assert 'href="?service=whatsapp&amp;state=resolved"' in text


def test_an_address_is_passed_on_without_what_is_empty(calm: Scene, client: Client) -> None:
    response = client.get("/incidents/?service=&region=DE&cause=&state=&since=&until=")
    assert (response.status_code, response["Location"]) == (302, "/incidents/?region=DE")
    assert client.get("/de/incidents/?service=")["Location"] == "/de/incidents/"


def test_nothing_to_list_is_said(outage: Scene, client: Client) -> None:
    assert "none fits all that is chosen" in page(client, "?state=retracted")


def test_no_incident_yet_is_said(calm: Scene, client: Client) -> None:
    assert "there has been none yet" in page(client)


def test_the_list_has_pages_and_months(calm: Scene, client: Client, now: datetime) -> None:
    signal = Service.objects.get(slug="signal")
    for days in range(1, 28):
        scenes.an_old_incident(signal, now=now, days=days)
    assert Incident.objects.count() == 27
    first = page(client)
    assert first.count(ROW) == 25
    assert "27 incidents so far" in first
    assert re.findall(r"<h2>(.*?)</h2>", first) == ["November 2026", "October 2026"]
    last = page(client, "?state=resolved&page=2")
    assert last.count(ROW) == 2
    assert 'href="?state=resolved&amp;page=1"' in last
    assert page(client, "?page=99").count(ROW) == 2


def test_a_row_says_when_how_long_where_how_bad_and_why(outage: Scene, client: Client) -> None:
    row = page(client, "?service=instagram").split(ROW)[1]
    for said in ("Instagram", "14:05 UTC", "so far", "In 7 regions", "Major", "Likely Meta’s"):
        assert said in row


def test_many_incidents_take_few_queries(
    outage: Scene,
    client: Client,
    now: datetime,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for days in range(2, 20):
        scenes.an_old_incident(outage.whatsapp, now=now, days=days)
    kept.forget_all()
    with django_assert_max_num_queries(12):
        assert page(client, "?service=whatsapp&region=DE").count(ROW) == 21
