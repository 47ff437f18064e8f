"""How do the other services fare that stand on the same companies as this one?"""

from collections.abc import Collection, Mapping

from outages.causes.taxonomy import VENDORS


def tenants_of(
    service: str,
    *,
    dependants: Mapping[str, Mapping[str, float]],
    kinds: Mapping[str, str],
    down: Collection[str],
    quiet: Collection[str],
) -> tuple[int, int] | None:
    """(down, able to tell) among the other services on that hired provider of this service's on
    which the greatest part is down; None where nobody of any can be told.

    `dependants`: dependency → service → p; `quiet`: services that are observably well. A provider
    that only this service stands on says nothing, and neither does one whose others are silent.
    """
    failing, fine = frozenset(down), frozenset(quiet)
    found = []
    for slug, services in dependants.items():
        if kinds[slug] in VENDORS and service in services:
            others = services.keys() - {service}
            found.append((len(others & failing), len(others & fine)))
    told = [(ill, ill + well) for ill, well in found if ill + well]
    return max(told, key=lambda pair: (pair[0] / pair[1], pair[1]), default=None)
