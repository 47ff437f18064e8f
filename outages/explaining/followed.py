"""Where operators' announcements are followed, so that their silence says something; and where they
announce so much that it says nothing that an outage fell into it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from outages.models import Notice, StatusPage

# A status page that was read so lately tells of maintenance, or that there is none. The clock of
# the minute that is judged is a little behind, in a replay far: hence to both sides.
READ_WITHIN = timedelta(minutes=30)
# Who sent a notice of a kind within this time, by key or admin, would have sent another.
POSTED_WITHIN = timedelta(days=90)
# What is ordinary is seen in so many days: a quarter of their time within windows, and an outage
# falls into one by chance. Three windows at once are work on parts of a network, one after another.
SEEN_DAYS = timedelta(days=28)
ORDINARY_SHARE, ORDINARY_AT_ONCE = 0.25, 3
RELEASE_LASTS = timedelta(hours=24)

MAINTENANCE, RELEASE = Notice.Kind.MAINTENANCE, Notice.Kind.RELEASE
Window = tuple[datetime, datetime]


@dataclass(frozen=True)
class Followed:
    """By kind of notice, ids of services: `told`, where none means that none was announced;
    `ordinary`, where one means nothing."""

    told: frozenset[tuple[int, str]] = field(default_factory=frozenset)
    ordinary: frozenset[tuple[int, str]] = field(default_factory=frozenset)

    def says(self, service: int, kind: str, *, seen: bool) -> bool | None:
        """Whether there was such an announcement; None: not known, or of no weight."""
        if seen:
            return None if (service, kind) in self.ordinary else True
        return False if (service, kind) in self.told else None


def followed(services: Collection[int], *, now: datetime) -> Followed:
    """Of these services, at a time; in three queries."""
    of_kind = Notice.objects.filter(service__in=services, kind__in=(MAINTENANCE, RELEASE))
    posted = of_kind.filter(at__range=(now - POSTED_WITHIN, now))
    told = set(posted.order_by().values_list("service_id", "kind").distinct())
    read = StatusPage.objects.filter(
        service__in=services, ok_at__range=(now - READ_WITHIN, now + READ_WITHIN)
    )
    told |= {(service, MAINTENANCE.value) for service in read.values_list("service_id", flat=True)}
    return Followed(told=frozenset(told), ordinary=frozenset(_ordinary(services, now=now)))


def _ordinary(services: Collection[int], *, now: datetime) -> set[tuple[int, str]]:
    first = now - SEEN_DAYS
    rows = (
        Notice.objects.filter(
            Q(kind=RELEASE, at__gte=first)
            | Q(kind=MAINTENANCE) & (Q(ends=None) | Q(ends__gte=first)),
            service__in=services,
            at__lte=now,
        )
        .annotate(begins=Coalesce("starts", F("at")))
        .order_by()
        .values_list("service_id", "kind", "begins", "ends")
    )
    windows: dict[tuple[int, str], list[Window]] = defaultdict(list)
    for service, kind, begins, ends in rows:
        lasts = begins + RELEASE_LASTS if ends is None else ends
        if begins <= now and lasts >= first:
            windows[service, kind].append((max(begins, first), lasts))
    return {
        (service, kind)
        for (service, kind), those in windows.items()
        if is_ordinary(those, now=now, at_once=kind == MAINTENANCE)
    }


def is_ordinary(windows: Collection[Window], *, now: datetime, at_once: bool) -> bool:
    """Would an outage fall into one of them by chance? `windows`: begun within SEEN_DAYS, or cut
    there. Those that hold now don't count as usual, unless many do and `at_once` tells so."""
    over = [window for window in windows if window[1] < now]
    if at_once and len(windows) - len(over) >= ORDINARY_AT_ONCE:
        return True
    return covered(over) / SEEN_DAYS >= ORDINARY_SHARE


def covered(windows: Iterable[Window]) -> timedelta:
    """How long at least one of them held."""
    total, until = timedelta(0), None
    for begins, ends in sorted(windows):
        if until is None or begins > until:
            until = begins
        if ends > until:
            total += ends - until
            until = ends
    return total
