"""Suggestions of services that are missing: what is taken, what is known, and how it ends."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from reports import catalogue, retention, suggesting
from reports.models import Category, Origin, Service, Suggester, Suggestion
from reports.suggesting import Impossible, Outcome, Refused, Wish
from tests.builders import NOON, a_service

pytestmark = pytest.mark.django_db
WHO, OTHER = UUID(int=7), UUID(int=8)
CLUB = Wish(name="Chess Club", homepage="https://chess.example.org/")
BANK = Wish(name="Sparbank", homepage="https://sparbank.example/")


def suggest(wish: Wish = CLUB, *, who: UUID = WHO, days: int = 0) -> Outcome:
    return suggesting.suggest(wish, who=who, now=NOON + timedelta(days=days))


@pytest.mark.parametrize(
    ("typed", "homepage"),
    [
        ("Example.org", "https://example.org/"),
        (" http://www.example.org/app#top ", "http://www.example.org/app"),
        ("bücher.example", "https://xn--bcher-kva.example/"),
    ],
)
def test_what_people_type_for_a_homepage_becomes_an_address(typed: str, homepage: str) -> None:
    assert suggesting.read(name="A", homepage=typed).homepage == homepage


@pytest.mark.parametrize(
    "typed",
    [
        *("", "example", "http://", "ftp://example.org", "javascript:alert(1)", "https://a b.org"),
        *("127.0.0.1", "http://10.1", "http://[::1]/", "localhost", "router.local", "-a.org"),
        *("https://me:secret@example.org", "http://example.org:port", "e..org", "x" * 64 + ".org"),
        "example.org/" + "a" * 200,
    ],
)
def test_what_is_no_site_that_everybody_can_open_is_refused_at_its_field(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        suggesting.read(name="A", homepage=typed)
    assert list(refused.value.errors) == ["homepage"]


@pytest.mark.parametrize("name", ["", " \u202e ", "—", "x" * 81])
def test_a_name_that_is_none_is_refused_at_its_field(name: str) -> None:
    with pytest.raises(Refused) as refused:
        suggesting.read(name=name, homepage="example.org")
    assert list(refused.value.errors) == ["name"]


def test_a_name_is_kept_without_what_turns_the_text_around_it() -> None:
    assert suggesting.read(name="Ba\u202e\0nk  of\nit", homepage="a.org").name == "Bank of it"


def test_one_person_has_one_suggestion_a_day() -> None:
    assert suggest(CLUB) is Outcome.TAKEN
    assert suggest(BANK) is Outcome.LIMITED
    assert suggest(BANK, who=OTHER) is Outcome.TAKEN
    assert suggest(BANK, days=1) is Outcome.TAKEN
    assert {row.name: row.people for row in Suggestion.objects.all()} == {
        "Chess Club": 1,
        "Sparbank": 2,
    }


def test_who_is_told_no_leaves_nothing_behind() -> None:
    suggest(CLUB)
    suggest(BANK)
    assert not Suggestion.objects.filter(name="Sparbank").exists()


def test_a_second_press_is_the_same_suggestion() -> None:
    suggest(CLUB)
    assert suggest(CLUB) is Outcome.AGAIN
    assert Suggestion.objects.get().people == 1


def test_two_spellings_of_a_homepage_are_one_suggestion_and_the_most_wanted_comes_first() -> None:
    suggest(BANK)
    for person in range(20, 23):
        suggest(Wish(name="chess", homepage="http://www.chess.example.org"), who=UUID(int=person))
    assert [(row.name, row.people) for row in Suggestion.objects.all()] == [
        ("chess", 3),
        ("Sparbank", 1),
    ]


def test_the_database_holds_the_rule_by_itself() -> None:
    suggest()
    row = Suggestion.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Suggester.objects.create(day=NOON.date(), reporter=WHO, suggestion=row)
    row.state = Suggestion.State.ACCEPTED
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_full_queue_takes_no_new_ones_and_still_counts_those_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    suggest(CLUB)
    monkeypatch.setattr(suggesting, "MOST_WAITING", 1)
    assert suggest(BANK, who=OTHER) is Outcome.FULL
    assert suggest(CLUB, who=OTHER) is Outcome.TAKEN


def test_who_suggested_is_forgotten_when_the_day_is_over() -> None:
    suggest()
    end = NOON.replace(hour=23, minute=59)
    assert retention.forget(now=end).suggesters == 0
    assert retention.forget(now=end + timedelta(minutes=1)).suggesters == 1
    assert Suggestion.objects.get().people == 1


@pytest.mark.parametrize(
    ("name", "homepage"),
    [
        ("signal", "https://other.example/"),
        ("SIGNAL messenger", "https://other.example/"),
        ("Sígnal", "https://other.example/"),
        ("Something", "https://www.signal.example/app/"),
    ],
)
def test_a_service_that_is_there_is_known_by_name_word_and_address(
    name: str, homepage: str
) -> None:
    fields = {"aliases": ["signal-messenger"], "homepage": "https://signal.example/app"}
    service = a_service("signal", **fields)
    assert suggesting.known(Wish(name=name, homepage=homepage)).same == service


def test_another_service_of_the_same_site_is_not_the_same() -> None:
    docs = a_service("docs", homepage="https://www.big.example/docs")
    found = suggesting.known(Wish(name="Flights", homepage="https://big.example/flights"))
    assert (found.same, found.of_its_site) == (None, (docs,))
    assert suggesting.known(BANK) == suggesting.Known(same=None)


def test_an_accepted_suggestion_is_a_service_that_loading_the_file_leaves_alone() -> None:
    catalogue.load()
    suggest()
    service = suggesting.accept(Suggestion.objects.get())
    catalogue.load()
    service.refresh_from_db()
    assert (service.slug, service.origin, service.active) == ("chess-club", Origin.ADMIN, True)
    assert (service.category.slug, service.homepage) == ("other", CLUB.homepage)
    assert Suggestion.objects.get().service == service
    with pytest.raises(Impossible, match="accepted before"):
        suggesting.accept(Suggestion.objects.get())


@pytest.mark.parametrize(
    ("name", "slug"), [("Čedok", "cedok"), ("微信", "chess-example-org"), ("Signal", "signal-2")]
)
def test_a_slug_is_found_for_every_name(name: str, slug: str) -> None:
    kind = a_service("signal", active=False).category
    suggest(Wish(name=name, homepage=CLUB.homepage))
    Suggestion.objects.update(category=kind)
    service = suggesting.accept(Suggestion.objects.get())
    assert (service.slug, service.category) == (slug, kind)


def test_what_was_added_meanwhile_is_not_added_twice() -> None:
    suggest()
    a_service("club", name="Chess  club")
    with pytest.raises(Impossible, match="already"):
        suggesting.accept(Suggestion.objects.get())
    assert Service.objects.count() == 1
    assert Category.objects.count() == 1


def test_what_was_declined_stays_so_when_it_is_asked_for_again() -> None:
    suggest()
    assert suggesting.decline(Suggestion.objects.all()) == 1
    assert suggest(who=OTHER) is Outcome.TAKEN
    row = Suggestion.objects.get()
    assert (row.state, row.people) == (Suggestion.State.DECLINED, 2)
    assert suggesting.accept(row).pk
