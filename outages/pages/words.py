"""The words that pages use for the board's codes. One place, so that a word is one word."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

# A service's standing: its status, or the reason of it where the reason says more.
STANDINGS = {
    "outage": _("Outage"),
    "possible_outage": _("Possible outage"),
    "implicated": _("Probably another service"),
    "too_few": _("Too few reports to tell"),
    "stale": _("Data delayed"),
    "unknown": _("Not known"),
    "ok": _("No problems known"),
}
# Shape and colour beside the word; never instead of it.
STANDING_MARKS = {
    "outage": "outage",
    "possible_outage": "elevated",
    "implicated": "elsewhere",
    "ok": "ok",
}
REGION_STATES = {
    "outage": _("Outage"),
    "elevated": _("More reports than usual"),
    "ok": _("As usual"),
    "too_few": _("Too few reports to tell"),
    "no_data": _("No data"),
}
REGION_MARKS = {"outage": "outage", "elevated": "elevated", "ok": "ok", "too_few": "few"}
# How a region of an incident is at a time that is looked at.
STAYS = {
    "outage": _("Reached by it"),
    "ok": _("Reached before, as usual again"),
    "no_data": _("Not reached yet"),
}
INCIDENT_STATES = {
    "ongoing": _("Ongoing"),
    "resolved": _("Over"),
    "retracted": _("Retracted: it was a false alarm"),
}
INCIDENT_MARKS = {"ongoing": "outage", "resolved": "ok"}
SEVERITIES = {"minor": _("Minor"), "major": _("Major"), "critical": _("Critical")}
SCOPES = {
    "global": _("Most regions"),
    "multi_region": _("Several regions"),
    "regional": _("One region"),
    "network": _("One network"),
}
DAY_STATES = {
    "incident": _("Incident"),
    "none": _("No incident"),
    "no_data": _("No data"),
}
DAY_MARKS = {"incident": "outage", "none": "ok"}
CONFIDENCES = {
    "likely": _("likely"),
    "possible": _("possible"),
    "undetermined": _("not determined yet"),
}
SAYS = {
    "inference": _("inferred from reports"),
    "official": _("said by the operator"),
    "moderator": _("set by a moderator"),
}
DEPENDENCY_KINDS = {
    "operator": _("operator's platform"),
    "cloud": _("cloud"),
    "cloud_region": _("cloud region"),
    "cdn": _("content delivery network"),
    "dns": _("domain name service"),
    "payment": _("payment provider"),
    "security_vendor": _("security vendor"),
    "isp": _("internet provider"),
    "power_grid": _("power grid"),
}
SAID = {
    "reply": _("Reply"),
    "status": _("Status post"),
    "maintenance": _("Announced maintenance"),
    "release": _("New release"),
}
TABLES: Mapping[str, Mapping[str, Any]] = {
    "standing": STANDINGS,
    "region": REGION_STATES,
    "stay": STAYS,
    "incident": INCIDENT_STATES,
    "severity": SEVERITIES,
    "scope": SCOPES,
    "day": DAY_STATES,
    "confidence": CONFIDENCES,
    "says": SAYS,
    "dependency": DEPENDENCY_KINDS,
    "said": SAID,
}
MARKS: Mapping[str, Mapping[str, str]] = {
    "standing": STANDING_MARKS,
    "region": REGION_MARKS,
    "stay": REGION_MARKS,
    "incident": INCIDENT_MARKS,
    "day": DAY_MARKS,
}
# Without a mark of its own a state is one of not knowing.
UNMARKED = {"standing": "few", "region": "none", "stay": "none", "incident": "none", "day": "none"}


def standing_of(service: Mapping[str, Any]) -> str:
    """A service's standing, by its status and the reason of it."""
    status, reason = service["status"], service.get("status_reason")
    if reason in ("implicated", "too_few", "stale") and status in ("possible_outage", "unknown"):
        return str(reason)
    return str(status)


def word(table: str, code: str) -> Any:
    """What a code is called; a code that is newer than the tables is shown as it is."""
    return TABLES[table].get(code, code.replace("_", " "))


def mark(table: str, code: str) -> str:
    return MARKS[table].get(code, UNMARKED[table])
