"""Play a report log through intake, inbox, store and watch, on the log's own clock."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_bytes
from uuid import UUID

from outages import incidents, notices, watch
from outages.judging import expectation
from outages.models import Incident
from outages.replays import skipping
from outages.replays.reportlog import Log, LoggedNotice, LogLine
from reports import intake, reporter, vocabulary
from reports.buckets import DAY_MINUTES, floor, minute_of, time_of
from reports.draining import drain
from reports.inbox import Inbox
from reports.intake import Claim, Source
from reports.messages import Arrival
from reports.models import Service

# Reports that wait in the replay before they go through the inbox in one round trip.
BATCH = 2000
# Log minutes that are stored before they are looked at together; a day must be a multiple of it.
SPAN_MINUTES = 120
FORGET_EVERY = timedelta(hours=6)


@dataclass
class Replayed:
    """What a replay did."""

    reports: int = 0
    notices: int = 0
    minutes: int = 0
    judged: int = 0
    incidents: list[int] = field(default_factory=list)


def check(line: LogLine) -> None:
    """Raise ValueError when a line names something that the catalogue lacks."""
    known = vocabulary.read()
    if line.about not in known.services:
        raise ValueError(f"there is no service “{line.about}” (add it with --add-services)")
    if line.notice is None:
        intake.check(_claim(line))
    else:
        notices.check(_said(line.at, line.notice), now=line.at)


class Replay:
    """One walk of a log. `every_minute` judges minutes too in which nothing can open."""

    def __init__(self, log: Log, *, inbox: Inbox, every_minute: bool = False) -> None:
        self.log = log
        self.inbox = inbox
        self.every_minute = every_minute
        self.salt = token_bytes(32)
        self.done = Replayed()
        self._waiting: list[Arrival] = []
        self._forgotten: datetime = log.first
        self._ongoing = Incident.objects.ongoing().count()

    def play(self, *, seconds_a_minute: float = 0.0) -> Iterator[int]:
        """Play span by span; yields how many lines have been played after each.

        `seconds_a_minute` is the real time that a log minute takes; 0 plays as fast as it can.
        """
        started = time.monotonic()
        width = 1 if seconds_a_minute else SPAN_MINUTES
        start = minute_of(self.log.first)
        end = minute_of(self.log.last) + 1
        lines = self.log.lines()
        ahead = next(lines, None)
        for first in range(floor(start, width), end, width):
            stop = min(first + width, end)
            while ahead is not None and minute_of(ahead.at) < stop:
                self._take(ahead)
                ahead = next(lines, None)
            self._store()
            self._judge(max(first, start), stop - 1, is_end=stop == end)
            self._forget(time_of(stop))
            if seconds_a_minute:
                due = (stop - start) * seconds_a_minute
                time.sleep(max(0.0, started + due - time.monotonic()))
            yield self.done.reports + self.done.notices
        self.done.minutes = end - start
        self.done.incidents = self._played_incidents()

    def _judge(self, first: int, last: int, *, is_end: bool) -> None:
        """Judge the minutes of a span in order, but for those in which nothing can open."""
        minute = first
        while minute <= last:
            if not self.every_minute and not self._ongoing:
                minute = skipping.first_to_judge(first=minute, last=last)
                if minute > last:
                    break
            self._judge_minute(minute)
            minute += 1
        if is_end and not self.every_minute:
            self._judge_minute(last)

    def _judge_minute(self, minute: int) -> None:
        now = time_of(minute + 1)
        expectation.ensure(minute // DAY_MINUTES)
        self._ongoing = watch.judge(minute=minute, now=now, data_until=now)
        self.done.judged += 1

    def _take(self, line: LogLine) -> None:
        if line.notice is not None:
            self._notice(line.at, line.notice)
            return
        self._waiting.append(intake.arrival(_claim(line), self._source(line), now=line.at))
        self.done.reports += 1
        if len(self._waiting) >= BATCH:
            self._store()

    def _notice(self, at: datetime, notice: LoggedNotice) -> None:
        # A log may tell of one that is retired by now.
        service = Service.objects.get(pk=vocabulary.read().services[notice.service])
        notices.take(service, _said(at, notice), now=at, source=notice.source)
        self.done.notices += 1

    def _store(self) -> None:
        if not self._waiting:
            return
        intake.accept_all(self._waiting, inbox=self.inbox)
        self._waiting.clear()
        drain(self.inbox, consumer="replay")

    def _forget(self, at: datetime) -> None:
        if at - self._forgotten > FORGET_EVERY:
            self._forgotten = at
            self.inbox.forget(before=at)

    def _source(self, line: LogLine) -> Source:
        person = self._token("reporter", line.about, line.reporter)
        return Source(
            reporter=person,
            # One salt for the whole log: a person is the same one on every day of it.
            reporter_yesterday=person,
            prefix=self._token("prefix", line.about, line.prefix),
            network=line.network,
        )

    def _token(self, what: str, service: str, name: str | None) -> UUID | None:
        return None if name is None else reporter.token(self.salt, what, service, name)

    def _played_incidents(self) -> list[int]:
        played = Incident.objects.filter(
            service__slug__in=self.log.services,
            # Incidents start at whole minutes.
            started_at__gte=time_of(minute_of(self.log.first)),
            started_at__lte=self.log.last,
        )
        return list(played.order_by("started_at", "pk").values_list("pk", flat=True))


def end_of_log(replay: Replay) -> None:
    """Close what is ongoing where an old log ends: the live watch must not judge those minutes."""
    last = minute_of(replay.log.last)
    ongoing = Incident.objects.ongoing().filter(pk__in=replay.done.incidents)
    incidents.close_all([(one, 0) for one in ongoing], minute=last, now=time_of(last + 1))


def _claim(line: LogLine) -> Claim:
    return Claim(
        service=line.about,
        kind=line.kind or "report",
        symptom=line.symptom,
        region=line.region,
        comment=line.comment,
        implicated=line.implicated,
        others_work=line.others_work,
        connection=line.connection,
    )


def _said(at: datetime, notice: LoggedNotice) -> notices.Said:
    return notices.Said(
        kind=notice.kind,
        text=notice.text,
        at=at,
        starts=notice.starts,
        ends=notice.ends,
        url=notice.url,
        ref=notice.ref,
        cause=notice.cause,
        version=notice.version,
    )
