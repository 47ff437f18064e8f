"""An address becomes a daily keyed token here; the only code that sees an address. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from uuid import UUID

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# A longer X-Forwarded-For is nobody's honest proxy chain.
LONGEST_FORWARDED_FOR = 1024
# IPv6 hands a household at least a /64; IPv4 a single address.
IPV6_REPORTER_BITS = 64
# What one operator of addresses hands out as a block: the prefix of the diversity rules.
IPV4_PREFIX_BITS = 24
IPV6_PREFIX_BITS = 48


@dataclass(frozen=True)
class Identity:
    """What is kept of an address: tokens that nobody can join over days or services.

    `reporter` and `prefix` are under today's salt; `reporter_yesterday` is under yesterday's and is
    only looked up, never stored (one person, one voice in 24 hours, over midnight).
    """

    reporter: UUID
    reporter_yesterday: UUID
    prefix: UUID


def parse_address(text: str) -> Address | None:
    """An address, with IPv4 in its IPv6 coat (::ffff:a.b.c.d) unmapped; None for anything else."""
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        # A zone (fe80::1%eth0) names an interface of the peer's, not another peer.
        return address.ipv4_mapped or IPv6Address(int(address))
    return address


def parse_networks(cidrs: Sequence[str]) -> tuple[Network, ...]:
    """CIDRs of the settings; a bad one raises ValueError naming it."""
    return tuple(ip_network(cidr) for cidr in cidrs)


def client_address(*, peer: str, forwarded_for: str, trusted: Sequence[Network]) -> Address:
    """The address that a report counts for: X-Forwarded-For, from the right past trusted proxies.

    Anything odd (over a kilobyte, not an address) ends at the socket's peer: a header that a client
    wrote must never choose whose vote this is. A peer without address (a Unix socket) is ::.
    """
    here = parse_address(peer) or IPv6Address(0)
    if len(forwarded_for) > LONGEST_FORWARDED_FOR or not is_in(here, trusted):
        return here
    found = here
    for hop in reversed([part for part in forwarded_for.split(",") if part.strip()]):
        address = parse_address(hop)
        if address is None:
            return here
        found = address
        if not is_in(address, trusted):
            break
    return found


def person(address: Address) -> str:
    """The addresses that count as one person: a single one of IPv4, a /64 of IPv6.

    >>> person(IPv6Address("2001:db8::1")) == person(IPv6Address("2001:db8::2"))
    True
    """
    return _masked(address, IPV6_REPORTER_BITS, 32)


def identify(
    *,
    address: Address,
    service: str,
    salt: bytes,
    salt_yesterday: bytes,
    vote_networks: Sequence[Network] = (),
) -> Identity:
    """The tokens of one address for one service on one day.

    Inside `vote_networks` every person is a prefix of their own: there is no other to be had.
    """
    who = person(address)
    block = _masked(address, IPV6_PREFIX_BITS, IPV4_PREFIX_BITS)
    return Identity(
        reporter=token(salt, "reporter", service, who),
        reporter_yesterday=token(salt_yesterday, "reporter", service, who),
        prefix=token(salt, "prefix", service, who if is_in(address, vote_networks) else block),
    )


def token(salt: bytes, *parts: str) -> UUID:
    """128 bits of keyed BLAKE2b over the parts (RFC 7693); equal only for equal salt and parts."""
    text = "\x1f".join(parts).encode()
    return UUID(bytes=blake2b(text, key=salt, digest_size=16, person=b"brownout-token").digest())


def vote_key(*, service: str, reporter: UUID, window: int, kind: str) -> UUID:
    """The primary key of a report: who, about what, in which window. The same on every path.

    48 bits of window start (seconds since 1970), so that rows sort and partition by time, then 80
    bits of BLAKE2b over kind, service, reporter and window.
    """
    start = first_key(window).bytes[:6]
    text = "\x1f".join((kind, service, reporter.hex)).encode()
    return UUID(
        bytes=start + blake2b(text, key=start, digest_size=10, person=b"brownout-vote").digest()
    )


def first_key(minute: int) -> UUID:
    """The lowest key of the window that begins at a minute: keys below it are older.

    >>> first_key(0)
    UUID('00000000-0000-0000-0000-000000000000')
    """
    return UUID(bytes=(minute * 60).to_bytes(6, "big") + bytes(10))


def _masked(address: Address, ipv6_bits: int, ipv4_bits: int) -> str:
    bits = ipv6_bits if isinstance(address, IPv6Address) else ipv4_bits
    return str(ip_network((address, bits), strict=False))


def is_in(address: Address, networks: Sequence[Network]) -> bool:
    """Whether an address lies in any of the networks."""
    return any(address in network for network in networks)
