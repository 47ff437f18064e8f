"""Why every ongoing incident probably happens: common causes, causes, and their explanation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from outages.causes.echo import wilson_lower
from outages.causes.shared import CommonCause as Found
from outages.causes.shared import Upset, common_causes, contradicted
from outages.causes.signals import Signals, judge
from outages.explaining import confined, gathering, official, verdicts
from outages.explaining.facts import facts_of
from outages.explaining.well import Felt, well
from outages.judging import graph, symptoms
from outages.judging.rivalry import NO_CONNECTION, Echo
from outages.judging.standing import STRENGTH_MINUTES, Standing
from outages.models import CauseWord, CommonCause, Incident, Notice
from reports.buckets import minute_of, time_of

# A notice may still be changed or taken back so long after an incident's end.
HEARD_BACK = timedelta(days=7)
# A common cause is found in the first minutes of an outage, before everybody had the time to show
# that they are well. So long it may be dropped again.
DOUBTED_MINUTES = 60
# Of reporters who are cut off, for sure: then it may have been the power grid.
MOST = 0.5


def explain_all(
    found: Mapping[int, Standing], echoes: Mapping[int, Echo], *, minute: int, now: datetime
) -> None:
    """Judge anew why each ongoing incident happens, and say it."""
    ongoing = list(Incident.objects.ongoing().whole())
    if not ongoing:
        _end_common_causes(ongoing, minute)
        return
    known, until = graph.read(), time_of(minute + 1)
    quiet = well(
        minute=minute,
        troubled={*found, *(incident.service_id for incident in ongoing)},
        felt=[
            Felt(one.service_id, minute_of(one.started_at), _strength(one, found))
            for one in ongoing
            if one.service_id not in echoes
        ],
    )
    _share(ongoing, found, echoes, quiet, minute=minute)
    _end_common_causes(ongoing, minute)
    down = {
        known.services[incident.service_id].slug
        for incident in ongoing
        if incident.service_id in known.services
    }
    gathered = gathering.gather(ongoing, minute=minute)
    words = official.statements(ongoing, now=now)
    judged = []
    for incident in ongoing:
        one = verdicts.Judging.of(incident, now=now)
        found_now = gathering.signals(
            incident,
            gathered,
            down=down,
            quiet=quiet,
            minute=minute,
        )
        one.infer(judge(_unheard(found_now) if incident.pk in words else found_now))
        one.hear(words.get(incident.pk))
        judged.append(one)
    verdicts.save_all(judged)
    siblings = _by_common_cause(ongoing)
    verdicts.set_explanations(
        (one.incident, facts_of(one.incident, gathered, one.top, siblings, now=until))
        for one in judged
    )


def _unheard(signals: Signals) -> Signals:
    """Our signals beside the operator's word: that is not evidence for itself as well."""
    others = (notice for notice in signals.notices if notice.source != Notice.OFFICIAL)
    return replace(signals, notices=tuple(others))


def explain_anew(incidents: Iterable[Incident], *, now: datetime) -> None:
    """Say why each of these happened, from what is stored: of an ongoing one by what is known now,
    of one that is over by its height. One that was never judged is left without an explanation.

    A fixed number of queries for every minute that is looked back to.
    """
    rows = Incident.objects.filter(pk__in=[one.pk for one in incidents]).whole()
    judged = [one for one in rows if one.causes.all()]
    siblings = _by_common_cause(_sharing(judged))
    by_minute: dict[int, list[Incident]] = {}
    for one in judged:
        ongoing = one.state == Incident.State.ONGOING
        minute = minute_of(now) - 1 if ongoing else minute_of(one.peak_at)
        by_minute.setdefault(minute, []).append(one)
    explained = []
    for minute, those in by_minute.items():
        gathered = gathering.gather(those, minute=minute)
        for one in those:
            cause = verdicts.current_cause(one)
            explained.append((one, facts_of(one, gathered, cause, siblings, now=now)))
    verdicts.set_explanations(explained)


def hear(service: int, *, now: datetime) -> None:
    """Take what an operator has said, changed or taken back of its service's incidents, those that
    are over as well. For whoever stores a notice; a tick hears of ongoing ones by itself."""
    with transaction.atomic():
        recent = Q(resolved_at=None) | Q(resolved_at__gte=now - HEARD_BACK)
        mine = Incident.objects.filter(recent, service=service).exclude(
            state=Incident.State.RETRACTED
        )
        # The watch waits while this is written, and reads it afterwards.
        held = list(mine.select_for_update().values_list("pk", flat=True))
        incidents = list(Incident.objects.filter(pk__in=held).whole())
        words = official.statements(incidents, now=now)
        judged = [verdicts.Judging.of(incident, now=now) for incident in incidents]
        for one in judged:
            one.hear(words.get(one.incident.pk))
        explain_anew(verdicts.save_all(judged), now=now)


def take_word(word: CauseWord, *, now: datetime) -> None:
    """Take a moderator's word on a cause, already stored, and explain the incident anew."""
    incident = Incident.objects.whole().get(pk=word.incident_id)
    one = verdicts.Judging.of(incident, now=now)
    one.set(word)
    verdicts.save_all([one])
    explain_anew([incident], now=now)


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
    cut_off = _cut_off([i.service_id for i in ongoing if _is_provider(known, i)], minute=minute)
    upsets = [
        Upset(
            slug,
            minute_of(incident.started_at),
            _strength(incident, found),
            cut_off=cut_off.get(incident.service_id),
        )
        for slug, incident in by_slug.items()
    ]
    upsets += [
        Upset(
            known.services[service].slug, found[service].best.onset, found[service].strength, True
        )
        for service in echoes
        if service in known.services and known.services[service].slug not in by_slug
    ]
    dependants, narrow = confined.dependants_today(ongoing, found, known, minute=minute)
    verdicts.drop_wider_causes(by_slug[slug] for slug in narrow & by_slug.keys())
    shared: dict[int, CommonCause] = {}
    felt, kinds = known.with_pages(dependants), known.kinds()
    for cause in common_causes(dependants=felt, kinds=kinds, incidents=upsets, quiet=quiet):
        row = _keep(cause, known, minute)
        shared |= {by_slug[slug].pk: row for slug in cause.services if slug in by_slug}
    verdicts.set_common_causes(shared, ongoing)
    verdicts.set_common_causes(_own_pages(known, by_slug), ongoing)
    young = [one for one in ongoing if one.pk not in shared and _may_be_dropped(one, minute)]
    roots = {one.pk: one.common_cause.dependency.slug for one in young if one.common_cause}
    if not roots:
        return
    wrong = contradicted(
        set(roots.values()), dependants=felt, kinds=kinds, incidents=upsets, quiet=quiet
    )
    verdicts.drop_common_causes(one for one in young if roots[one.pk] in wrong)


def _own_pages(known: graph.Graph, by_slug: Mapping[str, Incident]) -> dict[int, CommonCause]:
    """What a dependency that is known to fail has in common with the incident of its own page,
    whenever that began: people name the culprit late, when others have told them of it."""
    held = [one.common_cause for one in by_slug.values() if one.common_cause]
    pages = {
        known.dependencies[row.dependency.slug].page: row
        for row in held
        if row.dependency.slug in known.dependencies
    }
    return {
        incident.pk: pages[slug]
        for slug, incident in by_slug.items()
        if slug in pages and incident.common_cause is None
    }


def _may_be_dropped(incident: Incident, minute: int) -> bool:
    """Whether what the incident shares was found lately, and all who share it are still down: who
    recovers first must not look like one who was well all the time."""
    common = incident.common_cause
    return (
        common is not None
        and minute - minute_of(common.started_at) <= DOUBTED_MINUTES
        and all(one.state == Incident.State.ONGOING for one in common.incidents.all())
    )


def _is_provider(known: graph.Graph, incident: Incident) -> bool:
    node = known.services.get(incident.service_id)
    return node is not None and node.is_provider


def _cut_off(services: Sequence[int], *, minute: int) -> dict[int, bool]:
    """Whether most of these services' reporters of the last hour surely say that they have no
    connection or no power; nothing of one about which nobody says what is wrong."""
    said = symptoms.counts(services, first=minute - STRENGTH_MINUTES + 1, last=minute, exact=True)
    return {
        service: wilson_lower(sum(counts.get(slug, 0) for slug in NO_CONNECTION), total) >= MOST
        for service, counts in said.items()
        if (total := sum(counts.values()))
    }


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


def _sharing(incidents: Sequence[Incident]) -> list[Incident]:
    """All incidents of their common causes."""
    common = {one.common_cause_id for one in incidents if one.common_cause_id is not None}
    return list(Incident.objects.filter(common_cause__in=common).whole()) if common else []
