"""What is usual over a longer span, summed by steps, without holding every minute of it at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from outages.judging import expectation

# Minutes that are asked for at once: the memory it takes grows with their square.
MINUTES_AT_ONCE = 1440


@dataclass(frozen=True)
class Usual:
    """`mean` float [series, steps]: reporters expected in each step; `relvar` float [series]:
    relative variance of a step's count; `known` bool [series]: whether any history is behind it."""

    mean: NDArray[np.float64]
    relvar: NDArray[np.float64]
    known: NDArray[np.bool_]


def by_step(keys: Sequence[tuple[int, int]], *, first: int, last: int, step: int) -> Usual:
    """What the series (service id, region id) usually get in each step of `first` to `last`.

    `step`: minutes; it divides the span.
    """
    mean = np.zeros((len(keys), (last - first + 1) // step))
    relvar, days = np.zeros(len(keys)), np.zeros(len(keys))
    for start in range(first, last + 1, MINUTES_AT_ONCE):
        minutes = np.arange(start, min(start + MINUTES_AT_ONCE, last + 1))
        usual = expectation.expected_per_minute(keys, minutes, minute=last)
        steps, begins = np.unique((minutes - first) // step, return_index=True)
        mean[:, steps] += np.add.reduceat(usual.mean, begins, axis=1)
        relvar, days = usual.fit.relvar_over(step), usual.fit.days
    return Usual(mean=mean, relvar=relvar, known=days > 0)


def in_span(keys: Sequence[tuple[int, int]], *, first: int, last: int) -> Usual:
    """The same with the whole span as one step."""
    return by_step(keys, first=first, last=last, step=last - first + 1)
