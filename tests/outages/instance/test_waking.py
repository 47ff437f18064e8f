"""A waiting is ended by signals, each told once, and by nothing else."""

import os
import signal
import subprocess
import sys

from outages.instance.waking import listening

SOON = 0.05
# A test that waits so long has failed: the timeout of the suite is longer.
LONG = 60.0


def test_a_signal_that_came_before_the_waiting_ends_it() -> None:
    with listening([signal.SIGUSR1, signal.SIGUSR2]) as wait:
        os.kill(os.getpid(), signal.SIGUSR1)
        os.kill(os.getpid(), signal.SIGUSR2)
        assert wait(LONG) == {signal.SIGUSR1, signal.SIGUSR2}


def test_each_is_told_once() -> None:
    with listening([signal.SIGUSR1]) as wait:
        for _ in range(3):
            os.kill(os.getpid(), signal.SIGUSR1)
        assert wait(LONG) == {signal.SIGUSR1}
        assert wait(SOON) == set()


def test_a_child_that_ends_ends_the_waiting() -> None:
    with listening([signal.SIGCHLD]) as wait:
        child = subprocess.Popen([sys.executable, "-c", ""])
        assert wait(LONG) == {signal.SIGCHLD}
        assert child.wait() == 0


def test_afterwards_signals_do_what_they_did_before() -> None:
    before = signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGINT)
    with listening([signal.SIGUSR1, signal.SIGINT]):
        assert signal.getsignal(signal.SIGINT) != before[1]
    assert (signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGINT)) == before
