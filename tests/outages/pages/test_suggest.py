"""The form by which a missing service is suggested: taken, known, refused, never lost."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import OperationalError
from django.test import Client

from reports import suggesting
from reports.models import Suggester, Suggestion
from tests.outages.pages.scenes import Scene

FORM = "/suggest/"
CLUB = {"name": "Chess Club", "homepage": "chess.example.org"}


@pytest.fixture
def token(calm: Scene, client: Client, time_machine: time_machine.TimeMachineFixture) -> str:
    """Of a form that was opened five seconds ago."""
    page = client.get(FORM).content.decode()
    time_machine.shift(timedelta(seconds=5))
    return hidden(page)


def hidden(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


def post(client: Client, token: str, /, **fields: str) -> Any:
    return client.post(FORM, {**CLUB, "token": token, **fields}, REMOTE_ADDR="203.0.113.7")


def test_a_search_without_a_hit_offers_to_suggest_it(calm: Scene, client: Client) -> None:
    page = client.get("/?q=Chess+%26+Club").content.decode()
    assert 'href="/suggest/?name=Chess+%26+Club"' in page or "name=Chess%20%26%20Club" in page
    form = client.get("/suggest/?name=Chess+%26+Club").content.decode()
    assert 'value="Chess &amp; Club"' in form


def test_what_looks_like_a_site_is_a_homepage(calm: Scene, client: Client) -> None:
    form = client.get("/suggest/?name=Chess.Example.org/play").content.decode()
    assert 'value="https://chess.example.org/play"' in form
    assert 'value="chess.example.org"' in form


def test_a_suggestion_is_taken_and_thanked_for(token: str, client: Client) -> None:
    response = post(client, token)
    assert (response.status_code, response["Location"]) == (303, "/suggest/?thanks=taken")
    assert "on the list" in client.get(response["Location"]).content.decode()
    row = Suggestion.objects.get()
    assert (row.name, row.homepage, row.people) == (
        "Chess Club",
        "https://chess.example.org/",
        1,
    )
    assert post(client, token)["Location"] == "/suggest/?thanks=again"


def test_it_sets_no_cookie_and_no_cache_keeps_it(token: str, client: Client) -> None:
    for response in (client.get(FORM), post(client, token)):
        assert not response.cookies
        assert "no-store" in response["Cache-Control"]


def test_a_second_one_on_the_same_day_is_told_so_and_kept_on_the_page(
    token: str, client: Client, now: datetime
) -> None:
    post(client, token)
    response = post(client, token, name="Bank", homepage="bank.example")
    page = response.content.decode()
    assert response.status_code == 429
    # From 15:40:35 until midnight.
    assert int(response["Retry-After"]) == 8 * 3600 + 19 * 60 + 26
    assert "was not taken" in page
    assert 'value="bank.example"' in page
    assert Suggestion.objects.count() == 1


def test_another_person_may_suggest_on_the_same_day(token: str, client: Client) -> None:
    post(client, token)
    client.post(FORM, {**CLUB, "token": token}, REMOTE_ADDR="203.0.113.8")
    assert Suggestion.objects.get().people == 2
    assert Suggester.objects.count() == 2


@pytest.mark.parametrize(
    "fields", [{"name": "whats-app"}, {"homepage": "http://www.whatsapp.example"}]
)
def test_a_duplicate_answers_with_a_link_to_the_service(
    token: str, client: Client, fields: dict[str, str]
) -> None:
    response = post(client, token, **fields)
    assert response.status_code == 409
    assert 'href="/s/whatsapp/"' in response.content.decode()
    assert not Suggestion.objects.exists()


def test_another_service_of_a_known_site_is_asked_about_first(token: str, client: Client) -> None:
    fields = {"name": "WhatsApp Business", "homepage": "whatsapp.example/business"}
    response = post(client, token, **fields)
    page = response.content.decode()
    assert response.status_code == 409
    assert 'href="/s/whatsapp/"' in page
    assert 'name="another"' in page
    assert not Suggestion.objects.exists()
    assert post(client, token, **fields, another="1").status_code == 303
    assert Suggestion.objects.get().name == "WhatsApp Business"


@pytest.mark.parametrize("field", ["name", "homepage"])
def test_an_error_stands_at_its_field_and_what_was_typed_stays(
    token: str, client: Client, field: str
) -> None:
    response = post(client, token, **{field: ""})
    page = response.content.decode()
    other = {"name": "chess.example.org", "homepage": "Chess Club"}[field]
    assert response.status_code == 400
    assert f'id="id_{field}_error"' in page
    assert f'value="{other}"' in page
    assert 'aria-invalid="true"' in page


@pytest.mark.parametrize(
    ("fields", "headers"),
    [
        ({"remark": "buy"}, {}),
        ({"token": ""}, {}),
        ({}, {"Sec-Fetch-Site": "cross-site"}),
        ({}, {"Origin": "https://elsewhere.example"}),
    ],
)
def test_a_script_and_another_sites_page_are_thanked_and_take_nobodys_turn(
    token: str, client: Client, fields: dict[str, str], headers: dict[str, str]
) -> None:
    said = {**CLUB, "token": token, **fields}
    response = client.post(FORM, said, REMOTE_ADDR="203.0.113.7", headers=headers)
    assert response["Location"] == "/suggest/?thanks=taken"
    assert not Suggestion.objects.exists()
    assert post(client, token, name="Bank")["Location"] == "/suggest/?thanks=taken"
    assert Suggestion.objects.get().name == "Bank"


@pytest.mark.parametrize("seconds", [0, 40 * 60])
def test_too_soon_and_too_late_ask_for_one_more_press_with_all_that_was_typed(
    calm: Scene, client: Client, time_machine: time_machine.TimeMachineFixture, seconds: int
) -> None:
    token = hidden(client.get(FORM).content.decode())
    time_machine.shift(timedelta(seconds=seconds))
    response = post(client, token)
    page = response.content.decode()
    assert response.status_code == 400
    assert 'value="Chess Club"' in page
    assert not Suggestion.objects.exists()
    assert post(client, hidden(page)).status_code == 303


def test_while_the_database_is_away_nothing_typed_is_lost(
    token: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> None:
        raise OperationalError("away")

    monkeypatch.setattr(suggesting, "known", away)
    response = post(client, token)
    page = response.content.decode()
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "was not taken yet" in page
    assert 'value="Chess Club"' in page


def test_what_was_typed_is_shown_as_text(token: str, client: Client) -> None:
    page = post(client, token, name="<script>alert(1)</script>", homepage="").content.decode()
    assert "<script>alert" not in page
