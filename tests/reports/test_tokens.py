"""Form tokens: how old one may be, and that nobody else can make or change one."""

from datetime import timedelta

import pytest

from reports import tokens
from reports.tokens import Age
from tests.builders import NOON

KEY = b"k" * 32
# The same in every process: it is part of the names of tests.
TOKEN = tokens.make(key=KEY, service="signal", now=NOON, nonce=bytes(range(tokens.NONCE_BYTES)))


def age(token: str = TOKEN, *, seconds: float = 10, service: str = "signal") -> Age:
    return tokens.check(token, key=KEY, service=service, now=NOON + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, Age.TOO_FAST),
        (1.499, Age.TOO_FAST),
        (1.5, Age.FRESH),
        (1800, Age.FRESH),
        (1800.001, Age.EXPIRED),
        (7 * 86400, Age.EXPIRED),
        # Another host's clock is a little behind; a clock was set back by an hour.
        (-60, Age.TOO_FAST),
        (-61, Age.EXPIRED),
        (-3600, Age.EXPIRED),
    ],
)
def test_a_token_is_fresh_from_a_second_and_a_half_to_half_an_hour(
    seconds: float, expected: Age
) -> None:
    assert age(seconds=seconds) is expected


def test_a_token_is_for_one_service() -> None:
    assert age(service="signal") is Age.FRESH
    assert age(service="threema") is Age.INVALID
    assert age(service="") is Age.INVALID


def test_a_token_of_another_key_is_none_of_ours() -> None:
    theirs = tokens.make(key=b"x" * 32, service="signal", now=NOON)
    assert age(theirs) is Age.INVALID


@pytest.mark.parametrize("place", range(tokens.LENGTH))
def test_no_character_of_a_token_can_be_changed(place: int) -> None:
    for other in "A_z9":
        if other != TOKEN[place]:
            assert age(TOKEN[:place] + other + TOKEN[place + 1 :]) is Age.INVALID


@pytest.mark.parametrize(
    "text",
    [
        "",
        "=",
        "====",
        "\0",
        "é" * tokens.LENGTH,
        "\ud800",
        TOKEN + "=",
        TOKEN + "==",
        TOKEN + "A",
        " " + TOKEN,
        TOKEN + "\n",
        TOKEN[:-1],
        TOKEN[1:],
        TOKEN * 2,
        "A" * 2000,
    ],
)
def test_what_is_no_token_is_invalid(text: str) -> None:
    assert age(text) is Age.INVALID


def test_tokens_of_the_same_moment_differ_and_fit_into_an_address() -> None:
    made = {tokens.make(key=KEY, service="signal", now=NOON) for _ in range(100)}
    assert len(made) == 100
    assert len({tokens.nonce_of(token) for token in made}) == 100
    assert {len(token) for token in made} == {tokens.LENGTH}
    assert tokens.LENGTH <= 120
    assert all(token.replace("-", "a").replace("_", "a").isalnum() for token in made)


def test_a_nonce_that_is_given_is_the_one_that_is_told() -> None:
    nonce = bytes(range(tokens.NONCE_BYTES))
    token = tokens.make(key=KEY, service="signal", now=NOON, nonce=nonce)
    assert tokens.nonce_of(token) == nonce
    assert token == tokens.make(key=KEY, service="signal", now=NOON, nonce=nonce)
