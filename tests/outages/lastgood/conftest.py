"""A database that goes away in the middle of a test, and what pages had said before."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from pytest_django import Settings

from outages.lastgood.marking import marked
from outages.lastgood.reach import database
from tests.outages.pages.conftest import calm, now, outage

__all__ = ["calm", "now", "outage"]
Asked = list[str]
Away = Callable[[], AbstractContextManager[Asked]]


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    marked.cache_clear()


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Away:
    """`with away() as asked`: no statement is answered; `asked` lists those that were tried."""

    def refuse(*_args: object) -> Any:
        raise OperationalError("the server closed the connection")

    @contextmanager
    def going() -> Iterator[Asked]:
        asked: Asked = []

        def note_and_refuse(_execute: object, sql: str, *_more: object) -> Any:
            asked.append(sql)
            refuse()

        monkeypatch.setattr(database, "ask", refuse)
        with connection.execute_wrapper(note_and_refuse):
            yield asked
        database.forget()

    return going
