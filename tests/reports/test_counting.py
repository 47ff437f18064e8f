"""Rows and their counts: the same at every instant, whoever stores and whoever looks."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.db.models import Sum
from pytest_django import DjangoAssertNumQueries

from reports import counting, recounting
from reports.buckets import minute_of
from reports.messages import NewReport
from reports.models import AnswerCount, MinuteCount, Report, SymptomCount
from tests.builders import NOON, a_report, a_service, a_symptom, later, reports_for, some_regions

MINUTE = minute_of(NOON)
# Two transactions with so many rows each surely meet, and do so several times.
PEOPLE = 2000
MEETINGS = 5
LOOKS = 20


@pytest.fixture
def words(db: None) -> None:
    _words()


@pytest.fixture
def words_for_all(transactional_db: None) -> None:
    """Words that other connections see too."""
    _words()


def _words() -> None:
    some_regions()
    a_service("signal")
    a_service("threema")
    a_symptom("login")


def total() -> int:
    return MinuteCount.objects.aggregate(n=Sum("reports"))["n"] or 0


def agrees() -> bool:
    return not list(recounting.differences(since=0))


@pytest.mark.usefixtures("words")
def test_a_count_for_each_service_region_and_minute() -> None:
    counting.store(
        [
            *reports_for("signal", 3),
            *reports_for("signal", 2, first=3, region="FR"),
            *reports_for("signal", 4, first=5, at=later(1)),
            *reports_for("threema", 5),
        ]
    )
    rows = MinuteCount.objects.values_list("service__slug", "region__code", "minute", "reports")
    assert set(rows) == {
        ("signal", "DE-BE", MINUTE, 3),
        ("signal", "FR", MINUTE, 2),
        ("signal", "DE-BE", MINUTE + 1, 4),
        ("threema", "DE-BE", MINUTE, 5),
    }
    assert agrees()


@pytest.mark.usefixtures("words")
def test_who_says_which_service_fails_is_counted_by_that_service() -> None:
    no_weight: dict[str, Any] = {"weight": 0, "discard": "honeypot", "implicated": "threema"}
    said = [
        *reports_for("signal", 3, implicated="threema"),
        *reports_for("signal", 1, first=3, implicated="threema", first_in_24h=False),
        # Fails for other things, too: by itself.
        *reports_for("signal", 2, first=4, others_work=False),
        *reports_for("signal", 1, first=6, implicated="signal"),
        # Names a culprit and says that others fail: the culprit goes before.
        *reports_for("signal", 1, first=7, implicated="threema", others_work=False),
        # Says nothing of it, weighs nothing, or works.
        *reports_for("signal", 5, first=8, others_work=True),
        *reports_for("signal", 5, first=13),
        *reports_for("signal", 5, first=18, **no_weight),
        *reports_for("signal", 5, first=23, kind="works", implicated="threema"),
        *reports_for("signal", 1, first=28, at=later(1), implicated="threema"),
    ]
    counting.store(said)
    # A second delivery adds nothing.
    counting.store(said)
    rows = AnswerCount.objects.values_list(
        "service__slug", "about__slug", "minute", "reports", "first_reporters"
    )
    assert set(rows) == {
        ("signal", "threema", MINUTE, 5, 4),
        ("signal", "signal", MINUTE, 3, 3),
        ("signal", "threema", MINUTE + 1, 1, 1),
    }
    assert agrees()


@pytest.mark.usefixtures("words")
@pytest.mark.parametrize(
    ("batches", "new"),
    [
        ([[]], [0]),
        ([[0, 0, 1]], [2]),
        ([[0, 1, 2], [2, 1, 0]], [3, 0]),
        ([[0, 1, 2], [2, 3], [0, 3, 4]], [3, 1, 1]),
    ],
)
def test_whatever_is_delivered_again_is_counted_once(
    batches: Sequence[Sequence[int]], new: Sequence[int]
) -> None:
    people = reports_for("signal", 5, symptom="login")
    stored = [counting.store([people[i] for i in batch]) for batch in batches]
    assert [one.new for one in stored] == list(new)
    assert [one.new + one.repeated for one in stored] == [len(batch) for batch in batches]
    assert total() == Report.objects.count() == sum(new)
    assert agrees()


@pytest.mark.usefixtures("words")
def test_the_first_delivery_stands_whatever_a_second_one_says() -> None:
    counting.store(reports_for("signal", 1))
    counting.store(reports_for("signal", 1, region="FR", at=later(9), symptom="login"))
    assert Report.objects.get().region.code == "DE-BE"
    assert MinuteCount.objects.get().minute == MINUTE
    assert not SymptomCount.objects.exists()


@pytest.mark.usefixtures("words")
def test_symptoms_are_counted_by_quarters_of_an_hour_and_only_where_a_voice_weighs() -> None:
    said = [a_report(symptom="login", at=later(minute)) for minute in (0, 14, 15, 29, 30)]
    others = [
        a_report(symptom="login", weight=0, discard="honeypot"),
        a_report(symptom="login", kind="works"),
    ]
    counting.store([*said, *others, a_report()])
    rows = SymptomCount.objects.order_by("minute").values_list("minute", "reports")
    assert list(rows) == [(MINUTE, 2), (MINUTE + 15, 2), (MINUTE + 30, 1)]
    assert agrees()


@pytest.mark.usefixtures("words")
def test_a_report_that_cannot_be_stored_leaves_no_row_and_no_count_of_its_batch() -> None:
    for bad in ({"region": "XX"}, {"symptom": "itchy"}, {"implicated": "nobody"}):
        with pytest.raises(counting.Unstorable):
            counting.store([*reports_for("signal", 3), a_report(at=NOON, **bad)])
    assert not Report.objects.exists()
    assert not MinuteCount.objects.exists()


@pytest.mark.usefixtures("words")
def test_reports_and_counts_take_a_few_statements_however_many_they_are(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    counting.store(reports_for("signal", 1))
    with django_assert_max_num_queries(6):
        counting.store(reports_for("signal", 2000, symptom="login"))


@pytest.mark.postgres
@pytest.mark.usefixtures("words_for_all")
def test_two_workers_with_the_same_reports_at_once_double_none_and_wait_for_each_other() -> None:
    start = Barrier(2)

    def work(batches: Sequence[list[NewReport]]) -> int:
        try:
            new = 0
            for batch in batches:
                start.wait(timeout=30)
                new += counting.store(batch).new
            return new
        except OperationalError:
            start.abort()
            raise
        finally:
            connection.close()

    batches = [reports_for("signal", PEOPLE, at=later(10 * i)) for i in range(MEETINGS)]
    # The other has the second half and more, and everything in the opposite order.
    others = [
        reports_for("signal", PEOPLE, at=later(10 * i), first=PEOPLE // 2)[::-1]
        for i in range(MEETINGS)
    ]
    with ThreadPoolExecutor(2) as pool:
        workers = [pool.submit(work, one) for one in (batches, others)]
    assert [worker.exception() for worker in workers] == [None, None]
    new = sum(worker.result() for worker in workers)
    assert new == Report.objects.count() == total() == MEETINGS * PEOPLE * 3 // 2
    assert agrees()


@pytest.mark.postgres
@pytest.mark.usefixtures("words_for_all")
def test_rows_and_counts_agree_at_any_instant_while_reports_are_stored() -> None:
    looked = Event()

    def work() -> int:
        try:
            n = 0
            while not looked.is_set():
                counting.store(reports_for("signal", 20, at=later(10 * n), symptom="login"))
                n += 1
            return n
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        stored = pool.submit(work)
        try:
            found = [list(recounting.differences(since=0)) for _ in range(LOOKS)]
        finally:
            looked.set()
    assert stored.result() > 1
    assert found == [[]] * LOOKS
