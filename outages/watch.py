"""The tick: read counts, ask detection, let the lifecycle decide, have incidents written."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from outages import incidents
from outages.detection import baseline, lifecycle, scan
from outages.explaining import why
from outages.judging import (
    beside,
    discards,
    expectation,
    findings,
    implicating,
    inputs,
    opening,
    rivalry,
    series,
)
from outages.judging.standing import Standing, standings
from outages.models import Incident, Reading, Watch
from reports.buckets import minute_of, time_of
from reports.inbox import Inbox

# A request reads the clock before its report is in the stream: a minute is complete only this
# long after its end.
GRACE = timedelta(seconds=2)
# After a standstill so many missed minutes are judged; older ones are past acting on.
MOST_MISSED = 15


@dataclass(frozen=True)
class Ticked:
    """What a tick did: which minutes it judged, and how many incidents are ongoing."""

    minutes: tuple[int, ...]
    ongoing: int


def tick(*, now: datetime, inbox: Inbox) -> Ticked:
    """Judge the complete minutes that were not judged yet. Safe to run twice, or late.

    A minute is complete when no report that was received in it waits in the inbox: a stopped worker
    never looks like recovery.
    """
    waiting = inbox.oldest_waiting()
    data_until = min(now - GRACE, waiting) if waiting else now - GRACE
    last = minute_of(data_until) - 1
    state = Watch.objects.filter(id=1).first()
    first = last if state is None else max(state.minute + 1, last - MOST_MISSED)
    ongoing = 0
    minutes = tuple(range(first, last + 1))
    for minute in minutes:
        ongoing = judge(minute=minute, now=now, data_until=data_until)
    if not minutes:
        Watch.objects.filter(id=1).update(ticked_at=now, data_until=data_until)
    return Ticked(minutes=minutes, ongoing=ongoing)


def judge(*, minute: int, now: datetime, data_until: datetime) -> int:
    """Judge one complete minute; gives how many incidents are ongoing after it.

    Reads nothing that was received after the minute, so that a replay may run ahead of it. What is
    usual it takes from the day's fit, or from the latest before it while that is being made.
    """
    counts = series.read(first=minute - scan.RECENT_MINUTES + 1, last=minute)
    since = time_of(minute - scan.RECENT_MINUTES)
    lately = Incident.objects.ongoing_or_ended_since(since).select_related(
        "common_cause__dependency"
    )
    ended = [incident for incident in lately if incident.resolved_at is not None]
    ongoing = {one.service_id: one for one in lately if one.resolved_at is None}
    given = inputs.of_minute(
        counts,
        expectation.fit_for(counts.keys, minute=minute),
        ended=ended,
        ongoing=ongoing.values(),
    )
    found = standings(counts, given.judge(), charge=given.charge, minute=minute, ongoing=ongoing)
    with transaction.atomic():
        if found or ongoing:
            _act(found, ongoing, minute=minute, now=now, pack=given.packed)
        _note_progress(minute=minute, now=now, data_until=data_until)
    return len(ongoing)


def _note_progress(*, minute: int, now: datetime, data_until: datetime) -> None:
    """A log that is replayed beside the live watch never moves it back."""
    state = {"minute": minute, "data_until": data_until, "ticked_at": now}
    if Watch.objects.filter(id=1, minute__lte=minute).update(**state):
        return
    Watch.objects.get_or_create(id=1, defaults=state)


def _act(
    found: dict[int, Standing],
    ongoing: dict[int, Incident],
    *,
    minute: int,
    now: datetime,
    pack: incidents.Pack,
) -> None:
    """Move every raised or ongoing service one step on, strongest first.

    Afterwards `ongoing` holds what is ongoing: opened incidents are in, closed ones out. `pack`:
    what a service's numbers were made from.
    """
    raised = sorted(
        (one for one in found.values() if one.service not in ongoing), key=lambda one: -one.strength
    )
    held = implicating.held()
    raised_now = {one.service: one for one in raised}
    rivals = rivalry.compare(
        found,
        began=rivalry.began(ongoing, held),
        crossings=rivalry.crossings(raised_now, minute=minute),
        failing=rivalry.failing(ongoing),
        minute=minute,
    )
    decisions = opening.decide(raised, minute=minute)
    discarded = _discarded(decisions, ongoing, minute=minute)
    _go_on(found, ongoing, discarded, minute=minute, now=now)
    may_open = {id_ for id_, one in decisions.items() if one.opening}
    echoes = rivals.echoes(able=ongoing.keys() | may_open)
    apart = {id_ for id_, one in decisions.items() if one.reason == Reading.Reason.FEW_NETWORKS}
    waiting = rivals.waiting(apart=apart | echoes.keys()) & may_open
    decisions |= beside.judged(decisions, beside.severe(rivals, ongoing))
    decisions |= dict.fromkeys(waiting - echoes.keys(), opening.WEAK)
    reasons = _open(raised, decisions, echoes, discarded, ongoing, now=now, pack=pack)
    folded = implicating.fold(echoes, ongoing, minute=minute, now=now)
    reasons |= dict.fromkeys(folded, Reading.Reason.IMPLICATED)
    implicating.hold(
        echoes, held=held, reasons=reasons, ongoing=ongoing, folded=folded, minute=minute
    )
    _write_readings(found, reasons, decisions, ongoing)
    why.explain_all(found, echoes, minute=minute, now=now)
    why.explain_anew(folded.values(), now=now)


def _open(
    raised: Sequence[Standing],
    decisions: Mapping[int, opening.Decision],
    echoes: Mapping[int, rivalry.Echo],
    discarded: Mapping[int, discards.Discards],
    ongoing: dict[int, Incident],
    *,
    now: datetime,
    pack: incidents.Pack,
) -> dict[int, str]:
    """Open what may be opened, all at once; gives for each raised service why it opened nothing
    (empty where it did)."""
    reasons: dict[int, str] = {}
    down = set(ongoing)
    for standing in raised:
        service = standing.service
        reasons[service] = _reason_not_to_open(decisions[service], echoes.get(service), down)
        if not reasons[service]:
            down.add(service)
    opened = _opened(raised, decisions, discarded, reasons, now=now, pack=pack)
    # A moderator's word may keep a service from opening: then nothing is an echo of it.
    withheld = down - ongoing.keys() - opened.keys()
    freed = {one for one, echo in echoes.items() if echo.of in withheld and one in reasons}
    reasons |= {one: decisions[one].reason for one in freed - opened.keys() - withheld}
    again = [one for one in raised if one.service in freed]
    opened |= _opened(again, decisions, discarded, reasons, now=now, pack=pack)
    ongoing |= opened
    silent = {one for one, reason in reasons.items() if not reason and one not in opened}
    return reasons | dict.fromkeys(silent, Reading.Reason.WEAK_SIGNAL)


def _opened(
    raised: Sequence[Standing],
    decisions: Mapping[int, opening.Decision],
    discarded: Mapping[int, discards.Discards],
    reasons: Mapping[int, str],
    *,
    now: datetime,
    pack: incidents.Pack,
) -> dict[int, Incident]:
    """The incidents of those for which there is an opening and no reason against it."""
    found = []
    for standing in raised:
        its = decisions[standing.service].opening
        if its is not None and not reasons[standing.service]:
            said = discarded.get(standing.service, {})
            found.append(findings.at_opening(standing, its, discarded=said))
    return incidents.open_all(found, now=now, pack=pack)


def _discarded(
    decisions: Mapping[int, opening.Decision], ongoing: Collection[int], *, minute: int
) -> dict[int, dict[str, int]]:
    """What weighs nothing: of the whole window where an incident may open, of the minute where one
    goes on."""
    windows = {
        service: decision.opening.row.window
        for service, decision in decisions.items()
        if decision.opening
    }
    return discards.counts({**windows, **dict.fromkeys(ongoing, 1)}, minute=minute)


def _reason_not_to_open(
    decision: opening.Decision, echo: rivalry.Echo | None, ongoing: Collection[int]
) -> str:
    """Why a raised service opens no incident now; empty when it does."""
    if echo is not None and echo.of in ongoing:
        return Reading.Reason.IMPLICATED
    return decision.reason


def _go_on(
    found: Mapping[int, Standing],
    ongoing: dict[int, Incident],
    discarded: Mapping[int, discards.Discards],
    *,
    minute: int,
    now: datetime,
) -> None:
    """One more minute of the ongoing incidents; those that close leave `ongoing`. Without a
    standing nobody reported for hours."""
    closing, silent, going = [], [], []
    for service, incident in ongoing.items():
        standing = found.get(service)
        step, calm = lifecycle.next_step(
            is_open=True,
            severity=standing.best.severity if standing else 0.0,
            short_severity=standing.short_severity if standing else 0.0,
            fresh=True,
            gate_passed=True,
            calm_minutes=incident.calm_minutes,
        )
        if step is lifecycle.Step.CLOSE:
            closing.append((incident, calm))
        elif standing is None:
            silent.append((incident, calm))
        else:
            said = discarded.get(service, {})
            finding = findings.going_on(standing, incident, calm_minutes=calm, discarded=said)
            going.append((incident, finding))
    incidents.close_all(closing, minute=minute, now=now)
    incidents.stay_calm_all(silent, now=now)
    incidents.update_all(going, now=now)
    why.explain_anew([incident for incident, _calm in closing], now=now)
    for incident, _calm in closing:
        del ongoing[incident.service_id]


def _write_readings(
    found: dict[int, Standing],
    reasons: Mapping[int, str],
    decisions: Mapping[int, opening.Decision],
    ongoing: Mapping[int, Incident],
) -> None:
    few = Reading.Reason.FEW_NETWORKS
    through = {service: one.network for service, one in decisions.items() if one.reason == few}
    Reading.objects.bulk_create(
        (
            Reading(
                service_id=standing.service,
                region_id=row.region,
                minute=standing.minute,
                onset=row.onset,
                window=row.window,
                observed=row.observed,
                expected=row.expected,
                severity=row.severity,
                z=row.z,
                reason=reasons.get(standing.service, ""),
                network=through.get(standing.service),
                row_network=row.network,
                incident=ongoing.get(standing.service),
                version=baseline.MODEL_VERSION,
            )
            for standing in found.values()
            for row in standing.readings
        ),
        ignore_conflicts=True,
    )
