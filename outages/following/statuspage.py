"""A Statuspage's summary.json → posts. Pure: no clock, no database, no network.

Members that we do not know are passed over; one that we need and that is missing or of another form
is an error that names it. What kind of post it is comes from the list that it stands in, never from
its words: "maintenance" in an unplanned incident's text announces none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec

# The path below a page's address. "Unresolved" incidents, and maintenance that is to come or on.
SUMMARY = "/api/v2/summary.json"
# So that no ref of an operator's own can be the same.
REF = "statuspage:"
LONGEST_TEXT = 4000
ELLIPSIS = "…"
OVERDUE = ("in_progress", "verifying")

Id = Annotated[str, msgspec.Meta(max_length=100, pattern="^[A-Za-z0-9_-]+$")]


class NotOne(ValueError):
    """It is no such summary; says what is wrong with it, and where."""


@dataclass(frozen=True, kw_only=True)
class Post:
    """One thing that a page says. `ends`: None where its end is not known."""

    kind: Literal["status", "maintenance"]
    ref: str
    text: str
    at: datetime
    url: str = ""
    starts: datetime | None = None
    ends: datetime | None = None


class _Update(msgspec.Struct, frozen=True):
    id: Id
    created_at: datetime
    display_at: datetime | None = None
    body: str | None = None


class _Incident(msgspec.Struct, frozen=True):
    id: Id
    name: str
    created_at: datetime
    shortlink: str | None = None
    incident_updates: list[_Update] = []


class _Maintenance(_Incident, frozen=True, kw_only=True):
    status: str
    scheduled_for: datetime
    scheduled_until: datetime | None = None
    resolved_at: datetime | None = None


class _Page(msgspec.Struct, frozen=True):
    id: Id


class _Summary(msgspec.Struct, frozen=True):
    page: _Page
    incidents: list[_Incident]
    scheduled_maintenances: list[_Maintenance] = []


_decode = msgspec.json.Decoder(_Summary).decode


def posts(body: bytes, *, now: datetime) -> list[Post]:
    """What the page says, oldest first. `now` tells which maintenance is longer than planned.
    Raises NotOne."""
    try:
        summary = _decode(body)
    except UnicodeDecodeError as error:
        raise NotOne("it is not UTF-8") from error
    except msgspec.ValidationError as error:
        raise NotOne(f"it is no Statuspage summary: {error}") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise NotOne(f"it is no JSON: {error}") from error
    try:
        found = [post for incident in summary.incidents for post in _said(incident)]
        found += (_announced(one, now=now) for one in summary.scheduled_maintenances)
    except OverflowError as error:
        raise NotOne("it is no Statuspage summary: a time in it is none") from error
    return sorted(found, key=lambda post: (post.at, post.ref))


def _said(incident: _Incident) -> Iterator[Post]:
    """Each update is a post of its own: what was known when is part of the record."""
    for update in incident.incident_updates:
        yield Post(
            kind="status",
            ref=REF + update.id,
            text=_text(incident.name, update.body),
            at=_in_utc(update.display_at or update.created_at),
            url=_link(incident),
        )
    if not incident.incident_updates:
        yield Post(
            kind="status",
            ref=REF + incident.id,
            text=_text(incident.name, None),
            at=_in_utc(incident.created_at),
            url=_link(incident),
        )


def _announced(one: _Maintenance, *, now: datetime) -> Post:
    updates = sorted(one.incident_updates, key=lambda update: _in_utc(update.created_at))
    starts = _in_utc(one.scheduled_for)
    return Post(
        kind="maintenance",
        ref=REF + one.id,
        text=_text(one.name, updates[0].body if updates else None),
        at=_in_utc(one.created_at),
        url=_link(one),
        starts=starts,
        ends=_end(one, starts, now=now),
    )


def _end(one: _Maintenance, starts: datetime, *, now: datetime) -> datetime | None:
    """When it ended, or is planned to; None while it takes longer than planned."""
    if one.resolved_at is not None:
        return max(starts, _in_utc(one.resolved_at))
    if one.scheduled_until is None:
        return None
    planned = _in_utc(one.scheduled_until)
    is_overdue = one.status in OVERDUE and planned <= now
    return None if is_overdue or planned < starts else planned


def _text(name: str, body: str | None) -> str:
    """The headline, and beneath it what it says."""
    whole = "\n".join(part.strip() for part in (name, body or "") if part.strip())
    text = whole if len(whole) <= LONGEST_TEXT else whole[: LONGEST_TEXT - 1] + ELLIPSIS
    return text.replace("\0", "") or ELLIPSIS


def _link(incident: _Incident) -> str:
    return incident.shortlink or ""


def _in_utc(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
