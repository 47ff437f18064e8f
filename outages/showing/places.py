"""Counts of services split by place, and which of them may be shown (cells.py)."""

from typing import Any

import numpy as np
from django.db.models import QuerySet, Sum

from outages.showing.cells import Ints, Split, split
from reports import vocabulary
from reports.models import MinuteCount


def by_place(counts: QuerySet[MinuteCount], *, group: str = "service_id") -> Split:
    """The cells of each `group` (a field or an annotation of the counts): one query."""
    return split(rows_of(counts, group=group), vocabulary.read().country_of)


def rows_of(counts: QuerySet[MinuteCount], *, group: str) -> Ints:
    """int [rows, 4]: group, region id, reports, reporters; what `split` splits."""
    grouped: QuerySet[Any, Any] = counts.values_list(group, "region_id")
    rows = grouped.annotate(n=Sum("reports"), people=Sum("first_reporters")).values_list(
        group, "region_id", "n", "people"
    )
    return np.array(list(rows), dtype=np.int64).reshape(-1, 4)


def nobody_reported(service: int, region: int, *, first: int, last: int) -> bool:
    """Whether a country, with its parts, or a part of one was silent in the minutes `first` to
    `last`. That there was nobody may be told of any place: it tells of nobody."""
    country_of = vocabulary.read().country_of
    places = [region]
    if country_of[region] == region:
        places = np.flatnonzero(country_of == region).tolist()
    counted = MinuteCount.objects.filter(
        service=service, region__in=places, minute__range=(first, last), reports__gt=0
    )
    return not counted.exists()
