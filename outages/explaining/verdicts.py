"""Write what an incident is judged to come from: its cause, its common cause, its explanation."""

from datetime import datetime, timedelta
from typing import Any, cast

from outages.causes import written
from outages.causes.account import Facts
from outages.causes.sentence import Sentence
from outages.causes.sentence import sentence as _
from outages.causes.signals import CauseVerdict, Confidence
from outages.causes.taxonomy import BY_SLUG, GROUPS, UNKNOWN
from outages.explain import in_english
from outages.incidents import note
from outages.models import Cause, CommonCause, Incident, TimelineEntry

# From the weakest on.
CONFIDENCES = ("undetermined", "possible", "likely")
HELD_FOR = timedelta(minutes=15)


def set_cause(incident: Incident, verdict: CauseVerdict, *, now: datetime) -> CauseVerdict:
    """Keep a new inference in the history, and give what is shown: a moderator's or an official
    word stays on top."""
    current = current_cause(incident)
    if current is not None and current.says != Cause.Says.INFERENCE:
        return verdict_of(current)
    if current is not None and _is_same(current, verdict):
        fields = _judged(verdict) | {"confirmed_at": now}
        Cause.objects.filter(pk=current.pk).update(**fields)
        return verdict
    if current is not None and _is_held(current, verdict, now):
        return verdict_of(current)
    incident.causes.filter(current=True).update(current=False)
    Cause.objects.create(
        incident=incident,
        at=now,
        confirmed_at=now,
        category=verdict.category,
        group=verdict.group,
        confidence=verdict.confidence,
        **_judged(verdict),
    )
    if current is not None:
        note(incident, TimelineEntry.Kind.CAUSE_CHANGED, _cause_now(verdict), at=now)
    return verdict


def _is_same(current: Cause, verdict: CauseVerdict) -> bool:
    shown = (verdict.category, verdict.group, verdict.confidence)
    return shown == (current.category, current.group, current.confidence)


def _is_held(current: Cause, verdict: CauseVerdict, now: datetime) -> bool:
    """A weaker verdict waits: what a minute's noise takes away, the next one often brings back."""
    weaker = CONFIDENCES.index(verdict.confidence) < CONFIDENCES.index(current.confidence)
    return weaker and now - current.confirmed_at < HELD_FOR


def _judged(verdict: CauseVerdict) -> dict[str, Any]:
    return {
        "probability": verdict.probability,
        "leading": verdict.leading,
        "alternatives": [list(alternative) for alternative in verdict.alternatives],
        "evidence": [written.line_json(line) for line in verdict.evidence],
    }


def _cause_now(verdict: CauseVerdict) -> Sentence:
    if verdict.category in BY_SLUG and verdict.category != UNKNOWN:
        name = BY_SLUG[verdict.category].name
    else:
        name = dict(GROUPS).get(verdict.group, "")
    if not name or verdict.confidence == "undetermined":
        return _("The cause is not determined any more.")
    if verdict.confidence == "likely":
        return _("Likely cause now: {cause}.", cause=_(name))
    return _("Possible cause now: {cause}.", cause=_(name))


def current_cause(incident: Incident) -> Cause | None:
    """The cause that is shown; None before the first judgement."""
    return next((cause for cause in incident.causes.all() if cause.current), None)


def verdict_of(cause: Cause) -> CauseVerdict:
    """A stored cause as the verdict that it was."""
    return CauseVerdict(
        category=cause.category,
        group=cause.group,
        confidence=cast(Confidence, cause.confidence),
        probability=cause.probability,
        alternatives=tuple((slug, group, p) for slug, group, p in cause.alternatives),
        evidence=tuple(written.line_of(line) for line in cause.evidence),
        leading=cause.leading,
    )


def set_common_cause(incident: Incident, common: CommonCause | None) -> None:
    """What it shares with other incidents. A cause once held stays until another one is found."""
    if common is None or incident.common_cause_id == common.pk:
        return
    incident.common_cause = common
    incident.save(update_fields=["common_cause"])


def set_explanation(incident: Incident, facts: Facts) -> None:
    """The words of the incident's page in English, and what it takes to say the same in another
    language: what reads the same in one does so in all."""
    explanation = in_english(facts)
    detail = list(explanation.detail)
    if (incident.brief, incident.detail) == (explanation.brief, detail) and incident.facts:
        return
    incident.brief, incident.detail = explanation.brief, detail
    incident.facts = written.facts_json(facts)
    incident.save(update_fields=["brief", "detail", "facts"])
