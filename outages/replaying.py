"""Play a report log through intake, inbox, store and watch, on the log's own clock."""

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from secrets import token_bytes
from uuid import UUID

from outages import incidents, watch
from outages.detection.scan import WINDOWS
from outages.detection.surprise import FEWEST_REPORTERS
from outages.models import Incident, Notice
from outages.reportlog import Log, LogLine
from reports import intake, reporter, vocabulary
from reports.buckets import minute_of, time_of
from reports.draining import drain
from reports.inbox import Arrival, Inbox
from reports.intake import Claim, Source

# Reports that wait in the replay before they go through the inbox in one round trip.
BATCH = 2000
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


class Replay:
    """One walk of a log. `every_minute` judges minutes too in which nothing can change."""

    def __init__(self, log: Log, *, inbox: Inbox, every_minute: bool = False) -> None:
        self.log = log
        self.inbox = inbox
        self.every_minute = every_minute
        self.salt = token_bytes(32)
        self.done = Replayed()
        self._waiting: list[Arrival] = []
        self._recent = _Recent()
        self._ongoing = Incident.objects.ongoing().exists()
        self._forgotten: datetime = log.first

    def play(self, *, seconds_a_minute: float = 0.0) -> Iterator[int]:
        """Play minute by minute; yields how many lines have been played after each.

        `seconds_a_minute` is the real time that a log minute takes; 0 plays as fast as it can.
        """
        started = time.monotonic()
        minute = minute_of(self.log.first)
        last = minute_of(self.log.last)
        played = 0
        for at, lines in groupby(self.log.lines(), key=lambda line: minute_of(line.at)):
            self._quiet_minutes(minute, at)
            batch = list(lines)
            played += len(batch)
            self._take(batch)
            self._minute(at, busy=True, last=at == last)
            minute = at + 1
            if seconds_a_minute:
                ahead = (minute - minute_of(self.log.first)) * seconds_a_minute
                time.sleep(max(0.0, started + ahead - time.monotonic()))
            yield played
        self._quiet_minutes(minute, last + 1)
        self.done.incidents = [incident.pk for incident in self._played_incidents()]

    def _quiet_minutes(self, first: int, end: int) -> None:
        """Minutes without a line: only an ongoing incident can change in them."""
        for minute in range(first, end):
            if not (self._ongoing or self.every_minute):
                self.done.minutes += end - minute
                return
            self._minute(minute, busy=False, last=minute == end - 1)

    def _take(self, lines: list[LogLine]) -> None:
        for line in lines:
            if line.notice is not None:
                self._notice(line)
                continue
            source = self._source(line)
            self._waiting.append(intake.arrival(_claim(line), source, now=line.at))
            self._recent.add(line.about, minute_of(line.at))
            self.done.reports += 1

    def _notice(self, line: LogLine) -> None:
        notice = line.notice
        if notice is None:
            return
        Notice.objects.get_or_create(
            service_id=vocabulary.read().services[notice.service],
            at=line.at,
            kind=notice.kind,
            source=notice.source,
            defaults={"text": notice.text, "starts": notice.starts, "ends": notice.ends},
        )
        self.done.notices += 1

    def _minute(self, minute: int, *, busy: bool, last: bool) -> None:
        self.done.minutes += 1
        needed = self._ongoing or self.every_minute or last
        if busy:
            needed = needed or self._recent.can_open(minute)
        if needed or len(self._waiting) >= BATCH:
            self._flush()
        if needed:
            now = time_of(minute + 1)
            self._ongoing = watch.judge(minute=minute, now=now, data_until=now) > 0
            self.done.judged += 1
        if time_of(minute) - self._forgotten > FORGET_EVERY:
            self._forgotten = time_of(minute)
            self._flush()
            self.inbox.forget(before=self._forgotten)

    def _flush(self) -> None:
        for start in range(0, len(self._waiting), BATCH):
            intake.accept_all(self._waiting[start : start + BATCH], inbox=self.inbox)
        if self._waiting:
            drain(self.inbox, consumer="replay")
        self._waiting.clear()

    def _source(self, line: LogLine) -> Source:
        return Source(
            reporter=self._token("reporter", line.about, line.reporter),
            reporter_yesterday=self._token("reporter", line.about, line.reporter),
            prefix=self._token("prefix", line.about, line.prefix),
            network=line.network,
        )

    def _token(self, what: str, service: str, name: str | None) -> UUID | None:
        return None if name is None else reporter.token(self.salt, what, service, name)

    def _played_incidents(self) -> list[Incident]:
        return list(
            Incident.objects.filter(
                started_at__gte=self.log.first - timedelta(days=1), started_at__lte=self.log.last
            ).order_by("started_at", "pk")
        )


def end_of_log(replay: Replay) -> None:
    """Close what is ongoing where an old log ends: the live watch must not judge those minutes."""
    last = minute_of(replay.log.last)
    for incident in Incident.objects.ongoing().filter(pk__in=replay.done.incidents):
        incidents.close(incident, calm_minutes=0, minute=last, now=time_of(last + 1))


class _Recent:
    """Reports of each service in the longest window: below the detector's fewest, none can open."""

    def __init__(self) -> None:
        self._minutes: dict[str, deque[int]] = {}
        self._touched: set[str] = set()

    def add(self, service: str, minute: int) -> None:
        self._minutes.setdefault(service, deque()).append(minute)
        self._touched.add(service)

    def can_open(self, minute: int) -> bool:
        """Whether a service that was reported in this minute has enough reports to be judged."""
        enough = False
        for service in self._touched:
            kept = self._minutes[service]
            while kept and kept[0] <= minute - max(WINDOWS):
                kept.popleft()
            enough = enough or len(kept) >= FEWEST_REPORTERS
        self._touched.clear()
        return enough


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


