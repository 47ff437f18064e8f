"""What people say they see, everywhere and in a region, without what would tell of a few."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from django.db.models import QuerySet, Sum
from numpy.typing import NDArray

from outages import wording
from outages.judging.series import world
from outages.showing import tables
from outages.showing.cells import Bools, Cells, Ints, Split, split
from outages.showing.chartdata import Span
from outages.showing.places import by_place
from reports import vocabulary
from reports.buckets import QUARTER_MINUTES, floor
from reports.cells import SMALLEST_CELL, told
from reports.models import MinuteCount, SymptomCount

Body = dict[str, Any]


def symptoms(*, service: int, region: int, span: Span, reporters: int | None = None) -> list[Body]:
    """The symptoms of a span with their reports, most frequent first. Shares tell their total.
    `reporters`: of everywhere in the span, where they are counted already.

    Symptoms are counted by reports, and somebody may report every ten minutes: where few people
    report at all, none is told.
    In a region, those who name a symptom are a cell that is split twice. It is told where the
    region's own reports are, where enough name the symptom, and where it gives away no other cell:
    not of the region, and not of the symptom elsewhere.
    """
    if (_reporters(service, span) if reporters is None else reporters) < SMALLEST_CELL:
        return []
    rows = _rows(service, span)
    ids, rows[:, 0] = np.unique(rows[:, 0], return_inverse=True)
    slug_of = {id_: slug for slug, id_ in vocabulary.read().symptoms.items()}
    slugs = [slug_of[id_] for id_ in ids.tolist()]
    everywhere = _by_name(slugs, np.bincount(rows[:, 0], rows[:, 2], len(ids)))
    public = told(everywhere)
    if region == world():
        return _bodies(public, total=sum(everywhere.values()))
    totals = np.array([slug in public for slug in slugs], dtype=bool)
    here, shown = _in_region(rows, region, totals, by_place(_counts(service, span)))
    return _bodies(_by_name(slugs, here * shown), total=int(here.sum()))


def _reporters(service: int, span: Span) -> int:
    return _counts(service, span).aggregate(n=Sum("first_reporters"))["n"] or 0


def _rows(service: int, span: Span) -> Ints:
    """int [rows, 3]: symptom id, region id, reports; of whole quarters of an hour."""
    first = floor(span.first, QUARTER_MINUTES)
    counted = SymptomCount.objects.filter(service=service, minute__range=(first, span.last))
    rows = counted.values_list("symptom_id", "region_id").annotate(n=Sum("reports"))
    return np.array(list(rows), dtype=np.int64).reshape(-1, 3)


def _counts(service: int, span: Span) -> QuerySet[MinuteCount]:
    return MinuteCount.objects.filter(service=service, minute__range=(span.first, span.last))


def _in_region(rows: Ints, region: int, totals: Bools, whole: Split) -> tuple[Ints, Bools]:
    """Reports by symptom of a region, and whether they may be told; int and bool [symptoms]."""
    country_of = vocabulary.read().country_of
    cells = split(rows[:, (0, 1, 2, 2)], country_of)
    cells = Split(
        _where_told(cells.countries, whole.countries), _where_told(cells.parts, whole.parts)
    )
    here, _, shown = tables.of_region(region, cells, whole, country_of, totals=totals)
    return here, shown


def _where_told(cells: Cells, whole: Cells) -> Cells:
    """Hide the cells of places whose own reports are hidden."""
    return replace(cells, shown=cells.shown & np.isin(cells.places, whole.places[whole.shown]))


def _by_name(slugs: list[str], counts: NDArray[Any]) -> dict[str, int]:
    return dict(zip(slugs, counts.astype(int).tolist(), strict=True))


def _bodies(counts: Mapping[str, int], *, total: int) -> list[Body]:
    names = vocabulary.read().symptom_names
    return [
        {
            "slug": slug,
            "name": wording.word(names[slug]),
            "share": round(n / total, 3),
            "reports": n,
        }
        for slug, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if n
    ]
