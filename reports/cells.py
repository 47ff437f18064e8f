"""Which counts of a split may be told: not those of a few, nor what would give them away. Pure."""

from collections.abc import Mapping

# k: a cell split by place, network or symptom is told of from so many different reporters on.
SMALLEST_CELL = 5


def told(counts: Mapping[str, int]) -> dict[str, int]:
    """The counts of a split with a known total that may be told, most frequent first.

    What is left of the total is nothing or no small cell: else the smallest that could be told is
    not told either (secondary suppression: Willenborg & de Waal, Elements of Statistical Disclosure
    Control, 2001).

    >>> told({"login": 9, "slow": 3, "payment": 6}), told({"login": 9, "slow": 3, "payment": 4})
    ({'login': 9}, {'login': 9})
    >>> told({"login": 9, "slow": 3})
    {}
    """
    ranked = sorted(((name, n) for name, n in counts.items() if n), key=lambda pair: -pair[1])
    enough = [pair for pair in ranked if pair[1] >= SMALLEST_CELL]
    left = sum(n for _, n in ranked[len(enough) :])
    return dict(enough[:-1] if 0 < left < SMALLEST_CELL else enough)
