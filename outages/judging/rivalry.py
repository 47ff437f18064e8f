"""Which rises are only echoes of another service's outage: implicated, not down.

Docs: decision 0029. A service that crosses the opening threshold while a stronger one still rises
waits a moment, for the order in which two pages cross it says little.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Min

from outages.causes.change import Change
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

    `rises`: when each rise began and may have begun, as seen when it first crossed the opening
    threshold; `crossings`: the minutes in which those did that are not down; `above`: those that
    ever did; `shares`: reports of no connection and reports with a symptom of the last hour, of
    those that might be an echo; `failing`: the dependency that each of those that are down was
    found to be down with, where one was.
    """

    found: tuple[Standing, ...]
    rises: Mapping[int, Change]
    crossings: Mapping[int, int]
    above: Collection[int]
    shares: Mapping[int, tuple[int, int]]
    failing: Mapping[int, str]
    minute: int

    def stronger(self, weak: Standing) -> Iterator[Standing]:
        """Those that `weak` may become an echo of, strongest first."""
        known = graph.read()
        hits, total = self.shares.get(weak.service, (0, 0))
        for strong in self.found:
            if strong.strength <= weak.strength:
                return
            failing = self.failing.get(strong.service)
            if may_echo(known, weak.service, strong.service, failing=failing) and may_become_echo(
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
                    onset = self.rises[weak.service].latest if weak.service in self.above else None
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
                and self.minute - self.rises[strong.service].start <= RISING_MINUTES
                for strong in self.stronger(weak)
            )
        }

    def _seen(self, weak: Standing, strong: Standing, hits: int, total: int) -> dict[str, float]:
        return {
            "minute": self.minute,
            "strength": weak.strength,
            "strong_strength": strong.strength,
            "minutes_later": self.rises[weak.service].latest - self.rises[strong.service].earliest,
            "no_connection": hits,
            "symptoms": total,
            "no_connection_surely": wilson_lower(hits, total),
        }

    def _is_new(self, service: int) -> bool:
        crossed = self.crossings.get(service)
        return crossed is not None and crossed > self.minute - WAIT_MINUTES

    def _compared(self, weak: Standing, strong: Standing) -> dict[str, float]:
        """The weaker one is given the benefit of the doubt: it may have risen at its latest, the
        other one at its earliest."""
        return {
            "strength": weak.strength,
            "strong_strength": strong.strength,
            "onset_minute": self.rises[weak.service].latest,
            "strong_onset_minute": self.rises[strong.service].earliest,
        }


def compare(
    found: Mapping[int, Standing],
    *,
    began: Mapping[int, Change],
    crossings: Mapping[int, int],
    failing: Mapping[int, str],
    minute: int,
) -> Rivals:
    """Put all raised services beside each other. `began`: of those that crossed the threshold
    before and are down or implicated, when their rise began; of all others it is as seen now."""
    known = graph.read()
    ranked = sorted(
        (one for one in found.values() if one.service in known.services),
        key=lambda one: (-one.strength, one.service),
    )
    rivals = Rivals(
        found=tuple(ranked),
        rises={one.service: one.rise for one in ranked} | dict(began),
        crossings=crossings,
        above=crossings.keys() | began.keys(),
        shares={},
        failing=failing,
        minute=minute,
    )
    possible = [one.service for one in ranked if any(rivals.stronger(one))]
    return replace(rivals, shares=_no_connection(possible, minute) if possible else {})


def began(ongoing: Mapping[int, Incident], held: Mapping[int, Implication]) -> dict[int, Change]:
    """When the rise began of those that are down, or implicated and above the threshold."""
    rises = {service: rise_of(one) for service, one in ongoing.items()}
    for service, row in held.items():
        if row.onset is not None:
            rises[service] = _at_once(minute_of(row.onset))
    return rises


def failing(ongoing: Mapping[int, Incident]) -> dict[int, str]:
    """The dependency that each of those that are down was found to be down with, by service id."""
    return {
        service: one.common_cause.dependency.slug
        for service, one in ongoing.items()
        if one.common_cause is not None
    }


def rise_of(incident: Incident) -> Change:
    """When an incident's reports rose, as seen when it was declared."""
    said = incident.evidence.get("rise")
    if said is None:
        return _at_once(minute_of(incident.started_at))
    names = ("at", "latest", "earliest")
    return Change(*(minute_of(datetime.fromisoformat(said[name])) for name in names))


def _at_once(minute: int) -> Change:
    return Change(minute, minute, minute)


def crossings(found: Mapping[int, Standing], *, minute: int) -> dict[int, int]:
    """In which minute those that are above the opening threshold first were, by what was read until
    now: one query."""
    above = [service for service, one in found.items() if one.above]
    if not above:
        return {}
    earlier = Reading.objects.filter(
        service__in=above,
        minute__range=(minute - SAME_RISE_MINUTES, minute - 1),
        severity__gt=lifecycle.OPEN_ABOVE,
        incident=None,
    ).values_list("service_id")
    return dict.fromkeys(above, minute) | dict(earlier.annotate(first=Min("minute")))


def may_echo(known: graph.Graph, weak: int, strong: int, *, failing: str | None = None) -> bool:
    """Whether people may take the one for the other: a provider for anything that fails, a service
    for its rivals in the same category.

    One that shares a dependency with the stronger service may be down with it, and is judged on its
    own; so is one on a power grid that was found to be `failing` beneath the stronger one. Two
    providers without a country in common have no customer who could mistake them.
    """
    if weak == strong or not {weak, strong} <= known.services.keys():
        return False
    a, b = known.services[weak], known.services[strong]
    if not a.is_provider and a.category != b.category:
        return False
    if a.countries and b.countries and not a.countries & b.countries:
        return False
    if failing is not None and a.slug in known.dependants.get(failing, ()):
        return False
    return not (known.stands_on(a.slug) & known.stands_on(b.slug))


def _no_connection(services: Collection[int], minute: int) -> dict[int, tuple[int, int]]:
    """(reports of no connection, all reports with a symptom) of the last hour, by service."""
    said = symptoms.counts(services, first=minute - STRENGTH_MINUTES + 1, last=minute, exact=True)
    return {
        service: (sum(counts.get(slug, 0) for slug in NO_CONNECTION), sum(counts.values()))
        for service, counts in said.items()
    }
