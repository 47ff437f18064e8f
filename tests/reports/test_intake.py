"""Intake: what is refused and why, what is made of the rest, and what of it is never kept."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from pytest_django import Settings

from reports import intake
from reports.draining import drain
from reports.inbox import Inbox
from reports.intake import Claim
from reports.models import Report
from tests.builders import NOON, a_service, a_source, a_symptom, an_arrival, some_regions

ADDRESSES = ("203.0.113.77", "2001:db8:77:aa55::c0de")
SPELLINGS = (
    b"203.0.113",
    bytes([203, 0, 113, 77]),
    b"cb00714d",
    b"2001:db8",
    b"20010db8",
    b"0077aa55",
)


@pytest.fixture(autouse=True)
def words(db: None) -> None:
    a_service("signal")
    a_service("retired", active=False)
    some_regions()
    a_symptom()


@pytest.mark.parametrize(
    ("claim", "field"),
    [
        (Claim(service="signal", symptom="itchy"), "symptom"),
        (Claim(service="signal", region="XX"), "region"),
        (Claim(service="signal", region=""), "region"),
        (Claim(service="signal", implicated="nobody"), "implicated"),
        (Claim(service="signal", connection="pigeon"), "connection"),
        (Claim(service="signal", comment="x" * 281), "comment"),
        (Claim(service="nobody"), "service"),
        (Claim(service="retired"), "service"),
        (Claim(service="Signal"), "service"),
    ],
)
def test_a_refusal_names_the_field(claim: Claim, field: str) -> None:
    with pytest.raises(intake.Refused) as refused:
        intake.arrival(claim, a_source(), now=NOON)
    assert refused.value.field == field
    assert isinstance(refused.value, intake.UnknownService) == (field == "service")


def test_what_nobody_said_is_stored_as_unknown(inbox: Inbox) -> None:
    intake.accept(Claim(service="signal"), a_source(), inbox=inbox, now=NOON)
    drain(inbox, consumer="test")
    row = Report.objects.get()
    assert row.region.code == "ZZ"
    assert (row.symptom, row.implicated, row.others_work) == (None, None, None)
    assert (row.connection, row.comment, row.received) == ("", "", NOON)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("a\0b", "ab"),
        ("\x1b[31mred\x85", "[31mred"),
        ("\u202eevil\u2066 \u200f", "evil"),
        ("two\nlines\tand a tab\r", "two\nlines and a tab"),
        (
            "\N{WOMAN}\u200d\N{PERSONAL COMPUTER} می\u200cرود",
            "\N{WOMAN}\u200d\N{PERSONAL COMPUTER} می\u200cرود",
        ),
        ("\0\u200e", ""),
    ],
)
def test_a_comment_loses_what_is_no_text_and_its_report_is_stored(
    inbox: Inbox, said: str, kept: str
) -> None:
    claim = Claim(service="signal", comment=said)
    assert intake.accept(claim, a_source(), inbox=inbox, now=NOON).counted
    assert drain(inbox, consumer="test").new == 1
    assert Report.objects.get().comment == kept


def test_reports_of_which_no_reporter_is_known_are_voices_of_their_own(inbox: Inbox) -> None:
    nobody = [intake.arrival(Claim(service="signal"), intake.Source(), now=NOON) for _ in range(3)]
    assert all(receipt.counted for receipt in intake.accept_all(nobody, inbox=inbox))
    assert drain(inbox, consumer="test").new == 3


def test_a_household_with_ipv6_has_one_quota_however_many_addresses_it_uses(
    inbox: Inbox, settings: Settings
) -> None:
    settings.QUOTA_SERVICES = 1
    a_service("whatsapp")
    other = Claim(service="whatsapp")
    said = intake.accept_all(
        [
            an_arrival("2001:db8:1:2::1"),
            an_arrival("2001:db8:1:2:ffff::9", claim=other),
            an_arrival("2001:db8:1:3::1", claim=other),
        ],
        inbox=inbox,
    )
    assert [str(receipt.outcome) for receipt in said] == ["accepted", "limited", "accepted"]


def test_no_address_is_kept_in_valkey_in_its_file_or_in_the_database(inbox: Inbox) -> None:
    arrivals = [an_arrival(address, client_id=uuid4()) for address in ADDRESSES]
    intake.accept_all(arrivals, inbox=inbox)
    kept = _valkey(inbox)
    drain(inbox, consumer="test")
    kept += _valkey(inbox) + _database()
    for report in (arrival.report for arrival in arrivals):
        assert report.reporter
        # Found in each place, so that what is not found is not there.
        assert report.reporter.bytes in kept
        assert report.reporter.hex.encode() in kept
    assert not [spelling for spelling in SPELLINGS if spelling in kept]


def _valkey(inbox: Inbox) -> bytes:
    """All keys with their values, and all that the append-only file holds, deleted things too."""
    kept = b"".join(
        key + (inbox.client.dump(key) or b"") for key in inbox.client.scan_iter("*", count=1000)
    )
    folder = Path(str(inbox.client.config_get("dir")["dir"]))
    return kept + b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def _database() -> bytes:
    """Every row of every table, as text, and ids without hyphens."""
    rows: list[object] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += cursor.fetchall()
    return repr(rows).replace("-", "").encode()
