"""One signal, as it was seen: in words, and in the numbers that weights are for."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """`value`: what was seen, for machines; `says`: a sentence; `features`: name → how much of it,
    about 1 when it is clear. Their names stand in outages.causes.table."""

    signal: str
    value: str
    says: str
    features: Mapping[str, float]


def minutes_in_words(minutes: float) -> str:
    """Whole minutes, at least one."""
    whole = max(1, round(minutes))
    return "1 minute" if whole == 1 else f"{whole} minutes"


def ramp(value: float, *, none: float, full: float) -> float:
    """How far `value` lies on the way from `none` (0) to `full` (1), not beyond either."""
    return min(1.0, max(0.0, (value - none) / (full - none)))
