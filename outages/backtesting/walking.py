"""Walk through stored counts with today's detector, and suppose incidents without storing any."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from outages.causes.change import Change
from outages.detection import lifecycle, scan
from outages.incidents import Finding
from outages.judging import (
    diversity,
    expectation,
    findings,
    implicating,
    inputs,
    opening,
    reach,
    rivalry,
    series,
)
from outages.judging.standing import Standing, standings
from outages.models import Incident
from reports.buckets import DAY_MINUTES, TOKENS_KEPT_MINUTES, minute_of, time_of

Bools = NDArray[np.bool_]

# Minutes that are looked at together; a day is a multiple of it.
SPAN_MINUTES = 120


@dataclass
class Supposed:
    """An incident as today's detector has it, unsaved; `codes`: regions that it reached.

    `gate`: whether enough different people's voices were asked for: they are known for two days.
    `stored`: it was there before the walk began.
    """

    incident: Incident
    codes: set[str]
    gate: bool
    stored: bool = False
    relapses: int = 0


@dataclass
class Walk:
    """One walk from minute `first` to minute `last`; `now` tells which voices are still known."""

    first: int
    last: int
    now: datetime
    found: list[Supposed] = field(default_factory=list)
    _ongoing: dict[int, Supposed] = field(default_factory=dict)
    _crossed: dict[int, int] = field(default_factory=dict)

    def play(self) -> Iterator[int]:
        """Walk span by span; yields how many minutes are done. Writes nothing."""
        self._take_over()
        minute = self.first
        while minute <= self.last:
            end = minute - minute % SPAN_MINUTES + SPAN_MINUTES - 1
            minute = self._span(minute, min(end, self.last))
            yield minute - self.first

    def _take_over(self) -> None:
        """What was stored before the walk begins: it may go on, or come back."""
        since = time_of(self.first - lifecycle.RELAPSE_WITHIN)
        before = Incident.objects.ongoing_or_ended_since(since)
        start = time_of(self.first)
        for one in before.filter(declared_at__lt=start).prefetch_related("regions__region"):
            codes = {row.region.code for row in one.regions.all()}
            supposed = Supposed(incident=one, codes=codes, gate=True, stored=True)
            self.found.append(supposed)
            if one.resolved_at is None or one.resolved_at >= start:
                one.resolved_at = None
                one.calm_minutes = 0
                self._ongoing[one.service_id] = supposed

    def _span(self, first: int, last: int) -> int:
        """Judge minutes of a span until an incident ends; gives the next minute to judge."""
        expectation.suppose(first // DAY_MINUTES)
        counts = series.read(first=first - scan.RECENT_MINUTES + 1, last=last)
        if not len(counts.keys) and not self._ongoing:
            return last + 1
        may_open = self._may_open(counts, first, last)
        for minute in range(first, last + 1):
            raised = counts.services[may_open[:, minute - first]].tolist()
            wanted = {*raised, *self._ongoing}
            if wanted and self._minute(counts, minute, wanted):
                return minute + 1
        return last + 1

    def _may_open(self, counts: series.Series, first: int, last: int) -> Bools:
        """bool [series, minutes]: where something may open. The charge, which only lowers
        severities, is left out."""
        judged = scan.sweep(
            counts.counts,
            expectation.fit_for(counts.keys, minute=first),
            last,
            judged=last - first + 1,
            observed_from=reach.observed_from(counts, minute=first, ended=self._ended(first)),
            parents=counts.parents,
            leaves=counts.leaves,
            places=counts.places,
        )
        return np.asarray((judged.severity > lifecycle.OPEN_ABOVE) & judged.fresh)

    def _minute(self, counts: series.Series, minute: int, services: set[int]) -> bool:
        """Judge one minute of some services as the watch does; did an incident end?"""
        now = inputs.until(counts, minute)
        asked = inputs.of_minute(
            now,
            expectation.fit_for(now.keys, minute=minute),
            ended=self._ended(minute),
            ongoing=[one.incident for one in self._ongoing.values()],
        ).of_services(services)
        found = standings(
            asked.counts,
            asked.judge(),
            charge=asked.charge,
            minute=minute,
            ongoing=self._ongoing,
        )
        began = {s: rivalry.rise_of(one.incident) for s, one in self._ongoing.items()}
        over = self._go_on(found, minute)
        self._open(found, began, minute)
        return over

    def _ended(self, minute: int) -> list[Incident]:
        """Incidents that a window that ends with the minute could reach back to."""
        since = time_of(minute - scan.RECENT_MINUTES)
        over = [one.incident for one in self.found if one.incident.resolved_at is not None]
        return [one for one in over if one.resolved_at and one.resolved_at > since]

    def _go_on(self, found: Mapping[int, Standing], minute: int) -> bool:
        over = []
        for service, one in self._ongoing.items():
            standing = found.get(service)
            step, calm = lifecycle.next_step(
                is_open=True,
                severity=standing.best.severity if standing else 0.0,
                short_severity=standing.short_severity if standing else 0.0,
                fresh=True,
                gate_passed=True,
                calm_minutes=one.incident.calm_minutes,
            )
            one.incident.calm_minutes = calm
            if step is lifecycle.Step.CLOSE:
                ended = time_of(minute - calm + 1)
                one.incident.resolved_at = max(ended, one.incident.started_at)
                over.append(service)
            elif standing is not None:
                finding = findings.going_on(standing, one.incident, calm_minutes=calm, discarded={})
                _bring_up(one, finding)
        for service in over:
            del self._ongoing[service]
        return bool(over)

    def _open(
        self, found: Mapping[int, Standing], began: Mapping[int, Change], minute: int
    ) -> None:
        """`began`: of the services that had an incident when the minute began."""
        raised = sorted(
            (one for one in found.values() if one.service not in began and one.above),
            key=lambda one: -one.strength,
        )
        if not raised and not self._ongoing:
            return
        self._cross(raised, minute)
        crossings = {one.service: self._crossed[one.service] for one in raised}
        # Nothing is found here of what services are down with.
        rivals = rivalry.compare(found, began=began, crossings=crossings, failing={}, minute=minute)
        has_voices = minute >= minute_of(self.now) - TOKENS_KEPT_MINUTES
        openings = _by_gate(raised, minute) if has_voices else _without_gate(raised)
        echoes = rivals.echoes(able=self._ongoing.keys() | openings.keys())
        apart = {one.service for one in raised} - openings.keys()
        waiting = rivals.waiting(apart=apart | echoes.keys())
        for standing in raised:
            its, echo = openings.get(standing.service), echoes.get(standing.service)
            if its is None or standing.service in waiting:
                continue
            if echo is not None and echo.of in self._ongoing:
                continue
            finding = findings.at_opening(standing, its, discarded={})
            self._declare(finding, minute, gate=has_voices)
        self._fold(echoes, minute)

    def _cross(self, raised: Sequence[Standing], minute: int) -> None:
        """Remember since when one is above the threshold without an incident."""
        for standing in raised:
            before = self._crossed.get(standing.service)
            if before is None or minute - before > rivalry.SAME_RISE_MINUTES:
                self._crossed[standing.service] = minute

    def _fold(self, echoes: Mapping[int, rivalry.Echo], minute: int) -> None:
        """Take back young incidents that turn out to be echoes, as the watch does."""
        for service, echo in echoes.items():
            one = self._ongoing.get(service)
            if one is None or one.stored or one.relapses or echo.of not in self._ongoing:
                continue
            if minute - minute_of(one.incident.declared_at) <= implicating.FOLD_WITHIN:
                del self._ongoing[service]
                self.found.remove(one)

    def _declare(self, finding: Finding, minute: int, *, gate: bool) -> None:
        last = max(
            (one for one in self.found if one.incident.service_id == finding.service),
            key=lambda one: one.incident.started_at,
            default=None,
        )
        if last is not None and _is_relapse(last, finding):
            last.incident.resolved_at = None
            last.incident.calm_minutes = 0
            last.relapses += 1
            _bring_up(last, finding)
            self._ongoing[finding.service] = last
            return
        incident = Incident(
            service_id=finding.service,
            severity=finding.severity,
            started_at=time_of(finding.onset),
            declared_at=time_of(minute) + timedelta(minutes=1),
            peak_z=finding.z,
            evidence=finding.evidence,
            latest=finding.evidence,
        )
        supposed = Supposed(incident=incident, codes=set(finding.codes), gate=gate)
        self.found.append(supposed)
        self._ongoing[finding.service] = supposed
        self._crossed.pop(finding.service, None)


def _by_gate(raised: Sequence[Standing], minute: int) -> dict[int, opening.Opening]:
    decisions = opening.decide(raised, minute=minute)
    return {service: one.opening for service, one in decisions.items() if one.opening}


def _without_gate(raised: Sequence[Standing]) -> dict[int, opening.Opening]:
    """On the strongest row that may open, whoever spoke."""
    found = {}
    for standing in raised:
        for row in standing.above:
            step, _calm = lifecycle.next_step(
                is_open=False,
                severity=row.severity,
                short_severity=standing.short_severity,
                fresh=row.fresh,
                gate_passed=True,
                calm_minutes=0,
            )
            if step is lifecycle.Step.OPEN:
                found[standing.service] = opening.Opening(row=row, voices=diversity.NOBODY)
                break
    return found


def _is_relapse(last: Supposed, finding: Finding) -> bool:
    if last.incident.resolved_at is None:
        return False
    return lifecycle.is_relapse(
        minutes_since_end=finding.onset - minute_of(last.incident.resolved_at),
        regions_then=frozenset(last.codes),
        regions_now=finding.codes,
    )


def _bring_up(one: Supposed, finding: Finding) -> None:
    order: Sequence[str] = Incident.Severity.values
    one.codes |= finding.codes
    one.incident.peak_z = max(one.incident.peak_z, finding.z)
    one.incident.severity = max(one.incident.severity, finding.severity, key=order.index)
