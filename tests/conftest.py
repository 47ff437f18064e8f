"""What tests ask for by name: a real Valkey, an inbox, the catalogue, a browser."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import OperationalError, connection, models, transaction
from pytest_django import Settings

from reports import catalogue as catalogue_deed
from reports import fallback, vocabulary
from reports.inbox import Inbox, connect, default_inbox
from reports.inlet import default_inlet
from tests import rows
from tests.browsers import FLAGS, chromium
from tests.services import valkey as valkey_service

ROOT = Path(__file__).resolve().parent.parent
PURE = (
    "outages/detection",
    "outages/causes",
    "outages/drawing",
    "reports/buckets.py",
    "reports/reporter.py",
    "reports/spelling.py",
    "tests/outages/detection",
    "tests/outages/causes",
    "tests/outages/drawing",
    "tests/reports/test_buckets.py",
    "tests/reports/test_reporter.py",
)
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    for item in items:
        if item.path.relative_to(ROOT).as_posix().startswith(PURE):
            item.add_marker("pure")
        fixtures = set(getattr(item, "fixturenames", ()))
        if "page" in fixtures:
            item.add_marker("browser")
        if fixtures & DATABASE_FIXTURES or item.get_closest_marker("django_db"):
            item.add_marker("database")


@pytest.fixture(autouse=True)
def _only_on_postgres(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: runs in the second half of `make test`")


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real Valkey of this session, empty when it starts."""
    with valkey_service.running(tmp_path_factory.mktemp("valkey")) as url:
        yield url


@pytest.fixture
def inbox(valkey: str, settings: Settings) -> Iterator[Inbox]:
    """An empty inbox in a real Valkey, which is also the one that the settings name."""
    settings.REDIS_URL = valkey
    _forget_connections()
    here = default_inbox()
    here.client.flushall()
    yield here
    here.client.close()
    _forget_connections()


@pytest.fixture
def both_away(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Neither the inbox nor the database takes reports (tests/faults kills the real ones)."""

    def away(*args: object, **more: object) -> None:
        raise OperationalError("away")

    settings.REDIS_URL = "unix:///nowhere/valkey.sock"
    monkeypatch.setattr(fallback, "append", away)
    _forget_connections()
    yield
    _forget_connections()


def _forget_connections() -> None:
    connect.cache_clear()
    default_inbox.cache_clear()
    default_inlet.cache_clear()


Stored = tuple[type[models.Model], list[str], rows.Values]


@pytest.fixture
def catalogue(db: None, catalogue_rows: list[Stored]) -> None:
    """The real catalogue in the test's database."""
    with transaction.atomic():
        if not catalogue_rows:
            catalogue_deed.load()
            for model in apps.get_app_config("reports").get_models():
                if found := list(model._base_manager.all()):
                    catalogue_rows.append((model, *rows.as_stored(found)))
            return
        for model, names, values in catalogue_rows:
            rows.insert(model, names, values)


@pytest.fixture(scope="session")
def catalogue_rows() -> list[Stored]:
    """What the first load of the session made: inserting it again is many times quicker."""
    return []


@pytest.fixture(autouse=True)
def _forget_vocabulary() -> Iterator[None]:
    """No test sees the catalogue of the test before."""
    vocabulary.forget()
    yield
    vocabulary.forget()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Chromium as the machine has it; without one, tests that ask for a page are skipped."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium here: apt-get install chromium (or set CHROMIUM to its path)")
    return {
        **browser_type_launch_args,
        "executable_path": path,
        "args": [*browser_type_launch_args.get("args", ()), *FLAGS],
    }
