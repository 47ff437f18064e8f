"""At which minutes somebody looks, and the counts of the stretch up to each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.db.models import F, QuerySet, Sum
from numpy.typing import NDArray

from outages.showing.cells import Split, split
from reports import vocabulary
from reports.models import MinuteCount

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Look:
    """`minutes`: the last minute of each stretch, ascending, `step` minutes apart; `window`: the
    minutes of a stretch, a multiple of `step`, so that stretches may overlap."""

    minutes: tuple[int, ...]
    window: int
    step: int

    @classmethod
    def once(cls, minute: int, *, window: int) -> "Look":
        return cls(minutes=(minute,), window=window, step=window)

    @property
    def first(self) -> int:
        return self.minutes[0] - self.window + 1

    def counts(self) -> QuerySet[MinuteCount]:
        """Counts of all stretches together."""
        return MinuteCount.objects.filter(minute__range=(self.first, self.minutes[-1]))


def by_place(look: Look, counts: QuerySet[MinuteCount]) -> Split:
    """Cells of each stretch, whose number is their group; one query."""
    return split(_rows(look, counts), vocabulary.read().country_of)


def by_service_and_place(look: Look, services: Sequence[int]) -> list[Split]:
    """For each stretch the cells of each service, whose id is their group; one query."""
    counts = look.counts().filter(service__in=services)
    rows = _rows(look, counts, "service_id")
    country_of = vocabulary.read().country_of
    return [split(rows[rows[:, 0] == nth][:, 1:], country_of) for nth in range(len(look.minutes))]


def reporters(look: Look, counts: QuerySet[MinuteCount]) -> Ints:
    """Reporters of each stretch by region, int [stretches, region ids]; a country has those of its
    parts. One query."""
    country_of = vocabulary.read().country_of
    rows = _rows(look, counts)
    told = np.zeros((len(look.minutes), len(country_of)), dtype=np.int64)
    np.add.at(told, (rows[:, 0], rows[:, 1]), rows[:, 3])
    within = country_of[rows[:, 1]]
    is_part = within != rows[:, 1]
    np.add.at(told, (rows[is_part, 0], within[is_part]), rows[is_part, 3])
    return told


def _rows(look: Look, counts: QuerySet[MinuteCount], *more: str) -> Ints:
    """int [rows, 4 and more]: stretch, what `more` names, region id, reports, reporters."""
    # Whole numbers: SQLite and PostgreSQL drop the rest.
    grouped = counts.annotate(nth=(F("minute") - look.first) / look.step)
    names = ("nth", *more, "region_id")
    summed = (
        grouped.values_list(*names)
        .annotate(n=Sum("reports"), people=Sum("first_reporters"))
        .values_list(*names, "n", "people")
    )
    rows = np.array(list(summed), dtype=np.int64).reshape(-1, len(names) + 2)
    # A step belongs to every stretch that it lies in.
    shifts = range(look.window // look.step)
    every = np.concatenate([rows - np.eye(1, rows.shape[1], dtype=np.int64) * by for by in shifts])
    return every[(every[:, 0] >= 0) & (every[:, 0] < len(look.minutes))]
