"""What a text says → numbers for the softmax."""

from collections.abc import Mapping, Sequence
from math import exp, log1p

import numpy as np

from outages.causes.clauses import Role, Said
from outages.causes.phrases.families import NAMES, SCARCELY, label_of
from outages.causes.softmax import Floats

# How much a hit says for its label, by its role: a named consequence says little. Judged by hand.
SAYS = {Role.TOLD: 1.0, Role.CAUSE: 1.3, Role.LINK: 0.9, Role.EFFECT: 0.4}
# The headline of a post is about so many words.
HEADLINE = 12
# A share of less than this is little even if nothing else is said.
RESERVE = 0.5
# A text is long or short around so many words.
USUAL_WORDS = 30

# Features of the text as a whole, before those of families.
GENERAL = ("bias", "length", "silence", "labels")
# Features of each label, whose weights all labels share.
TIED = ("strength", "blamed", "first blamed", "headline", "share", "first")
STRENGTH, BLAMED, FIRST_BLAMED, IN_HEADLINE, SHARE, FIRST = range(len(TIED))


def plain_features(said: Sequence[Said], length: int, families: Sequence[str]) -> Floats:
    """[GENERAL + families]: those of families are 0-1, by how often and as what each was said.

    length: words of the text.
    """
    sums = dict.fromkeys(families, 0.0)
    for hit in said:
        sums[hit.family] += SAYS[hit.role]
    labels = {label_of(hit.family) for hit in said}
    general = [1.0, log1p(length) - log1p(USUAL_WORDS), float(not said), log1p(len(labels))]
    return np.array(general + [1 - exp(-total) for total in sums.values()])


def tied_features(
    said: Sequence[Said], labels: Sequence[str], clearness: Mapping[str, float]
) -> Floats:
    """[labels, TIED], each 0-1: what the text says for each label.

    clearness: how clearly each family speaks for its label. What only comes up where a cause is
    told blames nothing, however often it is said.
    """
    rows = {label: [0.0] * len(TIED) for label in labels}
    known = [
        (label_of(hit.family), hit)
        for hit in said
        if label_of(hit.family) in rows and clearness[hit.family] > SCARCELY
    ]
    sums = dict.fromkeys(labels, 0.0)
    for label, hit in known:
        sums[label] += clearness[hit.family] * SAYS[hit.role]
        rows[label][BLAMED] = max(rows[label][BLAMED], hit.role in (Role.CAUSE, Role.LINK))
        rows[label][IN_HEADLINE] = max(rows[label][IN_HEADLINE], hit.start < HEADLINE)
    total = sum(sums.values())
    for label, row in rows.items():
        row[STRENGTH] = 1 - exp(-sums[label])
        row[SHARE] = sums[label] / (total + RESERVE)
    clear = [(label, hit) for label, hit in known if clearness[hit.family] >= NAMES]
    for label, _ in clear[:1]:
        rows[label][FIRST] = 1.0
    for label, _ in [one for one in clear if one[1].role is Role.CAUSE][:1]:
        rows[label][FIRST_BLAMED] = 1.0
    return np.array(list(rows.values()), dtype=np.float64)
