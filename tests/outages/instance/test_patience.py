"""When silence tells against a program, and when it does not."""

from outages.instance.patience import LONGEST_GAP, Look, Patience

STEP = 2.0


def silent_for(
    patience: Patience, seconds: float, *, start: float = 0.0, look: Look | None
) -> float | None:
    """When patience is over in so long a silence; None when it is not."""
    at = start
    while at <= start + seconds:
        if patience.is_over(look, at=at):
            return at - start
        at += STEP
    return None


def working(patience: Patience, *, until: float) -> None:
    """Progress at every look, the last just before."""
    at = 0.0
    while at < until:
        assert not patience.is_over(Look(own=str(at).encode(), demanded=True), at=at)
        at += STEP


def test_a_program_that_works_is_left_alone() -> None:
    working(Patience(silent=45, starting=90), until=1000)


def test_one_that_falls_silent_is_given_up_after_45_seconds() -> None:
    patience = Patience(silent=45, starting=90)
    working(patience, until=100)
    over = silent_for(patience, 200, start=100, look=Look(own=b"98.0", demanded=True))
    assert over is not None
    assert 45 - STEP <= over <= 45 + STEP


def test_one_that_starts_has_longer() -> None:
    over = silent_for(Patience(silent=45, starting=90), 200, look=Look(own=None, demanded=True))
    assert over == 90


def test_what_another_run_has_left_is_no_progress_of_this_one() -> None:
    # Beat's field outlives it: the first look finds it, and only a change counts as a start.
    over = silent_for(Patience(silent=45, starting=90), 200, look=Look(own=b"old", demanded=True))
    assert over == 90


def test_nobody_is_blamed_while_there_is_nothing_to_hear() -> None:
    patience = Patience(silent=45, starting=90)
    working(patience, until=10)
    idle = Look(own=b"8.0", demanded=False)
    assert silent_for(patience, 500, start=10, look=idle) is None
    # The first demand starts the count; what was silent before does not tell.
    over = silent_for(patience, 500, start=512, look=Look(own=b"8.0", demanded=True))
    assert over is not None
    assert 45 - STEP <= over <= 45 + STEP


def test_while_valkey_is_away_nobody_can_be_heard() -> None:
    patience = Patience(silent=45, starting=90)
    working(patience, until=10)
    assert silent_for(patience, 500, start=10, look=None) is None
    over = silent_for(patience, 500, start=512, look=Look(own=b"8.0", demanded=True))
    assert over is not None
    assert over >= 45 - STEP


def test_an_onlooker_that_was_stopped_itself_counts_anew() -> None:
    patience = Patience(silent=45, starting=90)
    working(patience, until=10)
    still = Look(own=b"8.0", demanded=True)
    assert not patience.is_over(still, at=10)
    assert not patience.is_over(still, at=10 + LONGEST_GAP + 100)
    over = silent_for(patience, 500, start=126, look=still)
    assert over is not None
    assert over >= 45 - STEP
