"""Files of addresses for tests, in the layouts that their makers publish.

Addresses are from ranges that nobody has (RFC 2544, RFC 3849); AS numbers are reserved for examples
(RFC 5398) or for private use (RFC 6996).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mmdb_writer import MMDBWriter
from netaddr import IPSet

GEOLITE_CITY = {
    "198.18.0.0/24": {
        "country": {"iso_code": "US", "names": {"en": "United States"}},
        "subdivisions": [{"iso_code": "NY", "names": {"en": "New York"}}],
    },
    "198.18.1.0/24": {"country": {"iso_code": "US"}, "subdivisions": [{"iso_code": "XX"}]},
    # Two levels, of which the catalogue has the first.
    "198.18.2.0/24": {
        "country": {"iso_code": "GB"},
        "subdivisions": [{"iso_code": "ENG"}, {"iso_code": "LND"}],
    },
    "198.18.3.0/24": {"registered_country": {"iso_code": "US"}},
    "2001:db8:1::/48": {"country": {"iso_code": "DE"}, "subdivisions": [{"iso_code": "BE"}]},
}
DBIP_CITY_LITE = {
    "198.18.0.0/24": {
        "country": {"iso_code": "US", "names": {"en": "United States"}},
        "subdivisions": [{"names": {"en": "New York"}}],
        "city": {"names": {"en": "New York"}},
    },
    "198.18.2.0/24": {
        "country": {"iso_code": "GB"},
        "subdivisions": [{"names": {"en": "England"}}, {"names": {"en": "Greater London"}}],
    },
    "2001:db8:1::/48": {
        "country": {"iso_code": "DE"},
        "subdivisions": [{"names": {"en": "Berlin"}}],
    },
}
IP_LOCATION_DB = {
    "198.18.0.0/24": {"country_code": "US", "state1": "New York", "state2": "Kings", "city": "x"},
    # Within England, and called like another part of the country.
    "198.18.2.0/24": {"country_code": "GB", "state1": "England", "state2": "Wales"},
    "2001:db8:1::/48": {"country_code": "DE", "state1": "BERLIN"},
}
IPINFO = {
    "198.18.0.0/24": {"country": "US", "region": "New York", "region_code": "NY", "asn": "AS64500"},
    "198.18.2.0/24": {"country": "United Kingdom", "country_code": "GB", "region": "England"},
    "2001:db8:1::/48": {"country": "Germany", "country_code": "DE", "region_code": "DE-BE"},
}
COUNTRIES_ONLY = {
    "198.18.0.0/24": {"country_code": "US"},
    "198.18.4.0/24": {"country_code": "QQ"},
    "198.18.5.0/24": {"country": "Canada"},
}
ASN_FLAT = {
    "198.18.0.0/24": {"autonomous_system_number": 64500, "autonomous_system_organization": "A"},
    "198.18.1.0/24": {"autonomous_system_number": 0},
    "2001:db8:1::/48": {"autonomous_system_number": 4294967294},
}
ASN_TEXT = {
    "198.18.0.0/24": {"asn": "AS64500", "as_name": "A", "country": "Canada"},
    "198.18.1.0/24": {"asn": "-"},
    "2001:db8:1::/48": {"asn": "4294967294"},
}
ASN_TRAITS = {
    "198.18.0.0/24": {"traits": {"autonomous_system_number": 64500}, "country": {}},
    "2001:db8:1::/48": {"traits": {"autonomous_system_number": 4294967294}},
}


def write(path: Path, entries: Mapping[str, Any], *, ip_version: int = 6) -> Path:
    """A file with these entries: network → what it says of it."""
    writer = MMDBWriter(
        ip_version=ip_version, ipv4_compatible=ip_version == 6, database_type="Test"
    )
    for network, record in entries.items():
        writer.insert_network(IPSet([network]), record)
    # As those who publish such files do: a reader sees all of the old one or all of the new.
    draft = path.with_suffix(".draft")
    writer.to_db_file(str(draft))
    return draft.replace(path)
