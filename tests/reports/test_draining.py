"""From the inbox to the database: nothing lost, nothing doubled, poison set apart."""

import pytest
from django.db import OperationalError
from django.db.models import Sum

from reports import counting, draining, intake
from reports.draining import drain
from reports.inbox import STREAM, Inbox
from reports.intake import Claim
from reports.models import MinuteCount, Report, Service, SymptomCount
from tests.builders import a_report, an_arrival

pytestmark = pytest.mark.usefixtures("catalogue")
MANY = 2000


def fill(inbox: Inbox, n: int) -> None:
    people = [an_arrival(f"10.{i // 250}.{i % 250}.1") for i in range(n)]
    intake.accept_all(people, inbox=inbox)


def counted() -> int:
    return MinuteCount.objects.aggregate(n=Sum("reports"))["n"] or 0


def test_one_entry_that_cannot_be_stored_among_2000_is_set_apart_alone(inbox: Inbox) -> None:
    fill(inbox, MANY - 1)
    inbox.client.xadd(STREAM, {"r": inbox._encode(a_report(service="nobody")), "f": "1"})
    drained = drain(inbox, consumer="test")
    assert (drained.new, drained.dead) == (MANY - 1, 1)
    assert (inbox.waiting(), inbox.dead()) == (0, 1)
    assert counted() == Report.objects.count() == MANY - 1


def test_an_error_of_the_database_keeps_everything_in_the_stream(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(inbox, 10)

    def locked(*args: object) -> None:
        raise OperationalError("database is locked")

    with monkeypatch.context() as broken:
        broken.setattr(draining, "store", locked)
        with pytest.raises(OperationalError):
            drain(inbox, consumer="test")
    assert (inbox.waiting(), inbox.dead()) == (10, 0)
    monkeypatch.setattr("reports.inbox.CLAIM_AFTER_MS", 0)
    assert drain(inbox, consumer="test").new == 10


def test_a_crash_between_commit_and_acknowledgement_doubles_nothing(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(inbox, 10)

    def killed(*args: object) -> None:
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(Inbox, "done", killed)
        with pytest.raises(SystemExit):
            drain(inbox, consumer="test")
    assert Report.objects.count() == inbox.waiting() == 10
    monkeypatch.setattr("reports.inbox.CLAIM_AFTER_MS", 0)
    drained = drain(inbox, consumer="another")
    assert (drained.new, drained.repeated) == (0, 10)
    assert counted() == Report.objects.count() == 10
    assert inbox.waiting() == 0


def test_a_service_that_came_after_the_process_read_the_catalogue_is_found(inbox: Inbox) -> None:
    fill(inbox, 1)
    drain(inbox, consumer="test")
    signal = Service.objects.get(slug="signal")
    Service.objects.create(slug="new", name="New", category=signal.category)
    inbox.client.xadd(STREAM, {"r": inbox._encode(a_report(service="new")), "f": "1"})
    assert drain(inbox, consumer="test").new == 1


def test_the_same_batch_twice_counts_once_and_overlapping_batches_count_what_is_new() -> None:
    batch = [a_report(symptom="login") for _ in range(10)]
    assert counting.store(batch).new == 10
    assert counting.store(batch).repeated == 10
    more = counting.store([*batch[5:], *(a_report(symptom="login") for _ in range(5))])
    assert (more.new, more.repeated) == (5, 5)
    assert counted() == 15
    assert SymptomCount.objects.aggregate(n=Sum("reports"))["n"] == 15


def test_works_and_reports_without_weight_are_counted_apart() -> None:
    counting.store(
        [
            a_report(),
            a_report(weight=0, discard="honeypot"),
            a_report(kind="works", first_in_24h=False),
        ]
    )
    one = MinuteCount.objects.get()
    assert (one.reports, one.volume, one.works, one.first_reporters) == (1, 2, 1, 1)


def test_a_report_that_names_something_unknown_stores_nothing_of_its_batch() -> None:
    with pytest.raises(counting.Unstorable, match="nobody"):
        counting.store([a_report(), a_report(service="nobody")])
    assert not Report.objects.exists()


def test_a_refusal_names_the_field() -> None:
    with pytest.raises(intake.Refused) as refused:
        intake.check(Claim(service="signal", region="XX"))
    assert refused.value.field == "region"
    with pytest.raises(intake.UnknownService):
        intake.check(Claim(service="nobody"))
