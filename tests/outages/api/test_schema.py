"""The API's own description, and that its answers fit it."""

from typing import Any

import pytest
from django.test import Client
from drf_spectacular.validation import validate_schema
from jsonschema import Draft202012Validator, FormatChecker

from tests.outages.api.conftest import API, Scene, get, refused


@pytest.fixture(scope="module")
def schema() -> Any:
    answer = Client().get("/api/schema/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    return answer.json()


def checker(schema: Any, name: str) -> Draft202012Validator:
    """Says whether a body fits a shape of the schema, with no member that the shape lacks."""
    closed = {
        key: {**shape, "additionalProperties": shape.get("additionalProperties", False)}
        if shape.get("type") == "object"
        else shape
        for key, shape in schema["components"]["schemas"].items()
    }
    whole = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": closed}}
    return Draft202012Validator(whole, format_checker=FormatChecker())


def test_it_is_openapi_3_1_and_valid(schema: Any) -> None:
    assert schema["openapi"].startswith("3.1")
    validate_schema(schema)


def test_every_word_list_has_a_name_of_its_own(schema: Any) -> None:
    """Without one, drf-spectacular makes up names such as Kind680Enum."""
    names = set(schema["components"]["schemas"])
    assert {"IncidentState", "RegionState", "ServiceStatus", "DependencyKind"} <= names
    assert not [name for name in names if name.endswith("Enum") and any(map(str.isdigit, name))]


def test_every_path_is_in_it(schema: Any) -> None:
    reads = {path for path, said in schema["paths"].items() if "get" in said}
    assert reads == {
        f"{API}{path}"
        for path in (
            "/services",
            "/services/{slug}",
            "/services/{slug}/series",
            "/services/{slug}/map",
            "/services/{slug}/map.geojson",
            "/services/{slug}/token",
            "/map",
            "/incidents",
            "/incidents/{id}",
            "/incidents/{id}/evidence",
            "/accuracy",
            "/notices",
            "/replies",
            "/causes",
            "/symptoms",
            "/regions",
            "/categories",
        )
    }
    operations = [one["operationId"] for said in schema["paths"].values() for one in said.values()]
    assert len(operations) == len(set(operations))


@pytest.mark.parametrize("path", ["/reports", "/works"])
def test_the_intake_is_in_it_as_msgspec_checks_it(schema: Any, path: str) -> None:
    operation = schema["paths"][API + path]["post"]
    assert {"202", "400", "404", "409", "413", "415", "429", "503"} <= set(operation["responses"])
    body = checker(schema, "ReportBody")
    assert body.is_valid({"service": "whatsapp", "connection": "wifi", "others_work": None})
    assert not body.is_valid({"service": "whatsapp", "colour": "green"})
    assert not body.is_valid({"region": "DE"})
    assert not body.is_valid({"service": "whatsapp", "connection": "pigeon"})


@pytest.mark.parametrize(("path", "body"), [("/notices", "NoticeBody"), ("/replies", "ReplyBody")])
def test_what_is_sent_with_a_key_is_in_it(schema: Any, path: str, body: str) -> None:
    scheme = schema["components"]["securitySchemes"]["key"]
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    said = schema["paths"][API + path]
    assert said["post"]["security"] == [{"key": []}]
    assert not said["get"].get("security")
    assert {"200", "201", "default"} <= set(said["post"]["responses"])
    content = said["post"]["requestBody"]["content"]
    assert content["application/json"]["schema"]["$ref"].endswith(body)


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/services", "ServiceRowPage"),
        ("/services/whatsapp", "OneService"),
        ("/services/verizon", "OneService"),
        ("/services/whatsapp/series?window=2h", "Series"),
        ("/services/whatsapp/series?window=2h&region=US", "Series"),
        ("/services/whatsapp/map", "Map"),
        ("/services/whatsapp/map.geojson", "GeoMap"),
        ("/map", "World"),
        ("/incidents", "IncidentPage"),
        ("/incidents/{id}", "OneIncident"),
        ("/incidents/{id}/evidence", "Evidence"),
        ("/accuracy", "Accuracy"),
        ("/notices", "NoticePage"),
        ("/replies", "ReplyPage"),
        ("/causes", "CausePage"),
        ("/symptoms", "SymptomPage"),
        ("/regions", "RegionPage"),
        ("/categories", "CategoryPage"),
    ],
)
def test_what_is_answered_fits_it(
    schema: Any, scene: Scene, client: Client, path: str, shape: str
) -> None:
    body = get(client, path.format(id=scene.incident.pk))
    assert [error.message for error in checker(schema, shape).iter_errors(body)] == []
    promised = {
        content["schema"]["$ref"].rpartition("/")[2]
        for said in schema["paths"].values()
        if "get" in said
        for content in said["get"]["responses"]["200"]["content"].values()
    }
    assert shape in promised


def test_problems_fit_it(schema: Any, scene: Scene, client: Client) -> None:
    body = refused(client, "/services", limit="x")
    assert checker(schema, "Problem").is_valid(body)
    answers = schema["paths"][f"{API}/services"]["get"]["responses"]
    assert "application/problem+json" in answers["default"]["content"]


@pytest.mark.parametrize(
    ("accepted", "kind"),
    [
        ("*/*", "application/json"),
        ("application/vnd.oai.openapi", "application/vnd.oai.openapi"),
        ("application/yaml", "application/yaml"),
    ],
)
def test_the_schema_is_json_unless_yaml_is_asked_for(
    client: Client, accepted: str, kind: str
) -> None:
    answer = client.get("/api/schema/", headers={"Accept": accepted})
    assert answer["Content-Type"].startswith(kind)
    assert answer["Access-Control-Allow-Origin"] == "*"
