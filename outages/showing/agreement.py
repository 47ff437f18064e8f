"""How often the causes that our signals gave agreed with those that were told later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from outages.causes.taxonomy import UNKNOWN
from outages.detection.proportion import share_interval
from outages.models import Cause, Incident

Body = dict[str, Any]

# A share of fewer cases is an accident with a per cent sign.
FEWEST_FOR_SHARE = 20
NAMED = ("likely", "possible")


@dataclass(frozen=True)
class Case:
    """A cause that was told, and what our signals had said before anybody told it."""

    declared_at: datetime
    confidence: str
    ours: tuple[str, str]
    told: tuple[str, str]

    @property
    def is_group_right(self) -> bool:
        return self.ours[1] == self.told[1]

    @property
    def names_causes(self) -> bool:
        """Whether both name a cause, not only a group of causes."""
        return UNKNOWN not in (self.ours[0], self.told[0])

    @property
    def is_cause_right(self) -> bool:
        return self.names_causes and self.ours[0] == self.told[0]


def cases() -> list[Case]:
    """Of every incident whose cause is told and that was not withdrawn, by what stood when it was
    first told. Where we had said nothing by then there is no case. One query."""
    told = Cause.objects.filter(current=True).exclude(says=Cause.Says.INFERENCE)
    rows = (
        Cause.objects.filter(incident__in=told.values("incident"))
        .exclude(incident__state=Incident.State.RETRACTED)
        .select_related("incident")
        .defer("evidence", "alternatives", "incident__evidence", "incident__latest")
    )
    by_incident: dict[int, list[Cause]] = {}
    for row in rows:
        by_incident.setdefault(row.incident_id, []).append(row)
    return [case for rows in by_incident.values() if (case := _case(rows)) is not None]


def _case(rows: Sequence[Cause]) -> Case | None:
    told = next(row for row in rows if row.current)
    first = min(row.said_at for row in rows if row.said_at is not None)
    ours = next((row for row in rows if _stood(row, first)), None)
    if ours is None:
        return None
    return Case(
        declared_at=told.incident.declared_at,
        confidence=ours.confidence,
        ours=(ours.category, ours.group),
        told=(told.category, told.group),
    )


def _stood(row: Cause, at: datetime) -> bool:
    """Whether it is our signals' judgement that stood at a time, with that time not in it: what is
    said then is no witness of itself."""
    is_ours = row.says == Cause.Says.INFERENCE
    return is_ours and row.at < at and (row.until is None or row.until >= at)


def agreement(found: Sequence[Case], *, since: datetime | None, now: datetime) -> Body:
    """Counts of the incidents declared after `since` and up to now, by how sure we were."""
    those = [one for one in found if one.declared_at <= now]
    if since is not None:
        those = [one for one in those if one.declared_at > since]
    return {
        "told": len(those),
        **{name: _counts([one for one in those if one.confidence == name]) for name in NAMED},
        "undetermined": sum(one.confidence not in NAMED for one in those),
    }


def _counts(those: Sequence[Case]) -> Body:
    group_right = sum(one.is_group_right for one in those)
    named = [one for one in those if one.names_causes]
    cause_right = sum(one.is_cause_right for one in named)
    return {
        "n": len(those),
        "group_right": group_right,
        "group_share": _share(group_right, len(those)),
        "both_name_a_cause": len(named),
        "cause_right": cause_right,
        "cause_share": _share(cause_right, len(named)),
    }


def _share(hits: int, of: int) -> Body | None:
    if of < FEWEST_FOR_SHARE:
        return None
    low, high = share_interval(hits, of)
    return {"value": round(hits / of, 4), "low": round(low, 4), "high": round(high, 4), "n": of}
