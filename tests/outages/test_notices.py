"""What operators say: what is taken, what is refused and why, what an incident's timeline tells."""

import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from outages import notices
from outages.models import Incident, Notice, Reply
from outages.notices import Refused, Said
from reports.models import Service
from tests.outages import crowd

pytestmark = pytest.mark.django_db
NOW = crowd.NOW
HOUR = timedelta(hours=1)


@pytest.fixture
def whatsapp() -> Service:
    crowd.the_places()
    return crowd.a_service()


def said(**more: Any) -> Said:
    return Said(**{"kind": "status", "text": "We are looking into it.", "at": NOW, **more})


def told(incident: Incident) -> list[str]:
    return list(incident.timeline.filter(kind="notice").values_list("text", flat=True))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "rumour"}, "kind"),
        ({"text": " \n"}, "text"),
        ({"text": "x" * 4001}, "text"),
        ({"cause": "gremlins"}, "cause"),
        ({"cause": "unknown"}, "cause"),
        ({"at": NOW + timedelta(minutes=6)}, "at"),
        ({"starts": NOW, "ends": NOW - HOUR}, "ends"),
        ({"ends": NOW - HOUR}, "ends"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "https://"}, "url"),
        ({"url": "https://[/"}, "url"),
        ({"url": "https://example.com/" + "x" * 200}, "url"),
        ({"ref": "x" * 121}, "ref"),
        ({"version": "x" * 41}, "version"),
    ],
)
def test_what_is_wrong_is_named(whatsapp: Service, wrong: Mapping[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        notices.take(whatsapp, said(**wrong), now=NOW)
    assert set(refused.value.errors) == {field}
    assert not Notice.objects.exists()


def test_all_that_is_wrong_is_named_at_once(whatsapp: Service) -> None:
    with pytest.raises(Refused) as refused:
        notices.check(said(kind="x", text="", cause="y"), now=NOW)
    assert set(refused.value.errors) == {"kind", "text", "cause"}


def test_the_longest_text_and_a_clock_a_little_ahead_are_taken(whatsapp: Service) -> None:
    at = NOW + timedelta(minutes=5)
    assert notices.take(whatsapp, said(text="x" * 4000, at=at), now=NOW)[1]


def test_the_same_ref_again_mends_the_text_and_keeps_the_first_time(whatsapp: Service) -> None:
    first, new = notices.take(whatsapp, said(ref="a1"), now=NOW)
    assert (new, first.updated_at) == (True, None)
    more = said(ref="a1", text="A cable was cut.", at=NOW + HOUR, cause="network_connectivity")
    again, new = notices.take(whatsapp, more, now=NOW + HOUR)
    assert (again.pk, new) == (first.pk, False)
    row = Notice.objects.get()
    assert (row.at, row.updated_at) == (NOW, NOW + HOUR)
    assert (row.text, row.cause) == ("A cable was cut.", "network_connectivity")


def test_the_same_words_again_are_no_news(whatsapp: Service) -> None:
    for minutes in (0, 5):
        notices.take(whatsapp, said(ref="a1"), now=NOW + timedelta(minutes=minutes))
    assert Notice.objects.get().updated_at is None


def test_a_ref_of_another_service_or_source_is_another_notice(whatsapp: Service) -> None:
    notices.take(whatsapp, said(ref="a1"), now=NOW)
    assert notices.take(crowd.a_service("signal"), said(ref="a1"), now=NOW)[1]
    assert notices.take(whatsapp, said(ref="a1"), now=NOW, source="press")[1]


def test_without_a_ref_kind_and_time_tell_notices_apart(whatsapp: Service) -> None:
    assert notices.take(whatsapp, said(), now=NOW)[1]
    assert notices.take(whatsapp, said(kind="release"), now=NOW)[1]
    row, new = notices.take(whatsapp, said(text="It is fixed."), now=NOW)
    assert (row.text, new) == ("It is fixed.", False)
    assert Notice.objects.count() == 2


@pytest.mark.parametrize(
    "twice", [{"ref": "a1", "at": NOW + HOUR}, {"ref": "", "at": NOW}], ids=["by ref", "by time"]
)
def test_the_database_holds_a_notice_once(whatsapp: Service, twice: Mapping[str, Any]) -> None:
    row = {"service": whatsapp, "kind": "status", "text": "x"}
    Notice.objects.create(**row, ref=twice["ref"], at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(**row, **twice)


def test_posts_of_the_same_second_with_refs_are_two(whatsapp: Service) -> None:
    taken = notices.take_all(whatsapp, [said(ref="a"), said(ref="b")], now=NOW)
    assert [new for _, new in taken] == [True, True]
    assert len({row.pk for row, _ in taken}) == 2


def test_many_posts_cost_no_more_queries_than_one(whatsapp: Service) -> None:
    crowd.an_incident(whatsapp)

    def cost(posts: list[Said]) -> int:
        with CaptureQueriesContext(connection) as queries:
            notices.take_all(whatsapp, posts, now=NOW)
        return len(queries)

    assert cost([said(ref=str(n)) for n in range(40)]) == cost([said(ref="one")])
    changed = [said(ref=str(n), text=f"Number {n}") for n in range(40)]
    assert cost(changed) == cost([said(ref="one", text="Number one")])
    mended = Notice.objects.exclude(ref="one").values_list("text", flat=True)
    assert set(mended) == {f"Number {n}" for n in range(40)}


def test_an_ongoing_incident_tells_of_it_once(whatsapp: Service) -> None:
    incident = crowd.an_incident(whatsapp)
    notices.take(whatsapp, said(ref="a1"), now=NOW)
    notices.take(whatsapp, said(ref="a1", text="It is fixed."), now=NOW + HOUR)
    assert told(incident) == ["Its operator says: “We are looking into it.”"]
    assert incident.timeline.get(kind="notice").at == NOW


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        ({"kind": "release"}, "Its operator released a new version: “We are looking into it.”"),
        (
            {"kind": "maintenance", "starts": NOW - HOUR, "ends": NOW + HOUR},
            "Its operator had announced maintenance: “We are looking into it.”",
        ),
        ({"text": "a  b\n\nc"}, "Its operator says: “a b c”"),
    ],
)
def test_each_kind_has_its_words(whatsapp: Service, notice: Mapping[str, Any], words: str) -> None:
    incident = crowd.an_incident(whatsapp)
    notices.take(whatsapp, said(**notice), now=NOW)
    assert told(incident) == [words]


def test_others_are_not_called_its_operator(whatsapp: Service) -> None:
    incident = crowd.an_incident(whatsapp)
    notices.take(whatsapp, said(), now=NOW, source="The Daily")
    assert told(incident) == ["The Daily says: “We are looking into it.”"]


def test_a_long_text_fits_a_line_of_the_timeline(whatsapp: Service) -> None:
    incident = crowd.an_incident(whatsapp)
    notices.take(whatsapp, said(text="word " * 700), now=NOW, source="s" * 40)
    (line,) = told(incident)
    assert len(line) <= 400
    assert line.endswith("…”")


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"at": NOW - timedelta(hours=5)},
        {"kind": "maintenance", "starts": NOW + HOUR, "ends": NOW + 2 * HOUR},
        {"kind": "maintenance", "at": NOW - 9 * HOUR, "starts": NOW - 9 * HOUR, "ends": NOW - HOUR},
    ],
    ids=["long before", "still to come", "was over before"],
)
def test_what_is_about_another_time_is_not_told(
    whatsapp: Service, elsewhere: Mapping[str, Any]
) -> None:
    incident = crowd.an_incident(whatsapp)
    notices.take(whatsapp, said(**elsewhere), now=NOW)
    assert told(incident) == []
    assert Notice.objects.exists()


def test_an_incident_that_is_over_or_of_another_service_is_left_alone(whatsapp: Service) -> None:
    over = crowd.an_incident(whatsapp, minutes_ago=60, lasted=30)
    other = crowd.an_incident(crowd.a_service("signal"))
    notices.take(whatsapp, said(), now=NOW)
    assert (told(over), told(other)) == ([], [])


def test_a_service_that_is_not_there_or_retired_is_unknown(whatsapp: Service) -> None:
    Service.objects.update(active=False)
    for slug in ("whatsapp", "teapot"):
        with pytest.raises(notices.UnknownService, match=slug):
            notices.service_of(slug)


def reply(service: Service, **more: Any) -> tuple[Reply, bool]:
    given = {"text": "No.", "by_name": "Meta", "source": "key", "now": NOW, **more}
    return notices.take_reply(service, **given)


def test_a_reply_sent_twice_is_one(whatsapp: Service) -> None:
    incident = crowd.an_incident(whatsapp)
    first, new = reply(whatsapp, incident=incident.pk)
    again, is_new = reply(whatsapp, incident=incident.pk, now=NOW + HOUR)
    assert (first.pk, new, is_new) == (again.pk, True, False)
    assert reply(whatsapp, incident=incident.pk, text="Yes.")[1]
    assert reply(whatsapp)[1]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "x" * 2001}, "text"),
        ({"url": "ftp://example.com"}, "url"),
        ({"incident": 10**6}, "incident"),
    ],
)
def test_what_is_wrong_with_a_reply_is_named(
    whatsapp: Service, wrong: Mapping[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        reply(whatsapp, **wrong)
    assert set(refused.value.errors) == {field}


def test_an_incident_of_another_service_is_not_theirs_to_reply_to(whatsapp: Service) -> None:
    incident = crowd.an_incident(crowd.a_service("signal"))
    with pytest.raises(Refused, match="no such incident"):
        reply(whatsapp, incident=incident.pk)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_same_sent_twice_at_once_is_one() -> None:
    crowd.the_places()
    whatsapp = crowd.a_service()
    meeting = threading.Barrier(4, timeout=10)

    def send(n: int) -> tuple[bool, bool]:
        try:
            meeting.wait()
            notice = notices.take(whatsapp, said(ref="a", text=f"Number {n % 2}"), now=NOW)
            return notice[1], reply(whatsapp)[1]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        new = list(pool.map(send, range(4)))
    assert [sum(each) for each in zip(*new, strict=True)] == [1, 1]
    assert (Notice.objects.count(), Reply.objects.count()) == (1, 1)
