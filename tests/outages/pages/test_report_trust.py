"""What a report from the form weighs, and that one form counts once."""

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from outages.pages.forms import new_id
from reports.inbox import Inbox
from reports.messages import NewReport
from tests.outages.pages.scenes import Scene

FORM = "/s/whatsapp/report/"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
Traveller = time_machine.TimeMachineFixture


@pytest.fixture(autouse=True)
def _a_world(calm: Scene) -> None:
    """Every test of this file needs services to report."""


def sent(inbox: Inbox) -> list[NewReport]:
    return [entry.report for entry in inbox.take(consumer="test", count=99) if entry.report]


def opened(client: Client) -> dict[str, str]:
    """What a browser would send of a form that nobody has filled in."""
    page = client.get(FORM).content.decode()
    return {**dict(HIDDEN.findall(page)), "website": "", "region": "", "kind": "report"}


def test_a_form_that_was_read_first_weighs_one(
    client: Client, inbox: Inbox, time_machine: Traveller
) -> None:
    filled = opened(client)
    time_machine.shift(2)
    here = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}
    assert client.post(FORM, filled, headers=here).status_code == 303
    (report,) = sent(inbox)
    assert (report.weight, report.discard) == (1, "")
    assert report.client_id == UUID(filled["id"])


@pytest.mark.parametrize(
    ("seconds", "changed", "headers", "discard"),
    [
        (0, {}, {}, "too_fast"),
        (1.4, {}, {}, "too_fast"),
        (2, {"token": ""}, {}, "no_token"),
        (2, {"token": "AAAA"}, {}, "no_token"),
        (2, {"website": "https://example.org"}, {}, "honeypot"),
        (2, {}, {"Origin": "https://example.org"}, "cross_site"),
        (2, {}, {"Origin": "null"}, "cross_site"),
        (2, {}, {"Sec-Fetch-Site": "cross-site"}, "cross_site"),
    ],
)
def test_what_no_person_sends_is_thanked_for_and_weighs_nothing(
    client: Client,
    inbox: Inbox,
    time_machine: Traveller,
    seconds: float,
    changed: dict[str, str],
    headers: dict[str, str],
    discard: str,
) -> None:
    filled = opened(client) | changed
    time_machine.shift(seconds)
    response = Client(enforce_csrf_checks=True).post(FORM, filled, headers=headers)
    assert (response.status_code, response["Location"]) == (303, "/s/whatsapp/?reported=1")
    (report,) = sent(inbox)
    assert (report.weight, report.discard) == (0, discard)


def test_a_token_of_another_service_is_none(
    client: Client, inbox: Inbox, time_machine: Traveller
) -> None:
    filled = opened(client)
    time_machine.shift(2)
    client.post("/s/signal/report/", filled)
    assert [report.discard for report in sent(inbox)] == ["no_token"]


def test_a_form_that_was_open_too_long_comes_back_filled_in_and_is_sent_with_one_press(
    client: Client, inbox: Inbox, time_machine: Traveller
) -> None:
    filled = opened(client) | {"comment": "since lunch", "symptom": "login"}
    time_machine.shift(timedelta(minutes=31))
    page = client.post(FORM, filled).content.decode()
    assert "once more" in page
    assert "since lunch" in page
    assert 'value="login" id="id_symptom_2" checked' in page
    again = filled | dict(HIDDEN.findall(page))
    assert again["id"] == filled["id"]
    assert again["token"] != filled["token"]
    assert client.post(FORM, again).status_code == 303
    (report,) = sent(inbox)
    assert (report.weight, report.comment) == (1, "since lunch")


@pytest.mark.parametrize("later", [1, 20 * 60])
def test_the_same_form_sent_twice_counts_once(
    client: Client, inbox: Inbox, time_machine: Traveller, later: float
) -> None:
    filled = opened(client)
    time_machine.shift(2)
    client.post(FORM, filled)
    time_machine.shift(later)
    response = client.post(FORM, filled)
    assert response["Location"] == "/s/whatsapp/?reported=again"
    assert len(sent(inbox)) == 1


def test_the_same_form_with_another_answer_after_going_back_is_no_error(
    client: Client, inbox: Inbox, time_machine: Traveller
) -> None:
    filled = opened(client)
    time_machine.shift(2)
    client.post(FORM, filled)
    changed = client.post(FORM, filled | {"comment": "still"})
    assert changed["Location"] == "/s/whatsapp/?reported=again"
    works = client.post(FORM, filled | {"kind": "works"})
    assert works["Location"] == "/s/whatsapp/?reported=works"
    assert [report.kind for report in sent(inbox)] == ["report", "works"]


@pytest.mark.parametrize("name", ["", "7", "' OR 1=1"])
def test_an_id_that_is_none_is_no_reason_to_lose_a_report(
    client: Client, inbox: Inbox, time_machine: Traveller, name: str
) -> None:
    filled = opened(client) | {"id": name}
    time_machine.shift(2)
    assert client.post(FORM, filled).status_code == 303
    assert [report.client_id for report in sent(inbox)] == [None]


def test_listing_the_parts_of_a_country_keeps_id_and_token(client: Client, inbox: Inbox) -> None:
    filled = opened(client)
    page = client.post(FORM, filled | {"region": "DE", "parts": "1"}).content.decode()
    kept = dict(HIDDEN.findall(page))
    assert (kept["id"], kept["token"]) == (filled["id"], filled["token"])


def test_what_nobody_could_take_comes_back_as_the_same_form(
    client: Client, both_away: None
) -> None:
    filled = opened(client) | {"comment": "since lunch"}
    response = client.post(FORM, filled)
    assert response.status_code == 503
    page = response.content.decode()
    kept = dict(HIDDEN.findall(page))
    assert (kept["id"], kept["token"]) == (filled["id"], filled["token"])
    assert "since lunch" in page


@pytest.mark.parametrize("path", ["/", "/s/whatsapp/", "/s/whatsapp/answer/", "/map/"])
def test_a_page_that_caches_keep_holds_no_token(client: Client, path: str) -> None:
    response = client.get(path)
    assert "public" in response["Cache-Control"]
    assert HIDDEN.findall(response.content.decode()) == []


def test_an_id_says_when_it_was_made_and_its_version() -> None:
    now = datetime(2026, 11, 24, 15, 40, 30, 250_000, tzinfo=UTC)
    made = UUID(new_id(now))
    assert made.int >> 80 == int(now.timestamp() * 1000)
    assert (made.version, made.variant) == (7, UUID(int=1 << 63).variant)
    assert new_id(now) != new_id(now)


def test_the_field_that_people_do_not_see_is_out_of_their_way(client: Client) -> None:
    page = client.get(FORM).content.decode()
    (around,) = re.findall(r'<p class="unseen" aria-hidden="true">.*?</p>', page)
    assert 'tabindex="-1"' in around
    assert 'autocomplete="off"' in around
