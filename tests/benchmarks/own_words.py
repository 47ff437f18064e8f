"""Texts as they would be read if no phrase had been written for their company.

Phrases are written by people who have read texts. A phrase that texts of a single company use may
have been written for it, and says nothing of how texts of other companies are read: of that
company's own texts it is struck out (as with leave-one-out, but of words).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from outages.causes.clauses import CUE
from outages.causes.matching import Hit, Matcher, phrases_of
from outages.causes.reader import MOST_CHARACTERS, Numbers, Phrasing
from outages.causes.words import words

_PHRASE = "#"


def without_own_words(
    phrasing: Phrasing,
    phrases: Mapping[str, Iterable[str]],
    texts: Sequence[str],
    groups: Sequence[str],
) -> list[Numbers]:
    """The features of each text without the phrases that only its own group uses.

    phrases: those of which `phrasing` was made. Cues are kept: they are grammar.
    """
    single = Matcher(
        {
            f"{family}{_PHRASE}{number}": [phrase]
            for family, written in phrases.items()
            for number, phrase in enumerate(phrases_of(written))
        }
    )
    found = [words(text[:MOST_CHARACTERS]) for text in texts]
    hits = [single.hits(one) for one in found]
    users: dict[str, set[str]] = defaultdict(set)
    for some, group in zip(hits, groups, strict=True):
        for hit in some:
            users[hit.family].add(group)
    shared = {name for name, by in users.items() if len(by) > 1 or name.startswith(CUE)}
    return [
        phrasing.numbers_of(one, _joined(hit for hit in some if hit.family in shared))
        for one, some in zip(found, hits, strict=True)
    ]


def _joined(hits: Iterable[Hit]) -> list[Hit]:
    """Hits of phrases as those of their families: each once at a word, as Matcher finds them."""
    joined: dict[tuple[str, int], Hit] = {}
    for hit in hits:
        family = hit.family.partition(_PHRASE)[0]
        joined.setdefault((family, hit.start), Hit(family, hit.start, hit.end))
    return list(joined.values())
