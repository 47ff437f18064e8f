"""The own record: what was declared, what moderators say of it, who was first, and whether causes
were right."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from django.db.models import Count, F, OuterRef, Q, Subquery

from outages.detection.proportion import share_interval
from outages.models import Incident, MissedOutage, Notice, Verdict
from outages.showing.agreement import Case, agreement, cases
from outages.showing.bench import figures
from outages.showing.rules import rules

Body = dict[str, Any]

PERIODS = (30, 90, 365)
# An operator's word belongs to an incident from two hours before its start (reports may be slow to
# come) to a day after it: later words are post-mortems. Our choice.
WORD_BEFORE = timedelta(hours=2)
WORD_AFTER = timedelta(hours=24)
# Fewer leads than this have a median, and no quartiles worth the name.
FEWEST_FOR_QUARTILES = 4
# When an incident was declared, and the minutes from then to the operator's first word; above 0: we
# were first.
Lead = tuple[datetime, float]


def accuracy(*, now: datetime) -> Body:
    """The record over some periods up to now and over all time, the rules in force, the bench."""
    told, leads = cases(), _leads(now=now)
    return {
        "periods": [_period(now, days, told, leads) for days in (*PERIODS, None)],
        "thresholds": rules(),
        "model_version": rules()["model_version"],
        "bench": figures(),
    }


def _period(now: datetime, days: int | None, told: Sequence[Case], leads: Sequence[Lead]) -> Body:
    since = None if days is None else now - timedelta(days=days)
    incidents = Incident.objects.filter(declared_at__lte=now)
    missed = MissedOutage.objects.filter(started_at__lte=now)
    if since is not None:
        incidents = incidents.filter(declared_at__gt=since)
        missed = missed.filter(started_at__gt=since)
    word = Q(verdicts__current=True)
    counted = incidents.aggregate(
        declared=Count("pk", distinct=True),
        confirmed=Count("pk", filter=word & Q(verdicts__word=Verdict.Word.CONFIRMED)),
        retracted=Count("pk", filter=word & Q(verdicts__word=Verdict.Word.RETRACTED)),
    )
    not_seen = missed.filter(verdicts__current=True, verdicts__word=Verdict.Word.MISSED).count()
    confirmed, retracted = counted["confirmed"], counted["retracted"]
    return {
        "days": days,
        **counted,
        "missed": not_seen,
        "unreviewed": counted["declared"] - confirmed - retracted,
        "precision": _share(confirmed, confirmed + retracted),
        "recall": _share(confirmed, confirmed + not_seen),
        "lead": _lead([lead for at, lead in leads if since is None or at > since]),
        "causes": agreement(told, since=since, now=now),
    }


def _share(hits: int, of: int) -> Body | None:
    """With what it is counted from: a share of three is not worth much, and says so."""
    if not of:
        return None
    low, high = share_interval(hits, of)
    return {"value": round(hits / of, 4), "low": round(low, 4), "high": round(high, 4), "n": of}


def _leads(*, now: datetime) -> list[Lead]:
    """Of every incident that its operator spoke of; one query."""
    words = Notice.objects.filter(
        service=OuterRef("service"),
        kind=Notice.Kind.STATUS,
        at__gte=OuterRef("started_at") - WORD_BEFORE,
        at__lte=OuterRef("started_at") + WORD_AFTER,
    )
    incidents = Incident.objects.exclude(state=Incident.State.RETRACTED)
    told = incidents.filter(declared_at__lte=now).annotate(
        word=Subquery(words.order_by("at").values("at")[:1])
    )
    pairs = told.filter(word__isnull=False).values_list("declared_at", F("word"))
    return [(declared, (word - declared).total_seconds() / 60) for declared, word in pairs]


def _lead(minutes: Sequence[float]) -> Body | None:
    if not minutes:
        return None
    low, middle, high = np.quantile(minutes, [0.25, 0.5, 0.75]).round(1).tolist()
    enough = len(minutes) >= FEWEST_FOR_QUARTILES
    return {
        "n": len(minutes),
        "median_minutes": middle,
        "quartiles_minutes": [low, high] if enough else None,
    }
