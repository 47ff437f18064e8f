"""The inbox in a real Valkey: one step for quota, vote and append; nothing left behind."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from pytest_django import Settings

from reports import inbox as inbox_room
from reports import intake
from reports.inbox import STREAM, Inbox
from reports.intake import Claim
from reports.messages import Arrival, Outcome
from tests.builders import NOON, SIGNAL, an_arrival, later

pytestmark = pytest.mark.usefixtures("catalogue")


def outcome(inbox: Inbox, *arrivals: Arrival) -> list[Outcome]:
    return [receipt.outcome for receipt in intake.accept_all(arrivals, inbox=inbox)]


def test_a_second_report_in_the_window_is_a_duplicate_and_one_in_the_next_is_not(
    inbox: Inbox,
) -> None:
    said = outcome(inbox, an_arrival(), an_arrival(at=later(9)), an_arrival(at=later(10)))
    assert said == [Outcome.ACCEPTED, Outcome.DUPLICATE, Outcome.ACCEPTED]
    assert inbox.waiting() == 2


def test_works_and_down_are_two_voices(inbox: Inbox) -> None:
    works = an_arrival(claim=Claim(service="signal", kind="works"))
    assert outcome(inbox, an_arrival(), works) == [Outcome.ACCEPTED, Outcome.ACCEPTED]


def test_an_address_may_report_so_many_services_in_ten_minutes_and_no_more(
    inbox: Inbox, settings: Settings
) -> None:
    settings.QUOTA_SERVICES = 2
    claims = [Claim(service=slug) for slug in ("signal", "whatsapp", "telegram", "signal")]
    said = outcome(inbox, *(an_arrival(claim=claim) for claim in claims))
    assert said[:3] == [Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.LIMITED]
    # Another time about the first service is a duplicate, no new service.
    assert said[3] == Outcome.DUPLICATE


def test_the_same_id_gives_the_first_answer_over_a_window_edge_and_midnight(inbox: Inbox) -> None:
    late = datetime(2026, 2, 3, 23, 59, tzinfo=UTC)
    id_ = uuid4()
    first, again = intake.accept_all(
        [an_arrival(at=late, client_id=id_), an_arrival(at=later(20, than=late), client_id=id_)],
        inbox=inbox,
    )
    assert first.counted
    assert again.duplicate
    assert first.key == again.key
    assert inbox.waiting() == 1


def test_the_same_id_with_another_body_is_a_conflict(inbox: Inbox) -> None:
    id_ = uuid4()
    other = Claim(service="signal", symptom="slow", region="DE-BE")
    said = outcome(inbox, an_arrival(client_id=id_), an_arrival(client_id=id_, claim=other))
    assert said == [Outcome.ACCEPTED, Outcome.CONFLICT]


def test_a_person_is_first_once_in_24_hours_over_midnight(inbox: Inbox) -> None:
    evening = datetime(2026, 2, 3, 23, 50, tzinfo=UTC)
    times = [evening, later(20, than=evening), later(24 * 60 + 1, than=evening)]
    outcome(inbox, *(an_arrival(at=at) for at in times))
    entries = inbox.take(consumer="a", count=10)
    assert [entry.report.first_in_24h for entry in entries if entry.report] == [True, False, True]


def test_what_another_consumer_left_behind_is_taken_over(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome(inbox, an_arrival())
    assert len(inbox.take(consumer="dead", count=10)) == 1
    assert inbox.take(consumer="alive", count=10) == []
    monkeypatch.setattr(inbox_room, "CLAIM_AFTER_MS", 0)
    assert len(inbox.take(consumer="alive", count=10)) == 1


def test_the_oldest_report_that_waits_holds_its_minute_back_until_it_is_done(inbox: Inbox) -> None:
    outcome(inbox, an_arrival(), an_arrival("198.18.0.2", at=later(1)))
    assert inbox.oldest_waiting() == NOON
    entries = inbox.take(consumer="a", count=1)
    assert inbox.oldest_waiting() == NOON
    inbox.done([entry.id for entry in entries])
    assert inbox.oldest_waiting() == later(1)


def test_an_unreadable_entry_has_no_report_and_is_buried_with_its_reason(inbox: Inbox) -> None:
    inbox.client.xadd(STREAM, {"r": b"\xff\xff"})
    (entry,) = inbox.take(consumer="a", count=10)
    assert entry.report is None
    assert inbox.oldest_waiting() is not None
    inbox.bury(entry, why="cannot be read")
    assert (inbox.waiting(), inbox.dead()) == (0, 1)


def test_windows_and_days_that_are_over_can_be_forgotten(inbox: Inbox) -> None:
    outcome(inbox, an_arrival())
    inbox.forget(before=later(5 * 24 * 60))
    assert not list(inbox.client.scan_iter("votes:*"))
    assert not list(inbox.client.scan_iter("seen:*"))


def test_no_address_stands_anywhere_in_valkey(inbox: Inbox) -> None:
    outcome(inbox, an_arrival("203.0.113.77", client_id=uuid4()))
    kept = b""
    for key in inbox.client.scan_iter("*"):
        kept += key + (inbox.client.dump(key) or b"")
    assert SIGNAL.service.encode() in kept
    for spelling in (b"203.0.113", bytes([203, 0, 113, 77]), b"cb00714d"):
        assert spelling not in kept


def test_every_accepted_report_is_settled_waits_or_is_dead(inbox: Inbox) -> None:
    outcome(inbox, *(an_arrival(f"10.0.{i}.1") for i in range(5)), an_arrival("10.0.0.1"))
    first, second, *_ = inbox.take(consumer="a", count=10)
    inbox.done([first.id])
    inbox.done([first.id])
    inbox.bury(second, why="a test")
    tally = inbox.tally()
    assert (tally["accepted"], tally["duplicate"]) == (5, 1)
    assert (tally["settled"], inbox.waiting(), tally["dead"]) == (1, 3, 1)
    inbox.revive(inbox.dead_letters(count=10))
    tally = inbox.tally()
    assert (tally["settled"], inbox.waiting(), tally["dead"]) == (1, 4, 0)
