"""Every way in which an address, or a hash of it that has no key, may stand in bytes."""

import hashlib
from base64 import b32encode, b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv4Address, IPv6Address, ip_network
from typing import Any
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray

Address = IPv4Address | IPv6Address

# Of a hash so many bytes are looked for: one that was cut is found, too.
HASH_BYTES = 8
# No spelling is shorter.
BEGINNING = 4
# What an address is masked to here (reports/reporter.py), and what others commonly mask it to.
PREFIXES = {4: (8 * 3, 8 * 2), 6: (64, 56, 48)}
HASHES: dict[str, Callable[[bytes], Any]] = {
    "md5": hashlib.md5,
    "sha1": hashlib.sha1,
    "sha256": hashlib.sha256,
    "sha512": hashlib.sha512,
    "sha3": hashlib.sha3_256,
    "blake2s": hashlib.blake2s,
    **{
        f"blake2b {size}": partial(hashlib.blake2b, digest_size=size)
        for size in (8, 16, 20, 32, 64)
    },
}


@dataclass(frozen=True)
class Spelling:
    """One way to write an address. `anyhow`: in capitals or not; `bytes_` is small then."""

    name: str
    bytes_: bytes
    anyhow: bool = False


def spellings(address: Address) -> list[Spelling]:
    """All that are looked for: of the address, and of the networks that it lies in."""
    found: dict[tuple[bytes, bool], Spelling] = {}
    for spelling in (*_of_address(address), *_of_prefixes(address), *_of_hashes(address)):
        found.setdefault((spelling.bytes_, spelling.anyhow), spelling)
    return list(found.values())


def traces(
    addresses: Iterable[Address], places: Mapping[str, bytes], *, shortest: int = BEGINNING
) -> list[str]:
    """Where which address stands, and how it is spelled: one line a find.

    `shortest`: spellings of fewer bytes are not looked for; for places with much that is random.
    """
    wanted = [
        (f"{address} as {spelling.name}", spelling)
        for address in addresses
        for spelling in spellings(address)
        if len(spelling.bytes_) >= shortest
    ]
    found = []
    for place, content in places.items():
        for anyhow in (False, True):
            text = content.lower() if anyhow else content
            of_this_kind = [(name, one.bytes_) for name, one in wanted if one.anyhow is anyhow]
            begun = _begun([bytes_ for _, bytes_ in of_this_kind], text)
            found += [
                f"{name} in {place}"
                for (name, bytes_), maybe in zip(of_this_kind, begun, strict=True)
                if maybe and bytes_ in text
            ]
    return found


def _begun(wanted: list[bytes], text: bytes) -> NDArray[np.bool_]:
    """Whether the first four bytes of each stand anywhere: one look at megabytes for thousands."""
    beginnings = np.array([_number(bytes_) for bytes_ in wanted], dtype="<u4")
    known, which = np.unique(beginnings, return_inverse=True)
    here = np.zeros(len(known), dtype=bool)
    for start in range(BEGINNING):
        whole = text[start : start + (len(text) - start) // BEGINNING * BEGINNING]
        there = np.frombuffer(whole, dtype="<u4")
        at = np.minimum(np.searchsorted(known, there), len(known) - 1)
        here[at[known[at] == there]] = True
    return here[which]


def _number(bytes_: bytes) -> int:
    return int.from_bytes(bytes_[:BEGINNING], "little")


def _of_address(address: Address) -> Iterator[Spelling]:
    for text in _texts(address):
        yield _text("text", text)
        yield _text("quoted", quote(text, safe=""))
        yield _exact("base64 of text", b64encode(text.encode()).rstrip(b"="))
    yield _text("integer", str(int(address)))
    yield from _of_bytes("packed", address.packed)
    yield from _of_bytes("packed, last byte first", address.packed[::-1])
    yield _text("reversed", address.reverse_pointer.removesuffix(".in-addr.arpa"))
    if isinstance(address, IPv4Address):
        yield _text("in IPv6's coat", f"{address.packed.hex()[:4]}:{address.packed.hex()[4:]}")
        yield _text("padded", ".".join(f"{byte:03}" for byte in address.packed))
        yield _text("joined otherwise", str(address).replace(".", "-"))
        yield _text("joined otherwise", str(address).replace(".", "_"))
        yield _text("joined otherwise", str(address).replace(".", "%2e"))


def _of_bytes(name: str, packed: bytes) -> Iterator[Spelling]:
    yield _exact(name, packed)
    yield _text(f"{name}, hex", packed.hex())
    yield _text(f"{name}, hex pairs", packed.hex(":"))
    yield _text(f"{name}, escaped", "".join(f"\\x{byte:02x}" for byte in packed))
    for encode in (b64encode, urlsafe_b64encode, b32encode):
        yield _exact(f"{name}, {encode.__name__}", encode(packed).rstrip(b"="))


def _of_prefixes(address: Address) -> Iterator[Spelling]:
    for bits in PREFIXES[address.version]:
        network = ip_network((address, bits), strict=False)
        first = network.network_address
        for text in (str(network), f"{first.exploded}/{bits}"):
            yield _text("prefix", text)
            yield _text("prefix", quote(text, safe=""))
        kept = bits // 4
        digits = first.packed.hex()[:kept]
        if isinstance(address, IPv6Address):
            groups = ":".join(digits[at : at + 4] for at in range(0, kept, 4))
            yield _text("prefix, groups", groups)
            yield _text(
                "prefix, groups", ":".join(group.lstrip("0") for group in groups.split(":"))
            )
            yield _exact("prefix, packed", first.packed[: bits // 8])
            yield _text("prefix, hex", digits)
        elif bits == 24:
            yield _text("prefix, dotted", str(first).removesuffix("0"))
            yield from _of_bytes("prefix, packed", first.packed)
            yield _text("prefix, integer", str(int(first)))


def _of_hashes(address: Address) -> Iterator[Spelling]:
    networks = [
        ip_network((address, bits), strict=False)
        for bits in (*PREFIXES[address.version], address.max_prefixlen)
    ]
    texts = {*_texts(address), *map(str, networks), str(int(address))}
    texts |= {str(network.network_address) for network in networks}
    inputs = {text.encode() for text in texts} | {address.packed}
    inputs |= {network.network_address.packed for network in networks}
    for name, make in HASHES.items():
        for data in inputs:
            digest = make(data).digest()[:HASH_BYTES]
            yield _exact(f"{name}, raw", digest)
            yield _text(f"{name}, hex", digest.hex())
            # The last character of six bits would hold bits of the next byte.
            yield _exact(f"{name}, base64", b64encode(digest)[: HASH_BYTES * 8 // 6])
            yield _exact(f"{name}, base64", urlsafe_b64encode(digest)[: HASH_BYTES * 8 // 6])


def _texts(address: Address) -> list[str]:
    texts = [str(address), address.exploded]
    if isinstance(address, IPv4Address):
        texts.append(f"::ffff:{address}")
    else:
        texts.append(":".join(group.lstrip("0") or "0" for group in address.exploded.split(":")))
    return texts


def _text(name: str, text: str) -> Spelling:
    return Spelling(name, text.lower().encode(), anyhow=True)


def _exact(name: str, data: bytes) -> Spelling:
    return Spelling(name, data)
