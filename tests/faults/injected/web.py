"""F1, F6, F13, F14, F21, F23: what happens to the web processes, and what clients do to them."""

import random
import signal

from tests.faults import processes
from tests.faults.processes import pause
from tests.faults.scene import Fault, Scene

# Granian ends itself when a worker dies three times within a few seconds.
QUICK_DEATHS = 5


def workers_killed(scene: Scene) -> None:
    with scene.load():
        pause(1)
        for _ in range(QUICK_DEATHS):
            members = scene.stack.members("web")[1:]
            if members:
                processes.kill([random.choice(members)])
            pause(1.5)
        pause(3)


def master_killed(scene: Scene) -> None:
    with scene.load():
        for _ in range(2):
            pause(2)
            before = scene.stack.leader("web")
            processes.kill([before])
            scene.recovered(scene.stack.restarted("web", before), "master back", within=30)
            scene.recovered(scene.stack.healthy(), "answers", within=30)


def terminated(scene: Scene) -> None:
    """A deploy: the web server is asked to end, and its keeper starts it again."""
    with scene.load() as load:
        pause(2)
        before = scene.stack.leader("web")
        processes.send([before], signal.SIGTERM)
        scene.recovered(scene.stack.restarted("web", before), "restarted", within=30)
        scene.recovered(scene.stack.healthy(), "answers", within=30)
        pause(2)
    load.wait()
    _no_server_errors(scene)


def reloaded(scene: Scene) -> None:
    """A deploy without closing the port: the master replaces its workers one by one."""
    with scene.load():
        pause(2)
        workers = set(scene.stack.members("web")[1:])
        processes.send([scene.stack.leader("web")], signal.SIGHUP)
        new = processes.waits_for(
            lambda: not workers & set(scene.stack.members("web")[1:]), seconds=40
        )
        scene.recovered(new, "replaced", within=40)
        pause(2)
    _no_server_errors(scene)


def _no_server_errors(scene: Scene) -> None:
    errors = sum(n for status, n in scene.ledger.statuses().items() if status >= 500)
    scene.expect_service(not errors, f"{errors} answers were 5xx")


FAULTS = (
    Fault(code="F1", title="web workers killed, five within seconds", run=workers_killed),
    Fault(code="F1", title="web master killed, twice", run=master_killed),
    Fault(code="F21", title="deploy: web restarted under load", run=terminated),
    Fault(code="F21", title="deploy: web workers replaced under load", run=reloaded),
)
