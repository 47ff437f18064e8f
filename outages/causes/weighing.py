"""How much each feature of each signal weighs for and against each cause."""

from collections.abc import Mapping
from math import log, tanh

from outages.causes.fitted import SCALE, SHARES, WEIGHTS
from outages.causes.table import SOME, STRONG, TABLE
from outages.causes.taxonomy import KNOWN, UNKNOWN

# Of a hundred outages, those whose cause is none on the list.
NONE_OF_THESE = 0.12
# Log-odds from which a sign that the table gives two pluses is there clearly.
TELLING = 1.0
# Those from which any other sign is heard clearly: the odds double.
CLEAR = log(2)
# A mix of symptoms has many parts, and is as much the service's as the cause's: together they say
# no more than two clear signals.
MOST_OF_SYMPTOMS = 2 * STRONG
SYMPTOMS = "symptoms."
# Of a provider's own page this is no feeling: it is what an innocent one's hasn't.
CUT_OFF = "symptoms.cut_off"


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
    that can be seen from outside: of those nothing but a statement tells.

    What people feel is no such sign: an attack is as slow as an overload (`is_felt`)."""
    seen = {name: size for name, size in features.items() if not _is_of_symptoms(name)}
    return _has_sign(seen, slug, judged=STRONG, heard=TELLING)


def is_felt(features: Mapping[str, float], slug: str) -> bool:
    """Whether the mix of symptoms has a sign of this cause that the table gives two pluses."""
    felt = {name: size for name, size in features.items() if _is_of_symptoms(name)}
    return _has_sign(felt, slug, judged=STRONG, heard=TELLING)


def bears_out(features: Mapping[str, float], slug: str) -> bool:
    """Whether a signal other than the symptoms speaks clearly for this cause, by the table too."""
    seen = {name: size for name, size in features.items() if not _is_of_symptoms(name)}
    return _has_sign(seen, slug, judged=SOME, heard=CLEAR)


def _is_of_symptoms(name: str) -> bool:
    return name.startswith(SYMPTOMS) and name != CUT_OFF


def _has_sign(features: Mapping[str, float], slug: str, *, judged: float, heard: float) -> bool:
    column = KNOWN.index(slug)
    return any(
        TABLE[name].get(slug, 0.0) >= judged and SCALE * size * WEIGHTS[name][column] >= heard
        for name, size in features.items()
    )


def before_evidence(service_kind: str) -> dict[str, float]:
    """Log of each cause's share among outages of a kind of service, and of no cause's."""
    shares = SHARES[service_kind]
    kept = (1 - NONE_OF_THESE) / sum(shares)
    scores = {slug: log(kept * share) for slug, share in zip(KNOWN, shares, strict=True)}
    return {**scores, UNKNOWN: log(NONE_OF_THESE)}
