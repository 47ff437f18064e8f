"""Every fault, in the order in which they are injected."""

from collections.abc import Sequence

from tests.faults.injected import clients, clocks, database, hours, ticks, valkey, web, worker
from tests.faults.scene import Fault

FAULTS: tuple[Fault, ...] = (
    *web.FAULTS,
    *clients.FAULTS,
    *clocks.FAULTS,
    *hours.FAULTS,
    *worker.FAULTS,
    *ticks.FAULTS,
    *valkey.FAULTS,
    *database.FAULTS,
)


def chosen(*, on: str, only: Sequence[str], long: bool) -> list[Fault]:
    """The faults to inject: those named ("F3", or a part of the title), else all of the length."""
    here = [fault for fault in FAULTS if on in fault.databases]
    if only:
        return [fault for fault in here if any(_is_meant(fault, name) for name in only)]
    return [fault for fault in here if fault.long == long]


def _is_meant(fault: Fault, name: str) -> bool:
    return name in (*fault.code.split(), fault.title) or (len(name) > 4 and name in fault.title)
