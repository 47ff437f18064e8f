"""What else is down beside a service: its operator's, what stands on the same, its kind, and what
failed at the same time. One query for all services, however many incidents there are."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F

from outages.judging import graph
from outages.models import Incident
from outages.showing.tick import Held

Body = dict[str, Any]
# On the record day some eight hundred services were alight at once.
MOST_READ = 1000
MOST_OF_A_KIND = 6
# What begins within so much of each other begins together.
TOGETHER = timedelta(minutes=30)
CULPRIT = "culprit"
OPERATOR, SHARED, SAME_TIME, CATEGORY = "operator", "shared", "same_time", "category"


def related(service: Mapping[str, Any]) -> Body:
    """Ongoing incidents of other services, by what they have to do with this one (a body of
    directory.service); the first is that which its own reports are probably about.

    `groups`: kind, `through` (name and slug of what is shared, of the kind "shared"), services and
    `more`, how many are left out. A service is told once, of the first kind that fits. `others`:
    how many ongoing incidents fit none.
    """
    rows = [row for row in _ongoing.get(None) if row["slug"] != service["slug"]]
    began = service["incident"]["started_at"] if service["incident"] else None
    left, groups = rows, []
    for kind, through, fits in _kinds(service, began):
        found = [row for row in left if fits(row)]
        left = [row for row in left if row not in found]
        if found:
            groups.append(_group(kind, through, found))
    return {"groups": groups, "others": len(left)}


Fits = Callable[[Mapping[str, Any]], bool]


def _kinds(
    service: Mapping[str, Any], began: datetime | None
) -> list[tuple[str, Body | None, Fits]]:
    operator = (service["operator"] or {}).get("slug")
    culprit = (service["implicated_by"] or {}).get("incident")
    kinds: list[tuple[str, Body | None, Fits]] = [
        (CULPRIT, None, lambda row: row["id"] == culprit),
        (OPERATOR, None, lambda row: operator is not None and row["operator_slug"] == operator),
    ]
    known = graph.read()
    # What it needs, surest first, then what it is itself the page of.
    needed = [one["slug"] for one in service["depends_on"]]
    mine = known.stands_on(service["slug"])
    for slug in (*(one for one in needed if one in mine), *sorted(mine.difference(needed))):
        root = known.dependencies[slug]
        through = {"slug": slug, "name": root.name, "kind": root.kind}
        kinds.append((SHARED, through, _stands_on(slug, known)))
    same_time: Fits = lambda row: (  # noqa: E731
        began is not None and abs(row["started_at"] - began) <= TOGETHER
    )
    kinds.append((SAME_TIME, None, same_time))
    kinds.append((CATEGORY, None, lambda row: row["category_slug"] == service["category"]))
    return kinds


def _stands_on(dependency: str, known: graph.Graph) -> Fits:
    return lambda row: dependency in known.stands_on(row["slug"])


def _read(_asked: None) -> list[Body]:
    """All that go on, the latest first."""
    rows = (
        Incident.objects.ongoing()
        .filter(service__active=True)
        .order_by("-started_at")
        .values(
            "id",
            "started_at",
            slug=F("service__slug"),
            name=F("service__name"),
            category_slug=F("service__category__slug"),
            operator_slug=F("service__operator__slug"),
        )
    )
    return [dict(row) for row in rows[:MOST_READ]]


_ongoing: Held[None, list[Body]] = Held(_read, key=lambda _asked: None)


def _group(kind: str, through: Body | None, rows: list[Body]) -> Body:
    return {
        "kind": kind,
        "through": through,
        "services": [
            {
                "slug": row["slug"],
                "name": row["name"],
                "incident": row["id"],
                "started_at": row["started_at"],
            }
            for row in rows[:MOST_OF_A_KIND]
        ],
        "more": max(len(rows) - MOST_OF_A_KIND, 0),
    }
