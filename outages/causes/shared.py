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
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

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
# What was accepted once is held through doubt, until it has become this improbable.
CONTRADICTED = 0.1
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

    `strength`: distinct reporters above expectation in the last 60 minutes. `cut_off`: whether its
    people say that they have no connection or no power at all; None: not known.
    """

    service: str
    onset_minute: float
    strength: float
    echo: bool = False
    cut_off: bool | None = None


@dataclass(frozen=True)
class CommonCause:
    """`services`: those it explains, first down first. `rivals`: dependencies that claim some of
    the same services, each with the probability that it is rather this one than the winner."""

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
    by_onset = sorted(incidents, key=lambda upset: upset.onset_minute)
    web = _Web.woven(dependants, kinds, by_onset, quiet)
    left = np.ones(len(incidents), dtype=bool)
    found: list[CommonCause] = []
    while left.any():
        verdict = web.best(left)
        if verdict is None:
            break
        cause, felled = verdict
        found.append(cause)
        left[felled] = False
    return found


def contradicted(
    held: Collection[str],
    *,
    dependants: Mapping[str, Mapping[str, float]],
    kinds: Mapping[str, str],
    incidents: Sequence[Upset],
    quiet: Collection[str],
) -> set[str]:
    """Those of some dependencies, named earlier, that are improbable by now even if they may
    explain all that they can: too many who stand on them turned out to be well. The rest as in
    `common_causes`."""
    by_onset = sorted(incidents, key=lambda upset: upset.onset_minute)
    web = _Web.woven(dependants, kinds, by_onset, quiet)
    chances = dict(zip(web.slugs, web.chances().tolist(), strict=True))
    return {slug for slug in held if chances.get(slug, 0.0) < CONTRADICTED}


@dataclass(frozen=True)
class _Web:
    """The edges between dependencies and the services that are down, as arrays [edges].

    They stand dependency by dependency (`row`), within one in the order of onset.
    """

    slugs: tuple[str, ...]
    kinds: tuple[str, ...]
    incidents: tuple[Upset, ...]
    prior: Floats  # logit [dependencies]
    calm: Floats  # sum of ln(1-p) over quiet dependants [dependencies]
    row: Ints
    column: Ints  # which incident
    onset: Floats
    strong: Bools
    gain: Floats  # log of how much likelier down than by itself

    @classmethod
    def woven(
        cls,
        dependants: Mapping[str, Mapping[str, float]],
        kinds: Mapping[str, str],
        incidents: Sequence[Upset],
        quiet: Collection[str],
    ) -> "_Web":
        slugs = tuple(dependants)
        prior = np.array([PRIORS.get(kinds[slug], RAREST) for slug in slugs])
        row, column, p = _edges(dependants, kinds, incidents)
        strength = np.array([upset.strength for upset in incidents])[column]
        leak = np.maximum(LEAST_LEAK, LEAK * LEAK_STRENGTH / np.maximum(strength, LEAK_STRENGTH))
        return cls(
            slugs=slugs,
            kinds=tuple(kinds[slug] for slug in slugs),
            incidents=tuple(incidents),
            prior=np.log(prior / (1 - prior)),
            calm=_calm(dependants, frozenset(quiet) - {upset.service for upset in incidents}),
            row=row,
            column=column,
            onset=np.array([upset.onset_minute for upset in incidents], dtype=np.float64)[column],
            strong=np.array([not upset.echo for upset in incidents], dtype=bool)[column],
            gain=np.log((1 - (1 - p) * (1 - leak)) / leak),
        )

    def best(self, left: Bools) -> tuple[CommonCause, Ints] | None:
        """The most probable dependency over the incidents `left`, and which of them it explains."""
        touched = left[self.column]
        away, llr = self._weighed(touched)
        explained = touched & (away <= OUT_OF_STEP)
        able = self._sums(explained & self.strong) >= FEWEST_STRONG
        if not able.any():
            return None
        score = np.where(able, self.prior + llr, -np.inf)
        winner = int(score.argmax())
        probability = _logistic(score[winner])
        if probability < ACCEPTED:
            return None
        felled = self.column[explained & (self.row == winner)]
        claims = self._sums(explained & np.isin(self.column, felled)) > 0
        cause = CommonCause(
            dependency=self.slugs[winner],
            kind=self.kinds[winner],
            probability=probability,
            services=tuple(self.incidents[i].service for i in felled),
            llr=float(llr[winner]),
            rivals=self._rivals(winner, np.where(claims, score, -np.inf)),
        )
        return cause, felled

    def chances(self) -> Floats:
        """Of each dependency, with all incidents left for it to explain."""
        _, llr = self._weighed(np.ones(len(self.row), dtype=bool))
        return np.asarray(1 / (1 + np.exp(-np.clip(self.prior + llr, -500, 500))))

    def _weighed(self, touched: Bools) -> tuple[Floats, Floats]:
        """(minutes from the middle onset [edges], log-likelihood ratio [dependencies]) with the
        edges in `touched`."""
        away = np.abs(self.onset - self._medians(touched & self.strong)[self.row])
        trust = np.where(self.strong, 1.0, ECHO_WEIGHT) * np.exp(-away / IN_SYNC)
        return away, self._sums(touched * trust * self.gain) + self.calm

    def _sums(self, values: Floats | Bools) -> Floats:
        """Sums over the edges of each dependency."""
        sums = np.bincount(self.row, weights=values, minlength=len(self.slugs))
        return sums.astype(np.float64)

    def _medians(self, mask: Bools) -> Floats:
        """Median onset per dependency over the edges in `mask`; 0 where there is none."""
        onset = np.append(self.onset[mask], 0.0)
        count = np.bincount(self.row[mask], minlength=len(self.slugs))
        start = np.cumsum(count) - count
        low = onset[np.where(count > 0, start + (count - 1) // 2, -1)]
        high = onset[np.where(count > 0, start + count // 2, -1)]
        middle: Floats = (low + high) / 2
        return middle

    def _rivals(self, winner: int, score: Floats) -> tuple[tuple[str, float], ...]:
        """Those with a finite score, best first, each against the winner alone."""
        won = _logistic(score[winner])
        order = [int(i) for i in np.argsort(-score) if i != winner and np.isfinite(score[i])]
        return tuple(
            (self.slugs[i], won * _logistic(score[i] - score[winner])) for i in order[:MOST_RIVALS]
        )


def _edges(
    dependants: Mapping[str, Mapping[str, float]],
    kinds: Mapping[str, str],
    incidents: Sequence[Upset],
) -> tuple[Ints, Ints, Floats]:
    """(dependency, incident, p) wherever a service that is down stands on a dependency.

    A provider whose people aren't cut off was not felled by a power grid.
    """
    columns = {upset.service: i for i, upset in enumerate(incidents)}
    found = sorted(
        (row, columns[service], min(p, SUREST))
        for row, (dependency, services) in enumerate(dependants.items())
        for service, p in services.items()
        if p > 0
        and service in columns
        and (kinds[dependency] != POWER_GRID or incidents[columns[service]].cut_off is not False)
    )
    rows, places, chances = zip(*found, strict=True) if found else ((), (), ())
    return np.array(rows, np.int64), np.array(places, np.int64), np.array(chances, np.float64)


def _calm(dependants: Mapping[str, Mapping[str, float]], well: Collection[str]) -> Floats:
    """ln of the chance that all dependants in `well` are well although the dependency failed."""
    return np.array(
        [
            sum(log1p(-min(p, SUREST)) for service, p in services.items() if service in well)
            for services in dependants.values()
        ],
        dtype=np.float64,
    )


def _logistic(score: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(score, -500, 500))))
