"""In which region and in which network an address is, by files that the operator supplies."""

import unicodedata
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from reports import mmdb, vocabulary
from reports.kept import Kept
from reports.models import Network
from reports.reporter import Address

# Names of regions change with the catalogue's files only.
NAMES_FRESH_FOR = 600.0


class Places:
    """Both files, either of which may be missing: then nothing is known by it."""

    def __init__(
        self, *, cities: mmdb.AddressFile | None = None, networks: mmdb.AddressFile | None = None
    ) -> None:
        self._cities = cities
        self._networks = networks

    def region_of(self, address: Address) -> str | None:
        """Code of the smallest region of the catalogue that an address is in: a part of a country
        ("US-NY"), else the country ("US"); None where neither is known."""
        if self._cities is None:
            return None
        record = self._cities.record_of(address)
        country = mmdb.country_of(record)
        known = vocabulary.read().regions
        if country is None or country not in known:
            return None
        named = _by_name.get()
        for division in mmdb.divisions_of(record):
            code = f"{country}-{division.upper().removeprefix(f'{country}-')}"
            if code in known:
                return code
            # The free files of DB-IP know the parts of a country by name only.
            by_name = named.get((country, _plain(division)))
            if by_name is not None:
                return by_name
        return country

    def network_of(self, address: Address) -> int | None:
        """AS number of the network that an address is in; None where it is not known."""
        if self._networks is None:
            return None
        return mmdb.network_of(self._networks.record_of(address))


def places() -> Places:
    """Regions and networks by the files that the settings name."""
    return _places(settings.GEO_CITY_DB, settings.GEO_ASN_DB)


def network_names(numbers: Collection[int]) -> dict[int, str]:
    """What networks are called: the provider's service that an AS number belongs to, else
    "AS64500"."""
    rows = Network.objects.filter(asn__in=numbers).values_list("asn", "service__name")
    return {number: f"AS{number}" for number in numbers} | dict(rows)


@lru_cache(maxsize=1)
def _places(cities: str, networks: str) -> Places:
    return Places(
        cities=mmdb.AddressFile(Path(cities)) if cities else None,
        networks=mmdb.AddressFile(Path(networks)) if networks else None,
    )


def _names() -> dict[tuple[str, str], str]:
    """Country and plain name of its part → code. A name that two parts share names none."""
    found: dict[tuple[str, str], str] = {}
    twice: set[tuple[str, str]] = set()
    for code, name in vocabulary.read().region_names.items():
        country, dash, _ = code.partition("-")
        key = (country, _plain(name))
        if dash and found.setdefault(key, code) != code:
            twice.add(key)
    return {key: code for key, code in found.items() if key not in twice}


def _plain(name: str) -> str:
    """Letters and digits alone, without accents and case: files spell names in several ways."""
    parts = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in parts if letter.isalnum())


_by_name = Kept(_names, fresh_for=NAMES_FRESH_FOR)
