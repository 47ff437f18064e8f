"""What a text says → numbers."""

import pytest

from outages.causes.clauses import Role, Said
from outages.causes.features import (
    BLAMED,
    FIRST,
    FIRST_BLAMED,
    GENERAL,
    IN_HEADLINE,
    SHARE,
    STRENGTH,
    plain_features,
    tied_features,
)

LABELS = ("power", "load")
CLEARNESS = {"power.named": 1.0, "load.named": 1.0, "load.weak": 0.5, "power.topic": 0.15}
FAMILIES = tuple(CLEARNESS)


def test_a_cause_weighs_more_than_its_mention_and_that_more_than_a_consequence() -> None:
    by_role = [
        plain_features([Said("power.named", role, 0)], 10, FAMILIES)[len(GENERAL)]
        for role in (Role.EFFECT, Role.LINK, Role.TOLD, Role.CAUSE)
    ]
    assert by_role == sorted(by_role)
    assert len(set(by_role)) == len(by_role)


def test_silence_is_a_feature_of_its_own() -> None:
    silent = plain_features([], 10, FAMILIES)
    assert silent[GENERAL.index("silence")] == 1
    assert not silent[len(GENERAL) :].any()


def test_what_is_said_more_clearly_is_stronger_and_has_the_larger_share() -> None:
    said = [Said("power.named", Role.TOLD, 0), Said("load.weak", Role.TOLD, 3)]
    power, load = tied_features(said, LABELS, CLEARNESS)
    assert power[STRENGTH] > load[STRENGTH] > 0
    assert power[SHARE] > load[SHARE] > 0
    assert power[SHARE] + load[SHARE] < 1


@pytest.mark.parametrize(
    ("said", "first", "first_blamed"),
    [
        ([Said("power.named", Role.EFFECT, 0), Said("load.named", Role.CAUSE, 5)], 0, 1),
        ([Said("power.named", Role.CAUSE, 0), Said("load.named", Role.CAUSE, 5)], 0, 0),
        # A hint is no name.
        ([Said("load.weak", Role.CAUSE, 0), Said("power.named", Role.CAUSE, 5)], 0, 0),
    ],
)
def test_the_first_name_and_the_first_that_is_blamed_count(
    said: list[Said], first: int, first_blamed: int
) -> None:
    found = tied_features(said, LABELS, CLEARNESS)
    assert found[:, FIRST].argmax() == first
    assert found[:, FIRST_BLAMED].argmax() == first_blamed


def test_headline_and_blame_are_told_apart() -> None:
    said = [Said("power.named", Role.TOLD, 0), Said("load.named", Role.LINK, 40)]
    found = tied_features(said, LABELS, CLEARNESS)
    assert found[:, IN_HEADLINE].tolist() == [1, 0]
    assert found[:, BLAMED].tolist() == [0, 1]


def test_words_that_only_come_up_blame_nothing_however_many() -> None:
    said = [Said("power.topic", Role.CAUSE, place) for place in range(20)]
    assert not tied_features(said, LABELS, CLEARNESS).any()
