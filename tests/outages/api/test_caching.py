"""What the reads tell caches and browsers, and how they refuse everything else."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from outages.models import Incident
from tests.outages import crowd
from tests.outages.api.conftest import API, Scene, problem

PATHS = (
    "/services",
    "/services/whatsapp",
    "/services/whatsapp/series",
    "/services/whatsapp/map",
    "/services/whatsapp/map.geojson",
    "/map",
    "/incidents",
    "/incidents/{id}",
    "/incidents/{id}/evidence",
    "/accuracy",
    "/causes",
    "/symptoms",
    "/regions",
    "/categories",
)


@pytest.fixture(params=PATHS)
def path(request: pytest.FixtureRequest, scene: Scene) -> str:
    return API + str(request.param).format(id=scene.incident.pk)


def test_every_read_is_open_and_can_be_kept(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert (
        answer["Cache-Control"]
        == "public, max-age=5, stale-while-revalidate=30, stale-if-error=600"
    )
    assert answer["ETag"].startswith('"')
    assert not answer.cookies
    assert "Cookie" not in answer["Vary"]


def test_what_did_not_change_is_not_sent_again(
    client: Client, path: str, time_machine: time_machine.TimeMachineFixture
) -> None:
    first = client.get(path)
    time_machine.move_to(crowd.NOW + timedelta(seconds=7), tick=False)
    for known in (first["ETag"], f"W/{first['ETag']}", f'"x", {first["ETag"]}', "*"):
        again = client.get(path, headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert again["Access-Control-Allow-Origin"] == "*"
        assert again["Cache-Control"] == first["Cache-Control"]
    other = client.get(path, headers={"If-None-Match": '"x"'})
    assert (other.status_code, other.content) == (200, first.content)


def test_what_changed_is_sent(scene: Scene, client: Client) -> None:
    first = client.get(f"{API}/incidents")
    Incident.objects.filter(pk=scene.incident.pk).update(peak_reports=41)
    again = client.get(f"{API}/incidents", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    assert again["ETag"] != first["ETag"]


def test_before_anything_is_watched_the_tag_holds_for_a_minute(
    db: None, client: Client, time_machine: time_machine.TimeMachineFixture
) -> None:
    crowd.the_places()
    crowd.a_service()
    time_machine.move_to(crowd.NOW, tick=False)
    first = client.get(f"{API}/services/whatsapp")
    assert first.json()["stale"]
    time_machine.move_to(crowd.NOW + timedelta(seconds=9), tick=False)
    assert client.get(f"{API}/services/whatsapp")["ETag"] == first["ETag"]


def test_only_the_head(client: Client, path: str) -> None:
    answer = client.head(path)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer["ETag"] == client.get(path)["ETag"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_reads_take_nothing(client: Client, path: str, method: str) -> None:
    answer = getattr(client, method)(path, {}, content_type="application/json")
    problem(answer, status=405)
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer["Cache-Control"] == "no-store"


def test_a_script_of_another_site_may_ask_by_tag(client: Client, path: str) -> None:
    answer = client.options(path, headers={"Access-Control-Request-Headers": "if-none-match"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Access-Control-Allow-Headers"] == "If-None-Match"


@pytest.mark.parametrize("accepted", ["text/html", "application/xml;q=0.9", "*/*", "nonsense"])
def test_there_is_one_form_whatever_is_accepted(
    scene: Scene, client: Client, accepted: str
) -> None:
    answer = client.get(f"{API}/causes", headers={"Accept": accepted})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")


def test_a_problem_may_be_read_by_other_sites_and_is_not_kept(scene: Scene, client: Client) -> None:
    answer = client.get(f"{API}/services/teapot")
    problem(answer, status=404)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cache-Control"] == "no-store"
    assert "ETag" not in answer
