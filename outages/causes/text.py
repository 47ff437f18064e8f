"""Words → cause or symptom, by weighted phrases. Naming nothing is the usual answer.

Most official posts name no cause when an incident is declared, and users pick their symptom
themselves: text breaks ties, it doesn't decide.
"""

import re
import unicodedata
from collections.abc import Sequence
from math import exp

from outages.causes.phrases import CAUSE_PHRASES, SYMPTOM_PHRASES, Phrases
from outages.causes.taxonomy import UNKNOWN

# Below one clear pointer nothing was said.
ENOUGH = 1.0
SUREST_ENOUGH = 0.4

Rule = tuple[re.Pattern[str], str, float]


def _rules(table: Sequence[Phrases]) -> tuple[Rule, ...]:
    return tuple((_pattern(phrases), slug, weight) for slug, weight, phrases in table)


def _pattern(phrases: str) -> re.Pattern[str]:
    parts = (" ".join(part.split()) for part in phrases.split(";"))
    return re.compile(rf"\b(?:{'|'.join(part for part in parts if part)})")


_CAUSE_RULES, _SYMPTOM_RULES = _rules(CAUSE_PHRASES), _rules(SYMPTOM_PHRASES)


def cause_of(text: str) -> tuple[str, float]:
    """The cause that a text names, with a confidence of 0-1; ("unknown", 0.0) if it names none."""
    slug, confidence = _best(text, _CAUSE_RULES)
    return (slug, confidence) if slug else (UNKNOWN, 0.0)


def symptom_of(text: str) -> tuple[str | None, float]:
    """The symptom that a comment describes, with a confidence of 0-1; (None, 0.0) if none."""
    return _best(text, _SYMPTOM_RULES)


def normalised(text: str) -> str:
    """Folded case, without accents, one space between words, straight apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    bare = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return " ".join(bare.casefold().split())


def _best(text: str, rules: Sequence[Rule]) -> tuple[str | None, float]:
    plain = normalised(text)
    scores: dict[str, float] = {}
    for pattern, slug, weight in rules:
        if pattern.search(plain):
            scores[slug] = scores.get(slug, 0.0) + weight
    positive = {slug: score for slug, score in scores.items() if score > 0}
    if not positive:
        return None, 0.0
    slug = max(positive, key=positive.__getitem__)
    score = positive[slug]
    # Sure if much was said, and if it was not said of other causes as well.
    confidence = (1 - exp(-score)) * score / sum(positive.values())
    if score < ENOUGH or confidence < SUREST_ENOUGH:
        return None, 0.0
    return slug, confidence
