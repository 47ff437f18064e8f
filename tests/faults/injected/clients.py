"""F5, F6, F14, F17, F23, F24: what clients do, by mistake or on purpose."""

import gzip
import random
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from ipaddress import IPv6Address
from threading import Barrier

from reports.inbox import REMEMBERS
from tests.faults.client import Connection, ask, request_bytes
from tests.faults.ledger import Reply, percentile
from tests.faults.messages import REPORTS, Message
from tests.faults.processes import pause
from tests.faults.scene import Fault, Scene

JSON = {"Content-Type": "application/json"}
PAIRS = 60
LOST_ANSWERS = 300
SLOW_BODIES = 40
# A body must be complete within 5 s; then a second for the answer on a busy machine.
SLOW_SECONDS = 6.5
# Overload is shed, the rest is served within this (P8).
P99_SECONDS = 0.5
FLOOD = 50_000
# The watch ticks every ten seconds.
TWO_TICKS_SECONDS = 22
# At most so many votes of a /24 or /48 weigh something, for each service and window.
PREFIX_CAP = 3


def same_id_at_once(scene: Scene) -> None:
    """Two connections send the same report with the same id at the same moment."""
    start = Barrier(2)

    def send(messages: list[Message]) -> None:
        connection = Connection(scene.stack.port)
        for message in messages:
            start.wait(timeout=30)
            tell(scene, connection, message)
        connection.close()

    people = scene.stack.people
    messages = [with_id(scene, people.services[n % 8]) for n in range(PAIRS)]
    with ThreadPoolExecutor(2) as senders:
        for done in [senders.submit(send, messages) for _ in range(2)]:
            done.result()
    first = sum(not reply.duplicate for reply in scene.ledger.accepted)
    scene.expect(first == PAIRS, f"{first} of {PAIRS} pairs were taken as new")
    scene.expect(scene.ledger.sent == 2 * PAIRS, "not every request was answered")


def answer_lost(scene: Scene) -> None:
    """The client hangs up as soon as it has sent, then sends the same again."""
    people = scene.stack.people
    with scene.load(rate=100):
        for _ in range(LOST_ANSWERS):
            message = with_id(scene, people.services[0])
            hasty = Connection(scene.stack.port)
            hasty.send(message.request)
            pause(random.choice((0.0, 0.001, 0.005)))
            hasty.close()
            again = Connection(scene.stack.port)
            tell(scene, again, message)
            again.close()
    repeated = sum(reply.duplicate for reply in scene.ledger.accepted)
    scene.note(f"{repeated} heard twice")


def bad_bodies(scene: Scene) -> None:
    """Bodies that never end, that are far too long, and that would be on unpacking."""
    port = scene.stack.port
    with scene.load(rate=150), ThreadPoolExecutor(SLOW_BODIES) as slow:
        pause(1)
        waiting = [slow.submit(_slow_body, port) for _ in range(SLOW_BODIES)]
        pause(0.5)
        long = _long_body(port)
        bomb = gzip.compress(b" " * 100_000_000)
        zipped = ask(
            port,
            request_bytes("POST", REPORTS, body=bomb, headers=JSON | {"Content-Encoding": "gzip"}),
        )
        answers = [one.result() for one in waiting]
    late = [answer for answer in answers if answer != 408]
    scene.expect_service(not late, f"{len(late)} slow bodies ended with {set(late)} instead of 408")
    scene.expect(long == 413, f"10 MB were answered with {long} instead of 413")
    scene.expect(zipped.status in (413, 415), f"a zipped body was answered with {zipped.status}")
    slowest = percentile(scene.ledger.accepted, 99)
    scene.expect_service(slowest <= P99_SECONDS, f"the others' p99 was {slowest:.2f} s")


def spoofed(scene: Scene) -> None:
    """Made-up hops before the one that the proxy wrote; the header twice; ten kilobytes of it."""
    people, port = scene.stack.people, scene.stack.port
    forms = {
        "made-up hops": [f"10.1.{n}.1, 192.0.2.{n}, 198.51.100.7" for n in range(20)],
        "ten kilobytes": [f"192.0.2.{n}, " * 700 + "192.0.2.1" for n in range(10)],
        "garbage": [f"<script>{n}</script>" for n in range(10)],
    }
    connection = Connection(port)
    for name, headers in forms.items():
        service = scene.unused_service()
        counted = 0
        for header in headers:
            message = people.message(service=service, address=header)
            reply = tell(scene, connection, message)
            counted += reply is not None and reply.counted
        # A window may end in between.
        scene.expect(1 <= counted <= 2, f"{name}: one peer was counted {counted} times")
    connection.close()
    _twice_in_one_request(scene)


def one_network(scene: Scene) -> None:
    """Fifty thousand reports from the addresses of one /24, five thousand from /64s of one /48."""
    here, there = scene.unused_service(), scene.unused_service()
    started = time.time()
    _flood(scene, here, [f"198.51.100.{n}" for n in range(256)], FLOOD)
    base = int(IPv6Address("2001:db8:77::"))
    _flood(
        scene, there, [str(IPv6Address(base + (n << 64))) for n in range(FLOOD // 10)], FLOOD // 10
    )
    scene.recovered(scene.stack.drained(), "drained", within=60)
    pause(TWO_TICKS_SECONDS)
    for service in (here, there):
        _weighs_little(scene, service, started)


def _flood(scene: Scene, service: str, addresses: list[str], reports: int) -> None:
    people = scene.stack.people
    senders = 16
    share = reports // senders

    def send(number: int) -> None:
        connection = Connection(scene.stack.port)
        for n in range(share):
            address = addresses[(number * share + n) % len(addresses)]
            tell(scene, connection, people.message(service=service, address=address))
        connection.close()

    with ThreadPoolExecutor(senders) as pool:
        for done in [pool.submit(send, number) for number in range(senders)]:
            done.result()


def _weighs_little(scene: Scene, service: str, started: float) -> None:
    """At most three votes a window, and no incident (P10)."""
    stack = scene.stack
    windows = int(time.time() // 600) - int(started // 600) + 1
    sql = (
        "SELECT COALESCE(SUM(reports), 0), COALESCE(SUM(volume), 0) FROM reports_minutecount AS c"
        " JOIN reports_service AS s ON s.id = c.service_id WHERE s.slug = %s"
    )
    weight, volume = map(int, stack.database.ask(sql, service)[0])
    scene.note(f"weight {weight} of {volume}")
    scene.expect(weight <= PREFIX_CAP * windows, f"one network weighs {weight}")
    status = stack.facts(f"/api/v1/services/{service}")
    scene.expect(status["incident"] is None, "one network made an incident")


def same_id_later(scene: Scene) -> None:
    """The same id after a second, and after Valkey has forgotten everything."""
    stack = scene.stack
    messages = [with_id(scene, stack.people.services[0]) for _ in range(50)]
    connection = Connection(stack.port)
    _say(scene, connection, messages, new=len(messages))
    pause(1)
    _say(scene, connection, messages, new=0)
    scene.recovered(stack.drained(), "drained", within=60)
    with stack.valkey() as client:
        client.flushall()
    # It has not yet been told what the database knows: that must do.
    _say(scene, connection, messages, new=None)
    with scene.load(rate=100):
        pause(2)
    # Celery's own bookkeeping was lost as well.
    scene.recovered(stack.drained(), "drained again", within=75)
    with stack.valkey() as client:
        client.delete(*client.scan_iter("said:*"), *client.scan_iter("votes:*"), REMEMBERS)
    pause(5)
    _say(scene, connection, messages, new=0)
    connection.close()


def _say(
    scene: Scene, connection: Connection, messages: Sequence[Message], *, new: int | None
) -> None:
    """Send all; `new`: so many must be taken as not known yet."""
    replies = [tell(scene, connection, message) for message in messages]
    counted = sum(reply is not None and reply.counted for reply in replies)
    if new is None:
        scene.note(f"{counted} of {len(messages)} taken anew before it was told")
    else:
        scene.expect(counted == new, f"{counted} of the same ids were counted instead of {new}")


def with_id(scene: Scene, service: str) -> Message:
    """A report of a person not heard before, with an id of its own."""
    while (message := scene.stack.people.next(service)).client_id is None:
        pass
    return message


def tell(scene: Scene, connection: Connection, message: Message) -> Reply | None:
    """Send it and note the answer; None when there was none."""
    sent = time.time()
    try:
        answer = connection.ask(message.request)
    except OSError as error:
        scene.ledger.failed(message, error, sent=sent)
        return None
    return scene.ledger.answered(message, answer, sent=sent, came=time.time())


def _twice_in_one_request(scene: Scene) -> None:
    """The header twice: the last of the two is the proxy's."""
    service = scene.unused_service()
    connection = Connection(scene.stack.port)
    counted = 0
    for n in range(10):
        message = scene.stack.people.message(service=service, address=f"192.0.2.{n}")
        one = f"X-Forwarded-For: 192.0.2.{n}\r\n".encode()
        twice = message.request.replace(one, one + b"X-Forwarded-For: 198.51.100.9\r\n")
        reply = tell(scene, connection, Message(service=service, request=twice))
        counted += reply is not None and reply.counted
    connection.close()
    scene.expect(1 <= counted <= 2, f"header twice: one peer was counted {counted} times")


def _slow_body(port: int) -> int:
    """A body of which the end never comes; the status, 0 when nothing was answered in time."""
    request = request_bytes("POST", REPORTS, headers=JSON | {"Content-Length": "200"})
    connection = Connection(port, timeout=SLOW_SECONDS)
    try:
        connection.send(request + b'{"service": ')
        return connection.receive().status
    except OSError:
        return 0
    finally:
        connection.close()


def _long_body(port: int) -> int:
    """Ten megabytes, as far as they are taken; the status."""
    size = 10_000_000
    head = request_bytes("POST", REPORTS, headers=JSON | {"Content-Length": str(size)})
    connection = Connection(port)
    try:
        # Refused before it was all sent, it leaves an answer to read.
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.send(head + b" " * size)
        return connection.receive().status
    except OSError:
        return 0
    finally:
        connection.close()


FAULTS = (
    Fault(code="F5", title="the same id on two connections at once", run=same_id_at_once),
    Fault(code="F6", title="client hangs up before the answer, sends again", run=answer_lost),
    Fault(code="F14", title="bodies: slow, 10 MB, zipped", run=bad_bodies),
    Fault(
        code="F17", title="the same id later, and after Valkey lost everything", run=same_id_later
    ),
    Fault(code="F23", title="X-Forwarded-For made up, doubled, 10 kB long", run=spoofed),
    Fault(
        code="F24",
        title="50,000 reports from one /24, 5,000 from one /48",
        run=one_network,
        # A promise about incidents (P10), which a fresh machine keeps just the same.
        databases=("postgresql",),
    ),
)
