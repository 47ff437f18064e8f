"""One asks, the others do not wait."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from django.db import InterfaceError, OperationalError

from outages.lastgood.reach import Away, Reach

REST = 0.01


class Something:
    """What may be away; it can be waited for that it was asked."""

    def __init__(self) -> None:
        self.there = False
        self.asked = Event()
        self.times = 0

    def ask(self) -> None:
        self.times += 1
        self.asked.set()
        if not self.there:
            raise OperationalError


@pytest.fixture
def something() -> Something:
    return Something()


@pytest.fixture
def reach(something: Something) -> Iterator[Reach]:
    made = Reach(something.ask, rest=REST)
    yield made
    made.forget()


def wait_until(holds: Callable[[], bool]) -> None:
    patience = Event()
    for _ in range(500):
        if holds():
            return
        patience.wait(REST)
    pytest.fail("it never came")


@pytest.mark.parametrize("kind", [OperationalError, InterfaceError])
def test_after_a_failure_nobody_reads_until_it_answers_again(
    reach: Reach, something: Something, kind: type[Exception]
) -> None:
    assert not reach.away
    with pytest.raises(kind), reach.reading():
        raise kind("gone")
    assert reach.away
    with pytest.raises(Away), reach.reading():
        pytest.fail("it was read all the same")
    assert something.asked.wait(5)
    assert reach.away
    something.there = True
    wait_until(lambda: not reach.away)
    with reach.reading():
        pass


def test_only_one_asks_however_many_see_it_fail(reach: Reach, something: Something) -> None:
    for _ in range(50):
        reach.lost(OperationalError())
    assert something.asked.wait(5)
    assert something.times < 50


def test_what_is_no_failure_of_the_database_changes_nothing(reach: Reach) -> None:
    with pytest.raises(LookupError), reach.reading():
        raise LookupError
    assert not reach.away
