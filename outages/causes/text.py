"""Words → cause or symptom. Naming nothing is the usual answer.

Most official posts name no cause when an incident is declared, and users pick their symptom
themselves: text breaks ties, it doesn't decide.
"""

from functools import cache
from pathlib import Path

from outages.causes.phrases.families import cause_phrases, symptom_phrases
from outages.causes.reader import Phrasing, Reader
from outages.causes.taxonomy import KNOWN, SYMPTOMS, UNKNOWN

# Fitted by `python -m tests.benchmarks.fit_texts`; each file tells how.
WEIGHTS = Path(__file__).with_name("weights")
CAUSE_WEIGHTS, SYMPTOM_WEIGHTS = WEIGHTS / "causes.json", WEIGHTS / "symptoms.json"
# A cause is named where it is about as likely as not; else the text is said to name none.
NAMED_FROM = 0.4
# A symptom that is less likely than not is no help to break a tie.
SURE_ENOUGH = 0.5


@cache
def cause_phrasing() -> Phrasing:
    """The phrases by which causes are named, compiled once a process."""
    return Phrasing.of((*KNOWN, UNKNOWN), cause_phrases())


@cache
def symptom_phrasing() -> Phrasing:
    """The phrases by which symptoms are described, compiled once a process."""
    return Phrasing.of(SYMPTOMS, symptom_phrases())


def causes_in(text: str) -> dict[str, float]:
    """Probability that the text names each cause, or none ("unknown"); they add up to one."""
    return _cause_reader().read(text)


def symptoms_in(text: str) -> dict[str, float]:
    """Probability that the comment is about each symptom; they add up to one."""
    return _symptom_reader().read(text)


def cause_of(text: str) -> tuple[str, float]:
    """The cause that a text names, and how surely (0-1); "unknown" and how surely it names none."""
    found = causes_in(text)
    best = max(found, key=found.__getitem__)
    return (best, found[best]) if found[best] >= NAMED_FROM else (UNKNOWN, found[UNKNOWN])


def symptom_of(text: str) -> tuple[str | None, float]:
    """The symptom that a comment describes, and how surely (0-1); (None, 0.0) if unsure."""
    found = symptoms_in(text)
    best = max(found, key=found.__getitem__)
    return (best, found[best]) if found[best] >= SURE_ENOUGH else (None, 0.0)


@cache
def _cause_reader() -> Reader:
    return Reader.load(cause_phrasing(), CAUSE_WEIGHTS)


@cache
def _symptom_reader() -> Reader:
    return Reader.load(symptom_phrasing(), SYMPTOM_WEIGHTS)
