"""The proof of work: what an answer must be for us to take it."""

import base64
import json
from datetime import timedelta
from typing import Any

import altcha
import pytest

from reports import proof
from tests.builders import NOON

KEY = b"k" * 32


@pytest.fixture(scope="module")
def solved() -> dict[str, Any]:
    """A puzzle and its answer, as altcha's own solver finds it."""
    puzzle = proof.challenge(key=KEY, service="signal", now=NOON)
    answer = altcha.solve_challenge(altcha.Challenge.from_dict(puzzle))
    assert answer
    return {"challenge": puzzle, "solution": answer.to_dict()}


def payload(said: Any) -> str:
    return base64.b64encode(json.dumps(said).encode()).decode()


def proved(
    said: str, *, service: str = "signal", minutes: float = 1, key: bytes = KEY
) -> bytes | None:
    now = NOON + timedelta(minutes=minutes)
    return proof.proved(said, key=key, service=service, now=now)


def test_a_puzzle_is_solved_once_all_its_tries_are_made(solved: dict[str, Any]) -> None:
    assert proof.FEWEST_TRIES <= solved["solution"]["counter"] < proof.MOST_TRIES
    nonce = proved(payload(solved))
    assert nonce == bytes.fromhex(solved["challenge"]["parameters"]["nonce"])


def test_the_answer_fits_into_a_report(solved: dict[str, Any]) -> None:
    assert len(payload(solved)) < 1500


@pytest.mark.parametrize(
    ("more", "good"),
    [
        ({}, True),
        ({"minutes": 30}, True),
        ({"minutes": 30.1}, False),
        ({"service": "threema"}, False),
        ({"key": b"x" * 32}, False),
    ],
)
def test_it_is_good_for_its_service_for_half_an_hour(
    solved: dict[str, Any], more: dict[str, Any], good: bool
) -> None:
    assert bool(proved(payload(solved), **more)) is good


@pytest.mark.parametrize(
    ("where", "member", "value"),
    [
        ("solution", "derivedKey", "00" * 32),
        ("solution", "derivedKey", 7),
        ("parameters", "keyPrefix", "00"),
        ("parameters", "keySignature", None),
        ("parameters", "data", {"service": "threema", "until": 4_000_000_000}),
        ("parameters", "nonce", "00" * 16),
        ("parameters", "cost", 0),
        ("challenge", "signature", None),
        ("challenge", "signature", "00" * 32),
    ],
)
def test_no_part_of_it_can_be_changed(
    solved: dict[str, Any], where: str, member: str, value: Any
) -> None:
    changed = json.loads(json.dumps(solved))
    challenge = changed["challenge"]
    part = {"parameters": challenge["parameters"], "challenge": challenge}
    part.get(where, changed["solution"])[member] = value
    assert proved(payload(changed)) is None


def test_an_answer_to_a_puzzle_of_ones_own_is_none() -> None:
    """Easy to solve, signed by nobody, or signed with a key that is no secret."""
    for secret in (None, b"guessed"):
        easy = altcha.create_challenge(
            algorithm="SHA-256",
            cost=1,
            counter=1,
            data={"service": "signal", "until": 4_000_000_000},
            hmac_secret=secret,
            hmac_key_secret=secret,
        )
        answer = altcha.solve_challenge(easy)
        assert answer
        assert proved(altcha.Payload(easy, answer).to_base64()) is None


@pytest.mark.parametrize(
    "said",
    [
        "",
        "not base64!",
        "é",
        payload(None),
        payload([]),
        payload("x"),
        payload({"challenge": []}),
        payload({"challenge": "x", "solution": "y"}),
        payload({"challenge": {"parameters": []}, "solution": {}}),
        base64.b64encode(b"[" * 1400).decode(),
        base64.b64encode(b"\xff\xfe").decode(),
    ],
)
def test_what_is_no_answer_at_all_is_refused_quietly(said: str) -> None:
    assert proved(said) is None
