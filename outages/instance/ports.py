"""Finds a port that nobody listens on."""

import errno
import socket
from collections.abc import Callable

# How many ports are tried after the first one is found taken.
OTHERS = 50


class CannotListen(Exception):
    """The port cannot be opened; says why and what to do."""


class PortTaken(CannotListen):
    """Another program listens on it."""


def free_port(host: str, first: int) -> int:
    """The first free port from `first` on. Raises CannotListen when there is none nearby."""
    for port in range(first, min(first + OTHERS, 65536)):
        try:
            check(host, port)
        except PortTaken:
            continue
        return port
    raise PortTaken(f"ports {first} to {first + OTHERS - 1} are all taken: set PORT to another")


def choose(host: str, asked: int | None, *, usual: int, say: Callable[[str], None]) -> int:
    """The port that was asked for, else the usual one, else the next free one, which is said.

    Raises CannotListen.
    """
    if asked is not None:
        check(host, asked)
        return asked
    port = free_port(host, usual)
    if port != usual:
        say(f"Port {usual} is taken by another program, so this is port {port}.")
    return port


def check(host: str, port: int) -> None:
    """Raise PortTaken when another program listens there, CannotListen when it may not be opened.

    The web server shares its port among its workers, so it would start beside another Brownout on
    the same port without a word.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # What lingers of a closed connection does not hinder the web server either.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OverflowError as error:
            raise CannotListen(f"there is no port {port}: choose one up to 65535") from error
        except OSError as error:
            raise _in_words(error, host, port) from error


def _in_words(error: OSError, host: str, port: int) -> CannotListen:
    if error.errno == errno.EADDRINUSE:
        return PortTaken(f"port {port} is taken: stop the program that uses it, or choose another")
    if error.errno == errno.EACCES:
        return CannotListen(f"port {port} needs more rights: choose one above 1023")
    return CannotListen(f"cannot listen on {host} port {port}: {error.strerror or error}")
