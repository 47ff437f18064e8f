"""How places stand at one minute or at several: with one service, or with the worst of many."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from outages.detection.surprise import surprise, z_of
from outages.showing import looks, usual
from outages.showing.cells import PLACE_SPAN, Cells, Split
from outages.showing.looks import Look
from outages.showing.trouble import NO_DATA, OK, STATES, TOO_FEW, Trouble, troubled
from reports import vocabulary
from reports.cells import SMALLEST_CELL
from reports.models import Region

Body = dict[str, Any]
# Id, code and name.
Place = tuple[int, str, str]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Numbers:
    """Those of one service, each [minutes, places]. `shown`: whether they may be; `known`: whether
    we know what is usual there; `can_tell`: whether an outage would have been seen."""

    reports: Ints
    reporters: Ints
    shown: Bools
    expected: Floats
    known: Bools
    can_tell: Bools
    z: Floats


def of_service(
    service: int, places: Sequence[Place], look: Look, *, level: str
) -> tuple[Numbers, list[list[str]]]:
    """A service's numbers, and the state of each place at each minute."""
    numbers = _numbers(service, [id_ for id_, _, _ in places], look, level=level)
    trouble = troubled(look.minutes, only=service)
    told = zip(
        numbers.reports.tolist(),
        numbers.reporters.tolist(),
        numbers.known.tolist(),
        numbers.can_tell.tolist(),
        trouble,
        strict=True,
    )
    return numbers, [
        [
            _state(n, people, knows, tells, there.get(service, {}).get(id_))
            for n, people, knows, tells, (id_, _, _) in zip(*columns, places, strict=True)
        ]
        for *columns, there in told
    ]


def of_all(
    places: Sequence[Place], look: Look, *, level: str, among: Collection[int] | None
) -> list[list[tuple[str, list[Body]]]]:
    """At each minute the worst state of each place, and the services in trouble there, worst first.
    `among`: ids of the services that count; None: all."""
    trouble = troubled(look.minutes, among=among)
    down = sorted({service for there in trouble for service in there})
    counted = looks.by_service_and_place(look, down)
    every = look.counts() if among is None else look.counts().filter(service__in=among)
    people = looks.reporters(look, every)[:, [id_ for id_, _, _ in places]].tolist()
    known = _names(down)
    return [
        [
            (_worst(services.get(id_, []), n), services.get(id_, []))
            for n, (id_, _, _) in zip(row, places, strict=True)
        ]
        for row, services in zip(
            people,
            (
                _services_by_place(there, _of_level(cells, level), known)
                for there, cells in zip(trouble, counted, strict=True)
            ),
            strict=True,
        )
    ]


def _numbers(service: int, places: Sequence[int], look: Look, *, level: str) -> Numbers:
    """A country's include its parts'."""
    found = _of_level(looks.by_place(look, look.counts().filter(service=service)), level)
    minutes = np.arange(len(look.minutes))
    wanted = minutes[:, None] * PLACE_SPAN + np.array(places, dtype=np.int64)
    row = np.searchsorted(found.keys, wanted)
    # The last row stands for places that nobody reported from.
    row[np.append(found.keys, -1)[row] != wanted] = len(found.keys)
    expected = usual.up_to([(service, id_) for id_ in places], look.minutes, window=look.window)
    mean = expected.mean
    reporters = np.append(found.reporters, 0)[row]
    # Each place is another chance to look alarming: the detector charges for it.
    charge = np.log10(np.maximum(np.count_nonzero(mean > 0, axis=0), 1))
    return Numbers(
        reports=np.append(found.reports, 0)[row],
        reporters=reporters,
        shown=np.append(found.shown, False)[row],
        expected=mean.T,
        known=expected.known.T,
        can_tell=expected.can_tell_each(minutes=look.window, charge=charge).T,
        z=z_of(surprise(reporters, mean.T, expected.relvar.T)),
    )


def _of_level(found: Split, level: str) -> Cells:
    return found.countries if level == Region.Level.COUNTRY else found.parts


def _state(reports: int, reporters: int, known: bool, can_tell: bool, trouble: str | None) -> str:
    """A few reports are too few to tell, whatever was usual; none at all are telling where many
    were expected."""
    if reporters >= SMALLEST_CELL:
        return trouble or (OK if known else TOO_FEW)
    if reports or trouble:
        return TOO_FEW
    if not known:
        return NO_DATA
    return OK if can_tell else TOO_FEW


def _names(services: Collection[int]) -> dict[int, tuple[str, str]]:
    """Id → slug and name."""
    known = vocabulary.read()
    return {
        id_: (slug, known.service_names[slug])
        for slug, id_ in known.services.items()
        if id_ in services
    }


def _services_by_place(
    trouble: Trouble, cells: Cells, names: Mapping[int, tuple[str, str]]
) -> dict[int, list[Body]]:
    """Place id → the services in trouble there, worst first. Where too few report it is not told
    that it is there."""
    found: dict[int, list[Body]] = {}
    for service, place, reports, shown in _told(cells):
        state = trouble.get(service, {}).get(place)
        if state is not None:
            slug, name = names[service]
            body = {"slug": slug, "name": name, "state": state}
            found.setdefault(place, []).append({**body, "reports": reports if shown else None})
    for bodies in found.values():
        bodies.sort(key=lambda body: (STATES.index(body["state"]), body["name"]))
    return found


def _told(cells: Cells) -> list[tuple[int, int, int, bool]]:
    """Service, place, reports and whether they may be shown, where enough people report."""
    enough = cells.reporters >= SMALLEST_CELL
    columns = (cells.groups, cells.places, cells.reports, cells.shown)
    return list(zip(*(column[enough].tolist() for column in columns), strict=True))


def _worst(services: Collection[Body], reporters: int) -> str:
    if services:
        return min((str(body["state"]) for body in services), key=STATES.index)
    if reporters == 0:
        return NO_DATA
    return OK if reporters >= SMALLEST_CELL else TOO_FEW
