"""No address anywhere: real instances are visited from marked addresses, then searched through."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest

from reports.salts import DAYS_KEPT
from tests import address_files, holdings, spellings
from tests.builders import NOON, a_source
from tests.services import postgres
from tests.services.instance import ROOT, Instance, environment, own_port, running, until
from tests.visitors import QUOTA, Visitor, public_paths, visitors

pytestmark = [pytest.mark.live, pytest.mark.timeout(300), pytest.mark.xdist_group("instance")]
ADDRESSES = [ip_address("198.18.77.7"), ip_address("2001:db8:77:1::7")]
# Not sent as an address but written in a comment: what the search finds must be there to find.
PLANTED, WRITER = ip_address("198.51.100.201"), ip_address("203.0.113.77")
# What is kept of the salts and the secret key is theirs to keep.
SECRETS = ("salts", "secret_key", "static")
# What every page needs is missing, and something is not what the program takes it for.
TABLE_GONE = (
    "ALTER TABLE outages_watch RENAME TO outages_lost",
    "ALTER TABLE outages_lost RENAME TO outages_watch",
)
NO_LIST = (
    "UPDATE reports_service SET aliases = '5' WHERE slug = 'whatsapp'",
    "UPDATE reports_service SET aliases = '[]' WHERE slug = 'whatsapp'",
)
FORGET = (
    "from datetime import timedelta; from django.utils import timezone; "
    "from reports import retention; retention.forget(now=timezone.now() + timedelta(days=3))"
)


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_the_search_finds_every_spelling(address: spellings.Address) -> None:
    random = Random(7)
    for spelling in spellings.spellings(address):
        text = spelling.bytes_.upper() if spelling.anyhow else spelling.bytes_
        hidden = random.randbytes(random.randrange(9)) + text + random.randbytes(20)
        found = spellings.traces([address], {"here": hidden, "there": b"nothing"})
        assert f"{address} as {spelling.name} in here" in found
        assert not [line for line in found if "there" in line]


@dataclass(frozen=True, kw_only=True)
class Visited:
    """An instance after all visits. `places`: what it holds, has said and shows."""

    instance: Instance
    settings: dict[str, str]
    people: list[Visitor]
    places: dict[str, bytes]
    # The files of PostgreSQL itself: checksums there look like any four bytes.
    raw: dict[str, bytes]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest) -> Iterator[postgres.Postgres | None]:
    if request.param == "sqlite":
        yield None
        return
    with postgres.running() as running_server:
        yield running_server


@pytest.fixture(scope="module")
def settings_of(
    server: postgres.Postgres | None, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Of an instance that says as much as it can, and knows where its visitors are."""
    folder = tmp_path_factory.mktemp("places")
    city = {"198.18.77.0/24": {"country_code": "US", "state1": "New York"}}
    asn = {"198.18.77.0/24": {"asn": 64500}, "2001:db8:77::/48": {"asn": 64501}}
    return {
        "TRUSTED_PROXIES": "127.0.0.0/8",
        "LOG_LEVEL": "DEBUG",
        "QUOTA_SERVICES": str(QUOTA),
        "GEO_CITY_DB": str(address_files.write(folder / "city.mmdb", city)),
        "GEO_ASN_DB": str(address_files.write(folder / "asn.mmdb", asn)),
        **({"DATABASE_URL": server.url} if server else {}),
    }


@pytest.fixture(scope="module")
def visited(
    server: postgres.Postgres | None,
    settings_of: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
    worker_id: str,
) -> Iterator[Visited]:
    folder = tmp_path_factory.mktemp("visited")
    with running(folder, port=own_port(worker_id), more=settings_of) as instance:
        before = holdings.snapshot(folder)
        raw_before = holdings.snapshot(server.folder) if server else {}
        people = visitors(instance.port)
        for person in people:
            person.visit()
        somebody = Visitor(instance.port, WRITER, [str(WRITER)])
        somebody.tell(comment=f"look at {PLANTED}")
        with _hung(instance, "valkey"):
            # These go another way: straight into the database.
            assert b'"counted": true' in somebody.tell(service="linkedin")
            for person in people:
                person.tell(service="linkedin")
        for change in (NO_LIST, TABLE_GONE):
            with _changed(folder, settings_of, *change):
                for person in people:
                    person.fall_over()
        until(lambda: holdings.waiting(folder) == 0)
        for path in public_paths():
            somebody.ask("GET", path)
        yield Visited(
            instance=instance,
            settings=settings_of,
            people=people,
            places={
                **holdings.files(folder, before=before, but=SECRETS),
                **holdings.database(folder, settings_of.get("DATABASE_URL")),
                **holdings.valkey(folder),
                "output": "".join(instance.said).encode(),
                "answers": b"\n".join(text for person in people for text in person.heard),
                "pages": b"\n".join(somebody.heard),
            },
            raw=holdings.files(server.folder, before=raw_before) if server else {},
        )


def test_no_address_is_anywhere_in_any_spelling(visited: Visited) -> None:
    addresses = [WRITER, *(person.address for person in visited.people)]
    assert spellings.traces(addresses, visited.places) == []
    assert spellings.traces(addresses, visited.raw, shortest=6) == []


def test_the_search_looked_where_reports_are(visited: Visited) -> None:
    found = spellings.traces([PLANTED], {**visited.places, **visited.raw})
    where = {line.rpartition(" in ")[2] for line in found if " as text " in line}
    assert "database" in where
    assert any(place.startswith("file valkey/appendonlydir/") for place in where), where
    raw = {place for place in where if place.startswith(("file brownout.sqlite3", "file data/"))}
    assert raw, where
    assert sum(map(len, visited.places.values())) > 100_000


def test_every_kind_of_answer_was_given(visited: Visited) -> None:
    given = set.intersection(*(person.statuses for person in visited.people))
    assert {202, 303, 400, 403, 404, 405, 413, 415, 429, 500} <= given


def test_no_request_is_logged(visited: Visited) -> None:
    requested = [line for line in visited.instance.said if "/s/whatsapp/answer/" in line]
    assert requested == []


def test_no_secret_that_tokens_are_made_with_is_anywhere_else(visited: Visited) -> None:
    folder = visited.instance.data_dir
    secrets = [path.read_bytes() for path in (folder / "salts").iterdir()]
    assert len(secrets) == DAYS_KEPT
    secrets.append((folder / "secret_key").read_bytes())
    for place, content in {**visited.places, **visited.raw}.items():
        for secret in secrets:
            assert secret not in content, place
            assert secret.hex().encode() not in content.lower(), place


def test_a_token_joins_no_two_services_and_is_gone_with_its_salt_after_two_days(
    visited: Visited,
) -> None:
    for token in ("reporter", "prefix"):
        joined = (
            f"SELECT {token} FROM reports_report GROUP BY {token} "
            "HAVING COUNT(DISTINCT service_id) > 1"
        )
        assert _query(visited, joined) == []
    kept = "SELECT COUNT(*) FROM reports_report WHERE reporter IS NOT NULL OR prefix IS NOT NULL"
    assert _query(visited, kept)[0][0] > len(visited.people)
    _manage(visited, "shell", "--no-imports", "-c", FORGET)
    assert _query(visited, kept) == [(0,)]
    assert list((visited.instance.data_dir / "salts").iterdir()) == []


def test_tokens_of_two_days_cannot_be_joined() -> None:
    first, second = (a_source(str(PLANTED), now=NOON + timedelta(days=days)) for days in (0, 1))
    assert {first.reporter, first.prefix}.isdisjoint({second.reporter, second.prefix})
    # But who was heard yesterday is known for as long as their address is at hand.
    assert second.reporter_yesterday == first.reporter


@contextmanager
def _hung(instance: Instance, program: str) -> Iterator[None]:
    """A program that is there and does not answer."""
    os.kill(instance.leader(program), signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(instance.leader(program), signal.SIGCONT)


@contextmanager
def _changed(folder: Path, settings: dict[str, str], there: str, back: str) -> Iterator[None]:
    """A database that something was done to."""
    _execute(folder, settings, there)
    yield
    _execute(folder, settings, back)


def _query(visited: Visited, query: str) -> list[Any]:
    return _execute(visited.instance.data_dir, visited.settings, query)


def _execute(folder: Path, settings: dict[str, str], query: str) -> list[Any]:
    if url := settings.get("DATABASE_URL"):
        with psycopg.connect(url) as connection:
            done = connection.execute(query.encode())
            return done.fetchall() if done.description else []
    with closing(sqlite3.connect(folder / "brownout.sqlite3", timeout=20)) as database:
        rows = database.execute(query).fetchall()
        database.commit()
        return rows


def _manage(visited: Visited, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(visited.instance.data_dir, **visited.settings),
        check=True,
        capture_output=True,
    )
