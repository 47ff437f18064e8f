"""Incidents open on surprise, close on calm, and return as themselves."""

import itertools

import numpy as np
import pytest

from outages.detection.lifecycle import (
    CLOSE_AFTER,
    CLOSE_BELOW,
    OPEN_ABOVE,
    RELAPSE_WITHIN,
    STRONG_RATIO,
    WARN_ABOVE,
    Step,
    is_relapse,
    joins_above,
    next_step,
    reached,
    scope_of,
    severity_class,
    sure_ratio,
)

CALM, ODD, ALARMING = 1.0, 4.0, 9.0
NY, NJ, CT = "US-NY", "US-NJ", "US-CT"


@pytest.mark.parametrize(
    ("is_open", "severity", "short", "fresh", "gate", "calm", "step", "calm_after"),
    [
        (False, ALARMING, ALARMING, True, True, 0, Step.OPEN, 0),
        (False, ODD, ODD, True, True, 0, Step.STAY, 0),
        (False, OPEN_ABOVE, ALARMING, True, True, 0, Step.STAY, 0),
        (False, ALARMING, ALARMING, False, True, 0, Step.STAY, 0),
        (False, ALARMING, ALARMING, True, False, 0, Step.STAY, 0),
        (False, ALARMING, CALM, True, True, 0, Step.STAY, 0),
        (True, ALARMING, ALARMING, True, True, 12, Step.STAY, 0),
        (True, ALARMING, ALARMING, False, False, 12, Step.STAY, 0),
        (True, ODD, CLOSE_BELOW, True, True, 29, Step.STAY, 0),
        (True, CALM, CALM, True, True, 0, Step.STAY, 1),
        (True, ALARMING, CALM, True, True, 28, Step.STAY, 29),
        (True, ALARMING, CALM, True, True, 29, Step.CLOSE, 30),
        (True, CALM, CALM, False, False, 29, Step.CLOSE, 30),
    ],
)
def test_one_minute_decides_one_step(
    is_open: bool,
    severity: float,
    short: float,
    fresh: bool,
    gate: bool,
    calm: int,
    step: Step,
    calm_after: int,
) -> None:
    assert next_step(
        is_open=is_open,
        severity=severity,
        short_severity=short,
        fresh=fresh,
        gate_passed=gate,
        calm_minutes=calm,
    ) == (step, calm_after)


def steps_over(shorts: list[float]) -> list[Step]:
    calm, steps = 0, []
    for short in shorts:
        step, calm = next_step(
            is_open=True,
            severity=ALARMING,
            short_severity=short,
            fresh=True,
            gate_passed=True,
            calm_minutes=calm,
        )
        steps.append(step)
    return steps


def test_an_incident_closes_after_thirty_calm_minutes_in_a_row_and_not_before() -> None:
    assert steps_over([CALM] * CLOSE_AFTER) == [Step.STAY] * (CLOSE_AFTER - 1) + [Step.CLOSE]
    interrupted = [CALM] * (CLOSE_AFTER - 1) + [ODD] + [CALM] * (CLOSE_AFTER - 1)
    assert set(steps_over(interrupted)) == {Step.STAY}


def test_what_may_close_an_incident_does_not_open_it_again_in_the_next_minute() -> None:
    for severity, fresh in itertools.product([CALM, ODD, ALARMING, 1e4], [True, False]):
        step, _ = next_step(
            is_open=False,
            severity=severity,
            short_severity=CALM,
            fresh=fresh,
            gate_passed=True,
            calm_minutes=0,
        )
        assert step is Step.STAY


def test_silent_minutes_may_be_skipped_while_nothing_is_open() -> None:
    for severity in (CALM, ODD, ALARMING, 1e4):
        assert next_step(
            is_open=False,
            severity=severity,
            short_severity=severity,
            fresh=False,
            gate_passed=True,
            calm_minutes=0,
        ) == (Step.STAY, 0)


@pytest.mark.parametrize(
    ("minutes", "then", "now", "relapse"),
    [
        (1, {NY, NJ}, {NY, NJ}, True),
        (RELAPSE_WITHIN, {NY, NJ}, {NY}, True),
        (RELAPSE_WITHIN + 1, {NY, NJ}, {NY}, False),
        (60, {NY}, {NY, NJ, CT}, True),
        (60, {NY, NJ}, {NY, CT}, True),
        (60, {NY, NJ, CT}, {CT, "DE-BE", "FR-75"}, False),
        (60, {NY}, {CT}, False),
        (60, set(), set(), True),
        (60, set(), {NY}, True),
        (60, {NY}, set(), True),
    ],
)
def test_a_relapse_is_soon_and_in_the_same_place(
    minutes: int, then: set[str], now: set[str], relapse: bool
) -> None:
    said = is_relapse(
        minutes_since_end=minutes, regions_then=frozenset(then), regions_now=frozenset(now)
    )
    assert said is relapse


@pytest.mark.parametrize(
    ("affected", "active", "observed", "expected", "name"),
    [
        (1, 1, 5, 0.3, "minor"),
        (1, 1, 9, 0.0, "minor"),
        (3, 3, 9, 0.0, "minor"),
        (1, 1, 14, 0.1, "major"),
        (1, 9, 11, 0.1, "minor"),
        (1, 9, 80, 4.0, "major"),
        (2, 9, 2000, 100.0, "major"),
        (4, 8, 80, 20.0, "minor"),
        (5, 8, 120, 20.0, "major"),
        (4, 9, 120, 20.0, "minor"),
        (2, 4, 120, 20.0, "minor"),
        (9, 12, 300, 20.0, "critical"),
        (2, 2, 60, 2.0, "critical"),
        (0, 0, 500, 10.0, "critical"),
        (0, 10, 500, 10.0, "major"),
    ],
)
def test_how_bad_is_what_is_sure_in_how_many_places(
    affected: int, active: int, observed: int, expected: float, name: str
) -> None:
    said = severity_class(
        affected=affected, active=active, observed=observed, expected=expected, relvar=0.1
    )
    assert said == name


def test_severity_grows_with_the_evidence_at_the_same_ratio() -> None:
    said = [
        severity_class(affected=8, active=9, observed=n, expected=n / 20, relvar=0.1)
        for n in (5, 15, 60)
    ]
    assert said == ["minor", "major", "critical"]


def test_a_usual_level_that_strays_by_itself_makes_a_ratio_less_sure() -> None:
    said = [sure_ratio(observed=60, expected=5.0, relvar=v) for v in (0.0, 0.1, 1.0)]
    assert said == sorted(said, reverse=True)
    assert said[0] > STRONG_RATIO > said[2]


@pytest.mark.parametrize(
    ("affected", "active", "scope"),
    [
        (0, 0, "global"),
        (0, 10, "global"),
        (1, 1, "regional"),
        (1, 10, "regional"),
        (2, 3, "global"),
        (6, 10, "multi_region"),
        (7, 10, "global"),
    ],
)
def test_how_wide(affected: int, active: int, scope: str) -> None:
    assert scope_of(affected=affected, active=active) == scope


@pytest.mark.parametrize(
    ("severity", "inside"),
    [
        ([], []),
        ([2.4], [False]),
        ([2.6], [True]),
        ([2.6, 0.0], [False, False]),
        ([0.0, 2.9, 0.0], [False, False, False]),
        ([0.0, 3.1, 0.0], [False, True, False]),
        # Two together are more than either by itself; one below joins nobody.
        ([2.7, 2.8, 0.0], [True, True, False]),
        ([9.0, 2.6, 0.0, 0.0], [True, False, False, False]),
    ],
)
def test_a_region_among_many_is_in_trouble_by_more_than_chance(
    severity: list[float], inside: list[bool]
) -> None:
    assert reached(severity).tolist() == inside


def test_chance_in_fifty_places_names_hardly_any_of_them() -> None:
    by_chance = np.random.default_rng(1).exponential(1 / np.log(10), (2000, 50))
    named = [bool(reached(row).any()) for row in by_chance]
    assert np.mean(named) < 0.01


def test_who_joins_late_is_asked_for_more() -> None:
    early, late = (joins_above(active=10, affected=2, minutes=m) for m in (20, 21))
    assert early == pytest.approx(2.5 + np.log10(5))
    assert late == pytest.approx(WARN_ABOVE + np.log10(5))
    assert joins_above(active=10, affected=10, minutes=60) == WARN_ABOVE
