"""Why every ongoing incident probably happens: common causes, causes, and their explanation."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from outages.causes.shared import CommonCause as Found
from outages.causes.shared import Upset, common_causes
from outages.causes.signals import judge
from outages.explaining import gathering, verdicts
from outages.explaining.facts import facts_of
from outages.judging import graph
from outages.judging.rivalry import Echo
from outages.judging.standing import Standing
from outages.models import CommonCause, Incident
from reports.buckets import minute_of, time_of


def explain_all(
    found: Mapping[int, Standing], echoes: Mapping[int, Echo], *, minute: int, now: datetime
) -> None:
    """Judge anew why each ongoing incident happens, and say it."""
    ongoing = list(Incident.objects.ongoing().whole())
    if not ongoing:
        _end_common_causes(ongoing, minute)
        return
    known = graph.read()
    quiet = gathering.well(minute=minute, troubled={*found, *(i.service_id for i in ongoing)})
    _share(ongoing, found, echoes, quiet, minute=minute)
    _end_common_causes(ongoing, minute)
    down = {
        known.services[incident.service_id].slug
        for incident in ongoing
        if incident.service_id in known.services
    }
    gathered = gathering.gather(ongoing, minute=minute)
    siblings = _by_common_cause(ongoing)
    for incident in ongoing:
        verdict = judge(
            gathering.signals(
                incident,
                gathered,
                standing=found.get(incident.service_id),
                down=down,
                quiet=quiet,
                minute=minute,
            )
        )
        shown = verdicts.set_cause(incident, verdict, now=now)
        facts = facts_of(incident, gathered, shown, siblings, now=time_of(minute + 1))
        verdicts.set_explanation(incident, facts)


def explain_end(incident: Incident, *, now: datetime) -> None:
    """The explanation of an incident that has just been resolved, in the past tense."""
    whole = Incident.objects.whole().get(pk=incident.pk)
    cause = next((cause for cause in whole.causes.all() if cause.current), None)
    if cause is None:
        return
    gathered = gathering.gather([whole], minute=minute_of(whole.peak_at))
    siblings = _by_common_cause(_sharing(whole))
    verdict = verdicts.verdict_of(cause)
    facts = facts_of(whole, gathered, verdict, siblings, now=now)
    verdicts.set_explanation(whole, facts)


def _share(
    ongoing: Sequence[Incident],
    found: Mapping[int, Standing],
    echoes: Mapping[int, Echo],
    quiet: set[str],
    *,
    minute: int,
) -> None:
    """Look for dependencies whose failure explains several incidents, and tie those together."""
    known = graph.read()
    by_slug = {
        known.services[incident.service_id].slug: incident
        for incident in ongoing
        if incident.service_id in known.services
    }
    upsets = [
        Upset(slug, minute_of(incident.started_at), _strength(incident, found))
        for slug, incident in by_slug.items()
    ]
    upsets += [
        Upset(
            known.services[service].slug, found[service].best.onset, found[service].strength, True
        )
        for service in echoes
        if service in known.services and known.services[service].slug not in by_slug
    ]
    for cause in common_causes(
        dependants=known.dependants, kinds=known.kinds(), incidents=upsets, quiet=quiet
    ):
        row = _keep(cause, known, minute)
        for slug in cause.services:
            if slug in by_slug:
                verdicts.set_common_cause(by_slug[slug], row)


def _strength(incident: Incident, found: Mapping[int, Standing]) -> float:
    standing = found.get(incident.service_id)
    return standing.strength if standing else 0.0


def _keep(cause: Found, known: graph.Graph, minute: int) -> CommonCause:
    root = known.dependencies[cause.dependency]
    row, _ = CommonCause.objects.update_or_create(
        dependency_id=root.id,
        ended_at=None,
        defaults={
            "probability": cause.probability,
            "rivals": [[slug, probability] for slug, probability in cause.rivals],
        },
        create_defaults={
            "probability": cause.probability,
            "rivals": [[slug, probability] for slug, probability in cause.rivals],
            "started_at": time_of(minute),
        },
    )
    return row


def _end_common_causes(ongoing: Sequence[Incident], minute: int) -> None:
    held = {incident.common_cause_id for incident in ongoing if incident.common_cause_id}
    CommonCause.objects.filter(ended_at=None).exclude(pk__in=held).update(ended_at=time_of(minute))


def _by_common_cause(ongoing: Sequence[Incident]) -> dict[int, list[Incident]]:
    result: dict[int, list[Incident]] = {}
    for incident in ongoing:
        if incident.common_cause_id is not None:
            result.setdefault(incident.common_cause_id, []).append(incident)
    return result


def _sharing(incident: Incident) -> list[Incident]:
    if incident.common_cause_id is None:
        return []
    return list(Incident.objects.filter(common_cause=incident.common_cause_id).whole())
