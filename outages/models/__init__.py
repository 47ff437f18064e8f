"""What we conclude, as it is stored."""

from outages.models.incidents import (
    CommonCause,
    Incident,
    IncidentQuerySet,
    IncidentRegion,
    TimelineEntry,
)
from outages.models.keys import Key
from outages.models.moderation import CauseWord, MissedOutage, Verdict
from outages.models.notices import Notice, Reply, StatusPage
from outages.models.watching import Fit, Reading, Snapshot, Watch
from outages.models.why import Cause, Implication, upheld

__all__ = [
    "Cause",
    "CauseWord",
    "CommonCause",
    "Fit",
    "Implication",
    "Incident",
    "IncidentQuerySet",
    "IncidentRegion",
    "Key",
    "MissedOutage",
    "Notice",
    "Reading",
    "Reply",
    "Snapshot",
    "StatusPage",
    "TimelineEntry",
    "Verdict",
    "Watch",
    "upheld",
]
