"""The admin of what people tell us: own services beside the file's, suggestions, dead letters."""

from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from reports import catalogue
from reports.draining import drain
from reports.inbox import STREAM, Inbox
from reports.models import Category, Dependency, Origin, Report, Service, Suggestion
from tests.builders import NOON, a_report, a_service, a_symptom, some_regions

SERVICES = reverse("admin:reports_service_changelist")
QUEUE = reverse("admin:reports_suggestion_changelist")
WHO = UUID(int=0xABCDEF0123456789)
LETTERS = reverse("admin:reports_deadletters_changelist")
NO_ROWS = {
    f"{name}-{form}_FORMS": "0"
    for name in ("dependence_set", "networks")
    for form in ("TOTAL", "INITIAL")
}


@pytest.fixture
def staff(client: Client, db: None) -> Client:
    """Somebody who may do everything."""
    client.force_login(User.objects.create_superuser("root"))
    return client


def filled(service: Service | None = None, **fields: Any) -> dict[str, Any]:
    """The form of a service, as the page sends it."""
    said: dict[str, Any] = {name: "[]" for name in ("aliases", "countries")} | NO_ROWS
    if service is not None:
        said |= {
            "slug": service.slug,
            "name": service.name,
            "category": service.category_id,
            "homepage": service.homepage,
            "active": "on",
        }
    return said | fields


def test_a_service_that_an_operator_adds_has_a_page_and_a_form_at_once(
    staff: Client,
    catalogue: None,
    inbox: Inbox,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    assert staff.get("/s/chess-club/report/").status_code == 404
    kind = Category.objects.get(slug="gaming")
    said: dict[str, Any] = {
        "slug": "chess-club",
        "name": "Chess Club",
        "category": kind.pk,
        "active": "on",
    }
    with django_capture_on_commit_callbacks(execute=True):
        answer = staff.post(reverse("admin:reports_service_add"), filled(**said, homepage="a.org"))
    assert answer.status_code == 302, answer.context["errors"]
    service = Service.objects.get(slug="chess-club")
    assert (service.origin, service.homepage) == (Origin.ADMIN, "https://a.org")
    for path in ("/s/chess-club/", "/s/chess-club/report/", "/api/v1/services/chess-club"):
        assert staff.get(path).status_code == 200
    assert "Chess Club" in staff.get("/?q=chess").content.decode()
    assert staff.get("/suggestions/?q=chess+club").json()["results"][0]["url"] == "/s/chess-club/"
    assert staff.post("/s/chess-club/report/", {"kind": "report"}).status_code == 303
    assert inbox.waiting() == 1


def test_what_an_operator_changes_is_left_alone_by_the_file_until_it_is_given_back(
    staff: Client, catalogue: None
) -> None:
    service = Service.objects.get(slug="signal")
    url = reverse("admin:reports_service_change", args=[service.pk])
    same = {"aliases": '["signal messenger"]', "operator": str(service.operator_id)}
    same |= {"observable": "on", "status_page": service.status_page}
    # What the page sends along for fields whose value is a list.
    same |= {"initial-aliases": same["aliases"], "initial-countries": "[]"}
    assert staff.post(url, filled(service, **same)).status_code == 302
    service.refresh_from_db()
    assert service.origin == Origin.FILE, "nothing was changed"
    staff.post(url, filled(service, **{**same, "name": "Signal!"}))
    load_the_file()
    service.refresh_from_db()
    assert (service.name, service.origin) == ("Signal!", Origin.ADMIN)
    staff.post(SERVICES, {"action": "give_back", "_selected_action": service.pk})
    load_the_file()
    service.refresh_from_db()
    assert (service.name, service.origin, service.active) == ("Signal", Origin.FILE, True)


def load_the_file() -> None:
    catalogue.load()


def test_a_service_that_the_file_lacks_cannot_be_given_to_it(
    staff: Client, catalogue: None
) -> None:
    own = a_service("own-one")
    answer = staff.post(SERVICES, {"action": "give_back", "_selected_action": own.pk}, follow=True)
    assert "has no “own-one”" in answer.content.decode()
    load_the_file()
    own.refresh_from_db()
    assert (own.origin, own.active) == (Origin.ADMIN, True)


@pytest.mark.parametrize("model", ["service", "dependency"])
def test_nothing_that_reports_point_at_can_be_deleted(staff: Client, model: str) -> None:
    row: Any = a_service()
    if model == "dependency":
        row = Dependency.objects.create(slug="x", name="X", kind=Dependency.Kind.CDN)
    url = reverse(f"admin:reports_{model}_delete", args=[row.pk])
    assert staff.post(url, {"post": "yes"}).status_code == 403


def a_suggestion(name: str = "Chess Club", **fields: Any) -> Suggestion:
    site = f"{name.split(maxsplit=1)[0].lower()}.example.org"
    return Suggestion.objects.create(
        name=name,
        homepage=f"https://{site}/",
        address=site,
        people=1,
        first_at=NOON,
        last_at=NOON,
        **fields,
    )


def act(staff: Client, action: str, *rows: Suggestion) -> str:
    chosen = {"action": action, "_selected_action": [row.pk for row in rows]}
    return staff.post(QUEUE, chosen, follow=True).content.decode()


def test_the_queue_shows_what_waits_and_everything_when_asked(staff: Client) -> None:
    a_suggestion()
    a_suggestion("Declined One", state="declined")
    waiting, every = staff.get(QUEUE).content.decode(), staff.get(f"{QUEUE}?state=all")
    assert "chess.example.org" in waiting
    assert "Declined One" not in waiting
    assert "Declined One" in every.content.decode()


def test_an_accepted_suggestion_becomes_a_service_and_says_where(staff: Client) -> None:
    some_regions()
    one, two = a_suggestion(), a_suggestion("Bank")
    page = act(staff, "accept", one, two)
    assert 'href="/s/chess-club/"' in page
    assert set(Service.objects.values_list("slug", "origin")) == {
        ("chess-club", Origin.ADMIN),
        ("bank", Origin.ADMIN),
    }
    assert staff.get("/s/chess-club/").status_code == 200


def test_what_cannot_be_accepted_says_why_and_the_others_are(staff: Client) -> None:
    a_service("chess-club")
    page = act(staff, "accept", a_suggestion(), a_suggestion("Bank"))
    assert "The catalogue has “chess-club” already." in page
    assert Service.objects.filter(slug="bank").exists()


def test_declined_ones_leave_the_queue(staff: Client) -> None:
    page = act(staff, "decline", a_suggestion())
    assert "1 was declined." in page
    assert Suggestion.objects.get().state == Suggestion.State.DECLINED


def test_who_may_add_no_service_accepts_none(client: Client, db: None) -> None:
    helper = User.objects.create_user("helper", is_staff=True)
    codes = ("view_suggestion", "change_suggestion")
    helper.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client.force_login(helper)
    row = a_suggestion()
    act(client, "accept", row)
    assert not Service.objects.exists()
    act(client, "decline", row)
    assert Suggestion.objects.get().state == Suggestion.State.DECLINED


@pytest.fixture
def dead(db: None, inbox: Inbox) -> Inbox:
    """An inbox with a report about a service that is missing, and one that nobody can read."""
    some_regions()
    a_symptom()
    inbox.client.xadd(
        STREAM, {"r": inbox._encode(a_report(service="signal", reporter=WHO)), "f": "0"}
    )
    inbox.client.xadd(STREAM, {"r": b"\xff\x00", "f": "1"})
    assert drain(inbox, consumer="test").dead == 2
    return inbox


def test_dead_letters_are_listed_with_their_reason_and_no_token(staff: Client, dead: Inbox) -> None:
    page = staff.get(LETTERS).content.decode()
    assert "signal" in page
    assert "cannot be read" in page
    assert str(WHO) not in page
    assert WHO.hex not in page


def test_chosen_dead_letters_are_put_back_and_stored(staff: Client, dead: Inbox) -> None:
    a_service("signal")
    unreadable, of_signal = (one.entry.id.decode() for one in dead.dead_letters(count=9))
    answer = staff.post(LETTERS, {"action": "replay", "letter": of_signal}, follow=True)
    assert "1 was put back." in answer.content.decode()
    assert drain(dead, consumer="test").new == 1
    assert Report.objects.get().service.slug == "signal"
    staff.post(LETTERS, {"action": "delete", "letter": unreadable})
    assert "There is none" in staff.get(LETTERS).content.decode()


def test_all_dead_letters_are_put_back_at_once(staff: Client, dead: Inbox) -> None:
    staff.post(LETTERS, {"action": "delete"})
    assert dead.dead() == 2, "nothing was chosen"
    answer = staff.post(LETTERS, {"action": "replay-all"}, follow=True)
    assert "2 were put back." in answer.content.decode()
    assert (dead.dead(), dead.waiting()) == (0, 2)


def test_who_may_only_look_settles_no_dead_letter(client: Client, dead: Inbox) -> None:
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_deadletters"))
    client.force_login(reader)
    page = client.get(LETTERS).content.decode()
    assert "cannot be read" in page
    assert 'name="action"' not in page
    letter = dead.dead_letters(count=1)[0].entry.id.decode()
    answer = client.post(LETTERS, {"action": "delete", "letter": letter})
    assert (answer.status_code, dead.dead()) == (403, 2)


def test_without_an_inbox_the_page_says_so(
    staff: Client, settings: Settings, both_away: None
) -> None:
    answer = staff.get(LETTERS)
    assert answer.status_code == 503
    assert "inbox does not answer" in answer.content.decode()
