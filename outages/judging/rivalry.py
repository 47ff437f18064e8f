"""Which rises are only echoes of another service's outage: implicated, not down."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from outages.causes.echo import is_echo
from outages.judging import graph, symptoms
from outages.judging.standing import STRENGTH_MINUTES, Standing
from outages.models import Implication, Incident, Reading
from reports.buckets import time_of

NO_CONNECTION = ("no_connection", "power_cut")


@dataclass(frozen=True)
class Echo:
    """A rise that another service's outage explains: whose, and how surely (0..1)."""

    of: int
    probability: float


def echoes(
    found: Mapping[int, Standing], onsets: Mapping[int, int], *, minute: int
) -> dict[int, Echo]:
    """The raised services that are echoes, by service id.

    `onsets`: minute at which each service's rise began; services without one are not considered.
    Only providers echo, and rivals of the same category; one that shares a dependency with the
    stronger service may be down with it, and is judged on its own.
    """
    known = graph.read()
    candidates = [one for one in found.values() if one.service in known.services]
    if not candidates:
        return {}
    shares = _no_connection([one.service for one in candidates], minute)
    result: dict[int, Echo] = {}
    strongest_first = sorted(candidates, key=lambda one: -one.strength)
    for weak in candidates:
        strong = next(
            (one for one in strongest_first if _may_echo(known, weak.service, one.service)), None
        )
        if strong is None:
            continue
        hits, total = shares.get(weak.service, (0, 0))
        if is_echo(
            strength=weak.strength,
            strong_strength=strong.strength,
            onset_minute=onsets.get(weak.service, weak.best.onset),
            strong_onset_minute=onsets.get(strong.service, strong.best.onset),
            no_connection=hits,
            symptoms_total=total,
        ):
            # How much of the two rises is the stronger one's: what a reader may take it for.
            share = strong.strength / max(strong.strength + weak.strength, 1e-9)
            result[weak.service] = Echo(of=strong.service, probability=share)
    return result


def implicated() -> dict[int, Implication]:
    """The open implications, by service id."""
    return {row.service_id: row for row in Implication.objects.filter(until=None)}


def hold(
    echoes: Mapping[int, Echo],
    *,
    held: Mapping[int, Implication],
    reasons: Mapping[int, str],
    ongoing: Mapping[int, Incident],
    minute: int,
) -> None:
    """Write down who is implicated by whose incident from this minute on, and who no longer is."""
    now = {
        service: echo
        for service, echo in echoes.items()
        if reasons.get(service) == Reading.Reason.IMPLICATED
    }
    over = [
        row.pk
        for service, row in held.items()
        if service not in now or row.incident_id != ongoing[now[service].of].pk
    ]
    Implication.objects.filter(pk__in=over).update(until=time_of(minute))
    kept = {service for service, row in held.items() if row.pk not in over}
    Implication.objects.bulk_create(
        Implication(
            service_id=service,
            incident=ongoing[echo.of],
            probability=echo.probability,
            since=time_of(minute),
        )
        for service, echo in now.items()
        if service not in kept
    )


def _may_echo(known: graph.Graph, weak: int, strong: int) -> bool:
    if weak == strong or strong not in known.services:
        return False
    a, b = known.services[weak], known.services[strong]
    if not a.is_provider and a.category != b.category:
        return False
    return not (known.stands_on(a.slug) & known.stands_on(b.slug))


def _no_connection(services: Collection[int], minute: int) -> dict[int, tuple[int, int]]:
    """(reports of no connection, all reports with a symptom) of the last hour, by service."""
    said = symptoms.counts(services, first=minute - STRENGTH_MINUTES + 1, last=minute)
    return {
        service: (sum(counts.get(slug, 0) for slug in NO_CONNECTION), sum(counts.values()))
        for service, counts in said.items()
    }
