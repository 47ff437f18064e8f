"""What is usual over a longer span, summed by steps, without holding every minute of it at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from outages.detection import lifecycle
from outages.detection.cold import COLD_RELVAR
from outages.detection.fits import Fit
from outages.detection.surprise import can_tell
from outages.detection.week import COLD_DAYS
from outages.judging import expectation
from reports.buckets import DAY_MINUTES

# Minutes that are asked for at once: the memory it takes grows with their square.
MINUTES_AT_ONCE = 1440
HOUR = 60


@dataclass(frozen=True)
class Usual:
    """`mean` float [series, steps]: reporters expected in each step; `relvar` float [series]:
    relative variance of a step's count; `trust` float [series]: the factor on its severities;
    `known` bool [series]: whether any history is behind it."""

    mean: NDArray[np.float64]
    relvar: NDArray[np.float64]
    trust: NDArray[np.float64]
    known: NDArray[np.bool_]

    def can_tell(self, *, minutes: int, charge: float = 0.0) -> NDArray[np.bool_]:
        """Would a typical outage of the last hour be an incident now? `minutes`: of the one step;
        `charge`: taken off severities because many regions are looked at."""
        hourly = self.mean[:, 0] * HOUR / minutes
        return can_tell(hourly, self.relvar, (lifecycle.OPEN_ABOVE + charge) / self.trust)

    def can_tell_each(self, *, minutes: int, charge: NDArray[np.float64]) -> NDArray[np.bool_]:
        """The same at each minute of `up_to`, bool [series, minutes]; `charge` float [minutes]."""
        hourly = self.mean * HOUR / minutes
        return can_tell(hourly, self.relvar, (lifecycle.OPEN_ABOVE + charge) / self.trust)


def by_step(
    keys: Sequence[tuple[int, int]],
    *,
    first: int,
    last: int,
    step: int,
    as_of: int | None = None,
) -> Usual:
    """What the series (service id, region id) usually get in each step of `first` to `last`.

    `step`: minutes; it divides the span. `as_of`: a minute of the day whose fit is asked, where
    that of the last minute is long forgotten.
    """
    mean = np.zeros((len(keys), (last - first + 1) // step))
    fit = Fit.cold(len(keys))
    for start in range(first, last + 1, MINUTES_AT_ONCE):
        minutes = np.arange(start, min(start + MINUTES_AT_ONCE, last + 1))
        usual = expectation.expected_per_minute(
            keys, minutes, minute=last if as_of is None else as_of
        )
        steps, begins = np.unique((minutes - first) // step, return_index=True)
        mean[:, steps] += np.add.reduceat(usual.mean, begins, axis=1)
        fit = usual.fit
    return Usual(mean=mean, relvar=_relvar(fit, step, last), trust=fit.trust, known=fit.days > 0)


def up_to(keys: Sequence[tuple[int, int]], minutes: Sequence[int], *, window: int) -> Usual:
    """What the series (service id, region id) usually get in the `window` minutes up to each of
    `minutes`, which ascend, by the fit of each minute's own day. All arrays are [series, minutes].
    """
    ends = np.array(minutes, dtype=np.int64)
    mean, relvar, trust = np.zeros((3, len(keys), len(ends)))
    known = np.zeros(mean.shape, dtype=bool)
    for day in np.unique(ends // DAY_MINUTES):
        of_day = ends // DAY_MINUTES == day
        first, last = int(ends[of_day][0]) - window + 1, int(ends[of_day][-1])
        usual = expectation.expected_per_minute(keys, np.arange(first, last + 1), minute=last)
        summed = np.pad(np.cumsum(usual.mean, axis=1), ((0, 0), (1, 0)))
        after = ends[of_day] - first + 1
        fit = usual.fit
        unknown = np.where(fit.days[:, None] < COLD_DAYS, COLD_RELVAR, fit.youth_at(ends[of_day]))
        mean[:, of_day] = summed[:, after] - summed[:, after - window]
        relvar[:, of_day] = fit.relvar_over(window)[:, None] + unknown
        trust[:, of_day], known[:, of_day] = fit.trust[:, None], fit.days[:, None] > 0
    return Usual(mean=mean, relvar=relvar, trust=trust, known=known)


def _relvar(fit: Fit, step: int, last: int) -> NDArray[np.float64]:
    """As the detector judges the last step: with what a young fit does not know yet."""
    unknown = np.where(fit.days < COLD_DAYS, COLD_RELVAR, fit.youth_at([last])[:, 0])
    return np.asarray(fit.relvar_over(step) + unknown, float)


def in_span(keys: Sequence[tuple[int, int]], *, first: int, last: int) -> Usual:
    """The same with the whole span as one step."""
    return by_step(keys, first=first, last=last, step=last - first + 1)
