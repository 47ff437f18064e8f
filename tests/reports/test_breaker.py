"""Not everybody waits to find out that something is away."""

from reports.breaker import FIRST_REST, LONGEST_REST, Breaker


class Hands:
    """A clock that is moved by hand, in seconds."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_after_a_failure_nobody_asks_until_the_rest_is_over_and_then_one_does() -> None:
    clock = Hands()
    breaker = Breaker(clock=clock)
    assert breaker.lets_through
    breaker.failed()
    assert not breaker.lets_through
    clock.now += FIRST_REST + 0.01
    assert [breaker.lets_through for _ in range(3)] == [True, False, False]


def test_each_rest_is_longer_than_the_last_up_to_a_limit() -> None:
    clock = Hands()
    breaker = Breaker(clock=clock)
    rests = []
    for _ in range(6):
        breaker.failed()
        began = clock.now
        while not breaker.lets_through:
            clock.now += 0.25
        rests.append(clock.now - began)
    assert rests == [FIRST_REST, 1.0, 2.0, LONGEST_REST, LONGEST_REST, LONGEST_REST]


def test_an_answer_closes_it() -> None:
    breaker = Breaker(clock=Hands())
    breaker.failed()
    breaker.answered()
    assert [breaker.lets_through, breaker.lets_through] == [True, True]
