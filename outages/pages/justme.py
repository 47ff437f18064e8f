"""After a report: is it just me? The reporter's region and network against everyone else.

The region is the one that they chose; it stands in the address. Their network is looked up for this
one answer, which no cache keeps, and neither the address nor a cookie holds it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outages import board, cldr, heatmap, wording
from outages.judging import networks
from outages.pages.choices import COUNTRY_LETTERS, is_known
from outages.pages.providers import of_ten
from reports import geo
from reports.models import Region
from reports.peer import address_of

COUNTED, AGAIN, WORKS = "1", "again", "works"
TROUBLE = ("outage", "elevated")
# States in which a place says nothing about itself: then its country is asked.
UNTOLD = ("too_few", "no_data")
# Below this an expected count has one digit after the point.
WHOLE_FROM = 3
Row = Mapping[str, Any]


@dataclass(frozen=True)
class JustMe:
    """`answer`: in one sentence; `more`: further sentences; `may_be`: whether it may be just them,
    so that what they can try themselves is listed; `works`: whether they said that it works."""

    answer: str
    more: Sequence[str]
    may_be: bool
    works: bool


def just_me(
    request: HttpRequest, service: Row, countries: Sequence[Row], through: Row, *, now: datetime
) -> JustMe | None:
    """None where nobody has just reported. `countries`: regions of the service's world map;
    `through`: how its reports come in, by provider."""
    reported = request.GET.get("reported", "")
    if reported not in (COUNTED, AGAIN, WORKS):
        return None
    works = reported == WORKS
    here = _here(request.GET.get("region", "").upper(), service["slug"], countries, now)
    is_down = service["status"] == "outage"
    if here is not None and here["reports"] is None and here["state"] not in TROUBLE:
        silent = board.nobody_reported(service["slug"], here["code"], now=now)
        here = {**here, "silent": silent}
    if here is None:
        answer, alone = _everywhere(service, works=works), not is_down
        more = [_("Say in the form where you are, and we compare it with your region.")]
    else:
        answer, alone = _in_region(here, works=works), here["state"] not in TROUBLE
        more = [_elsewhere(service)] if alone and is_down else []
    more += _through_mine(request, through)
    return JustMe(answer=answer, more=more, may_be=alone and not works, works=works)


def _here(code: str, slug: str, countries: Sequence[Row], now: datetime) -> Row | None:
    """What is reported from the region that was chosen; from its country where the region is too
    small to tell."""
    if not is_known(code):
        return None
    country = code[:COUNTRY_LETTERS]
    whole = next((row for row in countries if row["code"] == country), None)
    if code == country:
        return whole
    level = Region.Level.SUBDIVISION
    parts = heatmap.service_map(slug, now=now, level=level, country=country)["regions"]
    part = next((row for row in parts if row["code"] == code), None)
    return whole if part is None or part["state"] in UNTOLD else part


def _in_region(here: Row, *, works: bool) -> str:
    says = {"region": wording.placed(here["name"]), "usual": _about(here["expected"])}
    if here["state"] in TROUBLE:
        return _troubled(here, says, works=works)
    if here.get("silent"):
        return _silent(here, says, works=works)
    if here["state"] == "too_few" or here["expected"] is None:
        return (
            _("Too few people in %(region)s have reported a problem in the last hour to tell.")
            % says
        )
    if here["reports"] is None:
        if works:
            return _("Nor are more problems than usual reported in %(region)s.") % says
        return (
            _("It may be just you: no more problems than usual are reported in %(region)s.") % says
        )
    return _as_usual(here, says, works=works)


def _silent(here: Row, says: Mapping[str, str], *, works: bool) -> str:
    """Nobody reported anything there; whether that says much depends on what is usual."""
    if here["state"] != "ok":
        return (
            _(
                "Nobody else in %(region)s has reported a problem in the last hour; so little is"
                " reported from there that this says little."
            )
            % says
        )
    if works:
        return _("As for you: nobody in %(region)s has reported a problem in the last hour.") % says
    return (
        _("Nobody else in %(region)s has reported a problem in the last hour: it may be just you.")
        % says
    )


def _troubled(here: Row, says: Mapping[str, str], *, works: bool) -> str:
    if here["reports"] is None or here["expected"] is None:
        if works:
            return (
                _("Others in %(region)s report more problems than usual, though it works for you.")
                % says
            )
        return _("It is not just you: more problems than usual are reported in %(region)s.") % says
    counted = {**says, "reports": wording.number(here["reports"])}
    if works:
        return (
            _(
                "It works for you, but others in %(region)s have trouble: %(reports)s reports in"
                " the last hour, about %(usual)s are usual."
            )
            % counted
        )
    return (
        _(
            "It is not just you: %(reports)s reports from %(region)s in the last hour, about"
            " %(usual)s are usual."
        )
        % counted
    )


def _as_usual(here: Row, says: Mapping[str, str], *, works: bool) -> str:
    n = here["reports"]
    counted = {**says, "reports": wording.number(n)}
    if works:
        return (
            ngettext(
                "Nor do others have more trouble than usual: %(reports)s report from %(region)s in"
                " the last hour, about %(usual)s is usual.",
                "Nor do others have more trouble than usual: %(reports)s reports from %(region)s in"
                " the last hour, about %(usual)s are usual.",
                n,
            )
            % counted
        )
    return (
        ngettext(
            "It may be just you: %(reports)s report from %(region)s in the last hour, about"
            " %(usual)s is usual.",
            "It may be just you: %(reports)s reports from %(region)s in the last hour, about"
            " %(usual)s are usual.",
            n,
        )
        % counted
    )


def _everywhere(service: Row, *, works: bool) -> str:
    n = service["reports_last_hour"]
    says = {"reports": wording.number(n), "usual": _about(service["expected_last_hour"])}
    if service["status"] == "outage":
        if works:
            return (
                _(
                    "It works for you, but others have trouble: %(reports)s reports in the last"
                    " hour, about %(usual)s are usual."
                )
                % says
            )
        return (
            _(
                "It is not just you: %(reports)s reports in the last hour, about %(usual)s are"
                " usual."
            )
            % says
        )
    if works:
        return (
            ngettext(
                "Others sent %(reports)s report of trouble in the last hour; about %(usual)s is"
                " usual.",
                "Others sent %(reports)s reports of trouble in the last hour; about %(usual)s are"
                " usual.",
                n,
            )
            % says
        )
    return (
        ngettext(
            "It may be just you: %(reports)s report in the last hour from everywhere, about"
            " %(usual)s is usual.",
            "It may be just you: %(reports)s reports in the last hour from everywhere, about"
            " %(usual)s are usual.",
            n,
        )
        % says
    )


def _elsewhere(service: Row) -> str:
    return _("Elsewhere it is down: %(name)s has an outage.") % {"name": service["name"]}


def _through_mine(request: HttpRequest, through: Row) -> list[str]:
    """A sentence about their own provider, where it is known and has a name."""
    asn = geo.places().network_of(address_of(request))
    if asn is None:
        return []
    known = networks.read()
    if asn not in known.names:
        return []
    name = known.names[asn]
    mine = next((one for one in through["providers"] if one["id"] == known.service_of[asn]), None)
    if mine is None:
        return [
            _("You seem to come through %(name)s; too few who report do, to compare.")
            % {"name": name}
        ]
    says = {"name": name, "share": of_ten(mine["share"]), "usual": of_ten(mine["usual"])}
    if mine["usual"] is None:
        return [
            _(
                "You seem to come through %(name)s, as %(share)s who report do; what is usual is"
                " not known."
            )
            % says
        ]
    return [
        _("You seem to come through %(name)s, as %(share)s who report do; usually it is %(usual)s.")
        % says
    ]


def _about(expected: float | None) -> str:
    """No more digits than it deserves."""
    if expected is None:
        return ""
    return cldr.number(expected, digits=0 if expected >= WHOLE_FROM else 1)
