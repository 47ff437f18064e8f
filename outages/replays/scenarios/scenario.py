"""What a scenario is: quiet days of a few services, then what happened, as a report log."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from outages.replays.homes import homes
from outages.replays.simulating import Outage, simulate
from reports.buckets import DAY_MINUTES

# What a line tells of the networks.
ABOUT_NETWORKS = ("prefix", "network")


@dataclass(frozen=True)
class Moment:
    """When it begins (minute since 1970), how large it is (1: as on record), and its chance."""

    minute: int
    size: float
    rng: np.random.Generator

    def soon(self, minutes: float = 2.0) -> int:
        """A minute within so many after the beginning."""
        return self.minute + int(self.rng.integers(0, round(minutes) + 1))


@dataclass(frozen=True, kw_only=True)
class Happening:
    """`told`: lines that stand in the log as they are: notices, single reports."""

    outages: Sequence[Outage] = ()
    told: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """`services` maps slugs to mean reports an hour in quiet times; `minutes`: how long the log
    goes on from the beginning of what happens."""

    name: str
    says: str
    services: Mapping[str, float]
    minutes: int
    happens: Callable[[Moment], Happening]

    @staticmethod
    def moment(begins: int, *, seed: int, size: float) -> Moment:
        """The moment of a log with that seed."""
        return Moment(begins, size, np.random.default_rng([seed, begins]))

    def lines(
        self,
        *,
        start: int,
        days: int,
        seed: int,
        size: float = 1.0,
        minutes: int | None = None,
        with_networks: bool = True,
        with_notices: bool = True,
    ) -> Iterator[dict[str, Any]]:
        """Lines of a report log from `start` (minute since 1970) on; it happens `days` later.

        `minutes`: how long the log goes on from there, if not as long as usual.
        """
        begins = start + days * DAY_MINUTES
        happening = self.happens(self.moment(begins, seed=seed, size=size))
        for line in simulate(
            services=self.services,
            first=start,
            minutes=days * DAY_MINUTES + (self.minutes if minutes is None else minutes),
            seed=seed,
            outages=happening.outages,
            homes=homes(self.services),
            told=[line for line in happening.told if with_notices or "notice" not in line],
        ):
            yield line if with_networks else _without(line)


def _without(line: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in line.items() if name not in ABOUT_NETWORKS}
