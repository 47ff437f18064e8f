"""What is kept of an explanation: facts and lines of evidence as JSON, and back."""

from collections.abc import Mapping
from typing import Any

import msgspec

from outages.causes.account import Facts
from outages.causes.sentence import Sentence
from outages.causes.signals import Line

# Of the form of facts. A new member with a default needs no new version: older facts are read
# without it. Facts of another version are not read; what was said then in English stays.
VERSION = 1


def facts_json(facts: Facts) -> dict[str, Any]:
    """What `facts_of` makes the same facts of."""
    return {"version": VERSION, **msgspec.to_builtins(facts)}


def facts_of(kept: Mapping[str, Any]) -> Facts | None:
    """Kept facts; None where none were kept, or in another form than this version reads."""
    if kept.get("version") != VERSION:
        return None
    try:
        return msgspec.convert(kept, Facts)
    except msgspec.ValidationError:
        return None


def line_json(line: Line) -> dict[str, Any]:
    """A line of evidence: `says` in English, `sentence` for other languages."""
    found: dict[str, Any] = msgspec.to_builtins(line)
    return {**found, "says": str(line.says), "sentence": found["says"]}


def line_of(kept: Mapping[str, Any]) -> Line:
    """A kept line of evidence; an older one has nothing but its English."""
    return Line(
        signal=kept["signal"],
        value=kept["value"],
        weight=kept["weight"],
        says=said_in(kept),
        supports=kept["supports"],
        weights=tuple((slug, weight) for slug, weight in kept.get("weights", ())),
    )


def said_in(kept: Mapping[str, Any], english: str = "says") -> Sentence:
    """The sentence of something kept, which has its English in a member of its own."""
    try:
        return msgspec.convert(kept["sentence"], Sentence)
    except (KeyError, msgspec.ValidationError):
        return Sentence(kept[english])
