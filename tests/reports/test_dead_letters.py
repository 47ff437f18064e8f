"""Reports that could not be stored can be looked at, put back, and deleted."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from reports.draining import drain
from reports.inbox import STREAM, Inbox
from reports.models import Report
from tests.builders import a_report, a_service, a_symptom, some_regions


@pytest.fixture
def dead(db: None, inbox: Inbox) -> Inbox:
    """An inbox with a report about a service that is missing, and one that nobody can read."""
    some_regions()
    a_symptom()
    a_service("threema")
    inbox.client.xadd(STREAM, {"r": inbox._encode(a_report(service="signal")), "f": "0"})
    inbox.client.xadd(STREAM, {"r": b"\xff\x00", "f": "1"})
    assert drain(inbox, consumer="test").dead == 2
    return inbox


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("dead_letters", *arguments, stdout=out)
    return out.getvalue()


def test_they_are_listed_with_their_reason(dead: Inbox) -> None:
    said = run()
    assert "signal" in said
    assert "cannot be read" in said
    assert "2 dead letters" in said


def test_what_was_missing_is_added_and_they_are_stored_as_they_were(dead: Inbox) -> None:
    a_service("signal")
    assert run("--replay").startswith("2 put back; 0 ")
    drained = drain(dead, consumer="test")
    assert (drained.new, drained.dead) == (1, 1)
    assert not Report.objects.get().first_in_24h
    assert dead.tally()["dead"] == 1


def test_one_can_be_chosen(dead: Inbox) -> None:
    id_ = dead.dead_letters(count=1)[0].entry.id.decode()
    assert run("--delete", id_).startswith("1 deleted; 1 ")
    with pytest.raises(CommandError, match=id_):
        run("--delete", id_)


def test_without_valkey_it_says_what_to_do(settings: Settings, both_away: None) -> None:
    with pytest.raises(CommandError, match="make run"):
        run()
