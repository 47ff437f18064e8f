"""The map's page: an address for every state, words and a table for every map."""

import json
import re
from datetime import datetime
from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from outages.pages.looking import VIEWS
from reports import kept
from reports.models import MinuteCount
from tests.outages.pages.scenes import Scene

# Promised in the design: what a phone with bad reception has to fetch.
LARGEST_PAGE = 40_000


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def rows(text: str) -> dict[str, str]:
    """Name of each place in the table → its state."""
    table = text.split("<tbody>")[1].split("</tbody>", maxsplit=1)[0]
    found = re.findall(r"<tr><th.*?>([^<>]+)(?:</a>)?</th><td><span.*?>(.*?)</span>", table)
    return dict(found)


def drawn(text: str) -> dict[str, str]:
    """Code of each place on the map → its state."""
    return {code: state for state, code in re.findall(r'class="r-(\w+)" data-code="(\S+)"', text)}


def test_the_answer_comes_before_the_map(outage: Scene, client: Client) -> None:
    text = page(client, "/map/")
    answer = text.index("Outage in 5 places.")
    assert text.index("<h1") < answer < text.index("<svg", answer)
    assert rows(text)["Germany"] == "Outage"
    assert drawn(text)["DE"] == "outage"
    assert drawn(text)["ES"] == "no_data"


def test_an_hour_ago_it_had_not_begun(outage: Scene, client: Client) -> None:
    before = page(client, "/map/?at=2026-11-24T13:30Z")
    assert "outage" not in drawn(before).values()
    assert "In the hour up to 13:30 UTC" in before
    assert drawn(page(client, "/map/?at=2026-11-24T15:00Z"))["DE"] == "outage"


@pytest.mark.parametrize(
    ("at", "says"),
    [
        ("soon", "“soon” is no time"),
        ("2026-11-22T14:30Z", "The map goes back 24 hours"),
        ("2026-11-25T14:30Z", "In the hour up to 15:40 UTC"),
        ("2026-11-24T14:47:10+01:00", "In the hour up to 13:30 UTC"),
        ("2026-11-24T13:30", "In the hour up to 13:30 UTC"),
    ],
)
def test_a_time_is_taken_as_well_as_it_can_be(
    outage: Scene, client: Client, at: str, says: str
) -> None:
    assert says in page(client, f"/map/?at={quote(at)}")


def test_a_country_has_its_parts_and_a_way_back(outage: Scene, client: Client) -> None:
    text = page(client, "/map/?country=US&at=2026-11-24T15:00Z")
    assert rows(text)["California"] == "Outage"
    assert "Germany" not in rows(text)
    assert 'href="/map/?at=2026-11-24T15:00Z">The world</a>' in text.replace("%3A", ":")


def test_one_service_or_one_kind(outage: Scene, client: Client) -> None:
    for service in ("signal", "Signal"):
        text = page(client, f"/map/?service={service}")
        assert "Where people report trouble with Signal" in text
        assert "outage" not in drawn(text).values()
    assert drawn(page(client, "/map/?service=whatsapp"))["DE"] == "outage"
    assert "outage" not in drawn(page(client, "/map/?category=mobile-provider")).values()
    assert drawn(page(client, "/map/?category=messaging"))["DE"] == "outage"
    assert "No service is called “teapot”" in page(client, "/map/?service=teapot")


def test_a_part_of_the_world_lists_what_lies_in_it(outage: Scene, client: Client) -> None:
    europe = rows(page(client, "/map/?view=europe"))
    assert {"Germany", "France", "United Kingdom"} <= set(europe)
    assert not {"United States", "Brazil", "India"} & set(europe)
    assert set(rows(page(client, "/map/?view=south-america"))) == {"Brazil"}


@pytest.mark.parametrize(
    "query",
    ["country=XX", "country=DE-BE", "view=atlantis", "category=nothing", "view=europe&country=DE"],
)
def test_what_is_not_there_is_not_found(outage: Scene, client: Client, query: str) -> None:
    assert client.get(f"/map/?{query}").status_code == 404


def test_where_nobody_reports_we_say_that_we_do_not_know(calm: Scene, client: Client) -> None:
    MinuteCount.objects.all().delete()
    text = page(client, "/map/")
    assert "No reports in this hour." in text
    assert "That is not the same as no problem" in text


@pytest.mark.parametrize("query", ["", "?service=whatsapp", "?country=US", "?view=europe"])
def test_the_part_and_the_steps_say_what_the_page_says(
    outage: Scene, client: Client, query: str
) -> None:
    steps = json.loads(page(client, f"/map/steps/{query}"))
    at = f"{'&' if query else '?'}at={quote(steps['times'][-1])}"
    text = page(client, f"/map/{query}{at}")
    part = page(client, f"/map/part/{query}{at}")
    assert rows(part) == rows(text)
    assert "<svg" not in part
    last = {code: steps["names"][int(row[-1])] for code, row in steps["states"].items()}
    shown = drawn(text)
    assert {code: last.get(code, "no_data") for code in shown} == shown
    told = re.search(r'data-states="(.*?)"', part)
    assert told
    states = dict(pair.split(":") for pair in told[1].strip(",").split(","))
    assert {code: steps["names"][int(states[code])] for code in shown} == shown


def test_the_page_is_small_and_takes_few_queries(
    outage: Scene, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for query in ("", "?service=whatsapp&country=US", *(f"?view={view}" for view in VIEWS)):
        sent = client.get(f"/map/{query}", headers={"Accept-Encoding": "gzip"})
        assert len(sent.content) <= LARGEST_PAGE
    kept.forget_all()
    with django_assert_max_num_queries(20):
        client.get("/map/?service=whatsapp")
    for query in ("", "?service=whatsapp", "?category=messaging&at=2026-11-24T15:00Z"):
        with django_assert_max_num_queries(12):
            client.get(f"/map/{query}")


def test_the_map_has_a_pattern_for_every_state(
    outage: Scene, client: Client, now: datetime
) -> None:
    text = page(client, "/map/")
    for state in ("outage", "elevated", "ok", "too_few", "no_data"):
        assert f'<rect class="r-{state}"' in text
    assert text.count("<pattern ") == len(set(re.findall(r'<pattern id="(.*?)"', text)))
