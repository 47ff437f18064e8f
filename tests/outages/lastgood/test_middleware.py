"""While the database is away: what readers get, what reporters get, and that nobody waits."""

import re

import pytest
from django.test import Client

from reports.inbox import Inbox
from tests.outages.lastgood.conftest import Away

PAGES = ("/", "/?q=whats", "/s/whatsapp/", "/map/", "/incidents/", "/s/whatsapp/?country=US")
DATA = (
    "/api/v1/services",
    "/api/v1/services/whatsapp",
    "/api/v1/services/whatsapp/series",
    "/api/v1/services/whatsapp/map",
    "/api/v1/map",
    "/api/v1/incidents",
)
FORM = "/s/whatsapp/report/"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
pytestmark = pytest.mark.usefixtures("outage")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_goes_on_with_how_it_stood_and_says_so(
    client: Client, away: Away, path: str
) -> None:
    before = client.get(path).content.decode()
    with away():
        response = client.get(path)
    page = response.content.decode()
    assert response.status_code == 200
    assert "This is how it stood at 15:40 UTC on 24 November" in page
    assert response["Cache-Control"] == "public, max-age=5"
    assert "ETag" not in response
    assert "how it stood" not in before
    assert page.count("<main") == 1
    assert response["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", DATA)
def test_data_go_on_and_are_stale(client: Client, away: Away, path: str) -> None:
    before = client.get(path).json()
    with away():
        response = client.get(path)
    assert response.status_code == 200
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=5"
    assert "ETag" not in response
    assert not before["stale"]
    assert response.json()["stale"] is True
    assert response.json()["data_until"] == before["data_until"]


def test_from_old_data_nobody_is_ok(client: Client, away: Away) -> None:
    services = "/api/v1/services"
    before = {row["slug"]: row["status"] for row in client.get(services).json()["results"]}
    client.get(f"{services}/signal")
    with away():
        rows = client.get(services).json()["results"]
        signal = client.get(f"{services}/signal").json()
    assert before["signal"] == "ok"
    assert {row["slug"]: row["status"] for row in rows} == {
        slug: status if status == "outage" else "unknown" for slug, status in before.items()
    }
    assert (signal["status"], signal["status_reason"]) == ("unknown", "stale")


def test_a_map_for_other_programs_goes_on_as_it_was(client: Client, away: Away) -> None:
    path = "/api/v1/services/whatsapp/map.geojson"
    before = client.get(path)
    with away():
        response = client.get(path)
    assert response["Content-Type"] == before["Content-Type"]
    assert response.json()["features"] == before.json()["features"]


def test_the_part_that_an_open_page_fetches_says_of_what_time_it_is(
    client: Client, away: Away
) -> None:
    client.get("/s/whatsapp/answer/")
    with away():
        part = client.get("/s/whatsapp/answer/").content.decode()
    assert "That was at 15:40 UTC" in part


@pytest.mark.parametrize("packing", ["gzip", "", "br"])
def test_it_is_packed_for_whom_that_is_good(client: Client, away: Away, packing: str) -> None:
    client.get("/s/whatsapp/", headers={"Accept-Encoding": "gzip"})
    with away():
        response = client.get("/s/whatsapp/", headers={"Accept-Encoding": packing})
    assert response.headers.get("Content-Encoding", "") == ("gzip" if packing == "gzip" else "")
    assert "Accept-Encoding" in response["Vary"]
    assert (response.content[:2] == b"\x1f\x8b") == (packing == "gzip")


def test_who_never_saw_a_page_is_told_what_still_works(client: Client, away: Away) -> None:
    client.get(FORM)
    with away():
        response = client.get("/s/whatsapp/")
        page = response.content.decode()
        search = client.get("/?q=insta").content.decode()
    assert response.status_code == 503
    assert 5 <= int(response["Retry-After"]) <= 15
    assert response["Cache-Control"] == "no-store"
    assert "cannot say what is down" in page
    assert f'href="{FORM}"' in page
    assert 'href="/s/instagram/report/"' in search


def test_a_program_that_never_saw_it_gets_a_problem(client: Client, away: Away) -> None:
    with away():
        response = client.get("/api/v1/incidents")
    assert response.status_code == 503
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert 5 <= int(response["Retry-After"]) <= 15


def test_after_the_first_failure_no_page_and_no_form_asks_the_database(
    client: Client, away: Away
) -> None:
    for path in (*PAGES, *DATA, FORM):
        client.get(path)
    with away() as asked:
        client.get("/")
        assert len(asked) == 1
        for path in (*PAGES, *DATA, FORM, "/privacy/"):
            assert client.get(path).status_code == 200
        assert len(asked) == 1


def test_a_report_is_taken_and_thanked_for(client: Client, away: Away, inbox: Inbox) -> None:
    client.get("/s/whatsapp/")
    client.get(FORM)
    with away():
        page = client.get(FORM).content.decode()
        response = client.post(FORM, dict(HIDDEN.findall(page)) | {"symptom": "login"})
        thanks = client.get(response["Location"]).content.decode()
    assert "Messages do not go through" in page
    assert 'value="US"' in page
    assert "cannot reach our data" in page
    assert response.status_code == 303
    assert "Your report is taken and will be counted" in thanks
    assert "This is how it stood" in thanks
    (entry,) = inbox.take(consumer="test", count=9)
    assert entry.report
    assert entry.report.symptom == "login"


def test_thanks_are_for_one_reader_only(client: Client, away: Away) -> None:
    client.get("/s/whatsapp/?reported=1")
    client.get("/s/whatsapp/")
    with away():
        assert "Your report is" not in client.get("/s/whatsapp/").content.decode()
        assert "already reported" in client.get("/s/whatsapp/?reported=again").content.decode()
        assert "already reported" not in client.get("/s/whatsapp/").content.decode()


def test_thanks_come_even_where_no_page_was_kept(client: Client, away: Away) -> None:
    with away():
        response = client.get("/s/whatsapp/?reported=1")
    assert "Your report is taken" in response.content.decode()


def test_a_form_is_never_somebody_elses(client: Client, away: Away) -> None:
    before = dict(HIDDEN.findall(client.get(FORM).content.decode()))
    with away():
        response = client.get(FORM)
    after = dict(HIDDEN.findall(response.content.decode()))
    assert after["id"] != before["id"]
    assert after["token"] != before["token"]
    assert "no-store" in response["Cache-Control"]


def test_a_service_that_is_not_there_is_not_found_by_the_form(client: Client, away: Away) -> None:
    client.get(FORM)
    with away():
        assert client.get("/s/teapot/report/").status_code == 404


def test_an_answer_that_did_not_change_is_as_good_as_a_new_one(client: Client, away: Away) -> None:
    path = "/api/v1/services/whatsapp"
    etag = client.get(path)["ETag"]
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 304
    with away():
        assert client.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_who_asks_for_the_head_gets_it(client: Client, away: Away) -> None:
    client.get("/map/")
    with away():
        assert client.head("/map/").status_code == 200


def test_once_it_answers_pages_are_fresh_again(client: Client, away: Away) -> None:
    client.get("/")
    with away():
        client.get("/")
    response = client.get("/")
    assert "how it stood" not in response.content.decode()
    assert "ETag" in response


def test_an_operator_sees_what_failed(client: Client, away: Away) -> None:
    client.raise_request_exception = False
    with away():
        response = client.post("/admin/login/", {"username": "a", "password": "b"})
    assert response.status_code == 500


def test_what_was_kept_in_one_language_reaches_no_reader_of_another(
    client: Client, away: Away
) -> None:
    client.get("/de/map/")
    client.get("/map/", headers={"accept-language": "de"})
    with away():
        french = client.get("/map/", headers={"accept-language": "fr"})
        also_french = client.get("/fr/map/")
        german = client.get("/map/", headers={"accept-language": "de"})
        also_german = client.get("/de/map/")
    assert [french.status_code, also_french.status_code] == [503, 503]
    assert [german.status_code, also_german.status_code] == [200, 200]
    assert b'<html lang="de"' in german.content
    assert b'<html lang="fr"' in french.content
