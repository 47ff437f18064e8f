"""The address behind a request, by the settings' trusted proxies. For the API and the form."""

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest

from reports.reporter import Address, Network, client_address, parse_networks


def address_of(request: HttpRequest) -> Address:
    return client_address(
        peer=request.META.get("REMOTE_ADDR", ""),
        forwarded_for=request.headers.get("X-Forwarded-For", ""),
        trusted=_trusted(tuple(settings.TRUSTED_PROXIES)),
    )


@lru_cache
def _trusted(cidrs: tuple[str, ...]) -> tuple[Network, ...]:
    return parse_networks(cidrs)
