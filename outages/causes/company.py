"""What else is down, and what it shares with this service → which causes it fits."""

from outages.causes.observed import Signals
from outages.causes.taxonomy import ISP, OPERATOR, POWER_GRID
from outages.causes.term import SLIGHT, SOME, STRONG, Term

FEWEST_DEPENDANTS = 2
MANY_DEPENDANTS = 0.4
FEWEST_PROVIDERS = 3
NEARLY_ALL = 0.7
# A common cause comes with a probability of its own, from the services that went down and those
# that didn't: it is a finding rather than a hint. The weight is scaled by that probability.
FOUND = 2 * STRONG

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
PROVIDER_SAYS = {"network_connectivity": FOUND, "third_party_dependency": -SLIGHT}
GRID_SAYS = {
    "external_event": FOUND,
    "hardware_power": SOME,
    "network_connectivity": -SOME,
}
VENDOR_SAYS = {
    "third_party_dependency": FOUND,
    "hardware_power": SLIGHT,  # of the vendor's, which the label gives to the vendor
    # Causes of its own are explained away by the vendor's failure.
    "software_bug": -SOME,
    "capacity_overload": -SOME,
    "software_update": -SOME,
    "configuration_error": -SOME,
    "planned_maintenance": -SOME,
}


def dependency(signals: Signals) -> Term | None:
    """A common cause that was found, or how the other tenants of the same providers are."""
    shared = signals.shared_dependency
    if shared is None:
        return _tenants(signals)
    if shared.kind == POWER_GRID:
        says, weights = (
            f"Several services on one power grid ({shared.name}) went down together.",
            GRID_SAYS,
        )
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
        says = "Other services on the same providers worked."
        return Term("dependency", value, says, {"third_party_dependency": -STRONG})
    if down >= FEWEST_DEPENDANTS and down >= MANY_DEPENDANTS * watched:
        says = f"{down} of {watched} other services on a provider of its own went down too."
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
        says = f"{services} of the same operator went down too."
        weights = {"configuration_error": SOME, "hardware_power": SLIGHT}
        return Term("siblings", str(count), says, weights)
    if signals.siblings_quiet:
        says = "The operator's other services worked."
        weights = {"software_bug": SLIGHT, "configuration_error": -SLIGHT}
        return Term("siblings", "0", says, weights)
    return None


def providers(signals: Signals) -> Term | None:
    """How the internet providers of the affected area are."""
    down, share = signals.providers_down_in_area, signals.all_isps_share
    if down is None:
        return None
    if down >= FEWEST_PROVIDERS and share is not None and share >= NEARLY_ALL:
        says = f"Nearly all internet providers of the area went down: {down} of them."
        weights = {"external_event": STRONG, "network_connectivity": -SOME}
        return Term("providers", str(down), says, weights)
    if signals.service_kind == "provider":
        return _other_providers(down)
    if down == 0:
        says = "The internet providers of the affected area worked."
        weights = {"network_connectivity": -SOME, "external_event": -SOME}
        return Term("providers", "0", says, weights)
    says = "An internet provider of the affected area went down too."
    return Term(
        "providers", str(down), says, {"network_connectivity": SOME, "external_event": SLIGHT}
    )


def _other_providers(down: int) -> Term | None:
    """`down` includes the provider itself."""
    if down > 1:
        others = down - 1
        who = "another internet provider" if others == 1 else f"{others} other internet providers"
        says = f"In the area {who} went down too."
        return Term("providers", str(down), says, {"external_event": SOME})
    says = "No other internet provider of the area went down."
    weights = {"network_connectivity": SLIGHT, "external_event": -SOME}
    return Term("providers", str(down), says, weights)
