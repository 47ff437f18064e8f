"""F15: clocks that are wrong, on the web host and at the clients."""

from tests.faults.client import Connection
from tests.faults.injected.clients import tell
from tests.faults.messages import uuid7
from tests.faults.processes import pause
from tests.faults.scene import Fault, Scene

HOUR = 3600.0
# 1970-01-01 and 2099-12-31, in seconds.
ODD_TIMES = (1.0, 4_102_358_400.0)


def stepped(scene: Scene) -> None:
    """The web host's clock is an hour ahead, then an hour behind; reports come in all the while."""
    with scene.load():
        for step in (HOUR, -HOUR):
            pause(2)
            with scene.stack.clock_shifted(step):
                pause(3)
        pause(2)


def stepped_without_valkey(scene: Scene) -> None:
    """The same while the database keeps the time."""
    with scene.load(), scene.stack.away("valkey"):
        pause(2)
        with scene.stack.clock_shifted(HOUR):
            pause(3)
        pause(1)


def odd_ids(scene: Scene) -> None:
    """Ids whose time is 1970 or 2099: what a client's clock says moves nothing."""
    people = scene.stack.people
    connection = Connection(scene.stack.port)
    for n in range(40):
        service = people.services[n % len(people.services)]
        at = ODD_TIMES[n % 2] + n
        message = people.message(
            service=service, address=f"192.0.2.{n}", client_id=uuid7(at), in_header=n % 4 > 1
        )
        for _ in range(2):
            tell(scene, connection, message)
    connection.close()
    # By key, not by what the second answer said: after a fault of Valkey's the inbox may not have
    # been told of the first yet.
    taken = len({reply.key for reply in scene.ledger.accepted})
    scene.expect(taken == 40, f"{taken} of 40 were taken")


FAULTS = (
    Fault(code="F15", title="web host's clock an hour ahead, an hour behind", run=stepped),
    Fault(code="F15", title="the same while Valkey is away", run=stepped_without_valkey),
    Fault(code="F15", title="clients' clocks in 1970 and 2099", run=odd_ids),
)
