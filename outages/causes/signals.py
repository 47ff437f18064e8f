"""Signals → evidence → what probably set the incident off, and how sure that is.

Log-odds of all signals are added, damped because signals of one incident lean on each other. Every
signal that was heard is a line of evidence; what isn't known adds nothing, and nothing known gives
"not determined yet".
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Literal

from outages.causes import company, spread, symptoms, told
from outages.causes.observed import NoticeText, SharedDependency, Signals
from outages.causes.taxonomy import GROUP_OF, KNOWN, UNKNOWN
from outages.causes.term import Term

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

# Shares of causes among outages, roughly, as operators' and regulators' reports have them. They
# are starting points: alone they never give an answer. The rest is for causes not on the list.
PRIORS: Mapping[str, Mapping[str, float]] = {
    "app": {
        "software_bug": 0.16,
        "capacity_overload": 0.10,
        "software_update": 0.13,
        "configuration_error": 0.13,
        "planned_maintenance": 0.06,
        "hardware_power": 0.08,
        "network_connectivity": 0.06,
        "third_party_dependency": 0.11,
        "cyberattack": 0.03,
        "external_event": 0.02,
    },
    "provider": {
        "software_bug": 0.06,
        "capacity_overload": 0.05,
        "software_update": 0.06,
        "configuration_error": 0.10,
        "planned_maintenance": 0.08,
        "hardware_power": 0.08,
        "network_connectivity": 0.30,
        "third_party_dependency": 0.02,
        "cyberattack": 0.03,
        "external_event": 0.08,
    },
}
DAMPING = 0.9
LIKELY, POSSIBLE = 0.7, 0.45
# A group is more probable than its parts to begin with, so more is asked of it.
GROUP_POSSIBLE = 0.55
# "Likely" needs at least one signal that the table gives two pluses (before damping 1.5):
# a heap of faint leanings is not a finding.
TELLING = 1.0
ALTERNATIVES = 3

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

    `weight`: damped log-odds for (above zero) or against the leading cause; `supports`: the cause
    that it speaks for most, "unknown" if for none; `weights`: the same for every cause it touches.
    """

    signal: str
    value: str
    weight: float
    says: str
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
    chances = _chances(signals, terms)
    ranked = sorted(KNOWN, key=lambda slug: -chances[slug])
    leading = ranked[0]
    category, group, confidence, probability = _finest(chances, leading, terms)
    others = [slug for slug in ranked if slug != category][:ALTERNATIVES]
    return CauseVerdict(
        category=category,
        group=group,
        confidence=confidence,
        probability=probability,
        alternatives=tuple((slug, GROUP_OF[slug], chances[slug]) for slug in others),
        evidence=_lines(terms, leading) if terms else (),
        leading=leading if terms else UNKNOWN,
    )


def distribution(signals: Signals) -> dict[str, float]:
    """Probability of each cause and of "unknown" (none of these); adds up to one."""
    return _chances(signals, heard(signals))


def heard(signals: Signals) -> list[Term]:
    """What each signal that is known says."""
    return [term for ask in TERMS if (term := ask(signals)) is not None]


def _chances(signals: Signals, terms: Sequence[Term]) -> dict[str, float]:
    priors = PRIORS[signals.service_kind]
    scores = {slug: log(prior) for slug, prior in priors.items()}
    scores[UNKNOWN] = log(1 - sum(priors.values()))
    for term in terms:
        for slug, weight in term.weights.items():
            scores[slug] += DAMPING * weight
    highest = max(scores.values())
    odds = {slug: exp(score - highest) for slug, score in scores.items()}
    total = sum(odds.values())
    return {slug: value / total for slug, value in odds.items()}


def _finest(
    chances: Mapping[str, float], leading: str, terms: Sequence[Term]
) -> tuple[str, str, Confidence, float]:
    weights = [term.weights.get(leading, 0.0) for term in terms]
    if chances[leading] >= POSSIBLE and any(weight > 0 for weight in weights):
        likely = chances[leading] >= LIKELY and max(weights) >= TELLING
        return leading, GROUP_OF[leading], "likely" if likely else "possible", chances[leading]
    groups: dict[str, float] = defaultdict(float)
    for slug in KNOWN:
        groups[GROUP_OF[slug]] += chances[slug]
    group = max(groups, key=groups.__getitem__)
    if groups[group] >= GROUP_POSSIBLE and _speak_for(group, terms):
        return UNKNOWN, group, "possible", groups[group]
    return UNKNOWN, UNKNOWN, "undetermined", chances[leading]


def _speak_for(group: str, terms: Sequence[Term]) -> bool:
    return any(
        weight > 0 and GROUP_OF[slug] == group
        for term in terms
        for slug, weight in term.weights.items()
    )


def _lines(terms: Sequence[Term], leading: str) -> tuple[Line, ...]:
    lines = [_line(term, leading) for term in terms]
    return tuple(sorted(lines, key=lambda line: -abs(line.weight)))


def _line(term: Term, leading: str) -> Line:
    damped = {slug: round(DAMPING * weight, 3) for slug, weight in term.weights.items()}
    most = max(damped, key=damped.__getitem__, default=UNKNOWN)
    return Line(
        signal=term.signal,
        value=term.value,
        weight=damped.get(leading, 0.0),
        says=term.says,
        supports=most if damped.get(most, 0.0) > 0 else UNKNOWN,
        weights=tuple(sorted(damped.items(), key=lambda pair: -pair[1])),
    )
