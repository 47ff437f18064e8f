"""Hits of phrases → what each says in its sentence: the cause, its consequence, or nothing.

"X caused Y" and "Y due to X" both blame X; of a chain the earliest link is the trigger. What is
denied ("not caused by an attack"), supposed ("to prevent overload") or no more than part of a name
or a remedy ("our network team", "rolled out a fix") says nothing.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from outages.causes.matching import Hit
from outages.causes.words import ARTICLES, PAUSE, STOP

LEADS, OWES = "cue.leads", "cue.owes"
DENIES, SUPPOSES = "cue.denies", "cue.supposes"
# In Hindi and Turkish the denial comes behind what it denies.
REFUTES = "cue.refutes"
# What stands inside these words says nothing.
VOIDS = "cue.voids"
CUE = "cue."
# A denial reaches over so many words, and no further than a pause, its sentence or a "but".
REACH = 4
_BUTS = {"but", "aber", "mais", "pero", "mas", "ma", "maar", "lekin", "tapi", "ama"}
_DENIALS = {"no", "not", "without"}
_TURNS = frozenset({STOP, PAUSE} | _BUTS)


class Role(IntEnum):
    """What a hit is in its sentence."""

    TOLD = 0
    CAUSE = 1
    LINK = 2
    EFFECT = 3


class Said(NamedTuple):
    """A hit that is neither denied, supposed nor void."""

    family: str
    role: Role
    start: int


def said(words: Sequence[str], hits: Sequence[Hit]) -> list[Said]:
    """The hits that say something, in the order of the words. Cues are read and left out."""
    found: list[Said] = []
    for inside in _sentences(words, hits):
        cues = [hit for hit in inside if hit.family.startswith(CUE)]
        found += (
            Said(hit.family, _role(hit, cues), hit.start)
            for hit in inside
            if not hit.family.startswith(CUE) and not _denied(hit, cues, words)
        )
    return found


def _sentences(words: Sequence[str], hits: Sequence[Hit]) -> Iterator[list[Hit]]:
    start = 0
    for end in [*(at for at, word in enumerate(words) if word == STOP), len(words)]:
        yield [hit for hit in hits if start <= hit.start < end]
        start = end


def _role(hit: Hit, cues: Sequence[Hit]) -> Role:
    """A cause stands before what leads on or after what owes; a consequence the other way."""
    leads = [cue for cue in cues if cue.family == LEADS]
    owes = [cue for cue in cues if cue.family == OWES]
    before = [cue.start for cue in owes if cue.end <= hit.start]
    is_cause = bool(before) or any(cue.start >= hit.end for cue in leads)
    after_lead = [cue for cue in leads if cue.end <= hit.start]
    is_effect = bool(after_lead) or any(cue.start >= hit.end for cue in owes)
    if is_cause and is_effect:
        return Role.LINK
    if is_effect:
        return Role.EFFECT
    return Role.CAUSE if is_cause else Role.TOLD


def _denied(hit: Hit, cues: Sequence[Hit], words: Sequence[str]) -> bool:
    return any(
        cue.family == VOIDS and cue.start <= hit.start and hit.end <= cue.end for cue in cues
    ) or any(_reaches(words[start:end]) for start, end in _gaps(hit, cues, words))


def _gaps(hit: Hit, cues: Sequence[Hit], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The words between the hit and each cue on the side from which it denies."""
    for cue in cues:
        if cue.family in (DENIES, SUPPOSES) and cue.start < hit.start:
            # "There is no power" denies nothing: the denial is the first word of what is said.
            if cue.end <= hit.start or words[hit.start] not in _DENIALS:
                yield cue.end, hit.start
        elif cue.family == REFUTES and cue.start >= hit.end:
            yield hit.end, cue.start


def _reaches(between: Sequence[str]) -> bool:
    return sum(word not in ARTICLES for word in between) <= REACH and _TURNS.isdisjoint(between)
