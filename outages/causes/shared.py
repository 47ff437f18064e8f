"""Which dependency's failure explains several incidents at once?

Greedy explaining-away with a noisy-OR over services and what they stand on (two layers): the best
dependency is accepted, what it explains is set aside, and the rest is asked again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log1p

import numpy as np
from numpy.typing import NDArray

from outages.causes.taxonomy import ISP, OPERATOR, POWER_GRID

Floats = NDArray[np.float64]

# How often a dependency of a kind has a failure that is felt, among the moments at which somebody
# is down: operators' platforms most often, power grids of whole countries almost never.
PRIORS = {
    OPERATOR: 0.02,
    ISP: 0.02,
    "cloud": 0.01,
    "cloud_region": 0.01,
    "cdn": 0.01,
    "payment": 0.01,
    "dns": 0.005,
    "security_vendor": 0.003,
    POWER_GRID: 0.003,
}
RAREST = min(PRIORS.values())
# Minutes over which dependants of one failure rise; later ones count for less and less.
IN_SYNC = 8.0
# A rise 20 minutes apart (sync .08) is no longer explained and stays for the next round.
OUT_OF_STEP = 20.0
# Chance that a service is down on its own at the same time, lower the stronger its outage.
LEAK, LEAK_STRENGTH = 0.02, 5.0
# Great outages of one's own happen too, some hours a year: without a floor two strong incidents
# at once would outweigh any number of quiet dependants.
LEAST_LEAK = 0.001
ECHO_WEIGHT = 0.1
ACCEPTED = 0.5
FEWEST_STRONG = 2
# Certain dependence doesn't exist; it would make one quiet page a veto on its own.
SUREST = 0.99
MOST_RIVALS = 3


@dataclass(frozen=True)
class Dependency:
    """Something that several services stand on; `prior` per PRIORS unless the catalogue knows."""

    slug: str
    name: str
    kind: str
    prior: float


@dataclass(frozen=True)
class Edge:
    """`p`: how surely a failure of the dependency is felt as a failure of the service."""

    service: str
    dependency: str
    p: float


@dataclass(frozen=True)
class Upset:
    """A service that is down now, or that is implicated by another (`echo`).

    `strength`: distinct reporters above expectation in the last 60 minutes.
    """

    service: str
    onset_minute: float
    strength: float
    echo: bool = False


@dataclass(frozen=True)
class CommonCause:
    """`rivals`: dependencies that claim some of the same services, each with the probability that
    it is rather this one than the winner."""

    dependency: str
    kind: str
    probability: float
    services: tuple[str, ...]
    llr: float
    rivals: tuple[tuple[str, float], ...]


def by_dependency(edges: Iterable[Edge]) -> dict[str, dict[str, float]]:
    """Edges in the form that `common_causes` takes."""
    dependants: dict[str, dict[str, float]] = {}
    for edge in edges:
        dependants.setdefault(edge.dependency, {})[edge.service] = edge.p
    return dependants


def common_causes(
    *,
    dependants: Mapping[str, Mapping[str, float]],
    kinds: Mapping[str, str],
    incidents: Sequence[Upset],
    quiet: Collection[str],
) -> list[CommonCause]:
    """Dependencies whose failure explains at least two strong incidents, best first.

    `dependants`: dependency → service → p. `quiet`: services that work for all we know, that is,
    whose silence means something; one that nobody reports on anyway must not be among them.
    Noisy-OR: Pearl (1988), Probabilistic Reasoning in Intelligent Systems, 4.3.
    """
    web = _Web.woven(dependants, kinds, incidents, quiet)
    left = np.ones(len(incidents), dtype=bool)
    found: list[CommonCause] = []
    while left.any():
        verdict = web.best(left)
        if verdict is None:
            break
        cause, explained = verdict
        found.append(cause)
        left &= ~explained
    return found


@dataclass(frozen=True)
class _Web:
    """Arrays over dependencies (rows) and incidents (columns)."""

    slugs: tuple[str, ...]
    kinds: tuple[str, ...]
    incidents: tuple[Upset, ...]
    p: Floats
    prior: Floats  # logit [dependencies]
    calm: Floats  # sum of ln(1-p) over quiet dependants [dependencies]
    onset: Floats
    strong: NDArray[np.bool_]
    leak: Floats

    @classmethod
    def woven(
        cls,
        dependants: Mapping[str, Mapping[str, float]],
        kinds: Mapping[str, str],
        incidents: Sequence[Upset],
        quiet: Collection[str],
    ) -> "_Web":
        slugs = tuple(dependants)
        well = frozenset(quiet) - {upset.service for upset in incidents}
        prior = np.array([PRIORS.get(kinds[slug], RAREST) for slug in slugs])
        calm = [
            sum(
                log1p(-min(p, SUREST)) for service, p in dependants[slug].items() if service in well
            )
            for slug in slugs
        ]
        strength = np.array([max(upset.strength, 0.0) for upset in incidents])
        return cls(
            slugs=slugs,
            kinds=tuple(kinds[slug] for slug in slugs),
            incidents=tuple(incidents),
            p=_felt(dependants, incidents),
            prior=np.log(prior / (1 - prior)),
            calm=np.array(calm, dtype=np.float64),
            onset=np.array([upset.onset_minute for upset in incidents], dtype=np.float64),
            strong=np.array([not upset.echo for upset in incidents], dtype=bool),
            leak=np.maximum(LEAST_LEAK, LEAK * LEAK_STRENGTH / np.maximum(strength, LEAK_STRENGTH)),
        )

    def best(self, left: NDArray[np.bool_]) -> tuple[CommonCause, NDArray[np.bool_]] | None:
        """The most probable dependency over the incidents `left`, and what it explains."""
        touched = (self.p > 0) & left
        away = np.abs(self.onset - self._medians(touched & self.strong)[:, None])
        explained = touched & (away <= OUT_OF_STEP)
        able = (explained & self.strong).sum(axis=1) >= FEWEST_STRONG
        if not able.any():
            return None
        gain = np.log((1 - (1 - self.p) * (1 - self.leak)) / self.leak)
        trust = np.where(self.strong, 1.0, ECHO_WEIGHT) * np.exp(-away / IN_SYNC)
        llr = np.where(touched, trust * gain, 0.0).sum(axis=1) + self.calm
        score = np.where(able, self.prior + llr, -np.inf)
        row = int(score.argmax())
        probability = _logistic(score[row])
        if probability < ACCEPTED:
            return None
        cause = CommonCause(
            dependency=self.slugs[row],
            kind=self.kinds[row],
            probability=probability,
            services=tuple(self.incidents[i].service for i in np.flatnonzero(explained[row])),
            llr=float(llr[row]),
            rivals=self._rivals(row, score, explained, probability),
        )
        return cause, explained[row]

    def _medians(self, mask: NDArray[np.bool_]) -> Floats:
        """Median onset per dependency; 0 where it has no strong dependant down."""
        medians = np.zeros(len(self.slugs))
        for row in np.flatnonzero(mask.any(axis=1)):
            medians[row] = np.median(self.onset[mask[row]])
        return medians

    def _rivals(
        self, row: int, score: Floats, explained: NDArray[np.bool_], probability: float
    ) -> tuple[tuple[str, float], ...]:
        claims = (explained & explained[row]).any(axis=1) & np.isfinite(score)
        claims[row] = False
        order = [int(i) for i in np.argsort(-score) if claims[i]][:MOST_RIVALS]
        return tuple((self.slugs[i], probability * _logistic(score[i] - score[row])) for i in order)


def _felt(dependants: Mapping[str, Mapping[str, float]], incidents: Sequence[Upset]) -> Floats:
    """p [dependencies, incidents], 0 where a service doesn't stand on a dependency."""
    column = {upset.service: i for i, upset in enumerate(incidents)}
    p = np.zeros((len(dependants), len(incidents)))
    for row, services in enumerate(dependants.values()):
        for service in services.keys() & column.keys():
            p[row, column[service]] = min(services[service], SUREST)
    return p


def _logistic(score: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(score, -500, 500))))
