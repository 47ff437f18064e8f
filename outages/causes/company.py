"""What else is down, and what it shares with this service."""

from math import log

from outages.causes.observed import SharedDependency, Signals
from outages.causes.sentence import Sentence, ngettext
from outages.causes.sentence import sentence as _
from outages.causes.taxonomy import ISP, OPERATOR, POWER_GRID
from outages.causes.term import Term, ramp

FEWEST_DEPENDANTS = 2
MANY_DEPENDANTS = 0.4
FEWEST_PROVIDERS = 3
NEARLY_ALL = 0.7
# A common cause is heard by the logarithm of its odds: not at all at 1 in 8, in full at 99 in 100.
UNLIKELY, CERTAIN, SUREST = -2.0, 4.5, 0.99


def dependency(signals: Signals) -> Term | None:
    """A common cause that was found, or how the other tenants of the same providers are."""
    shared = signals.shared_dependency
    if shared is None:
        return _tenants(signals)
    name, says = _found(signals, shared)
    chance = min(SUREST, max(1 - SUREST, shared.probability))
    sure = ramp(log(chance / (1 - chance)), none=UNLIKELY, full=CERTAIN)
    return Term("dependency", shared.slug, says, {name: sure})


def _found(signals: Signals, shared: SharedDependency) -> tuple[str, Sentence]:
    """A platform of the operator's own, a network, a grid and a hired vendor mean different
    things to those who stand on them; a platform's own page is no victim of it."""
    if shared.kind == POWER_GRID:
        says = _(
            "Several services on one power grid ({name}) went down together.", name=shared.name
        )
        return "found.grid", says
    if shared.kind == ISP and signals.is_the_dependency:
        says = _("Services that go through {name} went down with it.", name=shared.name)
        return "found.itself", says
    if shared.kind == ISP:
        says = _("Services that go through {name} went down together.", name=shared.name)
        return "found.provider", says
    if signals.is_the_dependency:
        says = _("Services that stand on {name} went down with it.", name=shared.name)
        return "found.platform" if shared.kind == OPERATOR else "found.culprit", says
    if shared.kind == OPERATOR:
        says = _("Several services of {name} went down together.", name=shared.name)
        return "found.platform", says
    says = _("Several services that stand on {name} went down together.", name=shared.name)
    return "found.vendor", says


def _tenants(signals: Signals) -> Term | None:
    down, watched = signals.dependants_down, signals.dependants_watched
    if down is None or watched is None or watched < FEWEST_DEPENDANTS:
        return _unknown_vendors(signals)
    value = f"{down}/{watched}"
    if down == 0:
        says = _("Other services on the same providers worked.")
        return Term("dependency", value, says, {"dependency.none_down": 1.0})
    if down < FEWEST_DEPENDANTS:
        return None
    says = _(
        "{down} of {watched} other services that share a provider with it went down too.",
        down=down,
        watched=watched,
    )
    many = ramp(down / watched, none=0.0, full=MANY_DEPENDANTS)
    return Term("dependency", value, says, {"dependency.many_down": many})


def _unknown_vendors(signals: Signals) -> Term | None:
    """Nobody knows all the companies that a service hires: one whose failure brings down others in
    the same minutes may be among them."""
    beside = signals.in_sync
    if beside is not None and beside >= FEWEST_DEPENDANTS:
        says = _("In the same minutes a provider of {n} other services failed.", n=beside)
        return Term("dependency", f"{beside} in step", says, {"dependency.in_step": 1.0})
    if signals.hired_known == 0:
        says = _("No other company is known that it depends on.")
        return Term("dependency", "none", says, {"dependency.none_known": 1.0})
    return None


def siblings(signals: Signals) -> Term | None:
    """How the operator's other services are. Not asked when the platform was found to be down:
    that would count the same evidence twice."""
    shared = signals.shared_dependency
    if shared is not None and (shared.kind == OPERATOR or signals.is_the_dependency):
        return None
    if signals.siblings_down:
        count = signals.siblings_down
        says = ngettext(
            "Another service of the same operator went down too.",
            "{n} other services of the same operator went down too.",
            count,
        )
        return Term("siblings", str(count), says, {"siblings.down": 1.0})
    if signals.siblings_quiet:
        says = _("The operator's other services worked.")
        return Term("siblings", "0", says, {"siblings.quiet": 1.0})
    return None


def providers(signals: Signals) -> Term | None:
    """How the internet providers of the affected area are."""
    down, share, shared = (
        signals.providers_down_in_area,
        signals.all_isps_share,
        signals.shared_dependency,
    )
    # That they are down is what a grid, or a provider that others go through, was found by.
    if down is None or (shared is not None and shared.kind in (POWER_GRID, ISP)):
        return None
    if down >= FEWEST_PROVIDERS and share is not None and share >= NEARLY_ALL:
        says = _("Most internet providers of the area went down: {n} of them.", n=down)
        return Term("providers", str(down), says, {"providers.nearly_all": 1.0})
    if signals.service_kind == "provider":
        return _other_providers(down)
    if down == 0:
        says = _("The internet providers of the affected area worked.")
        return Term("providers", "0", says, {"providers.none": 1.0})
    says = ngettext(
        "An internet provider of the affected area went down too.",
        "{n} internet providers of the affected area went down too.",
        down,
    )
    return Term("providers", str(down), says, {"providers.some": 1.0})


def _other_providers(down: int) -> Term:
    """`down` includes the provider itself."""
    if down > 1:
        says = ngettext(
            "Another internet provider of the area went down too.",
            "{n} other internet providers of the area went down too.",
            down - 1,
        )
        return Term("providers", str(down), says, {"providers.others": 1.0})
    says = _("No other internet provider of the area went down.")
    return Term("providers", str(down), says, {"providers.no_other": 1.0})
