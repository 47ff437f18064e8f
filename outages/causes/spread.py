"""Where, through which networks and how fast reports rose → which causes it fits."""

from outages.causes.observed import Signals
from outages.causes.taxonomy import KNOWN
from outages.causes.term import SLIGHT, SOME, STRONG, Term, minutes_in_words

# Reports that rise within so many minutes rose at once; over so many, gradually.
STEP_MINUTES, RAMP_MINUTES = 5.0, 15.0
FEWEST_REGIONS = 4
EVERYWHERE, ONE_AREA = 0.6, 0.25
ONE_REGION_SHARE = 0.7
STANDS_OUT, FAR_OUT, ORDINARY_LIFT = 1.5, 2.5, 1.2
ONE_NETWORK = 0.8
FEWEST_STEPS = 2

EVERYWHERE_SAYS = {
    "software_bug": SLIGHT,
    "capacity_overload": SLIGHT,
    "configuration_error": SLIGHT,
    "cyberattack": SLIGHT,
    "hardware_power": -SLIGHT,
    "network_connectivity": -STRONG,
    "external_event": -STRONG,
}
ONE_AREA_SAYS = {
    "network_connectivity": SOME,
    "external_event": SOME,
    "hardware_power": SOME,
    "planned_maintenance": SLIGHT,
    "software_bug": -SOME,
    "capacity_overload": -SOME,
    "software_update": -SOME,
    "configuration_error": -SOME,
    "cyberattack": -SOME,
}
STEP_SAYS = {
    "configuration_error": SOME,
    "third_party_dependency": SLIGHT,
    "hardware_power": SLIGHT,
    "network_connectivity": SLIGHT,
    "planned_maintenance": SLIGHT,
    "external_event": SLIGHT,
    "capacity_overload": -STRONG,
    "software_update": -SLIGHT,
}
RAMP_SAYS = {
    "capacity_overload": STRONG,
    "software_bug": SLIGHT,
    "software_update": SLIGHT,
    "configuration_error": -STRONG,
    "hardware_power": -SOME,
    "network_connectivity": -SOME,
    "planned_maintenance": -SOME,
    "third_party_dependency": -SLIGHT,
    "external_event": -SLIGHT,
}


def extent(signals: Signals) -> Term | None:
    """How much of the service's usual extent is affected."""
    hit, able = signals.affected_regions, signals.active_regions
    if hit is None or able is None or able < FEWEST_REGIONS or hit < 1:
        return _one_place(signals)
    share, value = hit / able, f"{hit}/{able}"
    if share >= EVERYWHERE:
        says = f"{hit} of {able} regions with enough reports were affected: nearly everywhere."
        return Term("extent", value, says, _everywhere(signals))
    if share <= ONE_AREA:
        were = "was" if hit == 1 else "were"
        says = f"Only {hit} of {able} regions with enough reports {were} affected."
        return Term("extent", value, says, ONE_AREA_SAYS)
    says = f"{hit} of {able} regions with enough reports were affected: several, but not all."
    return Term("extent", value, says, {"third_party_dependency": SLIGHT, "hardware_power": SLIGHT})


def _everywhere(signals: Signals) -> dict[str, float]:
    """All of a provider's regions are its own network, and may well be one country."""
    if signals.service_kind == "provider":
        return EVERYWHERE_SAYS | {"network_connectivity": 0.0, "external_event": 0.0}
    return EVERYWHERE_SAYS


def _one_place(signals: Signals) -> Term | None:
    share = signals.top_region_share
    if share is None or share < ONE_REGION_SHARE:
        return None
    weights = {slug: weight / 2 for slug, weight in ONE_AREA_SAYS.items()}
    return Term("extent", f"{share:.2f}", "Most reports came from one region.", weights)


def networks(signals: Signals) -> Term | None:
    """Whether one network's users are over-represented: the positive test for its provider."""
    lift = signals.network_lift
    if lift is None:
        return _one_network(signals)
    if lift > STANDS_OUT:
        says = f"Users of one network were {lift:.1f} times as frequent as usual among reporters."
        gain = STRONG if lift >= FAR_OUT else SOME
        weights = dict.fromkeys(KNOWN, -SLIGHT) | {"network_connectivity": gain}
        return Term("networks", f"{lift:.1f}", says, weights)
    # A provider's reporters are its own customers anyway: nothing can stand out there.
    if lift > ORDINARY_LIFT or signals.service_kind == "provider":
        return None
    says = "Reporters were spread over networks as usual: none stood out."
    return Term("networks", f"{lift:.1f}", says, {"network_connectivity": -SOME})


def _one_network(signals: Signals) -> Term | None:
    share = signals.single_network_share
    if share is None or share < ONE_NETWORK or signals.service_kind == "provider":
        return None
    says = "Nearly all reports came from one network."
    return Term("networks", f"{share:.2f}", says, {"network_connectivity": SOME})


def onset(signals: Signals) -> Term | None:
    """How fast reports rose: a switch, or a tide."""
    minutes = signals.onset_minutes
    if minutes is None:
        return None
    value, about = f"{minutes:.0f}", minutes_in_words(minutes)
    if minutes <= STEP_MINUTES:
        return Term("onset", value, f"Reports rose all at once, within {about}.", STEP_SAYS)
    if minutes >= RAMP_MINUTES:
        return Term("onset", value, f"Reports rose gradually, over {about}.", RAMP_SAYS)
    return None


def shape(signals: Signals) -> Term | None:
    """Stairs on the way up may be a rollout, wave after wave an attacker."""
    if signals.waves:
        times = "once" if signals.waves == 1 else f"{signals.waves} times"
        says = f"Reports came in waves: they fell and rose again {times}."
        return Term("waves", str(signals.waves), says, {"cyberattack": SOME})
    if signals.steps is not None and signals.steps >= FEWEST_STEPS:
        says = f"Reports rose in {signals.steps} steps, as when something is rolled out in stages."
        return Term("steps", str(signals.steps), says, {"software_update": SOME})
    return None
