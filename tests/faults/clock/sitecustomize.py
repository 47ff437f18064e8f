"""Shifts the clock of a web process by the seconds that a file names, for as long as it is there.

Python imports a module of this name at its start. Every process of the instance finds it on its
path; only those that serve the web are shifted.
"""

import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

# Where the file is; not set outside a run of the faults.
SETTING = "BROWNOUT_FAULTS_CLOCK"
LOOK_EVERY_SECONDS = 0.05
WEB = "config.wsgi"


class _Method(ctypes.Structure):
    """PyMethodDef of <Python.h>: the C function behind a built-in one."""

    _fields_ = (
        ("ml_name", ctypes.c_char_p),
        ("ml_meth", ctypes.c_void_p),
        ("ml_flags", ctypes.c_int),
        ("ml_doc", ctypes.c_char_p),
    )


class _Builtin(ctypes.Structure):
    """The beginning of a PyCFunctionObject."""

    _fields_ = (
        ("ob_refcnt", ctypes.c_ssize_t),
        ("ob_type", ctypes.c_void_p),
        ("m_ml", ctypes.POINTER(_Method)),
    )


def _method(function: Callable[..., object]) -> _Method:
    method: _Method = _Builtin.from_address(id(function)).m_ml.contents
    return method


@contextmanager
def _monotonic_kept() -> Iterator[None]:
    """The library moves the monotonic clock with the other one; a step of a host's clock does not.

    No other thread runs meanwhile, so none sees it jump.
    """
    clocks = (_method(time.monotonic), _method(time.monotonic_ns))
    real = [clock.ml_meth for clock in clocks]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(10)
    try:
        yield
        for clock, function in zip(clocks, real, strict=True):
            clock.ml_meth = function
    finally:
        sys.setswitchinterval(interval)


def _follow(file: Path) -> None:
    shifted = 0.0
    travel = None
    pause = threading.Event()
    while True:
        pause.wait(LOOK_EVERY_SECONDS)
        wanted = _wanted(file) if WEB in sys.modules else 0.0
        if wanted == shifted:
            continue
        if travel is not None:
            travel.stop()
        travel = None
        if wanted:
            # Only a process that is shifted needs the library, which takes a while to import.
            machine = import_module("time_machine")
            travel = machine.travel(datetime.now(UTC) + timedelta(seconds=wanted), tick=True)
            with _monotonic_kept():
                travel.start()
        shifted = wanted


def _wanted(file: Path) -> float:
    try:
        return float(file.read_text())
    except (FileNotFoundError, ValueError):
        return 0.0


def _start() -> None:
    file = Path(os.environ[SETTING])
    threading.Thread(target=_follow, args=(file,), daemon=True, name="clock").start()


if SETTING in os.environ:
    _start()
    # A web worker is forked off its master, without the master's threads.
    os.register_at_fork(after_in_child=_start)
