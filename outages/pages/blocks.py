"""What is down, in the order of a page: the largest first, what shares one cause together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Card = Mapping[str, Any]
# A page shows so many with a drawing, of one shared cause so many; the others in a line each.
CARDS, CARDS_OF_ONE_CAUSE = 12, 6
FEWEST_TOGETHER, A_CROWD = 2, 3


@dataclass
class Block:
    """Incidents that stand together: those of one shared cause, or some that share none (`common`
    is None). `cards` in full, `lines` in a line each; both the largest first."""

    common: Mapping[str, Any] | None
    cards: list[Card] = field(default_factory=list)
    lines: list[Card] = field(default_factory=list)

    @property
    def is_crowd(self) -> bool:
        """So many from one cause that the cause says more than any of their names."""
        return self.common is not None and len(self.every) >= A_CROWD

    @property
    def every(self) -> list[Card]:
        return [*self.cards, *self.lines]


def blocks(ongoing: Iterable[Card]) -> list[Block]:
    """All ongoing incidents, each once."""
    found: list[Block] = []
    left = CARDS
    for together in _by_cause(ongoing):
        common = together[0]["common_cause"] if len(together) >= FEWEST_TOGETHER else None
        if common is not None or not found or found[-1].common is not None:
            found.append(Block(common=common))
        block = found[-1]
        room = left if common is None else min(left, CARDS_OF_ONE_CAUSE)
        block.cards += together[:room]
        block.lines += together[room:]
        left -= len(together[:room])
    return found


def largest(ongoing: Iterable[Card]) -> Card | None:
    """The one that most people report."""
    return max(ongoing, key=_size, default=None)


def _by_cause(ongoing: Iterable[Card]) -> Sequence[list[Card]]:
    """Groups, the largest first; the largest first inside of each."""
    groups: dict[tuple[str, int], list[Card]] = {}
    for card in sorted(ongoing, key=lambda card: (-_size(card), card["service_name"])):
        common = card["common_cause"]
        key = ("shared", common["id"]) if common else ("alone", card["id"])
        groups.setdefault(key, []).append(card)
    return sorted(groups.values(), key=lambda group: -sum(map(_size, group)))


def _size(card: Card) -> int:
    return int(card["reports_last_hour"])
