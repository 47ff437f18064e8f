"""Which apps fail only where, and through whom, an internet provider fails?

Their operator's platform, or a company that they hire, would fail for everybody: what stays inside
one provider's footprint is that provider's (causes.md: "apps only inside the footprint").
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from outages.causes.shared import OUT_OF_STEP
from outages.causes.spread import FAR_OUT

# How surely a provider's failure is felt as one of an app by those who go through it.
FELT = 0.7


@dataclass(frozen=True)
class Footprint:
    """Where and when a service that is down has its reports. `countries`: of its regions in
    trouble, those that it serves if it is a provider; `lift`: see Signals.network_lift."""

    service: str
    countries: frozenset[str]
    onset_minute: float
    strength: float
    lift: float | None = None


def inside(apps: Sequence[Footprint], providers: Sequence[Footprint]) -> dict[str, str]:
    """App → the provider in whose footprint it fails, the strongest of several.

    Inside: only in countries of the provider, not before it, and not more than it.
    """
    found = {}
    for app in apps:
        around = [one for one in providers if _is_inside(app, one)]
        if around:
            found[app.service] = max(around, key=lambda one: one.strength).service
    return found


def through_one_network(apps: Sequence[Footprint]) -> set[str]:
    """Apps whose reporters come far more than usual through one network: it fails, whoever's."""
    return {app.service for app in apps if app.lift is not None and app.lift >= FAR_OUT}


def standing_on(
    dependants: Mapping[str, Mapping[str, float]],
    *,
    provider_of: Mapping[str, str],
    confined: Collection[str],
    page_of: Mapping[str, str],
) -> dict[str, dict[str, float]]:
    """Dependency → service → p, for today: `confined` apps stand on nothing of their own now, and
    those of `provider_of` (app → provider) on that provider, and on all that it stands on.

    `page_of`: provider → the dependency that its own page is about.
    """
    today = {
        slug: {service: p for service, p in services.items() if service not in confined}
        for slug, services in dependants.items()
    }
    for app, provider in provider_of.items():
        for services in today.values():
            if provider in services:
                services[app] = FELT * services[provider]
        if provider in page_of:
            own = today.setdefault(page_of[provider], {})
            own |= {app: FELT, provider: 1.0}
    return today


def _is_inside(app: Footprint, provider: Footprint) -> bool:
    return (
        bool(app.countries)
        and app.countries <= provider.countries
        and app.onset_minute >= provider.onset_minute - OUT_OF_STEP
        and app.strength <= provider.strength
    )
