"""What each signal means for each cause, by judgement: the project's table of signals.

These are the starting points of the weights that are used (`fitted.py`), and they are what holds
them: a weight never changes sides, and where nothing is known from data it stays as it is here.
"""

from collections.abc import Mapping

from outages.causes.taxonomy import GROUP_OF, KNOWN

# Log-odds against "some other cause". Two pluses in the table of signals are STRONG (the odds grow
# four or five times), one is SOME (they double); SLIGHT is what the table only implies.
STRONG, SOME, SLIGHT = 1.5, 0.7, 0.35
# A common cause comes with a probability of its own, from the services that went down and those
# that didn't: it is a finding rather than a hint, and no mix of symptoms outweighs it.
FOUND = 4 * STRONG

Weights = Mapping[str, float]

# How much more frequent a symptom is than usual, in e-folds.
SYMPTOMS: Mapping[str, Weights] = {
    "symptoms.login": {
        "configuration_error": SLIGHT,
        "planned_maintenance": SOME,
        "network_connectivity": -SOME,
        "external_event": -SOME,
    },
    "symptoms.app_crash": {"software_update": STRONG, "software_bug": SLIGHT},
    "symptoms.not_loading": {
        "configuration_error": SOME,
        "planned_maintenance": SOME,
        "hardware_power": SOME,
        "third_party_dependency": SOME,
        "cyberattack": SOME,
        "software_update": -SLIGHT,
    },
    "symptoms.messaging": {},
    "symptoms.no_connection": {
        "network_connectivity": STRONG,
        "external_event": STRONG,
        "software_bug": -SOME,
        "capacity_overload": -SOME,
        "software_update": -SOME,
        "third_party_dependency": -SLIGHT,
    },
    "symptoms.slow": {
        "capacity_overload": STRONG,
        "cyberattack": SOME,
        "software_update": -SLIGHT,
    },
    "symptoms.server_error": {
        "capacity_overload": SLIGHT,
        "configuration_error": SOME,
        "hardware_power": SOME,
        "third_party_dependency": SOME,
        "network_connectivity": -SOME,
        "external_event": -SOME,
    },
    "symptoms.media": {},
    "symptoms.payment": {"third_party_dependency": SOME},
    "symptoms.power_cut": {"external_event": STRONG, "hardware_power": SOME},
    "symptoms.other_function": {"software_update": SOME, "software_bug": SLIGHT},
    # A provider's own page, on which more say so than on an innocent one's.
    "symptoms.cut_off": {"network_connectivity": STRONG, "external_event": SOME},
    # The usual mix, only more of it: no symptom is singled out.
    "symptoms.broad": {"software_bug": SOME},
}

PLACES: Mapping[str, Weights] = {
    "extent.everywhere": {
        "software_bug": SLIGHT,
        "capacity_overload": SLIGHT,
        "software_update": SLIGHT,
        "configuration_error": SLIGHT,
        "cyberattack": SLIGHT,
        "hardware_power": -SOME,
        "network_connectivity": -STRONG,
        "external_event": -STRONG,
    },
    # All of a provider's regions are its own network, and may well be one country.
    "extent.all_of_provider": {
        "software_bug": SLIGHT,
        "configuration_error": SLIGHT,
        "hardware_power": -SLIGHT,
    },
    "extent.several": {"third_party_dependency": SLIGHT, "hardware_power": SLIGHT},
    "extent.one_area": {
        "network_connectivity": SOME,
        "external_event": SOME,
        "hardware_power": SOME,
        "software_bug": -SOME,
        "capacity_overload": -SOME,
        "software_update": -SOME,
        "configuration_error": -SOME,
        "cyberattack": -SOME,
    },
    # One region alone, as of a data centre or a window of maintenance.
    "extent.one_region": {"hardware_power": SLIGHT, "planned_maintenance": SLIGHT},
    "networks.raised": {"network_connectivity": STRONG},
    "networks.even": {"network_connectivity": -SOME, "external_event": -SLIGHT},
    # One area, and no network of it stands far out: all of them fail.
    "networks.all_of_area": {"external_event": SOME, "network_connectivity": -SOME},
    "networks.one": {"network_connectivity": SOME},
}

SHAPES: Mapping[str, Weights] = {
    "onset.at_once": {
        "configuration_error": SOME,
        "third_party_dependency": SLIGHT,
        "hardware_power": SLIGHT,
        "network_connectivity": SLIGHT,
        "planned_maintenance": SLIGHT,
        "external_event": SLIGHT,
        "capacity_overload": -STRONG,
        "software_update": -SLIGHT,
    },
    "onset.slow": {
        "capacity_overload": STRONG,
        "software_bug": SLIGHT,
        "software_update": SLIGHT,
        "configuration_error": -STRONG,
        "hardware_power": -SOME,
        "network_connectivity": -SOME,
        "planned_maintenance": -SOME,
        "third_party_dependency": -SLIGHT,
        "external_event": -SLIGHT,
    },
    "onset.slow_at_peak": {"capacity_overload": SOME},
    "waves.again": {"cyberattack": SOME},
    "steps.stairs": {"software_update": SOME},
}

COMPANY: Mapping[str, Weights] = {
    "siblings.down": {
        "configuration_error": SOME,
        "hardware_power": SLIGHT,
        "capacity_overload": -SLIGHT,
        "software_update": -SLIGHT,
        "planned_maintenance": -SLIGHT,
    },
    "siblings.quiet": {"software_bug": SLIGHT, "configuration_error": -SLIGHT},
    "dependency.none_down": {"third_party_dependency": -STRONG},
    "dependency.many_down": {
        "third_party_dependency": STRONG,
        "hardware_power": SOME,
        "network_connectivity": SLIGHT,
        "external_event": SLIGHT,
    },
    # What it hires is never wholly known; that others fail in the same minutes is seldom chance.
    "dependency.in_step": {"third_party_dependency": SOME},
    "dependency.none_known": {"third_party_dependency": -SOME},
    "providers.nearly_all": {"external_event": STRONG, "network_connectivity": -SOME},
    "providers.some": {"network_connectivity": SOME, "external_event": SOME},
    "providers.none": {"network_connectivity": -SOME, "external_event": -SOME},
    "providers.others": {"external_event": SOME},
    "providers.no_other": {"network_connectivity": SLIGHT, "external_event": -SOME},
    # What befell a platform of the operator's own can't be seen from outside; none of those that
    # stand on it has a third-party failure.
    "found.platform": {
        "configuration_error": SOME,
        "hardware_power": SLIGHT,
        "software_bug": SLIGHT,
        "software_update": -SLIGHT,
        "capacity_overload": -SLIGHT,
        "third_party_dependency": -SOME,
        "network_connectivity": -SLIGHT,
    },
    "found.provider": {"network_connectivity": FOUND, "third_party_dependency": -SLIGHT},
    # A provider that took others down: what befell it is another matter.
    "found.itself": {"third_party_dependency": -SOME},
    # So with a vendor, whose people see the same errors as its victims': not one of these itself.
    "found.culprit": {
        "configuration_error": SOME,
        "hardware_power": SLIGHT,
        "software_bug": SLIGHT,
        "software_update": -SLIGHT,
        "capacity_overload": -SLIGHT,
        "third_party_dependency": -2 * STRONG,
        "network_connectivity": -SLIGHT,
    },
    "found.grid": {
        "external_event": FOUND,
        "hardware_power": SOME,
        "network_connectivity": -SOME,
    },
    # Causes of its own are explained away by the vendor's failure.
    "found.vendor": {
        "third_party_dependency": FOUND,
        "hardware_power": SLIGHT,
        "software_bug": -STRONG,
        "capacity_overload": -STRONG,
        "software_update": -STRONG,
        "configuration_error": -STRONG,
        "planned_maintenance": -STRONG,
    },
}


def _named(slug: str) -> Weights:
    """A statement's word for one cause, and a little for those that it may be taken for."""
    kin = {other: SLIGHT for other in KNOWN if GROUP_OF[other] == GROUP_OF[slug]}
    return {**kin, slug: STRONG + SOME}


TOLD: Mapping[str, Weights] = {
    # Few outages fall into an announced window by chance; in simulated ones, one in twenty does.
    "maintenance.yes": {"planned_maintenance": 2 * STRONG},
    "maintenance.no": {"planned_maintenance": -STRONG},
    "release.yes": {"software_update": STRONG},
    "release.no": {"software_update": -SLIGHT},
    "hour.evening": {"capacity_overload": SLIGHT},
    "hour.night": {"capacity_overload": -SLIGHT, "planned_maintenance": SLIGHT},
    "hour.working": {"configuration_error": SLIGHT},
    # What an official statement names. How far to trust it is a judgement, not a fit: examples
    # whose statements were read while the reader was made would praise it too much.
    **{f"notice.{slug}": _named(slug) for slug in KNOWN},
    # What users guess at. "Hacked" is what they guess first, whatever it is.
    **{f"comments.{slug}": {slug: SOME} for slug in KNOWN if slug != "cyberattack"},
    "comments.cyberattack": {"cyberattack": SLIGHT},
}

TABLE: Mapping[str, Weights] = {**SYMPTOMS, **PLACES, **SHAPES, **COMPANY, **TOLD}

# Shares of causes among outages, roughly, as operators' and regulators' reports have them. They
# are starting points: alone they never give an answer. The rest is for causes not on the list.
PRIORS: Mapping[str, Weights] = {
    "app": {
        "software_bug": 0.16,
        "capacity_overload": 0.10,
        "software_update": 0.13,
        "configuration_error": 0.13,
        "planned_maintenance": 0.06,
        "hardware_power": 0.08,
        "network_connectivity": 0.06,
        "third_party_dependency": 0.11,
        "cyberattack": 0.03,
        "external_event": 0.02,
    },
    "provider": {
        "software_bug": 0.06,
        "capacity_overload": 0.05,
        "software_update": 0.06,
        "configuration_error": 0.10,
        "planned_maintenance": 0.08,
        "hardware_power": 0.08,
        "network_connectivity": 0.30,
        "third_party_dependency": 0.02,
        "cyberattack": 0.03,
        "external_event": 0.08,
    },
}
