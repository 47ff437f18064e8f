"""Through whose networks a service's reports come, beside the usual: is it my provider? Small cells
are hidden, and so is what would give them away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from django.db.models import Q, Sum

from outages.causes.extent import network_lifts
from outages.explaining import course
from outages.judging import networks
from reports import vocabulary
from reports.buckets import DAY_MINUTES, minute_of
from reports.cells import told
from reports.models import NetworkCount

Body = dict[str, Any]
HOUR = 60
# An hour with fewer people is too short to compare; then the day is taken.
FEWEST_OF_AN_HOUR = 20
# With fewer nothing is said, and with fewer than the second no provider is cleared.
FEWEST, FEWEST_TO_CLEAR = 10, 30
# A provider is named as the likely place from this share of the people on, if it is surely so many
# times its usual one. As in the gate's rule, a crowd from one country raises all of its providers.
LEAST_SHARE, RAISED = 0.3, 2.0
# Networks without a name of a provider, together.
UNNAMED = 0
NOT_KNOWN, OWN, TOO_FEW, NO_USUAL = "not_known", "own", "too_few", "no_usual"
ONE, COUNTRY, SPREAD, UNCLEAR = "one", "country", "spread", "unclear"


@dataclass(frozen=True)
class _Through:
    """Of one provider: people, reports, and its usual share (0-1), None where nothing is known."""

    people: int
    reports: int
    usual: float | None


def through(slug: str, *, minute: int, began: datetime | None = None) -> Body:
    """How reports come in, by provider; raises KeyError for an unknown service.

    `began`: of an ongoing incident, so that what is usual is learned from the days before it.

    `state`: "not_known" (no network is known of what is reported), "own" (the service is itself a
    provider), "too_few", "no_usual" (nothing to compare with), "one" (`suspect` is far above its
    usual share), "country" (the providers of one country are raised together), "spread" (as usual),
    "unclear" (nobody stands out, of too few people to say that nobody does).
    `providers`: slug, name, share and usual share of those that may be told, the largest first;
    `rest`: the same of all others together, None where there are none.
    """
    service = vocabulary.read().services[slug]
    window, rows = _counted(service, minute)
    body = {
        "window_minutes": window,
        "people": 0,
        "providers": [],
        "rest": None,
        "suspect": None,
    }
    if service in networks.read().providers:
        return {**body, "state": OWN}
    if not rows:
        known = NetworkCount.objects.exists()
        return {**body, "state": TOO_FEW if known else NOT_KNOWN}
    day = (minute if began is None else minute_of(began)) // DAY_MINUTES
    usual = course.usual_networks({service: day})[service]
    every = _by_provider(rows, usual)
    people = sum(one.people for one in every.values())
    if people < FEWEST:
        return {**body, "state": TOO_FEW}
    shown = _shown(every)
    suspect, state = _judged(every, bool(usual))
    if state == ONE:
        lift = _lift_of(every, suspect)
        first = minute - window + 1
        if lift < RAISED * course.crowded(service, first=first, last=minute):
            suspect, state = UNNAMED, COUNTRY
        elif suspect not in shown:
            suspect, state = UNNAMED, UNCLEAR
    bodies = [_body(key, every[key], people) for key in shown if key != UNNAMED]
    bodies.sort(key=lambda one: -one["share"])
    return {
        **body,
        "state": state,
        "people": people,
        "providers": bodies,
        "rest": _rest([every[key] for key in every if key not in shown or not key], people),
        "suspect": next((one for one in bodies if one["id"] == suspect), None),
    }


def _counted(service: int, minute: int) -> tuple[int, list[tuple[int, int, int]]]:
    """The window's minutes, and AS number, people and reports: of the last hour, or of the last day
    where the hour has too few. One query."""
    last_hour = Q(minute__gt=minute - HOUR)
    rows = list(
        NetworkCount.objects.filter(
            service=service, minute__range=(minute - DAY_MINUTES + 1, minute)
        )
        .values_list("network")
        .annotate(
            people=Sum("first_reporters"),
            n=Sum("reports"),
            people_now=Sum("first_reporters", filter=last_hour, default=0),
            n_now=Sum("reports", filter=last_hour, default=0),
        )
    )
    now = [(asn, people, n) for asn, _, _, people, n in rows if n]
    if sum(people for _, people, _ in now) >= FEWEST_OF_AN_HOUR:
        return HOUR, now
    return DAY_MINUTES, [(asn, people, n) for asn, people, n, _, _ in rows if n]


def _by_provider(
    rows: Iterable[tuple[int, int, int]], usual: Mapping[int, float]
) -> dict[int, _Through]:
    """By the id of the provider's own service. Who reports again is no new person; their reports
    are somebody's all the same."""
    service_of = networks.read().service_of
    shares: dict[int, float] = {}
    for asn, share in usual.items():
        if asn == course.NEVER_SEEN:
            continue
        key = service_of.get(asn, UNNAMED)
        shares[key] = shares.get(key, 0.0) + share
    found: dict[int, _Through] = {}
    for asn, people, reports in rows:
        key = service_of.get(asn, UNNAMED)
        before = found.get(key, _Through(0, 0, None))
        ordinary = shares.get(key, usual[course.NEVER_SEEN]) if usual else None
        found[key] = _Through(before.people + max(people, 1), before.reports + reports, ordinary)
    return found


def _shown(every: Mapping[int, _Through]) -> list[int]:
    return [int(key) for key in told({str(key): one.people for key, one in every.items()})]


def _judged(every: Mapping[int, _Through], has_usual: bool) -> tuple[int, str]:
    if not has_usual:
        return UNNAMED, NO_USUAL
    people = sum(one.people for one in every.values())
    raised = {
        key: _lift_of(every, key)
        for key, one in every.items()
        if key != UNNAMED and one.people >= LEAST_SHARE * people
    }
    worst = max(raised, key=lambda key: raised[key], default=UNNAMED)
    if worst != UNNAMED and raised[worst] >= RAISED:
        return worst, ONE
    return UNNAMED, SPREAD if people >= FEWEST_TO_CLEAR else UNCLEAR


def _lift_of(every: Mapping[int, _Through], key: int) -> float:
    """At least how many times its usual share a provider has, surely; 0 where nobody can tell."""
    keys = list(every)
    lifts = network_lifts(
        [every[one].people for one in keys], [every[one].usual or 0.0 for one in keys]
    )
    lift = float(lifts[keys.index(key)])
    return 0.0 if np.isnan(lift) else lift


def _body(key: int, one: _Through, people: int) -> Body:
    known = vocabulary.read()
    slug = next(slug for slug, id_ in known.services.items() if id_ == key)
    name = known.service_names[slug]
    return {"id": key, "slug": slug, "name": name, **_shares(one, people)}


def _rest(hidden: list[_Through], people: int) -> Body | None:
    if not hidden:
        return None
    usual = [one.usual for one in hidden]
    whole = None if None in usual else sum(share or 0.0 for share in usual)
    return _shares(_Through(sum(one.people for one in hidden), 0, whole), people)


def _shares(one: _Through, people: int) -> Body:
    return {
        "share": round(one.people / people, 3),
        "usual": None if one.usual is None else round(min(one.usual, 1.0), 3),
    }
