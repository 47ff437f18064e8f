"""The words for causes: ten of them in six groups, and "unknown".

A cause is the trigger (what set it off), not the defect that lay in wait: a release that brought a
fault to light is a software update. How far an incident reaches is an attribute, not a cause.
"""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Cause:
    """`name` is its heading, `says` a noun phrase for the middle of a sentence."""

    slug: str
    group: str
    name: str
    says: str


class Group(NamedTuple):
    """Causes that often look alike from outside, so that only the group can be told."""

    slug: str
    name: str


UNKNOWN = "unknown"

CAUSES = (
    Cause(
        "software_bug",
        "technical_fault",
        "Backend software fault",
        "a fault in its own software",
    ),
    Cause(
        "capacity_overload",
        "technical_fault",
        "Overload",
        "overload",
    ),
    Cause(
        "software_update",
        "change",
        "Software update or release",
        "a software update or release",
    ),
    Cause(
        "configuration_error",
        "change",
        "Configuration or operator error",
        "a configuration or operator error",
    ),
    Cause("planned_maintenance", "change", "Planned maintenance", "planned maintenance"),
    Cause(
        "hardware_power",
        "infrastructure",
        "Power or hardware failure",
        "a power or hardware failure",
    ),
    Cause(
        "network_connectivity",
        "infrastructure",
        "Network or ISP failure",
        "a network failure",
    ),
    Cause(
        "third_party_dependency",
        "third_party",
        "Third-party provider failure",
        "a failure at another company that it depends on",
    ),
    Cause(
        "cyberattack",
        "security",
        "Cyberattack (DDoS, intrusion)",
        "an attack on it",
    ),
    Cause(
        "external_event",
        "external",
        "Natural event or state action",
        "an outside event (power cut in the area, storm or state order)",
    ),
    Cause(UNKNOWN, UNKNOWN, "Not determined yet", "a cause that is not determined yet"),
)

GROUPS = (
    Group("technical_fault", "Technical fault"),
    Group("change", "Change or maintenance"),
    Group("infrastructure", "Infrastructure"),
    Group("third_party", "Third party"),
    Group("security", "Security"),
    Group("external", "External event"),
    Group(UNKNOWN, "Not determined yet"),
)

# The middle of a sentence for a group whose single cause can't be told.
GROUP_SAYS = {
    "technical_fault": "a technical fault of its own",
    "change": "a change to the service (a release, a setting or maintenance)",
    "infrastructure": "a failure of infrastructure (power, hardware or a network)",
    "third_party": "a failure at another company that it depends on",
    "security": "an attack on it",
    "external": "an outside event",
    UNKNOWN: "a cause that is not determined yet",
}

# What would make a cause likelier if it came to light: "Overload would become likelier if …".
TELLS = {
    "software_bug": "the operator names a fault of its own",
    "capacity_overload": "reports keep rising slowly, above all of slowness",
    "software_update": "a release turns out to have come just before, or the app mostly crashes",
    "configuration_error": "the operator names a change of its settings",
    "planned_maintenance": "an announcement of maintenance turns up",
    "hardware_power": "the operator names a data centre",
    "network_connectivity": "users of one network turn out to be over-represented among reporters",
    "third_party_dependency": "other services that stand on the same provider go down too",
    "cyberattack": "the operator confirms an attack",
    "external_event": "all internet providers of the area go down together",
}

BY_SLUG = {cause.slug: cause for cause in CAUSES}
GROUP_OF = {cause.slug: cause.group for cause in CAUSES}
KNOWN = tuple(cause.slug for cause in CAUSES if cause.slug != UNKNOWN)

# What people can report. Symptoms are never shown as causes.
NOT_OUTAGE = "not_outage"
SYMPTOMS = (
    "login",
    "app_crash",
    "not_loading",
    "messaging",
    "no_connection",
    "slow",
    "server_error",
    "media",
    "payment",
    "power_cut",
    "other_function",
    NOT_OUTAGE,
)

# Kinds of dependency (reports.models.Dependency.Kind), by what their failure means to dependants.
OPERATOR = "operator"
ISP = "isp"
POWER_GRID = "power_grid"
VENDORS = ("cloud", "cloud_region", "cdn", "dns", "payment", "security_vendor")
