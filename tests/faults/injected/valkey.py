"""F3, F10, F12: what happens to Valkey."""

import os
import signal

from tests.faults import processes
from tests.faults.ledger import percentile
from tests.faults.processes import pause
from tests.faults.scene import Fault, Scene

# The database path takes over, or 503 is said, within this (P5).
TAKES_OVER_SECONDS = 1.0
# What the database takes directly on two small cores that also carry the driver.
AWAY_RATE = 100.0


def killed(scene: Scene) -> None:
    with scene.load(rate=AWAY_RATE):
        for _ in range(3):
            pause(2)
            before = scene.stack.leader("valkey")
            scene.mark()
            os.kill(before, signal.SIGKILL)
            scene.recovered(scene.stack.restarted("valkey", before), "back", within=30)
        pause(2)
    taken_over(scene)


def away(scene: Scene) -> None:
    with scene.load(rate=AWAY_RATE):
        pause(2)
        scene.mark()
        with scene.stack.away("valkey"):
            pause(10)
        pause(4)
    taken_over(scene)


def away_for_minutes(scene: Scene) -> None:
    with scene.load(rate=AWAY_RATE):
        pause(2)
        scene.mark()
        with scene.stack.away("valkey"):
            pause(120)
        pause(4)
    taken_over(scene)


def hung(scene: Scene) -> None:
    with scene.load(rate=AWAY_RATE):
        pause(2)
        scene.mark()
        with processes.stopped([scene.stack.leader("valkey")]):
            pause(8)
        pause(4)
    taken_over(scene)


def full(scene: Scene) -> None:
    with scene.load(rate=AWAY_RATE):
        pause(2)
        with scene.stack.valkey() as client:
            scene.mark()
            client.config_set("maxmemory", client.info("memory")["used_memory"])
            try:
                pause(8)
            finally:
                client.config_set("maxmemory", 0)
        pause(3)
    taken_over(scene)


def taken_over(scene: Scene) -> None:
    """Within a second the other store takes everything, and nobody waits for longer than that."""
    late = scene.refused_later_than(TAKES_OVER_SECONDS)
    scene.expect_service(not late, f"{late} reports were refused with 503 after the first second")
    slow = percentile(scene.ledger.replies, 99.9)
    scene.note(f"slowest answer {scene.ledger.slowest(202):.2f} s")
    scene.expect_service(slow <= TAKES_OVER_SECONDS, f"one answer in a thousand took {slow:.1f} s")


FAULTS = (
    Fault(code="F3", title="Valkey killed three times, back at once", run=killed),
    Fault(code="F3", title="Valkey killed, back after 10 s", run=away),
    Fault(code="F3", title="Valkey away for 2 minutes", run=away_for_minutes, long=True),
    Fault(code="F10", title="Valkey at its memory limit for 8 s", run=full),
    Fault(code="F12", title="Valkey hung for 8 s", run=hung),
)
