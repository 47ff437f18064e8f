"""What the reads answer: the board's bodies, by HTTP."""

from typing import Any

import pytest
from django.test import Client

from tests.outages.api.conftest import API, Scene, get, problem, refused

FRESH = {"generated_at", "data_until", "stale"}


def test_services_with_their_status(scene: Scene, client: Client) -> None:
    body = get(client, "/services")
    assert {row["slug"]: (row["status"], row["status_reason"]) for row in body["results"]} == {
        "signal": ("ok", ""),
        "verizon": ("possible_outage", "implicated"),
        "whatsapp": ("outage", ""),
    }
    assert body["results"][2]["incident"]["id"] == scene.incident.pk
    assert (body["stale"], body["data_until"]) == (False, "2026-11-24T15:40:28Z")


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ({"q": "WA"}, ["whatsapp"]),
        ({"q": "teapot"}, []),
        ({"category": "provider"}, ["verizon"]),
        ({"status": "ok"}, ["signal"]),
        ({"status": "outage", "category": "provider"}, []),
        ({"colour": "green", "format": "xml", "q": "sig"}, ["signal"]),
    ],
)
def test_services_are_chosen(
    scene: Scene, client: Client, query: dict[str, str], slugs: list[str]
) -> None:
    assert [row["slug"] for row in get(client, "/services", **query)["results"]] == slugs


def test_one_service(scene: Scene, client: Client) -> None:
    body = get(client, "/services/whatsapp")
    assert body["depends_on"] == [{"slug": "meta", "name": "Meta", "kind": "operator", "p": 0.9}]
    assert body["incident"]["cause"]["category"] == "software_bug"
    assert body["reports_last_hour"] == 79
    assert body["implicated_by"] is None
    implicated = get(client, "/services/verizon")["implicated_by"]
    assert (implicated["slug"], implicated["incident"]) == ("whatsapp", scene.incident.pk)


@pytest.mark.parametrize(
    ("query", "points", "first"),
    [
        ({}, 288, "2026-11-23T15:40:00Z"),
        ({"window": "24h", "step": "5m"}, 288, "2026-11-23T15:40:00Z"),
        ({"window": "1h", "step": "1m", "region": "de-be"}, 60, "2026-11-24T14:40:00Z"),
        ({"window": "30d", "step": "1d"}, 30, "2026-10-25T15:40:00Z"),
        ({"window": "30d"}, 720, "2026-10-25T15:40:00Z"),
        ({"window": "7m"}, 7, "2026-11-24T15:33:00Z"),
        ({"window": "", "step": "", "region": ""}, 288, "2026-11-23T15:40:00Z"),
    ],
)
def test_series(
    scene: Scene, client: Client, query: dict[str, str], points: int, first: str
) -> None:
    body = get(client, "/services/whatsapp/series", **query)
    assert len(body["points"]) == points
    assert body["points"][0]["at"] == first
    assert body["points"][-1]["reports"] == (60 if query.get("region") else 79)
    assert body["symptoms"][0] == {
        "slug": "messaging",
        "name": "Messaging",
        "share": 0.667,
        "reports": 40,
    }


def test_a_map_and_the_same_as_geojson(scene: Scene, client: Client) -> None:
    plain = get(client, "/services/whatsapp/map")
    germany = next(row for row in plain["regions"] if row["code"] == "DE")
    assert (germany["state"], germany["reports"], germany["level"]) == ("outage", 60, "country")
    answer = client.get(f"{API}/services/whatsapp/map.geojson")
    assert answer["Content-Type"] == "application/geo+json"
    features = answer.json()["features"]
    assert [feature["properties"] for feature in features] == plain["regions"]
    assert {feature["geometry"]["type"] for feature in features} == {"MultiPolygon"}


def test_the_parts_of_a_country(scene: Scene, client: Client) -> None:
    for query in ({"country": "de", "level": ""}, {"country": "DE", "level": "subdivision"}):
        plain = get(client, "/services/whatsapp/map", **query)
        assert {row["code"]: row["state"] for row in plain["regions"]} == {
            "DE-BE": "outage",
            "DE-BY": "no_data",
            "DE-HH": "no_data",
        }
        drawn = client.get(f"{API}/services/whatsapp/map.geojson", query).json()
        assert all(feature["geometry"] for feature in drawn["features"])
    every = client.get(f"{API}/services/whatsapp/map.geojson", {"level": "subdivision"}).json()
    assert all(feature["geometry"] for feature in every["features"])


def test_the_world(scene: Scene, client: Client) -> None:
    regions = {row["code"]: row for row in get(client, "/map", window="2h")["regions"]}
    assert regions["DE"]["services"] == [
        {"slug": "whatsapp", "name": "Whatsapp", "state": "outage", "reports": 60}
    ]


@pytest.mark.parametrize(
    ("query", "ours"),
    [
        ({}, ["incident", "older"]),
        ({"service": "whatsapp", "state": "ongoing"}, ["incident"]),
        ({"service": "signal"}, []),
        ({"region": "de"}, ["incident"]),
        ({"cause": "technical_fault", "state": "resolved"}, ["older"]),
        ({"since": "2026-11-24T00:00:00Z"}, ["incident"]),
        ({"until": "2026-11-24T01:00:00+01:00"}, ["older"]),
        ({"until": "2026-11-24T01:00:00 01:00"}, ["older"]),
    ],
)
def test_incidents(scene: Scene, client: Client, query: dict[str, str], ours: list[str]) -> None:
    found = [row["id"] for row in get(client, "/incidents", **query)["results"]]
    assert found == [getattr(scene, name).pk for name in ours]


def test_one_incident(scene: Scene, client: Client) -> None:
    body = get(client, f"/incidents/{scene.incident.pk}")
    (listed, _) = get(client, "/incidents")["results"]
    assert {key: body[key] for key in listed} == listed
    assert body["previous"] == scene.older.pk
    assert [row["slug"] for row in body["implicates"]] == ["verizon"]


def test_the_evidence_of_an_incident(scene: Scene, client: Client) -> None:
    body = get(client, f"/incidents/{scene.incident.pk}/evidence")
    assert (body["declared"]["observed"], body["latest"]["observed"]) == (40, 79)
    assert (body["hidden_cells"], body["smallest_cell"]) == (0, 5)


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("/causes", "cyberattack"),
        ("/symptoms", "login"),
        ("/categories", "messaging"),
        ("/regions", "DE"),
        ("/regions?country=DE", "DE-BE"),
    ],
)
def test_vocabularies(scene: Scene, client: Client, path: str, slug: str) -> None:
    rows = get(client, path)["results"]
    assert slug in [row.get("slug") or row["code"] for row in rows]


@pytest.mark.parametrize(
    "path",
    [
        "/services",
        "/services/whatsapp",
        "/services/whatsapp/series",
        "/services/whatsapp/map",
        "/services/whatsapp/map.geojson",
        "/map",
        "/incidents",
        "/incidents/{id}",
        "/incidents/{id}/evidence",
    ],
)
def test_every_verdict_says_how_fresh_it_is(scene: Scene, client: Client, path: str) -> None:
    body = get(client, path.format(id=scene.incident.pk))
    assert set(body) >= FRESH


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/services/whatsapp/series", {"window": "31d"}),
        ("/services/whatsapp/series", {"window": "0m"}),
        ("/services/whatsapp/series", {"window": "24"}),
        ("/services/whatsapp/series", {"window": "٣h"}),
        ("/services/whatsapp/series", {"step": "-5m"}),
        ("/services/whatsapp/series", {"step": "7m"}),
        ("/services/whatsapp/series", {"step": "1m", "window": "30d"}),
        ("/services/whatsapp/series", {"region": "QQ"}),
        ("/services/whatsapp/series", {"region": "\0"}),
        ("/services/whatsapp/map", {"level": "city"}),
        ("/services/whatsapp/map", {"country": "QQ"}),
        ("/services/whatsapp/map", {"country": "DE-BE"}),
        ("/services/whatsapp/map", {"window": "2d"}),
        ("/services/whatsapp/map.geojson", {"country": "001"}),
        ("/map", {"window": "1y"}),
        ("/services", {"status": "down"}),
        ("/services", {"q": "\0"}),
        ("/services", {"q": "a" * 201}),
        ("/services", {"limit": "101"}),
        ("/services", {"limit": "0"}),
        ("/services", {"limit": "²"}),
        ("/services", {"cursor": "teapot"}),
        ("/incidents", {"state": "over"}),
        ("/incidents", {"since": "yesterday"}),
        ("/incidents", {"until": "2026-11-24"}),
        ("/incidents", {"until": "2026-11-24T00:00:00"}),
        ("/incidents", {"until": "2026-13-24T00:00:00Z"}),
        ("/incidents", {"region": "\0"}),
        ("/regions", {"country": "QQ"}),
    ],
)
def test_a_bad_value_is_refused_by_name(
    scene: Scene, client: Client, path: str, query: dict[str, Any]
) -> None:
    named = {error["field"] for error in refused(client, path, **query)["errors"]}
    assert named == {next(iter(query))}


@pytest.mark.parametrize(
    "path",
    [
        "/services/teapot",
        "/services/teapot/series",
        "/services/teapot/map",
        "/services/teapot/map.geojson",
        "/incidents/404",
        "/incidents/404/evidence",
        "/incidents/99999999999999999999999",
        "/incidents/teapot",
        "/teapot",
        "/services/",
        "/",
    ],
)
def test_what_is_not_there_is_a_problem_too(scene: Scene, client: Client, path: str) -> None:
    problem(client.get(API + path), status=404)
