"""What ends with an incident: its regions, what it implicated, what it shared with others."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db.models import Count

from outages.models import CommonCause, Implication, Incident, IncidentRegion


def end_what_hangs_on(closed: Sequence[Incident]) -> None:
    """End the regions and implications of incidents that are over, and the common causes that no
    ongoing one is left of. Grouped by their ends: most of a tick's are the same."""
    by_end: dict[datetime, list[Incident]] = defaultdict(list)
    for incident in closed:
        if incident.resolved_at is not None:
            by_end[incident.resolved_at].append(incident)
    for ended, those in by_end.items():
        IncidentRegion.objects.filter(incident__in=those, ended_at=None).update(ended_at=ended)
        Implication.objects.filter(incident__in=those, until=None).update(until=ended)
        CommonCause.objects.filter(incidents__in=those, ended_at=None).exclude(
            pk__in=Incident.objects.ongoing()
            .filter(common_cause__isnull=False)
            .values("common_cause")
        ).update(ended_at=ended)


def share_no_more(withdrawn: Sequence[Incident]) -> None:
    """Take incidents that were none out of their common causes. What they shared with others rested
    on them, too: a single incident has no common cause."""
    those = Incident.objects.filter(pk__in=[one.pk for one in withdrawn])
    shared = list(those.exclude(common_cause=None).values_list("common_cause_id", flat=True))
    those.update(common_cause=None)
    alone = CommonCause.objects.filter(pk__in=shared).annotate(n=Count("incidents")).filter(n=1)
    Incident.objects.filter(common_cause__in=alone.values("pk")).update(common_cause=None)
