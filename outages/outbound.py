"""Requests to servers of others, guarded: https, an end in time, no more than so many bytes, and
never an address of our own network. The address is checked where the socket opens: what a name is
said to stand for a moment earlier or later does not count.
"""

import http.client
import io
import queue
import socket
import ssl
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from socket import getaddrinfo
from typing import Any, cast
from urllib.parse import SplitResult, quote, urlsplit

PORTS = {"https": 443, "http": 80}
# What may stand in an address as it is; the rest is escaped.
PLAIN = "/?&=%:@!$'()*+,;~-._"
CHUNK = 65_536
# Prefixes under which an IPv4 address hides in an IPv6 one: mapped, NAT64 (RFC 6052, RFC 8215),
# 6to4, Teredo. None of them is where a server of somebody else lives.
HIDING = tuple(
    ip_network(prefix)
    for prefix in (
        *("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48"),
        *("2002::/16", "2001::/32"),
    )
)
# Shared by a provider's customers (CGNAT, RFC 6598): global to none of Python's versions alike.
SHARED = ip_network("100.64.0.0/10")
# All of IPv6 that is given out to anybody (RFC 4291).
GIVEN_OUT = ip_network("2000::/3")


class Refused(Exception):
    """It is not asked at all; says why."""


class Failed(Exception):
    """It did not answer as it should; says how."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """`wait`: seconds for a connection, and for each piece of an answer; `total`: for all of it.
    `longest`: bytes of a body."""

    wait: float = 5.0
    total: float = 10.0
    longest: int = 1_000_000


USUAL = Limits()


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is asked, of whom. The host is told by the address."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`headers`: by their names in small letters."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class Deadline:
    """When a request, with all that it is led on to, must be over."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._end = time.monotonic() + limits.total

    def wait(self) -> float:
        """Seconds to wait for the next thing; raises Failed where none are left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise Failed(f"it took longer than {self._limits.total:g} seconds")
        return min(self._limits.wait, left)


def exchange(
    request: Request,
    *,
    allow: Sequence[str] = (),
    limits: Limits = USUAL,
    deadline: Deadline | None = None,
) -> Answer:
    """Ask once; redirects are not followed. `allow`: CIDRs that are not refused, and to which http
    will do. Raises Refused or Failed."""
    parts = checked(request.url)
    deadline = deadline or Deadline(limits)
    try:
        with _connected(parts, tuple(allow), deadline) as line:
            return _asked(line, request, parts, limits, deadline)
    except TimeoutError as error:
        # Or was it the last of its time that it waited for in vain?
        deadline.wait()
        raise Failed(f"it did not answer within {limits.wait:g} seconds") from error
    except ssl.SSLCertVerificationError as error:
        raise Failed(f"its certificate is not good: {error.verify_message}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Failed(f"the connection failed: {error or type(error).__name__}") from error


def checked(url: str) -> SplitResult:
    """The parts of an address that may be asked; raises Refused."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        raise Refused(f"{url} is no address: {error}") from error
    if parts.scheme not in PORTS:
        raise Refused(f"{url} is not of https")
    if parts.username is not None or parts.password is not None:
        raise Refused("an address with a name and a password in it is not asked")
    if not host:
        raise Refused(f"{url} names no host")
    return parts


def refusal(address: str, *, allow: Sequence[str] = ()) -> str:
    """Why an IP address is not connected to; empty where it is."""
    ip = ip_address(address.partition("%")[0])
    if is_allowed(ip, tuple(allow)):
        return ""
    if any(ip.version == net.version and ip in net for net in HIDING):
        return f"{ip} may stand for another address"
    inside = not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_link_local
    beyond = ip in SHARED if ip.version == SHARED.version else ip not in GIVEN_OUT
    if inside or beyond:
        return f"{ip} is not an address of the open internet"
    return ""


def is_allowed(ip: IPv4Address | IPv6Address, allow: tuple[str, ...]) -> bool:
    """Is it within one of the CIDRs?"""
    return any(ip.version == net.version and ip in net for net in _networks(allow))


@cache
def _networks(allow: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(ip_network(cidr) for cidr in allow)


def _connected(parts: SplitResult, allow: tuple[str, ...], deadline: Deadline) -> socket.socket:
    """A connection to an address that was checked, with TLS but to one that is allowed http."""
    host = cast(str, parts.hostname)
    why: Exception = Refused(f"{host} has no address")
    for family, kind, protocol, _name, where in _addresses(host, _port_of(parts), deadline):
        address = str(where[0])
        refused = refusal(address, allow=allow)
        is_open = is_allowed(ip_address(address.partition("%")[0]), allow)
        if refused or (parts.scheme == "http" and not is_open):
            why = Refused(f"{host}: {refused or 'it is not of https'}")
            continue
        line = socket.socket(family, kind, protocol)
        try:
            line.settimeout(deadline.wait())
            line.connect(where)
            return _secured(line, host, deadline) if parts.scheme == "https" else line
        except OSError as error:
            line.close()
            why = error
        except BaseException:
            line.close()
            raise
    raise why


def _secured(line: socket.socket, host: str, deadline: Deadline) -> socket.socket:
    line.settimeout(deadline.wait())
    return ssl.create_default_context().wrap_socket(line, server_hostname=host)


def _port_of(parts: SplitResult) -> int:
    return parts.port or PORTS[parts.scheme]


def _addresses(host: str, port: int, deadline: Deadline) -> Sequence[Any]:
    """What a name stands for. The system's resolver has no limit of time, so that it is asked in a
    thread, which nobody waits for in the end."""
    found: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found.put(getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            found.put(error)

    threading.Thread(target=ask, name="resolver", daemon=True).start()
    try:
        answer = found.get(timeout=deadline.wait())
    except queue.Empty as error:
        raise Failed(f"the name {host} was not found in time") from error
    if isinstance(answer, Exception):
        raise Failed(f"the name {host} was not found: {answer}") from answer
    return cast(Sequence[Any], answer)


class _Incoming(io.RawIOBase):
    """What comes over a connection, each piece waited for no longer than the deadline has left."""

    def __init__(self, line: socket.socket, deadline: Deadline) -> None:
        self._line = line
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._line.settimeout(self._deadline.wait())
        return self._line.recv_into(buffer)


class _Outgoing:
    """As much of a socket as http.client uses. Whoever opened the connection closes it."""

    def __init__(self, line: socket.socket, deadline: Deadline) -> None:
        self._line = line
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        self._line.settimeout(self._deadline.wait())
        self._line.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self._line, self._deadline))

    def close(self) -> None:
        pass


def _asked(
    line: socket.socket,
    request: Request,
    parts: SplitResult,
    limits: Limits,
    deadline: Deadline,
) -> Answer:
    client = http.client.HTTPConnection(cast(str, parts.hostname))
    client.sock = _Outgoing(line, deadline)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    where = quote(path, safe=PLAIN)
    client.putrequest(request.method, where, skip_host=True, skip_accept_encoding=True)
    client.putheader("Host", parts.netloc.encode("idna").decode())
    client.putheader("Connection", "close")
    for name, value in request.headers.items():
        client.putheader(name, value)
    if request.body:
        client.putheader("Content-Length", str(len(request.body)))
    client.endheaders(request.body or None)
    with client.getresponse() as response:
        return Answer(
            status=response.status,
            headers={name.lower(): value for name, value in response.getheaders()},
            body=_whole(response, limits),
        )


def _whole(response: http.client.HTTPResponse, limits: Limits) -> bytes:
    read = bytearray()
    while piece := response.read1(CHUNK):
        read += piece
        if len(read) > limits.longest:
            raise Failed(f"it is longer than {limits.longest:,} bytes")
    if response.length:
        raise Failed("it broke off")
    return bytes(read)
