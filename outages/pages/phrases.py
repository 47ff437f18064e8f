"""Parts of sentences about an incident: where it is, since when, from what."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils.timesince import timesince
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outages import cldr, reasons, wording
from outages.causes import taxonomy

# In words, because the numbers behind them do not bear more (causes.md: calibration that was
# measured on one set of texts did not carry over to another).
LIKELY, POSSIBLE = 0.7, 0.3
MINUTE = 60
# So many regions are named, the others counted.
MOST_NAMED = 3
ANY_DAY = datetime(2001, 1, 1, tzinfo=UTC)


def clock(at: datetime, now: datetime) -> str:
    """A time of day in UTC, with the day where it is not today's."""
    at, now = localtime(at), localtime(now)
    hours = cldr.hours(at)
    if at.date() == now.date():
        return _("%(time)s UTC") % {"time": hours}
    day = cldr.day(at, year=at.year != now.year, short=True)
    return _("%(day)s, %(time)s UTC") % {"day": day, "time": hours}


def lasting(seconds: float) -> str:
    """How long something lasts, in words."""
    if seconds < MINUTE:
        return ngettext("%(n)d second", "%(n)d seconds", int(seconds)) % {"n": int(seconds)}
    # Any instant will do: only the difference counts.
    return timesince(ANY_DAY, ANY_DAY + timedelta(seconds=seconds))


def place(incident: Mapping[str, Any]) -> str:
    """Where an incident is, for the middle of a sentence: "in 14 regions", "in Bavaria"."""
    ongoing = [region for region in incident["regions"] if region["ended_at"] is None]
    regions = ongoing or incident["regions"]
    if not regions:
        return _("in many regions")
    if len(regions) == 1:
        return _("in %(region)s") % {"region": wording.placed(regions[0]["name"])}
    return ngettext("in %(n)d region", "in %(n)d regions", len(regions)) % {"n": len(regions)}


def places(incident: Mapping[str, Any]) -> str:
    """The regions where it is, the most troubled by name; empty where none is told apart."""
    ongoing = [region for region in incident["regions"] if region["ended_at"] is None]
    names = [region["name"] for region in ongoing or incident["regions"]]
    return wording.places_of(names, len(names), most=MOST_NAMED) if names else ""


def title(incident: Mapping[str, Any], *, now: datetime) -> str:
    """An incident as a heading."""
    says = _("%(name)s had problems %(where)s on %(since)s")
    if incident["state"] == "ongoing":
        says = _("%(name)s has problems %(where)s since %(since)s")
    elif incident["folded_into"]:
        says = _("%(name)s: declared %(where)s on %(since)s, probably for reports about %(other)s")
    elif incident["state"] == "retracted":
        says = _("%(name)s: a false alarm %(where)s on %(since)s")
    return says % {
        "name": incident["service_name"],
        "where": place(incident),
        "since": clock(incident["started_at"], now),
        "other": (incident["folded_into"] or {}).get("name", ""),
    }


def why(incident: Mapping[str, Any]) -> str:
    """The question that an explanation answers, as somebody would ask it."""
    says = _("Why was %(name)s down?")
    if incident["state"] == "ongoing":
        says = _("Why is %(name)s down?")
    elif incident["state"] == "retracted":
        says = _("Was %(name)s down?")
    return says % {"name": incident["service_name"]}


def whose(cause: Mapping[str, Any]) -> str:
    """A cause with how sure it is and whose word that is, as a line of a history."""
    name = {"cause": cause_name(cause)}
    if cause["says"] == "moderator":
        return _("%(cause)s, set by a moderator") % name
    if cause["says"] == "official":
        return _("%(cause)s, said by the operator") % name
    if cause["confidence"] == "undetermined":
        return _("Not determined, by our signals")
    if cause["confidence"] == "likely":
        return _("%(cause)s, likely by our signals") % name
    return _("%(cause)s, possible by our signals") % name


def culprit(incident: Mapping[str, Any]) -> str:
    """The probable cause, for the end of a sentence: first what others than our signals say, then
    what it shares with other incidents."""
    common, cause = incident["common_cause"], incident["cause"]
    if cause and cause["says"] == "moderator":
        return _("the cause is %(cause)s, by a moderator’s word") % {"cause": _cause_says(cause)}
    if cause and cause["says"] == "official":
        return _("its operator names %(cause)s") % {"cause": _cause_says(cause)}
    if common:
        return _("likely %(cause)s") % {"cause": dependency(common["dependency"])}
    if not cause or cause["confidence"] == "undetermined":
        is_over = incident["state"] != "ongoing"
        return (
            _("the cause was not determined") if is_over else _("the cause is not determined yet")
        )
    says = {"cause": _cause_says(cause)}
    if cause["confidence"] == "likely":
        return _("likely %(cause)s") % says
    return _("possibly %(cause)s") % says


def dependency(found: Mapping[str, Any]) -> str:
    """What several services stand on, for the middle of a sentence."""
    return reasons.shared_name(str(found["name"]), found["kind"])


def cause_name(cause: Mapping[str, Any]) -> str:
    """A cause as a heading; of the group, where the single cause cannot be told."""
    known = taxonomy.BY_SLUG.get(cause["category"])
    if known is not None and known.slug != taxonomy.UNKNOWN:
        return _(known.name)
    names = {group.slug: group.name for group in taxonomy.GROUPS}
    return _(names.get(cause["group"], cause["group"]))


def chance(probability: float) -> str:
    """How probable something is, in a word."""
    if probability >= LIKELY:
        return _("likely")
    return _("possible") if probability >= POSSIBLE else _("less likely")


def _cause_says(cause: Mapping[str, Any]) -> str:
    known = taxonomy.BY_SLUG.get(cause["category"])
    if known is not None and known.slug != taxonomy.UNKNOWN:
        return _(known.says)
    return _(taxonomy.GROUP_SAYS.get(cause["group"], cause["group"]))
