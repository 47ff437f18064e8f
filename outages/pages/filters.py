"""What a reader of the list of incidents can choose, as it stands in the address."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from outages import board
from outages.causes.taxonomy import CAUSES, GROUPS, KNOWN, UNKNOWN
from outages.pages.choices import COUNTRY_LETTERS, is_known, regions_around
from outages.pages.words import INCIDENT_STATES

FIELDS = ("service", "region", "cause", "state", "since", "until")
LONGEST = 100
# So many services are offered where a name fits several.
MOST_OFFERED = 5


@dataclass
class Chosen:
    """`typed`: as it was given, for the form; `wanted`: for board.incidents; `troubles`: what was
    given and means nothing, by field; `offered`: services that the typed one may be."""

    typed: dict[str, str]
    wanted: dict[str, Any] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)
    offered: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_any(self) -> bool:
        return any(self.typed.values())


def chosen(query: QueryDict) -> Chosen:
    """What an address chooses. What cannot be is left out and said."""
    given = {name: query.get(name, "").replace("\0", "").strip()[:LONGEST] for name in FIELDS}
    found = Chosen(typed={**given, "region": given["region"].upper()})
    _service(found)
    for name, known in (
        ("region", is_known(found.typed["region"])),
        ("cause", given["cause"] in KNOWN or given["cause"] in _groups()),
        ("state", given["state"] in INCIDENT_STATES),
    ):
        if known:
            found.wanted[name] = found.typed[name]
        else:
            found.typed[name] = ""
    since, until = (_day(found, name) for name in ("since", "until"))
    if since:
        found.wanted["since"] = datetime.combine(since, time(0), tzinfo=UTC)
    if until:
        end = datetime.combine(until, time(0), tzinfo=UTC) + timedelta(days=1)
        found.wanted["until"] = end - timedelta(microseconds=1)
    if since and until and until < since:
        found.troubles["until"] = _("The last day is before the first one.")
    return found


def causes() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """Causes to choose from: under each group the whole of it, then each of its causes."""
    return [
        (
            _(group.name),
            [
                (group.slug, _("Any of: %(group)s") % {"group": _(group.name)}),
                *((one.slug, _(one.name)) for one in CAUSES if one.group == group.slug),
            ],
        )
        for group in GROUPS
        if group.slug != UNKNOWN
    ]


def regions(code: str) -> list[tuple[str, Any]]:
    """Regions to choose from; none at first. A country stands for all of its parts."""
    _nowhere, *groups = regions_around(code)
    home = code[:COUNTRY_LETTERS]
    whole = {home: _("All of %(country)s") % {"country": groups[0][0]}} if len(groups) > 1 else {}
    named = [
        (group, [(part, whole.get(part, name)) for part, name in parts]) for group, parts in groups
    ]
    return [("", _("Anywhere")), *named]


def _service(found: Chosen) -> None:
    """A service by its slug, its name, or the only one that fits what was typed."""
    typed = found.typed["service"]
    if not typed:
        return
    slug = board.named(typed)
    if slug is None:
        hits = board.hits(typed, most=MOST_OFFERED)
        found.offered = hits or board.meant(typed)
        if len(hits) == 1:
            slug = str(hits[0]["slug"])
    if slug is not None:
        found.wanted["service"], found.offered = slug, []
        return
    found.troubles["service"] = _("No service is called “%(name)s”.") % {"name": typed}


def _day(found: Chosen, name: str) -> date | None:
    typed = found.typed[name]
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed)
        # One more day must be a day, too.
        _next = day + timedelta(days=1)
    except (ValueError, OverflowError):
        found.troubles[name] = _("“%(text)s” is no day; write it as 2026-01-31.") % {"text": typed}
        return None
    return day


def _groups() -> set[str]:
    return {group.slug for group in GROUPS if group.slug != UNKNOWN}
