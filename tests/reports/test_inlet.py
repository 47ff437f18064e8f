"""The way in: together into the inbox; where that is away into the database, with the same keys."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import OperationalError
from django.db.models import Sum
from pytest_django import Settings

from reports import fallback, inlet, intake
from reports.caps import Caps
from reports.draining import drain
from reports.inbox import STREAM, Inbox, connect
from reports.inlet import DatabaseHand, Inlet, Unavailable
from reports.intake import Claim
from reports.messages import Answer, Arrival, Outcome
from reports.models import MinuteCount, Report, Tally
from reports.recalling import recall
from tests.builders import SIGNAL, a_service, a_source, a_symptom, an_arrival, later, some_regions

AWAY = "unix:///nowhere/valkey.sock"
PEOPLE = 60


@pytest.fixture(autouse=True)
def words(transactional_db: None) -> None:
    """Words that other connections see too."""
    some_regions()
    a_service("signal")
    a_service("threema")
    a_symptom()


def an_inlet(inbox: Inbox | None = None) -> Inlet:
    """An inlet to an inbox, or to one that is away; the database stands in this thread."""
    caps = Caps()
    return Inlet(
        inbox or Inbox(connect(AWAY, 0.1)),
        into_database=lambda arrivals, patience: fallback.append(arrivals, caps=caps),
    )


def outcomes(way: Inlet, *arrivals: Arrival) -> list[Outcome]:
    return [answer.outcome for answer in way.append(arrivals)]


def first_reporters() -> int:
    return MinuteCount.objects.aggregate(n=Sum("first_reporters"))["n"] or 0


def test_requests_that_come_together_go_in_together_and_each_gets_its_own_answer(
    inbox: Inbox,
) -> None:
    way = an_inlet(inbox)
    people = [an_arrival(f"10.0.{i}.1") for i in range(PEOPLE)]
    start = Barrier(PEOPLE)
    inbox.client.config_resetstat()

    def post(arrival: Arrival) -> Answer:
        start.wait(timeout=30)
        return way.append([arrival])[0]

    with ThreadPoolExecutor(PEOPLE) as doors:
        answers = list(doors.map(post, people))
    assert [answer.key for answer in answers] == [arrival.report.key for arrival in people]
    assert {answer.outcome for answer in answers} == {Outcome.ACCEPTED}
    assert inbox.waiting() == PEOPLE
    assert inbox.client.info("commandstats")["cmdstat_time"]["calls"] < PEOPLE


def test_with_the_inbox_away_reports_are_stored_and_counted_at_once() -> None:
    way = an_inlet()
    assert outcomes(way, an_arrival(), an_arrival("10.1.1.1")) == [Outcome.ACCEPTED] * 2
    assert outcomes(way, an_arrival()) == [Outcome.DUPLICATE]
    assert Report.objects.count() == first_reporters() == 2
    tally = dict(Tally.objects.values_list("name", "n"))
    assert (tally["stored"], tally["accepted_by_database"]) == (2, 2)


def test_what_came_both_ways_is_counted_once(inbox: Inbox) -> None:
    outcomes(an_inlet(inbox), an_arrival())
    assert outcomes(an_inlet(), an_arrival()) == [Outcome.ACCEPTED]
    drained = drain(inbox, consumer="test")
    assert (drained.new, drained.repeated) == (0, 1)
    assert Report.objects.count() == 1


def test_the_same_id_counts_once_over_a_window_edge_whichever_way_it_comes(inbox: Inbox) -> None:
    id_ = uuid4()
    first = an_inlet(inbox).append([an_arrival(client_id=id_)])[0]
    drain(inbox, consumer="test")
    again = an_inlet().append([an_arrival(at=later(20), client_id=id_)])[0]
    assert (again.outcome, again.key) == (Outcome.DUPLICATE, first.key)
    inbox.client.flushall()
    an_inlet(inbox).append([an_arrival(at=later(40), client_id=id_)])
    assert drain(inbox, consumer="test").repeated == 1
    assert Report.objects.count() == 1


def test_the_same_id_with_other_words_is_a_conflict_in_the_database_too() -> None:
    id_ = uuid4()
    other = Claim(service="signal", symptom="login", region="FR")
    way = an_inlet()
    assert outcomes(way, an_arrival(client_id=id_)) == [Outcome.ACCEPTED]
    assert outcomes(way, an_arrival(client_id=id_, claim=other)) == [Outcome.CONFLICT]


def test_a_person_is_a_first_voice_once_in_24_hours_over_midnight_in_the_database_too() -> None:
    way = an_inlet()
    evening = datetime(2026, 2, 3, 22, 30, tzinfo=UTC)
    for minutes in range(0, 24 * 60 + 20, 20):
        way.append([an_arrival(at=later(minutes, than=evening))])
    assert Report.objects.count() == 73
    # The first one, and the one after 24 hours.
    assert first_reporters() == 2


def test_limits_hold_in_the_database_too(settings: Settings) -> None:
    settings.QUOTA_SERVICES, settings.PREFIX_VOTES = 1, 2
    way = an_inlet()
    claims = [SIGNAL, Claim(service="threema")]
    assert outcomes(way, *(an_arrival(claim=claim) for claim in claims)) == [
        Outcome.ACCEPTED,
        Outcome.LIMITED,
    ]
    outcomes(way, *(an_arrival(f"198.18.0.{host}") for host in range(2, 6)))
    discards = Report.objects.order_by("weight").values_list("weight", "discard")
    assert list(discards) == [(0, "prefix_cap")] * 3 + [(1, "")] * 2


def test_an_inbox_that_is_back_hears_who_has_voted_and_is_told_no_first_voice_twice(
    inbox: Inbox,
) -> None:
    recall(inbox, now=later(0))
    id_ = uuid4()
    first = an_inlet().append([an_arrival(client_id=id_), an_arrival("10.1.1.1")])
    assert recall(inbox, now=later(1)) == 2
    assert recall(inbox, now=later(1)) == 0
    way = an_inlet(inbox)
    assert outcomes(way, an_arrival("10.1.1.1", at=later(2))) == [Outcome.DUPLICATE]
    again = way.append([an_arrival(at=later(30), client_id=id_)])[0]
    assert (again.outcome, again.key) == (Outcome.DUPLICATE, first[0].key)
    assert outcomes(way, an_arrival(at=later(30))) == [Outcome.ACCEPTED]
    drain(inbox, consumer="test")
    assert (Report.objects.count(), first_reporters()) == (3, 2)


def test_a_new_inbox_is_told_the_last_24_hours(inbox: Inbox) -> None:
    way = an_inlet(inbox)
    outcomes(way, an_arrival(), an_arrival("10.1.1.1"))
    drain(inbox, consumer="test")
    inbox.client.flushall()
    assert recall(inbox, now=later(60)) == 2
    outcomes(way, an_arrival(at=later(61)))
    drain(inbox, consumer="test")
    assert (Report.objects.count(), first_reporters()) == (3, 2)


def test_an_inbox_that_would_forget_is_not_used(inbox: Inbox) -> None:
    inbox.client.config_set("maxmemory-policy", "allkeys-lru")
    try:
        way = an_inlet(inbox)
        assert outcomes(way, an_arrival()) == [Outcome.ACCEPTED]
    finally:
        inbox.client.config_set("maxmemory-policy", "noeviction")
    assert way.unfit == ["maxmemory-policy is allkeys-lru, not noeviction"]
    assert inbox.client.xlen(STREAM) == 0
    assert Report.objects.count() == 1


def test_an_inbox_that_reads_its_file_is_away_and_not_unfit(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real Valkey that loads is too quick to be met at it: this is what it says then."""
    says = inbox.info()
    monkeypatch.setattr(inbox, "info", lambda: {**says, "loading": 1, "aof_enabled": 0})
    way = an_inlet(inbox)
    assert outcomes(way, an_arrival()) == [Outcome.ACCEPTED]
    assert way.unfit == []
    assert Report.objects.count() == 1


def test_an_inbox_without_memory_sends_reports_to_the_database(inbox: Inbox) -> None:
    way = an_inlet(inbox)
    outcomes(way, an_arrival("10.1.1.1"))
    inbox.client.config_set("maxmemory", 1)
    try:
        assert outcomes(way, an_arrival()) == [Outcome.ACCEPTED]
    finally:
        inbox.client.config_set("maxmemory", 0)
    assert Report.objects.count() == 1


def test_past_the_longest_backlog_what_weighs_nothing_is_sent_away_first(
    inbox: Inbox, settings: Settings
) -> None:
    settings.INBOX_LONGEST = 4
    way = an_inlet(inbox)
    people = [an_arrival(f"10.0.{i}.1") for i in range(7)]
    outcomes(way, *people[:4])
    source = intake.Source(discard="honeypot")
    light = intake.arrival(SIGNAL, source, now=later(0))
    assert outcomes(way, light, people[4], people[5]) == [
        Outcome.FULL,
        Outcome.ACCEPTED,
        Outcome.FULL,
    ]


def test_what_weighs_nothing_takes_nobodys_vote_and_is_one_a_window_itself(inbox: Inbox) -> None:
    way = an_inlet(inbox)
    foreign = intake.arrival(SIGNAL, replace(a_source(), discard="cross_site"), now=later(0))
    assert outcomes(way, foreign, foreign, an_arrival()) == [
        Outcome.ACCEPTED,
        Outcome.DUPLICATE,
        Outcome.ACCEPTED,
    ]
    drain(inbox, consumer="test")
    count = MinuteCount.objects.get()
    assert (count.volume, count.reports, count.first_reporters) == (2, 1, 1)


def test_with_both_away_the_answer_is_no_and_the_breakers_let_nobody_wait() -> None:
    asked = []

    def away(arrivals: Sequence[Arrival], patience: float) -> list[Answer]:
        asked.append(len(arrivals))
        raise OperationalError("away")

    way = Inlet(Inbox(connect(AWAY, 0.1)), into_database=away)
    for _ in range(5):
        with pytest.raises(Unavailable):
            way.append([an_arrival()])
    assert asked == [1]


def test_a_database_that_hangs_holds_one_hand_and_nobody_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    goes_on = threading.Event()

    asked = []

    def hangs(arrivals: Sequence[Arrival], *, caps: Caps) -> list[Answer]:
        asked.append(len(arrivals))
        goes_on.wait(timeout=30)
        return []

    monkeypatch.setattr(fallback, "append", hangs)
    monkeypatch.setattr(inlet, "PATIENCE", 0.2)
    way = Inlet(Inbox(connect(AWAY, 0.1)), into_database=DatabaseHand())
    try:
        for _ in range(3):
            with pytest.raises(Unavailable):
                way.append([an_arrival()])
        assert asked == [1]
    finally:
        goes_on.set()


def test_the_hand_of_a_process_stores_for_all_its_threads() -> None:
    way = Inlet(Inbox(connect(AWAY, 0.1)), into_database=DatabaseHand())
    people = [an_arrival(f"10.0.{i}.1") for i in range(8)]
    with ThreadPoolExecutor(8) as doors:
        answers = list(doors.map(lambda one: way.append([one])[0], people))
    assert {answer.outcome for answer in answers} == {Outcome.ACCEPTED}
    assert Report.objects.count() == 8
