"""A service's answer in one sentence, from what the board says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from outages.pages.phrases import clock, culprit, lasting, place
from outages.pages.words import mark, standing_of

Service = Mapping[str, Any]


@dataclass(frozen=True)
class Verdict:
    """`answer` is the whole answer; `standing` says of which kind, `mark` its shape and colour."""

    standing: str
    mark: str
    answer: str


def verdict(service: Service, *, now: datetime) -> Verdict:
    standing = standing_of(service)
    answer = _ANSWERS[standing](service, now)
    return Verdict(standing=standing, mark=mark("standing", standing), answer=answer)


def _outage(service: Service, now: datetime) -> str:
    incident = service["incident"]
    return _("Yes, %(name)s has problems %(where)s since %(since)s; %(cause)s.") % {
        "name": service["name"],
        "where": place(incident),
        "since": clock(incident["started_at"], now),
        "cause": culprit(incident),
    }


def _possible(service: Service, now: datetime) -> str:
    name = {"name": service["name"]}
    through = service.get("almost_only_through")
    if through:
        return _(
            "Perhaps: %(name)s gets unusually many reports, but almost only through %(network)s."
        ) % {**name, "network": through["name"]}
    if service.get("status_reason") == "few_networks":
        return _("Perhaps: %(name)s gets unusually many reports, but from too few networks.") % name
    return _("Perhaps: %(name)s gets more reports than usual, but not enough to be sure.") % name


def _implicated(service: Service, now: datetime) -> str:
    other = service.get("implicated_by")
    if not other:
        return _("Probably not down: reports here are probably about another service.")
    return _(
        "Probably not down: reports here are probably about %(other)s, which has had an outage"
        " since %(since)s."
    ) % {"other": other["name"], "since": clock(other["started_at"], now)}


def _too_few(service: Service, now: datetime) -> str:
    return _("Too few reports to tell whether %(name)s has problems.") % {"name": service["name"]}


def _stale(service: Service, now: datetime) -> str:
    until = service.get("data_until")
    name = {"name": service["name"]}
    if until is None:
        return _("We cannot tell how %(name)s is: there is no data yet.") % name
    return _("We cannot tell how %(name)s is right now: our data is %(delay)s old.") % {
        **name,
        "delay": lasting((now - until).total_seconds()),
    }


def _ok(service: Service, now: datetime) -> str:
    return _("No problems known with %(name)s.") % {"name": service["name"]}


_ANSWERS = {
    "outage": _outage,
    "possible_outage": _possible,
    "implicated": _implicated,
    "too_few": _too_few,
    "stale": _stale,
    "unknown": _too_few,
    "ok": _ok,
}
