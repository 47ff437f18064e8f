"""What is kept, for how long, and within which bounds."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from outages.lastgood import answers as module
from outages.lastgood.answers import KEEP_EVERY, MOST_PLAIN, MOST_WITH_QUERY, Answer, Answers, Key

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def key(path: str, query: str = "") -> Key:
    return "localhost", path, query, "en"


def answer(text: str = "fine", *, at: datetime = NOON, etag: str = "") -> Answer:
    return Answer(at, gzip.compress(text.encode()), {"Content-Type": "text/html"}, etag)


@pytest.fixture
def kept() -> Answers:
    return Answers()


def test_the_newest_answer_to_an_address_is_kept(kept: Answers) -> None:
    kept.put(key("/"), answer("old"))
    kept.put(key("/"), answer("new"))
    found = kept.get(key("/"))
    assert found
    assert gzip.decompress(found.packed) == b"new"
    assert kept.get(key("/", "q=a")) is None


def test_an_answer_is_renewed_only_every_few_seconds(kept: Answers) -> None:
    assert kept.wants(key("/"), at=NOON)
    kept.put(key("/"), answer())
    assert not kept.wants(key("/"), at=NOON + KEEP_EVERY - timedelta(seconds=1))
    assert kept.wants(key("/"), at=NOON + KEEP_EVERY)


def test_an_unchanged_answer_is_good_from_now_on(kept: Answers) -> None:
    kept.put(key("/"), answer(etag='"a"'))
    later = NOON + timedelta(minutes=5)
    kept.renew(key("/"), etag='"b"', at=later)
    assert kept.get(key("/")) == answer(etag='"a"')
    kept.renew(key("/"), etag='"a"', at=later)
    renewed = kept.get(key("/"))
    assert renewed
    assert renewed.at == later


def test_what_was_asked_for_the_longest_ago_goes_first(kept: Answers) -> None:
    for n in range(MOST_PLAIN):
        kept.put(key(f"/{n}"), answer())
    kept.get(key("/0"))
    kept.put(key("/more"), answer())
    assert kept.get(key("/0"))
    assert kept.get(key("/1")) is None


def test_made_up_queries_drive_no_plain_page_out(kept: Answers) -> None:
    kept.put(key("/"), answer())
    for n in range(2 * MOST_WITH_QUERY):
        kept.put(key("/", f"q={n}"), answer())
    assert kept.get(key("/"))
    assert kept.get(key("/", "q=0")) is None


def test_all_of_it_stays_within_its_bytes(kept: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 3 * answer().size)
    for path in ("/1", "/2", "/3", "/4"):
        kept.put(key(path), answer())
    assert kept.get(key("/1")) is None
    last = kept.get(key("/4"))
    assert last
    kept.marked(key("/4"), last, lambda body: body)
    assert kept.get(key("/2")) is None
    assert kept.get(key("/4"))


def test_an_answer_is_marked_once(kept: Answers) -> None:
    kept.put(key("/"), answer("a page"))
    found = kept.get(key("/"))
    assert found
    marked = kept.marked(key("/"), found, lambda body: b"old: " + body)
    assert gzip.decompress(marked) == b"old: a page"
    assert kept.marked(key("/"), found, lambda body: pytest.fail("twice")) == marked
