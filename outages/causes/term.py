"""One signal, as it was seen: in words, and in the numbers that weights are for."""

from collections.abc import Mapping
from dataclasses import dataclass

from outages.causes.sentence import Sentence


@dataclass(frozen=True)
class Term:
    """`value`: what was seen, for machines; `says`: the same in words; `features`: name → how much
    of it, about 1 when it is clear. Their names stand in outages.causes.table."""

    signal: str
    value: str
    says: Sentence
    features: Mapping[str, float]


def ramp(value: float, *, none: float, full: float) -> float:
    """How far `value` lies on the way from `none` (0) to `full` (1), not beyond either."""
    return min(1.0, max(0.0, (value - none) / (full - none)))
