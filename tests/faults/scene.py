"""One fault, from its load to its verdict: lost, doubled, misdated, miscounted, too slow."""

import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import psycopg
import redis

from tests.faults.audit import audit
from tests.faults.inspector import Inspector
from tests.faults.ledger import Ledger, percentile
from tests.faults.load import Load
from tests.faults.stack import Stack

# An ordinary load beside which faults happen: what two small cores carry along with the driver.
RATE = 200.0
UNAVAILABLE = 503
BOTH = ("postgresql", "sqlite")
# What a part that does not come back makes of a fault that looks at it.
UNEXPECTED = (OSError, redis.exceptions.RedisError, psycopg.Error, sqlite3.Error, KeyError)


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is done to the instance. `run` injects it, and adds what it alone can tell."""

    code: str
    title: str
    run: "Callable[[Scene], None]"
    databases: tuple[str, ...] = BOTH
    # Takes many minutes: only in `make faults-long`.
    long: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """What came of a fault."""

    fault: str
    title: str
    database: str
    fsync: str
    sent: int
    acknowledged: int
    stored: int
    lost: int
    doubled: int
    p99_ms: int
    seconds: float
    extra: str
    broken: tuple[str, ...]
    # Promises of time and of service: a machine that does much else may fail them as well.
    slow: tuple[str, ...]
    # What clients of lost or misdated reports were told, for whoever looks into it.
    stories: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.broken and not self.slow


@dataclass
class Scene:
    """What a fault works with."""

    stack: Stack
    ledger: Ledger = field(default_factory=Ledger)
    notes: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)
    # How many entries the fault itself made that can never be stored.
    dead: int = 0
    # Sent, acknowledged and stored in a process of its own, which compares them itself.
    beside: Counter[str] = field(default_factory=Counter)
    # When something was injected, in seconds since 1970.
    moments: list[float] = field(default_factory=list)

    def load(
        self, *, rate: float = RATE, service: str | None = None, most: int | None = None
    ) -> Load:
        """Reports that come in while the block runs."""
        return Load(
            self.stack.port, self.stack.people, self.ledger, rate=rate, service=service, most=most
        )

    def note(self, text: str) -> None:
        self.notes.append(text)

    def expect(self, holds: bool, otherwise: str) -> None:
        """Something that was promised; `otherwise` says how it was not."""
        if not holds:
            self.broken.append(otherwise)

    def mark(self) -> None:
        """Now something is injected."""
        self.moments.append(time.time())

    def refused_later_than(self, seconds: float) -> int:
        """How many were told 503 when the last injection was longer ago."""
        return sum(
            reply.status == UNAVAILABLE
            and not any(0 <= reply.sent - moment <= seconds for moment in self.moments)
            for reply in self.ledger.replies
        )

    def expect_service(self, holds: bool, otherwise: str) -> None:
        """The same of a promise of time or of service."""
        if not holds:
            self.slow.append(otherwise)

    def recovered(self, seconds: float | None, what: str, *, within: float) -> None:
        """Note how long something took to come back; too long is not as promised."""
        if seconds is None or seconds > within:
            took = "never" if seconds is None else f"after {seconds:.1f} s"
            self.slow.append(f"{what} {took}, promised within {within:g} s")
        else:
            self.note(f"{what} {seconds:.1f} s")

    def unused_service(self) -> str:
        """One about which nobody else speaks."""
        return self.stack.spare.pop()


def perform(fault: Fault, stack: Stack, inspector: Inspector) -> Line:
    """Inject one fault, wait until the instance has recovered and drained, compare, and judge."""
    scene = Scene(stack)
    start = time.time()
    dead = stack.dead()
    try:
        fault.run(scene)
    except UNEXPECTED as error:
        scene.broken.append(f"the fault ended early: {type(error).__name__}: {error}")
    scene.recovered(stack.healthy(), "web back", within=60)
    if stack.drained() is None:
        scene.broken.append(f"not drained: {stack.waiting()} reports still wait")
    return _judge(fault, scene, inspector, start=start, dead_before=dead)


def _judge(
    fault: Fault, scene: Scene, inspector: Inspector, *, start: float, dead_before: int
) -> Line:
    stack, ledger = scene.stack, scene.ledger
    found = audit(ledger, stack.database, since=int(start // 60), services=stack.people.services)
    scene.broken += found.broken()
    if found.renamed:
        scene.note(f"{found.renamed} stand under the key of an attempt that was told 503")
    dead = stack.dead() - dead_before
    scene.expect(dead == scene.dead, f"{dead} dead letters instead of {scene.dead}")
    _, said = inspector.verify()
    scene.expect(said == "0 differences", f"verify_counts: {said}")
    return Line(
        fault=fault.code,
        title=fault.title,
        database=stack.database.name,
        fsync=stack.fsync(),
        sent=ledger.sent + scene.beside["sent"],
        acknowledged=len(ledger.accepted) + scene.beside["acknowledged"],
        stored=found.stored + scene.beside["stored"],
        lost=len(found.lost),
        doubled=found.doubled,
        p99_ms=round(percentile(ledger.accepted, 99) * 1000),
        seconds=time.time() - start,
        extra="; ".join([*_refusals(ledger), *scene.notes]),
        broken=tuple(scene.broken),
        slow=tuple(scene.slow),
        stories=found.stories,
    )


def _refusals(ledger: Ledger) -> list[str]:
    told = [f"{n}x{status}" for status, n in sorted(ledger.statuses().items()) if status != 202]
    if ledger.statuses()[UNAVAILABLE]:
        told.append(f"slowest 503 {ledger.slowest(UNAVAILABLE):.2f} s")
    told += [f"{n} {kind}" for kind, n in ledger.unanswered.items()]
    return told + ([f"{ledger.given_up} given up"] if ledger.given_up else [])
