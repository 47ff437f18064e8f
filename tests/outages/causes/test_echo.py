"""A rise that only echoes another service's outage."""

import pytest

from outages.causes.echo import is_echo, wilson_lower

# An innocent carrier while a rival fails: 2,000 against 74,000, nine minutes later.
INNOCENT = {
    "strength": 2_000,
    "strong_strength": 74_000,
    "onset_minute": 109,
    "strong_onset_minute": 100,
    "no_connection": 900,
    "symptoms_total": 2_000,
}


@pytest.mark.parametrize(
    ("otherwise", "echo"),
    [
        ({}, True),
        ({"onset_minute": 100}, True),  # rivals can rise in the same minute
        ({"onset_minute": 98}, True),
        ({"onset_minute": 97}, False),  # it was first: an outage of its own
        ({"strength": 14_799}, True),
        ({"strength": 14_800}, False),  # a fifth is too much for an echo
        ({"no_connection": 1_300}, False),
        ({"no_connection": 3, "symptoms_total": 3}, True),  # three of three is chance
        ({"no_connection": 60, "symptoms_total": 60}, False),
        ({"no_connection": 0, "symptoms_total": 0}, True),
    ],
)
def test_an_echo_is_later_far_weaker_and_not_disconnected(
    otherwise: dict[str, int], echo: bool
) -> None:
    assert is_echo(**(INNOCENT | otherwise)) is echo


@pytest.mark.parametrize(
    ("hits", "total", "lower"),
    # The ends of the 90 % interval, from Wilson's formula by hand: for n of n it is n/(n+z²).
    [(0, 0, 0.0), (0, 10, 0.0), (3, 3, 3 / (3 + 1.6449**2)), (50, 100, 0.4189)],
)
def test_the_wilson_bound_is_careful_with_few_reports(hits: int, total: int, lower: float) -> None:
    assert wilson_lower(hits, total) == pytest.approx(lower, abs=2e-4)
