"""The report form: what it offers, what becomes of an answer, what it says when it is not taken."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from reports.inbox import Inbox
from reports.messages import NewReport
from reports.models import Kind
from tests import address_files
from tests.outages.pages.scenes import Scene

FORM = "/s/whatsapp/report/"
FULL = {
    "kind": "report",
    "symptom": "login",
    "region": "US-NY",
    "comment": "since lunch\r\n<b>really</b>",
    "others_work": "yes",
    "connection": "mobile",
}


def sent(inbox: Inbox) -> list[NewReport]:
    return [entry.report for entry in inbox.take(consumer="test", count=99) if entry.report]


def test_the_form_offers_the_symptoms_of_the_category_and_is_never_cached(
    calm: Scene, client: Client
) -> None:
    response = client.get(FORM)
    page = response.content.decode()
    assert 'value="messaging"' in page
    assert "Messages do not go through" in page
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


@pytest.mark.parametrize(
    ("languages", "query", "chosen"),
    [
        ("de-DE,de;q=0.9", "", "DE"),
        ("de-DE", "?region=US-NY", "US-NY"),
        ("de-DE", "?region=us", "US"),
        ("de-DE", "?region=XX", ""),
        ("en", "", ""),
    ],
)
def test_the_region_is_guessed_and_can_be_told(
    calm: Scene, client: Client, languages: str, query: str, chosen: str
) -> None:
    page = client.get(FORM + query, headers={"Accept-Language": languages}).content.decode()
    assert f'<option value="{chosen}" selected>' in page


def test_the_parts_of_the_chosen_country_are_offered(calm: Scene, client: Client) -> None:
    page = client.get(FORM + "?region=US").content.decode()
    assert 'value="US-NY"' in page
    assert 'value="DE-BY"' not in page


def test_a_full_answer_is_taken_as_it_was_given(calm: Scene, client: Client, inbox: Inbox) -> None:
    response = client.post(FORM, FULL, REMOTE_ADDR="203.0.113.7")
    assert (response.status_code, response["Location"]) == (
        303,
        "/s/whatsapp/?reported=1&region=US-NY",
    )
    (report,) = sent(inbox)
    assert (report.service, report.kind, report.symptom) == ("whatsapp", Kind.REPORT, "login")
    assert (report.region, report.others_work, report.connection) == ("US-NY", True, "mobile")
    assert report.comment == "since lunch\n<b>really</b>"
    assert report.reporter is not None


def test_one_press_is_enough(calm: Scene, client: Client, inbox: Inbox) -> None:
    assert client.post(FORM, {"kind": "report"}).status_code == 303
    (report,) = sent(inbox)
    assert (report.symptom, report.region, report.comment) == (None, "ZZ", "")


@pytest.mark.parametrize(("answers", "region"), [({}, "DE-BE"), ({"region": ""}, "ZZ")])
def test_who_would_rather_not_say_where_they_are_is_not_looked_up(
    calm: Scene,
    client: Client,
    inbox: Inbox,
    settings: Settings,
    tmp_path: Path,
    answers: dict[str, str],
    region: str,
) -> None:
    settings.GEO_CITY_DB = str(address_files.write(tmp_path / "c", address_files.GEOLITE_CITY))
    client.post(FORM, {"kind": "report", **answers}, REMOTE_ADDR="2001:db8:1::7")
    assert [report.region for report in sent(inbox)] == [region]


def test_the_second_report_within_the_window_is_told_so(
    calm: Scene, client: Client, inbox: Inbox
) -> None:
    client.post(FORM, FULL)
    response = client.post(FORM, FULL)
    assert response["Location"] == "/s/whatsapp/?reported=again&region=US-NY"
    assert "one person, one voice" in client.get(response["Location"]).content.decode()
    assert len(sent(inbox)) == 1


def test_it_works_for_me_is_a_report_of_its_own_kind(
    calm: Scene, client: Client, inbox: Inbox
) -> None:
    response = client.post(FORM, {**FULL, "kind": "works"})
    assert response["Location"] == "/s/whatsapp/?reported=works&region=US-NY"
    assert [report.kind for report in sent(inbox)] == [Kind.WORKS]


@pytest.mark.parametrize(
    ("field", "value"),
    [("region", "XX-1"), ("symptom", "haunted"), ("connection", "tin"), ("comment", "é" * 281)],
)
def test_what_intake_refuses_is_said_at_its_field_and_what_was_typed_stays(
    calm: Scene, client: Client, inbox: Inbox, field: str, value: str
) -> None:
    response = client.post(FORM, {**FULL, field: value})
    page = response.content.decode()
    assert response.status_code == 400
    assert 'class="error"' in page
    assert "&lt;b&gt;really&lt;/b&gt;" in page or field == "comment"
    assert sent(inbox) == []


def test_a_comment_of_280_characters_with_line_ends_is_taken(
    calm: Scene, client: Client, inbox: Inbox
) -> None:
    comment = "a" * 139 + "\r\n" + "b" * 140
    assert client.post(FORM, {"comment": comment}).status_code == 303
    assert len(sent(inbox)[0].comment) == 280


def test_listing_the_parts_of_a_country_reports_nothing_and_keeps_what_was_typed(
    calm: Scene, client: Client, inbox: Inbox
) -> None:
    page = client.post(FORM, {**FULL, "region": "DE", "parts": "1"}).content.decode()
    assert 'value="DE-BY"' in page
    assert "since lunch" in page
    assert 'value="login" id="id_symptom_2" checked' in page
    assert sent(inbox) == []


def test_too_many_services_from_one_address_are_told_to_wait(
    calm: Scene, client: Client, inbox: Inbox, settings: Settings
) -> None:
    settings.QUOTA_SERVICES = 1
    assert client.post("/s/signal/report/", FULL).status_code == 303
    response = client.post(FORM, FULL)
    assert (response.status_code, response["Retry-After"]) == (429, "600")
    assert "not counted" in response.content.decode()
    assert "since lunch" in response.content.decode()


def test_when_nobody_can_take_it_the_page_says_so_and_keeps_what_was_typed(
    calm: Scene, client: Client, no_valkey: None
) -> None:
    response = client.post(FORM, FULL)
    page = response.content.decode()
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "was not taken" in page
    assert "since lunch" in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_service_that_is_not_there_is_not_found(
    calm: Scene, client: Client, inbox: Inbox, method: str
) -> None:
    assert getattr(client, method)("/s/nothing/report/").status_code == 404


def test_an_implicated_service_asks_whether_it_fails_beside_the_probable_one(
    outage: Scene, client: Client
) -> None:
    page = client.get("/s/verizon/report/").content.decode()
    assert "Reports here are probably about WhatsApp" in page
    assert "Does Verizon also fail for other sites and apps than WhatsApp?" in page
    # One such question is enough, and it is none that must be answered.
    assert "Do other sites and apps work for you?" not in page
    assert 'value="" id="id_implicated_2" checked' in page


@pytest.mark.parametrize(
    ("answer", "implicated", "others_work"),
    [("whatsapp", "whatsapp", None), ("/itself", None, False), ("", None, None)],
)
def test_the_answer_is_recorded_and_the_service_stays_the_one_named(
    outage: Scene,
    client: Client,
    inbox: Inbox,
    answer: str,
    implicated: str | None,
    others_work: bool | None,
) -> None:
    page = client.get("/s/verizon/report/").content.decode()
    assert f'name="implicated" value="{answer}"' in page
    response = client.post("/s/verizon/report/", {"kind": "report", "implicated": answer})
    assert response["Location"] == "/s/verizon/?reported=1"
    (report,) = sent(inbox)
    assert report.service == "verizon"
    assert (report.implicated, report.others_work) == (implicated, others_work)


def test_the_form_of_a_service_that_is_not_implicated_asks_nothing_of_it(
    outage: Scene, client: Client
) -> None:
    for slug in ("signal", "whatsapp"):
        page = client.get(f"/s/{slug}/report/").content.decode()
        assert "probably about" not in page
        assert 'name="implicated"' not in page
        assert "Do other sites and apps work for you?" in page


def test_an_answer_about_an_unknown_service_is_refused_at_its_field_and_kept(
    outage: Scene, client: Client, inbox: Inbox
) -> None:
    response = client.post("/s/verizon/report/", {"implicated": "nobody", "comment": "hm"})
    page = response.content.decode()
    assert response.status_code == 400
    assert "This cannot be chosen here." in page
    assert ">hm</textarea>" in page.replace("\n", "")
    assert sent(inbox) == []
