"""What people say they see: reports by symptom, exact to the minute at which one asks."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import reduce
from operator import or_

from django.db.models import Count, Q, Sum

from reports.buckets import QUARTER_MINUTES, floor
from reports.models import Kind, Report, SymptomCount


def counts(
    services: Collection[int], *, first: int, last: int, exact: bool = False
) -> dict[int, dict[str, int]]:
    """Reports by symptom slug, by service id, from the quarter that holds `first` up to `last`.

    Whole quarters come from their counts, the quarter that is still running from its rows: nothing
    that was received after `last` is in it. `exact`: nor what was received before `first`.
    """
    running = floor(last, QUARTER_MINUTES)
    begun = floor(first, QUARTER_MINUTES)
    if exact and first > begun:
        begun += QUARTER_MINUTES
    whole = (
        SymptomCount.objects.filter(service__in=services, minute__range=(begun, running - 1))
        .values_list("service_id", "symptom__slug")
        .annotate(n=Sum("reports"))
    )
    rows = (
        Report.objects.filter(
            Q(minute__range=(max(running, first), last))
            | Q(minute__range=(first, min(begun - 1, last))),
            service__in=services,
            kind=Kind.REPORT,
            weight__gt=0,
            symptom__isnull=False,
        )
        .values_list("service_id", "symptom__slug")
        .annotate(n=Count("key"))
    )
    return _summed([*whole, *rows])


def counts_since(firsts: Mapping[int, int], *, last: int) -> dict[int, dict[str, int]]:
    """The same for services that are each asked about from a minute of their own on: exact only
    where that lies in the running quarter, so that no rows of hours ago are read again."""
    running = floor(last, QUARTER_MINUTES)
    quarters: dict[int, list[int]] = {}
    minutes: dict[int, list[int]] = {}
    for service, first in firsts.items():
        minutes.setdefault(max(first, running), []).append(service)
        if first < running:
            quarters.setdefault(floor(first, QUARTER_MINUTES), []).append(service)
    if not firsts:
        return {}
    whole = (
        SymptomCount.objects.filter(_each(quarters, running - 1))
        .values_list("service_id", "symptom__slug")
        .annotate(n=Sum("reports"))
    )
    rows = (
        Report.objects.filter(
            _each(minutes, last), kind=Kind.REPORT, weight__gt=0, symptom__isnull=False
        )
        .values_list("service_id", "symptom__slug")
        .annotate(n=Count("key"))
    )
    return _summed([*(whole if quarters else ()), *rows])


def _each(services: Mapping[int, Collection[int]], last: int) -> Q:
    """Rows of these services (by the minute from which on), up to the last."""
    parts = (Q(service__in=ids, minute__range=(first, last)) for first, ids in services.items())
    return reduce(or_, parts, Q())


def _summed(rows: Iterable[tuple[int, str, int]]) -> dict[int, dict[str, int]]:
    result: dict[int, Counter[str]] = {}
    for service, symptom, n in rows:
        result.setdefault(service, Counter())[symptom] += n
    return {service: dict(counted) for service, counted in result.items()}
