"""Which rises are only echoes of another service's outage: implicated, not down.

Docs: decision 0029. A service that crosses the opening threshold while a stronger one still rises
waits a moment, for the order in which two pages cross it says little.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.db.models import Min

from outages.causes.echo import is_echo, may_become_echo, wilson_lower
from outages.detection import lifecycle
from outages.judging import graph, symptoms
from outages.judging.standing import STRENGTH_MINUTES, Standing
from outages.models import Implication, Incident, Reading
from reports.buckets import minute_of

NO_CONNECTION = ("no_connection", "power_cut")
# A possible echo opens in the third minute above the threshold, not in the first.
WAIT_MINUTES = 2
# So long after its onset a stronger rise is taken to grow still. An hour's strength of an outage
# that went on longer changes too slowly for a wait to settle anything.
RISING_MINUTES = 30
# What crossed the threshold within so many minutes, without an incident, is the same rise.
SAME_RISE_MINUTES = 60


@dataclass(frozen=True)
class Crossing:
    """When a rise first crossed the opening threshold, and where the window began that did."""

    minute: int
    onset: int


@dataclass(frozen=True)
class Echo:
    """A rise that another service's outage explains: whose, how surely (0..1), and the minute at
    which it began (None: it is not above the opening threshold, and never was). `seen`: what was
    compared."""

    of: int
    probability: float
    onset: int | None = None
    seen: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Rivals:
    """All raised services at a minute, strongest first, with what one needs to compare them.

    `onsets`: minute at which each rise began, `held_fast`: those of which it moves no more;
    `shares`: reports of no connection and reports with a symptom of the last hour, of those that
    might be an echo.
    """

    found: tuple[Standing, ...]
    onsets: Mapping[int, int]
    held_fast: Collection[int]
    crossings: Mapping[int, Crossing]
    shares: Mapping[int, tuple[int, int]]
    minute: int

    def stronger(self, weak: Standing) -> Iterator[Standing]:
        """Those that `weak` may become an echo of, strongest first."""
        known = graph.read()
        hits, total = self.shares.get(weak.service, (0, 0))
        for strong in self.found:
            if strong.strength <= weak.strength:
                return
            if may_echo(known, weak.service, strong.service) and may_become_echo(
                **self._compared(weak, strong), no_connection=hits, symptoms_total=total
            ):
                yield strong

    def echoes(self, *, able: Collection[int]) -> dict[int, Echo]:
        """The raised services that are echoes, by service id. `able`: those that are down, or may
        be declared so now; an echo is no culprit itself."""
        result: dict[int, Echo] = {}
        for weak in self.found:
            hits, total = self.shares.get(weak.service, (0, 0))
            for strong in self.stronger(weak):
                if strong.service not in able or strong.service in result:
                    continue
                both = self._compared(weak, strong)
                if is_echo(**both, no_connection=hits, symptoms_total=total):
                    # How much of the two rises is the stronger one's: what a reader may take it
                    # for.
                    share = strong.strength / max(strong.strength + weak.strength, 1e-9)
                    onset = self.onsets[weak.service] if weak.service in self.held_fast else None
                    seen = self._seen(weak, strong, hits, total)
                    result[weak.service] = Echo(strong.service, share, onset, seen)
                    break
        return result

    def waiting(self, *, apart: Collection[int]) -> set[int]:
        """Those that crossed the threshold just now, while a stronger rise that they may be an echo
        of still grows. `apart`: services that are no culprits, whatever their strength."""
        return {
            weak.service
            for weak in self.found
            if self._is_new(weak.service)
            and any(
                strong.service not in apart
                and self.minute - self.onsets[strong.service] <= RISING_MINUTES
                for strong in self.stronger(weak)
            )
        }

    def _seen(self, weak: Standing, strong: Standing, hits: int, total: int) -> dict[str, float]:
        onsets = self.onsets
        return {
            "minute": self.minute,
            "strength": weak.strength,
            "strong_strength": strong.strength,
            "minutes_later": onsets[weak.service] - onsets[strong.service],
            "no_connection": hits,
            "symptoms": total,
            "no_connection_surely": wilson_lower(hits, total),
        }

    def _is_new(self, service: int) -> bool:
        crossing = self.crossings.get(service)
        return crossing is not None and crossing.minute > self.minute - WAIT_MINUTES

    def _compared(self, weak: Standing, strong: Standing) -> dict[str, float]:
        return {
            "strength": weak.strength,
            "strong_strength": strong.strength,
            "onset_minute": self.onsets[weak.service],
            "strong_onset_minute": self.onsets[strong.service],
        }


def compare(
    found: Mapping[int, Standing],
    *,
    began: Mapping[int, int],
    crossings: Mapping[int, Crossing],
    minute: int,
) -> Rivals:
    """Put all raised services beside each other. `began`: the minute at which a rise began, of
    those of which it is held already; of all others it is their crossing's."""
    known = graph.read()
    ranked = sorted(
        (one for one in found.values() if one.service in known.services),
        key=lambda one: (-one.strength, one.service),
    )
    onsets = {one.service: one.best.onset for one in ranked}
    onsets |= {service: one.onset for service, one in crossings.items()}
    onsets |= began
    rivals = Rivals(
        found=tuple(ranked),
        onsets=onsets,
        held_fast=crossings.keys() | began.keys(),
        crossings=crossings,
        shares={},
        minute=minute,
    )
    possible = [one.service for one in ranked if any(rivals.stronger(one))]
    return replace(rivals, shares=_no_connection(possible, minute) if possible else {})


def began(ongoing: Mapping[int, Incident], held: Mapping[int, Implication]) -> dict[int, int]:
    """The minute at which a rise began, of those that are down or implicated already."""
    result = {service: minute_of(one.started_at) for service, one in ongoing.items()}
    return result | {
        service: minute_of(row.onset) for service, row in held.items() if row.onset is not None
    }


def crossings(found: Mapping[int, Standing], *, minute: int) -> dict[int, Crossing]:
    """When those that are above the opening threshold first were, by what was read until now."""
    above = {id_: one.above[0].onset for id_, one in found.items() if one.above}
    if not above:
        return {}
    earlier = Reading.objects.filter(
        service__in=list(above),
        minute__range=(minute - SAME_RISE_MINUTES, minute - 1),
        severity__gt=lifecycle.OPEN_ABOVE,
        incident=None,
    )
    first = dict(earlier.values_list("service_id").annotate(first=Min("minute")))
    now = {id_: Crossing(minute, onset) for id_, onset in above.items() if id_ not in first}
    if not first:
        return now
    rows = earlier.filter(minute__in=set(first.values())).values_list(
        "service_id", "minute", "onset"
    )
    begun = {
        id_: Crossing(at, onset) for id_, at, onset in rows.order_by("severity") if at == first[id_]
    }
    return now | begun


def may_echo(known: graph.Graph, weak: int, strong: int) -> bool:
    """Whether people may take the one for the other: a provider for anything that fails, a service
    for its rivals in the same category.

    One that shares a dependency with the stronger service may be down with it, and is judged on its
    own. Two providers without a country in common have no customer who could mistake them.
    """
    if weak == strong or not {weak, strong} <= known.services.keys():
        return False
    a, b = known.services[weak], known.services[strong]
    if not a.is_provider and a.category != b.category:
        return False
    if a.countries and b.countries and not a.countries & b.countries:
        return False
    return not (known.stands_on(a.slug) & known.stands_on(b.slug))


def _no_connection(services: Collection[int], minute: int) -> dict[int, tuple[int, int]]:
    """(reports of no connection, all reports with a symptom) of the last hour, by service."""
    said = symptoms.counts(services, first=minute - STRENGTH_MINUTES + 1, last=minute, exact=True)
    return {
        service: (sum(counts.get(slug, 0) for slug in NO_CONNECTION), sum(counts.values()))
        for service, counts in said.items()
    }
