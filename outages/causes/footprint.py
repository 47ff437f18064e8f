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
# Of several providers that are down, one that has so much of their reports is the one.
STANDS_OUT = 2 / 3


@dataclass(frozen=True)
class Footprint:
    """Where and when a service that is down has its reports. `countries`: of its regions in
    trouble, those that it serves if it is a provider; `lift`: see Signals.network_lift."""

    service: str
    countries: frozenset[str]
    onset_minute: float
    strength: float
    lift: float | None = None


def inside(apps: Sequence[Footprint], providers: Sequence[Footprint]) -> dict[str, tuple[str, ...]]:
    """App → the providers in whose footprint it fails: one that stands out, or all that are down
    there.

    Inside: only in countries of theirs, not before them, and not more than they.
    """
    found = {}
    for app in apps:
        around = [one for one in providers if _is_around(app, one)]
        covered = frozenset[str]().union(*(one.countries for one in around))
        total = sum(one.strength for one in around)
        if not app.countries or not app.countries <= covered or app.strength > total:
            continue
        chief = max(around, key=lambda one: one.strength)
        stands_out = chief.strength >= STANDS_OUT * total and app.countries <= chief.countries
        found[app.service] = tuple(
            [chief.service] if stands_out else sorted(one.service for one in around)
        )
    return found


def through_one_network(apps: Sequence[Footprint]) -> set[str]:
    """Apps whose reporters come far more than usual through one network: it fails, whoever's."""
    return {app.service for app in apps if app.lift is not None and app.lift >= FAR_OUT}


def standing_on(
    dependants: Mapping[str, Mapping[str, float]],
    *,
    providers_of: Mapping[str, Sequence[str]],
    confined: Collection[str],
    page_of: Mapping[str, str],
) -> dict[str, dict[str, float]]:
    """Dependency → service → p, for today: `confined` apps stand on nothing of their own now, and
    those of `providers_of` (app → providers) on what their providers stand on; where there is but
    one, on that one too.

    `page_of`: provider → the dependency that its own page is about.
    """
    today = {
        slug: {service: p for service, p in services.items() if service not in confined}
        for slug, services in dependants.items()
    }
    for app, providers in providers_of.items():
        for services in today.values():
            below = [services[one] for one in providers if one in services]
            if below:
                services[app] = FELT * max(below)
        if len(providers) == 1 and providers[0] in page_of:
            own = today.setdefault(page_of[providers[0]], {})
            own |= {app: FELT, providers[0]: 1.0}
    return today


def _is_around(app: Footprint, provider: Footprint) -> bool:
    return (
        bool(app.countries & provider.countries)
        and app.onset_minute >= provider.onset_minute - OUT_OF_STEP
    )
