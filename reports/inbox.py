"""Redis stream of reports that are accepted and not stored yet, with votes and quota beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any
from uuid import UUID

import msgspec
import redis
from django.conf import settings

from reports.buckets import DAY_MINUTES, WINDOW_MINUTES

GROUP = "store"
# Redis Cluster keeps keys with one hash tag together; one shard is all a single server needs.
SHARD = "{0}"
STREAM = f"inbox:{SHARD}"
DEAD = f"dead:{SHARD}"
# An entry that a consumer took and has not acknowledged for so long is taken over by another.
CLAIM_AFTER_MS = 15_000
SECONDS_A_DAY = DAY_MINUTES * 60

# Quota, vote, first-in-24-hours and append are one atomic step: a vote noted before the append
# would let a failed append swallow the client's retry as a duplicate.
APPEND = """
local stream, votes, quota, seen, seen_before, said = unpack(KEYS)
local key, payload, service, person, person_before = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local now, limit = tonumber(ARGV[6]), tonumber(ARGV[7])
local window, day = tonumber(ARGV[8]), tonumber(ARGV[9])
local body = ARGV[10]
if body ~= '' then
  local before = redis.call('GET', said)
  if before then
    if string.sub(before, 17) ~= body then return {'conflict', key} end
    return {'duplicate', string.sub(before, 1, 16)}
  end
end
local outcome = 'accepted'
if redis.call('SISMEMBER', votes, key) == 1 then
  outcome = 'duplicate'
else
  if limit > 0 then
    if redis.call('SISMEMBER', quota, service) == 0 and redis.call('SCARD', quota) >= limit then
      return {'limited', key}
    end
    redis.call('SADD', quota, service)
    redis.call('EXPIRE', quota, window)
  end
  local first = 1
  if person ~= '' then
    local last = redis.call('HGET', seen, person)
    if not last then last = redis.call('HGET', seen_before, person_before) end
    if last and now - tonumber(last) < day then
      first = 0
    else
      redis.call('HSET', seen, person, now)
      redis.call('EXPIRE', seen, 2 * day)
    end
  end
  redis.call('SADD', votes, key)
  redis.call('EXPIRE', votes, 2 * window)
  redis.call('XADD', stream, '*', 'r', payload, 'f', first)
end
if body ~= '' then redis.call('SET', said, key .. body, 'EX', day) end
return {outcome, key}
"""


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
    # The client's own id and a hash of what it said, for a retry on another path or another day.
    client_id: UUID | None = None
    said: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A report at the inbox's door, with what only the door knows of its reporter."""

    report: NewReport
    reporter_yesterday: UUID | None = None
    # Who the quota counts; empty where no address stands behind the report (a replayed log).
    quota_of: str = ""
    # The client's own id of this report, and what it said: a retry is told from another report.
    client_id: UUID | None = None
    body: bytes = b""


class Outcome(StrEnum):
    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    LIMITED = "limited"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Answer:
    """What became of an arrival, and under which key: a repeated client id gives the first key."""

    outcome: Outcome
    key: UUID


@dataclass(frozen=True)
class Entry:
    """A stream entry. `report` is None when its bytes cannot be read."""

    id: bytes
    raw: bytes
    report: NewReport | None


class Inbox:
    """The stream of one Redis or Valkey. Raises redis.exceptions.RedisError when it is gone."""

    def __init__(self, client: redis.Redis) -> None:
        self.client = client
        self.script = client.register_script(APPEND)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(NewReport).decode

    def append(self, arrivals: Sequence[Arrival]) -> list[Answer]:
        """Append what is new, in one round trip; the answer to each, in order."""
        pipe = self.client.pipeline(transaction=False)
        for arrival in arrivals:
            self.script(keys=_keys(arrival), args=self._arguments(arrival), client=pipe)
        return [
            Answer(outcome=Outcome(outcome.decode()), key=UUID(bytes=key))
            for outcome, key in pipe.execute()
        ]

    def _arguments(self, arrival: Arrival) -> list[Any]:
        report = arrival.report
        person = report.reporter.bytes if report.reporter and report.kind == "report" else b""
        before = arrival.reporter_yesterday.bytes if arrival.reporter_yesterday else b""
        return [
            report.key.bytes,
            self._encode(report),
            report.service,
            person,
            before,
            int(report.received.timestamp()),
            settings.QUOTA_SERVICES if arrival.quota_of else 0,
            WINDOW_MINUTES * 60,
            SECONDS_A_DAY,
            arrival.body if arrival.client_id else b"",
        ]

    def take(self, *, consumer: str, count: int) -> list[Entry]:
        """Entries to store: first those that another consumer left behind, then new ones."""
        try:
            claimed = self.client.xautoclaim(
                STREAM, GROUP, consumer, min_idle_time=CLAIM_AFTER_MS, count=count
            )[1]
            if claimed:
                return [self._entry(id_, fields) for id_, fields in claimed]
            fresh: Any = self.client.xreadgroup(GROUP, consumer, {STREAM: ">"}, count=count)
        except redis.exceptions.ResponseError as error:
            if "NOGROUP" not in str(error):
                raise
            self._create_group()
            return self.take(consumer=consumer, count=count)
        return [self._entry(id_, fields) for _, found in fresh for id_, fields in found]

    def _create_group(self) -> None:
        try:
            self.client.xgroup_create(STREAM, GROUP, id="0", mkstream=True)
        except redis.exceptions.ResponseError as error:
            # Another worker that found none either was quicker.
            if "BUSYGROUP" not in str(error):
                raise

    def _entry(self, id_: bytes, fields: dict[bytes, bytes]) -> Entry:
        raw = fields.get(b"r", b"")
        try:
            report = self._decode(raw)
        except msgspec.MsgspecError:
            return Entry(id=id_, raw=raw, report=None)
        if fields.get(b"f") == b"0":
            report = msgspec.structs.replace(report, first_in_24h=False)
        return Entry(id=id_, raw=raw, report=report)

    def done(self, ids: Sequence[bytes]) -> None:
        """Take stored entries out of the stream."""
        if not ids:
            return
        pipe = self.client.pipeline(transaction=True)
        pipe.xack(STREAM, GROUP, *ids)
        pipe.xdel(STREAM, *ids)
        pipe.execute()

    def bury(self, entry: Entry, *, why: str) -> None:
        """Move an entry that can never be stored to the dead letters, with its reason."""
        pipe = self.client.pipeline(transaction=True)
        pipe.xadd(DEAD, {"r": entry.raw, "why": why})
        pipe.xack(STREAM, GROUP, entry.id)
        pipe.xdel(STREAM, entry.id)
        pipe.execute()

    def waiting(self) -> int:
        return int(self.client.xlen(STREAM))

    def dead(self) -> int:
        return int(self.client.xlen(DEAD))

    def oldest_waiting(self) -> datetime | None:
        """When the oldest report that is not stored yet was received; None when none waits."""
        first: Any = self.client.xrange(STREAM, count=1)
        for id_, fields in first:
            report = self._entry(id_, fields).report
            # An unreadable entry still holds its minute back: the stream's own time is as good.
            return report.received if report else _stream_time(id_)
        return None

    def forget(self, *, before: datetime) -> None:
        """Drop votes and sightings that ended before; for clocks that outrun that of Redis."""
        last_day = before.date().toordinal() - 2
        last_window = int(before.timestamp()) // 60 - 2 * WINDOW_MINUTES
        old = [
            key
            for pattern, last in ((f"votes:{SHARD}:*", last_window), (f"seen:{SHARD}:*", last_day))
            for key in self.client.scan_iter(pattern, count=1000)
            if int(key.rsplit(b":", 1)[1]) < last
        ]
        if old:
            self.client.unlink(*old)


def _keys(arrival: Arrival) -> list[str]:
    report = arrival.report
    day = report.received.date().toordinal()
    window = int.from_bytes(report.key.bytes[:6], "big") // 60
    return [
        STREAM,
        f"votes:{SHARD}:{window}",
        f"quota:{SHARD}:{arrival.quota_of}:{window}",
        f"seen:{SHARD}:{report.service}:{day}",
        f"seen:{SHARD}:{report.service}:{day - 1}",
        f"said:{SHARD}:{report.service}:{arrival.client_id}",
    ]


def _stream_time(id_: bytes) -> datetime:
    return datetime.fromtimestamp(int(id_.split(b"-")[0]) / 1000, tz=UTC)


@lru_cache
def connect(url: str) -> redis.Redis:
    """A client that fails within seconds instead of hanging; one pool a process and address."""
    return redis.Redis.from_url(url, socket_timeout=5, socket_connect_timeout=2)


@lru_cache
def default_inbox() -> Inbox:
    """The inbox that the settings name."""
    return Inbox(connect(settings.REDIS_URL))
