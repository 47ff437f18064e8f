"""Redis stream of reports that are accepted and not stored yet, with votes and quota beside it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import redis
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry

from reports import clock
from reports.buckets import DAY_MINUTES, WINDOW_MINUTES
from reports.messages import (
    Answer,
    Arrival,
    DeadLetter,
    Entry,
    NewReport,
    Outcome,
    SaidBefore,
    Vote,
)

GROUP = "store"
# Redis Cluster keeps keys with one hash tag together; one shard is all a single server needs.
SHARD = "{0}"
STREAM = f"inbox:{SHARD}"
DEAD = f"dead:{SHARD}"
# An entry that a consumer took and has not acknowledged for so long is taken over by another.
CLAIM_AFTER_MS = 15_000
SECONDS_A_DAY = DAY_MINUTES * 60

# Outcomes that doors have counted, by name ("accepted", "discarded:prefix_cap", …).
TALLY = f"tally:{SHARD}"
# There once this inbox has been told what it must know of the last day.
REMEMBERS = f"remembers:{SHARD}"
APPEND = Path(__file__).with_name("append.lua").read_text()
SETTLE = Path(__file__).with_name("settle.lua").read_text()


class Inbox:
    """The stream of one Redis or Valkey. Raises redis.exceptions.RedisError when it is gone."""

    def __init__(self, client: redis.Redis) -> None:
        self.client = client
        self.script = client.register_script(APPEND)
        self.settle = client.register_script(SETTLE)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(NewReport).decode

    def append(
        self, arrivals: Sequence[Arrival], *, outcomes: Mapping[str, int] | None = None
    ) -> list[Answer]:
        """Append what is new, in one round trip; the answer to each, in order.

        `outcomes` are added to the tally: those that never came to the script.
        """
        pipe = self.client.pipeline(transaction=False)
        for arrival in arrivals:
            self.script(keys=_keys(arrival), args=self._arguments(arrival), client=pipe)
        for name, n in (outcomes or {}).items():
            pipe.hincrby(TALLY, name, n)
        pipe.time()
        said = pipe.execute()
        seconds, microseconds = said[-1]
        clock.hear(seconds + microseconds / 1e6)
        return [
            Answer(outcome=Outcome(outcome.decode()), key=UUID(bytes=key))
            for outcome, key in said[: len(arrivals)]
        ]

    def _arguments(self, arrival: Arrival) -> list[Any]:
        report = arrival.report
        person = report.reporter if report.kind == "report" else None
        return [
            report.key.bytes,
            self._encode(report),
            report.service,
            _bytes(person),
            _bytes(arrival.reporter_yesterday),
            int(report.received.timestamp()),
            settings.QUOTA_SERVICES if arrival.quota_of else 0,
            WINDOW_MINUTES * 60,
            SECONDS_A_DAY,
            _bytes(report.said) if report.client_id else b"",
            # The same block may say "down" and "works": each has its votes.
            _bytes(report.prefix) + report.kind.encode() if report.prefix else b"",
            report.discard,
            settings.PREFIX_VOTES,
            settings.INBOX_LONGEST,
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
        try:
            report = self._decode(fields.get(b"r", b""))
        except msgspec.MsgspecError:
            return Entry(id=id_, fields=fields, report=None)
        return Entry(id=id_, fields=fields, report=_as_judged(report, fields))

    def done(self, ids: Sequence[bytes]) -> None:
        """Take stored entries out of the stream."""
        if not ids:
            return
        self.settle(keys=[STREAM, TALLY], args=[GROUP, *ids])

    def bury(self, entry: Entry, *, why: str) -> None:
        """Move an entry that can never be stored to the dead letters, with its reason."""
        pipe = self.client.pipeline(transaction=True)
        pipe.xadd(DEAD, _fields(entry, why=why))
        pipe.hincrby(TALLY, "dead", 1)
        pipe.xack(STREAM, GROUP, entry.id)
        pipe.xdel(STREAM, entry.id)
        pipe.execute()

    def tally(self) -> dict[str, int]:
        """How many reports came to which end, since this inbox is there.

        At any time accepted = settled + waiting + dead: what settled was stored, or had come by
        another way and was stored before.
        """
        found: Any = self.client.hgetall(TALLY)
        return {name.decode(): int(n) for name, n in found.items()}

    def info(self) -> dict[str, Any]:
        """What the server says of itself."""
        found: Any = self.client.info()
        return dict(found)

    def time(self) -> datetime:
        """The inbox's clock: the one that reports are dated by."""
        seconds, microseconds = self.client.time()
        return datetime.fromtimestamp(seconds + microseconds / 1e6, tz=UTC)

    def dead_letters(self, *, count: int) -> list[DeadLetter]:
        """The oldest ones."""
        found: Any = self.client.xrange(DEAD, count=count)
        return [
            DeadLetter(self._entry(id_, fields), fields.get(b"why", b"").decode(errors="replace"))
            for id_, fields in found
        ]

    def revive(self, letters: Sequence[DeadLetter]) -> None:
        """Put dead letters back to be stored; each is in one place at any time."""
        for letter in letters:
            pipe = self.client.pipeline(transaction=True)
            pipe.xadd(STREAM, _fields(letter.entry))
            pipe.xdel(DEAD, letter.entry.id)
            pipe.hincrby(TALLY, "dead", -1)
            pipe.execute()

    def discard(self, letters: Sequence[DeadLetter]) -> None:
        """Delete dead letters for good."""
        if letters:
            self.client.xdel(DEAD, *(letter.entry.id for letter in letters))

    def remembers(self) -> bool:
        """Whether it has been told all that the database knew when it was new."""
        return bool(self.client.exists(REMEMBERS))

    def remember(self) -> None:
        self.client.set(REMEMBERS, 1)

    def tell(self, votes: Sequence[Vote], *, now: datetime) -> None:
        """Note votes and sightings that did not come through the script."""
        pipe = self.client.pipeline(transaction=False)
        current = int(now.timestamp()) // 60 - 2 * WINDOW_MINUTES
        touched: set[str] = set()
        for vote in votes:
            window = _window_of(vote.key)
            if window > current:
                pipe.sadd(_votes_key(window), vote.key.bytes)
                touched.add(_votes_key(window))
            if vote.person is not None:
                seen = _seen_key(vote.service, vote.received.date().toordinal())
                pipe.hset(seen, vote.person.bytes, str(int(vote.received.timestamp())))
                touched.add(seen)
        for key in touched:
            votes_only = key.startswith("votes:")
            pipe.expire(key, 2 * (WINDOW_MINUTES * 60 if votes_only else SECONDS_A_DAY))
        pipe.execute()

    def tell_ids(self, ids: Sequence[SaidBefore]) -> None:
        """Note clients' ids that did not come through the script."""
        pipe = self.client.pipeline(transaction=False)
        for one in ids:
            value = one.key.bytes + one.said.bytes
            pipe.set(_said_key(one.service, one.client_id), value, ex=SECONDS_A_DAY)
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
    window = _window_of(report.key)
    return [
        STREAM,
        _votes_key(window),
        f"quota:{SHARD}:{arrival.quota_of}:{window}",
        _seen_key(report.service, day),
        _seen_key(report.service, day - 1),
        _said_key(report.service, report.client_id),
        f"prefixes:{SHARD}:{report.service}:{window}",
        TALLY,
    ]


def _fields(entry: Entry, **more: str) -> dict[Any, Any]:
    """What an entry was, for another stream."""
    return {name: value for name, value in entry.fields.items() if name != b"why"} | more


def _votes_key(window: int) -> str:
    return f"votes:{SHARD}:{window}"


def _seen_key(service: str, day: int) -> str:
    return f"seen:{SHARD}:{service}:{day}"


def _said_key(service: str, client_id: UUID | None) -> str:
    return f"said:{SHARD}:{service}:{client_id}"


def _window_of(key: UUID) -> int:
    """First minute of the window that a report's key begins with."""
    return int.from_bytes(key.bytes[:6], "big") // 60


def _bytes(token: UUID | None) -> bytes:
    return token.bytes if token else b""


def _as_judged(report: NewReport, fields: dict[bytes, bytes]) -> NewReport:
    """With what the script alone knows: who was heard before, and whose block has no votes left."""
    discard = fields.get(b"d", b"").decode()
    first = fields.get(b"f") != b"0"
    if discard == report.discard and first:
        return report
    return msgspec.structs.replace(
        report, first_in_24h=first, discard=discard, weight=0 if discard else report.weight
    )


def _stream_time(id_: bytes) -> datetime:
    return datetime.fromtimestamp(int(id_.split(b"-")[0]) / 1000, tz=UTC)


# A tick may wait for a busy server; a door has a second in all for its answer.
TICK_PATIENCE = 5.0
DOOR_PATIENCE = 0.35


@lru_cache
def connect(url: str, patience: float = TICK_PATIENCE) -> redis.Redis:
    """A client that fails within `patience` seconds instead of hanging; one pool for each."""
    return redis.Redis.from_url(
        url,
        socket_timeout=patience,
        socket_connect_timeout=min(patience, 2.0),
        # Who asks knows better than the library what to do instead.
        retry=Retry(NoBackoff(), 1 if patience == TICK_PATIENCE else 0),
    )


@lru_cache
def default_inbox() -> Inbox:
    """The inbox that the settings name, for ticks."""
    return Inbox(connect(settings.REDIS_URL))
