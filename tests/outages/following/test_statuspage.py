"""A Statuspage's summary: what it says as posts, and what is wrong with one that is none."""

from datetime import UTC, datetime
from typing import Any

import pytest

from outages.following.statuspage import NotOne, Post, posts
from tests.outages.following.pages import incident, maintenance, summary, update

NOW = datetime(2026, 11, 24, 15, 40, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}:00+00:00")


def read(*incidents: Any, planned: Any = (), now: datetime = NOW) -> list[Post]:
    return posts(summary(list(incidents), list(planned)), now=now)


def test_a_page_on_which_nothing_stands_says_nothing() -> None:
    assert read() == []


def test_each_update_is_a_post_oldest_first() -> None:
    found = read(
        incident(
            incident_updates=[
                update("u2", body="A cable was cut.", display_at="2026-11-24T16:00:00+01:00"),
                update("u1", display_at="2026-11-24T14:30:00Z"),
            ]
        )
    )
    assert found == [
        Post(
            kind="status",
            ref="statuspage:u1",
            text="Messages are delayed\nWe are looking into it.",
            at=at("24T14:30"),
            url="https://stspg.example/i1",
        ),
        Post(
            kind="status",
            ref="statuspage:u2",
            text="Messages are delayed\nA cable was cut.",
            at=at("24T15:00"),
            url="https://stspg.example/i1",
        ),
    ]


def test_maintenance_comes_with_its_window_and_its_first_words() -> None:
    assert read(planned=[maintenance()]) == [
        Post(
            kind="maintenance",
            ref="statuspage:m1",
            text="Database upgrade\nWe upgrade.",
            at=at("23T09:00"),
            url="https://stspg.example/m1",
            starts=at("24T22:00"),
            ends=at("25T00:00"),
        )
    ]


@pytest.mark.parametrize("words", ["Emergency maintenance", "Scheduled maintenance gone wrong"])
def test_an_unplanned_incident_announces_no_maintenance_whatever_its_words(words: str) -> None:
    (post,) = read(incident(name=words, impact="maintenance"))
    assert (post.kind, post.starts, post.ends) == ("status", None, None)


@pytest.mark.parametrize(
    ("more", "now", "ends"),
    [
        ({"status": "in_progress"}, "24T23:00", "25T00:00"),
        ({"status": "in_progress"}, "25T00:30", None),
        ({"status": "verifying"}, "25T00:30", None),
        ({"status": "scheduled"}, "25T00:30", "25T00:00"),
        (
            {"status": "completed", "resolved_at": "2026-11-24T22:40:00Z"},
            "24T23:00",
            "24T22:40",
        ),
        (
            {"status": "completed", "resolved_at": "2026-11-24T21:00:00Z"},
            "24T23:00",
            "24T22:00",
        ),
        ({"scheduled_until": None}, "24T23:00", None),
        ({"scheduled_until": "2026-11-24T20:00:00Z"}, "24T23:00", None),
    ],
)
def test_when_maintenance_ends(more: dict[str, Any], now: str, ends: str | None) -> None:
    (post,) = read(planned=[maintenance(**more)], now=at(now))
    assert post.ends == (at(ends) if ends else None)


def test_an_incident_without_updates_is_its_own_post() -> None:
    (post,) = read(incident(incident_updates=[]))
    assert (post.ref, post.text, post.at) == (
        "statuspage:i1",
        "Messages are delayed",
        at("24T15:29"),
    )


@pytest.mark.parametrize("member", ["shortlink", "incident_updates"])
def test_members_that_can_be_missing_may_be(member: str) -> None:
    whole = incident()
    del whole[member]
    assert len(read(whole)) == 1


@pytest.mark.parametrize("body", ["", None, " "])
def test_an_update_without_words_says_the_headline(body: str | None) -> None:
    (post,) = read(incident(incident_updates=[update(body=body)]))
    assert post.text == "Messages are delayed"


def test_a_text_that_is_too_long_is_cut_and_a_nul_left_out() -> None:
    (post,) = read(incident(incident_updates=[update(body="x" * 9000)]))
    assert (len(post.text), post.text[-1]) == (4000, "…")
    (post,) = read(incident(name="a\0b", incident_updates=[]))
    assert post.text == "ab"


def test_a_time_without_a_zone_is_in_utc() -> None:
    (post,) = read(incident(incident_updates=[], created_at="2026-11-24T15:29:00"))
    assert post.at == at("24T15:29")


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (b"", "no JSON"),
        (b"<!doctype html>", "no JSON"),
        (b'{"page": {"id": "a"}, "incidents": [}', "no JSON"),
        (summary([incident(name="@")]).replace(b"@", b"\xff"), "UTF-8"),
        (b"[" * 100_000, "no JSON|object"),
        (b"[]", "object"),
        (b"null", "object"),
        (b"{}", "page"),
        (b'{"page": {"id": "a"}}', "incidents"),
        (summary(page={"name": "x"}), "`id`.*page"),
        (b'{"page": {"id": "a"}, "incidents": {}}', "incidents"),
        (summary(scheduled_maintenances={"a": 1}), "scheduled_maintenances"),
        (summary([3]), r"incidents\[0\]"),
        (summary([incident(name=3)]), "name"),
        (summary([incident(id="../../x")]), "id"),
        (summary([incident(id="")]), "id"),
        (summary([incident(created_at="yesterday")]), "created_at"),
        (summary([incident(created_at="0001-01-01T00:00:00+14:00", incident_updates=[])]), "time"),
        (summary([incident(incident_updates=[update(body=[])])]), "body"),
        (summary([], [incident()]), "scheduled_for|status"),
    ],
)
def test_what_is_wrong_with_another_form_is_named(body: bytes, named: str) -> None:
    with pytest.raises(NotOne, match=named):
        posts(body, now=NOW)
