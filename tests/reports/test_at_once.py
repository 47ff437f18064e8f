"""Many doors and several drains at the same time: one step in Valkey, one key in the database."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import Sum

from reports import intake
from reports.draining import Drained, drain
from reports.inbox import Inbox
from reports.messages import Arrival, Outcome
from reports.models import MinuteCount, Report
from tests.builders import a_service, a_symptom, an_arrival, some_regions

DOORS = 8
PEOPLE = 1000
ROUNDS = 20


@pytest.fixture(autouse=True)
def words(transactional_db: None) -> None:
    """Words that other connections see too."""
    some_regions()
    a_service("signal")
    a_symptom()


@pytest.mark.parametrize("with_id", [True, False])
def test_of_the_same_report_at_many_doors_one_is_taken(inbox: Inbox, with_id: bool) -> None:
    same = an_arrival(client_id=uuid4() if with_id else None)
    start = Barrier(DOORS)

    def post(arrival: Arrival) -> intake.Receipt:
        start.wait(timeout=10)
        return intake.accept_all([arrival], inbox=inbox)[0]

    with ThreadPoolExecutor(DOORS) as doors:
        receipts = list(doors.map(post, [same] * DOORS))
    outcomes = [receipt.outcome for receipt in receipts]
    assert sorted(outcomes) == [Outcome.ACCEPTED, *[Outcome.DUPLICATE] * (DOORS - 1)]
    assert len({receipt.key for receipt in receipts}) == 1
    assert inbox.waiting() == 1


def test_workers_of_a_new_instance_that_look_first_at_once_find_nothing_and_no_error(
    inbox: Inbox,
) -> None:
    start = Barrier(DOORS)

    def look(consumer: int) -> int:
        found = 0
        for _ in range(ROUNDS):
            if start.wait(timeout=10) == 0:
                inbox.client.flushall()
            start.wait(timeout=10)
            found += len(inbox.take(consumer=str(consumer), count=10))
        return found

    with ThreadPoolExecutor(DOORS) as workers:
        looks = [workers.submit(look, consumer) for consumer in range(DOORS)]
    assert [one.exception() for one in looks] == [None] * DOORS
    assert [one.result() for one in looks] == [0] * DOORS


@pytest.mark.postgres
def test_drains_that_take_each_others_entries_store_each_once(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Everything that one has taken is at once another's as well, in small batches.
    monkeypatch.setattr("reports.inbox.CLAIM_AFTER_MS", 0)
    monkeypatch.setattr("reports.draining.BATCH", 50)
    people = [an_arrival(f"10.{i // 250}.{i % 250}.1") for i in range(PEOPLE)]
    intake.accept_all(people, inbox=inbox)
    start = Barrier(3)

    def work(consumer: str) -> Drained:
        try:
            start.wait(timeout=10)
            return drain(inbox, consumer=consumer)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as drains:
        done = list(drains.map(work, ("a", "b", "c")))
    assert sum(one.new for one in done) == Report.objects.count() == PEOPLE
    assert MinuteCount.objects.aggregate(n=Sum("reports"))["n"] == PEOPLE
    assert sum(one.dead for one in done) == inbox.waiting() == inbox.dead() == 0
