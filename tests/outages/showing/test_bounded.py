"""Readings that may hang are waited for no longer than they are worth."""

import threading
from collections.abc import Iterator

import pytest

from outages.showing.bounded import Bounded, Failed


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """What a hanging reading waits for; it is let go at the end."""
    gate = threading.Event()
    yield gate
    gate.set()


def until_all_have_ended() -> None:
    for thread in threading.enumerate():
        if thread.name == "bounded":
            thread.join(5)


def test_a_reading_that_answers_gives_its_result() -> None:
    bounded: Bounded[int] = Bounded()
    assert bounded.wait(bounded.begin(lambda: 3)) == 3
    assert bounded.wait(bounded.begin(lambda: 4)) == 4


def test_one_that_hangs_is_given_up_and_keeps_one_thread(gate: threading.Event) -> None:
    bounded: Bounded[bool] = Bounded(seconds=0.05)
    before = threading.active_count()
    for _ in range(5):
        with pytest.raises(TimeoutError):
            bounded.wait(bounded.begin(gate.wait))
    assert threading.active_count() == before + 1
    # When it comes to its end the next one is asked anew.
    gate.set()
    until_all_have_ended()
    assert bounded.wait(bounded.begin(lambda: False)) is False


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_one_that_fails_says_so_at_once_and_can_be_asked_again() -> None:
    bounded: Bounded[float] = Bounded(seconds=30)
    with pytest.raises(Failed):
        bounded.wait(bounded.begin(lambda: 1 / 0))
    until_all_have_ended()
    assert bounded.wait(bounded.begin(lambda: 1.0)) == 1
