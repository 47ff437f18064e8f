"""How much each feature of each signal weighs for and against each cause."""

from collections.abc import Mapping
from math import log, tanh

from outages.causes.fitted import SCALE, SHARES, WEIGHTS
from outages.causes.table import STRONG, TABLE
from outages.causes.taxonomy import KNOWN, UNKNOWN

# Of a hundred outages, those whose cause is none on the list.
NONE_OF_THESE = 0.12
# Log-odds from which a sign that the table gives two pluses is there clearly.
TELLING = 1.0
# A mix of symptoms has many parts, and is as much the service's as the cause's: together they say
# no more than two clear signals.
MOST_OF_SYMPTOMS = 2 * STRONG
SYMPTOMS = "symptoms."


def weigh(features: Mapping[str, float]) -> dict[str, float]:
    """Log-odds of each cause that the features of one signal speak for or against."""
    sums = dict.fromkeys(KNOWN, 0.0)
    for name, size in features.items():
        for slug, weight in zip(KNOWN, WEIGHTS[name], strict=True):
            sums[slug] += size * weight
    if any(name.startswith(SYMPTOMS) for name in features):
        sums = {slug: MOST_OF_SYMPTOMS * tanh(by / MOST_OF_SYMPTOMS) for slug, by in sums.items()}
    return {slug: SCALE * by for slug, by in sums.items() if by}


def tells(features: Mapping[str, float], slug: str) -> bool:
    """Whether there is a sign of this cause that the table gives two pluses. Some causes have none
    that can be seen from outside: of those nothing but a statement tells."""
    column = KNOWN.index(slug)
    return any(
        TABLE[name].get(slug, 0.0) >= STRONG and SCALE * size * WEIGHTS[name][column] >= TELLING
        for name, size in features.items()
    )


def before_evidence(service_kind: str) -> dict[str, float]:
    """Log of each cause's share among outages of a kind of service, and of no cause's."""
    shares = SHARES[service_kind]
    kept = (1 - NONE_OF_THESE) / sum(shares)
    scores = {slug: log(kept * share) for slug, share in zip(KNOWN, shares, strict=True)}
    return {**scores, UNKNOWN: log(NONE_OF_THESE)}
