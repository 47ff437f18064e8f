"""Who is behind a raised window: distinct reporters, prefixes and networks, for the gate."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from django.db.models import Case, Count, Q, QuerySet, SmallIntegerField, Sum, Value, When
from numpy.typing import NDArray

from outages.detection import gate
from outages.detection.scan import WINDOWS
from outages.detection.surprise import surprise
from outages.judging.standing import RowReading
from reports import vocabulary
from reports.models import Kind, Region, Report

Ints = NDArray[np.int64]

# A window comes "almost only" through one network from this share of its reporters on: ours, so
# that the usual reports through others may stand beside a provider's outage.
ALMOST_ALL = 0.8
# No network is named for fewer reporters (k of the small cells).
FEWEST_NAMED = 5


@dataclass(frozen=True, kw_only=True)
class Voices:
    """Those whom the detector counts in one window.

    `prefixes`: weight of each known prefix; `networks`: AS number → reporters; `unnamed`: reporters
    of whom no network is known.
    """

    reporters: int
    prefixes: tuple[int, ...] = ()
    networks: Mapping[int, int] = field(default_factory=dict)
    unnamed: int = 0

    @property
    def networks_known(self) -> bool:
        return gate.networks_are_known(list(self.networks.values()), self.unnamed)

    @property
    def almost_only(self) -> int | None:
        """The network that almost all come through, where there is one and it may be named."""
        asn, reporters = self._strongest
        enough = reporters >= max(FEWEST_NAMED, ALMOST_ALL * self.reporters)
        return asn if enough and self.networks_known else None

    def pass_gate(
        self, row: RowReading, *, is_provider: bool, rules: gate.Rules = gate.USUAL
    ) -> gate.GateResult:
        """May an incident open on this row? Of a provider's own service its network is all that can
        speak: there the rules about networks do not hold."""
        ask = self.networks_known and not is_provider
        return gate.passes(
            prefix_votes=self.prefixes,
            reporters=self.reporters,
            prefixes_known=bool(self.prefixes),
            network_votes=list(self.networks.values()) if ask else None,
            unnamed_votes=self.unnamed,
            rest_severity=self._rest(row) if ask else None,
            rules=rules,
        )

    def _rest(self, row: RowReading) -> float:
        rest = max(row.observed - self._strongest[1], 0)
        return float(surprise(rest, row.expected, row.relvar))

    @property
    def _strongest(self) -> tuple[int, int]:
        return max(self.networks.items(), key=lambda one: one[1], default=(0, 0))


NOBODY = Voices(reporters=0)


@dataclass(frozen=True, kw_only=True)
class Votes:
    """The votes of one service, those of one place, prefix and network added up; arrays [groups].

    `age`: index of the shortest of the windows that holds them; `prefix`, `network`: numbers of our
    own for prefixes, and AS numbers; -1: not known.
    """

    region: Ints
    age: Ints
    prefix: Ints
    network: Ints
    weight: Ints
    reporters: Ints

    def behind(self, row: RowReading) -> Voices:
        """The voices of the row's window."""
        inside = _inside(self.region, row) & (self.age <= WINDOWS.index(row.window))
        if row.network:
            inside &= self.network == row.network
        prefix, network = self.prefix[inside], self.network[inside]
        reporters = self.reporters[inside]
        asns, which = np.unique(network, return_inverse=True)
        through = np.bincount(which, weights=reporters, minlength=len(asns)).astype(int)
        named = dict(zip(asns.tolist(), through.tolist(), strict=True))
        unnamed = named.pop(-1, 0)
        weights = np.bincount(prefix[prefix >= 0], weights=self.weight[inside][prefix >= 0])
        return Voices(
            reporters=int(reporters.sum()),
            prefixes=tuple(weights[weights > 0].astype(int).tolist()),
            networks=named,
            unnamed=unnamed,
        )


def votes(rows: Mapping[int, Sequence[RowReading]], *, minute: int) -> dict[int, Votes]:
    """The votes behind rows of services (by id) that end with `minute`: one query for all."""
    longest = {service: max(row.window for row in of) for service, of in rows.items() if of}
    if not longest:
        return {}
    by_service: dict[int, list[tuple[object, ...]]] = defaultdict(list)
    for service, *group in _counted(_within(longest, minute), minute):
        by_service[service].append(tuple(group))
    return {service: _arrays(groups) for service, groups in by_service.items()}


def _within(longest: Mapping[int, int], minute: int) -> Q:
    """The minutes that each service's longest window spans."""
    chosen = Q()
    for window in sorted(set(longest.values())):
        services = [service for service, its in longest.items() if its == window]
        chosen |= Q(service__in=services, minute__range=(minute - window + 1, minute))
    return chosen


def _counted(chosen: Q, minute: int) -> "QuerySet[Report, tuple[int, object]]":
    ages = [When(minute__gt=minute - window, then=Value(i)) for i, window in enumerate(WINDOWS)]
    return (
        # Only whom the detector counts: a person who reports every ten minutes is one voice.
        Report.objects.filter(chosen, kind=Kind.REPORT, weight__gt=0, first_in_24h=True)
        .annotate(age=Case(*ages, output_field=SmallIntegerField()))
        .values_list("service_id", "region_id", "age", "prefix", "network")
        .annotate(votes=Sum("weight"), reporters=Count("key"))
    )


def _arrays(groups: Iterable[tuple[object, ...]]) -> Votes:
    region, age, prefix, network, weight, reporters = zip(*groups, strict=True)
    numbers = {name: i for i, name in enumerate({p for p in prefix if p is not None})}
    return Votes(
        region=np.array(region, dtype=np.int64),
        age=np.array(age, dtype=np.int64),
        prefix=np.array([numbers.get(p, -1) for p in prefix], dtype=np.int64),
        network=np.array([-1 if n is None else n for n in network], dtype=np.int64),
        weight=np.array(weight, dtype=np.int64),
        reporters=np.array(reporters, dtype=np.int64),
    )


def _inside(regions: Ints, row: RowReading) -> NDArray[np.bool_]:
    """Which regions a row speaks for: the set it names, all for the world, a country's parts."""
    known = vocabulary.read()
    if row.among:
        return np.isin(regions, row.among)
    if row.region == known.regions[Region.WORLD]:
        return np.ones(len(regions), dtype=bool)
    return np.asarray((regions == row.region) | (known.country_of[regions] == row.region))
