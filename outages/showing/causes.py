"""What an incident comes from, as everybody gets it: who says what, and what our own signals say
beside another's word."""

from collections.abc import Iterable
from typing import Any

from outages import cldr, wording
from outages.causes import written
from outages.causes.taxonomy import UNKNOWN
from outages.explaining.verdicts import current_cause, own_cause
from outages.judging import graph
from outages.models import Cause, CommonCause, Incident

Body = dict[str, Any]


def causes(incident: Incident) -> Body:
    """The members of an incident's body that are about its cause.

    `cause`: what is shown; `cause_said`: the words behind it where they are not our signals';
    `inferred_cause`: what those say beside it, null where they are what is shown.
    """
    shown, own = current_cause(incident), own_cause(incident)
    is_own = shown is None or shown.says == Cause.Says.INFERENCE
    return {
        "cause": _not_judged() if shown is None else cause_body(shown),
        "cause_said": None if shown is None else said_body(shown),
        "inferred_cause": None if is_own else _not_judged() if own is None else cause_body(own),
        "common_cause": common_cause_body(incident.common_cause, incident),
    }


def judgements(rows: Iterable[Cause]) -> list[Body]:
    """Every judgement, the oldest first: from when until when it stood, and whose it is."""
    return [
        {
            "at": cause.at,
            "until": cause.until,
            "current": cause.current,
            **cause_body(cause),
            "said": said_body(cause),
        }
        for cause in rows
    ]


def said_body(cause: Cause) -> Body | None:
    """The operator's or a moderator's words, and whether the cause was read from them or filled in.
    Who the moderator is is not for the public."""
    if cause.says == Cause.Says.INFERENCE:
        return None
    return {
        "at": cause.said_at,
        "text": cause.words,
        "was_read": cause.was_read,
        "url": cause.url,
    }


def cause_body(cause: Cause) -> Body:
    """One judgement of an incident's cause."""
    return {
        "category": cause.category,
        "group": cause.group,
        "confidence": cause.confidence,
        "probability": round(cause.probability, 2),
        "says": cause.says,
        "alternatives": [
            {"category": category, "group": group, "probability": round(probability, 2)}
            for category, group, probability in cause.alternatives
        ],
        "evidence": [
            {
                "signal": line["signal"],
                "value": line["value"],
                "weight": round(line["weight"], 2),
                "says": line["says"] if reads_english() else wording.said(written.said_in(line)),
                "supports": line["supports"],
            }
            for line in cause.evidence
        ],
    }


def reads_english() -> bool:
    """What is kept in English needs no wording anew."""
    return cldr.is_english()


def _not_judged() -> Body:
    return {
        "category": UNKNOWN,
        "group": UNKNOWN,
        "confidence": "undetermined",
        "probability": 0.0,
        "says": Cause.Says.INFERENCE.value,
        "alternatives": [],
        "evidence": [],
    }


def common_cause_body(common: CommonCause | None, incident: Incident) -> Body | None:
    """What it shares with other incidents, and the hypotheses that lost."""
    if common is None:
        return None
    roots = graph.read().dependencies
    return {
        "dependency": {
            "slug": common.dependency.slug,
            "name": common.dependency.name,
            "kind": common.dependency.kind,
        },
        "probability": round(common.probability, 2),
        "incidents": [other.pk for other in common.incidents.all() if other.pk != incident.pk],
        "rivals": [
            {
                "slug": slug,
                "name": roots[slug].name if slug in roots else slug,
                "probability": round(probability, 2),
            }
            for slug, probability in common.rivals
        ],
    }
