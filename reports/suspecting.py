"""Deed: suspect services whose reports come from one network, from strangers, or from no person."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from django.db.models import Q
from numpy.typing import NDArray

from reports import habits, unusual
from reports.buckets import minute_of
from reports.habits import Ids, Rows, Usual
from reports.models import Network, Suspicion

log = logging.getLogger(__name__)

# So long a suspicion holds after the last sign.
HELD_FOR = timedelta(minutes=30)
# What an operator said about a service is left alone for so long after its end.
LEFT_ALONE = timedelta(days=1)
# AS numbers have 32 bits (RFC 6793): a pair in one number is service id times this, plus network.
NETWORK_SPAN = 1 << 32


def suspect(*, now: datetime) -> dict[int, str]:
    """Suspect, or go on suspecting, the services that are unusual at `now`: ids with the reasons.

    A handful of queries, however many services are busy. What an operator set is not touched.
    """
    found = _unusual(minute_of(now))
    _write(found, now=now)
    Suspicion.objects.filter(
        Q(by=Suspicion.By.WATCH, until__lte=now)
        | Q(by=Suspicion.By.OPERATOR, until__lte=now - LEFT_ALONE)
    ).delete()
    return found


def _unusual(minute: int) -> dict[int, str]:
    recent = habits.recent(minute=minute)
    if not recent.size:
        return {}
    usual = habits.usual(np.unique(recent["service"]), minute=minute)
    known = recent[recent["network"] > 0]
    return {**_strangers(known, usual), **_one_network(known, usual), **_discarded(recent, usual)}


def _discarded(recent: Rows, usual: Usual) -> dict[int, str]:
    """Services of which far more reports than usual were sent by no person."""
    services = np.unique(recent["service"])
    k, n = _sum(recent, "signs", services), _sum(recent, "n", services)
    far = unusual.far_above(
        k,
        n,
        usual_k=_sum(usual.rows, "signs", services),
        usual_n=_sum(usual.rows, "n", services),
        prior=unusual.DISCARDED,
    )
    return _says("{} of {} reports came from no form of ours", services, k, n, far)


def _one_network(known: Rows, usual: Usual) -> dict[int, str]:
    """Services of which far more reports than usual come through their one largest network.

    Not a provider's own service: its customers come through its network.
    """
    theirs = Network.objects.filter(service_id__in=np.unique(known["service"]).tolist())
    own = np.array(list(theirs.values_list("service_id", flat=True)), dtype=np.int64)
    known = known[~np.isin(known["service"], own)]
    known = known[np.lexsort((known["n"], known["service"]))]
    services, begins = np.unique(known["service"][::-1], return_index=True)
    largest = known[::-1][begins]
    pairs = usual.rows["service"] * NETWORK_SPAN + usual.rows["network"]
    wanted = largest["service"] * NETWORK_SPAN + largest["network"]
    usual_n = _sum(usual.rows[usual.rows["network"] > 0], "n", services)
    n = _sum(known, "n", services)
    far = unusual.far_above(
        largest["n"],
        n,
        usual_k=_found(wanted, keys=pairs, values=usual.rows["n"]),
        usual_n=usual_n,
        prior=unusual.ONE_NETWORK,
    )
    return _says("{} of {} reports came through one network", services, largest["n"], n, far)


def _strangers(known: Rows, usual: Usual) -> dict[int, str]:
    """Services of which far more reports than usual come through networks that no report about any
    service came through: people in a new region come through networks that others know.
    """
    services = np.unique(known["service"])
    new = known[~np.isin(known["network"], usual.networks)]
    once = np.isin(usual.rows["network"], usual.networks[usual.times == 1])
    k, n = _sum(new, "n", services), _sum(known, "n", services)
    far = unusual.far_above(
        k,
        n,
        usual_k=_sum(usual.rows[once], "n", services),
        usual_n=_sum(usual.rows[usual.rows["network"] > 0], "n", services),
        prior=unusual.never_seen(
            once=int(np.count_nonzero(usual.times == 1)), known=int(usual.times.sum())
        ),
    )
    return _says("{} of {} reports came through networks not seen before", services, k, n, far)


def _sum(rows: Rows, column: str, services: Ids) -> Ids:
    """The sum of a column for each of the services (sorted)."""
    rows = rows[np.isin(rows["service"], services)]
    place = np.searchsorted(services, rows["service"])
    return np.bincount(place, rows[column], services.size).astype(np.int64)


def _found(wanted: Ids, *, keys: Ids, values: Ids) -> Ids:
    """The value of each wanted key, 0 where there is none; no key comes twice."""
    order = np.argsort(keys)
    place = np.searchsorted(keys, wanted, sorter=order)
    hit = place < keys.size
    hit[hit] = keys[order[place[hit]]] == wanted[hit]
    values_there = np.zeros_like(wanted)
    values_there[hit] = values[order[place[hit]]]
    return values_there


def _says(text: str, services: Ids, k: Ids, n: Ids, far: NDArray[np.bool_]) -> dict[int, str]:
    told: Any = zip(services[far].tolist(), k[far].tolist(), n[far].tolist(), strict=True)
    return {service: text.format(some, all_) for service, some, all_ in told}


def _write(found: Mapping[int, str], *, now: datetime) -> None:
    if not found:
        return
    Suspicion.objects.filter(by=Suspicion.By.WATCH, service_id__in=list(found)).update(
        until=now + HELD_FOR
    )
    there = set(
        Suspicion.objects.filter(service_id__in=list(found)).values_list("service_id", flat=True)
    )
    new = [
        Suspicion(
            service_id=service,
            by=Suspicion.By.WATCH,
            reason=reason,
            since=now,
            until=now + HELD_FOR,
        )
        for service, reason in found.items()
        if service not in there
    ]
    # Another worker's tick, or an operator, may have been quicker.
    Suspicion.objects.bulk_create(new, ignore_conflicts=True)
    for suspicion in new:
        log.warning("service %s is under suspicion: %s", suspicion.service_id, suspicion.reason)
