"""Phrases → where they occur in a list of words.

A phrase is words with blanks between them: `word`, `begin*` (any word that begins so),
`one|other*` (either), `!one|other` (any word but these) and `~` (up to three words of the same
sentence). Articles may stand between the words of a phrase and count for none; it may name them
all the same ("du a"). Phrases are found by their first word, so that thousands of them cost no
more than the few that might begin there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from outages.causes.words import ARTICLES, PAUSE, STOP, normalised

# How many words `~` may stand for.
GAP = 3
# First words are looked up by so many letters.
HEAD = 3
_ANY, _BUT = "~", "!"
_NO_WORDS = ARTICLES | {STOP, PAUSE}


class Slot(NamedTuple):
    """One place of a phrase: words that fit and beginnings of words that fit, or all but these."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    barred: bool

    def fits(self, word: str) -> bool:
        named = word in self.whole or (bool(self.begins) and word.startswith(self.begins))
        return word not in _NO_WORDS and not named if self.barred else named


class Hit(NamedTuple):
    """A phrase of `family` stands at words[start:end]."""

    family: str
    start: int
    end: int


# None is a gap.
Shape = tuple[Slot | None, ...]


class Matcher:
    """All phrases of all families, compiled once."""

    def __init__(self, families: Mapping[str, Iterable[str]]) -> None:
        """`families`: name → phrases separated by ";". ValueError for a phrase that can't be."""
        self._by_word: dict[str, list[tuple[str, Shape]]] = defaultdict(list)
        self._by_head: dict[str, list[tuple[str, Shape]]] = defaultdict(list)
        self.count = 0
        for family, texts in families.items():
            for phrase in phrases_of(texts):
                self._add(family, phrase)

    def hits(self, words: Sequence[str]) -> list[Hit]:
        """Every phrase that occurs, in the order of the words; a family once at a word."""
        found: dict[tuple[str, int], Hit] = {}
        for start, word in enumerate(words):
            for family, shape in (
                *self._by_word.get(word, ()),
                *self._by_head.get(word[:HEAD], ()),
            ):
                if (family, start) in found or not _fits(shape[0], word):
                    continue
                end = _end(shape, 1, words, start + 1)
                if end:
                    found[family, start] = Hit(family, start, end)
        return list(found.values())

    def _add(self, family: str, phrase: str) -> None:
        shape = shaped(phrase)
        first = shape[0]
        if first is None or first.barred or any(len(begin) < HEAD for begin in first.begins):
            raise ValueError(f"A phrase begins with a word or {HEAD} letters of one: {phrase!r}")
        for word in first.whole:
            self._by_word[word].append((family, shape))
        for head in {begin[:HEAD] for begin in first.begins}:
            self._by_head[head].append((family, shape))
        self.count += 1


def phrases_of(texts: Iterable[str]) -> list[str]:
    """The single phrases of texts that separate them by ";"."""
    parts = (part for text in texts for part in normalised(text).split(";"))
    return [one for part in parts if (one := " ".join(part.split()))]


def shaped(phrase: str) -> Shape:
    """The slots of a phrase."""
    return tuple(None if part == _ANY else _slot(part) for part in phrase.split())


def _slot(part: str) -> Slot:
    choices = part.removeprefix(_BUT).split("|")
    begins = tuple(choice[:-1] for choice in choices if choice.endswith("*"))
    return Slot(frozenset(one for one in choices if not one.endswith("*")), begins, part[0] == _BUT)


def _fits(slot: Slot | None, word: str) -> bool:
    return slot is not None and slot.fits(word)


def _end(shape: Shape, place: int, words: Sequence[str], at: int) -> int:
    """Where the rest of the shape ends if it stands at `at`; 0 if it doesn't."""
    if place == len(shape):
        return at
    slot = shape[place]
    if slot is not None:
        while at < len(words) and not slot.fits(words[at]):
            if words[at] not in ARTICLES:
                return 0
            at += 1
        return _end(shape, place + 1, words, at + 1) if at < len(words) else 0
    left = GAP
    while left >= 0:
        end = _end(shape, place + 1, words, at)
        if end or at >= len(words) or words[at] == STOP:
            return end
        left -= words[at] not in ARTICLES
        at += 1
    return 0
