"""A text → probabilities of labels: phrases, their roles, their weights, in this order."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np

from outages.causes.clauses import CUE, said
from outages.causes.features import GENERAL, TIED, plain_features, tied_features
from outages.causes.matching import Hit, Matcher
from outages.causes.phrases.families import VENDORS, clearness
from outages.causes.softmax import Floats, Weights, chances
from outages.causes.words import ARTICLES, words

# A text that opens with a vendor's name speaks of that vendor itself.
OPENING = 1
# No more of a text is read: the cause is named early, and a stranger chooses its length.
MOST_CHARACTERS = 4000


class Numbers(NamedTuple):
    """A text as the softmax takes it."""

    plain: Floats
    tied: Floats


@dataclass(frozen=True)
class Phrasing:
    """Labels and the phrases that speak for them, compiled."""

    labels: tuple[str, ...]
    families: tuple[str, ...]
    clearness: Mapping[str, float]
    matcher: Matcher

    @classmethod
    def of(cls, labels: Sequence[str], phrases: Mapping[str, Sequence[str]]) -> Self:
        families = sorted(family for family in phrases if not family.startswith(CUE))
        clear = {family: clearness(family) for family in families}
        return cls(tuple(labels), tuple(families), clear, Matcher(phrases))

    @property
    def features(self) -> tuple[str, ...]:
        """Names of the plain features, in their order."""
        return (*GENERAL, *self.families)

    def numbers(self, text: str) -> Numbers:
        """The features of a text."""
        found = words(text[:MOST_CHARACTERS])
        return self.numbers_of(found, self.matcher.hits(found))

    def numbers_of(self, found: Sequence[str], hits: Sequence[Hit]) -> Numbers:
        """The features of the words of a text in which these phrases were found."""
        what = said(found, _of_others(found, hits))
        length = sum(word not in ARTICLES for word in found)
        return Numbers(
            plain_features(what, length, self.families),
            tied_features(what, self.labels, self.clearness),
        )


@dataclass(frozen=True)
class Reader:
    """Phrases with their weights."""

    phrasing: Phrasing
    weights: Weights

    @classmethod
    def load(cls, phrasing: Phrasing, file: Path) -> Self:
        """The reader whose weights were fitted into `file`. ValueError if to other phrases."""
        kept = json.loads(file.read_text(encoding="utf-8"))
        if (*kept["plain"],) != phrasing.features or (*kept["labels"],) != phrasing.labels:
            raise ValueError(f"{file.name} was fitted to other phrases: fit it again.")
        plain = np.array(list(kept["plain"].values()), dtype=np.float64)
        tied = np.array([kept["tied"][name] for name in TIED], dtype=np.float64)
        return cls(phrasing, Weights(plain, tied, float(kept["temperature"])))

    def read(self, text: str) -> dict[str, float]:
        """Label → probability."""
        found = chances(self.weights, *self.phrasing.numbers(text))
        return dict(zip(self.phrasing.labels, found.tolist(), strict=True))


def kept_form(phrasing: Phrasing, weights: Weights, made: Mapping[str, object]) -> str:
    """The weights as text for a file; `made`: how they came about."""
    rows = np.round(weights.plain, 3).tolist()
    plain = dict(zip(phrasing.features, rows, strict=True))
    head = {
        "made": made,
        "labels": phrasing.labels,
        "temperature": round(weights.temperature, 3),
        "tied": dict(zip(TIED, np.round(weights.tied, 3).tolist(), strict=True)),
    }
    # A line for each feature, so that a refit can be compared with the last.
    lines = [f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in plain.items()]
    return json.dumps(head, indent=1)[:-2] + ',\n "plain": {\n' + ",\n".join(lines) + "\n }\n}\n"


def _of_others(words: Sequence[str], hits: Sequence[Hit]) -> list[Hit]:
    """The hits without those that name the vendor who speaks."""
    opening = set(words[:OPENING]) - ARTICLES
    return [
        hit
        for hit in hits
        if hit.family not in VENDORS or opening.isdisjoint(words[hit.start : hit.end])
    ]
