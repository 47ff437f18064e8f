"""Following status pages: real pages on loopback, well and badly behaved, side by side."""

import gzip
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from pytest_django import Settings

from outages import tasks
from outages.following import pulling
from outages.following.pulling import pull
from outages.following.statuspage import SUMMARY
from outages.models import Incident, Notice, StatusPage
from outages.outbound import Limits
from reports.models import Service
from tests.outages import crowd
from tests.outages.following import server
from tests.outages.following.pages import incident, maintenance, summary, update
from tests.outages.following.server import Act, Visit, running

# Rows are written by this thread alone; that others touch none is seen by their connections.
pytestmark = pytest.mark.django_db
NOW = crowd.NOW
LOOPBACK = ("127.0.0.0/8",)
SHORT = Limits(wait=0.5, total=1.0, longest=100_000)


@pytest.fixture
def acts() -> dict[str, Act]:
    return {}


@pytest.fixture
def here(acts: dict[str, Act]) -> Iterator[server.Quiet]:
    crowd.the_places()
    with running(acts) as found:
        yield found


Follow = Callable[..., Service]


@pytest.fixture
def follow(here: server.Quiet, acts: dict[str, Act]) -> Follow:
    """A service whose status page does this; a body: it gives it."""

    def followed(slug: str, act: Act | bytes) -> Service:
        path = f"/{slug}{SUMMARY}"
        acts[path] = (lambda visit: visit.give(act)) if isinstance(act, bytes) else act
        return crowd.a_service(slug, status_page=f"{here.url}/{slug}/")

    return followed


def go(minutes: float = 0, *, allow: Sequence[str] = LOOPBACK, limits: Limits = SHORT) -> Any:
    return pull(now=NOW + timedelta(minutes=minutes), allow=allow, limits=limits)


def page_of(service: Service) -> StatusPage:
    return StatusPage.objects.get(service=service)


def test_what_a_page_says_becomes_notices(follow: Follow) -> None:
    whatsapp = follow("whatsapp", summary([incident()], [maintenance()]))
    ongoing = crowd.an_incident(whatsapp)
    done = go()
    assert (done.ok, done.failed) == (1, 0)
    said = Notice.objects.get(kind="status")
    assert (said.ref, said.source, said.url) == (
        "statuspage:u1",
        "official",
        "https://stspg.example/i1",
    )
    assert said.text == "Messages are delayed\nWe are looking into it."
    planned = Notice.objects.get(kind="maintenance")
    assert planned.starts is not None
    assert planned.ends == planned.starts + timedelta(hours=2)
    assert [line.text for line in ongoing.timeline.all()] == [
        "Its operator says: “Messages are delayed We are looking into it.”"
    ]
    page = page_of(whatsapp)
    assert (page.ok_at, page.failures, page.error, page.looks_ok) == (NOW, 0, "", 1)


def test_a_page_is_read_every_two_minutes(here: server.Quiet, follow: Follow) -> None:
    follow("whatsapp", summary())
    looks = []
    for minute in range(6):
        go(minute)
        looks.append(len(here.asked))
    assert looks == [1, 1, 2, 2, 3, 3]


def test_a_page_that_says_the_same_is_neither_sent_nor_stored_again(
    here: server.Quiet, follow: Follow
) -> None:
    def act(visit: Visit) -> None:
        known = visit.headers.get("If-None-Match") == '"7"'
        visit.give(
            b"" if known else summary([incident()]), status=304 if known else 200, ETag='"7"'
        )

    whatsapp = follow("whatsapp", act)
    go()
    done = go(2)
    assert [headers.get("If-None-Match") for _, headers in here.asked] == [None, '"7"']
    assert (done.ok, Notice.objects.count()) == (1, 1)
    page = page_of(whatsapp)
    assert (page.etag, page.ok_at) == ('"7"', NOW + timedelta(minutes=2))


def test_a_text_that_is_mended_there_is_mended_here(follow: Follow, acts: dict[str, Act]) -> None:
    follow("whatsapp", summary([incident()]))
    go()
    mended = summary([incident(incident_updates=[update(body="A cable was cut.")])])
    acts[f"/whatsapp{SUMMARY}"] = lambda visit: visit.give(mended)
    go(2)
    notice = Notice.objects.get()
    assert notice.text.endswith("A cable was cut.")
    assert notice.updated_at == NOW + timedelta(minutes=2)


BAD: dict[str, tuple[Act, str]] = {
    "down": (lambda visit: visit.connection.close(), "connection failed"),
    "hangs": (server.hang, "did not answer"),
    "drips": (server.drip, "took longer"),
    "huge": (lambda visit: visit.give(b" " * 100_001), "longer than 100,000 bytes"),
    "bomb": (
        lambda visit: visit.give(gzip.compress(b" " * 10**7), Content_Encoding="gzip"),
        "when unpacked",
    ),
    "another-form": (lambda visit: visit.give(b'{"ok": true}'), "missing required field `page`"),
    "no-json": (lambda visit: visit.give(b"<html>"), "no JSON"),
    "error": (lambda visit: visit.give(b"", status=503), "answered 503"),
    "elsewhere": (
        lambda visit: visit.give(b"", status=302, Location="http://10.0.0.1/"),
        "not an address of the open internet",
    ),
}


def test_no_bad_page_holds_up_another_and_each_is_said_to_be(follow: Follow) -> None:
    """Nine bad ones, due before the good one."""
    bad = {slug: follow(slug, act) for slug, (act, _) in BAD.items()}
    good = follow("whatsapp", summary([incident()]))
    done = go()
    assert (done.ok, done.failed) == (1, len(BAD))
    assert page_of(good).ok_at == NOW
    for slug, (_, why) in BAD.items():
        page = page_of(bad[slug])
        assert why in page.error, page.error
        assert (page.ok_at, page.failures, page.looks_failed) == (None, 1, 1)
    assert Notice.objects.get().service == good


def test_pages_are_asked_side_by_side(follow: Follow) -> None:
    """Each answers only once all three are asked."""
    meeting = threading.Barrier(3, timeout=5)

    def act(visit: Visit) -> None:
        meeting.wait()
        visit.give(summary())

    for slug in ("whatsapp", "signal", "telegram"):
        follow(slug, act)
    assert go(limits=Limits()).ok == 3


def test_a_page_that_fails_is_asked_less_and_less_and_up_to_once_an_hour(
    here: server.Quiet, follow: Follow
) -> None:
    whatsapp = follow("whatsapp", BAD["error"][0])
    asked = []
    for minute in range(300):
        before = len(here.asked)
        go(minute)
        if len(here.asked) > before:
            asked.append(minute)
    rests = [b - a for a, b in zip(asked, asked[1:], strict=False)]
    assert rests == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert page_of(whatsapp).failures == len(asked)


def test_a_page_that_is_well_again_is_as_new(follow: Follow, acts: dict[str, Act]) -> None:
    whatsapp = follow("whatsapp", BAD["error"][0])
    go()
    go(1)
    acts[f"/whatsapp{SUMMARY}"] = lambda visit: visit.give(summary())
    go(3)
    page = page_of(whatsapp)
    assert (page.failures, page.error, page.looks_failed, page.looks_ok) == (0, "", 2, 1)
    assert page.due_at < NOW + timedelta(minutes=5)


def test_a_page_with_a_bad_post_stores_nothing_of_it(follow: Follow) -> None:
    whatsapp = follow("whatsapp", summary([incident(), incident("i2", name=3)]))
    go()
    assert not Notice.objects.exists()
    assert "incidents[1].name" in page_of(whatsapp).error


def test_odd_links_and_clocks_that_are_ahead_are_put_right(follow: Follow) -> None:
    ahead = update(display_at="2026-11-24T18:00:00Z")
    follow("whatsapp", summary([incident(shortlink="javascript:x()", incident_updates=[ahead])]))
    go()
    notice = Notice.objects.get()
    assert (notice.url, notice.at) == ("", NOW)


WINDOW = {"scheduled_for": "2026-11-24T15:00:00Z", "scheduled_until": "2026-11-24T18:00:00Z"}


def test_maintenance_that_is_listed_no_more_is_over(follow: Follow, acts: dict[str, Act]) -> None:
    follow("whatsapp", summary([], [maintenance(**WINDOW)]))
    Notice.objects.create(
        service=crowd.a_service("signal"),
        kind="maintenance",
        ref="statuspage:m1",
        text="Another's",
        at=NOW,
        starts=NOW,
    )
    go()
    acts[f"/whatsapp{SUMMARY}"] = lambda visit: visit.give(summary())
    go(2)
    ends = dict(Notice.objects.values_list("service__slug", "ends"))
    assert ends == {"whatsapp": NOW + timedelta(minutes=2), "signal": None}


def test_maintenance_that_is_called_off_was_never_announced(
    follow: Follow, acts: dict[str, Act]
) -> None:
    whatsapp = follow("whatsapp", summary([], [maintenance()]))
    own = Notice.objects.create(
        service=whatsapp,
        kind="maintenance",
        ref="our-own",
        text="Sent with a key",
        at=NOW,
        starts=NOW + timedelta(hours=5),
    )
    go()
    acts[f"/whatsapp{SUMMARY}"] = lambda visit: visit.give(summary())
    go(2)
    assert Notice.objects.get() == own


def test_a_page_that_cannot_be_read_ends_no_maintenance(
    follow: Follow, acts: dict[str, Act]
) -> None:
    follow("whatsapp", summary([], [maintenance()]))
    go()
    acts[f"/whatsapp{SUMMARY}"] = BAD["another-form"][0]
    go(2)
    assert Notice.objects.get().ends == NOW.replace(hour=0, minute=0, second=0) + timedelta(days=1)


def test_without_the_setting_no_page_of_our_own_network_is_asked(
    here: server.Quiet, follow: Follow
) -> None:
    whatsapp = follow("whatsapp", summary([incident()]))
    go(allow=())
    assert here.asked == []
    assert "127.0.0.1 is not an address of the open internet" in page_of(whatsapp).error


def test_a_page_that_moved_is_read_at_once_and_anew(
    here: server.Quiet, follow: Follow, acts: dict[str, Act]
) -> None:
    whatsapp = follow("whatsapp", lambda visit: visit.give(summary(), ETag='"old"'))
    go()
    acts[f"/new{SUMMARY}"] = lambda visit: visit.give(summary([incident()]))
    Service.objects.update(status_page=f"{here.url}/new")
    go(0.5)
    path, headers = here.asked[-1]
    assert (path, headers.get("If-None-Match")) == (f"/new{SUMMARY}", None)
    assert page_of(whatsapp).url == f"{here.url}/new"


@pytest.mark.parametrize("fields", [{"status_page": ""}, {"active": False}])
def test_a_service_that_is_followed_no_more_is_not_asked(
    here: server.Quiet, follow: Follow, fields: dict[str, Any]
) -> None:
    follow("whatsapp", summary())
    go()
    Service.objects.update(**fields)
    go(5)
    assert len(here.asked) == 1


def test_more_pages_than_go_at_once_are_read_in_turn(
    here: server.Quiet, follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulling, "AT_ONCE", 2)
    for n in range(5):
        follow(f"s{n}", summary())
    asked: list[set[str]] = []
    for minute in (0, 0.1, 0.2):
        before = len(here.asked)
        go(minute)
        asked.append({path for path, _ in here.asked[before:]})
    assert [len(paths) for paths in asked] == [2, 2, 1]
    assert len(set.union(*asked)) == 5


def test_an_error_of_ours_in_one_page_keeps_no_other_from_its_turn(
    follow: Follow, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = follow("bad", summary()), follow("good", summary())
    take = pulling.take

    def fails(service: Service, *args: Any, **more: Any) -> None:
        if service == bad:
            raise ZeroDivisionError
        take(service, *args, **more)

    monkeypatch.setattr(pulling, "take", fails)
    done = go()
    assert (done.ok, done.failed) == (1, 1)
    assert page_of(good).ok_at == NOW
    assert page_of(bad).error.startswith("an error of ours")
    assert "ZeroDivisionError" in caplog.text


def test_the_task_follows_only_where_it_is_switched_on(
    here: server.Quiet,
    follow: Follow,
    settings: Settings,
    time_machine: time_machine.TimeMachineFixture,
) -> None:
    time_machine.move_to(NOW, tick=False)
    follow("whatsapp", summary([incident()]))
    settings.OUTBOUND_ALLOW = list(LOOPBACK)
    tasks.follow()
    assert here.asked == []
    settings.FOLLOW_STATUS_PAGES = True
    tasks.follow()
    assert Notice.objects.count() == len(here.asked) == 1
    assert not Incident.objects.exists()
