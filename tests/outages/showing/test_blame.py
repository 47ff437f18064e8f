"""Whom an implicated service's reports are about: what people answered, and what is hidden."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from outages import board
from outages.models import Implication, Incident
from outages.showing import blame
from reports.buckets import time_of
from reports.models import AnswerCount, Service
from tests.outages import crowd
from tests.outages.crowd import MINUTE, NOW


@pytest.fixture
def blamed(db: None, time_machine: time_machine.TimeMachineFixture) -> Implication:
    """Verizon, implicated by AT&T's incident for half an hour."""
    time_machine.move_to(NOW, tick=False)
    crowd.the_places()
    crowd.a_watch()
    att = crowd.a_service("att", category="mobile-provider", name="AT&T")
    verizon = crowd.a_service("verizon", category="mobile-provider")
    return crowd.an_implication(verizon, crowd.an_incident(att))


def answered(about: str, n: int, *, minute: int = MINUTE, people: int | None = None) -> None:
    AnswerCount.objects.create(
        service=Service.objects.get(slug="verizon"),
        about=Service.objects.get(slug=about),
        minute=minute,
        reports=n,
        first_reporters=n if people is None else people,
    )


def answers() -> dict[str, Any]:
    found: dict[str, Any] = board.service("verizon", now=NOW)["implicated_by"]["answers"]
    return {name: found[name] for name in ("answered", "implicated", "by_itself")}


def test_answers_are_counted_since_it_is_implicated_and_within_the_last_hour(
    blamed: Implication,
) -> None:
    answered("att", 20)
    answered("att", 10, minute=MINUTE - 29)
    answered("att", 100, minute=MINUTE - 31)
    answered("verizon", 7)
    assert answers() == {"answered": 37, "implicated": 30, "by_itself": 7}
    Implication.objects.update(since=time_of(MINUTE - 500))
    answered("verizon", 100, minute=MINUTE - 60)
    assert answers() == {"answered": 137, "implicated": 130, "by_itself": 7}


@pytest.mark.parametrize(
    ("meant", "itself", "told"),
    [
        (0, 0, (0, 0, 0)),
        (5, 0, (5, 5, 0)),
        (280, 4, (None, 280, None)),  # the sum would give the four away
        (4, 280, (None, None, 280)),
        (4, 4, (None, None, None)),
        (280, 32, (312, 280, 32)),
    ],
)
def test_answers_of_a_few_people_are_hidden(
    blamed: Implication, meant: int, itself: int, told: tuple[int | None, ...]
) -> None:
    for about, n in (("att", meant), ("verizon", itself)):
        if n:
            answered(about, n)
    assert tuple(answers().values()) == told


def test_many_answers_of_few_people_are_hidden(blamed: Implication) -> None:
    answered("att", 24, people=4)
    assert answers()["implicated"] is None


def test_who_means_a_third_service_is_in_neither_count(blamed: Implication) -> None:
    crowd.a_service("whatsapp")
    answered("whatsapp", 50)
    assert answers() == {"answered": 0, "implicated": 0, "by_itself": 0}


def test_an_incident_tells_who_was_named_along_with_it(
    blamed: Implication, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    verizon = blamed.service
    crowd.reports(verizon, {"US-NY": 2000, "US-CA": 104})
    crowd.reports(verizon, {"US-NY": 5000}, minute=MINUTE - 40)
    answered("att", 280)
    answered("verizon", 32)
    incident = Incident.objects.get()
    Incident.objects.update(updated_at=NOW)
    (other,) = board.evidence(incident.pk)["implicates"]
    assert (other["slug"], other["upheld"], other["reports"]) == ("verizon", True, 2104)
    assert other["answers"] == {"answered": 312, "implicated": 280, "by_itself": 32}
    page = client.get(f"/incidents/{incident.pk}/").content.decode()
    assert "2,104 reports named Verizon; of 312 who answered, 280 meant AT&amp;T." in page
    for n in range(3):
        crowd.an_implication(crowd.a_service(f"s{n}"), incident)
    rows = Implication.objects.filter(incident=incident).select_related(
        "service", "incident__service"
    )
    with django_assert_num_queries(3):
        assert len(blame.named_along(rows, minute=MINUTE)) == 4
    assert len(board.dossier(incident.pk, now=NOW)["named_along"]) == 4


def test_one_that_opened_by_itself_stays_in_the_record_and_is_no_longer_implicated(
    blamed: Implication,
) -> None:
    Implication.objects.update(overturned=True, until=NOW - timedelta(minutes=5))
    incident = Incident.objects.get()
    assert board.incident(incident.pk)["implicates"] == []
    (other,) = board.evidence(incident.pk)["implicates"]
    assert (other["upheld"], other["until"]) == (False, NOW - timedelta(minutes=5))


def test_what_the_rule_saw_is_told_without_its_small_cells(blamed: Implication) -> None:
    seen = {
        "minute": MINUTE,
        "strength": 71.4,
        "strong_strength": 1506.0,
        "minutes_later": 2,
        "no_connection": 19,
        "symptoms": 64,
        "no_connection_surely": 0.22,
    }
    Implication.objects.update(seen=seen)
    told = board.service("verizon", now=NOW)["implicated_by"]["seen"]
    assert (told["strength"], told["strong_strength"], told["share"]) == (71, 1506, 0.047)
    assert (told["no_connection"], told["symptoms"], told["minutes_later"]) == (19, 64, 2)
    for few in (3, 61):
        Implication.objects.update(seen=seen | {"no_connection": few})
        told = board.service("verizon", now=NOW)["implicated_by"]["seen"]
        assert told["no_connection"] is None


@pytest.mark.parametrize(
    ("meant", "itself", "says", "says_not"),
    [
        (40, 10, "Of 50 who answered in the last hour, 40 mean AT&amp;T", "fails by itself"),
        (10, 40, "Most who answered say that Verizon fails by itself.", "fewer than five"),
        (40, 2, "fewer than five people say that Verizon fails", "fails by itself"),
        (2, 40, "Most who answered say that Verizon fails by itself.", "Of 42"),
        (2, 2, "Why we do not think that Verizon is down", "What people answer"),
    ],
)
def test_the_page_says_what_people_answer_and_plainly_so_where_they_disagree(
    blamed: Implication, client: Client, meant: int, itself: int, says: str, says_not: str
) -> None:
    answered("att", meant)
    answered("verizon", itself)
    page = client.get("/s/verizon/").content.decode()
    assert says in page
    assert says_not not in page


def test_an_incident_that_was_withdrawn_names_the_one_that_it_was_about(
    blamed: Implication, client: Client
) -> None:
    folded = crowd.an_incident(
        blamed.service, ["US-NY"], state=Incident.State.RETRACTED, resolved_at=NOW
    )
    Implication.objects.update(folded=folded)
    body = client.get(f"/api/v1/incidents/{folded.pk}").json()
    assert body["folded_into"] == {"incident": blamed.incident_id, "slug": "att", "name": "AT&T"}
    page = client.get(f"/incidents/{folded.pk}/").content.decode()
    assert "probably for reports about AT&amp;T" in page
    assert f'href="/incidents/{blamed.incident_id}/">the outage of AT&amp;T</a>' in page
    other = client.get(f"/api/v1/incidents/{blamed.incident_id}").json()
    assert (other["folded_into"], other["beside"]) == (None, None)
