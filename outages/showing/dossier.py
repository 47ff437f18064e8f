"""Everything that its own page shows of one incident: what the API says of it, why it was declared,
who was implicated, what shares its cause, and its counts from before until after."""

from datetime import datetime
from typing import Any

from outages.detection.baseline import HISTORY_DAYS
from outages.judging.series import world
from outages.models import Incident
from outages.showing import blame, chartdata
from outages.showing.bodies import incident_body
from outages.showing.causes import judgements
from outages.showing.chartdata import Span
from outages.showing.freshness import Freshness
from reports import vocabulary
from reports.buckets import DAY_MINUTES, minute_of, time_of

Body = dict[str, Any]
# Minutes shown before it began and after it ended.
AROUND = 120
# A chart has at most so many counts, a replay so many frames; both in steps that people count in.
MOST_COUNTS, MOST_FRAMES = 200, 48
# Single minutes of a chart are noise.
LEAST_STEP = 5
STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 2880)
# For so many days a day's own fit is still there.
FIT_KEPT_DAYS = 2


def dossier(id_: int, *, now: datetime, fresh: Freshness) -> Body:
    """Raises Incident.DoesNotExist."""
    incident = Incident.objects.whole().get(pk=id_)
    last = fresh.minute if fresh.minute is not None else minute_of(now) - 1
    return {
        "incident": incident_body(incident),
        "judgements": judgements(incident.causes.all()),
        "named_along": blame.named_along(incident.implications.all(), minute=last),
        "siblings": _siblings(incident),
        "declared": _declared(incident),
        "series": _around(incident, last=last),
        "times": _times(incident, last=last),
    }


def _siblings(incident: Incident) -> list[Body]:
    """The other incidents of the same common cause."""
    if incident.common_cause is None:
        return []
    known = vocabulary.read()
    names = {id_: known.service_names[slug] for slug, id_ in known.services.items()}
    return [
        {"id": one.pk, "service_name": names[one.service_id], "started_at": one.started_at}
        for one in incident.common_cause.incidents.all()
        if one.pk != incident.pk and one.service_id in names
    ]


def _declared(incident: Incident) -> Body | None:
    """The numbers that declared it, where they were kept; no counts of single regions."""
    record = incident.evidence
    if not {"observed", "expected", "window", "severity", "threshold"} <= record.keys():
        return None
    return {
        "observed": record["observed"],
        "expected": record["expected"],
        "window": record["window"],
        "severity": record["severity"],
        "threshold": record["threshold"],
        "agreeing": len(record.get("regions_agreeing", ())),
        "disagreeing": len(record.get("regions_disagreeing", ())),
    }


def _around(incident: Incident, *, last: int) -> Body:
    """In the form of a series."""
    end = last if incident.resolved_at is None else minute_of(incident.resolved_at) + AROUND
    end = min(end, last)
    begin = minute_of(incident.started_at) - AROUND
    step = max(_step(end - begin, most=MOST_COUNTS), LEAST_STEP)
    window = max((end - begin) // step, 1) * step
    span = Span.ending(end, window=window, step=step)
    age = last - end
    # Of what is long over the next best thing is asked: what is usual there now.
    forgotten = FIT_KEPT_DAYS * DAY_MINUTES <= age < HISTORY_DAYS * DAY_MINUTES
    as_of = last if forgotten else None
    return {
        "points": chartdata.points(
            service=incident.service_id, region=world(), span=span, as_of=as_of
        ),
        "step_minutes": step,
        "incidents": [
            {
                "id": incident.pk,
                "started_at": incident.started_at,
                "resolved_at": incident.resolved_at,
            }
        ],
    }


def _times(incident: Incident, *, last: int) -> list[datetime]:
    """The times that a replay shows, the first first; the last is its end, or now."""
    begin = minute_of(incident.started_at)
    end = last + 1 if incident.resolved_at is None else minute_of(incident.resolved_at)
    step = _step(end - begin, most=MOST_FRAMES - 2)
    times = [time_of(minute) for minute in range(begin, end, step)]
    return [*times, time_of(max(begin, end))]


def _step(minutes: int, *, most: int) -> int:
    """The smallest of STEPS of which so many minutes hold at most `most`."""
    return next((step for step in STEPS if minutes <= step * most), minutes // most + 1)
