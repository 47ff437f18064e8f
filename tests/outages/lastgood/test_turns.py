"""One of many who ask at the same time makes an answer."""

import subprocess
import sys
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from outages.lastgood import answers, turns
from tests.outages.pages.scenes import Scene

PAGES = ("/", "/s/whatsapp/", "/map/", "/incidents/", "/api/v1/services/whatsapp")
KEY = ("host", "/", "", "en")


@pytest.fixture(autouse=True)
def _answers_are_fresh_for_five_seconds(settings: Settings) -> None:
    settings.ANSWERS_FRESH_SECONDS = 5.0


@pytest.mark.parametrize("path", PAGES)
def test_what_was_answered_a_moment_ago_is_answered_again_without_a_query(
    outage: Scene, client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    first = client.get(path)
    with django_assert_num_queries(0):
        again = client.get(path)
        packed = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert again.status_code == HTTPStatus.OK
    assert again.content == first.content
    assert again["Cache-Control"] == first["Cache-Control"]
    assert again["Content-Type"] == first["Content-Type"]
    assert packed["Content-Encoding"] == "gzip"
    with django_assert_num_queries(0):
        unchanged = client.get(path, headers={"If-None-Match": again["ETag"]})
    assert unchanged.status_code == HTTPStatus.NOT_MODIFIED
    assert not unchanged.content


def test_after_five_seconds_it_is_made_anew(
    outage: Scene, client: Client, time_machine: time_machine.TimeMachineFixture
) -> None:
    client.get("/s/whatsapp/")
    time_machine.shift(timedelta(seconds=5.5))
    with CaptureQueriesContext(connection) as asked:
        client.get("/s/whatsapp/")
    assert len(asked) > 0


def test_a_clock_that_was_set_back_keeps_nothing_for_ever(
    outage: Scene, client: Client, time_machine: time_machine.TimeMachineFixture
) -> None:
    client.get("/s/whatsapp/")
    time_machine.shift(timedelta(hours=-1))
    with CaptureQueriesContext(connection) as asked:
        client.get("/s/whatsapp/")
    assert len(asked) > 0


def test_a_reader_in_another_language_or_with_another_query_gets_an_answer_of_their_own(
    outage: Scene, client: Client
) -> None:
    plain = client.get("/s/whatsapp/").content
    assert client.get("/s/whatsapp/?country=US").content != plain


def test_thanks_for_a_report_are_shown_to_its_reporter_only(outage: Scene, client: Client) -> None:
    before = client.get("/s/whatsapp/").content
    thanked = client.get("/s/whatsapp/?reported=1").content
    assert thanked != before
    assert client.get("/s/whatsapp/").content == before


def test_whoever_comes_while_it_is_made_anew_gets_the_one_before(
    outage: Scene, settings: Settings, client: Client, time_machine: time_machine.TimeMachineFixture
) -> None:
    before = client.get("/s/whatsapp/")
    time_machine.shift(timedelta(seconds=20))
    key = ("testserver", "/s/whatsapp/", "", "en")
    turn = turns.take(Path(settings.DATA_DIR) / "lastgood" / "turns", key)
    assert turn
    with CaptureQueriesContext(connection) as asked:
        meanwhile = client.get("/s/whatsapp/")
    turn.end()
    assert len(asked) == 0
    assert meanwhile.content == before.content
    assert meanwhile["Age"] == "20"


def test_what_was_made_between_the_look_and_the_turn_is_not_made_again(
    outage: Scene,
    client: Client,
    time_machine: time_machine.TimeMachineFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = client.get("/s/whatsapp/")
    time_machine.shift(timedelta(seconds=20))
    key = ("testserver", "/s/whatsapp/", "", "en")
    take = turns.take

    def renewed_meanwhile(folder: Path, asked: tuple[str, ...]) -> turns.Turn | None:
        answers.renew(key, etag=before["ETag"], at=timezone.now())
        return take(folder, asked)

    monkeypatch.setattr(turns, "take", renewed_meanwhile)
    with CaptureQueriesContext(connection) as asked:
        client.get("/s/whatsapp/")
    assert len(asked) == 0


def test_the_turn_of_a_process_that_was_killed_is_free(tmp_path: Path) -> None:
    hold = (
        "import sys, time, pathlib; from outages.lastgood import turns; "
        f"turn = turns.take(pathlib.Path({str(tmp_path)!r}), {KEY!r}); "
        "print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", hold], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        assert turns.take(tmp_path, KEY) is None
        holder.kill()
        holder.wait()
    turn = turns.take(tmp_path, KEY)
    assert turn
    turn.end()
    turn.end()


def test_without_a_folder_to_keep_in_everybody_is_answered(
    outage: Scene, client: Client, settings: Settings, tmp_path: Path
) -> None:
    nowhere = tmp_path / "file"
    nowhere.touch()
    settings.DATA_DIR = nowhere
    assert client.get("/s/whatsapp/").status_code == HTTPStatus.OK
