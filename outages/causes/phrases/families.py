"""Families of phrases: what each says, and how clearly; the languages put together.

A family is named "label.kind". The label is a cause or a symptom; families of one label differ in
how clearly they speak for it. Families of "cue" say nothing themselves: they turn what others say.
"""

from collections.abc import Mapping
from types import ModuleType

from outages.causes.phrases import (
    de,
    en_changes,
    en_cues,
    en_faults,
    en_infrastructure,
    en_maintenance,
    en_outside,
    en_symptoms,
    en_third_parties,
    en_vague,
    es,
    fr,
    hi,
    idn,
    it,
    nl,
    pt,
    tr,
)

# How clearly a family speaks for its label before any data: 1 names it, less only points to it.
NAMES, OFTEN, POINTS, HINTS, BARELY, SCARCELY = 1.0, 0.8, 0.7, 0.5, 0.3, 0.15
_CLEARNESS = {
    "mechanics": OFTEN,
    "traffic": OFTEN,
    "deploy": OFTEN,
    "rollback": OFTEN,
    "rule": POINTS,
    "move": POINTS,
    "network": POINTS,
    "transit": POINTS,
    "carrier": HINTS,
    "bare": POINTS,
    "wait": HINTS,
    "weak": HINTS,
    "future": OFTEN,
    "times": BARELY,
    "topic": SCARCELY,
    "seems": BARELY,
    "mention": BARELY,
    "area": HINTS,
    "open": OFTEN,
    "investigating": BARELY,
    "symptom": BARELY,
    "review": BARELY,
}

# Families that name vendors.
VENDORS = ("third_party_dependency.vendor", "third_party_dependency.mention")

ENGLISH = (
    en_faults,
    en_changes,
    en_maintenance,
    en_infrastructure,
    en_third_parties,
    en_outside,
    en_vague,
)
OTHERS = (de, fr, es, pt, it, nl, hi, idn, tr)


def cause_phrases() -> dict[str, list[str]]:
    """Family → phrases by which texts name a cause, of all languages."""
    families = _joined((*ENGLISH, *OTHERS), "CAUSES")
    return families | _joined((en_cues, *OTHERS), "CUES")


def symptom_phrases() -> dict[str, list[str]]:
    """Family → phrases by which comments describe a symptom, of all languages."""
    return _joined((en_symptoms, *OTHERS), "SYMPTOMS") | _joined((en_symptoms,), "CUES")


def label_of(family: str) -> str:
    return family.partition(".")[0]


def clearness(family: str) -> float:
    return _CLEARNESS.get(family.partition(".")[2], NAMES)


def _joined(modules: tuple[ModuleType, ...], table: str) -> dict[str, list[str]]:
    joined: dict[str, list[str]] = {}
    for module in modules:
        families: Mapping[str, str] = getattr(module, table)
        for family, phrases in families.items():
            joined.setdefault(family, []).append(phrases)
    return joined
