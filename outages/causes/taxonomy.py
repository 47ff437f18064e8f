"""The words for causes: ten of them in six groups, and "unknown".

A cause is the trigger (what set it off), not the defect that lay in wait: a release that brought a
fault to light is a software update. How far an incident reaches is an attribute, not a cause.
"""

from dataclasses import dataclass
from typing import NamedTuple

from outages.causes.sentence import gettext_noop as _


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
        _("Backend software fault"),
        _("a fault in its own software"),
    ),
    Cause("capacity_overload", "technical_fault", _("Overload"), _("overload")),
    Cause(
        "software_update",
        "change",
        _("Software update or release"),
        _("a software update or release"),
    ),
    Cause(
        "configuration_error",
        "change",
        _("Configuration or operator error"),
        _("a configuration or operator error"),
    ),
    Cause("planned_maintenance", "change", _("Planned maintenance"), _("planned maintenance")),
    Cause(
        "hardware_power",
        "infrastructure",
        _("Power or hardware failure"),
        _("a power or hardware failure"),
    ),
    Cause(
        "network_connectivity",
        "infrastructure",
        _("Network or ISP failure"),
        _("a network failure"),
    ),
    Cause(
        "third_party_dependency",
        "third_party",
        _("Third-party provider failure"),
        _("a failure at a company that it depends on"),
    ),
    Cause("cyberattack", "security", _("Cyberattack (DDoS, intrusion)"), _("an attack")),
    Cause(
        "external_event",
        "external",
        _("Natural event or state action"),
        _("an outside event (storm, power cut or state order)"),
    ),
    Cause(UNKNOWN, UNKNOWN, _("Not determined yet"), _("a cause that is not determined yet")),
)

GROUPS = (
    Group("technical_fault", _("Technical fault")),
    Group("change", _("Change or maintenance")),
    Group("infrastructure", _("Infrastructure")),
    Group("third_party", _("Third party")),
    Group("security", _("Security")),
    Group("external", _("External event")),
    Group(UNKNOWN, _("Not determined yet")),
)

# The middle of a sentence for a group whose single cause can't be told.
GROUP_SAYS = {
    "technical_fault": _("a technical fault of its own"),
    "change": _("a change to the service (a release, a setting or maintenance)"),
    "infrastructure": _("a failure of infrastructure (power, hardware or a network)"),
    "third_party": _("a failure at a company that it depends on"),
    "security": _("an attack"),
    "external": _("an outside event"),
    UNKNOWN: _("a cause that is not determined yet"),
}

# What would make a cause likelier if it came to light: "Overload would become likelier if …".
TELLS = {
    "software_bug": _("the operator says that its software failed"),
    "capacity_overload": _("reports keep rising slowly, above all of slowness"),
    "software_update": _("a release turns out to have come just before, or the app mostly crashes"),
    "configuration_error": _("the operator names a change of its settings"),
    "planned_maintenance": _("an announcement of maintenance turns up"),
    "hardware_power": _("the operator names a data centre"),
    "network_connectivity": _("most reports turn out to come through one network"),
    "third_party_dependency": _("other services that stand on the same provider go down too"),
    "cyberattack": _("the operator confirms an attack"),
    "external_event": _("all internet providers of the area go down together"),
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
# Noun phrases for the middle of a sentence; the same as in reports/data/symptoms.toml.
SYMPTOM_SAYS = {
    "not_loading": _("pages or the app not loading"),
    "login": _("problems logging in"),
    "app_crash": _("the app crashing"),
    "messaging": _("messages not going through"),
    "no_connection": _("no connection at all"),
    "slow": _("very slow service"),
    "server_error": _("error messages"),
    "media": _("pictures, video or sound failing"),
    "payment": _("failing payments"),
    "power_cut": _("a power cut"),
    "other_function": _("something else not working"),
}

# Kinds of dependency (reports.models.Dependency.Kind), by what their failure means to dependants.
OPERATOR = "operator"
ISP = "isp"
POWER_GRID = "power_grid"
VENDORS = ("cloud", "cloud_region", "cdn", "dns", "payment", "security_vendor")
