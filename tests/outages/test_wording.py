"""Numbers, times and lists as a person would write them."""

from datetime import UTC, datetime

import pytest

from outages import wording
from tests import tongue

NOW = datetime(2025, 10, 20, 16, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B, C and D"),  # "and 1 more" would be no shorter
        (["A", "B", "C", "D", "E"], "A, B, C and 2 more"),
    ],
)
def test_a_long_list_is_cut(names: list[str], text: str) -> None:
    assert wording.listed(names, most=3) == text


@pytest.mark.parametrize(
    ("names", "count", "text"),
    [
        (["France", "Spain"], 7, "France, Spain and 5 more regions"),
        (["France", "Spain"], 3, "France, Spain and 1 more region"),
        (["France", "Spain"], 2, "France and Spain"),
        (["France"], 1, "France"),
    ],
)
def test_regions_that_are_not_named_are_counted(names: list[str], count: int, text: str) -> None:
    assert wording.places_of(names, count, most=3) == text


def test_names_of_places_stand_in_a_sentence_as_english_has_them() -> None:
    names = ("Ohio", "Netherlands", "Cook Islands", "United States")
    assert wording.places(names, most=4) == (
        "Ohio, the Netherlands, the Cook Islands and the United States"
    )
    with tongue.reading():
        assert wording.placed("Netherlands") == "Netherlands"


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0.2, "1 minute"),
        (59, "59 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (150, "2 hours 30 minutes"),
        (1440, "1 day"),
        (2945, "2 days 1 hour"),
    ],
)
def test_a_length_is_told_in_two_units_at_most(minutes: float, text: str) -> None:
    assert wording.duration(minutes) == text


@pytest.mark.parametrize(
    ("minutes", "text"), [(47, "47 minutes"), (200, "3 hours 30 minutes"), (241, "4 hours")]
)
def test_a_long_usual_length_is_told_to_the_half_hour(minutes: float, text: str) -> None:
    assert wording.roughly(minutes) == text


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (datetime(2025, 10, 20, 7, 5, tzinfo=UTC), "07:05 UTC"),
        (datetime(2025, 10, 4, 7, 5, tzinfo=UTC), "07:05 UTC on 4 October"),
        (datetime(2021, 10, 4, 15, 39, tzinfo=UTC), "15:39 UTC on 4 October 2021"),
    ],
)
def test_a_time_names_its_day_unless_it_is_today(at: datetime, text: str) -> None:
    assert wording.moment(at, NOW) == text


def test_a_span_over_midnight_names_both_days() -> None:
    start = datetime(2025, 10, 18, 23, 30, tzinfo=UTC)
    end = datetime(2025, 10, 19, 0, 15, tzinfo=UTC)
    assert wording.span(start, end, NOW) == (
        "from 23:30 UTC on 18 October to 00:15 UTC on 19 October (45 minutes)"
    )


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "fewer than one"), (1.2, "about 1"), (1234.5, "about 1,234")]
)
def test_an_expectation_is_told_roughly(value: float, text: str) -> None:
    assert wording.about(value) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0.2, "1 minute"), (90, "90 minutes"), (119, "119 minutes"), (150, "2 hours 30 minutes")],
)
def test_what_is_counted_in_minutes_is_told_so_up_to_two_hours(minutes: float, text: str) -> None:
    assert wording.stretch(minutes) == text
