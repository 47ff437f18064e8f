"""Take a moderator's word: an incident was one, was none, or an outage was missed; what it came
from."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q

from outages import ending, incidents
from outages.causes.sentence import gettext_noop, sentence
from outages.causes.taxonomy import GROUP_OF, GROUPS, KNOWN, UNKNOWN
from outages.explaining import why
from outages.models import CauseWord, Incident, MissedOutage, TimelineEntry, Verdict

# A timeline entry holds 600 characters; what stands around a reason takes fewer than 300.
LONGEST_REASON = 300
NAMED_GROUPS = tuple(group.slug for group in GROUPS if group.slug != UNKNOWN)


class NotSo(ValueError):
    """What is said does not fit what is already known; its text tells the moderator why."""


def confirm(incident: int, *, by: AbstractBaseUser, reason: str, now: datetime) -> Verdict:
    """Say that there was an outage. One that was retracted counts again, as over.

    Raises Incident.DoesNotExist, and NotSo where it is confirmed already.
    """
    with transaction.atomic():
        found = _locked(incident)
        was_retracted = found.state == Incident.State.RETRACTED
        verdict = _say(found, Verdict.Word.CONFIRMED, by=by, reason=reason, now=now)
        if was_retracted:
            found.state = Incident.State.RESOLVED
            found.save(update_fields=["state"])
        says = sentence(gettext_noop("A moderator has confirmed it: {reason}"), reason=reason)
        incidents.note(found, TimelineEntry.Kind.CONFIRMED, says, at=now)
        if was_retracted:
            why.explain_anew([found], now=now)
    return verdict


def retract(incident: int, *, by: AbstractBaseUser, reason: str, now: datetime) -> Verdict:
    """Say that there was no outage. It ends now where it is ongoing, leaves what it shared with
    others, and no longer keeps its hours out of what is usual.

    Raises Incident.DoesNotExist, and NotSo where it is retracted already.
    """
    with transaction.atomic():
        found = _locked(incident)
        verdict = _say(found, Verdict.Word.RETRACTED, by=by, reason=reason, now=now)
        found.state = Incident.State.RETRACTED
        found.resolved_at = found.resolved_at or max(now, found.started_at)
        found.updated_at = now
        found.save(update_fields=["state", "resolved_at", "updated_at"])
        ending.end_what_hangs_on([found])
        Incident.objects.filter(pk=found.pk).update(common_cause=None)
        says = sentence(gettext_noop("A moderator has withdrawn it: {reason}"), reason=reason)
        incidents.note(found, TimelineEntry.Kind.RETRACTED, says, at=now)
        why.explain_anew([found], now=now)
    return verdict


def set_cause(
    incident: int,
    *,
    category: str = UNKNOWN,
    group: str = "",
    by: AbstractBaseUser,
    reason: str,
    now: datetime,
) -> CauseWord:
    """Say what an incident comes from: a cause, or a `group` alone. It is shown before anything
    that the operator or our signals say, which goes on beneath it.

    Raises Incident.DoesNotExist, and NotSo where it is no cause, where the incident was none, or
    where the same has been said already.
    """
    group = GROUP_OF.get(category, UNKNOWN) if category != UNKNOWN else group
    if category not in (*KNOWN, UNKNOWN) or group not in NAMED_GROUPS:
        raise NotSo("Choose a cause, or a group of causes.")
    with transaction.atomic():
        found = _locked(incident)
        if found.state == Incident.State.RETRACTED:
            raise NotSo("This was no outage: it has no cause.")
        current = found.words_on_its_cause.filter(current=True)
        if current.filter(category=category, group=group).exists():
            raise NotSo("This has been said already.")
        return _say_of_cause(
            found, CauseWord.Word.SET, category=category, group=group, by=by, reason=reason, now=now
        )


def leave_cause(incident: int, *, by: AbstractBaseUser, reason: str, now: datetime) -> CauseWord:
    """Take back what a moderator said of the cause: the operator's word is shown again, or else
    what the signals say by now.

    Raises Incident.DoesNotExist, and NotSo where no moderator's word stands.
    """
    with transaction.atomic():
        found = _locked(incident)
        current = found.words_on_its_cause.filter(current=True, word=CauseWord.Word.SET)
        if not current.exists():
            raise NotSo("The cause is left to the signals already.")
        return _say_of_cause(found, CauseWord.Word.LEFT, by=by, reason=reason, now=now)


def _say_of_cause(
    incident: Incident,
    word: CauseWord.Word,
    *,
    category: str = "",
    group: str = "",
    by: AbstractBaseUser,
    reason: str,
    now: datetime,
) -> CauseWord:
    incident.words_on_its_cause.filter(current=True).update(current=False)
    said = CauseWord.objects.create(
        incident=incident,
        word=word,
        category=category,
        group=group,
        **_signed(by, reason=reason, now=now),
    )
    why.take_word(said, now=now)
    return said


def record_missed(
    missed: MissedOutage, *, by: AbstractBaseUser, reason: str, now: datetime
) -> None:
    """Store an outage that the watch did not declare. Raises NotSo where it did, or where one is on
    record for that time."""
    with transaction.atomic():
        refuse_known(missed)
        missed.save()
        Verdict.objects.create(
            missed=missed, word=Verdict.Word.MISSED, **_signed(by, reason=reason, now=now)
        )


def withdraw_missed(missed: int, *, by: AbstractBaseUser, reason: str, now: datetime) -> Verdict:
    """Say that the record of a missed outage was wrong. Raises MissedOutage.DoesNotExist, and NotSo
    where it is withdrawn already."""
    with transaction.atomic():
        found = MissedOutage.objects.select_for_update().get(pk=missed)
        current = found.verdicts.filter(current=True)
        if current.filter(word=Verdict.Word.WITHDRAWN).exists():
            raise NotSo("This record is withdrawn already.")
        current.update(current=False)
        return Verdict.objects.create(
            missed=found, word=Verdict.Word.WITHDRAWN, **_signed(by, reason=reason, now=now)
        )


def _locked(incident: int) -> Incident:
    """The watch waits while a moderator's word is written, and reads it afterwards."""
    return Incident.objects.select_for_update().get(pk=incident)


def _say(
    incident: Incident, word: Verdict.Word, *, by: AbstractBaseUser, reason: str, now: datetime
) -> Verdict:
    current = incident.verdicts.filter(current=True)
    if current.filter(word=word).exists():
        raise NotSo("This has been said already.")
    current.update(current=False)
    signed = _signed(by, reason=reason, now=now)
    return Verdict.objects.create(incident=incident, word=word, **signed)


def _signed(by: AbstractBaseUser, *, reason: str, now: datetime) -> dict[str, object]:
    return {"by": by, "by_name": by.get_username(), "reason": reason, "at": now}


def refuse_known(missed: MissedOutage) -> None:
    """Raise NotSo where an incident or another record tells of that time."""
    end = missed.ended_at or missed.started_at
    declared = Incident.objects.exclude(state=Incident.State.RETRACTED).filter(
        Q(resolved_at=None) | Q(resolved_at__gte=missed.started_at),
        service=missed.service,
        started_at__lte=end,
    )
    if declared.exists():
        raise NotSo("There is an incident of this service for that time: judge that one.")
    recorded = MissedOutage.objects.filter(
        Q(ended_at=None, started_at=missed.started_at) | Q(ended_at__gte=missed.started_at),
        service=missed.service,
        started_at__lte=end,
        verdicts__current=True,
        verdicts__word=Verdict.Word.MISSED,
    )
    if recorded.exists():
        raise NotSo("A missed outage of this service is on record for that time.")
