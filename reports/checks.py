"""System checks of settings that would break a promise about votes, or about what is kept."""

import tempfile
from collections.abc import Callable, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

TAG = "brownout"
# No operator has so many proxies: whoever trusts a larger block trusts strangers.
LARGEST_BLOCK = 8
# Every address of one's own in IPv6 (RFC 4193): larger than that, and nobody's but the operator's.
OWN_ADDRESSES = ip_network("fc00::/7")
# As Django asks for with --deploy (security.W009).
SHORTEST_KEY, FEWEST_LETTERS = 50, 5
LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")
Check = Callable[..., list[CheckMessage]]


def proxies(**options: Any) -> list[CheckMessage]:
    """Whoever is trusted can vote as anybody."""
    return [
        Error(
            f"TRUSTED_PROXIES trusts {cidr}, which strangers are in: each of them can vote as "
            "often as they like, from addresses that they make up.",
            hint="Name the addresses of your own proxies only, such as 127.0.0.1/32.",
            id="brownout.E001",
        )
        for cidr in settings.TRUSTED_PROXIES
        if _is_too_large(ip_network(cidr))
    ]


def hosts(**options: Any) -> list[CheckMessage]:
    """Error pages with settings and code are for oneself; a host name is for all."""
    found: list[CheckMessage] = []
    if settings.DEBUG and not all(_is_local(name) for name in settings.ALLOWED_HOSTS):
        found.append(
            Error(
                "DEBUG is on, and ALLOWED_HOSTS names hosts that others can reach: error pages "
                "would show them code, settings and the addresses of reporters.",
                hint="Unset DEBUG.",
                id="brownout.E002",
            )
        )
    if "*" in settings.ALLOWED_HOSTS:
        found.append(
            Warning(
                "ALLOWED_HOSTS allows every host name, so links in answers can lead to any site.",
                hint="Name the hosts under which this instance is reached.",
                id="brownout.W001",
            )
        )
    return found


def secret_key(**options: Any) -> list[CheckMessage]:
    """Tokens and sessions are signed with it."""
    key = settings.SECRET_KEY
    weak = len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_LETTERS or "insecure" in key
    if not weak:
        return []
    return [
        Warning(
            "SECRET_KEY can be guessed: the tokens of the report form and the sessions of the "
            "admin are signed with it.",
            hint="Unset it, and one is made and kept in the data folder; or set it to what "
            '`python -c "import secrets; print(secrets.token_urlsafe(48))"` prints.',
            id="brownout.W002",
        )
    ]


def durability(**options: Any) -> list[CheckMessage]:
    """A report that was accepted is not to be lost; in a folder for temporary files it may be."""
    if Path(tempfile.gettempdir()).resolve() in settings.DATA_DIR.parents:
        return []
    found: list[CheckMessage] = []
    if settings.REDIS_IS_EMBEDDED and settings.VALKEY_FSYNC == "no":
        found.append(
            Warning(
                "VALKEY_FSYNC is “no”: accepted reports that are not stored yet are lost when "
                "power fails.",
                hint="Use “everysec” (at most 2 seconds are lost) or “always” (nothing is).",
                id="brownout.W003",
            )
        )
    if _is_sqlite() and settings.SQLITE_SYNCHRONOUS.upper() in ("OFF", "0"):
        found.append(
            Warning(
                "SQLITE_SYNCHRONOUS is OFF: when power fails, stored reports are lost and the "
                "database file may be damaged.",
                hint="Unset it: FULL is the default.",
                id="brownout.W004",
            )
        )
    return found


CHECKS: Sequence[Check] = (proxies, hosts, secret_key, durability)


def register_all() -> None:
    for check in CHECKS:
        register(check, TAG)


def _is_too_large(block: IPv4Network | IPv6Network) -> bool:
    if isinstance(block, IPv6Network) and isinstance(OWN_ADDRESSES, IPv6Network):
        return block.prefixlen < LARGEST_BLOCK and not block.subnet_of(OWN_ADDRESSES)
    return block.prefixlen < LARGEST_BLOCK


def _is_local(name: str) -> bool:
    return name in LOCAL_NAMES or name.endswith(".localhost")


def _is_sqlite() -> bool:
    return str(settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3")
