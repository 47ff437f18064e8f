"""What else is down, and what it shares with this service → which causes it fits."""

from outages.causes.observed import Signals
from outages.causes.taxonomy import ISP, OPERATOR, POWER_GRID
from outages.causes.term import SLIGHT, SOME, STRONG, Term

FEWEST_DEPENDANTS = 2
MANY_DEPENDANTS = 0.4
FEWEST_PROVIDERS = 3
NEARLY_ALL = 0.7

# The platform is the operator's own, so that none of its dependants has a third-party failure;
# what befell the platform can't be seen from outside.
PLATFORM_SAYS = {
    "configuration_error": SOME,
    "hardware_power": SLIGHT,
    "software_bug": SLIGHT,
    "software_update": -SLIGHT,
    "capacity_overload": -SLIGHT,
    "third_party_dependency": -SOME,
    "network_connectivity": -SLIGHT,
}
PROVIDER_SAYS = {"network_connectivity": STRONG + SOME, "third_party_dependency": -SLIGHT}
GRID_SAYS = {
    "external_event": STRONG + SOME,
    "hardware_power": SOME,
    "network_connectivity": -SOME,
}
VENDOR_SAYS = {
    "third_party_dependency": STRONG + SOME,
    "hardware_power": SLIGHT,  # of the vendor's, which the label gives to the vendor
    "software_bug": -SLIGHT,
    "capacity_overload": -SLIGHT,
    "software_update": -SLIGHT,
}


def dependency(signals: Signals) -> Term | None:
    """A common cause that was found, or how the other tenants of the same providers are."""
    shared = signals.shared_dependency
    if shared is None:
        return _tenants(signals)
    if shared.kind == POWER_GRID:
        says, weights = f"Several services on {shared.name} went down together.", GRID_SAYS
    elif signals.is_the_dependency and shared.kind != ISP:
        says, weights = f"Services that stand on {shared.name} went down with it.", PLATFORM_SAYS
    elif shared.kind == ISP:
        says, weights = f"Services that go through {shared.name} went down together.", PROVIDER_SAYS
    elif shared.kind == OPERATOR:
        says = f"Several services of {shared.name} went down together."
        weights = PLATFORM_SAYS
    else:
        says = f"Several services that stand on {shared.name} went down together."
        weights = VENDOR_SAYS
    sure = {slug: weight * shared.probability for slug, weight in weights.items()}
    return Term("dependency", shared.slug, says, sure)


def _tenants(signals: Signals) -> Term | None:
    down, watched = signals.dependants_down, signals.dependants_watched
    if down is None or watched is None or watched < FEWEST_DEPENDANTS:
        return None
    value = f"{down}/{watched}"
    if down == 0:
        says = "Other services on the same providers work."
        return Term("dependency", value, says, {"third_party_dependency": -STRONG})
    if down >= FEWEST_DEPENDANTS and down >= MANY_DEPENDANTS * watched:
        says = f"{down} of {watched} other services on a provider that it depends on are down too."
        weights = {"third_party_dependency": STRONG, "hardware_power": SOME}
        return Term("dependency", value, says, weights)
    return None


def siblings(signals: Signals) -> Term | None:
    """How the operator's other services are. Not asked when the platform was found to be down:
    that would count the same evidence twice."""
    shared = signals.shared_dependency
    if shared is not None and (shared.kind == OPERATOR or signals.is_the_dependency):
        return None
    if signals.siblings_down:
        count = signals.siblings_down
        services = "Another service" if count == 1 else f"{count} other services"
        says = f"{services} of the same operator {'is' if count == 1 else 'are'} down too."
        weights = {"configuration_error": SOME, "hardware_power": SLIGHT}
        return Term("siblings", str(count), says, weights)
    if signals.siblings_quiet:
        says = "The operator's other services work."
        weights = {"software_bug": SLIGHT, "configuration_error": -SLIGHT}
        return Term("siblings", "0", says, weights)
    return None


def providers(signals: Signals) -> Term | None:
    """How the internet providers of the affected area are."""
    down, share = signals.providers_down_in_area, signals.all_isps_share
    if down is None:
        return None
    if down >= FEWEST_PROVIDERS and share is not None and share >= NEARLY_ALL:
        says = f"Nearly all internet providers of the area are down: {down} of them."
        weights = {"external_event": STRONG, "network_connectivity": -SOME}
        return Term("providers", str(down), says, weights)
    if signals.service_kind == "provider":
        return _other_providers(down)
    if down == 0:
        says = "The internet providers of the affected area work."
        weights = {"network_connectivity": -SOME, "external_event": -SOME}
        return Term("providers", "0", says, weights)
    says = "An internet provider of the affected area is down too."
    return Term(
        "providers", str(down), says, {"network_connectivity": SOME, "external_event": SLIGHT}
    )


def _other_providers(down: int) -> Term | None:
    """`down` includes the provider itself."""
    if down > 1:
        others = (
            "another internet provider is"
            if down == FEWEST_DEPENDANTS
            else (f"{down - 1} other internet providers are")
        )
        says = f"In the area {others} down too."
        return Term("providers", str(down), says, {"external_event": SOME})
    says = "No other internet provider of the area is down."
    weights = {"network_connectivity": SLIGHT, "external_event": -SOME}
    return Term("providers", str(down), says, weights)
