"""Reports that weigh nothing, by the reason why: evidence that they were seen and not counted."""

from collections import Counter
from collections.abc import Mapping

from django.db.models import Count, Q

from reports.models import Kind, Report

# Reason (reports.models.Discard) → reports.
Discards = Mapping[str, int]


def counts(spans: Mapping[int, int], *, minute: int) -> dict[int, dict[str, int]]:
    """Discards of each service (id → so many minutes that end with `minute`): one query for all.

    Of the whole service: a reason in a single region could be a single person.
    """
    if not spans:
        return {}
    chosen = Q()
    for span in sorted(set(spans.values())):
        services = [service for service, its in spans.items() if its == span]
        chosen |= Q(service__in=services, minute__range=(minute - span + 1, minute))
    rows = (
        Report.objects.filter(chosen, kind=Kind.REPORT, weight=0)
        .values_list("service_id", "discard")
        .annotate(n=Count("key"))
    )
    result: dict[int, dict[str, int]] = {}
    for service, reason, n in rows:
        result.setdefault(service, {})[reason] = n
    return result


def together(before: Discards, more: Discards) -> dict[str, int]:
    """The sum of two counts.

    >>> together({"honeypot": 2}, {"honeypot": 1, "too_fast": 4})
    {'honeypot': 3, 'too_fast': 4}
    """
    return dict(Counter(before) + Counter(more))
