"""Signals → evidence → what probably set the incident off, and how sure that is.

Log-odds of all signals are added (`weighing.py`), and scaled so that what is called probable comes
true as often. Every signal that was heard is a line of evidence; what isn't known adds nothing, and
nothing known gives "not determined yet".
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
from typing import Literal

from outages.causes import company, spread, symptoms, told
from outages.causes.observed import NoticeText, SharedDependency, Signals
from outages.causes.sentence import Sentence
from outages.causes.taxonomy import GROUP_OF, KNOWN, UNKNOWN
from outages.causes.term import Term
from outages.causes.weighing import bears_out, before_evidence, is_felt, tells, weigh

__all__ = [
    "CauseVerdict",
    "Line",
    "NoticeText",
    "SharedDependency",
    "Signals",
    "distribution",
    "judge",
]

Confidence = Literal["likely", "possible", "undetermined"]

# "Likely" needs a telling sign as well: a heap of faint leanings is not a finding.
LIKELY, POSSIBLE = 0.7, 0.45
# Without a telling sign, one signal alone is not even a possibility, of a cause or of a group.
FEWEST_SPEAKING, AUDIBLE = 2, 0.2
# A group is more probable than its parts to begin with, so more is asked of it.
GROUP_POSSIBLE = 0.55
# What isn't told by a sign is never more probable than "possible" sounds: the weights were learnt
# where every cause leaves its marks, and a heap of faint ones may as well be of none on the list.
MOST_UNTOLD = 0.69
# While nothing can be told every cause that isn't improbable is named.
ALTERNATIVES, LEAST_ALTERNATIVE, MOST_ALTERNATIVES = 3, 0.03, 6
# How often the table itself may be wrong, so that the evidence counts for nothing. Of 400 examples
# 72 stood above .99: had all of them been right, one in 24 might be wrong (rule of three).
MISTAKEN = 0.04

TERMS: tuple[Callable[[Signals], Term | None], ...] = (
    symptoms.symptoms,
    spread.extent,
    spread.networks,
    spread.onset,
    spread.shape,
    company.dependency,
    company.siblings,
    company.providers,
    told.maintenance,
    told.release,
    told.hour,
    told.notice,
    told.comments,
)


@dataclass(frozen=True)
class Line:
    """One signal's part in the verdict.

    `weight`: log-odds for (above zero) or against the leading cause; `supports`: the cause
    that it speaks for most, "unknown" if for none; `weights`: the same for every cause it touches.
    """

    signal: str
    value: str
    weight: float
    says: Sentence
    supports: str
    weights: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class CauseVerdict:
    """`category` is "unknown" if only the group can be told, `group` too if not even that.

    `alternatives`: the next causes, (category, group, probability), best first. `leading`: the most
    probable cause, shown or not, which the weights of `evidence` are about.
    """

    category: str
    group: str
    confidence: Confidence
    probability: float
    alternatives: tuple[tuple[str, str, float], ...]
    evidence: tuple[Line, ...]
    leading: str = UNKNOWN


def judge(signals: Signals) -> CauseVerdict:
    """The finest statement that the signals carry: a cause, a group of causes, or neither."""
    terms = heard(signals)
    lines = _lines(terms)
    chances = distribution(signals)
    leading = max(KNOWN, key=chances.__getitem__)
    told = _is_told(leading, terms)
    if not told:
        chances = _held(chances, leading)
    category, group, confidence, probability = _finest(chances, leading, lines, told=told)
    return CauseVerdict(
        category=category,
        group=group,
        confidence=confidence,
        probability=probability,
        alternatives=_others(chances, category),
        evidence=_about(leading, lines),
        leading=leading if lines else UNKNOWN,
    )


def _is_told(leading: str, terms: Sequence[Term]) -> bool:
    """Whether a sign tells of the cause: one that is seen, or one that is felt and borne out."""
    if any(tells(term.features, leading) for term in terms):
        return True
    felt = any(is_felt(term.features, leading) for term in terms)
    return felt and any(bears_out(term.features, leading) for term in terms)


def _held(chances: Mapping[str, float], leading: str) -> dict[str, float]:
    """What is too much goes to the causes that are not on the list."""
    excess = max(0.0, chances[leading] - MOST_UNTOLD)
    return {**chances, leading: chances[leading] - excess, UNKNOWN: chances[UNKNOWN] + excess}


def _others(chances: Mapping[str, float], category: str) -> tuple[tuple[str, str, float], ...]:
    ranked = sorted((slug for slug in KNOWN if slug != category), key=lambda slug: -chances[slug])
    likely = [slug for slug in ranked if chances[slug] >= LEAST_ALTERNATIVE]
    most = MOST_ALTERNATIVES if category == UNKNOWN else ALTERNATIVES
    shown = ranked[: max(ALTERNATIVES, min(most, len(likely)))]
    return tuple((slug, GROUP_OF[slug], chances[slug]) for slug in shown)


def distribution(signals: Signals) -> dict[str, float]:
    """Probability of each cause and of "unknown" (none of these); adds up to one.

    What rests on a common cause is no surer than that it was one.
    """
    shared = signals.shared_dependency
    if shared is None:
        return _chances(signals)
    sure = replace(signals, shared_dependency=replace(shared, probability=1.0))
    alone = replace(signals, shared_dependency=None)
    return _mixed(_chances(sure), _chances(alone), shared.probability)


def _mixed(
    some: Mapping[str, float], others: Mapping[str, float], share: float
) -> dict[str, float]:
    return {slug: share * some[slug] + (1 - share) * others[slug] for slug in some}


def heard(signals: Signals) -> list[Term]:
    """What each signal that is known says."""
    return [term for ask in TERMS if (term := ask(signals)) is not None]


def _chances(signals: Signals) -> dict[str, float]:
    before = before_evidence(signals.service_kind)
    scores = dict(before)
    for line in _lines(heard(signals)):
        for slug, weight in line.weights:
            scores[slug] += weight
    return _mixed(_shares(scores), _shares(before), 1 - MISTAKEN)


def _shares(scores: Mapping[str, float]) -> dict[str, float]:
    highest = max(scores.values())
    odds = {slug: exp(score - highest) for slug, score in scores.items()}
    total = sum(odds.values())
    return {slug: value / total for slug, value in odds.items()}


def _finest(
    chances: Mapping[str, float], leading: str, lines: Sequence[Line], *, told: bool
) -> tuple[str, str, Confidence, float]:
    speaking = sum(dict(line.weights).get(leading, 0.0) >= AUDIBLE for line in lines)
    if chances[leading] >= POSSIBLE:
        if not told and speaking < FEWEST_SPEAKING:
            return UNKNOWN, UNKNOWN, "undetermined", chances[leading]
        likely = chances[leading] >= LIKELY and told
        return leading, GROUP_OF[leading], "likely" if likely else "possible", chances[leading]
    groups: dict[str, float] = defaultdict(float)
    for slug in KNOWN:
        groups[GROUP_OF[slug]] += chances[slug]
    group = max(groups, key=groups.__getitem__)
    if groups[group] >= GROUP_POSSIBLE and (told or _speaking(group, lines) >= FEWEST_SPEAKING):
        return UNKNOWN, group, "possible", groups[group]
    return UNKNOWN, UNKNOWN, "undetermined", chances[leading]


def _speaking(group: str, lines: Sequence[Line]) -> int:
    """Lines that speak for any cause of the group."""
    return sum(
        any(weight >= AUDIBLE and GROUP_OF[slug] == group for slug, weight in line.weights)
        for line in lines
    )


def _lines(terms: Sequence[Term]) -> list[Line]:
    return [_line(term) for term in terms]


def _line(term: Term) -> Line:
    """Not yet about any cause: `weight` is that of none."""
    weights = {slug: round(by, 3) for slug, by in weigh(term.features).items()}
    most = max(weights, key=weights.__getitem__, default=UNKNOWN)
    return Line(
        signal=term.signal,
        value=term.value,
        weight=0.0,
        says=term.says,
        supports=most if weights.get(most, 0.0) > 0 else UNKNOWN,
        weights=tuple(sorted(weights.items(), key=lambda pair: -pair[1])),
    )


def _about(leading: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines as evidence about one cause, the weightiest first."""
    evidence = [replace(line, weight=dict(line.weights).get(leading, 0.0)) for line in lines]
    return tuple(sorted(evidence, key=lambda line: -abs(line.weight)))
