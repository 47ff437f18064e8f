"""Write down who is implicated by whose incident, since when, and how that ended."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from outages import incidents
from outages.causes.sentence import sentence as _
from outages.detection import lifecycle
from outages.judging import graph
from outages.judging.rivalry import Echo
from outages.models import Implication, Incident, Reading
from reports.buckets import minute_of, time_of

# An incident that turns out to be an echo within so many minutes of its declaration is withdrawn.
# Later it has been told for too long to be taken back by a rule: it ends by itself, or by a
# moderator's word. As long as the calm after which an incident closes.
FOLD_WITHIN = lifecycle.CLOSE_AFTER


def held() -> dict[int, Implication]:
    """The open implications, by service id."""
    return {row.service_id: row for row in Implication.objects.filter(until=None)}


def fold(
    echoes: Mapping[int, Echo], ongoing: dict[int, Incident], *, minute: int, now: datetime
) -> dict[int, Incident]:
    """Withdraw young incidents that turn out to be echoes of another one; they leave `ongoing`.
    Gives them by service id.

    At most once for a service in RELAPSE_WITHIN minutes, and never against a moderator's word: what
    opens again stays.
    """
    young = {
        service: ongoing[service]
        for service, echo in echoes.items()
        if service in ongoing
        and echo.of in ongoing
        and minute - minute_of(ongoing[service].declared_at) <= FOLD_WITHIN
    }
    if not young:
        return {}
    lately = time_of(minute) - timedelta(minutes=lifecycle.RELAPSE_WITHIN)
    before = Implication.objects.filter(
        service__in=list(young), folded__isnull=False, since__gte=lately
    ).values_list("service_id", flat=True)
    judged = Incident.objects.filter(
        pk__in=[one.pk for one in young.values()], verdicts__current=True
    ).values_list("service_id", flat=True)
    spared = {*before, *judged}
    folded = {service: one for service, one in young.items() if service not in spared}
    names = {id_: node.name for id_, node in graph.read().services.items()}
    says = {
        id_: _("Withdrawn: these reports are probably about {other}.", other=names[echoes[id_].of])
        for id_ in folded
    }
    incidents.withdraw_all([(one, says[id_]) for id_, one in folded.items()], now=now)
    for service in folded:
        del ongoing[service]
    return folded


def hold(
    echoes: Mapping[int, Echo],
    *,
    held: Mapping[int, Implication],
    reasons: Mapping[int, str],
    ongoing: Mapping[int, Incident],
    folded: Mapping[int, Incident],
    minute: int,
) -> None:
    """Write down who is implicated by whose incident from this minute on, and who no longer is: an
    implication of one that opened by itself is overturned."""
    now = {
        service: echo
        for service, echo in echoes.items()
        if reasons.get(service) == Reading.Reason.IMPLICATED
    }
    over = {
        service: row
        for service, row in held.items()
        if service not in now or row.incident_id != ongoing[now[service].of].pk
    }
    opened = [row.pk for service, row in over.items() if service in ongoing]
    quiet = [row.pk for service, row in over.items() if service not in ongoing]
    Implication.objects.filter(pk__in=quiet).update(until=time_of(minute))
    Implication.objects.filter(pk__in=opened).update(until=time_of(minute), overturned=True)
    _go_on({service: row for service, row in held.items() if service not in over}, now)
    Implication.objects.bulk_create(
        Implication(
            service_id=service,
            incident=ongoing[echo.of],
            probability=echo.probability,
            since=time_of(minute),
            onset=None if echo.onset is None else time_of(echo.onset),
            folded=folded.get(service),
            seen=dict(echo.seen),
        )
        for service, echo in now.items()
        if service not in held or service in over
    )


def _go_on(kept: Mapping[int, Implication], echoes: Mapping[int, Echo]) -> None:
    """Bring those that stay up to the minute. Of one that crosses the opening threshold only now:
    from here on that is where it began."""
    for service, row in kept.items():
        echo = echoes[service]
        row.seen, row.probability = dict(echo.seen), echo.probability
        if row.onset is None and echo.onset is not None:
            row.onset = time_of(echo.onset)
    Implication.objects.bulk_update(kept.values(), ["seen", "probability", "onset"])
