"""Where, through which networks and how fast reports rose."""

from math import log

from outages.causes.observed import Signals
from outages.causes.sentence import Sentence, ngettext, stretch
from outages.causes.sentence import sentence as _
from outages.causes.term import Term, ramp

FEWEST_REGIONS = 4
EVERYWHERE, ONE_AREA = 0.6, 0.25
ONE_REGION_SHARE = 0.7
# A network's share over its usual share: above STANDS_OUT it is worth a sentence, FAR_OUT counts
# as one clear signal, and what is much more than that is not heard.
ORDINARY_LIFT, STANDS_OUT, FAR_OUT = 1.2, 1.5, 3.0
LOUDEST_LIFT = 1.8
ONE_NETWORK = 0.8
# Reports that rise within so many minutes rose at once; over so many, gradually.
STEP_MINUTES, RAMP_MINUTES = 5.0, 15.0
# Where a rise is neither (8 min), wholly a step, and wholly a ramp; between them by the logarithm.
NEITHER, AT_ONCE, SLOW = log(8.0), log(2.0), log(45.0)
SHORTEST = 0.5
# Evening peak of use in most countries.
PEAK = (17.0, 23.0)
FEWEST_STEPS = 2


def extent(signals: Signals) -> Term | None:
    """How much of the service's usual extent is affected."""
    hit, able = signals.affected_regions, signals.active_regions
    if hit is None or able is None or able < FEWEST_REGIONS or hit < 1:
        return _one_place(signals)
    share, value = hit / able, f"{hit}/{able}"
    if share >= EVERYWHERE:
        most = _(
            "Most regions with enough reports to tell were affected: {hit} of {able}.",
            hit=hit,
            able=able,
        )
        every = _("All {n} regions with enough reports to tell were affected.", n=able)
        says = every if hit == able else most
        is_provider = signals.service_kind == "provider"
        name = "extent.all_of_provider" if is_provider else "extent.everywhere"
        return Term("extent", value, says, {name: 1.0})
    if share <= ONE_AREA:
        says = ngettext(
            "Only {n} of {able} regions with enough reports to tell was affected.",
            "Only {n} of {able} regions with enough reports to tell were affected.",
            hit,
            able=able,
        )
        alone = {"extent.one_region": 1.0} if hit == 1 else {}
        return Term("extent", value, says, {"extent.one_area": 1.0, **alone})
    says = _(
        "Several regions were affected, but not all: {hit} of {able} with enough reports to tell.",
        hit=hit,
        able=able,
    )
    return Term("extent", value, says, {"extent.several": 1.0})


def _one_place(signals: Signals) -> Term | None:
    share = signals.top_region_share
    if share is None or share < ONE_REGION_SHARE:
        return None
    says = _("Most reports came from one region.")
    return Term("extent", f"{share:.2f}", says, {"extent.one_area": 0.5})


def networks(signals: Signals) -> Term | None:
    """Whether one network's users are over-represented: the positive test for its provider."""
    lift = signals.network_lift
    if lift is None:
        return _one_network(signals)
    value = f"{lift:.1f}"
    by = log(max(lift, 1.0) / ORDINARY_LIFT) / log(FAR_OUT / ORDINARY_LIFT)
    raised = {"networks.raised": min(LOUDEST_LIFT, max(0.0, by))}
    if lift > STANDS_OUT:
        says = _(
            "One network's users sent {lift} times their usual share of the reports.", lift=lift
        )
        return Term("networks", value, says, raised)
    if _in_one_area(signals):
        says = _("In the affected area reports came through all networks, nearly as usual.")
        return Term("networks", value, says, {**raised, "networks.all_of_area": 1.0})
    # A provider's reporters are its own customers anyway: nothing can stand out there.
    if lift > ORDINARY_LIFT or signals.service_kind == "provider":
        return None
    says = _("Reports came through all networks as usual: none stood out.")
    return Term("networks", value, says, {"networks.even": 1.0})


def _in_one_area(signals: Signals) -> bool:
    hit, able = signals.affected_regions, signals.active_regions
    if hit is None or able is None:
        return False
    return able >= FEWEST_REGIONS and 1 <= hit <= ONE_AREA * able


def _one_network(signals: Signals) -> Term | None:
    share = signals.single_network_share
    if share is None or share < ONE_NETWORK or signals.service_kind == "provider":
        return None
    says = _("Nearly all reports came through one network.")
    return Term("networks", f"{share:.2f}", says, {"networks.one": 1.0})


def onset(signals: Signals) -> Term | None:
    """How fast reports rose: a switch, or a tide."""
    minutes = signals.onset_minutes
    if minutes is None:
        return None
    spent = log(max(minutes, SHORTEST))
    slow = ramp(spent, none=NEITHER, full=SLOW)
    features = {
        "onset.at_once": ramp(spent, none=NEITHER, full=AT_ONCE),
        "onset.slow": slow,
        "onset.slow_at_peak": slow if at_peak(signals) else 0.0,
    }
    return Term("onset", f"{minutes:.0f}", _rise(minutes), features)


def _rise(minutes: float) -> Sentence:
    length = stretch(minutes)
    if minutes <= STEP_MINUTES:
        return _("Reports rose all at once, within {length}.", length=length)
    if minutes < RAMP_MINUTES:
        return _("Reports rose within {length}: neither at once nor slowly.", length=length)
    return _("Reports rose gradually, over {length}.", length=length)


def at_peak(signals: Signals) -> bool:
    """Whether it is evening where most reports come from."""
    return signals.local_hour is not None and PEAK[0] <= signals.local_hour < PEAK[1]


def shape(signals: Signals) -> Term | None:
    """Stairs on the way up may be a rollout, wave after wave an attacker."""
    if signals.waves:
        says = ngettext(
            "Reports came in waves: they fell and rose again once.",
            "Reports came in waves: they fell and rose again {n} times.",
            signals.waves,
        )
        return Term("waves", str(signals.waves), says, {"waves.again": 1.0})
    if signals.steps is not None and signals.steps >= FEWEST_STEPS:
        says = _(
            "Reports rose in {n} steps, as when something is rolled out in stages.", n=signals.steps
        )
        return Term("steps", str(signals.steps), says, {"steps.stairs": 1.0})
    return None
