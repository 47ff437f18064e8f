"""Where a simulated service's people live, through whose networks they come and what they say.

From the catalogue's own files: a provider's people live in its countries and come mostly through
its own networks; everybody else's are spread over the world and over the providers there.
"""

import csv
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

# Where people of a worldwide service live: share of all reports. Round numbers; no measurement.
WORLD: Mapping[str, float] = {
    "US": 0.22,
    "IN": 0.12,
    "BR": 0.10,
    "GB": 0.08,
    "DE": 0.07,
    "FR": 0.05,
    "ES": 0.05,
    "MX": 0.05,
    "ID": 0.05,
    "IT": 0.04,
    "CA": 0.03,
    "TR": 0.03,
    "JP": 0.03,
    "PT": 0.02,
    "NL": 0.02,
    "AR": 0.02,
    "AU": 0.02,
}
# Of a country that is one of many, its largest parts stand for all.
PARTS = 5
# The clocks of a winter day all year long: no outage turns on an hour.
WINTER = datetime(2026, 1, 15, tzinfo=UTC)
# Of a provider's reporters so many sit behind its own networks; the rest report from elsewhere.
BEHIND_ITS_OWN = 0.85
# A brand that surely fails with a provider has its people behind that one's networks.
SAME_NETWORK = 0.9
# Where the catalogue knows no provider: numbers reserved for private use (RFC 6996).
PRIVATE = tuple(range(64512, 64520))
PROVIDERS = frozenset({"internet-provider", "mobile-provider"})
# What people choose on an ordinary day, by category; elsewhere the simulation's usual mix.
SAID: Mapping[str, Mapping[str, float]] = {
    "messaging": {
        "messaging": 0.35,
        "not_loading": 0.25,
        "login": 0.15,
        "media": 0.1,
        "slow": 0.15,
    },
    "social": {"not_loading": 0.4, "login": 0.2, "media": 0.15, "slow": 0.15, "app_crash": 0.1},
    "video": {"media": 0.4, "not_loading": 0.25, "login": 0.15, "slow": 0.2},
    "music": {"media": 0.45, "not_loading": 0.2, "login": 0.2, "app_crash": 0.15},
    "gaming": {"login": 0.35, "no_connection": 0.2, "slow": 0.25, "app_crash": 0.2},
    "payment": {"payment": 0.5, "login": 0.25, "not_loading": 0.25},
    "banking": {"login": 0.45, "payment": 0.3, "not_loading": 0.25},
    "internet-provider": {"no_connection": 0.45, "slow": 0.4, "other_function": 0.15},
    "mobile-provider": {"no_connection": 0.45, "slow": 0.3, "other_function": 0.25},
}
USUAL: Mapping[str, float] = {
    "not_loading": 0.4,
    "login": 0.2,
    "slow": 0.2,
    "server_error": 0.1,
    "other_function": 0.1,
}


@dataclass(frozen=True)
class Places:
    """Places of a simulation: code, share of all reports, hours from UTC, country of each."""

    codes: Sequence[str]
    shares: NDArray[np.float64]
    offsets: NDArray[np.float64]
    countries: Sequence[str]


@dataclass(frozen=True)
class Home:
    """`own`: AS numbers of the service's customers; empty for all but providers."""

    places: Places
    own: tuple[int, ...]
    usual: Mapping[str, float]

    def network(self, *, country: str, prefix: int) -> int:
        """The AS number behind a prefix of a country: always the same one."""
        # A prime spreads numbers that follow each other.
        number = prefix * 7919
        if self.own and number % 1000 < BEHIND_ITS_OWN * 1000:
            return self.own[number // 1000 % len(self.own)]
        there = _providers_networks().get(country, PRIVATE)
        return there[number // 1000 % len(there)]


def homes(services: Iterable[str]) -> dict[str, Home]:
    """The homes of these services; people of one that the catalogue lacks live everywhere."""
    return {service: _home(service) for service in services}


@cache
def _home(slug: str) -> Home:
    entry = _catalogue().get(slug, {})
    countries = entry.get("countries", ())
    places = _only(tuple(countries)) if countries else _world()
    usual = SAID.get(entry.get("category", ""), USUAL)
    return Home(places, _own(entry), usual)


def _own(entry: Mapping[str, Any]) -> tuple[int, ...]:
    if entry.get("category") not in PROVIDERS:
        return ()
    if networks := entry.get("networks"):
        return tuple(networks)
    for host in entry.get("depends_on", ()):
        if host["p"] >= SAME_NETWORK and host["slug"] in _catalogue():
            return tuple(_catalogue()[host["slug"]].get("networks", ()))
    return ()


@cache
def _only(countries: tuple[str, ...]) -> Places:
    people = {code: n for country in countries for code, n in _parts()[country]}
    return _places(people)


@cache
def _world() -> Places:
    people: dict[str, float] = {}
    for country, share in WORLD.items():
        largest = _parts()[country][:PARTS]
        total = sum(n for _, n in largest)
        people |= {code: share * n / total for code, n in largest}
    return _places(people)


def _places(people: Mapping[str, float]) -> Places:
    zones = _zones()
    shares = np.array(list(people.values()), dtype=np.float64)
    return Places(
        codes=list(people),
        shares=shares / shares.sum(),
        offsets=np.array([_hours(zones[code]) for code in people]),
        countries=[code[:2] for code in people],
    )


@cache
def _hours(zone: str) -> float:
    offset = WINTER.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    return offset / timedelta(hours=1)


@cache
def _parts() -> dict[str, list[tuple[str, int]]]:
    """The parts of each country in which people are known to live, the largest first."""
    parts: dict[str, list[tuple[str, int]]] = {}
    for row in _rows("regions.csv"):
        parts.setdefault(row["country"], []).append((row["id"], int(row["est_population"] or 0)))
    for country, known in parts.items():
        lived_in = sorted((part for part in known if part[1]), key=lambda part: -part[1])
        parts[country] = lived_in or [(country, 1)]
    return parts


@cache
def _zones() -> dict[str, str]:
    return {row["id"]: row["time_zone"] for row in _rows("time_zones.csv")}


@cache
def _catalogue() -> dict[str, dict[str, Any]]:
    text = (files("reports") / "data" / "services.toml").read_text(encoding="utf-8")
    return {entry["slug"]: entry for entry in tomllib.loads(text)["service"]}


@cache
def _providers_networks() -> dict[str, tuple[int, ...]]:
    """By country: the networks of all providers there."""
    there: dict[str, tuple[int, ...]] = {}
    for entry in _catalogue().values():
        if entry["category"] in PROVIDERS:
            for country in entry.get("countries", ()):
                there[country] = there.get(country, ()) + tuple(entry.get("networks", ()))
    return {country: networks for country, networks in there.items() if networks}


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("reports") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
