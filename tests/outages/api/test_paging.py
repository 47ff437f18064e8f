"""Cursor pages: every row once, forwards and backwards, also while rows are added."""

import json
from base64 import urlsafe_b64encode
from typing import Any

import pytest
from django.test import Client

from reports.models import Service
from tests.outages import crowd
from tests.outages.api.conftest import Scene, get, refused

ADDRESS = "http://testserver/api/v1"


def follow(client: Client, page: Any, direction: str = "next") -> list[Any]:
    """A page and all after it (or before it), in the order in which they were fetched."""
    pages = [page]
    while pages[-1][direction]:
        assert pages[-1][direction].startswith(ADDRESS)
        assert len(pages) < 50, "the pages go round in a circle"
        pages.append(get(client, pages[-1][direction].removeprefix(ADDRESS)))
    return pages


@pytest.fixture
def many(scene: Scene) -> None:
    """Ten services, and nine incidents of which some began at the same time."""
    for n in range(7):
        service = crowd.a_service(f"s{n}", name="Alike" if n < 3 else f"Name {n}")
        crowd.an_incident(service, minutes_ago=100 + n // 2, lasted=30)


PAGED = ("/services", "/services?q=s&limit=3", "/incidents", "/causes", "/regions")


@pytest.mark.parametrize("path", PAGED)
@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_every_row_once_in_order_and_back_again(
    many: None, client: Client, path: str, limit: int
) -> None:
    whole = get(client, path, limit=100)["results"]
    pages = follow(client, get(client, path, limit=limit))
    assert [row for page in pages for row in page["results"]] == whole
    assert all(len(page["results"]) <= limit for page in pages)
    assert pages[0]["previous"] is None
    back = follow(client, pages[-1], "previous")
    assert [row for page in reversed(back) for row in page["results"]] == whole


def test_a_list_with_nothing_in_it(scene: Scene, client: Client) -> None:
    body = get(client, "/services", q="teapot")
    assert (body["next"], body["previous"], body["results"]) == (None, None, [])


def test_filters_go_along(many: None, client: Client) -> None:
    pages = follow(client, get(client, "/incidents", state="resolved", limit=2))
    assert {row["state"] for page in pages for row in page["results"]} == {"resolved"}
    assert sum(len(page["results"]) for page in pages) == 8


def test_a_new_incident_on_top_moves_no_row_to_the_next_page(many: None, client: Client) -> None:
    whole = [row["id"] for row in get(client, "/incidents")["results"]]
    first = get(client, "/incidents", limit=4)
    new = crowd.an_incident(Service.objects.get(slug="signal"), minutes_ago=1)
    pages = follow(client, first)
    assert [row["id"] for page in pages for row in page["results"]] == whole
    before = get(client, pages[1]["previous"].removeprefix(ADDRESS))
    assert [row["id"] for row in before["results"]] == whole[:4]
    top = get(client, before["previous"].removeprefix(ADDRESS))
    assert [row["id"] for row in top["results"]] == [new.pk]


def test_a_service_that_is_gone_breaks_no_cursor(many: None, client: Client) -> None:
    whole = [row["slug"] for row in get(client, "/services")["results"]]
    first = get(client, "/services", limit=4)
    Service.objects.filter(slug=first["results"][-1]["slug"]).update(active=False)
    rest = follow(client, first)[1:]
    assert [row["slug"] for page in rest for row in page["results"]] == whole[4:]


@pytest.mark.parametrize(
    "said",
    [
        "teapot",
        ["after"],
        ["beside", [0, "a", "a"]],
        ["after", None],
        ["after", 5],
        ["after", []],
        ["after", ["x", 1, 2]],
        ["after", ["2026-01-01T00:00:00", 3]],
        ["before", ["2026-01-01T00:00:00Z", "teapot"]],
        ["after", ["2026-01-01T00:00:00Z", 2**63]],
        ["before", [True, "a", "a"]],
    ],
)
@pytest.mark.parametrize("path", ["/services", "/incidents", "/causes", "/notices"])
def test_a_cursor_of_another_list_is_refused(
    scene: Scene, client: Client, path: str, said: Any
) -> None:
    cursor = urlsafe_b64encode(json.dumps(said).encode()).decode()
    (error,) = refused(client, path, cursor=cursor)["errors"]
    assert error["field"] == "cursor"


@pytest.mark.parametrize("limit", [1, 100])
def test_the_limit_is_kept(many: None, client: Client, limit: int) -> None:
    assert len(get(client, "/services", limit=limit)["results"]) == min(limit, 10)
