"""What live tests ask for: a database of their own, for processes of their own."""

from collections.abc import Iterator

import pytest

from tests.services import postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The setting that names it; none is the SQLite file of the data folder."""
    if request.param == "sqlite":
        yield {}
        return
    with postgres.running() as server:
        yield {"DATABASE_URL": server.url}
