"""What operators said of the cause themselves: which of their words override what signals say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from django.db.models import Q

from outages.causes.stated import Stated, cut, stated
from outages.causes.taxonomy import GROUP_OF, KNOWN
from outages.causes.words import words
from outages.judging import graph
from outages.models import Incident, Notice

# A word belongs to an incident until a day after its end; what comes later may be about another.
WORD_AFTER = timedelta(hours=24)
# A post that is mended speaks when it is mended; one that began longer before the rise is about
# something else however often it is.
BEGUN_BEFORE = timedelta(hours=2)
# A cause that somebody filled in is as sure as the word itself.
CERTAIN = 1.0
# A shorter name is too often a word, or a letter.
SHORTEST_NAME = 4
THIRD_PARTY = "third_party_dependency"


@dataclass(frozen=True)
class Statement:
    """A cause by its operator's own word. `words` are quoted: what it was read from, or all of it.

    `was_read`: we read it from the text; else it was filled in as the cause.
    """

    category: str
    sure: float
    said_at: datetime
    words: str
    url: str
    was_read: bool

    @property
    def group(self) -> str:
        return GROUP_OF[self.category]


def statements(incidents: Sequence[Incident], *, now: datetime) -> dict[int, Statement]:
    """By incident id: what its operator last said of its cause; left out where that is nothing.
    A word belongs to the last of these incidents that had begun. One query."""
    if not incidents:
        return {}
    notices = _notices(incidents, now)
    until = _until(incidents, now)
    found = {}
    for incident in incidents:
        said = (
            _statement(notice, incident)
            for notice in notices.get(incident.service_id, ())
            if _is_about(notice, incident, until=until[incident.pk])
        )
        if (last := next((one for one in said if one is not None), None)) is not None:
            found[incident.pk] = last
    return found


def _until(incidents: Sequence[Incident], now: datetime) -> dict[int, datetime]:
    """How long words belong to each: until a day after its end, or the next one's rise."""
    until: dict[int, datetime] = {}
    next_rise: dict[int, datetime] = {}
    for incident in sorted(incidents, key=lambda one: one.started_at, reverse=True):
        end = now if incident.resolved_at is None else incident.resolved_at + WORD_AFTER
        until[incident.pk] = min(end, next_rise.get(incident.service_id, now))
        next_rise[incident.service_id] = incident.started_at
    return until


def _notices(incidents: Sequence[Incident], now: datetime) -> Mapping[int, Sequence[Notice]]:
    """Official notices by service, the latest first."""
    first = min(incident.started_at for incident in incidents)
    in_window = Q(ends=None) | Q(ends__gte=first)
    since = (
        Q(at__gte=first)
        | Q(updated_at__gte=first)
        | Q(in_window, kind=Notice.Kind.MAINTENANCE, starts__lte=now)
    )
    rows = Notice.objects.filter(
        since,
        service__in={one.service_id for one in incidents},
        source=Notice.OFFICIAL,
        at__lte=now,
    )
    by_service: dict[int, list[Notice]] = {}
    for notice in sorted(rows, key=lambda row: (_spoke(row), row.pk), reverse=True):
        by_service.setdefault(notice.service_id, []).append(notice)
    return by_service


def _spoke(notice: Notice) -> datetime:
    """When it said what it says now."""
    return notice.updated_at or notice.at


def _is_about(notice: Notice, incident: Incident, *, until: datetime) -> bool:
    """A word since the incident's rise, or maintenance in whose window it rose. Yesterday's word is
    about something else."""
    starts, ends = notice.starts, notice.ends
    if notice.kind == Notice.Kind.MAINTENANCE and starts:
        return starts <= incident.started_at and (ends is None or incident.started_at <= ends)
    begun = notice.at >= incident.started_at - BEGUN_BEFORE
    return begun and incident.started_at <= _spoke(notice) <= until


def _statement(notice: Notice, incident: Incident) -> Statement | None:
    """The cause that a notice was filed under, else the one that its text states. The text of
    announced maintenance does not say that it went wrong: alone it is no statement."""
    if notice.cause in KNOWN:
        words_ = cut(notice.text)
        return Statement(notice.cause, CERTAIN, _spoke(notice), words_, notice.url, was_read=False)
    if notice.kind != Notice.Kind.STATUS:
        return None
    read = _read(notice.text)
    if read is None:
        return None
    # Who blames a supplier has to name it.
    if read.category != THIRD_PARTY and _names_another(read.sentence, incident.service_id):
        return None
    return Statement(
        read.category, read.sure, _spoke(notice), read.sentence, notice.url, was_read=True
    )


@lru_cache(maxsize=512)
def _read(text: str) -> Stated | None:
    """The same posts are read at every tick."""
    return stated(text)


def _names_another(sentence: str, service: int) -> bool:
    """Whether it speaks of another service, and not of this one."""
    nodes = graph.read().services
    said = words(sentence)
    if service in nodes and _holds(said, words(nodes[service].name)):
        return False
    return any(
        node.name in sentence and _holds(said, words(node.name))
        for node in nodes.values()
        if node.id != service and len(node.name) >= SHORTEST_NAME
    )


def _holds(said: Sequence[str], name: Sequence[str]) -> bool:
    width = len(name)
    return any(list(said[at : at + width]) == list(name) for at in range(len(said) - width + 1))
