"""Files of addresses (MaxMind DB format): opened, opened anew when they change, read in any layout.

No address stands in what is logged or raised here: the library's own errors would name it.
"""

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from ipaddress import IPv4Address, IPv6Address
from itertools import islice
from pathlib import Path
from typing import Any

import maxminddb

logger = logging.getLogger(__name__)

Record = Mapping[str, Any]
# Time of change, file and size.
Version = tuple[int, int, int]
NOT_LOOKED_AT: Version = (-1, -1, -1)
# A new file is taken up within a minute; a look at the disk for every report would be waste.
LOOK_EVERY_SECONDS = 60.0
# Entries among which a file must have one of what it is there for. Some networks have no country.
ENTRIES_TRIED = 1000
# ISO 3166-1 alpha-2.
COUNTRY_LETTERS = 2
# The largest AS number (RFC 6793); 0 is reserved (RFC 7607) and stands for "not routed".
LARGEST_NETWORK = 2**32 - 1

# Where the layouts in use keep their values; a dot leads into a map. Nested: GeoIP2, GeoLite2,
# DB-IP. Flat: IPinfo, ip-location-db. "country" is a code in some files of IPinfo and a name in
# others, which have the code beside it.
COUNTRY_AT = ("country.iso_code", "country_code", "country")
# Largest division first.
DIVISIONS_AT = ("region_code", "region", "state1", "state2")
NETWORK_AT = ("autonomous_system_number", "traits.autonomous_system_number", "asn")


class Unusable(ValueError):
    """A file that cannot be used; says which and why, in a sentence."""


class AddressFile:
    """One file, memory mapped: all processes of a machine share it.

    Replaced on disk, it is opened anew within LOOK_EVERY_SECONDS. While what is there cannot be
    read, what was read before stays in use, and the log says so once: no report waits for it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._version: Version | None = NOT_LOOKED_AT
        self._reader: maxminddb.Reader | None = None
        self._looked = 0.0
        self._look()

    def record_of(self, address: IPv4Address | IPv6Address) -> Record:
        """What the file says of an address; nothing where it has no entry or a damaged one."""
        if time.monotonic() - self._looked > LOOK_EVERY_SECONDS:
            self._look()
        if self._reader is None:
            return {}
        try:
            found = self._reader.get(address)
        except (maxminddb.InvalidDatabaseError, ValueError):
            # Damaged, or a file of IPv4 alone that was asked for IPv6.
            return {}
        return found if isinstance(found, dict) else {}

    def _look(self) -> None:
        self._looked = time.monotonic()
        version = _version_of(self._path)
        if version == self._version:
            return
        self._version = version
        try:
            # Other threads may be reading the old one: it closes when the last of them is done.
            self._reader = _open(self._path)
        except Unusable as error:
            logger.warning("%s; until that is put right, what was read before is used", error)


def check(path: Path, *, holds: Callable[[Record], object]) -> None:
    """Raise Unusable unless the file can be read and one of its first entries holds something."""
    reader = _open(path)
    try:
        entries = [record for _, record in islice(reader, ENTRIES_TRIED)]
    except (maxminddb.InvalidDatabaseError, ValueError) as error:
        raise Unusable(f"{path} is damaged") from error
    if not any(holds(record) for record in entries if isinstance(record, dict)):
        kind = reader.metadata().database_type
        raise Unusable(f"{path} holds something else (it calls itself “{kind}”)")


def country_of(record: Record) -> str | None:
    """ISO 3166-1 alpha-2 code of the country.

    >>> country_of({"country": {"iso_code": "US"}}), country_of({"country": "Canada"})
    ('US', None)
    """
    for code in _values(record, COUNTRY_AT):
        if isinstance(code, str) and len(code) == COUNTRY_LETTERS and code.isalpha():
            return code.upper()
    return None


def divisions_of(record: Record) -> Iterator[str]:
    """Codes (without the country) and names of the country's parts, largest part first.

    >>> list(divisions_of({"subdivisions": [{"iso_code": "CA", "names": {"en": "California"}}]}))
    ['CA', 'California']
    """
    for value in _division_values(record):
        if value and isinstance(value, str):
            yield value


def network_of(record: Record) -> int | None:
    """AS number.

    >>> network_of({"asn": "AS64500"}), network_of({"autonomous_system_number": 64500})
    (64500, 64500)
    """
    for value in _values(record, NETWORK_AT):
        digits = str(value).upper().removeprefix("AS")
        if digits.isascii() and digits.isdigit() and 0 < int(digits) <= LARGEST_NETWORK:
            return int(digits)
    return None


def _division_values(record: Record) -> Iterator[Any]:
    parts = record.get("subdivisions")
    for part in parts if isinstance(parts, list) else ():
        if isinstance(part, dict):
            yield part.get("iso_code")
            names = part.get("names")
            yield from names.values() if isinstance(names, dict) else ()
    yield from _values(record, DIVISIONS_AT)


def _values(record: Record, places: tuple[str, ...]) -> Iterator[Any]:
    for place in places:
        value: Any = record
        for step in place.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        if value is not None:
            yield value


def _open(path: Path) -> maxminddb.Reader:
    try:
        return maxminddb.open_database(path)
    except maxminddb.InvalidDatabaseError as error:
        raise Unusable(f"{path} is no file in the MaxMind DB format") from error
    except OSError as error:
        raise Unusable(f"{path} cannot be read ({error.strerror})") from error


def _version_of(path: Path) -> Version | None:
    """Changes when the file does; None: it is not there."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_ino, stat.st_size
