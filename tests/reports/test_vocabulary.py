"""What a process knows of the catalogue, also when it starts while the database is away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import OperationalError
from pytest_django import Settings

from reports import kept, vocabulary
from tests.builders import a_service, a_symptom, some_regions


@pytest.fixture
def serving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Settings) -> Iterator[None]:
    """This process serves requests, and keeps what it must in a folder of its own."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(kept, "_behind", [True])
    yield
    vocabulary.forget()


def away() -> None:
    raise OperationalError("away")


@pytest.mark.usefixtures("db", "serving")
def test_a_process_that_starts_while_the_database_is_away_knows_what_the_last_one_knew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some_regions()
    a_service("signal")
    a_symptom()
    before = vocabulary.read()
    vocabulary.forget()
    monkeypatch.setattr(vocabulary, "_from_database", away)
    after = vocabulary.read()
    assert after.active == before.active == {"signal"}
    assert (after.regions, after.symptoms) == (before.regions, before.symptoms)
    assert after.country_of.tolist() == before.country_of.tolist()


@pytest.mark.usefixtures("serving")
def test_with_nothing_remembered_it_says_that_the_database_is_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vocabulary.forget()
    monkeypatch.setattr(vocabulary, "_from_database", away)
    with pytest.raises(OperationalError):
        vocabulary.read()
    with pytest.raises(kept.NothingKept):
        vocabulary.read()


@pytest.mark.usefixtures("db")
def test_a_command_leaves_no_file_behind(tmp_path: Path, settings: Settings) -> None:
    settings.DATA_DIR = tmp_path
    vocabulary.forget()
    vocabulary.read()
    assert not list(tmp_path.iterdir())
