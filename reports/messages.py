"""What passes between doors, inbox and database."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import msgspec


class NewReport(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """A report on its way to the database. Slugs, not ids: it may outlive a restored database."""

    key: UUID
    service: str
    region: str
    kind: str
    received: datetime
    symptom: str | None = None
    reporter: UUID | None = None
    prefix: UUID | None = None
    network: int | None = None
    weight: int = 1
    # Decided by the append script, which alone knows who was heard in the last 24 hours.
    first_in_24h: bool = True
    implicated: str | None = None
    others_work: bool | None = None
    connection: str = ""
    comment: str = ""
    # Why it weighs nothing (models.Discard); empty when it weighs something.
    discard: str = ""
    # The client's own id and a hash of what it said: a retry is told from another report.
    client_id: UUID | None = None
    said: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A report at the inbox's door, with what only the door knows of its reporter."""

    report: NewReport
    reporter_yesterday: UUID | None = None
    # Who the quota counts; empty where no address stands behind the report (a replayed log).
    quota_of: str = ""


@dataclass(frozen=True, kw_only=True)
class Vote:
    """A stored report, as the inbox would have noted it. `person`: whose first in 24 hours it was;
    None where it was not."""

    key: UUID
    service: str
    received: datetime
    person: UUID | None


@dataclass(frozen=True, kw_only=True)
class SaidBefore:
    """A client's own id, the report that it stands for, and a hash of what that said."""

    service: str
    client_id: UUID
    key: UUID
    said: UUID


class Outcome(StrEnum):
    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    LIMITED = "limited"
    CONFLICT = "conflict"
    FULL = "full"


@dataclass(frozen=True)
class Answer:
    """What became of an arrival, and under which key: a repeated client id gives the first key."""

    outcome: Outcome
    key: UUID


@dataclass(frozen=True)
class Entry:
    """A stream entry. `report` is None when its bytes cannot be read."""

    id: bytes
    fields: dict[bytes, bytes]
    report: NewReport | None


@dataclass(frozen=True)
class DeadLetter:
    """An entry that could not be stored, and why."""

    entry: Entry
    why: str
