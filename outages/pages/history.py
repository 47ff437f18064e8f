"""What is on record about a service, in sentences with numbers, and what is not known."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outages import cldr, wording

Past = Mapping[str, Any]
WHOLE_DAYS = 90


def in_words(past: Past, *, now: datetime) -> list[str]:
    """Sentences about the board's history of a service."""
    if past["counted_since"] is None:
        return [_("Nobody has reported anything about it here yet, so there is no history.")]
    told = [_frequency(past, now)]
    if past["incidents"]:
        told += [_time(past), *_length(past), *_by_parts(past)]
    if past["counted_days"] < WHOLE_DAYS:
        told.append(
            _(
                "Its first report here is of %(day)s; what was before is not known, which is not"
                " the same as no problem."
            )
            % {"day": cldr.day(past["counted_since"], year=True)}
        )
    return told


def _frequency(past: Past, now: datetime) -> str:
    days = wording.number(past["counted_days"])
    n = past["incidents"]
    if not n:
        return ngettext(
            "No incident in the %(days)s day on record.",
            "No incident in the %(days)s days on record.",
            past["counted_days"],
        ) % {"days": days}
    return ngettext(
        "%(n)s incident in the %(days)s days on record, the last on %(last)s.",
        "%(n)s incidents in the %(days)s days on record, the last on %(last)s.",
        n,
    ) % {
        "n": wording.number(n),
        "days": days,
        "last": cldr.day(past["last_started_at"], year=past["last_started_at"].year != now.year),
    }


def _time(past: Past) -> str:
    says = {"time": wording.duration(past["minutes"])}
    if past["share"] is None:
        return _("Time with an incident: %(time)s.") % says
    share = cldr.percent(past["share"], digits=1)
    return _("Time with an incident: %(time)s, %(share)s of what is on record.") % {
        **says,
        "share": share,
    }


def _length(past: Past) -> list[str]:
    if past["median_minutes"] in (None, past["longest_minutes"]):
        # Of one alone, or of equals, its time above says it all.
        return []
    return [
        _("Half of those that are over took no longer than %(median)s, the longest %(longest)s.")
        % {
            "median": wording.duration(past["median_minutes"]),
            "longest": wording.duration(past["longest_minutes"]),
        }
    ]


def _by_parts(past: Past) -> list[str]:
    if past["parts"][1] is None:
        # Before the last 30 days there is nothing to compare them with.
        return []
    latest, before, first = (
        _("not known") if n is None else wording.number(n) for n in past["parts"]
    )
    return [
        _(
            "Begun in the last 30 days: %(latest)s; in the 30 days before: %(before)s; in the 30"
            " before those: %(first)s."
        )
        % {"latest": latest, "before": before, "first": first}
    ]
