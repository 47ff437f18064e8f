"""What is kept, for how long, and within which bounds."""

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outages.lastgood import answers
from outages.lastgood.answers import KEEP_EVERY, Answer, Key

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def key(path: str, query: str = "") -> Key:
    return "localhost", path, query, "en"


def answer(text: str = "fine", *, at: datetime = NOON, etag: str = "") -> Answer:
    return Answer(at, gzip.compress(text.encode()), {"Content-Type": "text/html"}, etag)


def said(one: Key) -> str | None:
    found = answers.read(one)
    return gzip.decompress(found.packed).decode() if found else None


def test_the_newest_answer_to_an_address_is_kept_with_its_time() -> None:
    answers.put(key("/"), answer("old"))
    later = NOON + timedelta(seconds=7.25)
    answers.put(key("/"), answer("new", at=later))
    assert said(key("/")) == "new"
    assert answers.kept_at(key("/")) == later
    assert answers.read(key("/")) == answer("new", at=later)


@pytest.mark.parametrize(
    "other",
    [
        ("localhost", "/", "q=a", "en"),
        ("localhost", "/a", "", "en"),
        ("else", "/", "", "en"),
        ("localhost", "/", "", "de"),
    ],
)
def test_another_address_is_another_answer(other: Key) -> None:
    answers.put(key("/"), answer())
    assert answers.read(other) is None
    assert answers.kept_at(other) is None


def test_an_answer_is_renewed_only_every_few_seconds() -> None:
    assert answers.wants(key("/"), now=NOON)
    answers.put(key("/"), answer())
    assert not answers.wants(key("/"), now=NOON + KEEP_EVERY - timedelta(seconds=1))
    assert answers.wants(key("/"), now=NOON + KEEP_EVERY)


def test_an_answer_from_ahead_of_the_clock_is_renewed() -> None:
    answers.put(key("/"), answer(at=NOON + timedelta(hours=1)))
    assert answers.wants(key("/"), now=NOON)


def test_an_unchanged_answer_is_good_from_now_on() -> None:
    answers.put(key("/"), answer(etag='"a"'))
    later = NOON + timedelta(minutes=5)
    answers.renew(key("/"), etag='"b"', at=later)
    assert answers.kept_at(key("/")) == NOON
    answers.renew(key("/"), etag='"a"', at=later)
    assert answers.kept_at(key("/")) == later


def test_the_oldest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(answers.MOST, "plain", 3)
    for n in range(3):
        answers.put(key(f"/{n}"), answer(at=NOON + timedelta(seconds=n)))
    answers.put(key("/0"), answer(at=NOON + timedelta(seconds=9)))
    answers.put(key("/more"), answer(at=NOON + timedelta(seconds=9)))
    assert [said(key(path)) for path in ("/0", "/1", "/2", "/more")] == [
        "fine",
        None,
        "fine",
        "fine",
    ]


def test_made_up_queries_drive_no_plain_page_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(answers.MOST, "query", 3)
    answers.put(key("/"), answer())
    for n in range(9):
        answers.put(key("/", f"q={n}"), answer(at=NOON + timedelta(seconds=n)))
    assert said(key("/"))
    assert [n for n in range(9) if said(key("/", f"q={n}"))] == [6, 7, 8]


def test_all_of_it_stays_within_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    answers.put(key("/1"), answer())
    (file,) = (answers.folder() / "plain").iterdir()
    monkeypatch.setitem(answers.MOST_BYTES, "plain", 2 * file.stat().st_size)
    for n in (2, 3):
        answers.put(key(f"/{n}"), answer(at=NOON + timedelta(seconds=n)))
    assert [said(key(f"/{n}")) for n in (1, 2, 3)] == [None, "fine", "fine"]


def test_what_is_too_large_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "LARGEST_BYTES", 10)
    answers.put(key("/"), answer())
    assert said(key("/")) is None


def test_a_folder_that_cannot_be_written_keeps_no_page_from_its_reader() -> None:
    answers.folder().write_text("a file where the folder belongs")
    answers.put(key("/"), answer())
    assert answers.wants(key("/"), now=NOON)
    assert answers.read(key("/")) is None


def test_only_their_owner_can_look_into_the_folder() -> None:
    answers.put(key("/"), answer())
    shelf: Path = answers.folder() / "plain"
    assert shelf.stat().st_mode & 0o077 == 0
