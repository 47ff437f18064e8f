"""Services found by what people type, from the process's memory: no query while somebody types."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from outages.models import Incident
from reports import spelling
from reports.kept import Kept
from reports.models import Service

Body = dict[str, Any]
# The words of a few thousand services.
FORMS_KEPT = 16_384
# What is down is known to every process within so many seconds; a new service within as many more.
DOWN_FRESH_FOR, NAMES_FRESH_FOR = 5.0, 10.0
# How alike two words must be to be taken for one that is spelt wrongly, and how many are offered.
ALIKE, MOST_MEANT = 0.75, 3
NOT_FOUND = 4
# What stands between the parts of a word, beside a space.
_GAPS = str.maketrans(dict.fromkeys("-_./", " "))
# Fewer letters would be found across two words that they have nothing to do with: wa in Show App.
SURE_OVER_GAPS = 4


@dataclass(frozen=True)
class Named:
    """A service with every word that people know it by."""

    slug: str
    name: str
    category: str
    words: tuple[str, ...]


def distance(words: Iterable[str], q: str) -> int:
    """How far what is sought is from the nearest of a service's words: 0 it is one of them, 1 one
    begins with it, 2 a part of one does, 3 one holds it, NOT_FOUND none does. Nothing sought: 0.
    """
    sought, bare = _forms(q)
    if not sought:
        return 0
    if not bare:
        return NOT_FOUND
    return min((_far(word, sought, bare) for word in words), default=NOT_FOUND)


def hits(q: str, *, most: int) -> list[Body]:
    """The services that fit best: slug, name, kind's name, and whether it has an incident now."""
    if not spelling.squeezed(q):
        return []
    down = _down.get()
    ranked = [(distance(one.words, q), one) for one in _names.get()]
    fitting = sorted(
        (far, one.slug not in down, one.name.casefold(), one.slug, one)
        for far, one in ranked
        if far < NOT_FOUND
    )
    return [
        {"slug": one.slug, "name": one.name, "category_name": one.category, "down": not calm}
        for _, calm, _, _, one in fitting[:most]
    ]


def named(text: str) -> str | None:
    """The slug of the one service that is called so; None where none is, or several are."""
    exact = [one.slug for one in _names.get() if distance(one.words, text) == 0]
    return exact[0] if len(exact) == 1 and spelling.squeezed(text) else None


def meant(q: str) -> list[Body]:
    """Services whose names are spelt nearly so, the nearest first: slug and name."""
    by_word: dict[str, Named] = {}
    for one in _names.get():
        for word in one.words:
            by_word.setdefault(spelling.squeezed(word), one)
    near = get_close_matches(spelling.squeezed(q), by_word, n=2 * MOST_MEANT, cutoff=ALIKE)
    found = {by_word[word].slug: by_word[word].name for word in near}
    return [{"slug": slug, "name": name} for slug, name in list(found.items())[:MOST_MEANT]]


def forget() -> None:
    """Read names and incidents anew at the next call."""
    _names.forget()
    _down.forget()


def _far(word: str, sought: str, bare: str) -> int:
    folded, squeezed = _forms(word)
    if bare == squeezed:
        return 0
    if squeezed.startswith(bare):
        return 1
    if f" {sought}" in folded.translate(_GAPS):
        return 2
    over_gaps = len(bare) >= SURE_OVER_GAPS and bare in squeezed
    return 3 if sought in folded or over_gaps else NOT_FOUND


@lru_cache(maxsize=FORMS_KEPT)
def _forms(text: str) -> tuple[str, str]:
    return spelling.folded(text), spelling.squeezed(text)


def _load_names() -> Sequence[Named]:
    rows = Service.objects.active().values_list("slug", "name", "category__name", "aliases")
    return [
        Named(slug, name, category, (name, slug, *aliases))
        for slug, name, category, aliases in rows
    ]


def _load_down() -> frozenset[str]:
    return frozenset(Incident.objects.ongoing().values_list("service__slug", flat=True))


_names = Kept(_load_names, fresh_for=NAMES_FRESH_FOR)
_down = Kept(_load_down, fresh_for=DOWN_FRESH_FOR)
