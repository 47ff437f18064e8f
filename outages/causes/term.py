"""One signal's say about the causes, and the size of a say."""

from collections.abc import Mapping
from dataclasses import dataclass

# Log-odds against "some other cause", from the project's table of signals at declaration time:
# two pluses are STRONG (the odds grow four or five times), one is SOME (they double); SLIGHT is for
# what the table only implies. They are judgements, not fits.
STRONG, SOME, SLIGHT = 1.5, 0.7, 0.35


@dataclass(frozen=True)
class Term:
    """`value`: what was seen, for machines; `says`: a sentence; `weights`: cause → log-odds."""

    signal: str
    value: str
    says: str
    weights: Mapping[str, float]


def minutes_in_words(minutes: float) -> str:
    """Whole minutes, at least one."""
    whole = max(1, round(minutes))
    return "1 minute" if whole == 1 else f"{whole} minutes"
